"""The mark of what was made of a case: which case, and until when it may be kept.

It stands in a page where nobody reads it and every program can find it, so that a file can be found
again whatever it is called. A pseudonym in words could tell others what a case is about: of that
there is a digest, which says nothing to whoever does not know the pseudonym.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from integraal.model.case import Case, is_code

SCHEMA = "integraal/bladzijde/1"
_LONGEST = 255
"""Characters that the properties of a Word file hold."""
_MOST = 12
_MARK = re.compile(
    rf"{SCHEMA}; casus=([A-Za-z0-9._,#-]*); keep_until=([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|-)"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a file says of itself."""

    cases: tuple[str, ...]
    """Pseudonyms that are a code; digests of others."""
    keep_until: date | None
    """The first of the days until which they may be kept; None where no case says."""

    def __str__(self) -> str:
        """Write it on one line.

        >>> print(Mark(("C-1",), date(2027, 11, 30)))
        integraal/bladzijde/1; casus=C-1; keep_until=2027-11-30
        """
        return self._line(self.cases)

    def _line(self, cases: tuple[str, ...]) -> str:
        day = self.keep_until.isoformat() if self.keep_until else "-"
        line = f"{SCHEMA}; casus={','.join(cases)}; keep_until={day}"
        if len(line) <= _LONGEST:
            return line
        return self._line(tuple(map(digest, cases))[:_MOST])

    def is_about(self, case: str) -> bool:
        """Whether it is of a case, by its pseudonym."""
        return not {case, digest(case)}.isdisjoint(self.cases)


def digest(case: str) -> str:
    """Write a pseudonym so that only who knows it can recognise it.

    >>> digest("geweld-vader") == digest("geweld-vader"), digest("#0123456789ab")
    (True, '#0123456789ab')
    """
    if case.startswith("#"):
        return case
    return f"#{hashlib.sha256(f'integraal {case}'.encode()).hexdigest()[:12]}"


def mark_of(*cases: Case) -> Mark:
    """The mark of what is made of these cases."""
    ids = dict.fromkeys(case.id if is_code(case.id) else digest(case.id) for case in cases)
    days = [case.keep_until for case in cases if case.keep_until]
    return Mark(tuple(ids), min(days, default=None))


def mark_in(text: str) -> Mark | None:
    """Find the mark in a text; None where there is none.

    >>> mark_in("<!-- integraal/bladzijde/1; casus=C-1,C-2; keep_until=- -->")
    Mark(cases=('C-1', 'C-2'), keep_until=None)
    """
    found = _MARK.search(text)
    if found is None:
        return None
    try:
        day = None if found[2] == "-" else date.fromisoformat(found[2])
    except ValueError:
        day = None
    return Mark(tuple(filter(None, found[1].split(","))), day)
