"""What became of an answer: another one, one that is no longer known, or no longer asked."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from integraal.model.answers import Answer


class Knowledge(Enum):
    """What became of an answer since the last time: another answer is not a missing one."""

    SAME = "same"
    CHANGED = "changed"
    """Both times something is known, and it is not the same."""
    LEARNED = "now_known"
    NOT_KNOWN = "no_longer_known"
    """Asked again, and now nobody knows, at least not all of it."""
    NOT_ASKED = "not_asked"
    """Known the last time; now there is no answer."""
    DOES_NOT_APPLY = "no_longer_applies"
    """By other answers, the question does not apply any more."""
    NEVER_KNOWN = "never_known"
    """Asked or not, nothing was known either time."""

    @property
    def is_lost(self) -> bool:
        """Whether something that was known is open now; it may well be true still."""
        return self in (Knowledge.NOT_KNOWN, Knowledge.NOT_ASKED)


@dataclass(frozen=True, slots=True)
class Earlier:
    """The last known answer to a question that later moments leave open."""

    question: str
    answer: Answer
    day: date | None
    """Of the moment at which it was given."""
    was_asked: bool
    """Whether anybody asked since; if so, it was not known."""
