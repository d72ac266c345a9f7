"""Which cases were chosen for a study, and what they do not tell apart."""

from dataclasses import dataclass
from enum import Enum

from integraal.model.condition import Condition
from integraal.model.instrument import Rule
from integraal.model.study.cases import Study


@dataclass(frozen=True, slots=True)
class RuledOut:
    """What no case of a study may be, though the questions allow it."""

    when: Condition
    because: str


class Why(Enum):
    """Why something is not told apart."""

    NEVER = "never"
    """No case there can be tells it; that is proven."""
    SUPPORTS = "supports"
    """It only gives a further reason, and says so; that is proven."""
    ELSEWHERE = "elsewhere"
    """It rests on questions of another instrument; no case of this one tells it."""
    RULED_OUT = "ruled_out"
    """Only cases that were ruled out would tell it."""
    NO_ROOM = "no_room"
    """A case could tell it; with more cases it may be told."""
    UNSETTLED = "unsettled"
    """It was not settled within the bound of the solver."""


@dataclass(frozen=True, slots=True)
class Untold:
    """A rule that no case tells: without it every advice would be the same."""

    rule: Rule
    why: Why


@dataclass(frozen=True, slots=True)
class Choice:
    """The cases of a study, and how much they tell."""

    study: Study
    rules: int
    """How many rules there are to tell."""
    untold: tuple[Untold, ...]
    steps: int
    """How many steps of need there are at which one of the rules begins or ends to hold, and that
    two cases can show side by side."""
    steps_untold: tuple[tuple[str, str], ...]
    """Ids of a rule and of a question with a step that no two cases show, for want of room."""
    partly_known: int
    """In how many cases not everything is known."""
    unseen: tuple[str, ...]
    """Ids of levels and routes that no case has."""
    wanted: int
    """How many cases were asked for."""
