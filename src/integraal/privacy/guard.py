"""Look in what people write freely for what identifies a person: what is refused, what is asked.

A filter misses things. What is found is named by its kind, and never repeated.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from enum import Enum

from integraal.privacy.identifiers import Identifier, of_persons
from integraal.privacy.kinds.details import Detail, has_place, has_school, is_rare
from integraal.privacy.kinds.names import Told, names, words_in
from integraal.privacy.kinds.online import has_email, has_handle, has_url, hides_email

_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Signs without a width, and signs that turn the direction of reading."""
_DASHES = re.compile("[\u2010-\u2015\u2043\u2212]")
"""What a word processor makes of a hyphen; no other one is in a number of a person."""


class Sign(Enum):
    """What could identify a person, and often does not."""

    NAME = "naam"
    INITIALS = "initialen"
    PLACE = "plaats"
    SCHOOL = "instelling"
    """A school or a club by its name."""
    DATE = "datum"
    RARE = "combinatie"
    """Three or more details of one family together."""


def doubtful(text: str, day: date) -> tuple[Sign, ...]:
    """Name the kinds of what could identify a person in a text; people say whether it does.

    Args:
        text: What somebody wrote.
        day: When it was written: a date after it tells of nobody yet.

    >>> day = date(2026, 11, 30)
    >>> [sign.value for sign in doubtful("Mevrouw Roos brengt koffie in Aalst", day)]
    ['naam', 'plaats']
    >>> doubtful("De huisarts belt volgende week", day)
    ()
    """
    text = seen(text)
    words = words_in(text)
    told = names(text, words)
    details = {
        Detail.PLACE: has_place(words),
        Detail.SCHOOL: has_school(text),
        Detail.DATE: _has_digits(text) and _has_event(text, day),
    }
    known = {detail for detail, is_there in details.items() if is_there}
    found = {
        Sign.NAME: Told.NAME in told,
        Sign.INITIALS: Told.INITIALS in told,
        Sign.PLACE: details[Detail.PLACE],
        Sign.SCHOOL: details[Detail.SCHOOL],
        Sign.DATE: details[Detail.DATE],
        Sign.RARE: is_rare(text, known),
    }
    return tuple(sign for sign, is_found in found.items() if is_found)


def blocked(text: str, day: date) -> tuple[Identifier, ...]:
    """Name the kinds of what is refused in a text.

    Args:
        text: What somebody wrote.
        day: When it was written: a date after it is nobody's birthday.

    >>> blocked("Opnieuw samenkomen op 15 januari 2027", date(2026, 11, 30))
    ()
    >>> [kind.value for kind in blocked("geb. 3-4-2011, Kerkstraat 12", date(2026, 11, 30))]
    ['geboortedatum', 'adres']
    """
    text = seen(text)
    is_mail = has_email(text)
    found = {
        Identifier.EMAIL: is_mail or hides_email(text),
        Identifier.HANDLE: has_handle(text),
        Identifier.URL: has_url(text) and not is_mail,
        **(_with_digits(text, day) if _has_digits(text) else {}),
    }
    return tuple(kind for kind in Identifier if found.get(kind))


def _has_digits(text: str) -> bool:
    return any(map(str.isdigit, text))


def _with_digits(text: str, day: date) -> dict[Identifier, bool]:
    """What of all that has a number in it stands in a text."""
    # Imported here: many texts have no number, and these take the longest to load.
    from integraal.privacy.kinds.addresses import has_address
    from integraal.privacy.kinds.dates import Dated, dates
    from integraal.privacy.kinds.numbers import has_account
    from integraal.privacy.kinds.online import has_phone_of_a_person
    from integraal.privacy.kinds.references import (
        has_file_number,
        has_plate,
        says_bsn,
        says_national_number,
    )

    found_dates = list(dates(text, day))
    # A date is no number: "03-02-2027 14 uur" is not to be called.
    rest = _without(text, [(found.start, found.end) for found in found_dates])
    persons = of_persons(rest)
    return {
        Identifier.BSN: persons[Identifier.BSN] or says_bsn(rest),
        Identifier.NATIONAL_NUMBER: persons[Identifier.NATIONAL_NUMBER]
        or says_national_number(text),
        Identifier.PHONE: has_phone_of_a_person(rest),
        Identifier.BIRTH_DATE: any(each.dated is Dated.BIRTH for each in found_dates),
        Identifier.ACCOUNT: has_account(text),
        Identifier.PLATE: has_plate(text),
        Identifier.ADDRESS: has_address(rest),
        Identifier.FILE_NUMBER: has_file_number(text),
    }


def kinds_blocked(texts: Iterable[str], day: date) -> str:
    """Name the kinds of what is refused in texts, as a finding carries them: each once.

    >>> kinds_blocked(["rustig", "Kerkstraat 12", "Lindelaan 4 bus 2"], date(2026, 11, 30))
    'adres'
    """
    return ", ".join(dict.fromkeys(kind.value for text in texts for kind in blocked(text, day)))


def kinds_doubtful(texts: Iterable[str], day: date) -> str:
    """Name the kinds of what could identify a person in texts, as a finding carries them.

    >>> kinds_doubtful(["rustig", "Mevrouw Roos brengt koffie"], date(2026, 11, 30))
    'naam'
    """
    return ", ".join(dict.fromkeys(sign.value for text in texts for sign in doubtful(text, day)))


def seen(text: str) -> str:
    """A text as people see it: what has no width hides nothing, and wide signs are plain ones.

    So are digits of other scripts, and what a word processor makes of a hyphen.

    In small letters it is as long as it is here, so that a place in the one is that in the other.

    >>> seen("0６00\u200b000000"), seen("06\u201300000000"), seen("٠٦")
    ('0600000000', '06-00000000', '06')
    """
    if text.isascii():
        return text
    plain = _DASHES.sub("-", _UNSEEN.sub("", unicodedata.normalize("NFKC", text)))
    return re.sub(r"\d", lambda digit: str(int(digit[0])), plain).replace("İ", "I")


def _has_event(text: str, day: date) -> bool:
    from integraal.privacy.kinds.dates import Dated, dates

    return any(found.dated is Dated.EVENT for found in dates(text, day))


def _without(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """A text with a sign instead of each stretch that was understood."""
    parts, after = [], 0
    for start, end in sorted(stretches):
        if start >= after:
            parts += [text[after:start], "·"]
            after = end
    return "".join((*parts, text[after:]))
