"""Which routes hold, under the hit policy that the instrument declares."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from integraal.model.advice import Outcome, Reason
from integraal.model.instrument import Instrument, OutcomePolicy, Route, Rule
from integraal.model.tables import rows
from integraal.model.truth import Truth


def outcomes(
    instrument: Instrument, truths: Mapping[str, Truth], reason: Callable[[Rule], Reason]
) -> Iterator[Outcome]:
    """Walk through the routes that hold, or might, table by table."""
    for table in instrument.tables:
        yield from _of_table(rows(instrument, table), table.policy, truths, reason)


def _of_table(
    rules: Iterable[Rule],
    policy: OutcomePolicy,
    truths: Mapping[str, Truth],
    reason: Callable[[Rule], Reason],
) -> Iterator[Outcome]:
    """Walk through the routes of one table that hold, or might.

    Under `first` the table is read from the top and ends at the first row that certainly holds;
    its route is certain when every row above it that might hold leads there too. Under `collect`
    every row counts by itself.
    """
    found = [
        (rule, rule.effect.outcome, truths[rule.id])
        for rule in rules
        if isinstance(rule.effect, Route) and truths[rule.id] is not Truth.FALSE
    ]
    if policy is OutcomePolicy.FIRST:
        ends = next((n for n, row in enumerate(found, 1) if row[2] is Truth.TRUE), len(found))
        found = found[:ends]
    routes = {route for _, route, _ in found}
    for route in dict.fromkeys(route for _, route, _ in found):
        leading = [(rule, truth) for rule, to, truth in found if to == route]
        holding = [rule for rule, truth in leading if truth is Truth.TRUE]
        alone = policy is OutcomePolicy.COLLECT or routes == {route}
        shown = holding[0] if holding else leading[0][0]
        yield Outcome(
            route, reason(shown), certain=bool(holding) and alone, holds_now=bool(holding)
        )
