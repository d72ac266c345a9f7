"""Find the records that cannot be answered, each with its line and why; never with a value."""

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

    Args:
        connection: With the tables `raw` and `cells`.
        opened: How the table was opened.
        matched: Which columns answer which questions.
    """
    rejects = [_bad_cells(used) for used in matched.used if used.question.kind is not Kind.TEXT]
    name = f"trim({CASE})"
    rejects += [
        _bad(CASE, "case-missing", f"{CASE} IS NULL OR {name} = ''"),
        _bad(CASE, "case-form", f"NOT regexp_full_match({name}, {quoted(_PSEUDONYM)})"),
    ]
    connection.execute(f"CREATE TEMP TABLE rejects AS {' UNION ALL '.join(rejects)}")
    suspect = connection.execute(
        f"SELECT line, {name} FROM raw WHERE regexp_matches({name}, {quoted(_LONG_NUMBER)})"
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


def _bad_cells(used: Used) -> str:
    column = quoted_name(used.question.id)
    shown = used.columns[0] if not used.by_option else used.question.id
    value = f"CAST(raw.{quoted_name(used.columns[0])} AS VARCHAR)"
    return _of(shown, value, "no-such-answer", f"cells.{column} = {quoted(FAULT)}")


def _bad(column: str, reason: str, test: str) -> str:
    value = quoted_name(column)
    return (
        f'SELECT line, {quoted(column)} AS "column", {_kind(value)} AS kind,'
        f" length({value}) AS length, {quoted(reason)} AS reason FROM raw WHERE {test}"
    )


def _of(column: str, value: str, reason: str, test: str) -> str:
    return (
        f'SELECT raw.line, {quoted(column)} AS "column", {_kind(value)} AS kind,'
        f" length({value}) AS length, {quoted(reason)} AS reason"
        f" FROM raw JOIN cells USING (line) WHERE {test}"
    )


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
