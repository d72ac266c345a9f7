"""Small changes and where they lead."""

from dataclasses import dataclass

from integraal.model.answers import Answer
from integraal.model.scale import Level


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
