"""What was found in folders, each with until when it may be kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from integraal.model.finding import Finding


class Sort(Enum):
    """What a file is."""

    CASE = "case"
    PAGE = "page"
    """Made of cases: a page, its data, a calendar."""
    RESULT = "result"
    """A table of advice."""
    REJECTS = "rejects"
    FORM = "form"
    """A form that was filled in in Word or in a browser."""
    LEFT = "left"
    """What a command that was killed left hidden beside its place."""
    TABLE = "table"
    """A table of cases that people made: not ours to change."""


class State(Enum):
    """What there is to say of the day until which a file may be kept."""

    PAST = "past"
    NO_DAY = "no_day"
    ENDLESS = "endless"
    """So far ahead that it says nothing."""
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file with what is about people in it."""

    path: str
    """As the user would write it."""
    sort: Sort
    cases: tuple[str, ...]
    """Pseudonyms, or digests of them; of a table some at most."""
    count: int
    """How many cases there are in it; 0 where nobody can tell."""
    keep_until: date | None
    state: State
    sure: bool = True
    """Whether all of it could be read."""

    @property
    def is_ours(self) -> bool:
        """Whether it carries our schema or mark, so that we may take it away."""
        return self.sort not in (Sort.TABLE, Sort.FORM)


@dataclass(frozen=True, slots=True)
class Found:
    """What there is in folders."""

    day: date
    """On which it was looked at."""
    kept: Sequence[Kept]
    others: int = 0
    """Files in which nothing of ours was found."""
    unread: Sequence[Finding] = field(default=())
    """Files and folders that nobody could look into, each with the reason."""
    links: Sequence[str] = field(default=())
    """Links to elsewhere, which are not followed."""

    def in_state(self, state: State) -> list[Kept]:
        """Those of which the same is to be said of their day."""
        return [one for one in self.kept if one.state is state]
