"""Propose days for the meetings of a year, away from school holidays; and whom to invite.

A day is looked for around each point of an even rhythm, on the day of the week on which the network
last met. Of a day outside the calendars nobody knows whether schools are open: it is told with it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from integraal.model.services.gathering import Plan, Presence, Proposed, SchoolCalendar
from integraal.model.services.meeting import Meeting, year_before
from integraal.model.services.network import Network, Organisation, Target

FEWEST, MOST = 4, 5
"""Meetings in a year (document 002: about 4 or 5 times)."""
AWAY = 3
"""Meetings in a row that somebody was not at, to be told of it."""
_NOTICE = 21
"""Days between an invitation and the first meeting: a choice of ours."""
_YEAR = 364
"""Days, in whole weeks."""
_TUESDAY = 1
_WEEK = 7
_SEARCH = 10
"""Weeks to look on either side of a point of the rhythm: the summers of all regions together."""


def plan_year(
    network: Network,
    calendars: Sequence[SchoolCalendar],
    sectors: Sequence[Target],
    today: date,
    count: int = FEWEST,
) -> Plan:
    """Plan the meetings of the coming year.

    Args:
        network: With what was noted of earlier meetings.
        calendars: Of the schools whose holidays count.
        sectors: That can take part, with their names.
        today: From which day on.
        count: How many meetings.
    """
    gathered = network.gathered
    held = gathered.held(today, year_before(today))
    last = gathered.latest(today)
    weekday = _TUESDAY if last is None else last.on.weekday()
    known = tuple(_presences(sectors, gathered.held(today), _sectors_at(network)))
    recent = {
        each.id for each in known if each.last is not None and each.last >= year_before(today)
    }
    missing = tuple(
        (each, tuple(one for one in network.organisations if one.sector == each.id))
        for each in known
        if each.id not in recent
    )
    return Plan(
        network=network,
        today=today,
        days=tuple(_days(calendars, weekday, today, count)),
        calendars=tuple(calendars),
        held=held,
        there=tuple(each for each in known if each.id in recent),
        missing=missing,
        long_away=tuple(_long_away(network, known, gathered.held(today))),
        is_recorded=any(each.sectors or each.present for each in held),
    )


def sectors_at(meeting: Meeting, organisations: Iterable[Organisation]) -> frozenset[str]:
    """The sectors that were at a meeting: those that were noted, and of who was noted."""
    own = {each.id: each.sector for each in organisations if each.sector}
    return frozenset(meeting.sectors) | {own[each] for each in meeting.present if each in own}


def _sectors_at(network: Network) -> dict[date, frozenset[str]]:
    meetings = network.gathered.meetings
    return {each.on: sectors_at(each, network.organisations) for each in meetings}


def _days(
    calendars: Sequence[SchoolCalendar], weekday: int, today: date, count: int
) -> Iterator[Proposed]:
    """As many days as are wanted, in an even rhythm, none twice."""
    first = today + timedelta(days=_NOTICE)
    taken: set[date] = set()
    for number in range(count):
        point = first + timedelta(days=number * _YEAR // count)
        point += timedelta(days=(weekday - point.weekday()) % _WEEK)
        open_days = (
            day
            for day in _around(point)
            if day >= first and day not in taken and not any(c.is_closed(day) for c in calendars)
        )
        day = next(open_days, point)
        taken.add(day)
        yield Proposed(
            day,
            unknown_to=tuple(each for each in calendars if not each.knows(day)),
            closed_to=tuple(each for each in calendars if each.is_closed(day)),
        )


def _around(point: date) -> Iterator[date]:
    """A day, and the same day of the week before and after it, the nearest first."""
    yield point
    for weeks in range(1, _SEARCH + 1):
        yield point + timedelta(weeks=weeks)
        yield point - timedelta(weeks=weeks)


def _presences(
    sectors: Sequence[Target], held: Sequence[Meeting], were: dict[date, frozenset[str]]
) -> Iterator[Presence]:
    noted = [each for each in held if were[each.on]]
    for sector in sectors:
        yield _presence(sector.id, sector.label, noted, lambda each, name: name in were[each.on])


def _presence(
    name: str, label: str, noted: Sequence[Meeting], was_at: Callable[[Meeting, str], bool]
) -> Presence:
    missed = 0
    for meeting in reversed(noted):
        if was_at(meeting, name):
            return Presence(name, label, meeting.on, missed)
        missed += 1
    return Presence(name, label, None, missed)


def _long_away(
    network: Network, sectors: Iterable[Presence], held: Sequence[Meeting]
) -> Iterator[Presence]:
    """Who was not at the last meetings: sectors that came before, and organisations."""
    yield from (each for each in sectors if each.last is not None and each.missed >= AWAY)
    noted = [each for each in held if each.present]
    for one in network.organisations:
        found = _presence(one.id, one.name, noted, lambda each, name: name in each.present)
        if found.missed >= AWAY:
            yield found
