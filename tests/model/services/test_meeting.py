"""Meetings are told by their day, whatever their order in the file."""

from datetime import date

from integraal.model.services.meeting import NOTHING_GATHERED, Gathered, Meeting, year_before

EARLY, LATE = Meeting(date(2026, 3, 10)), Meeting(date(2026, 9, 15), chair="caw")
TODAY = date(2026, 11, 30)


def test_the_oldest_stands_first_and_what_is_yet_to_come_was_not_held() -> None:
    ahead = Meeting(date(2027, 1, 12))
    gathered = Gathered((ahead, LATE, EARLY))
    assert gathered.held(TODAY) == (EARLY, LATE)
    assert gathered.held(TODAY, since=date(2026, 4, 1)) == (LATE,)
    assert gathered.latest(TODAY) == LATE
    assert NOTHING_GATHERED.latest(TODAY) is None


def test_laid_on_another_a_later_file_goes_for_what_both_say() -> None:
    other = Meeting(LATE.on, chair="ocmw")
    whole = Gathered((other,), ("fr",)).laid_on(
        Gathered((EARLY, LATE), ("nl",), ("be-vlaams",), "caw", "balie")
    )
    assert whole == Gathered((EARLY, other), ("fr",), ("be-vlaams",), "caw", "balie")


def test_a_year_is_twelve_months_also_around_a_leap_day() -> None:
    assert year_before(TODAY) == date(2025, 12, 1)
    assert year_before(date(2028, 2, 28)) == date(2027, 2, 28)
    assert year_before(date(2028, 2, 29)) == date(2027, 3, 1)
