"""Which rules are the rows of a table, and which rules compete with one another."""

from integraal.model.instrument import Instrument, OutcomePolicy, Route, Rule, Table


def rows(instrument: Instrument, table: Table) -> tuple[Rule, ...]:
    """The rules that lead to an outcome of a table, from the top."""
    here = {Route(outcome.id) for outcome in instrument.outcomes if outcome.table == table.id}
    return tuple(rule for rule in instrument.rules if rule.effect in here)


def table_of(instrument: Instrument, rule: Rule) -> Table | None:
    """The table that a rule is a row of; None when it leads to no outcome."""
    return next((table for table in instrument.tables if rule in rows(instrument, table)), None)


def rows_above(instrument: Instrument, rule: Rule) -> tuple[Rule, ...]:
    """The rows that a `first` table looks at before this one; none in a `collect` table."""
    table = table_of(instrument, rule)
    if table is None or table.policy is OutcomePolicy.COLLECT:
        return ()
    every = rows(instrument, table)
    return every[: every.index(rule)]


def first_tables(instrument: Instrument) -> list[Table]:
    """The tables that are read from the top and have rows."""
    firsts = [table for table in instrument.tables if table.policy is OutcomePolicy.FIRST]
    return [table for table in firsts if rows(instrument, table)]


def alternatives(instrument: Instrument, rule: Rule) -> tuple[Rule, ...]:
    """The other rules with the same kind of effect; of a row, the others of its table.

    A rule that holds `otherwise` holds when none of these does.
    """
    table = table_of(instrument, rule)
    among = instrument.rules_with(type(rule.effect)) if table is None else rows(instrument, table)
    return tuple(other for other in among if other is not rule)
