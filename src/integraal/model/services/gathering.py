"""What comes of the meetings of a network: dates, whom to invite, and what recurs."""

from dataclasses import dataclass
from datetime import date

from integraal.model.services.meeting import Arrangement, Meeting
from integraal.model.services.network import Network, Organisation, Target
from integraal.model.services.region import Service


@dataclass(frozen=True, slots=True)
class Closed:
    """Days on which schools of one community are closed, both included."""

    begin: date
    end: date
    name: str


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """The holidays of the schools of one community or region, as far as they are known."""

    id: str
    name: str
    """As the community calls itself."""
    begin: date
    end: date
    """Within these days it is known when schools are closed; outside them nobody knows."""
    closed: tuple[Closed, ...]
    source: str
    checked: date

    def knows(self, day: date) -> bool:
        """Whether it says of a day if schools are open."""
        return self.begin <= day <= self.end

    def is_closed(self, day: date) -> bool:
        """Whether schools are closed on a day, as far as it knows."""
        return any(each.begin <= day <= each.end for each in self.closed)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A day for a meeting."""

    day: date
    unknown_to: tuple[SchoolCalendar, ...] = ()
    """Calendars that do not say of this day whether schools are open."""
    closed_to: tuple[SchoolCalendar, ...] = ()
    """Calendars in which schools are closed, where no better day was near."""


@dataclass(frozen=True, slots=True)
class Presence:
    """How a sector or an organisation took part."""

    id: str
    name: str
    last: date | None = None
    """When it was last there; None where that is not on file."""
    missed: int = 0
    """How many of the last meetings it was not at, in a row."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A year of meetings: when, and whom to invite."""

    network: Network
    today: date
    days: tuple[Proposed, ...]
    calendars: tuple[SchoolCalendar, ...]
    held: tuple[Meeting, ...]
    """In the last twelve months."""
    there: tuple[Presence, ...]
    """Sectors that were at a meeting of these."""
    missing: tuple[tuple[Presence, tuple[Organisation, ...]], ...]
    """Sectors that were at none of these, each with the organisations that could come."""
    long_away: tuple[Presence, ...]
    """Organisations, and sectors that once came, that were not at the last meetings."""
    is_recorded: bool
    """Whether anything is on file to say this of."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """A theme that several meetings heard of several organisations."""

    text: str
    """As it was last said."""
    meetings: tuple[date, ...]
    brought_by: tuple[Organisation, ...]
    about: tuple[Target, ...]
    agreed: tuple[tuple[date, Arrangement], ...]
    services: tuple[Service, ...]
    """Who there is for what it is about."""
    unserved: tuple[Target, ...]
    """What it is about and no service is for."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A theme that does not recur yet."""

    text: str
    meetings: tuple[date, ...]
    brought_by: tuple[Organisation, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What the meetings of a network remember."""

    network: Network
    today: date
    since: date | None
    """Of the first meeting on file; None where there is none."""
    meetings: int
    """How many are on file."""
    unnoted: int
    """Of how many nobody noted whether there was a theme."""
    recurring: tuple[Recurring, ...]
    watched: tuple[Watched, ...]
    alike: tuple[tuple[str, str], ...]
    """Themes that may be the same, in other words."""
    open: tuple[tuple[date, Arrangement], ...]
    """What was agreed and is not done."""
