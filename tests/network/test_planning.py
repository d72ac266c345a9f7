"""A year is planned on days on which people can come, and says whom to invite."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integraal.model.services.gathering import Closed, SchoolCalendar
from integraal.model.services.meeting import Gathered, Meeting, year_before
from integraal.model.services.network import Network, Organisation, Target
from integraal.model.services.targets import targets_of
from integraal.network.planning import MOST, plan_year
from integraal.reading.library import Library
from integraal.reading.services.holidays import read_holidays, shipped_holidays

TODAY = date(2026, 11, 30)
CALENDARS = read_holidays(shipped_holidays())
SECTORS = [
    each
    for each in targets_of(Library().instrument("buurtoverleg"))
    if each.question == "bo_sectoren"
]
ORGANISATIONS = (
    Organisation("caw", "CAW (verzonnen)", "welzijn"),
    Organisation("school", "School (verzonnen)", "onderwijs"),
)


def network(*meetings: Meeting) -> Network:
    """A network with these meetings."""
    return Network("wijk", "Wijk", (), ORGANISATIONS, gathered=Gathered(meetings))


@pytest.mark.parametrize("months", range(12))
@pytest.mark.parametrize("count", [4, 5, MOST])
def test_no_day_falls_in_holidays_that_are_known(months: int, count: int) -> None:
    start = TODAY + timedelta(days=30 * months)
    plan = plan_year(network(), CALENDARS, SECTORS, start, count)
    days = [each.day for each in plan.days]
    assert len(set(days)) == count
    assert not any(each.is_closed(day) for each in CALENDARS for day in days)
    assert all(day >= start + timedelta(days=21) for day in days)
    assert not any(each.closed_to for each in plan.days)


def test_a_day_of_which_holidays_are_not_known_is_proposed_and_said() -> None:
    plan = plan_year(network(), CALENDARS, SECTORS, TODAY)
    unknown = {each.day: [one.id for one in each.unknown_to] for each in plan.days}
    assert any("be-frans" in each for each in unknown.values())
    for day, ids in unknown.items():
        assert ids == [each.id for each in CALENDARS if not each.knows(day)]


def test_where_schools_are_closed_for_months_the_day_says_so() -> None:
    shut = SchoolCalendar(
        "dicht",
        "Dicht",
        date(2026, 1, 1),
        date(2029, 1, 1),
        (Closed(date(2026, 1, 1), date(2029, 1, 1), "altijd"),),
        "",
        TODAY,
    )
    plan = plan_year(network(), [shut], SECTORS, TODAY)
    assert all(each.closed_to == (shut,) for each in plan.days)


def test_the_day_of_the_week_is_that_of_the_last_meeting() -> None:
    thursday = Meeting(date(2026, 9, 17))
    plan = plan_year(network(thursday), [], SECTORS, TODAY)
    assert {each.day.weekday() for each in plan.days} == {3}


def test_who_was_at_no_meeting_of_a_year_is_missing_with_who_could_come() -> None:
    old = Meeting(date(2025, 9, 1), sectors=("winkels",))
    met = Meeting(date(2026, 9, 15), sectors=("gezondheid",), present=("caw",))
    plan = plan_year(network(old, met), [], SECTORS, TODAY)
    assert [each.id for each in plan.there] == ["gezondheid", "welzijn"]
    missing = {each.id: [one.id for one in could] for each, could in plan.missing}
    assert missing == {
        "lokaal_bestuur": [],
        "burgers": [],
        "onderwijs": ["school"],
        "winkels": [],
    }


def test_who_missed_three_meetings_in_a_row_is_told_and_who_missed_two_is_not() -> None:
    first = Meeting(date(2026, 1, 13), sectors=("welzijn", "onderwijs"), present=("caw", "school"))
    later = [
        Meeting(date(2026, month, 9), sectors=("welzijn",), present=("caw",)) for month in (3, 6, 9)
    ]
    two = plan_year(network(first, *later[:2]), [], SECTORS, TODAY)
    assert two.long_away == ()
    three = plan_year(network(first, *later), [], SECTORS, TODAY)
    away = {each.id: (each.last, each.missed) for each in three.long_away}
    assert away == {"onderwijs": (first.on, 3), "school": (first.on, 3)}


def test_a_meeting_of_which_nobody_noted_who_was_there_says_nothing_of_who_was_not() -> None:
    meetings = [Meeting(date(2026, month, 9)) for month in (3, 6, 9)]
    plan = plan_year(network(*meetings), [], SECTORS, TODAY)
    assert not plan.is_recorded
    assert plan.long_away == ()


def test_a_year_ends_today_and_has_a_leap_day_too() -> None:
    assert year_before(date(2026, 11, 30)) == date(2025, 12, 1)
    assert year_before(date(2028, 2, 28)) == date(2027, 2, 28)
    just = replace(Meeting(date(2025, 11, 30)), sectors=("winkels",))
    assert plan_year(network(just), [], SECTORS, TODAY).held == ()


def test_sectors_are_named_as_people_know_them() -> None:
    assert isinstance(SECTORS[0], Target)
    assert SECTORS[0].label == "Gezondheidszorg"
