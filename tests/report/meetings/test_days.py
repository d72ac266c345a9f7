"""A day of a meeting is told with its day of the week, in each language."""

from datetime import date, time

import pytest

from integraal.report.meetings.days import clock, day_of_week, days
from integraal.words.words import Words

DAY = date(2027, 1, 12)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "dinsdag 12 januari 2027"),
        ("en", "Tuesday 12 January 2027"),
        ("fr", "mardi 12 janvier 2027"),
    ],
)
def test_a_day_has_its_day_of_the_week(language: str, told: str) -> None:
    assert day_of_week(DAY, Words(language)) == told


def test_several_days_stand_in_one_line_and_a_time_has_no_seconds() -> None:
    assert days([DAY, date(2027, 3, 9)], Words("nl")) == "12 januari 2027, 9 maart 2027"
    assert clock(time(9, 5)) == "09:05"
