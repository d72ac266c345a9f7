"""Find the records that cannot be answered, each with its line and why; never with a value."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from integraal.batch.cells import FAULT, Matched, Used
from integraal.batch.source import Opened, quoted_name
from integraal.engine.sql_encoding import quoted
from integraal.model.instrument import Kind
from integraal.privacy.identifiers import identifiers

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CASE = "casus"
REJECTED = ("line", "column", "kind", "length", "reason")
"""Columns of the rejects: where, what shape the value had, and why; never the value itself."""
_PSEUDONYM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
_LONG_NUMBER = "[0-9]([ ./-]?[0-9]){7,}"


def reject(connection: "DuckDBPyConnection", opened: Opened, matched: Matched) -> None:
    """Make the table `rejects`: every record that cannot be answered, and what stands in the way.

    One pass over the records; only of those with a fault anything more is worked out.

    Args:
        connection: With the view `cells`.
        opened: How the table was opened.
        matched: Which columns answer which questions.
    """
    name = f"trim({CASE})"
    faults = [
        _Fault(CASE, CASE, "case-missing", f"({CASE} IS NULL OR {name} = '')"),
        _Fault(CASE, CASE, "case-form", f"NOT regexp_full_match({name}, {quoted(_PSEUDONYM)})"),
    ]
    faults += [_bad_cell(used) for used in matched.used if used.question.kind is not Kind.TEXT]
    found = ", ".join(fault.found() for fault in faults)
    connection.execute(
        "CREATE TEMP TABLE rejects AS SELECT line, unnest(found, max_depth := 2) FROM ("
        f"SELECT line, list_filter([{found}], lambda one: one IS NOT NULL) AS found FROM cells"
        f" WHERE {' OR '.join(fault.test for fault in faults)})"
    )
    suspect = connection.execute(
        f"SELECT line, {name} FROM cells WHERE regexp_matches({name}, {quoted(_LONG_NUMBER)})"
    )
    named: list[tuple[int, str, str, int]] = []
    while some := suspect.fetchmany(10_000):
        named += [(line, CASE, *_shape(case)) for line, case in some if identifiers(case)]
    if named:
        connection.executemany("INSERT INTO rejects VALUES (?, ?, ?, ?, 'case-identifies')", named)
    if opened.unreadable:
        connection.execute(
            "INSERT INTO rejects SELECT DISTINCT -CAST(line AS BIGINT), NULL, NULL, NULL,"
            " 'unreadable-record' FROM reject_errors"
        )


@dataclass(frozen=True, slots=True)
class _Fault:
    """Something that can be wrong with a record."""

    column: str
    """As the table names it."""
    value: str
    """Where the value stands, of which only the shape is told."""
    reason: str
    test: str

    def found(self) -> str:
        """Write what is told of it; NULL where it is not so."""
        told = (
            f"{{'column': {quoted(self.column)}, 'kind': {_kind(self.value)},"
            f" 'length': length({self.value}), 'reason': {quoted(self.reason)}}}"
        )
        return f"CASE WHEN {self.test} THEN {told} END"


def _bad_cell(used: Used) -> _Fault:
    shown = used.question.id if used.by_option else used.columns[0]
    test = f"{quoted_name(used.question.id)} = {quoted(FAULT)}"
    return _Fault(shown, quoted_name(value_name(used)), "no-such-answer", test)


def value_name(used: Used) -> str:
    """Name the column that keeps the value as it was given."""
    return f"given {used.question.id}"


def _kind(value: str) -> str:
    """Say of a value what kind it is, and nothing more."""
    return (
        f"CASE WHEN {value} IS NULL THEN 'empty' WHEN regexp_full_match({value}, '[0-9]+')"
        f" THEN 'digits' WHEN regexp_matches({value}, '[0-9]') THEN 'mixed' ELSE 'letters' END"
    )


def _shape(value: str) -> tuple[str, int]:
    return ("digits" if value.isdigit() else "mixed"), len(value)


def listed_rejects(opened: Opened) -> str:
    """Write the rejects, each with its line in the file, in their order.

    Among rows that could be told apart a number counts no others: the header, and the lines that
    could not, come on top of it.
    """
    columns = ", ".join(f'"{name}"' for name in REJECTED[1:])
    if opened.form != "csv":
        return f'SELECT line, {columns} FROM rejects ORDER BY line, "column"'
    before = (
        "(SELECT count(*) FROM (SELECT line - row_number() OVER (ORDER BY line) AS shifted FROM"
        " (SELECT DISTINCT CAST(line AS BIGINT) AS line FROM reject_errors))"
        " WHERE shifted <= rejects.line)"
    )
    line = f"CASE WHEN line < 0 THEN -line ELSE line + 1 + {before} END"
    return f'SELECT {line} AS line, {columns} FROM rejects ORDER BY 1, "column"'
