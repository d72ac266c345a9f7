"""When a rule decides: the advice would be another without it."""

from integraal.model.instrument import (
    Act,
    Instrument,
    Limit,
    OutcomePolicy,
    Provisional,
    Raise,
    Route,
    Rule,
    Table,
)
from integraal.model.tables import rows, table_of
from integraal.solving.circuit import FALSE
from integraal.verify.proof.claims import Proving


def decides(proving: Proving, rule: Rule) -> int:
    """Make the literal that says that a rule decides.

    A rule that raises decides when it holds and no other raises as high; a limit when no other is
    as low; a row of a `first` table when no row above it holds yet; any other rule when it holds. A
    rule at the lowest level never does, since the level is never below it.
    """
    rails, circuit = proving.rails, proving.circuit
    holds = rails[rule.id].holds
    rivals = [rails[other.id] for other in rivals_of(proving, rule)]
    match rule.effect:
        case Raise():
            if rank_of(proving.instrument, rule) == 0:
                return FALSE
            return circuit.all_of([holds, *(rival.fails for rival in rivals)])
        case Route() | Limit():
            # A row above that may still hold sends nobody anywhere yet; nor does a limit limit.
            return circuit.all_of([holds, *(-rival.holds for rival in rivals)])
        case Act() | Provisional():
            return holds


def rivals_of(proving: Proving, rule: Rule) -> list[Rule]:
    """List the rules that take the decision from this one when they hold too."""
    instrument = proving.instrument
    match rule.effect:
        case Raise():
            rank = rank_of(instrument, rule)
            raising = proving.program.raising
            return [r.rule for r in raising if r.rule is not rule and r.rank >= rank]
        case Limit():
            rank = rank_of(instrument, rule)
            limits = [other for other in limiting(instrument) if other is not rule]
            return [other for other in limits if rank_of(instrument, other) <= rank]
        case Route():
            return list(rows_above(instrument, rule))
        case Act() | Provisional():
            return []


def rank_of(instrument: Instrument, rule: Rule) -> int:
    """Say at which rank the level of a rule stands, 0 for the lowest.

    Raises:
        ValueError: if the rule names no level.
    """
    if instrument.scale is None or not isinstance(rule.effect, (Raise, Limit)):
        raise ValueError(rule.id)
    return instrument.scale.rank(rule.effect.level)


def limiting(instrument: Instrument) -> list[Rule]:
    """List the rules that limit what is feasible now."""
    return [rule for rule in instrument.rules if isinstance(rule.effect, Limit)]


def tables(instrument: Instrument, policy: OutcomePolicy) -> list[Table]:
    """List the tables that are read in this way and have rows."""
    return [t for t in instrument.tables if t.policy is policy and rows(instrument, t)]


def rows_above(instrument: Instrument, rule: Rule) -> tuple[Rule, ...]:
    """List the rows that a `first` table looks at before this one; none in a `collect` table."""
    table = table_of(instrument, rule)
    if table is None or table.policy is OutcomePolicy.COLLECT:
        return ()
    every = rows(instrument, table)
    return every[: every.index(rule)]
