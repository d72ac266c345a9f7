"""Write the columns of a result, in SQL: ids in place of the numbers and bits of the SELECT."""

from collections.abc import Sequence
from datetime import date

from integraal.batch.columns import PROMISED
from integraal.batch.dialects import TableDialect
from integraal.engine.program import Program
from integraal.engine.sql.dangers import table_dangers
from integraal.engine.sql.select import DIRECTIONS, columns
from integraal.model.sheet import CASE, KEEP_UNTIL


def advice_columns(program: Program, dialect: TableDialect, ahead: str = "") -> list[str]:
    """Write the columns, in the order of PROMISED.

    Args:
        program: The lowered instrument.
        dialect: Of SQL.
        ahead: Column with the dangers of days after today; empty where there is none.
    """
    instrument, names = program.instrument, columns(program)
    levels = instrument.level_ids
    outcomes = [outcome.id for outcome in instrument.outcomes]
    rules = [rule.id for rule in instrument.rules]
    shown = (
        CASE,
        _chosen("level", levels, dialect),
        _chosen("reach", levels, dialect),
        "settled = 1",
        "provisional = 1",
        _chosen("current", levels, dialect),
        _chosen("feasible", levels, dialect),
        _chosen("direction", [each.value for each in DIRECTIONS], dialect),
        dialect.ids(names.fired, rules),
        dialect.ids(names.open, rules),
        dialect.ids(names.outcomes, outcomes),
        dialect.ids(names.outcomes_open, outcomes),
        dialect.ids(names.actions, [action.id for action in instrument.actions]),
        urgent_column(program, dialect, ahead),
        dialect.text(instrument.version),
        dialect.text(instrument.fingerprint),
    )
    return [f"{value} AS {name}" for value, name in zip(shown, PROMISED, strict=True)]


def keep_column(keep_until: date | None) -> list[str]:
    """Write the column with the day until which a table may be kept; nothing without one."""
    return [f"'{keep_until.isoformat()}' AS {KEEP_UNTIL}"] if keep_until else []


def urgent_column(program: Program, dialect: TableDialect, ahead: str = "") -> str:
    """Write the ids of the dangers that a row makes true, of whatever instrument.

    Those of days after today come behind the others.
    """
    ids = dialect.ids(columns(program).urgent, [danger.id for danger in table_dangers(program)])
    if not ahead:
        return ids
    later = f"CASE WHEN {ids} = '' THEN {ahead} ELSE {ids} || ';' || {ahead} END"
    return f"CASE WHEN coalesce({ahead}, '') = '' THEN {ids} ELSE {later} END"


def is_urgent(program: Program, ahead: str = "") -> str:
    """Write the condition that the answers of a row say that somebody may be in danger."""
    tests = [f"{name} <> 0" for name in columns(program).urgent]
    tests += [f"coalesce({ahead}, '') <> ''"] if ahead else []
    return " OR ".join(tests) or "1 = 0"


def _chosen(column: str, ids: Sequence[str], dialect: TableDialect) -> str:
    """Write the id that a number stands for; NULL where it stands for none."""
    cases = " ".join(f"WHEN {number} THEN {dialect.text(one)}" for number, one in enumerate(ids))
    return f"CASE {column} {cases} ELSE NULL END" if cases else "CAST(NULL AS STRING)"
