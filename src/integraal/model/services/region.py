"""What there is in a region: services, and which routes of an instrument they take up."""

from dataclasses import dataclass
from datetime import date

KEY_POINT = "◆"
"""Before the name of a service that others refer to: a shape, for paper without colour."""


@dataclass(frozen=True, slots=True)
class Wait:
    """How long people wait, and when somebody asked."""

    weeks: int
    asked: date


@dataclass(frozen=True, slots=True)
class Service:
    """One service on the map of a region. About work, never about a person."""

    id: str
    name: str
    serves: tuple[str, ...]
    """Ids of the routes that it takes up. In a network also of actions, areas of life and barriers;
    what is meant of one instrument only has its id before it: `instrument/id`."""
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
    organisation: str = ""
    """The id of the organisation whose it is."""
    about: str = ""
    """What people can go there for."""
    wait: Wait | None = None
    places: tuple[str, ...] = ()
    """Towns and postcodes that it is for; none where it is for all of the region."""

    def is_for(self, wanted: str, instrument: str = "") -> bool:
        """Whether it is for what has this id in this instrument; without one, in any.

        >>> desk = Service("loket", "Loket", ("wonen", "procesregie/bel-de-regisseur"))
        >>> desk.is_for("wonen"), desk.is_for("bel-de-regisseur", "meldcode")
        (True, False)
        """
        parted = (each.rpartition("/") for each in self.serves)
        return any(name == wanted and (not of or instrument in (of, "")) for of, _, name in parted)


@dataclass(frozen=True, slots=True)
class Region:
    """The services of one region, for one instrument."""

    id: str
    title: str
    instrument: str
    services: tuple[Service, ...]
    note: str = ""
