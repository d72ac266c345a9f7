"""How the truth of a condition came about, part by part; and the fewest answers that carry it."""

from dataclasses import dataclass

from integraal.model.condition import Condition
from integraal.model.instrument import Rule
from integraal.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Trace:
    """The truth of a condition and of its parts, in the order its author wrote them."""

    condition: Condition
    truth: Truth
    parts: tuple["Trace", ...] = ()
    applies: Truth = Truth.TRUE
    """For a leaf: whether its question applies; when it does not, the leaf is false."""


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One piece of an answer."""

    question: str
    option: str = ""
    """The option of a choose-several question; empty when the whole answer is meant."""
    chosen: bool = True
    """Whether that option is chosen, or is not."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A definition that is settled, and the facts that settle it whatever else is answered."""

    definition: str
    holds: bool
    facts: tuple[Fact, ...]
    within: tuple["Settled", ...]
    """The definitions that it rests on itself."""


@dataclass(frozen=True, slots=True)
class Support:
    """A rule that holds, and the fewest facts that make it hold whatever else is answered."""

    rule: Rule
    facts: tuple[Fact, ...]
    settled: tuple[Settled, ...] = ()
    """The definitions by which they make it hold."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A rule that would have led elsewhere, and where it fails or is still open."""

    rule: Rule
    trace: Trace | None
    """None for a rule that holds only when no other does."""
    truth: Truth
