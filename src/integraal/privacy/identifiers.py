"""Recognise values that have the shape of something that identifies a person."""

import re
from collections.abc import Iterable
from enum import Enum
from itertools import accumulate


class Identifier(Enum):
    """Kinds of identifying values that are checked for."""

    BSN = "bsn"
    """Dutch citizen service number: nine digits that pass the eleven test."""
    NATIONAL_NUMBER = "rijksregisternummer"
    """Belgian national number: eleven digits that pass the modulo 97 test."""
    EMAIL = "email"
    PHONE = "telefoon"
    BIRTH_DATE = "geboortedatum"


# Bounded, so that a long text without an address is read once and not from every letter again.
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}\.[^\s@]{2,}")
_PHONE = re.compile(r"(?<![\d+])(?:\+|\(?0)[\d\s()./-]{7,20}\d(?!\d)")
_COUNTRIES = ("31", "32", "0031", "0032")
_LOCAL = range(9, 11)
_ABROAD = range(11, 15)
# The years in which somebody alive can have been born.
_YEAR = r"(?:19\d\d|20[0-3]\d)"
_MONTHS = (
    r"(?:jan|feb|f[ée]v|m[ae]r|maart|mars|apr|avr|mei|may|mai|jun|juin|jul|aug|ao[uû]|sep"
    r"|o[kc]t|nov|d[eé]c)[a-zéû]*\.?"
)
_DATE = re.compile(
    rf"(?<!\d)(?:{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    rf"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]){_YEAR}"
    rf"|{_YEAR}[-/._](?:0?[1-9]|1[0-2])[-/._](?:0?[1-9]|[12]\d|3[01])"
    rf"|(?:0?[1-9]|[12]\d|3[01])[-/._](?:0?[1-9]|1[0-2])[-/._](?:{_YEAR}|\d\d)"
    rf"|(?:0?[1-9]|[12]\d|3[01])[\s_-]+{_MONTHS}[\s_-]+(?:{_YEAR}|\d\d))(?!\d)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+(?:[\s.-]\d+)*")
_LENGTHS = (9, 11)
"""Digits of a citizen service number and of a national number."""


def identifiers(text: str) -> tuple[Identifier, ...]:
    """Name the kinds of identifying values that a text has the shape of.

    Shapes only: a name, an address or a story can identify somebody just as well.

    Source: the eleven test and the modulo 97 test as in python-stdnum.

    >>> identifiers("C-2041")
    ()
    >>> [kind.value for kind in identifiers("mail naar jan@voorbeeld.nl")]
    ['email']
    >>> [kind.value for kind in identifiers("1112.22.333")]
    ['bsn']
    """
    numbers = _numbers(text)
    found = {
        Identifier.BSN: any(map(_is_bsn, numbers)),
        Identifier.NATIONAL_NUMBER: any(map(_is_national_number, numbers)),
        Identifier.EMAIL: bool(_EMAIL.search(text)),
        Identifier.PHONE: any(map(_is_phone, _PHONE.findall(text))),
        Identifier.BIRTH_DATE: bool(_DATE.search(text)),
    }
    return tuple(kind for kind, is_found in found.items() if is_found)


def kinds_in(texts: Iterable[str]) -> str:
    """Name the kinds of identifying values in texts, as a finding carries them: each once.

    >>> kinds_in(["C-2041", "jan@voorbeeld.nl", "piet@voorbeeld.nl, 0612345678"])
    'email, telefoon'
    """
    return ", ".join(dict.fromkeys(kind.value for text in texts for kind in identifiers(text)))


def _numbers(text: str) -> set[str]:
    """Every number of nine or eleven digits, written in one piece or in groups.

    A neighbour is no part of it: "2 999999999" has one such number, and so has "999999999 2". Each
    group is looked at once as a beginning, so that a text of numbers only takes no longer than it
    is long.
    """
    found: set[str] = set()
    for run in _DIGITS.findall(text):
        groups = re.split(r"[\s.-]", run)
        digits = "".join(groups)
        edges = {0, *accumulate(map(len, groups))}
        for start in edges:
            ends = (start + length for length in _LENGTHS)
            found.update(digits[start:end] for end in ends if end in edges)
    return found


def _is_phone(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    if digits.startswith(_COUNTRIES):
        return len(digits) in _ABROAD
    return digits.startswith("0") and len(digits) in _LOCAL


def _is_bsn(number: str) -> bool:
    # Imported here: most cases have no number in them at all.
    from stdnum.nl import bsn

    return len(number) == 9 and bool(bsn.is_valid(number))  # noqa: PLR2004 - nine digits, by law


def _is_national_number(number: str) -> bool:
    from stdnum.be import nn

    return len(number) == 11 and bool(nn.is_valid(number))  # noqa: PLR2004 - eleven digits
