"""Find the records that cannot be answered, each with its line and why; never with a value."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from integraal.batch.advice_columns import keep_column, urgent_column
from integraal.batch.columns import REJECTED, Request
from integraal.batch.dialects import DUCKDB
from integraal.batch.duckdb.refused import heard_lines
from integraal.batch.heard import Heard, Hearing
from integraal.batch.records import UNREADABLE, Records
from integraal.batch.table.source import FILE, Opened
from integraal.engine.sql.encoding import quoted
from integraal.engine.sql.select import select
from integraal.model.sheet import CASE, URGENT

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_ONCE = 100_000
"""Numbers that are handed to DuckDB together."""
_BLANK = (b"\n", b"\r\n")


_PLACED = {"folder": "file", "xlsx": "sheet"}
"""Forms in which a line is one of a file or a sheet, and how the column with its name is called."""


def reject(
    connection: "DuckDBPyConnection", opened: Opened, records: Records, request: Request
) -> None:
    """Make the table `rejects`: every record that cannot be answered, and what stands in the way.

    Args:
        connection: With the table `reject_errors`: lines that are no record.
        opened: How the table was opened.
        records: How its records are read.
        request: What it was opened for.
    """
    slips = Hearing(request).slips(_slipped(connection, opened, records))
    records = replace(records, slips=slips)
    minded = " OR ".join(fault.test for fault in records.faults_by_cell())
    file = f"{DUCKDB.name(FILE) if opened.form in _PLACED else 'NULL'} AS file"
    own = ("line", file, *records.kept, *records.given_cells())
    cases = records.cases(opened.with_lines(), own)
    kept = ("line", "file", *records.kept, "found")
    listed = ", ".join((CASE, "line", "file", *records.kept, f"{records.told()} AS found"))
    answers = ", ".join(records.readable_answers())
    source = f"(SELECT {listed}, {answers} FROM ({cases}) WHERE {minded})"
    told = select(records.program, DUCKDB.select, source, kept=kept, encoded=True)
    connection.execute(
        "CREATE TEMP TABLE rejects AS SELECT line, file, unnest(found, max_depth := 2),"
        f" nullif({urgent_column(records.program, DUCKDB, records.ahead)}, '') AS {URGENT}"
        f" FROM ({told})"
    )
    note_skipped(connection, opened)
    if opened.form == "csv":
        connection.execute(
            "INSERT INTO rejects SELECT DISTINCT -CAST(line AS BIGINT), NULL, NULL, 'empty', NULL,"
            f" '{UNREADABLE}', NULL FROM reject_errors"
        )
    _note_heard(connection, heard_lines(connection, opened, request))


def _slipped(
    connection: "DuckDBPyConnection", opened: Opened, records: Records
) -> list[tuple[str, str]]:
    """List the words that are no answer where danger could show, with their questions."""
    if not records.can_slip:
        return []
    cases = records.cases(opened.with_lines(), records.given_cells())
    words = f"SELECT unnest({records.slipped()}, max_depth := 2) FROM ({cases})"
    # In the order of how often: nobody writes so many words for a yes.
    most = f"GROUP BY ALL ORDER BY count(*) DESC, question, word LIMIT {_AT_ONCE}"
    return connection.execute(f"SELECT question, word FROM ({words}) {most}").fetchall()


def _note_heard(connection: "DuckDBPyConnection", heard: Iterable[tuple[int, Heard]]) -> None:
    """Put the dangers of lines that are no record in the table `rejects`.

    Args:
        connection: With that table.
        heard: The lines with a danger, numbered as there, and what was heard in them.
    """
    every = [(line, ";".join(found.ids)) for line, found in heard]  # read before anything is asked
    connection.execute("CREATE TEMP TABLE heard (line BIGINT, ids VARCHAR)")
    lines = iter(every)
    while some := list(islice(lines, _AT_ONCE)):
        numbers, ids = map(list, zip(*some, strict=True))
        connection.execute("INSERT INTO heard SELECT unnest(?), unnest(?)", [numbers, ids])
    connection.execute(
        f"UPDATE rejects SET {URGENT} = heard.ids FROM heard"
        f" WHERE rejects.line = heard.line AND reason = '{UNREADABLE}'"
    )


def note_skipped(connection: "DuckDBPyConnection", opened: Opened) -> None:
    """Make the table `skipped`: the lines that are not counted among the records.

    Blank ones that follow each other are one row: millions of them are soon noted then.

    Args:
        connection: With the table `reject_errors`: lines that are no record.
        opened: How the table was opened.
    """
    connection.execute("CREATE TEMP TABLE skipped (line BIGINT, many BIGINT)")
    blank = _blank_lines(opened)
    # Row by row, a long table of which every other line is blank would take hours.
    while some := list(islice(blank, _AT_ONCE)):
        lines, many = map(list, zip(*some, strict=True))
        connection.execute("INSERT INTO skipped SELECT unnest(?), unnest(?)", [lines, many])
    if opened.form == "csv":
        # Millions of blank lines together are one that is too long as well.
        connection.execute(
            "INSERT INTO skipped SELECT torn.line, 1"
            " FROM (SELECT DISTINCT CAST(line AS BIGINT) AS line FROM reject_errors) AS torn"
            " ASOF LEFT JOIN skipped ON torn.line >= skipped.line"
            " WHERE coalesce(torn.line >= skipped.line + many, true)"
        )


def _blank_lines(opened: Opened) -> Iterator[tuple[int, int]]:
    """Number the lines with nothing on them, with how many of those follow each other.

    A reader of tables passes them over.
    """
    if opened.form not in ("csv", "jsonl"):
        return
    number, many, is_inside = 0, 0, False
    with opened.path.open("rb") as file:
        for line in file:
            # A line break between quotes is part of its record.
            number += not is_inside
            if line in _BLANK and not is_inside:
                many += 1
                continue
            if many:
                yield number - many, many
                many = 0
            is_inside ^= opened.form == "csv" and line.count(b'"') % 2 == 1
    if many:
        yield number + 1 - many, many


def listed_rejects(opened: Opened, form: str, keep_until: date | None = None) -> str:
    """Write the rejects, each with its line in the file, in their order.

    A record is numbered among the records: the header, blank lines, and lines that are no record
    come on top of it.

    Args:
        opened: How the table was opened.
        form: Of the file that the rejects go to.
        keep_until: Until when they may be kept; None for no such column.
    """
    columns = [f'"{name}"' for name in REJECTED[1:]]
    order = '1, "column"'
    if opened.form in _PLACED:
        place = DUCKDB.harmless("file") if form == "csv" else "file"
        columns.append(f"{place} AS {_PLACED[opened.form]}")
    columns += keep_column(keep_until)
    if opened.seen.sheets:
        sheets = ", ".join(map(quoted, opened.seen.sheets))
        order = f"list_position([{sheets}], file), {order}"
    listed = ", ".join(columns)
    if opened.numbered:
        return f"SELECT abs(line) AS line, {listed} FROM rejects ORDER BY {order}"
    # The nearest gap before each is looked up, and not all of them counted anew for every reject.
    gaps = f"SELECT before, max(nth) AS in_all FROM ({_gaps(opened)}) GROUP BY before"
    found = f"CASE WHEN line < 0 THEN -line ELSE line + {_header(opened)} + coalesce(in_all, 0) END"
    joined = f"rejects ASOF LEFT JOIN ({gaps}) AS gaps ON line > before"
    return f"SELECT {found} + {opened.above} AS line, {listed} FROM {joined} ORDER BY {order}"


def _header(opened: Opened) -> int:
    return 1 if opened.form == "csv" else 0


def _gaps(opened: Opened) -> str:
    """Write the lines that are skipped: how many up to there, and how many records come before."""
    in_all = "sum(many) OVER (ORDER BY line)"
    return (
        f"SELECT {in_all} AS nth, line - {_header(opened)} - 1 - nth + many AS before FROM skipped"
    )


def record_on(connection: "DuckDBPyConnection", opened: Opened, line: int) -> int:
    """Number the record on a line of a file among the records; 0 where the line is none.

    Args:
        connection: With the table `skipped`.
        opened: How the table was opened.
        line: As the rejects count.
    """
    if opened.numbered:
        return line
    line -= opened.above
    counts = "sum(many) FILTER (line < $1), count(*) FILTER ($1 BETWEEN line AND line + many - 1)"
    ((before, here),) = connection.execute(f"SELECT {counts} FROM skipped", [line]).fetchall()
    return 0 if here else line - _header(opened) - int(before or 0)
