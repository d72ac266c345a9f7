"""Read an agreement from a line: `wat / rol / datum`, as people type it or write it on a form."""

import re
from dataclasses import dataclass
from datetime import date

from integraal.cli.interview.paper_head import without_days
from integraal.model.case import Agreement

FORM = "wat / rol / datum"
_APART = re.compile(r"\s+/\s*|\s*/\s+")
_DAY_BEHIND = re.compile(r"(.*)/\s*(\d{1,2}/\d{1,2}/\d{2,4})")
_MOST = 3


@dataclass(frozen=True, slots=True)
class MisreadAgreement:
    """A line that is no agreement."""

    key: str
    """The sentence that says why."""


def agreement_in(text: str, day: date | None = None) -> Agreement | MisreadAgreement:
    """Read a line; nothing of it is guessed.

    Args:
        text: What, who, and by which day, with a slash between them; the day may be left out.
        day: By which, where the line says none.

    >>> agreement_in("Plan maken / wijkteam / 1 december 2026").by
    datetime.date(2026, 12, 1)
    >>> agreement_in("Plan maken")
    MisreadAgreement(key='agreed.no_role')
    """
    what, *more = _parts(text)
    if not what:
        return MisreadAgreement("agreed.nothing")
    if not more or not more[0] or day_of(more[0]):
        return MisreadAgreement("agreed.no_role")
    said = more[1] if len(more) > 1 else ""
    by = day_of(said) if said else day
    if len(more) >= _MOST or (said and by is None):
        return MisreadAgreement("agreed.no_day")
    return Agreement(what, more[0], by, done=False)


def day_of(text: str) -> date | None:
    """The day that a text is, and nothing besides; None where it is none.

    >>> day_of("2026-12-01") == day_of("op 1 dec. 2026") == day_of("1/12/26")
    True
    """
    dated = without_days(text, date.max)
    return dated.days[0][1] if len(dated.days) == 1 and dated.rest.strip() == ";" else None


def _parts(text: str) -> list[str]:
    text = text.strip().rstrip("/").strip()
    if not _APART.search(text):  # written without spaces; then a day may have slashes of its own
        with_day = _DAY_BEHIND.fullmatch(text)
        parts = [*with_day[1].split("/"), with_day[2]] if with_day else text.split("/")
    else:
        parts = _APART.split(text)
    return [part.strip() for part in parts]
