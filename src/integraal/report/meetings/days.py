"""Days of meetings in words."""

from collections.abc import Iterable
from datetime import date, time

from integraal.words.words import Words


def weekday_of(day: date, words: Words) -> str:
    """The day of the week, as this language calls it."""
    return words("meetings.weekdays").split()[day.weekday()]


def day_of_week(day: date, words: Words) -> str:
    """A day with its day of the week.

    >>> day_of_week(date(2027, 1, 12), Words("nl"))
    'dinsdag 12 januari 2027'
    """
    return words("meetings.day", weekday=weekday_of(day, words), day=words.date(day))


def days(every: Iterable[date], words: Words) -> str:
    """Days, with commas between them."""
    return ", ".join(map(words.date, every))


def clock(at: time) -> str:
    """A time of day."""
    return at.isoformat("minutes")
