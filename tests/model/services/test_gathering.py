"""A calendar says when schools are closed, and of which days it knows."""

from datetime import date

from integraal.model.services.gathering import Closed, SchoolCalendar

CALENDAR = SchoolCalendar(
    "hier",
    "Hier",
    date(2026, 9, 1),
    date(2027, 8, 31),
    (Closed(date(2026, 11, 2), date(2026, 11, 8), "Herfst"),),
    "https://example.org",
    date(2026, 11, 30),
)


def test_both_ends_of_a_holiday_belong_to_it() -> None:
    days = (date(2026, 11, 1), date(2026, 11, 2), date(2026, 11, 8), date(2026, 11, 9))
    assert [CALENDAR.is_closed(day) for day in days] == [False, True, True, False]


def test_outside_its_days_it_does_not_know() -> None:
    days = (date(2026, 8, 31), date(2026, 9, 1), date(2027, 8, 31), date(2027, 9, 1))
    assert [CALENDAR.knows(day) for day in days] == [False, True, True, False]
