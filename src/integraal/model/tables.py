"""Which rules are the rows of a table, and which rules compete with one another."""

from integraal.model.instrument import Instrument, Route, Rule, Table


def rows(instrument: Instrument, table: Table) -> tuple[Rule, ...]:
    """List the rules that lead to an outcome of a table, from the top."""
    here = {outcome.id for outcome in instrument.outcomes if outcome.table == table.id}
    return tuple(
        rule
        for rule in instrument.rules
        if isinstance(rule.effect, Route) and rule.effect.outcome in here
    )


def table_of(instrument: Instrument, rule: Rule) -> Table | None:
    """Find the table that a rule is a row of; None when it leads to no outcome."""
    return next((table for table in instrument.tables if rule in rows(instrument, table)), None)


def kindred(instrument: Instrument, rule: Rule) -> tuple[Rule, ...]:
    """List the other rules with the same kind of effect; of a row, the others of its table."""
    table = table_of(instrument, rule)
    among = instrument.rules if table is None else rows(instrument, table)
    return tuple(
        other for other in among if other is not rule and type(other.effect) is type(rule.effect)
    )
