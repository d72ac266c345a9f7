"""`integraal panel vellen`: for each rater a sheet of her own, blind, and what to read first."""

import csv
import re
from io import StringIO
from pathlib import Path
from statistics import median

import pytest

from integraal.cli.panel.opened import open_study
from integraal.model.study.sheet import TO_MARK, sheet_check
from integraal.reading.panel.study import read_study
from tests.cli.panel_rating import a_study
from tests.conftest import Run

VELLEN = ("panel", "vellen", "studie")


def order(path: Path) -> list[str]:
    """The cases on a sheet, from the top."""
    rows = csv.reader(StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";")
    return [row[0] for row in rows][1:]


def test_each_rater_gets_the_first_round_in_an_order_of_her_own(
    integraal: Run, tmp_path: Path
) -> None:
    study = a_study(tmp_path / "studie")
    done = integraal(*VELLEN, "--beoordelaars", "3", "-f", "csv,markdown")
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "studie" / "vellen"
    assert sorted(path.name for path in folder.iterdir()) == [
        "A.csv", "A.md", "B.csv", "B.md", "C.csv", "C.md", "instructie.md",
    ]  # fmt: skip
    orders = [order(folder / f"{rater}.csv") for rater in "ABC"]
    first = {case.id for case in study.round(held_back=False)}
    assert all(set(each) == first for each in orders)
    assert len({tuple(each) for each in orders}) == 3
    assert read_study(tmp_path / "studie").raters == ("A", "B", "C")


def test_the_usual_files_are_pdf_word_workbook_and_page(integraal: Run, tmp_path: Path) -> None:
    a_study(tmp_path / "studie", 6, 2)
    assert integraal(*VELLEN, "--beoordelaars", "1").returncode == 0
    names = {path.name for path in (tmp_path / "studie" / "vellen").iterdir()}
    assert names == {
        "A.pdf", "A.docx", "A.xlsx", "A.html",
        "instructie.pdf", "instructie.docx", "instructie.html",
    }  # fmt: skip


@pytest.mark.parametrize("tables", ["csv", "xlsx", "csv,xlsx"])
def test_who_gets_only_a_table_gets_what_raters_read_first_beside_it(
    integraal: Run, tmp_path: Path, tables: str
) -> None:
    a_study(tmp_path / "studie", 6, 2)
    done = integraal(*VELLEN, "--beoordelaars", "1", "-f", tables)
    assert done.returncode == 0, done.stderr
    names = {path.name for path in (tmp_path / "studie" / "vellen").iterdir()}
    assert names == {"instructie.pdf", *(f"A.{each}" for each in tables.split(","))}
    assert f"{len(names)} bestanden" in done.stderr


def test_the_second_round_has_the_cases_that_were_held_back_and_the_same_check(
    integraal: Run, tmp_path: Path
) -> None:
    study = a_study(tmp_path / "studie")
    assert integraal(*VELLEN, "--beoordelaars", "2", "-f", "csv").returncode == 0
    assert integraal(*VELLEN, "--ronde", "2", "-f", "csv").returncode == 0
    folder = tmp_path / "studie" / "vellen"
    held = {case.id for case in study.round(held_back=True)}
    assert set(order(folder / "A-2.csv")) == set(order(folder / "B-2.csv")) == held
    for name in ("A.csv", "A-2.csv"):
        assert f"A {sheet_check(study)}" in (folder / name).read_text("utf-8")


def test_a_family_of_the_second_round_has_no_name_of_the_first(
    integraal: Run, tmp_path: Path
) -> None:
    a_study(tmp_path / "studie")
    for more in (("--ronde", "1"), ("--ronde", "2")):
        assert integraal(*VELLEN, *more, "--beoordelaars", "1", "-f", "csv").returncode == 0
    names = [
        set(re.findall(r"over het gezin ([A-Z]\w+)\.", path.read_text("utf-8")))
        for path in sorted((tmp_path / "studie" / "vellen").glob("*.csv"))
    ]
    assert len(names) == 2
    assert not names[0] & names[1]


def test_sheets_say_nothing_of_the_rules_that_a_case_tells(integraal: Run, tmp_path: Path) -> None:
    a_study(tmp_path / "studie", 6, 2)
    file = tmp_path / "studie" / "studie.yaml"
    file.write_text(
        file.read_text("utf-8").replace(
            "  - id: K01\n", "  - id: K01\n    tells: [brede-problemen]\n"
        ),
        "utf-8",
    )
    assert integraal(*VELLEN, "--beoordelaars", "1", "-f", "markdown").returncode == 0
    text = (tmp_path / "studie" / "vellen" / "A.md").read_text("utf-8")
    assert "brede-problemen" not in text
    assert "het advies" not in text.casefold()


@pytest.mark.parametrize(("language", "words", "most"), [("nl", 300, 2.25), ("fr", 400, 3)])
def test_a_case_takes_about_two_minutes_as_the_page_on_panels_says(
    integraal: Run, tmp_path: Path, language: str, words: int, most: float
) -> None:
    """At two hundred words a minute, and half a minute to mark it."""
    assert integraal("panel", "kies", "-o", "studie", "--taal", language).returncode == 0
    opened = open_study(str(tmp_path / "studie"))
    told = opened.told(list(opened.study.round(held_back=False)))
    counts = [sum(len(each.split()) for each in case.paragraphs) for case in told]
    assert median(counts) == pytest.approx(words, rel=0.1)
    assert max(counts) / 200 + TO_MARK <= most


def test_more_raters_are_added_and_none_goes(integraal: Run, tmp_path: Path) -> None:
    a_study(tmp_path / "studie", 6, 2)
    assert integraal(*VELLEN, "--beoordelaars", "3", "-f", "csv").returncode == 0
    assert integraal(*VELLEN, "--beoordelaars", "2", "-f", "csv", "--overschrijf").returncode == 0
    assert read_study(tmp_path / "studie").raters == ("A", "B", "C")


def test_nothing_is_written_over_what_is_there_and_then_nothing_at_all(
    integraal: Run, tmp_path: Path
) -> None:
    a_study(tmp_path / "studie", 6, 2)
    folder = tmp_path / "studie" / "vellen"
    folder.mkdir()
    (folder / "B.csv").write_text("van iemand", "utf-8")
    done = integraal(*VELLEN, "--beoordelaars", "2", "-f", "csv")
    assert done.returncode == 1
    assert "exists-already" in done.stderr
    assert "--overschrijf" in done.stderr
    assert "andere naam" not in done.stderr  # there is none to choose
    assert [path.name for path in folder.iterdir()] == ["B.csv"]


@pytest.mark.parametrize(
    "wrong",
    [("--ronde", "3"), ("--beoordelaars", "0"), ("--beoordelaars", "100"), ("-f", "pdf,ods")],
)
def test_what_is_no_round_number_or_format_is_wrong_usage(
    integraal: Run, tmp_path: Path, wrong: tuple[str, str]
) -> None:
    a_study(tmp_path / "studie", 6, 2)
    assert integraal(*VELLEN, *wrong).returncode == 2


def test_a_round_without_cases_is_said(integraal: Run, tmp_path: Path) -> None:
    a_study(tmp_path / "studie", 6, 0)
    assert "geen casussen" in integraal(*VELLEN, "--ronde", "2").stderr


def test_cases_that_take_more_than_two_minutes_are_named(integraal: Run, tmp_path: Path) -> None:
    a_study(tmp_path / "studie")
    done = integraal(*VELLEN, "--beoordelaars", "1", "-f", "csv")
    assert "meer dan twee minuten" in done.stderr


def test_a_folder_without_a_study_is_said(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    done = integraal("panel", "vellen", "leeg")
    assert done.returncode == 1
    assert "no-such-file" in done.stderr
