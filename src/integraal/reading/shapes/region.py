"""The shape of the file in which a region names its services."""

from typing import Annotated, Literal

from pydantic import Field

from integraal.reading.shapes.base import Flag, Identifier, Shape, Text
from integraal.reading.shapes.case import Day


class ServiceShape(Shape):
    """One service: what it does and how one gets there. Nothing about a person."""

    id: Identifier
    name: Text
    outcomes: Annotated[tuple[Identifier, ...], Field(min_length=1)] = Field(alias="for")
    """Ids of the outcomes of the instrument that this service takes up."""
    audience: str = ""
    """For whom it is."""
    languages: tuple[Text, ...] = ()
    access: str = ""
    """How one gets there."""
    cost: str = ""
    contact: str = ""
    """A work number or address, of a desk and not of a person."""
    checked: Day | None = None
    """The day on which somebody last checked all this."""
    key_point: Flag = False
    """It has a broad view and a central role, so that others refer to it."""


class RegionShape(Shape):
    """A region file."""

    schema_: Literal["integraal/region/1"] = Field(alias="schema")
    id: Identifier
    title: Text
    instrument: Identifier
    """The instrument whose outcomes these services take up."""
    note: str = ""
    """Shown below the services."""
    services: Annotated[list[ServiceShape], Field(min_length=1)]
