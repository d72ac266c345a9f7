"""The shapes of the files in which a region, or a network, names its services, and of the file that
says what the columns of a list of services are.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from integraal.reading.shapes.base import Flag, Identifier, Language, Shape, Text, count
from integraal.reading.shapes.case import Day
from integraal.reading.shapes.meetings.meeting import MeetingShape

_Served = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_-]*/)?[a-z][a-z0-9_-]*$")]


class ServiceShape(Shape):
    """One service: what it does and how one gets there. Nothing about a person."""

    id: Identifier
    name: Text
    serves: Annotated[tuple[Identifier, ...], Field(min_length=1)] = Field(alias="for")
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


class OrganisationShape(Shape):
    """An organisation of the network."""

    id: Identifier
    name: Text
    sector: str = ""
    """Which part of society it is of: an option of `bo_sectoren` in `buurtoverleg`."""
    kind: str = ""
    """Which kind of partner of a Kruispunt: an option of `kp_partners` in
    `kruispunt-kernprincipes`."""
    committed: Flag | None = None
    """Whether it committed itself to the principles of the network."""


class WaitShape(Shape):
    """How long people wait."""

    weeks: Annotated[int, Field(ge=0, le=520), count(0, 520)]
    asked: Day
    """The day on which somebody asked."""


class NetworkServiceShape(ServiceShape):
    """One service of a network, with more about it. Nothing about a person."""

    serves: Annotated[tuple[_Served, ...], Field(min_length=1)] = Field(alias="for")
    """Ids of what it is for: outcomes, actions, areas of life or barriers, of any instrument; with
    `instrument/` before it, of that one only."""
    organisation: str = ""
    """Whose it is: an id under `organisations`."""
    about: str = ""
    """What people can go there for, in a line."""
    wait: WaitShape | None = None
    """How long people wait, and when somebody asked."""
    places: tuple[Text, ...] = ()
    """Towns and postcodes that it is for; left out, for all of the network."""


class NetworkShape(Shape):
    """The file of a network."""

    schema_: Literal["integraal/netwerk/1"] = Field(alias="schema")
    id: Identifier
    title: Text
    note: str = ""
    """Shown below the services."""
    organisations: list[OrganisationShape] = Field(default_factory=list)
    services: Annotated[list[NetworkServiceShape], Field(min_length=1)]
    meetings: list[MeetingShape] | None = None
    """What was noted of each meeting."""
    languages: tuple[Language, ...] = ()
    """In which the network invites people."""
    holidays: tuple[Identifier, ...] = ()
    """Schools whose holidays its meetings stay away from: ids in `schoolvakanties.yaml`."""
    next_chair: str = ""
    """Which organisation can take over the chair: an id under `organisations`."""
    contact_point: str = ""
    """The central point of contact: an id under `services`."""


Column = Literal[
    "organisation", "sector", "name", "about", "for", "audience", "languages", "access", "cost",
    "wait_weeks", "wait_asked", "places", "contact", "key_point", "checked", "kind",
    "committed", "id", "organisation_id",
]  # fmt: skip
"""The same as `COLUMNS` in `model/services/row`."""


class ColumnMapShape(Shape):
    """What the columns of a list are, and what texts in them stand for."""

    schema_: Literal["integraal/kolommen/1"] = Field(alias="schema")
    columns: dict[Column, Text] = {}
    """What stands above the column that is this."""
    left_out: list[Text] = []
    """Headings of columns that say nothing of services here."""
    values: dict[Column, dict[str, str | None]] = {}
    """By column, what a text stands for there: an id, or nothing as long as nobody said."""
