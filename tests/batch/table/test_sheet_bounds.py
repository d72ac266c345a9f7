"""A workbook larger than any can be is refused before somebody makes room for it."""

import zipfile
from pathlib import Path
from time import process_time

import pytest

from integraal.batch.table.sheet_bounds import check_bounds
from integraal.model.finding import Faulty
from integraal.privacy.discreet import HIDDEN
from tests.conftest import Run

NAMES = ("casus", "draaglast")


def workbook(path: Path, more: bytes) -> Path:
    """Write a workbook of one case, with something after its row in the sheet."""
    from openpyxl import Workbook

    book = Workbook()
    book.worksheets[0].append(NAMES)
    book.worksheets[0].append(("C-1", "zwaar"))
    book.save(path)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</sheetData>", more + b"</sheetData>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return path


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (b'<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>', "sheet-too-large"),
        (b'<row r="1048577"><c r="A1048577"><v>1</v></c></row>', "sheet-too-large"),
        (b"<row  r = '1048577'/>", "sheet-too-large"),
        (b'<row r="&#50;000000000"/>', "sheet-too-large"),
        (b'<row r="3"><c r="XFE3"><v>1</v></c></row>', "sheet-too-large"),
        (b'<row r="3"><c r="AAAAAAA3"><v>1</v></c></row>', "sheet-too-large"),
        (b"".join(b'<row spans="%d:9"/>' % n for n in range(1_048_575)), "sheet-too-large"),
        (b"<row/>" * 20_000_000, "unpacks-too-large"),
    ],
    ids=lambda given: str(given[:24]),
)
def test_a_small_file_with_an_enormous_sheet_is_refused_at_once(
    integraal: Run, tmp_path: Path, more: bytes, code: str
) -> None:
    workbook(tmp_path / "in.xlsx", more)
    begin = process_time()
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert f"error[{code}]" in done.stderr, done.stderr
    assert HIDDEN not in done.stderr  # how much may be in it is nobody's postcode
    assert (done.returncode, process_time() - begin < 10) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["in.xlsx"]


@pytest.mark.parametrize("row", ["1048576", "999999", "1000000"])
def test_what_a_sheet_can_hold_is_let_through(tmp_path: Path, row: str) -> None:
    cells = f'<row r="{row}"><c r="A{row}"><v>1</v></c><c r="XFD{row}"><v>1</v></c></row>'
    check_bounds(workbook(tmp_path / "in.xlsx", cells.encode()))


def test_a_sheet_in_letters_of_two_bytes_cannot_be_looked_through(tmp_path: Path) -> None:
    path = tmp_path / "in.xlsx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("xl/worksheets/sheet1.xml", "<row/>".encode("utf-16"))
    with pytest.raises(Faulty) as faulty:
        check_bounds(path)
    assert [finding.code for finding in faulty.value.findings] == ["unreadable-table"]
