"""Write a query as a table: CSV, JSON Lines, Parquet or a workbook."""

import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.batch.dialects import FORMULA
from integraal.batch.table.file_kinds import form_of
from integraal.batch.table.source import count_in
from integraal.engine.sql.encoding import quoted
from integraal.model.archive import MOMENT, same_bytes
from integraal.model.finding import faulty
from integraal.reading.storage.scratch import temporary_files_inside

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_COPIED = {
    "csv": "FORMAT csv, HEADER true",
    "jsonl": "FORMAT json",
    # Small groups of rows keep the memory small, however many rows there are.
    "parquet": "FORMAT parquet, ROW_GROUP_SIZE 20480",
}
_UNFIT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""
_SPECIAL = re.compile(rf"\A[{re.escape(FORMULA)}]|{_UNFIT.pattern}")
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


def _as_text(sheet: "WriteOnlyWorksheet", value: object) -> object:
    """A cell that is a text whatever it begins with; signs that XML lacks are replaced."""
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str) or not _SPECIAL.search(value):
        return value
    cell = WriteOnlyCell(sheet, _UNFIT.sub("\ufffd", value))
    # Else a text with an equals sign before it becomes a formula, here or when somebody edits it.
    cell.data_type, cell.quotePrefix = "s", True
    return cell


def _workbook(connection: "DuckDBPyConnection", query: str, path: Path, title: str) -> int:
    """Write a workbook, with one moment in it every time."""
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = MOMENT
    sheet = book.create_sheet(title)
    found = connection.execute(query)
    sheet.append([_as_text(sheet, column[0]) for column in found.description or ()])
    count = 0
    while rows := found.fetchmany(10_000):
        for row in rows:
            sheet.append([_as_text(sheet, value) for value in row])
        count += len(rows)
    packed = zipfile.ZIP_DEFLATED
    path.write_bytes(
        same_bytes(lambda file: ExcelWriter(book, zipfile.ZipFile(file, "w", packed)).save())
    )
    return count
