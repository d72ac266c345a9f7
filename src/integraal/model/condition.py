"""When a rule holds: a closed family of conditions over answers.

A leaf asks one thing of one answer, and there are few kinds: the reader knows the order of the
options, so that `at_least: matig` is here already one of the options from `matig` on.
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
class OneIn:
    """The answer to a choose-one question is one of these options."""

    question: str
    options: tuple[str, ...]
    """In the question's order; `at_least` and `at_most` are runs at its end or beginning."""


@dataclass(frozen=True, slots=True)
class SomeChosen:
    """At least `count` of these options of a choose-several question are chosen."""

    question: str
    options: tuple[str, ...]
    """In the question's order; all of them where it does not matter which are chosen."""
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
    in_part: bool = False
    """Whether a list of which only a part is known counts as known, too."""


@dataclass(frozen=True, slots=True)
class Defined:
    """What a definition of the instrument says, by its name."""

    definition: str
    part: "Condition"
    """What it says; it stands here whole, so that no body has to look it up."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A table of routes surely leads to this outcome. It stands in definitions only."""

    outcome: str
    part: "Condition"
    """When it does, written out from the rows of the table."""


Leaf: TypeAlias = OneIn | SomeChosen | Between | Known


@dataclass(frozen=True, slots=True)
class InScore:
    """A score lies within these bounds, both included; None leaves a side open."""

    score: str
    """Id of the score."""
    low: int | None
    high: int | None
    parts: tuple[tuple[int, Leaf], ...]
    """What counts, with how much, all above zero (`weighed`)."""


Named: TypeAlias = Defined | Reached
Combined: TypeAlias = All | AnyOf | Not | AtLeastOf | Defined | Reached
Condition: TypeAlias = Combined | Leaf | InScore


class Direction(Enum):
    """How the present relates to the advice."""

    UP = "opschalen"
    FITS = "passend"
    DISCUSS_DOWN = "afschalen_bespreken"
    """The present is above the advice: a question to discuss, never advice to scale down."""
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Holds when no other rule with the same kind of effect holds."""


@dataclass(frozen=True, slots=True)
class WhenDirection:
    """Holds when the present relates to the advice in this way."""

    direction: Direction


Trigger: TypeAlias = Condition | Otherwise | WhenDirection


def scores_of(trigger: Trigger) -> Iterator[str]:
    """Ids of the scores that a trigger looks at; they may repeat."""
    match trigger:
        case All(parts) | AnyOf(parts) | AtLeastOf(_, parts):
            for part in parts:
                yield from scores_of(part)
        case Not(part) | Defined(_, part) | Reached(_, part):
            yield from scores_of(part)
        case InScore(name):
            yield name
        case _:
            return


def leaves_of(trigger: Trigger) -> Iterator[Leaf]:
    """What a trigger asks of single answers, in the order of its author.

    >>> leaf = OneIn("draaglast", ("zwaar",))
    >>> list(leaves_of(Not(leaf))) == [leaf], list(leaves_of(Otherwise()))
    (True, [])
    """
    match trigger:
        case All(parts) | AnyOf(parts) | AtLeastOf(_, parts):
            for part in parts:
                yield from leaves_of(part)
        case Not(part) | Defined(_, part) | Reached(_, part):
            yield from leaves_of(part)
        case InScore():
            yield from (leaf for _, leaf in trigger.parts)
        case Otherwise() | WhenDirection():
            return
        case _:
            yield trigger
