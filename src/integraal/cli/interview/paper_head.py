"""Read the day that stands at the head of a form, in the ways of the Netherlands and Belgium."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache

from integraal.words.words import LANGUAGES, Words, typed_in_any_language

_CENTURY = 2000
_SHORTEST = 3
"""Letters of the name of a month, as in `nov`."""
_SLIP = "mrt"
"""March in Dutch diaries; not the beginning of its name."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A line without its days, and the days."""

    rest: str
    days: tuple[tuple[str, date | None], ...]
    """What was typed, with the day it is; None where there is no such day, or not yet."""


def without_days(line: str, today: date) -> Dated:
    """Take the days out of a line.

    Args:
        line: As it was typed. The day stands before the month, or the year before both.
        today: No conversation was later.

    >>> dated = without_days("Datum: 12/11/2026 B1a", date(2026, 11, 30))
    >>> dated.rest, dated.days
    (' ; B1a', (('Datum: 12/11/2026', datetime.date(2026, 11, 12)),))
    """
    days = tuple((found[0].strip(), _day(found, today)) for found in _found(line))
    return Dated(_pattern().sub(" ;", line), days)


@cache
def _pattern() -> re.Pattern[str]:
    named = "|".join(map(re.escape, typed_in_any_language("typed.day")))
    months = "|".join(sorted({*_months()}, key=len, reverse=True))
    year = r"['’]?([0-9]{4}|[0-9]{2})(?![\w/-])"
    written = (
        rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2{year}",
        r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![\w/-])",
        rf"([0-9]{{1,2}})(?:er|e)?\s+({months})\.?\s+{year}",
    )
    each = "|".join(f"(?:{one})" for one in written)
    return re.compile(rf"(?:(?<![\w.])(?:{named})(?!\w)[\s.:=,-]*)*(?<![\w/.-])(?:{each})", re.I)


def _found(line: str) -> Iterator[re.Match[str]]:
    yield from _pattern().finditer(line)


def _day(found: re.Match[str], today: date) -> date | None:
    day, _, month, year, iso_year, iso_month, iso_day, named_day, name, named_year = found.groups()
    if iso_year:
        day, month, year = iso_day, iso_month, iso_year
    elif name:
        day, month, year = named_day, str(_months()[_plain(name)]), named_year
    number = int(year) if len(year) > 2 else _CENTURY + int(year)  # noqa: PLR2004 - of the century
    with suppress(ValueError):
        meant = date(number, int(month), int(day))
        return meant if meant <= today and number >= _CENTURY else None
    return None


@cache
def _months() -> dict[str, int]:
    """What people write for a month, in any language; what may be two of them is left out."""
    called: dict[str, set[int]] = {_SLIP: {3}}
    for language in LANGUAGES:
        for number, name in enumerate(Words(language)("months").split(), 1):
            for count in range(_SHORTEST, len(name) + 1):
                for spelling in (name[:count].casefold(), _plain(name[:count])):
                    called.setdefault(spelling, set()).add(number)
    return {name: min(numbers) for name, numbers in called.items() if len(numbers) == 1}


def _plain(name: str) -> str:
    """Without accents, in small letters."""
    return "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if c.isalpha())
