"""The shape of the file that says when schools are closed."""

from typing import Annotated, Literal

from pydantic import Field

from integraal.reading.shapes.base import Identifier, Shape, Text
from integraal.reading.shapes.case import Day


class ClosedShape(Shape):
    """Days on which schools are closed."""

    name: Text
    begin: Day = Field(alias="from")
    """The first day."""
    end: Day = Field(alias="until")
    """The last day."""


class SchoolCalendarShape(Shape):
    """The holidays of the schools of one community or region."""

    id: Identifier
    name: Text
    """As the community calls itself."""
    begin: Day = Field(alias="from")
    """From this day on it is known when schools are closed."""
    end: Day = Field(alias="until")
    """Until this day."""
    source: Text
    """The public page that confirms it."""
    checked: Day
    """When it was last laid beside public pages."""
    closed: Annotated[list[ClosedShape], Field(min_length=1)]


class SchoolCalendarsShape(Shape):
    """A file of school holidays."""

    schema_: Literal["integraal/schoolvakanties/1"] = Field(alias="schema")
    id: Identifier
    calendars: Annotated[list[SchoolCalendarShape], Field(min_length=1)]
