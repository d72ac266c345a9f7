"""The course of a case: what one instrument said at each moment, and what changed in between."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from integraal.model.answers import Answer, Answers
from integraal.model.instrument import Instrument
from integraal.model.results.advice import Advice


class Shift(Enum):
    """Which way something went since the last time."""

    UP = "up"
    """A higher level, or more need."""
    DOWN = "down"
    OTHER = "other"
    """Another answer, where more and less mean nothing, or where one of both was not known."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A question that was answered differently the last time."""

    question: str
    before: Answer | None
    after: Answer | None
    shift: Shift


@dataclass(frozen=True, slots=True)
class Stage:
    """One moment."""

    day: date | None
    answers: Answers
    advice: Advice
    changed: tuple[Changed, ...]
    """What was answered differently the time before; empty at the first moment."""
    level_shift: Shift | None
    """Whether the advice went up or down; OTHER when only its range changed; None when neither."""


@dataclass(frozen=True, slots=True)
class Course:
    """The moments of one case as one instrument sees them, in order of time."""

    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """A case as one instrument sees its course."""

    instrument: Instrument
    course: Course
