"""The shape of what a network notes of a meeting. Nothing about a person."""

from typing import Annotated

from pydantic import Field, StringConstraints

from integraal.reading.shapes.base import Flag, Identifier, Shape, Text
from integraal.reading.shapes.case import Day

SERVED = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_-]*/)?[a-z][a-z0-9_-]*$")]
"""The id of an outcome, an action, an area of life or a barrier; an instrument may stand before."""


class TopicShape(Shape):
    """A theme: a problem of a neighbourhood, never of one person."""

    theme: Text
    """In a few words; the same theme has the same words at another meeting."""
    brought_by: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    """Which organisations brought it: ids under `organisations`."""
    about: tuple[SERVED, ...] = ()
    """Ids of what it is about, as in `for` of a service."""


class ArrangementShape(Shape):
    """What a meeting agreed."""

    what: Text
    who: str = ""
    """An id under `organisations`, or a role; never a name of a person."""
    by: Day | None = None
    theme: str = ""
    """The theme that it is about."""
    done: Flag = False


class MeetingShape(Shape):
    """One meeting."""

    on: Day
    """The day."""
    sectors: tuple[Identifier, ...] = ()
    """Which were there: options of `bo_sectoren` in `buurtoverleg`."""
    present: tuple[Identifier, ...] = ()
    """Which organisations were there: ids under `organisations`."""
    themes: list[TopicShape] | None = None
    """Which came up; `[]` for none, left out where nobody noted it."""
    agreements: list[ArrangementShape] = []
    chair: str = ""
    """Which organisation was in the chair: an id under `organisations`."""
    agenda: tuple[Identifier, ...] = ()
    """What came up: options of `bo_agenda` in `buurtoverleg`."""
