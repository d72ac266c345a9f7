"""Rules over answers: when they hold, what follows, and what never follows."""

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from integraal.model.condition import Condition, Otherwise, Trigger, WhenDirection
from integraal.model.source import Grounds
from integraal.model.text import Text


@dataclass(frozen=True, slots=True)
class Raise:
    """The level is at least this one."""

    level: str


@dataclass(frozen=True, slots=True)
class Limit:
    """What is feasible now is at most this level. Never lowers the advice."""

    level: str


@dataclass(frozen=True, slots=True)
class Route:
    """The case goes this way."""

    outcome: str


@dataclass(frozen=True, slots=True)
class Act:
    """A point to discuss or do."""

    action: str


@dataclass(frozen=True, slots=True)
class Provisional:
    """The advice is provisional as long as this rule holds, or might."""


Effect: TypeAlias = Raise | Limit | Route | Act | Provisional


@dataclass(frozen=True, slots=True)
class Rule:
    """If the trigger holds, then the effect, on these grounds."""

    id: str
    when: Trigger
    effect: Effect
    grounds: Grounds
    supports_only: bool = False
    """Whether it gives a reason but never decides; `controleer` proves that it does not."""
    overrides: tuple[str, ...] = ()
    """Ids of later rows of a `first` table that this row goes before when both hold."""
    leads_to: str = ""
    """Id of another instrument that fits next when this holds."""
    sensitive: bool = False
    """Whether its reason is for professionals only."""
    minimum_of: str = ""
    """Id of the instrument that it is taken from; empty for a rule of the instrument itself."""
    taken_from: Text = ""
    """Title of that instrument."""

    @property
    def condition(self) -> Condition | None:
        """What it asks of the answers; None where it looks at other rules or the direction."""
        return None if isinstance(self.when, (Otherwise, WhenDirection)) else self.when

    @property
    def target(self) -> str:
        """Id of the level, outcome or action that it leads to; empty where it leads to none."""
        match self.effect:
            case Raise(target) | Limit(target) | Route(target) | Act(target):
                return target
            case Provisional():
                return ""
            case _:
                assert_never(self.effect)


@dataclass(frozen=True, slots=True)
class Never:
    """A promise about every case: this does not come out while that may hold, or not ever."""

    id: str
    out: Effect
    """What never comes out, not even as something that might."""
    when: Condition | None
    grounds: Grounds
    together_with: tuple[str, ...] = ()
    """Ids of outcomes: then it may come out, but never beside one of these."""
