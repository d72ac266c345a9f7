"""Which routes hold, under the hit policy that the instrument declares."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from integraal.engine.reach.open_routes import OpenRow
from integraal.model.instrument import Instrument, OutcomePolicy, Rule, Table
from integraal.model.results.advice import Outcome, Reason
from integraal.model.tables import rows
from integraal.model.truth import Truth


def outcomes(
    instrument: Instrument,
    truths: Mapping[str, Truth],
    opened: Sequence[OpenRow],
    reason: Callable[[Rule], Reason],
) -> Iterator[Outcome]:
    """The routes that hold, or might, table by table.

    Args:
        instrument: With the tables.
        truths: Of every rule.
        opened: The rows that an answer may still change.
        reason: Gives a rule with the answers that it rests on.
    """
    for table in instrument.tables:
        here = [row for row in opened if row.table == table.id]
        yield from _of_table(rows(instrument, table), table, truths, here, reason)


def _of_table(
    rules: Iterable[Rule],
    table: Table,
    truths: Mapping[str, Truth],
    opened: Sequence[OpenRow],
    reason: Callable[[Rule], Reason],
) -> Iterator[Outcome]:
    """The routes of one table that hold, or might.

    Under `first` the table is read from the top and ends at the first row that certainly holds;
    its route is certain when nothing in the table may still change. Under `collect` every row
    counts by itself.
    """
    found = [
        (rule, rule.target, truths[rule.id]) for rule in rules if truths[rule.id] is not Truth.FALSE
    ]
    if table.policy is OutcomePolicy.FIRST:
        ends = next((n for n, row in enumerate(found, 1) if row[2] is Truth.TRUE), len(found))
        found = found[:ends]
    for route in dict.fromkeys(route for _, route, _ in found):
        leading = [(rule, truth) for rule, to, truth in found if to == route]
        holding = [rule for rule, truth in leading if truth is Truth.TRUE]
        hangs_on = dict.fromkeys(q for row in opened if row.outcome == route for q in row.questions)
        if table.policy is OutcomePolicy.FIRST:
            may_change = bool(opened)
        else:
            may_change = {rule.id for rule in holding} <= {row.rule for row in opened}
        yield Outcome(
            id=route,
            table=table.id,
            reason=reason(holding[0] if holding else leading[0][0]),
            certain=bool(holding) and not may_change,
            holds_now=bool(holding),
            hangs_on=tuple(hangs_on),
        )
