"""A case: a pseudonym and the answers given about it, at one or more moments."""

import re
from dataclasses import dataclass, field
from datetime import date

from integraal.model.answers import Answers

PSEUDONYM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
"""Pattern of the id of a case."""


def pseudonym_of(name: str) -> str:
    """Make a pseudonym out of the name of a file.

    >>> pseudonym_of("C 2041!")
    'C-2041'
    """
    return re.sub("[^A-Za-z0-9._-]", "-", name).strip("._-")[:64] or "casus"


_TELLS_NOTHING = ("casus", "case", "gezin", "dossier", "situatie", "situation")
_WORD = re.compile(r"[^\W\d_]{4,}")


def is_code(name: str) -> bool:
    """Whether a pseudonym is a code; words could tell others what a case is about.

    >>> is_code("C-2041"), is_code("casus 12"), is_code("geweld-vader")
    (True, True, False)
    """
    return all(word.casefold() in _TELLS_NOTHING for word in _WORD.findall(name))


@dataclass(frozen=True, slots=True)
class Agreement:
    """Something that was agreed: what, by whom, and when to look at it again."""

    what: str
    who: str
    """A role, never a name."""
    by: date | None
    done: bool
    for_others: bool = False
    """Whether it may stand on a page for others than professionals.

    What people agreed is told in their own words, and nobody can say what may be read from those.
    """
    dropped: bool = False
    """Whether it was given up: then nothing is left to do, and it was not done."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What people chose instead of what was advised; it stands beside the advice.

    It changes nothing of it.
    """

    instrument: str
    """Id of the one whose advice it is about."""
    because: str
    """Their reason, in their own words."""
    level: str = ""
    """Id of the level they chose; empty where they chose a route."""
    outcome: str = ""
    """Id of the route."""
    who: str = ""
    """A role, never a name; empty when nobody said."""
    for_others: bool = False
    """Whether it may stand on a page for others than professionals."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The answers as they stood on one day."""

    day: date | None
    answers: Answers
    versions: tuple[tuple[str, str], ...] = ()
    """Instrument id and version with which the answers were given."""
    agreements: tuple[Agreement, ...] = ()
    decisions: tuple[Decision, ...] = ()
    closed: tuple[Agreement, ...] = ()
    """Agreements of before that were done that day."""

    @property
    def is_noted(self) -> bool:
        """Whether people agreed or decided anything."""
        return bool(self.agreements or self.decisions or self.closed)


@dataclass(frozen=True, slots=True)
class Case:
    """One case file, moments in order of time."""

    id: str
    """A pseudonym, never a name or a number that the state gave."""
    country: str = ""
    """`nl` or `be`: which law and which routes apply; empty when nobody said."""
    moments: tuple[Moment, ...] = field(default_factory=lambda: (Moment(None, Answers()),))
    """Those of which the answers are looked at; at least one."""
    keep_until: date | None = None
    """After this day the file should be deleted."""
    ahead: tuple[Moment, ...] = ()
    """Moments after today, in order of time: read for danger alone, as their day may be a slip."""

    noted: tuple[Moment, ...] = ()
    """Moments at which people agreed or decided something and answered nothing, in order of time.

    No instrument looks at them: what was answered before still stands.
    """

    @property
    def latest(self) -> Moment:
        """The last moment of which the answers are looked at."""
        return self.moments[-1]

    @property
    def until_now(self) -> tuple[Moment, ...]:
        """All until today, in order of time, those at which nothing was answered too."""
        every = (*self.moments, *self.noted)
        return tuple(sorted(every, key=lambda moment: moment.day or date.min))

    @property
    def every_moment(self) -> tuple[Moment, ...]:
        """All that the file holds, those after today too."""
        return (*self.until_now, *self.ahead)
