"""When a rule holds, as its author wrote it: a closed family of conditions over answers.

Nothing here says what an answer is worth; the engine lowers these to a few node kinds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class AtLeastOf:
    """At least `count` of the parts hold."""

    count: int
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Is:
    """The answer to a choose-one question is one of these options."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The answer stands at this option or later in the question's order (low to high need)."""

    question: str
    option: str


@dataclass(frozen=True, slots=True)
class AtMost:
    """The answer stands at this option or earlier in the question's order."""

    question: str
    option: str


@dataclass(frozen=True, slots=True)
class IncludesAny:
    """At least one of these options is among those chosen."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChosenAtLeast:
    """At least `count` options are chosen, whichever they are."""

    question: str
    count: int


@dataclass(frozen=True, slots=True)
class Between:
    """A number lies within these bounds, both included; None leaves a side open."""

    question: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Known:
    """Whether the answer is known at all. Never allowed where a level depends on it."""

    question: str
    wanted: bool


Leaf: TypeAlias = Is | AtLeast | AtMost | IncludesAny | ChosenAtLeast | Between | Known
Condition: TypeAlias = All | AnyOf | Not | AtLeastOf | Leaf


class Direction(Enum):
    """How the present relates to the advice."""

    UP = "opschalen"
    FITS = "passend"
    DISCUSS_DOWN = "afschalen_bespreken"
    """The present is above the advice: a question to discuss, never an advice to scale down."""
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Holds when no other rule with the same kind of effect holds."""


@dataclass(frozen=True, slots=True)
class WhenDirection:
    """Holds when the present relates to the advice in this way."""

    direction: Direction


Trigger: TypeAlias = Condition | Otherwise | WhenDirection


def parts_of(trigger: Trigger) -> Iterator[Trigger]:
    """Walk through a trigger and all conditions inside it.

    >>> [type(part).__name__ for part in parts_of(Not(Is("draaglast", ("zwaar",))))]
    ['Not', 'Is']
    """
    yield trigger
    if isinstance(trigger, (All, AnyOf, AtLeastOf)):
        for part in trigger.parts:
            yield from parts_of(part)
    elif isinstance(trigger, Not):
        yield from parts_of(trigger.part)
