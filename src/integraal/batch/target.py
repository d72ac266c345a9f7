"""Write a query as a table: CSV, JSON Lines, Parquet or a workbook."""

from pathlib import Path
from typing import TYPE_CHECKING

from integraal.engine.sql_encoding import quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_COPIED = {
    "csv": "FORMAT csv, HEADER true",
    "jsonl": "FORMAT json",
    "parquet": "FORMAT parquet",
}
FORMULA = "=+-@\t\r"
"""Signs with which a spreadsheet takes a cell for a formula."""


def write_table(connection: "DuckDBPyConnection", query: str, path: Path, form: str) -> int:
    """Write a query to a file; give the number of rows.

    Raises:
        duckdb.Error: if the file cannot be written.
        OSError: likewise.
    """
    if form == "xlsx":
        return _workbook(connection, query, path)
    written = connection.execute(f"COPY ({query}) TO {quoted(str(path))} ({_COPIED[form]})")
    found = written.fetchone()
    return int(found[0]) if found else 0


def _workbook(connection: "DuckDBPyConnection", query: str, path: Path) -> int:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("advies")
    found = connection.execute(query)
    sheet.append([column[0] for column in found.description or ()])
    count = 0
    while rows := found.fetchmany(10_000):
        for row in rows:
            sheet.append([harmless(value) for value in row])
        count += len(rows)
    book.save(path)
    return count


def harmless(value: object) -> object:
    """Keep a spreadsheet from running a cell.

    >>> harmless("=1+1"), harmless("C-1"), harmless(-1)
    ("'=1+1", 'C-1', -1)
    """
    is_formula = isinstance(value, str) and value[:1] in FORMULA and value
    return f"'{value}" if is_formula else value
