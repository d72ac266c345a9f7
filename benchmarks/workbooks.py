"""How long workbooks take to read and to write with each library, in turns within one run.

Run from anywhere: `python benchmarks/workbooks.py [ROWS]`; without a number 50,000. The table is of
cases at random. Each way of reading gives the same texts, held to each other, and each way of
writing the same cells; all are whole processes, of which the best of three counts. What was chosen
by it stands in docs/decisions.

`python benchmarks/workbooks.py batch [ROWS]` measures `integraal batch` to a workbook, once, beside
the quickest writer that puts the same cells down and does nothing else.
"""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from batch import BATCH, NAME, Run, best, measured
from cases import write
from integraal.reading.library import Library

IS_WHOLE = sys.argv[1:2] == ["batch"]
ROWS = int(sys.argv[-1]) if sys.argv[-1].isdigit() else 300_000 if IS_WHOLE else 50_000
TURNS = 3
BEGIN = """
import csv, sys
path, target = sys.argv[1:]
"""
READERS = {
    "openpyxl, values": """
from openpyxl import load_workbook
rows = load_workbook(path, read_only=True, data_only=True).worksheets[0].iter_rows(values_only=True)
""",
    "openpyxl, values and formulas apart": """
from openpyxl import load_workbook
books = [load_workbook(path, read_only=True, data_only=kind) for kind in (True, False)]
pairs = zip(*(book.worksheets[0].iter_rows(values_only=True) for book in books))
rows = (values for values, written in pairs if values == written)
""",
    "integraal": """
from pathlib import Path
from integraal.batch.table.workbook import cases_to_csv
cases_to_csv(Path(path), Path(target + "0"), ("n", "s"))
rows = (row[2:] for row in csv.reader(open(target + "0", encoding="utf-8", newline="")))
""",
    "python-calamine": """
from python_calamine import CalamineWorkbook
rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows()
""",
}
PUT_DOWN = """
with open(target, "w", encoding="utf-8", newline="") as file:
    csv.writer(file).writerows([str(value or "") for value in row] for row in rows)
"""
FROM_CSV = """
rows = csv.reader(open(path, encoding="utf-8", newline=""))
"""
TRUTHS = """
        if cell in ("true", "false"):
            sheet.write_boolean(number, column, cell == "true")
        elif cell:"""
FROM_XLSXWRITER = """
from xlsxwriter import Workbook
book = Workbook(target, {"constant_memory": SPARING})
sheet = book.add_worksheet("a")
for number, row in enumerate(rows):
    for column, cell in enumerate(row):
        if cell:
            sheet.write_string(number, column, cell)
book.close()
"""
WRITERS = {
    "openpyxl, packed anew for the same bytes": """
import zipfile
from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter
from integraal.model.archive import same_bytes
book = Workbook(write_only=True)
sheet = book.create_sheet("a")
for row in rows:
    sheet.append(row)
def save(file):
    ExcelWriter(book, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)).save()
open(target, "wb").write(same_bytes(save))
""",
    "openpyxl": """
from openpyxl import Workbook
book = Workbook(write_only=True)
sheet = book.create_sheet("a")
for row in rows:
    sheet.append(row)
book.save(target)
""",
    "XlsxWriter, row by row": FROM_XLSXWRITER.replace("SPARING", "True"),
    "XlsxWriter, with shared texts": FROM_XLSXWRITER.replace("SPARING", "False"),
}


def in_turns(programs: dict[str, str], source: Path, ending: str, place: Path) -> dict[str, Run]:
    """Run each way in turns; give the best of each."""
    runs: dict[str, list[Run]] = {name: [] for name in programs}
    for _ in range(TURNS):
        for number, (name, program) in enumerate(programs.items()):
            target = place / f"{number}.{ending}"
            runs[name].append(measured([sys.executable, "-c", program, str(source), str(target)]))
    return {name: best(each) for name, each in runs.items()}


def same(paths: list[Path]) -> None:
    """Hold what was read to each other.

    Raises:
        AssertionError: if anything differs.
    """
    if len({path.read_bytes() for path in paths}) != 1:
        raise AssertionError("not all give the same")


def told(title: str, found: dict[str, Run]) -> None:
    """Print each way as a multiple of the quickest."""
    quickest = min(run.seconds for run in found.values())
    least = min(run.processor for run in found.values())
    print(title)
    for name, run in found.items():
        print(
            f"  {name:<44} {run.seconds / quickest:4.1f}x  {run.seconds:6.1f} s"
            f"  of the processor {run.processor / least:4.1f}x  {run.processor:6.1f} s"
            f"  peak {run.megabytes} MB"
        )


def sheet_of(path: Path, place: Path) -> Path:
    """Unpack the cells of a workbook."""
    with zipfile.ZipFile(path) as book:
        return Path(book.extract("xl/worksheets/sheet1.xml", place / path.stem))


def whole() -> None:
    """Measure `batch` beside the writer alone; the cells of both are held to each other."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write(Library().instrument(NAME), ROWS, place / "in.csv")
        # The cells to write are what comes out.
        measured([*BATCH, str(place / "in.csv"), str(place / "cells.csv")])
        alone = BEGIN + FROM_CSV + FROM_XLSXWRITER.replace("SPARING", "True")
        alone = alone.replace("        if cell:", TRUTHS)
        writer = [sys.executable, "-c", alone]
        found = {"XlsxWriter alone": measured([*writer, f"{place}/cells.csv", f"{place}/w.xlsx"])}
        found["integraal batch, from CSV"] = measured(
            [*BATCH, f"{place}/in.csv", f"{place}/uit.xlsx"]
        )
        same([sheet_of(place / name, place) for name in ("w.xlsx", "uit.xlsx")])
        told(f"{ROWS:,} rows to a workbook", found)
        measured([*writer, f"{place}/in.csv", f"{place}/in.xlsx"])
        found["integraal batch, from XLSX"] = measured(
            [*BATCH, f"{place}/in.xlsx", f"{place}/uit.xlsx", "--overschrijf"]
        )
        told("The same, from a workbook too", found)


def main() -> None:
    """Generate, measure, check and print."""
    if IS_WHOLE:
        whole()
        return
    readers = {name: BEGIN + program + PUT_DOWN for name, program in READERS.items()}
    writers = {name: BEGIN + FROM_CSV + program for name, program in WRITERS.items()}
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write(Library().instrument(NAME), ROWS, place / "in.csv")
        told(f"Writing {ROWS:,} rows", in_turns(writers, place / "in.csv", "xlsx", place))
        reader = next(iter(readers.values()))
        for number, _ in enumerate(writers):
            read = [
                sys.executable,
                "-c",
                reader,
                f"{place}/{number}.xlsx",
                f"{place}/w{number}.csv",
            ]
            subprocess.run(read, check=True)
        same([place / f"w{number}.csv" for number, _ in enumerate(writers)])
        # Spreadsheet programs keep a text once, however many cells have it.
        found = in_turns(readers, place / f"{len(writers) - 1}.xlsx", "csv", place)
        told(f"Reading {ROWS:,} rows", found)
        same([place / f"{number}.csv" for number, _ in enumerate(readers)])


if __name__ == "__main__":
    main()
