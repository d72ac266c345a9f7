"""Copy a table as a workbook in which the cells that are refused are red."""

import csv
import warnings
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from integraal.batch.columns import clean_name
from integraal.batch.table.delimited_text import LINE_BYTES
from integraal.batch.table.source import Opened, unreadable
from integraal.batch.table.target import check_rows
from integraal.model.sheet import CASE, CELL_LENGTH

_RED = "FFC7CE"


def copy_of_workbook(
    path: Path, target: Path, found: Iterable[tuple[str, int, str]], sheets: Sequence[str]
) -> None:
    """Copy a workbook; all that openpyxl keeps of it stays.

    Args:
        path: The workbook.
        target: Where the copy goes.
        found: The sheet, row and column of each cell; without a column it is the row as a whole.
        sheets: Those that were chosen to be read.

    Raises:
        Faulty: if openpyxl cannot keep the workbook as it is.
    """
    from openpyxl import load_workbook
    from openpyxl.styles import PatternFill

    from integraal.batch.table.workbook import places_of_columns

    places = places_of_columns(path, sheets)
    red = PatternFill("solid", start_color=f"FF{_RED}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl does not keep
        try:
            book = load_workbook(path)
        except Exception as error:
            raise unreadable(path, str(error)) from None
    for sheet, row, name in found:
        column = places[sheet, (name or CASE).casefold()]
        book[sheet].cell(row, column).fill = red
    book.save(target)


def copy_of_text(opened: Opened, target: Path, found: Collection[tuple[int, str]]) -> None:
    """Make a workbook of texts between signs, each line on the row with its number.

    Args:
        opened: How the table was opened.
        target: Where the workbook goes.
        found: The line and column of each cell; without a column it is the line as a whole.

    Raises:
        Faulty: if there are more lines than a sheet has rows.
    """
    from xlsxwriter import Workbook

    csv.field_size_limit(LINE_BYTES)
    book = Workbook(str(target), {"constant_memory": True, "tmpdir": str(target.parent)})
    sheet, red = book.add_worksheet(), book.add_format({"bg_color": f"#{_RED}"})
    whole = {line for line, name in found if not name}
    with opened.path.open(encoding="utf-8-sig", newline="") as file:
        names: list[str] = []
        for number, cells in enumerate(csv.reader(file, delimiter=opened.delimiter)):
            line = number + opened.above + 1
            check_rows(target, line - 1)
            names = names or [clean_name(cell) for cell in cells]
            for column, cell in enumerate(cells):
                name = names[column] if column < len(names) else ""
                is_bad = line in whole or (line, name) in found
                sheet.write_string(line - 1, column, cell[:CELL_LENGTH], red if is_bad else None)
    book.close()
