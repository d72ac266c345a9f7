"""Say of lines that are no record what is wrong with them: each kind by its first line.

What somebody can do about it differs: a sign between columns inside a cell, a line break inside
one, a quote. Knows lines and counts, and repeats nothing of what stands there.
"""

from typing import TYPE_CHECKING

from integraal.batch.duckdb.rejects import listed_rejects
from integraal.batch.records import UNREADABLE
from integraal.batch.table.delimited_text import LINE_BYTES
from integraal.batch.table.source import Opened
from integraal.model.finding import Finding, Place

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_CODES = {
    # A line has one cause: an open quote makes its cells too few or too many as well.
    "UNQUOTED VALUE": "quote-in-cell",
    "TOO MANY COLUMNS": "cells-too-many",
    "MISSING COLUMNS": "cells-too-few",
    "LINE SIZE OVER MAXIMUM": "record-too-long",
}
_CAUSES = (
    "SELECT line, min(list_position($1, error_type)) AS nth, max(column_idx) AS found,"
    r" max(regexp_extract(error_message, 'Columns: (\d+)', 1)) AS columns"
    " FROM reject_errors WHERE list_contains($1, error_type) GROUP BY line"
)


def torn_lines(
    connection: "DuckDBPyConnection", opened: Opened, source: object
) -> tuple[Finding, ...]:
    """List what is wrong with lines that are no record.

    Args:
        connection: With the tables `reject_errors` and `rejects`.
        opened: How the table was opened.
        source: As the user calls the table.
    """
    match opened.form:
        case "csv":
            return _of_text(connection, opened, source)
        case "jsonl":
            return _of_objects(connection, opened, source)
        case _:
            return ()


def _of_text(
    connection: "DuckDBPyConnection", opened: Opened, source: object
) -> tuple[Finding, ...]:
    rows = connection.execute(
        "SELECT nth, count(*), min(line), arg_min(found, line), arg_min(columns, line)"
        f" FROM ({_CAUSES}) GROUP BY nth ORDER BY 3",
        [[*_CODES]],
    ).fetchall()
    sign = {"\t": "tab"}.get(opened.delimiter, opened.delimiter)
    return tuple(
        Finding.warning(
            [*_CODES.values()][nth - 1],
            Place(str(source), line + opened.above, 1),
            count=count,
            found=found,
            columns=columns,
            sign=sign,
            most=LINE_BYTES,
        )
        for nth, count, line, found, columns in rows
    )


def _of_objects(
    connection: "DuckDBPyConnection", opened: Opened, source: object
) -> tuple[Finding, ...]:
    counted = f"SELECT count(*), min(line) FROM ({listed_rejects(opened, '')})"
    ((count, line),) = connection.execute(f"{counted} WHERE reason = ?", [UNREADABLE]).fetchall()
    place = Place(str(source), line or 0, 1)
    return (Finding.warning("no-json-object", place, count=count),) if count else ()
