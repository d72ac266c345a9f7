"""What running an author's test cases showed: of each case, each rule and each mutant.

A mutant is the instrument with one small change, such as a slip in writing would make. Cases that
would not notice the slip do not guard what they seem to guard.
"""

from dataclasses import dataclass
from enum import Enum

from integraal.model.example import Difference, Example


class Edit(Enum):
    """What kind of change a mutant has."""

    DROPPED = "dropped"
    """The rule never holds."""
    LEVEL = "level"
    """The level of the rule is one higher or lower."""
    THRESHOLD = "threshold"
    """An option, a count or a bound is one step further or nearer."""
    SWAPPED = "swapped"
    """`all` has become `any`, or the other way round."""
    NARROWED = "narrowed"
    """One option less counts."""
    WIDENED = "widened"
    """One option more counts: a neighbour of those that do."""
    URGENCY = "urgency"
    """Another urgency, or none, or one where there was none before."""
    CALL = "call"
    """A danger calls one help line less."""
    SENSITIVE = "sensitive"
    """It is no longer for professionals only."""
    RELEASE = "release"
    """What others may read after a talk, they may read never, or after another answer."""
    ADDITION = "own_addition"
    """A question of the source becomes our own addition, or the other way round."""
    WEIGHT = "weight"
    """An option counts for one more or one less in a score."""
    TOGETHER = "together"
    """A promise allows one more route beside the one it is about."""
    OTHER = "other"
    """It says something else; between two versions, never in a mutant."""


class Owner(Enum):
    """What of an instrument a mutant changes."""

    RULE = "rule"
    ASKED = "asked"
    """When a question is asked."""
    QUESTION = "question"
    ACTION = "action"
    OUTCOME = "outcome"
    PROMISE = "promise"
    DEFINITION = "definition"
    """What a definition says, wherever it is named."""
    INSTRUMENT = "instrument"
    SCORE = "score"


NONE = "none"
"""In a change: nothing of the kind, where something stood before."""
OWN, OF_SOURCE = "own", "source"
"""In a change: a question is our own addition, or one of the source."""


@dataclass(frozen=True, slots=True)
class Change:
    """The one thing that is different in a mutant."""

    edit: Edit
    owner: str
    """Id of what is changed."""
    of: Owner = Owner.RULE
    """What kind of thing that is."""
    part: str = ""
    """Which part of the condition, counted from 1, such as `2.1`; empty for the whole."""
    question: str = ""
    """Which question the changed condition looks at; empty where it looks at none."""
    before: str = ""
    after: str = ""


class Fate(Enum):
    """What became of a mutant."""

    CAUGHT = "caught"
    """A case that was as expected no longer is."""
    EQUIVALENT = "equivalent"
    """Proven: whatever the answers, unknown ones included, what a case can expect is the same."""
    SURVIVED = "survived"
    """No case notices it, and it can matter; or nobody could prove that it cannot."""


@dataclass(frozen=True, slots=True)
class MutantResult:
    """A mutant and what became of it."""

    change: Change
    fate: Fate
    caught_by: str = ""
    """Id of the first case that was found to notice it."""
    covered_by: tuple[str, ...] = ()
    """For an equivalent mutant: rules that always hold where the change would show."""
    witness: str = ""
    """For a survivor: a case that would notice it, ready to paste; empty when none was found."""


@dataclass(frozen=True, slots=True)
class RuleCoverage:
    """In how many cases a rule was what."""

    rule: str
    true: int
    false: int
    unknown: int
    deciding: int
    """Cases where it settles the level, the limit, a route or an action, alone or with others."""


@dataclass(frozen=True, slots=True)
class CaseRun:
    """A case, and what in its advice is not as expected."""

    example: Example
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """All that the cases of one instrument showed."""

    instrument: str
    """Its id."""
    version: str
    runs: tuple[CaseRun, ...]
    rules: tuple[RuleCoverage, ...]
    mutants: tuple[MutantResult, ...] | None
    """None when no mutants were made."""

    @property
    def failing(self) -> tuple[CaseRun, ...]:
        """The cases that are not as expected."""
        return tuple(run for run in self.runs if run.differences)

    def with_fate(self, fate: Fate) -> tuple[MutantResult, ...]:
        """Select the mutants to which this happened."""
        return tuple(mutant for mutant in self.mutants or () if mutant.fate is fate)

    @property
    def is_clean(self) -> bool:
        """Whether every case is as expected and no mutant survived."""
        return not self.failing and not self.with_fate(Fate.SURVIVED)

    @property
    def score(self) -> int:
        """How many of every hundred mutants that can be noticed are; 100 only when all are."""
        caught, survived = (len(self.with_fate(f)) for f in (Fate.CAUGHT, Fate.SURVIVED))
        return 100 * caught // (caught + survived) if caught + survived else 100
