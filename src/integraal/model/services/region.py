"""What there is in a region: services, and which routes of an instrument they take up."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Service:
    """One service on the map of a region. About work, never about a person."""

    id: str
    name: str
    outcomes: tuple[str, ...]
    """Ids of the routes that it takes up."""
    audience: str = ""
    languages: tuple[str, ...] = ()
    access: str = ""
    """How one gets there."""
    cost: str = ""
    contact: str = ""
    """A work number or address, of a desk and not of a person."""
    checked: date | None = None
    """The day on which somebody last checked all this."""
    needs_check: bool = True
    """Whether that is too long ago, or never happened."""
    key_point: bool = False
    """Whether it has a broad view and a central role, so that others refer to it."""


@dataclass(frozen=True, slots=True)
class Region:
    """The services of one region, for one instrument."""

    id: str
    title: str
    instrument: str
    services: tuple[Service, ...]
    note: str = ""
