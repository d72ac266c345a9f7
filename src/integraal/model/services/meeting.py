"""Meetings of a local network: who was there, which themes came up, what was agreed. No persons."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Topic:
    """A theme that came up at a meeting: a problem of a neighbourhood, never of one person."""

    text: str
    brought_by: tuple[str, ...] = ()
    """Ids of the organisations that brought it."""
    about: tuple[str, ...] = ()
    """Ids of what it is about, as services are for them: areas of life, barriers, actions."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a meeting agreed."""

    what: str
    who: str = ""
    """The id of an organisation, or a role."""
    by: date | None = None
    theme: str = ""
    """The theme that it is about, in the words of that meeting or an earlier one."""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, as far as somebody noted it."""

    on: date
    sectors: tuple[str, ...] = ()
    """That were there: options of the question about sectors in `buurtoverleg`."""
    present: tuple[str, ...] = ()
    """Ids of the organisations that were there; none where only sectors were noted."""
    themes: tuple[Topic, ...] | None = None
    """None where nobody noted whether there were any."""
    agreements: tuple[Arrangement, ...] = ()
    chair: str = ""
    """The id of the organisation that was in the chair."""
    agenda: tuple[str, ...] = ()
    """What came up, as `buurtoverleg` names it; none where nobody noted it."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a network notes of itself as a meeting, besides its organisations and services."""

    meetings: tuple[Meeting, ...] = ()
    """In the order of the file."""
    languages: tuple[str, ...] = ()
    """In which it invites people; none where it does not say."""
    holidays: tuple[str, ...] = ()
    """Ids of the calendars of schools whose holidays it stays away from; none for all of them."""
    next_chair: str = ""
    """The id of the organisation that can take over the chair."""
    contact_point: str = ""
    """The id of the service where people with any question can go: the central one."""

    def held(self, today: date, since: date = date.min) -> tuple[Meeting, ...]:
        """The meetings that were held from one day until another, the oldest first."""
        found = (each for each in self.meetings if since <= each.on <= today)
        return tuple(sorted(found, key=lambda each: each.on))

    def latest(self, today: date) -> Meeting | None:
        """The last meeting that was held; None where there is none."""
        held = self.held(today)
        return held[-1] if held else None

    def laid_on(self, other: "Gathered") -> "Gathered":
        """The two as one; where both say something, this one goes for the other."""
        meetings = {each.on: each for each in (*other.meetings, *self.meetings)}
        return Gathered(
            tuple(meetings.values()),
            self.languages or other.languages,
            self.holidays or other.holidays,
            self.next_chair or other.next_chair,
            self.contact_point or other.contact_point,
        )


NOTHING_GATHERED = Gathered()
"""Of a network that notes nothing of itself."""


def year_before(day: date) -> date:
    """The first day of the twelve months that end on a day.

    >>> year_before(date(2028, 2, 29)), year_before(date(2026, 11, 30))
    (datetime.date(2027, 3, 1), datetime.date(2025, 12, 1))
    """
    following = date.fromordinal(day.toordinal() + 1)
    if (following.month, following.day) == (2, 29):
        return following.replace(year=following.year - 1, day=28)
    return following.replace(year=following.year - 1)
