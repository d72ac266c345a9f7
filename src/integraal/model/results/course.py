"""The course of a case: what one instrument said at each moment, and what changed in between."""

from dataclasses import dataclass
from enum import Enum

from integraal.model.answers import Answer
from integraal.model.case import Case
from integraal.model.instrument import Instrument
from integraal.model.results.assessment import Assessment
from integraal.model.results.knowledge import Knowledge


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
    knowledge: Knowledge


@dataclass(frozen=True, slots=True)
class Stage:
    """One moment."""

    assessment: Assessment
    """Of the case as it stood then."""
    changed: tuple[Changed, ...]
    """What was answered differently the time before; empty at the first moment."""
    level_shift: Shift | None
    """Whether the advice went up or down by what people say now; OTHER when only its range changed.

    None when neither. An answer that is missing moves nothing: then there is `less_known`.
    """
    less_known: bool = False
    """Whether the advice is another, or less certain, by what was known before and is open now."""


@dataclass(frozen=True, slots=True)
class Course:
    """The moments of one case as one instrument sees them, in order of time."""

    stages: tuple[Stage, ...]
    """At least one."""

    @property
    def now(self) -> Assessment:
        """The case under advice as it stands now."""
        return self.stages[-1].assessment

    @property
    def case(self) -> Case:
        """The case, with all its moments."""
        return self.now.case

    @property
    def instrument(self) -> Instrument:
        """The instrument that the case was looked at with."""
        return self.now.instrument
