"""Which routes hold, under the hit policy that the instrument declares."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from integraal.engine.reach.open_routes import OpenRow
from integraal.model.instrument import Instrument, OutcomePolicy, Rule, Table, Urgency
from integraal.model.results.advice import Advice, Outcome, Reason
from integraal.model.tables import rows
from integraal.model.truth import Truth


def outcomes(
    instrument: Instrument,
    truths: Mapping[str, Truth],
    opened: Sequence[OpenRow],
    promised_away: Container[str],
    reason: Callable[[Rule], Reason],
) -> Iterator[Outcome]:
    """The routes that hold, or might, table by table.

    Args:
        instrument: With the tables.
        truths: Of every rule.
        opened: The rows that an answer may still change.
        promised_away: Ids of routes that must not be named as something that may be.
        reason: Gives a rule with the answers that it rests on.
    """
    for table in instrument.tables:
        here = [row for row in opened if row.table == table.id]
        for outcome in _of_table(rows(instrument, table), table, truths, here, reason):
            if outcome.holds_now or outcome.id not in promised_away:
                yield outcome


def _of_table(
    rules: Iterable[Rule],
    table: Table,
    truths: Mapping[str, Truth],
    opened: Sequence[OpenRow],
    reason: Callable[[Rule], Reason],
) -> Iterator[Outcome]:
    """The routes of one table that hold, or might.

    Under `first` the table is read from the top and ends at the first row that certainly holds;
    its route is certain when nothing in the table may still change. Rows below it might hold all
    the same, where an answer may end what holds now. Under `collect` every row counts by itself.
    """
    is_first = table.policy is OutcomePolicy.FIRST
    may_come = {row.rule for row in opened}
    may_decide: list[tuple[Rule, bool]] = []
    is_read = True
    for rule in rules:
        holds = is_read and truths[rule.id] is Truth.TRUE
        if rule.id in may_come or (is_read and truths[rule.id] is not Truth.FALSE):
            may_decide.append((rule, holds))
        is_read = is_read and not (is_first and holds)
    for route in dict.fromkeys(rule.target for rule, _ in may_decide):
        leading = [rule for rule, _ in may_decide if rule.target == route]
        holding = [rule for rule, holds in may_decide if holds and rule.target == route]
        hangs_on = _hangs_on(route, opened)
        may_change = bool(opened) if is_first else {rule.id for rule in holding} <= may_come
        yield Outcome(
            id=route,
            table=table.id,
            reason=reason((holding or leading)[0]),
            certain=bool(holding) and not may_change,
            holds_now=bool(holding),
            hangs_on=hangs_on,
        )


def _hangs_on(route: str, opened: Sequence[OpenRow]) -> tuple[str, ...]:
    """The questions that may still make a route hold, or not.

    Where the table surely ends at a row, it hangs on the rows above whether that row is reached.
    """
    mine = (row for row in opened if row.outcome == route)
    asking = (one for row in mine for one in ((row,) if row.is_open else opened))
    return tuple(dict.fromkeys(question for row in asking for question in row.questions))


def ask_first(instrument: Instrument, advice: Advice) -> tuple[str, ...]:
    """Ids of the actions and routes of advice that go before the rest without being a danger."""
    now = [outcome.id for outcome in advice.outcomes if outcome.holds_now]
    said = [
        *(instrument.action(name) for name in advice.action_ids),
        *(instrument.outcome(name) for name in now),
    ]
    return tuple(statement.id for statement in said if statement.urgent is Urgency.ASK)
