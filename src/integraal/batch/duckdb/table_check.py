"""Read a table as a run would, write no advice, and tell how it was read."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.batch.advice_columns import is_urgent
from integraal.batch.columns import Used
from integraal.batch.dialects import DUCKDB
from integraal.batch.duckdb.advice_table import encoded_query, is_sound
from integraal.batch.duckdb.case_names import IS_NAMED, list_identifying
from integraal.batch.duckdb.connection import connected
from integraal.batch.duckdb.errors import as_findings
from integraal.batch.duckdb.rejects import listed_rejects, reject
from integraal.batch.duckdb.run import (
    Batch,
    check_columns,
    check_quotes,
    count_records,
    open_source,
    read_as,
)
from integraal.batch.duckdb.torn_lines import torn_lines
from integraal.batch.records import Records
from integraal.batch.table.source import Opened, count_in
from integraal.model.finding import faulty
from integraal.model.instrument import Kind
from integraal.model.results.table_check import ColumnRead, Role, Shape, TableCheck
from integraal.model.sheet import CASE, URGENT
from integraal.reading.files import check_utf8

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Found = tuple[str, int, str]
"""A cell that is refused: its sheet or file, its line, and its column; of a whole record none."""


def check_table(batch: Batch, red: Path | None = None) -> TableCheck:
    """Tell how a table is read, and what of it would be rejected.

    Args:
        batch: What would be done; nothing is written at its places.
        red: Where a copy of the table goes with its refused cells in red; None for no copy.

    Raises:
        Faulty: if the table as a whole cannot be read; and if it is no table that can be copied so.
    """
    check_utf8(*(() if batch.source.is_dir() else (batch.source,)))
    with as_findings(batch.source, red or batch.source), connected() as (connection, scratch):
        opened, folder = open_source(connection, batch, scratch)
        records = read_as(batch, opened.columns, opened.ahead)
        opened = opened.unmarked(records.matched.groups)
        _, doubted = check_columns(connection, batch, opened, records)
        in_all = count_records(connection, opened)
        check_quotes(connection, batch.source, opened)
        suspect = f"SELECT {CASE} FROM ({records.cases(opened.rows)}) WHERE {records.is_suspect}"
        if list_identifying(connection, suspect):
            records = replace(records, identifies=IS_NAMED)
        reject(connection, opened, records, batch)
        unread = count_in(connection, "SELECT count(DISTINCT line) FROM reject_errors")
        broken = folder.unreadable if folder else []
        torn = torn_lines(connection, opened, batch.source)
        checked = _checked(connection, opened, records)
        dangers = sum(bool(urgent) for *_, urgent in broken)
        if red is not None:
            _mark(connection, batch, opened, red)
    reasons = dict(checked.reasons)
    for _, _, code, _ in broken:
        reasons[code] = reasons.get(code, 0) + 1
    return replace(
        checked,
        records=in_all + unread + len(broken),
        rejected=checked.rejected + len(broken),
        in_danger=checked.in_danger + dangers,
        reasons=tuple(sorted(reasons.items())),
        findings=(*doubted, *torn),
    )


def _checked(connection: "DuckDBPyConnection", opened: Opened, records: Records) -> TableCheck:
    distinct = "count(DISTINCT (line, file)) FROM rejects"
    reasons = connection.execute(f"SELECT reason, {distinct} GROUP BY reason").fetchall()
    twice = f"SELECT count(*) AS n FROM ({opened.rows}) WHERE trim({CASE}) <> ''"
    twice = f"{twice} GROUP BY trim({CASE}) HAVING n > 1"
    ((doubles, double_records),) = connection.execute(
        f"SELECT count(*), coalesce(sum(n), 0)::BIGINT FROM ({twice})"
    ).fetchall()
    said = encoded_query(records.program, records, opened.rows)
    is_in_danger = f"{is_sound(records)} AND ({is_urgent(records.program, records.ahead)})"
    answered = count_in(connection, f"SELECT count(*) FROM ({said}) WHERE {is_in_danger}")
    refused = count_in(connection, f"SELECT {distinct} WHERE {URGENT} <> ''")
    return TableCheck(
        records=0,
        rejected=count_in(connection, f"SELECT {distinct}"),
        columns=tuple(_columns(connection, opened, records)),
        reasons=tuple(reasons),
        doubles=doubles,
        double_records=double_records,
        in_danger=answered + refused,
        encoding=opened.encoding,
        delimiter=opened.delimiter if opened.form == "csv" else "",
        strays=opened.strays,
        seen=opened.seen,
    )


def _columns(
    connection: "DuckDBPyConnection", opened: Opened, records: Records
) -> Iterator[ColumnRead]:
    """Tell what each column is, in the order of the table."""
    shapes = _shapes(connection)
    matched = records.matched
    used = {name: one for one in matched.used for name in one.columns}
    blank = {name: ("", *one.words.not_known) for name, one in used.items()}
    counted = _blank(connection, opened, blank | {_case(opened): ("",)})
    for name in opened.columns:
        if name == _case(opened):
            yield ColumnRead(name, Role.CASE, unknown=counted[name], shapes=shapes[CASE])
        elif name in used:
            role, meaning = _role(used[name], name)
            yield ColumnRead(name, role, meaning, counted[name], shapes[name])
        elif name not in opened.unused:
            yield ColumnRead(name, Role.GROUP if name in matched.groups else Role.UNREAD)


def _case(opened: Opened) -> str:
    """The column with the names of the cases, as the table has it."""
    return next(name for name in opened.columns if name.casefold() == CASE)


def _role(used: Used, name: str) -> tuple[Role, str]:
    question = used.question
    if used.by_option:
        return Role.OPTION, f"{question.id}.{used.options[used.columns.index(name)]}"
    return Role.LIST if question.kind is Kind.SEVERAL else Role.QUESTION, question.id


def _blank(
    connection: "DuckDBPyConnection", opened: Opened, blank: dict[str, tuple[str, ...]]
) -> dict[str, int]:
    """Count the cells of columns that say nothing."""
    counts = ", ".join(
        f"count(*) FILTER ({DUCKDB.one_of(DUCKDB.name(name), words)})"
        for name, words in blank.items()
    )
    (row,) = connection.execute(f"SELECT {counts} FROM ({opened.rows})").fetchall()
    return dict(zip(blank, row, strict=True))


def _shapes(connection: "DuckDBPyConnection") -> dict[str, tuple[Shape, ...]]:
    """Gather what refused values look like, by column."""
    rows = connection.execute(
        'SELECT "column", kind, coalesce(length, 0), count(*) AS n FROM rejects'
        ' WHERE "column" IS NOT NULL GROUP BY ALL ORDER BY n DESC, kind, 3'
    ).fetchall()
    found: dict[str, tuple[Shape, ...]] = defaultdict(tuple)
    for name, *shape in rows:
        found[name] += (Shape(*shape),)
    return found


def _mark(connection: "DuckDBPyConnection", batch: Batch, opened: Opened, red: Path) -> None:
    """Copy the table as a workbook in which every refused cell is red.

    Raises:
        Faulty: if it is neither a workbook nor texts between signs.
    """
    from integraal.batch.table.red_copy import copy_of_text, copy_of_workbook

    listed = listed_rejects(opened, "")
    cells = "sheet" if opened.form == "xlsx" else "''"
    found: list[Found] = connection.execute(
        f"SELECT {cells}, line, coalesce(\"column\", '') FROM ({listed})"
    ).fetchall()
    match opened.form:
        case "xlsx":
            copy_of_workbook(batch.source, red, found, batch.sheets)
        case "csv":
            copy_of_text(opened, red, {(line, name) for _, line, name in found})
        case _:
            raise faulty("no-red-copy", batch.source)
