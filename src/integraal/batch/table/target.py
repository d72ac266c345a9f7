"""Write a query as a table: CSV, JSON Lines, Parquet or a workbook."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.batch.dialects import FORMULA
from integraal.batch.table.file_kinds import form_of
from integraal.batch.table.source import count_in
from integraal.engine.sql.encoding import quoted
from integraal.model.archive import MOMENT
from integraal.model.finding import faulty
from integraal.model.sheet import CELL_LENGTH
from integraal.reading.storage.scratch import temporary_files_inside

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_COPIED = {
    "csv": "FORMAT csv, HEADER true",
    "jsonl": "FORMAT json",
    # Small groups of rows keep the memory small, however many rows there are.
    "parquet": "FORMAT parquet, ROW_GROUP_SIZE 20480",
}
_UNFIT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""
_SHEET_ROWS = 1_048_575
"""Rows below the header that a sheet can hold."""


def check_rows(path: Path, rows: int) -> None:
    """Refuse more rows than the form of a file can hold below its header.

    Raises:
        Faulty: naming how many that are.
    """
    if form_of(path) == "xlsx" and rows > _SHEET_ROWS:
        raise faulty("too-many-rows", path, records=rows, most=_SHEET_ROWS)


def write_table(
    connection: "DuckDBPyConnection", query: str, path: Path, form: str, sheet: str = ""
) -> int:
    """Write a query to a file, in its order; count the rows.

    Args:
        connection: To DuckDB.
        query: Whose rows are written.
        path: The file.
        form: Of the file.
        sheet: Name of the sheet, in a workbook.

    Raises:
        duckdb.Error: if the file cannot be written.
        OSError: likewise.
    """
    if form == "xlsx":
        with temporary_files_inside():
            return _workbook(connection, query, path, sheet)
    return count_in(connection, f"COPY ({query}) TO {quoted(str(path))} ({_COPIED[form]})")


def _workbook(connection: "DuckDBPyConnection", query: str, path: Path, title: str) -> int:
    """Write a workbook, with one moment in it every time; a text is never a formula in it."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    # What is written waits in a temporary file, and not in memory.
    book = Workbook(str(path), {"constant_memory": True, "use_zip64": True})
    book.set_properties({"created": MOMENT})
    sheet, as_text = book.add_worksheet(title), book.add_format({"quote_prefix": True})
    found = connection.execute(query)
    _put(sheet, as_text, 0, [column[0] for column in found.description or ()])
    count = 0
    while rows := found.fetchmany(10_000):
        for row in rows:
            count += 1
            _put(sheet, as_text, count, row)
    try:
        book.close()
    except FileCreateError as error:
        raise error.args[0] from None
    return count


def _put(sheet: "Worksheet", as_text: "Format", number: int, row: Sequence[object]) -> None:
    """Write a row; a text is one whatever it begins with, and signs that XML lacks are replaced."""
    for column, value in enumerate(row):
        match value:
            case None | "":
                pass  # a cell with an empty text in it is not empty to a spreadsheet
            case bool():
                sheet.write_boolean(number, column, value)
            case int():
                sheet.write_number(number, column, value)
            case _:
                text = _UNFIT.sub("\ufffd", str(value))[:CELL_LENGTH]
                # Else it becomes a formula when somebody edits it.
                is_like_one = text.startswith(tuple(FORMULA))
                sheet.write_string(number, column, text, as_text if is_like_one else None)
