"""What a panel of raters found, with how far that reaches."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from integraal.model.results.trial import Change
from integraal.model.study.cases import Study
from integraal.model.study.criteria import Bound, Criteria, Criterion, Measure
from integraal.model.study.ratings import Rating, Ratings


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure, and between which bounds it lies in 95 of 100 draws."""

    value: float | None
    """None where it cannot be measured, such as kappa where all marks are the same."""
    low: float | None = None
    high: float | None = None
    """None where it hangs on too few, or does not exist in too many of the draws."""
    error: float | None = None
    """The standard deviation over the draws."""
    cases: int = 0
    raters: int = 0
    marks: int = 0
    """How many it rests on."""

    def at(self, bound: Bound) -> float | None:
        """The number that a criterion looks at; None where there is none.

        >>> Estimate(0.7, 0.6, 0.8).at(Bound.LOWER), Estimate(None).at(Bound.ESTIMATE)
        (0.6, None)
        """
        return {Bound.ESTIMATE: self.value, Bound.LOWER: self.low, Bound.UPPER: self.high}[bound]


@dataclass(frozen=True, slots=True)
class RaterFinding:
    """One rater beside the advice, and beside herself."""

    rater: str
    marks: int
    beside: Mapping[Measure, float | None]
    """Measures with the advice."""
    repeats: int
    """How many marks she made twice."""
    alike: int
    """Of those: how many were the same."""


@dataclass(frozen=True, slots=True)
class PairFinding:
    """Two raters beside each other."""

    one: str
    other: str
    marks: int
    measures: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Spread:
    """What raters marked on one case, or on one outcome of it."""

    case: str
    outcome: str
    """Empty for levels."""
    advice: int
    """The category that the advice says, at least."""
    reach: int
    """What it could still become."""
    marks: tuple[tuple[str, int], ...]
    """Rater and category."""

    def count(self, category: int) -> int:
        """How many raters marked a category."""
        return sum(mark == category for _, mark in self.marks)


@dataclass(frozen=True, slots=True)
class Part:
    """All about one kind of mark: levels, or routes as no and yes."""

    categories: tuple[str, ...]
    """Ids of the levels, lowest first; `no` and `yes` for routes."""
    estimates: Mapping[Measure, Estimate]
    raters: tuple[RaterFinding, ...]
    pairs: tuple[PairFinding, ...]
    spreads: tuple[Spread, ...]
    outcomes: Mapping[str, Mapping[Measure, Estimate]] = field(default_factory=dict)
    """For routes: by outcome."""


class Verdict(Enum):
    """What a panel says of a rule."""

    CARRIED = "carried"
    REJECTED = "rejected"
    OPEN = "open"
    """They differ too much to say."""
    TOO_FEW = "too-few"
    """It decides in too few cases, or too few marked them."""
    UNTOLD = "untold"
    """It decides in none of the cases."""


@dataclass(frozen=True, slots=True)
class RuleCase:
    """A case in which a rule decides, and what raters said of it."""

    case: str
    advice: str
    """Id of the level with the rule; for a route: of the route."""
    without: str
    """Id of the level without it; empty for a route."""
    carry: int
    """How many marks go as far as the rule."""
    marked: int
    """Of how many."""
    marks: tuple[Rating, ...]
    """All of them, so that their lines of reason can be read."""


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """What a panel says of one rule."""

    rule: str
    verdict: Verdict
    carried: Estimate
    """Which part of the marks goes at least as far as the rule, or goes its route."""
    cases: tuple[RuleCase, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One criterion, and whether it was met."""

    criterion: Criterion
    estimate: Estimate
    is_met: bool | None
    """None where the number does not exist."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change of one rule, with which the advice would lie nearer to the raters."""

    rule: str
    change: Change | None
    """None where its level is another."""
    before: str
    after: str
    gain: Estimate
    """How much less marks and advice differ, a mark, weighed as the team wrote."""
    same: tuple[float, float]
    """Which part of the marks is the same as the advice: now, and with the change."""
    cases: tuple[str, ...]
    """Those of which the advice changes."""
    held: Estimate | None = None
    """The gain in cases that were held back; None where nobody rated those yet."""
    diff: tuple[str, ...] = ()
    """The change of the file; empty where nobody can say it in one place."""

    @property
    def is_better(self) -> bool:
        """Whether chance alone does not explain it, as far as these cases tell."""
        return self.gain.low is not None and self.gain.low > 0


@dataclass(frozen=True, slots=True)
class Recalibration:
    """Which changes of rules would have agreed better."""

    tried: int
    """How many changes were tried; of many, some look better by chance."""
    proposals: tuple[Proposal, ...]
    """The best change of each rule that had one, the best of all first."""


@dataclass(frozen=True, slots=True)
class PanelReport:
    """All that a panel found."""

    study: Study
    ratings: Ratings
    criteria: Criteria
    levels: Part | None
    routes: Part | None
    safety: Mapping[Measure, Estimate]
    """Of the cases with a sensitive reason, too light and too heavy; or of the safety routes."""
    safety_cases: int
    judgements: tuple[Judgement, ...]
    rules: tuple[RuleFinding, ...]
    seed: int
    draws: int
    held_raters: int = 0
    """How many raters marked cases that were held back."""
    recalibration: Recalibration | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """What was marked."""
        return tuple(part for part in (self.levels, self.routes) if part is not None)

    def of(self, verdict: Verdict) -> tuple[RuleFinding, ...]:
        """The rules of which the panel says this."""
        return tuple(one for one in self.rules if one.verdict is verdict)
