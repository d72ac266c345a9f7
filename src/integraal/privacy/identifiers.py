"""Recognise values that have the shape of something that identifies a person."""

from collections.abc import Iterable
from enum import Enum

from integraal.privacy.dates import SHAPE
from integraal.privacy.numbers import has_account, is_bsn, is_national_number, numbers
from integraal.privacy.online import has_email, has_phone


class Identifier(Enum):
    """Kinds of identifying values that are checked for."""

    BSN = "bsn"
    """Dutch citizen service number: nine digits that pass the eleven test."""
    NATIONAL_NUMBER = "rijksregisternummer"
    """Belgian national or bis number: eleven digits that pass the modulo 97 test."""
    EMAIL = "email"
    PHONE = "telefoon"
    BIRTH_DATE = "geboortedatum"
    ACCOUNT = "iban"
    PLATE = "kenteken"
    ADDRESS = "adres"
    FILE_NUMBER = "dossiernummer"
    """Under which an office knows somebody."""
    HANDLE = "schermnaam"
    URL = "webadres"


def identifiers(text: str) -> tuple[Identifier, ...]:
    """Name the kinds of identifying values that a name or code has the shape of.

    Shapes only: a name, an address or a story can identify somebody just as well. In what people
    write freely `guard.blocked` looks for more.

    Source: the eleven test and the modulo 97 test as in python-stdnum.

    >>> identifiers("C-2041")
    ()
    >>> [kind.value for kind in identifiers("mail naar jan@voorbeeld.nl")]
    ['email']
    >>> [kind.value for kind in identifiers("1112.22.333")]
    ['bsn']
    """
    found = {
        **of_persons(text),
        Identifier.BIRTH_DATE: bool(SHAPE.search(text)),
        Identifier.ACCOUNT: has_account(text),
    }
    return tuple(kind for kind, is_found in found.items() if is_found)


def of_persons(text: str) -> dict[Identifier, bool]:
    """Which of the numbers and addresses of persons a text has the shape of."""
    written = numbers(text)
    return {
        Identifier.BSN: any(map(is_bsn, written)),
        Identifier.NATIONAL_NUMBER: any(map(is_national_number, written)),
        Identifier.EMAIL: has_email(text),
        Identifier.PHONE: has_phone(text),
    }


def kinds_in(texts: Iterable[str]) -> str:
    """Name the kinds of identifying values in names or codes, as a finding carries them: each once.

    >>> kinds_in(["C-2041", "jan@voorbeeld.nl", "piet@voorbeeld.nl, 0612345678"])
    'email, telefoon'
    """
    return ", ".join(dict.fromkeys(kind.value for text in texts for kind in identifiers(text)))
