"""What raters said of the cases of a study."""

from dataclasses import dataclass
from enum import IntEnum


class Sureness(IntEnum):
    """How sure a rater is of her mark."""

    UNSURE = 1
    FAIRLY = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class Rating:
    """One mark of one rater on one case."""

    rater: str
    """A letter, never a name."""
    case: str
    level: str = ""
    """The id of a level; empty where the instrument has no scale, or she marked none."""
    routes: frozenset[str] | None = None
    """Ids of outcomes that she finds fitting; none of them where empty; None where nothing was
    marked, or the instrument has no tables."""
    sure: Sureness | None = None
    why: str = ""
    """Her reason, in a line; it passed the guard."""
    advised: str = ""
    """Of a decision against advice: the level that was advised; empty on a sheet."""

    @property
    def says_something(self) -> bool:
        """Whether there is a mark at all."""
        return bool(self.level) or self.routes is not None


@dataclass(frozen=True, slots=True)
class Ratings:
    """All that came back, and what of it could not be taken: nothing is dropped."""

    instrument: str
    version: str
    taken: tuple[Rating, ...]
    refused: int = 0
    """How many marks were not taken; why was said when they were read."""
    blank: int = 0
    """How many places for a mark were left empty."""
    decisions: tuple[Rating, ...] = ()
    """Decisions that people recorded against advice: ratings of one, kept apart."""
    practice: bool = False
    """Whether nobody rated: these were made up, to see what a study would find."""
