"""Recognise values that have the shape of something that identifies a person."""

import re
from enum import Enum


class Identifier(Enum):
    """Kinds of identifying values that are checked for."""

    BSN = "bsn"
    """Dutch citizen service number: nine digits that pass the eleven test."""
    NATIONAL_NUMBER = "rijksregisternummer"
    """Belgian national number: eleven digits that pass the modulo 97 test."""
    EMAIL = "email"
    PHONE = "telefoon"
    BIRTH_DATE = "geboortedatum"


_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE = re.compile(
    r"(?<!\d)(?:\+|00)(?:31|32)[\s().-]*(?:\d[\s().-]*){8,9}(?!\d)|(?<!\d)0(?:[\s.-]?\d){8,9}(?!\d)"
)
_DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d[-/.]?(?:0[1-9]|1[0-2])[-/.]?(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d)(?!\d)"
)
_DIGITS = re.compile(r"(?<!\d)\d(?:[\s.-]?\d){8,10}(?!\d)")


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
    found = {
        Identifier.BSN: any(_is_bsn(number) for number in _numbers(text)),
        Identifier.NATIONAL_NUMBER: any(_is_national_number(number) for number in _numbers(text)),
        Identifier.EMAIL: bool(_EMAIL.search(text)),
        Identifier.PHONE: bool(_PHONE.search(text)),
        Identifier.BIRTH_DATE: bool(_DATE.search(text)),
    }
    return tuple(kind for kind, is_found in found.items() if is_found)


def _numbers(text: str) -> list[str]:
    return [re.sub(r"\D", "", match) for match in _DIGITS.findall(text)]


def _is_bsn(number: str) -> bool:
    # Imported here: most cases have no number in them at all.
    from stdnum.nl import bsn

    return len(number) == 9 and bool(bsn.is_valid(number))  # noqa: PLR2004 - nine digits, by law


def _is_national_number(number: str) -> bool:
    from stdnum.be import nn

    return len(number) == 11 and bool(nn.is_valid(number))  # noqa: PLR2004 - eleven digits
