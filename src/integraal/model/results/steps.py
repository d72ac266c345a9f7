"""Small changes and where they lead."""

from dataclasses import dataclass

from integraal.model.answers import Answer
from integraal.model.results.advice import Advice
from integraal.model.scale import Level
from integraal.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Change:
    """Another answer to one question."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Step:
    """Changes that together lead to a level."""

    changes: tuple[Change, ...]
    level: Level
    """The level that certainly applies after them."""
    reach: Level
    """What it could still become then; equal to `level` when nothing open can change it."""


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A supposed answer that no rule can see."""

    question: str
    applies: Truth
    """FALSE when its question does not apply; UNKNOWN when nobody knows yet whether it does."""
    left_out: bool = False
    """Whether this run leaves the question out altogether (`--alleen-bron`)."""
    because_of: tuple[str, ...] = ()
    """Ids of the questions whose answers, or whose missing answers, make it so."""


@dataclass(frozen=True, slots=True)
class Supposition:
    """What if some answers were others."""

    changes: tuple[Change, ...]
    before: Advice
    after: Advice
    uncounted: tuple[Uncounted, ...] = ()
    """Changes that do not count, or not yet."""
    less_known: bool = False
    """Whether any rule is less certain, or none, by what would be known no more."""

    @property
    def added(self) -> tuple[str, ...]:
        """Ids of the rules that come to hold, in the instrument's order."""
        was = dict(self.before.truths)
        return tuple(
            rule
            for rule, truth in self.after.truths
            if truth is Truth.TRUE and was[rule] is not Truth.TRUE
        )

    @property
    def dropped(self) -> tuple[str, ...]:
        """Ids of the rules that hold no more."""
        return self._that_held(Truth.FALSE)

    @property
    def no_longer_certain(self) -> tuple[str, ...]:
        """Ids of the rules that held, and may hold still: nobody knows."""
        return self._that_held(Truth.UNKNOWN)

    def _that_held(self, truth: Truth) -> tuple[str, ...]:
        now = dict(self.after.truths)
        return tuple(
            rule for rule, was in self.before.truths if was is Truth.TRUE and now[rule] is truth
        )
