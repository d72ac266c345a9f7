"""One case under two versions of an instrument: what changes in the advice, and by which rules."""

from dataclasses import dataclass
from enum import Enum

from integraal.model.answers import Answers
from integraal.model.finding import Finding
from integraal.model.instrument import Instrument, Rule
from integraal.model.results.advice import RouteNow
from integraal.model.results.trial import Change as Edited
from integraal.model.scale import Level


@dataclass(frozen=True, slots=True)
class Picture:
    """Advice in its main lines."""

    level: Level | None
    reach: Level | None
    current: Level | None
    feasible: Level | None
    provisional: bool
    outcomes: tuple[RouteNow, ...]
    actions: tuple[str, ...]
    """Ids, in the order of the alphabet."""
    urgent: tuple[str, ...] = ()
    """Ids of what says that somebody may be in danger."""
    ask_first: tuple[str, ...] = ()
    """Ids of what goes before the rest without being a danger, in the order of the alphabet."""
    searched_all: bool = True
    """Whether all that may still come was looked at."""

    def value(self, field: str) -> object:
        """A field as data; a level by its id, since a new label is no new advice."""
        value = getattr(self, field)
        return value.id if isinstance(value, Level) else value


FIELDS = (
    *("level", "reach", "feasible", "current", "provisional", "outcomes", "actions", "urgent"),
    "ask_first",
)
"""What is held against each other, in the order in which it is told."""


class Turn(Enum):
    """What happened to a rule, for one case."""

    HOLDS = "holds"
    """It holds now, and did not for certain."""
    NO_LONGER = "no_longer_holds"
    NOT_CERTAIN = "no_longer_certain"
    """It held, and now depends on an answer that is not known."""
    MIGHT = "might_hold"
    """It did not hold, and now depends on an answer that is not known."""
    RULED_OUT = "ruled_out"
    """It might have held, and cannot any more."""
    OTHER_EFFECT = "other_effect"
    """It holds, or might, as before; but it does something else."""


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule that does not do for this case what it did."""

    turn: Turn
    before: Rule | None
    """None when the old version has no such rule."""
    after: Rule | None

    @property
    def rule(self) -> Rule:
        """The rule as it is now, or as it last was."""
        rule = self.after or self.before
        assert rule is not None  # noqa: S101 - a change is always of a rule
        return rule


@dataclass(frozen=True, slots=True)
class Change:
    """What a new version changes for one case."""

    before: Picture
    after: Picture
    rules: tuple[RuleChange, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of what is not the same."""
        return tuple(name for name in FIELDS if self.before.value(name) != self.after.value(name))

    @property
    def searched_all(self) -> bool:
        """Whether all that may still come was looked at, under both."""
        return self.before.searched_all and self.after.searched_all


@dataclass(frozen=True, slots=True)
class CaseChange:
    """A case with what changes for it."""

    file: str
    case: str
    change: Change


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that one version, or both, cannot read."""

    file: str
    old: tuple[Finding, ...]
    new: tuple[Finding, ...]

    @property
    def both(self) -> tuple[Finding, ...]:
        """What both versions mind."""
        return tuple(finding for finding in self.old if finding in self.new)

    @property
    def only_old(self) -> tuple[Finding, ...]:
        """What only the old version minds."""
        return tuple(finding for finding in self.old if finding not in self.new)

    @property
    def only_new(self) -> tuple[Finding, ...]:
        """What only the new version minds: an answer that it has no place for."""
        return tuple(finding for finding in self.new if finding not in self.old)


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text that is not what it was; empty where a version has none."""

    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Swapped:
    """Two options of a question of which each has the label of the other now.

    Whoever answered on an old form meant the other one.
    """

    question: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A question of the old version, or an option of one, of which the new version says nothing."""

    question: str
    option: str = ""
    """When set, only this option of `question`."""


@dataclass(frozen=True, slots=True)
class Versions:
    """Many cases under two versions of an instrument."""

    old: Instrument
    new: Instrument
    cases: tuple[CaseChange, ...]
    """All that could be read, changed or not."""
    unreadable: tuple[Unreadable, ...]
    texts: tuple[TextChange, ...] = ()
    """What people read otherwise; a text of which only the place changed is not among them."""
    swapped: tuple[Swapped, ...] = ()
    gone: tuple[Gone, ...] = ()
    """What neither is there still, nor has a new name, nor is said to have gone away."""
    weakened: tuple[Edited, ...] = ()
    """What kept people safe in the old version and does not in the new one, or otherwise."""
    smallest: tuple[Answers, Change] | None = None
    """The fewest answers of which both give another advice, and what changes; None for none."""
    is_settled: bool = False
    """Whether `smallest` was looked for over all answers there can be."""

    @property
    def has_same_number(self) -> bool:
        """Whether both are called the same version, and are not the same."""
        same = (self.old.id, self.old.version) == (self.new.id, self.new.version)
        return same and self.old != self.new

    @property
    def changed(self) -> tuple[CaseChange, ...]:
        """Those whose advice changes."""
        return tuple(case for case in self.cases if case.change.fields)

    @property
    def other_rules(self) -> tuple[CaseChange, ...]:
        """Those whose advice stays, though other rules lead to it."""
        return tuple(case for case in self.cases if case.change.rules and not case.change.fields)

    def counts(self) -> dict[str, int]:
        """Count every file once: `changed`, `same`, `other_rules` and `unreadable`."""
        changed, other = len(self.changed), len(self.other_rules)
        return {
            "changed": changed,
            "same": len(self.cases) - changed - other,
            "other_rules": other,
            "unreadable": len(self.unreadable),
        }
