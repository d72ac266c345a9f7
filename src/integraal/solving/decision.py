"""When a rule decides: the advice would be another without it."""

from collections.abc import Mapping
from typing import Protocol, assert_never

from integraal.engine.program import Program
from integraal.model.instrument import (
    Act,
    Effect,
    Instrument,
    Limit,
    Provisional,
    Raise,
    Route,
    Rule,
)
from integraal.model.tables import rows_above
from integraal.solving.circuit import FALSE, Circuit
from integraal.solving.encoding import Rails


class Ruled(Protocol):
    """A program over one set of answers, with the rails of every rule."""

    @property
    def instrument(self) -> Instrument:
        """The instrument."""

    @property
    def program(self) -> Program:
        """What it was lowered to."""

    @property
    def circuit(self) -> Circuit:
        """Where the literals are."""

    @property
    def rails(self) -> Mapping[str, Rails]:
        """By the id of the rule."""


def decides(prover: Ruled, rule: Rule) -> int:
    """Make the literal that says that a rule decides.

    A rule that raises decides when it holds and no other raises as high; a limit when no other is
    as low; a row of a `first` table when no row above it holds yet; any other rule when it holds. A
    rule at the lowest level never does, since the level is never below it.
    """
    rails, circuit = prover.rails, prover.circuit
    holds = rails[rule.id].holds
    rivals = [rails[other.id] for other in rivals_of(prover, rule)]
    match rule.effect:
        case Raise(level):
            if prover.instrument.rank(level) == 0:
                return FALSE
            return circuit.all_of([holds, *(rival.fails for rival in rivals)])
        case Route() | Limit():
            # A row above that may still hold sends nobody anywhere yet; nor does a limit limit.
            return circuit.all_of([holds, *(-rival.holds for rival in rivals)])
        case Act() | Provisional():
            return holds
        case _:
            assert_never(rule.effect)


def rivals_of(prover: Ruled, rule: Rule) -> list[Rule]:
    """The rules that take the decision from this one when they hold too."""
    instrument = prover.instrument
    match rule.effect:
        case Raise(level):
            rank, raising = instrument.rank(level), prover.program.raising
            return [r.rule for r in raising if r.rule is not rule and r.rank >= rank]
        case Limit(level):
            limits = [other for other in instrument.rules_with(Limit) if other is not rule]
            return [o for o in limits if instrument.rank(o.target) <= instrument.rank(level)]
        case Route():
            return list(rows_above(instrument, rule))
        case Act() | Provisional():
            return []
        case _:
            assert_never(rule.effect)


def shown_in(effect: Effect) -> str:
    """The field of advice in which an effect shows."""
    match effect:
        case Raise():
            return "level"
        case Limit():
            return "feasible"
        case Route():
            return "outcomes"
        case Act():
            return "actions"
        case Provisional():
            return "provisional"
        case _:
            assert_never(effect)
