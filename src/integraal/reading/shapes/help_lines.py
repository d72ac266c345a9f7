"""The shape of the file of help lines."""

from typing import Annotated, Literal

from pydantic import Field

from integraal.reading.shapes.base import Identifier, Language, Shape, Text
from integraal.reading.shapes.case import Day

_Country = Literal["nl", "be"]
_Caller = Literal["professional", "adult", "child"]


class HelpLineShape(Shape):
    """One number to call."""

    id: Identifier
    name: Text
    """As the organisation calls itself, in its own language."""
    number: Text
    also: str = ""
    """A second number of the same line."""
    country: Annotated[tuple[_Country, ...], Field(min_length=1)]
    community: Literal["vlaams", "frans", "duits", ""] = ""
    """In Belgium, whose it is; left out for the whole country."""
    for_whom: Text
    caller: Annotated[tuple[_Caller, ...], Field(min_length=1)]
    """Who may call."""
    reachable_from: Annotated[tuple[Literal["nl", "be", "eu"], ...], Field(min_length=1)]
    """From where it surely works."""
    languages: Annotated[tuple[Literal["nl", "fr", "de", "en"], ...], Field(min_length=1)]
    """In which one can speak there."""
    hours: Text
    cost: Text
    source: Text
    """The public page that confirms the number."""
    site: str = ""
    """Where the organisation itself says how it is now."""
    checked: Day
    """When the line was last laid beside public pages."""


class HelpLinesShape(Shape):
    """A file of help lines: those for the worst first."""

    schema_: Literal["integraal/hulplijnen/1"] = Field(alias="schema")
    id: Identifier
    language: Language = "nl"
    """In which its texts are."""
    lines: Annotated[list[HelpLineShape], Field(min_length=1)]
