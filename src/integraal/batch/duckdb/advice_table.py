"""Write the table of advice: one row a case, with ids in place of numbers and bits.

In two steps. First every record is read and becomes a few integers, in a table of our own; that is
all of it that is kept, and only until the end. Ids, which are long, are written from there.
"""

import re
from collections.abc import Iterator

from integraal.batch.duckdb.cells import Matched
from integraal.batch.duckdb.ids import ids_of
from integraal.batch.duckdb.records import CASE, IS_NAMED, IS_SUSPECT, Records, group_name
from integraal.batch.table.source import quoted_name
from integraal.batch.table.target import FORMULA
from integraal.engine.program import Program
from integraal.engine.sql.dialects import DUCKDB
from integraal.engine.sql.encoding import quoted
from integraal.engine.sql.select import DIRECTIONS, columns, select

PROMISED = (
    "casus",
    "level",
    "reach",
    "settled",
    "provisional",
    "current",
    "feasible",
    "direction",
    "rules",
    "rules_open",
    "outcomes",
    "actions",
    "version",
    "fingerprint",
)
"""The columns that every result has, in their order; those of groups come after them."""


FAULTY, SUSPECT = "faulty", "suspect"
"""Columns of `said_query`: whether anything is wrong with a record, and whether its name could be
that of a person."""


def said_query(program: Program, records: Records, rows: str) -> str:
    """Write the query of every record with its advice, in integers; it keeps their order.

    Args:
        program: The lowered instrument.
        records: How the records are read.
        rows: Query of the records as texts.
    """
    groups = (group_name(number) for number, _ in enumerate(records.matched.groups))
    tests = f"{records.is_faulty()} AS {FAULTY}, {IS_SUSPECT} AS {SUSPECT}"
    source = f"(SELECT *, {tests} FROM ({records.cases(rows)}))"
    return select(program, DUCKDB, source, kept=(*groups, FAULTY, SUSPECT), encoded=True)


def advice_query(program: Program, records: Records, said: str, form: str) -> str:
    """Write the query of the whole result, of the records without a fault; it keeps their order.

    Args:
        program: The lowered instrument.
        records: How the records were read.
        said: What `said_query` gave: the name of a table, or the query itself in brackets.
        form: Of the file that the result goes to.
    """
    shown = dict(zip(PROMISED, _shown(program), strict=True))
    listed = [f"{expression} AS {name}" for name, expression in shown.items()]
    listed += _groups(records.matched, form)
    is_sound = f"NOT {FAULTY}"
    if records.some_identify:
        is_sound += f" AND NOT {IS_NAMED}"
    return f"SELECT {', '.join(listed)} FROM {said} WHERE {is_sound}"


def _shown(program: Program) -> Iterator[str]:
    instrument, names = program.instrument, columns(program)
    levels = [level.id for level in instrument.scale.levels] if instrument.scale else []

    def level(column: str) -> str:
        cases = " ".join(f"WHEN {rank} THEN {quoted(name)}" for rank, name in enumerate(levels))
        return f"CASE {column} {cases} ELSE NULL END" if cases else "CAST(NULL AS VARCHAR)"

    directions = " ".join(
        f"WHEN {number} THEN {quoted(each.value)}" for number, each in enumerate(DIRECTIONS)
    )
    rules = [rule.id for rule in instrument.rules]
    yield CASE
    yield from (level("level"), level("reach"), "settled = 1", "provisional = 1")
    yield from (level("current"), level("feasible"), f"CASE direction {directions} END")
    yield from (ids_of(names.fired, rules), ids_of(names.open, rules))
    yield ids_of(names.outcomes, [outcome.id for outcome in instrument.outcomes])
    yield ids_of(names.actions, [action.id for action in instrument.actions])
    yield from (quoted(instrument.version), quoted(instrument.fingerprint))


def _groups(matched: Matched, form: str) -> Iterator[str]:
    """Write the groups; in what a spreadsheet opens, none of them can become a formula."""
    for number, name in enumerate(matched.groups):
        group = group_name(number)
        if form in ("csv", "xlsx"):
            # A list of signs would become a join, and lose the order of the rows.
            starts = f"regexp_matches({group}, {quoted(f'^[{re.escape(FORMULA)}]')})"
            group = f"CASE WHEN {starts} THEN '''' || {group} ELSE {group} END"
        yield f"{group} AS {quoted_name(name)}"
