"""Recognise values that have the shape of something that identifies a person."""

import re
from collections.abc import Iterable
from enum import Enum

from integraal.privacy.kinds.numbers import has_account, is_bsn, is_national_number, numbers
from integraal.privacy.kinds.online import has_email, has_phone

# The years in which somebody alive can have been born.
YEAR = r"(?:19\d\d|20[0-3]\d)"
MONTHS = (
    r"(?:jan|feb|f[ée]v|m[ae]r|mrt|maart|mars|apr|avr|mei|may|mai|jun|juin|jul|aug|ao[uû]|sep"
    r"|o[kc]t|nov|d[eé]c)[a-zéû]{0,9}\.?"
)
_DATE = re.compile(
    rf"(?<!\d)(?:{YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    rf"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]){YEAR}"
    rf"|{YEAR}[-/._](?:0?[1-9]|1[0-2])[-/._](?:0?[1-9]|[12]\d|3[01])"
    rf"|(?:0?[1-9]|[12]\d|3[01])[-/._](?:0?[1-9]|1[0-2])[-/._](?:{YEAR}|\d\d)"
    rf"|(?:0?[1-9]|[12]\d|3[01])[\s_-]+{MONTHS}[\s_-]+(?:{YEAR}|\d\d))(?!\d)"
)


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

    >>> identifiers("C-2041")
    ()
    >>> [kind.value for kind in identifiers("mail naar jan@voorbeeld.nl")]
    ['email']
    >>> [kind.value for kind in identifiers("1112.22.333")]
    ['bsn']
    """
    found = {
        **of_persons(text),
        Identifier.BIRTH_DATE: bool(_DATE.search(text.lower())),
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
