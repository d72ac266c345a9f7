"""Every sheet with cases is read, wherever its head stands; every other one is named."""

from collections.abc import Sequence
from pathlib import Path
from shutil import copy

import pytest
from openpyxl import Workbook, load_workbook

from tests.batch.tables import rows_of
from tests.cli.interview.answering import SAY
from tests.conftest import Run

COPIED = Path(__file__).parent / "files" / "template-copied-sheet.xlsx"
"""A template of which the sheet with cases was copied: one a team, each with six cases."""
NORTH, SOUTH = "casussen", "Team Zuid"
HEAD = ("casus", "draaglast")


def book_of(path: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    book = Workbook()
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    del book[book.sheetnames[0]]
    book.save(path)
    return path


def cases(path: Path) -> list[str]:
    return [row["casus"] for row in rows_of(path)]


def said(text: str) -> str:
    return " ".join(text.split())


def rejects(folder: Path) -> list[tuple[str, str, str]]:
    found = rows_of(folder / "uit-afgekeurd.csv")
    return [(row["sheet"], row["line"], row["column"]) for row in found]


NAMED = [f"T-{number}" for number in range(105, 111)], [f"Z-{number}" for number in range(4, 10)]


def test_a_sheet_that_was_copied_in_a_template_is_read_too(integraal: Run, tmp_path: Path) -> None:
    done = integraal("batch", COPIED, "uit.csv")
    assert done.returncode == 0, done.stderr
    assert cases(tmp_path / "uit.csv") == [*NAMED[0], *NAMED[1]]
    assert SAY("batch.sheets", sheets=f"{NORTH}, {SOUTH}") in said(done.stderr)
    assert SAY("batch.counted", records=12, answered=12, rejected=0) in said(done.stderr)
    # The sheets that the template has besides are ours.
    assert "--blad" not in done.stderr


def test_a_copy_is_known_by_its_row_of_ids(integraal: Run, tmp_path: Path) -> None:
    """Where a spreadsheet program forgets the name, and people put a title above it."""
    book = load_workbook(COPIED)
    sheet = book[SOUTH]
    del sheet.defined_names["integraal_kop"]
    sheet.insert_rows(1, 2)
    sheet["A1"] = "Ons team"
    sheet["A9"] = "Z 6"  # row 7 before
    book.save(tmp_path / "in.xlsx")
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert done.returncode == 1
    assert cases(tmp_path / "uit.csv") == [*NAMED[0], "Z-4", "Z-5", "Z-7", "Z-8", "Z-9"]
    assert rejects(tmp_path) == [(SOUTH, "9", "casus")]


def test_a_reject_names_its_sheet_and_the_row_there(integraal: Run, tmp_path: Path) -> None:
    rows = (HEAD, ("C-1", "zwaar"), ("C-2", "enorm"))
    book_of(tmp_path / "in.xlsx", Zuid=rows, Noord=(*rows, ("C 3", "licht")))
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert rejects(tmp_path) == [
        ("Zuid", "3", "draaglast"),
        ("Noord", "3", "draaglast"),
        ("Noord", "4", "casus"),
    ]
    assert SAY("batch.counted", records=5, answered=2, rejected=3) in said(done.stderr)


def test_columns_may_stand_in_another_order_on_another_sheet(
    integraal: Run, tmp_path: Path
) -> None:
    turned = (("Draaglast", "Casus"), ("zwaar", "C-2"))
    book_of(tmp_path / "in.xlsx", een=(HEAD, ("C-1", "zwaar")), twee=turned)
    assert integraal("batch", "in.xlsx", "uit.csv").returncode == 0
    one, other = rows_of(tmp_path / "uit.csv")
    assert (one.pop("casus"), other.pop("casus")) == ("C-1", "C-2")
    assert one == other


def test_a_sheet_with_other_columns_is_named_and_can_be_chosen(
    integraal: Run, tmp_path: Path
) -> None:
    other = (("casus", "draagkracht"), ("C-2", "beperkt"))
    sheets = {"info": (("Dit zijn onze casussen",),), "een": (HEAD, ("C-1", "zwaar"))}
    book_of(tmp_path / "in.xlsx", **sheets, twee=other, leeg=())
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert SAY("batch.other_sheets", sheets="info, twee") in said(done.stderr)
    assert cases(tmp_path / "uit.csv") == ["C-1"]
    done = integraal("batch", "in.xlsx", "beide.csv", "--blad", "Twee", "--blad", "een")
    assert cases(tmp_path / "beide.csv") == ["C-1", "C-2"]
    assert SAY("batch.other_sheets", sheets="info") in said(done.stderr)
    integraal("batch", "in.xlsx", "los.csv", "--blad", "twee")
    assert cases(tmp_path / "los.csv") == ["C-2"]


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(
    integraal: Run, tmp_path: Path
) -> None:
    done = integraal("batch", COPIED, "uit.csv", "--blad", "Team Noord")
    assert done.returncode == 1
    told = SAY(
        "finding.no-such-sheet", sheet="Team Noord", known=f"{NORTH}, {SOUTH}, uitleg, lijsten"
    )
    assert told in said(done.stderr)
    (tmp_path / "in.csv").write_text("casus,draaglast\nC-1,zwaar\n", "utf-8")
    for source in ("in.csv", "."):
        done = integraal("batch", source, "uit.csv", "--blad", "een")
        assert (done.returncode, "[no-sheets]" in done.stderr) == (1, True)


def test_a_row_on_several_sheets_is_explained_on_the_one_that_is_named(
    integraal: Run, tmp_path: Path
) -> None:
    copy(COPIED, tmp_path / "in.xlsx")
    done = integraal("batch", "in.xlsx", "--uitleg", "5")
    assert (done.returncode, done.stdout) == (1, "")
    assert SAY("finding.row-on-sheets", line=5, sheets=f"{NORTH}, {SOUTH}") in said(done.stderr)
    done = integraal("batch", "in.xlsx", "--uitleg", "5", "--blad", SOUTH)
    assert done.returncode == 0
    assert "Z-4" in done.stdout


def test_whom_to_call_is_asked_for_a_row_of_a_sheet(integraal: Run, tmp_path: Path) -> None:
    rows = (("casus", "direct_gevaar"), ("C-1", "ja"))
    book_of(tmp_path / "in.xlsx", Zuid=rows, Noord=rows)
    done = integraal("batch", "in.xlsx", "uit.csv", "--stil")
    assert said(done.stderr).endswith("integraal batch in.xlsx --uitleg RIJ --blad BLAD")


@pytest.mark.parametrize("above", [1, 3])
def test_a_title_above_the_names_is_passed_over_and_said(
    integraal: Run, tmp_path: Path, above: int
) -> None:
    titles = [("Mijn wijk",), (None,), ("", "voorjaar")][:above]
    book_of(tmp_path / "in.xlsx", een=(*titles, HEAD, ("C-1", "zwaar"), ("C-2", "enorm")))
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert SAY("batch.passed", count=1 if above == 1 else 2) in said(done.stderr)
    assert cases(tmp_path / "uit.csv") == ["C-1"]
    assert rejects(tmp_path) == [("een", str(above + 3), "draaglast")]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_title_of_a_sheet_is_never_a_formula(integraal: Run, tmp_path: Path, form: str) -> None:
    book_of(tmp_path / "in.xlsx", **{"=1+1": (HEAD, ("C-1", "enorm"))})
    integraal("batch", "in.xlsx", "uit.csv", "--afgekeurd", f"af.{form}")
    if form == "csv":
        assert [row["sheet"] for row in rows_of(tmp_path / "af.csv")] == ["'=1+1"]
        return
    cell = load_workbook(tmp_path / "af.xlsx").worksheets[0]["G2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
