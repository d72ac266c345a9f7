"""Several views of one case side by side: where they part, and what that does to the advice.

Views are told by their place, 0 for the first; whose they are is the business of whoever shows
them. Nothing here says who is right.
"""

from dataclasses import dataclass

from integraal.model.answers import DONT_KNOW, Answer
from integraal.model.instrument import Instrument
from integraal.model.results.advice import RouteNow
from integraal.model.results.assessment import Assessment
from integraal.model.scale import Level
from integraal.model.services.region import Region


@dataclass(frozen=True, slots=True)
class Standing:
    """That of advice which must be talked about when a difference changes it."""

    level: Level | None
    reach: Level | None
    outcomes: tuple[RouteNow, ...]
    urgent: frozenset[str]
    """Ids of the actions that come before everything else."""

    @property
    def is_settled(self) -> bool:
        """Whether no unknown answer can change the level any more."""
        return self.level == self.reach

    @property
    def place(self) -> tuple[Level | None, Level | None, tuple[RouteNow, ...]]:
        """Level, reach and routes: what makes one advice another."""
        return self.level, self.reach, self.outcomes


@dataclass(frozen=True, slots=True)
class View:
    """What one person answered, and what follows."""

    assessment: Assessment
    standing: Standing


@dataclass(frozen=True, slots=True)
class Swap:
    """One view with the answer of others to one question, and nothing else changed."""

    view: int
    givers: tuple[int, ...]
    """Whose answer it is."""
    before: Standing
    after: Standing
    less_known: bool = False
    """Whether the answer of the others leaves open what this view knows: no other answer, then."""

    @property
    def is_urgent(self) -> bool:
        """Whether something urgent comes up, or goes."""
        return self.before.urgent != self.after.urgent

    @property
    def moves(self) -> bool:
        """Whether the level, what it could become or the routes change."""
        return self.before.place != self.after.place


@dataclass(frozen=True, slots=True)
class Said:
    """An answer, with those who gave it; None when they gave none."""

    answer: Answer | None
    views: tuple[int, ...]

    @property
    def is_known(self) -> bool:
        """Whether it says anything.

        >>> Said(None, (0,)).is_known, Said(DONT_KNOW, (1,)).is_known, Said("ja", (2,)).is_known
        (False, False, True)
        """
        return self.answer is not None and self.answer is not DONT_KNOW


@dataclass(frozen=True, slots=True)
class Difference:
    """A question to which not everybody gave the same answer."""

    question: str
    said: tuple[Said, ...]
    """Every answer once, of the views to which the question applies."""
    does_not_apply: tuple[int, ...] = ()
    """Views to which, by other answers, the question does not apply."""
    swaps: tuple[Swap, ...] = ()
    """Those that change the advice."""

    @property
    def changes_advice(self) -> bool:
        """Whether the advice of anybody would change with the answer of another."""
        return bool(self.swaps)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All of it; differences that change the advice come first, the most telling first."""

    views: tuple[View, ...]
    disagreements: tuple[Difference, ...]
    """Answers that cannot both be right."""
    to_ask: tuple[Difference, ...]
    """Some know, others do not: no disagreement."""
    asides: tuple[Difference, ...]
    """Own words and own estimates: everybody has their own, and nobody needs to agree."""
    unknown_to_all: tuple[str, ...]
    """Questions that nobody could answer and that can still change the advice of somebody."""
    agreed: tuple[str, ...]
    """Questions that all answered alike."""
    common_ground: Standing
    """The advice on what all agree about, and on nothing else."""

    @property
    def instrument(self) -> Instrument:
        """The instrument through which all were looked at."""
        return self.views[0].assessment.instrument

    @property
    def same_advice(self) -> bool:
        """Whether all arrive at the same level, reach and routes."""
        return len({view.standing.place for view in self.views}) == 1


@dataclass(frozen=True, slots=True)
class Turn:
    """One case of a meeting, in the views of those who bring it."""

    views: tuple[Assessment, ...]
    """As the reader of the agenda may see them; at least one, all of the same case."""
    comparison: Comparison | None = None
    """Where several people gave their views."""
    people: tuple[str, ...] = ()
    """How each of them is named, where that may stand on the page; then in the order of views."""
    region: Region | None = None
    """The services that there are for the instrument of the case."""

    @property
    def now(self) -> Assessment:
        """The view that the case is named by."""
        return self.views[0]
