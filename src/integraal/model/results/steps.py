"""Small changes and where they lead."""

from dataclasses import dataclass

from integraal.model.answers import Answer
from integraal.model.results.advice import Advice
from integraal.model.scale import Level
from integraal.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Change:
    """Another answer to one question."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Step:
    """Changes that together lead to a level."""

    changes: tuple[Change, ...]
    level: Level
    """The level that certainly applies after them."""
    reach: Level
    """What it could still become then; equal to `level` when nothing open can change it."""


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A supposed answer that no rule can see."""

    question: str
    applies: Truth
    """FALSE when its question does not apply; UNKNOWN when nobody knows yet whether it does."""
    left_out: bool = False
    """Whether this run leaves the question out altogether (`--alleen-bron`)."""
    because_of: tuple[str, ...] = ()
    """Ids of the questions whose answers, or whose missing answers, make it so."""


@dataclass(frozen=True, slots=True)
class Supposition:
    """What if some answers were others."""

    changes: tuple[Change, ...]
    before: Advice
    after: Advice
    uncounted: tuple[Uncounted, ...] = ()
    """Changes that do not count, or not yet."""
