"""Write the table of advice: one row a case, with ids in place of numbers and bits.

In two steps. First every record is read and becomes a few integers, in a table of our own; that is
all of it that is kept, and only until the end. Ids, which are long, are written from there.
"""

from collections.abc import Iterator
from datetime import date

from integraal.batch.advice_columns import advice_columns, keep_column
from integraal.batch.dialects import DUCKDB
from integraal.batch.records import Records
from integraal.engine.program import Program
from integraal.engine.sql.select import select
from integraal.model.sheet import CASE

FAULTY, SUSPECT = "faulty", "suspect"
"""Columns of `encoded_query`: whether anything is wrong with a record, and whether the name of its
case could be a number or a date of a person."""


def encoded_query(program: Program, records: Records, rows: str) -> str:
    """Write the query of every record with its advice, in integers; it keeps their order.

    Args:
        program: The lowered instrument.
        records: How the records are read.
        rows: Query of the records as texts.
    """
    tests = f"{records.is_faulty()} AS {FAULTY}, {records.is_suspect} AS {SUSPECT}"
    tested = f"SELECT *, {tests} FROM ({records.cases(rows, records.kept)})"
    remarks = (name for _, name in records.remarks())
    kept = (*records.groups, *remarks, *records.kept, FAULTY, SUSPECT)
    listed = ", ".join((CASE, *kept, *records.readable_answers()))
    source = f"(SELECT {listed} FROM ({tested}))"
    return select(program, DUCKDB.select, source, kept=kept, encoded=True)


def advice_query(
    program: Program, records: Records, said: str, form: str, keep_until: date | None = None
) -> str:
    """Write the query of the whole result, of the records without a fault; it keeps their order.

    Args:
        program: The lowered instrument.
        records: How the records were read.
        said: What `encoded_query` gave: the name of a table, or the query itself in brackets.
        form: Of the file that the result goes to.
        keep_until: Until when the result may be kept; None for no such column.
    """
    listed = (
        *advice_columns(program, DUCKDB, records.ahead),
        *_groups(records, form),
        *keep_column(keep_until),
    )
    return f"SELECT {', '.join(listed)} FROM {said} WHERE {is_sound(records)}"


def is_sound(records: Records) -> str:
    """Write the condition that nothing is wrong with a record of `encoded_query`."""
    named = f" AND NOT {records.identifies}" if records.identifies else ""
    return f"NOT {FAULTY}{named}"


def _groups(records: Records, form: str) -> Iterator[str]:
    """Write the groups; in a workbook every text is one, in CSV none may become a formula."""
    for group, name in zip(records.groups, records.matched.groups, strict=True):
        shown = DUCKDB.harmless(group) if form == "csv" else group
        yield f"{shown} AS {DUCKDB.name(name)}"
