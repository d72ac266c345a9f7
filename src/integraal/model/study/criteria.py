"""What a team wants of a study, written before anybody rated."""

from dataclasses import dataclass
from enum import Enum


class Measure(Enum):
    """What can be asked of a study."""

    RATERS_KAPPA_QUADRATIC = "raters_kappa_quadratic"
    RATERS_KAPPA_LINEAR = "raters_kappa_linear"
    RATERS_ALPHA = "raters_alpha"
    RATERS_AC2_QUADRATIC = "raters_ac2_quadratic"
    RATERS_AC2_LINEAR = "raters_ac2_linear"
    RATERS_SAME = "raters_same"
    RATERS_NEAR = "raters_near"
    ADVICE_KAPPA_QUADRATIC = "advice_kappa_quadratic"
    ADVICE_KAPPA_LINEAR = "advice_kappa_linear"
    ADVICE_AC2_QUADRATIC = "advice_ac2_quadratic"
    ADVICE_AC2_LINEAR = "advice_ac2_linear"
    ADVICE_SAME = "advice_same"
    ADVICE_NEAR = "advice_near"
    SELF_KAPPA_QUADRATIC = "self_kappa_quadratic"
    SELF_SAME = "self_same"
    SELF_NEAR = "self_near"
    UNDER_ADVICE = "under_advice"
    OVER_ADVICE = "over_advice"
    MISSED_SAFETY = "missed_safety"
    EXTRA_SAFETY = "extra_safety"

    @property
    def is_share(self) -> bool:
        """Whether it is a part of all marks, from 0 to 1, and no coefficient.

        >>> Measure.RATERS_SAME.is_share, Measure.RATERS_ALPHA.is_share
        (True, False)
        """
        return not any(word in self.value for word in ("kappa", "alpha", "ac2"))


class Bound(Enum):
    """Which number of a measure a criterion looks at."""

    ESTIMATE = "estimate"
    LOWER = "lower"
    """The lower end of its interval: then chance alone does not meet the criterion."""
    UPPER = "upper"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that a team wants to see, written before."""

    id: str
    measure: Measure
    bound: Bound
    because: str
    """Why this number."""
    limit: float
    is_floor: bool
    """Whether the limit is the least that is wanted, and not the most."""

    def is_met(self, value: float) -> bool:
        """Whether a number meets it.

        >>> one = Criterion("a", Measure.UNDER_ADVICE, Bound.UPPER, "", 0.2, is_floor=False)
        >>> one.is_met(0.2), one.is_met(0.21)
        (True, False)
        """
        return value >= self.limit if self.is_floor else value <= self.limit


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a difference weighs, and why."""

    weight: int
    because: str


@dataclass(frozen=True, slots=True)
class Enough:
    """From how many on something is said of one rule."""

    cases: int = 2
    """In which it decides."""
    marks: int = 15
    """On those cases."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """What a team wrote before anybody rated."""

    criteria: tuple[Criterion, ...]
    under: Weight
    """Advice lower than a rater finds needed."""
    over: Weight
    """Advice higher than that."""
    missed: Weight
    """A safety route that a rater goes and the advice does not."""
    extra: Weight
    """The other way round."""
    safety_routes: tuple[str, ...] = ()
    """Ids of outcomes."""
    enough: Enough = Enough()
