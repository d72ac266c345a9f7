"""Tell dates of birth from other dates in a text.

A date that is not yet there is nobody's birthday. Of the others, those that say so are, and those
that say of what else they are, such as a talk, are not; of the rest nobody can say it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from integraal.privacy.identifiers import MONTHS, YEAR
from integraal.privacy.lexicon import folded

_ORDINAL = r"(?:[ºe]|de|ste|er|st|nd|rd|th)?"
_WRITTEN = re.compile(
    rf"(?<![\w/.-])(?:"
    rf"(?P<ymd>{YEAR}[-/._](?:1[0-2]|0?[1-9])[-/._](?:[12]\d|3[01]|0?[1-9])"
    rf"|{YEAR}(?:1[0-2]|0[1-9])(?:[12]\d|3[01]|0[1-9]))"
    rf"|(?P<dmy>(?:[12]\d|3[01]|0?[1-9])\s?[-/._]\s?(?:1[0-2]|0?[1-9])\s?[-/._]\s?(?:{YEAR}|\d\d(?![-/.]\d\d(?!\d)))"
    rf"|(?:[12]\d|3[01]|0[1-9])\s?(?:1[0-2]|0[1-9])\s?{YEAR})"
    rf"|(?P<day>[12]\d|3[01]|0?[1-9]){_ORDINAL}[\s_.-]{{1,3}}(?P<month>{MONTHS})"
    rf"[\s_,-]{{0,3}}(?P<year>{YEAR}|'?\d\d)"
    rf"|(?P<month2>{MONTHS})\s(?P<day2>[12]\d|3[01]|0?[1-9]){_ORDINAL},?\s(?P<year2>{YEAR})"
    rf")(?!\d)",
)
_MONTH_OF = {
    "jan": 1, "feb": 2, "fev": 2, "maa": 3, "mar": 3, "mrt": 3, "mer": 3, "apr": 4, "avr": 4,
    "mei": 5, "may": 5, "mai": 5, "jun": 6, "jui": 6, "jul": 7, "aug": 8, "aou": 8, "sep": 9,
    "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_BORN = (
    r"\b(?:geb\b|geb\.|gebor|geboort|geb[._ ]?dat|verjaar|verjaard|jarig|born|birth|d\.?o\.?b\b|"
    r"née?s?\b|nee? le\b|naissance|anniversaire"
    r"|(?:wordt|turns|aura) (?:dan )?\d{1,2}\b(?: jaar| ans)?)|°"
)
_BIRTHDAY = re.compile(
    rf"(?:\b(?:geb|gebor\w{{0,4}}|verjaa\w{{0,8}}|jarig|born|née?s?|nee? le)\b|°)[^.;\n\d]{{0,24}}"
    rf"(?:[12]\d|3[01]|0?[1-9]){_ORDINAL}[\s/.-]{{1,3}}(?:{MONTHS}(?!\w)|1[0-2]\b|0?[1-9]\b)",
)
"""A birthday without its year."""
_ON = (
    r"\b(?:op|sinds|vanaf|tot|tegen|per|voor|na|d\.?d\.?|dag|on|since|from|until|before|after|by"
    r"|le|du|depuis|avant|apr[eè]s|au)\s{1,3}(?:\w{2,4}dag,?\s|de\s|the\s)?$"
)
_EVENT = (
    r"gesprek|overleg|verslag|melding|brief|besl(?:uit|ist)|beschikking|afspraa?k|bespreking"
    r"|uithuisplaats|plaatsing|opname|verhuis|evaluatie|intake|vergader|beraad|vonnis|zitting"
    r"|\bwet\b|decreet|besluit|\bk\.?b\b|versie|akkoord|convenant|factuur"
    r"|\bplan\b|uitnodiging|meeting|report|letter|decision|review|entretien|r[ée]union|rapport|lettre|placement"
)
_UNTIL = r"\s?(?:tot|t/m|t\.e\.m\.|[-–]|until|to|till|au|jusqu).{0,12}\d"
_BEFORE = 60
"""So many characters before a date may say that it is of a birth."""
_NEAR = 30
"""So many may say that it is of something else."""
_YEARS_TO_COME = 3
"""Of a year of two digits: up to so many years ahead it is meant as a year to come."""


class Dated(Enum):
    """What a date is of."""

    BIRTH = "birth"
    """Somebody's birth, as far as anybody can say."""
    EVENT = "event"
    """Something that happened."""
    TO_COME = "to come"


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text."""

    start: int
    end: int
    dated: Dated


def dates(text: str, day: date) -> Iterator[Found]:
    """Find the dates in a text, and birthdays without a year.

    Args:
        text: What somebody wrote.
        day: When it was written: what comes after it was to come.

    >>> day = date(2026, 11, 30)
    >>> [found.dated.name for found in dates("Opnieuw samenkomen op 15 januari 2027", day)]
    ['TO_COME']
    >>> [found.dated.name for found in dates("geb. 3-4-2011, overleg op 5 mei 2026", day)]
    ['BIRTH', 'EVENT']
    """
    text = text.lower()
    for match in _WRITTEN.finditer(text):
        if when := _day_of(match, day.year):
            before = text[max(0, match.start() - _BEFORE) : match.start()]
            begins = bool(re.match(_UNTIL, text[match.end() : match.end() + _NEAR]))
            yield Found(match.start(), match.end(), _of_what(before, when, day, begins=begins))
    for match in _BIRTHDAY.finditer(text):
        yield Found(match.start(), match.end(), Dated.BIRTH)


def _of_what(before: str, when: date, day: date, *, begins: bool) -> Dated:
    *_, sentence = re.split(r"[;\n]", before)
    if re.search(_BORN, sentence):
        born = max(match.end() for match in re.finditer(_BORN, sentence))
        # "geb. 3-4-2011, overleg op 5 mei 2026": the last that was said of it counts.
        if not re.search(r"\d", sentence[born:]):
            return Dated.BIRTH
    if when > day:
        return Dated.TO_COME
    if begins or re.search(_ON, before) or re.search(_EVENT, before[-_NEAR:]):
        return Dated.EVENT
    return Dated.BIRTH


def _day_of(match: re.Match[str], this_year: int) -> date | None:
    parts = match.groupdict()
    if written := parts["ymd"] or parts["dmy"]:
        numbers = _three(written, year_first=bool(parts["ymd"]))
        year, month, day = numbers if parts["ymd"] else numbers[::-1]
    else:
        name = folded(parts["month"] or parts["month2"])[:3]
        year, month = parts["year"] or parts["year2"], str(_MONTH_OF.get(name, 0))
        day = parts["day"] or parts["day2"]
        if folded(parts["month"] or parts["month2"]).startswith("juil"):
            month = "7"
    try:
        return date(_full_year(year.strip("'"), this_year), int(month), int(day))
    except ValueError:
        return None


def _three(written: str, *, year_first: bool) -> tuple[str, ...]:
    parts = re.findall(r"\d+", written)
    if len(parts) == 3:  # noqa: PLR2004 - a day, a month and a year
        return tuple(parts)
    digits = "".join(parts)
    if len(digits) != 8 or len(parts) != 1:  # noqa: PLR2004 - as one number: eight digits
        return ("0", "0", "0")
    cuts = (4, 6) if year_first else (2, 4)
    return digits[: cuts[0]], digits[cuts[0] : cuts[1]], digits[cuts[1] :]


def _full_year(written: str, this_year: int) -> int:
    year = int(written)
    if len(written) > 2:  # noqa: PLR2004 - of a year in short
        return year
    century = this_year - this_year % 100
    return century + year if century + year <= this_year + _YEARS_TO_COME else century - 100 + year
