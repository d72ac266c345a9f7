"""What people do not see on a sheet is read all the same, and said."""

from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.batch.tables import rows_of
from tests.cli.interview.answering import SAY
from tests.conftest import Run

ROWS = (
    ("casus", "draaglast", "gezinsleden"),
    *((f"C-{number}", "zwaar", "twee") for number in range(1, 7)),
)


def told(integraal: Run, folder: Path, book: Workbook) -> str:
    """What is said of a workbook of which all cases are answered."""
    book.save(folder / "in.xlsx")
    done = integraal("batch", "in.xlsx", "uit.csv", "--overschrijf")
    assert done.returncode == 0, done.stderr
    assert len(rows_of(folder / "uit.csv")) == len(ROWS) - 1
    return " ".join(done.stderr.split())


def a_sheet(book: Workbook) -> Worksheet:
    sheet = book.worksheets[0]
    for row in ROWS:
        sheet.append(row)
    return sheet


def test_hidden_rows_and_columns_are_read_and_counted(integraal: Run, tmp_path: Path) -> None:
    book = Workbook()
    sheet = a_sheet(book)
    for number in (1, 3, 4, 100):  # the head, two cases, and a row without any
        sheet.row_dimensions[number].hidden = True
    for letter in "BCD":  # the last is empty
        sheet.column_dimensions[letter].hidden = True
    found = told(integraal, tmp_path, book)
    assert SAY("batch.hidden_rows", count=2) in found
    assert SAY("batch.hidden_columns", count=2) in found


def test_merged_cells_are_counted_below_the_head(integraal: Run, tmp_path: Path) -> None:
    book = Workbook()
    sheet = a_sheet(book)
    sheet.merge_cells("B3:B5")
    sheet.merge_cells("C3:C4")
    sheet.merge_cells("D1:E1")
    assert SAY("batch.merged", count=2) in told(integraal, tmp_path, book)


def test_a_filter_is_said_where_it_hides_anything(integraal: Run, tmp_path: Path) -> None:
    book = Workbook()
    sheet = a_sheet(book)
    sheet.auto_filter.ref = "A1:C7"
    assert "filter" not in told(integraal, tmp_path, book)
    sheet.auto_filter.add_filter_column(1, ["licht"])
    assert SAY("batch.filters", count=1) in told(integraal, tmp_path, book)


def test_a_cell_far_away_costs_nothing(integraal: Run, tmp_path: Path) -> None:
    book = Workbook()
    sheet = a_sheet(book)
    for number in (1_048_576, 900_000):
        for column, value in enumerate(("C-9", "enorm", "twee"), 1):
            sheet.cell(number, column, value)
    book.save(tmp_path / "in.xlsx")
    assert integraal("batch", "in.xlsx", "uit.csv").returncode == 1
    found = rows_of(tmp_path / "uit-afgekeurd.csv")
    assert [row["line"] for row in found] == ["900000", "1048576"]


def test_a_cell_that_is_longer_than_any_can_be_is_no_answer(integraal: Run, tmp_path: Path) -> None:
    book = Workbook()
    a_sheet(book)
    book.save(tmp_path / "kort.xlsx")
    with ZipFile(tmp_path / "kort.xlsx") as parts:
        held = {name: parts.read(name) for name in parts.namelist()}
    row = b'<row r="8"><c r="A8" t="str"><v>C-9</v></c><c r="B8" t="str"><v>%s</v></c></row>'
    sheet = "xl/worksheets/sheet1.xml"
    held[sheet] = held[sheet].replace(b"</sheetData>", row % (b"x" * 1_500_000) + b"</sheetData>")
    with ZipFile(tmp_path / "in.xlsx", "w") as parts:
        for name, raw in held.items():
            parts.writestr(name, raw)
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert SAY("batch.counted", records=7, answered=6, rejected=1) in " ".join(done.stderr.split())
    assert [row["line"] for row in rows_of(tmp_path / "uit-afgekeurd.csv")] == ["8"]
