"""What another instrument says of the same case, where it says something else of the same thing."""

from dataclasses import dataclass

from integraal.model.instrument import Instrument, Statement
from integraal.model.scale import Level


@dataclass(frozen=True, slots=True)
class HigherLevel:
    """Another instrument on the same scale is certain of a higher level."""

    instrument: Instrument
    level: Level
    reach: Level
    """How high it may still become there."""
    because: tuple[str, ...]
    """The reasons that decide there."""


@dataclass(frozen=True, slots=True)
class TaskBeside:
    """One instrument asks for a task, where another advises a level lower than people expect."""

    instrument: Instrument
    """The other instrument, of the two."""
    task: Statement
    """The route that is a task, of whichever of the two."""
    level: Level
    """The level, of the other one."""
    reach: Level
    """How high that may still become."""
    is_asked_there: bool
    """Whether the other instrument asks for the task, and this one advises the level."""


Beside = HigherLevel | TaskBeside
