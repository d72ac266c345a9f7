"""What the rules say about one case, as far as the answers reach."""

from dataclasses import dataclass
from typing import NamedTuple

from integraal.model.condition import Direction
from integraal.model.instrument import Rule
from integraal.model.scale import Level
from integraal.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that holds, with the answers that make it hold."""

    rule: Rule
    answers: tuple[str, ...]
    """Ids of the questions whose answers make it hold."""
    certain: bool = True
    """False for one of several rules of which one surely holds, though nobody knows which."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question whose answer is not known and could still change the level."""

    question: str
    could_become: Level
    """Highest level that an answer could lead to, perhaps together with other answers."""


@dataclass(frozen=True, slots=True)
class OpenRoute:
    """A question whose answer is not known and could still change a route."""

    question: str
    outcomes: tuple[str, ...]
    """Ids of the routes that hang on it, in the order of their tables."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A route that holds, or might."""

    id: str
    table: str
    """Id of the table it belongs to."""
    reason: Reason
    certain: bool
    """False when an unknown answer could still rule it out or put another before it."""
    holds_now: bool = True
    """False when no row that leads here holds yet, so that it is no more than a possibility."""
    hangs_on: tuple[str, ...] = ()
    """Questions without an answer that may still make it hold, or not."""


class RouteNow(NamedTuple):
    """How a route stands, to hold one advice against another."""

    id: str
    certain: bool
    holds_now: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """What one question counts for."""

    question: str
    low: int
    high: int
    """More than `low` as long as nobody knows its answer, or whether it applies."""


@dataclass(frozen=True, slots=True)
class ScoreRange:
    """A score over the answers of one case. It is never shown without its bands and source."""

    score: str
    """Id of the score."""
    low: int
    """The lowest sum that the answers leave open."""
    high: int
    """The highest one; equal to `low` when all is known."""
    most: int
    """The highest sum that there can be, whatever the answers."""
    bands: tuple[str, ...]
    """Ids of the bands that a sum from `low` to `high` lies in."""
    counted: tuple[Counted, ...]
    """Each question, in the instrument's order."""
    open: tuple[str, ...]
    """Ids of the questions whose answers keep the sum open."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What the rules say about one case, as far as the answers reach.

    Every level, from `level` to `feasible`, is None where the instrument has no scale.
    """

    level: Level | None
    """Highest level that certainly applies."""
    reach: Level | None
    """Highest level that could still apply; equal to `level` when that is settled."""
    current: Level | None
    """Level of the forms that exist now; None when unknown or none."""
    current_at_least: Level | None
    """Level of the highest form that is known to exist now, whatever others there are."""
    feasible: Level | None
    """Lowest limit on what is possible now; None where nothing limits it."""
    direction: Direction
    provisional: bool
    """Whether something must be looked at first."""
    reasons: tuple[Reason, ...]
    """Rules that raise the level, deciding ones first; the last resort when none does."""
    first: tuple[Reason, ...]
    """Why the advice is provisional: rules that hold, or might."""
    limits: tuple[Reason, ...]
    actions: tuple[Reason, ...]
    """Rules that call for an action, each action once, in the instrument's order."""
    outcomes: tuple[Outcome, ...]
    open_questions: tuple[OpenQuestion, ...]
    """Those that could change the level, most telling first."""
    open_routes: tuple[OpenRoute, ...]
    """Those that could change a route, in the order in which the tables are read."""
    routes_may_change: bool
    """Whether an answer that is not known could still change a route."""
    truths: tuple[tuple[str, Truth], ...]
    """Rule id and truth, for every rule, in the instrument's order."""
    searched_all: bool = True
    """Whether all that may still come was looked at. If not, the range may be wider than it need
    be, and a question may be named open that is not; never the other way round."""
    scores: tuple[ScoreRange, ...] = ()
    """Every score, in the instrument's order."""

    @property
    def is_settled(self) -> bool:
        """Whether no unknown answer can change the level any more; without a scale, any route."""
        return self.level == self.reach if self.level is not None else not self.routes_may_change

    @property
    def outcomes_now(self) -> tuple[str, ...]:
        """Ids of the routes that hold now, in the order in which the tables are read."""
        return tuple(outcome.id for outcome in self.outcomes if outcome.holds_now)

    @property
    def outcomes_open(self) -> tuple[str, ...]:
        """Ids of the routes that might hold, and do not by what is known; in the same order."""
        return tuple(outcome.id for outcome in self.outcomes if not outcome.holds_now)

    def routes(self, table: str) -> tuple[Outcome, ...]:
        """Select the outcomes of one table."""
        return tuple(outcome for outcome in self.outcomes if outcome.table == table)

    @property
    def action_ids(self) -> tuple[str, ...]:
        """Ids of the actions that are called for, in the instrument's order."""
        return tuple(reason.rule.target for reason in self.actions)

    @property
    def routes_now(self) -> tuple[RouteNow, ...]:
        """The routes without what they rest on, in the order in which the tables are read."""
        return tuple(RouteNow(one.id, one.certain, one.holds_now) for one in self.outcomes)

    @property
    def rules_open(self) -> tuple[str, ...]:
        """Ids of the rules that might hold."""
        return tuple(rule for rule, truth in self.truths if truth is Truth.UNKNOWN)
