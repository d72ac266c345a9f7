"""A table is looked at before anything is made of it: how it is read, and what is wrong with it."""

import gzip
import json
import re
from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from openpyxl import load_workbook

from integraal.privacy.retention import kept_from
from tests.batch.tables import csv_of
from tests.cli.interview.answering import SAY
from tests.conftest import Run

COPIED = Path(__file__).parents[2] / "batch" / "table" / "files" / "template-copied-sheet.xlsx"
VALUE = "vijftienhonderd"
DIRTY = (
    "casus;gezinsleden;leefgebieden;langdurig;opmerking",
    "C-1;twee;wonen;J;x",
    f"C-1;{VALUE};wonen;;y",
    "",
    "C-3;een;kamperen;9,5;z",
    "C 4;een;werk;weet ik niet;z",
    "C-5",
)
RED = "FFFFC7CE"


def told(text: str) -> str:
    return " ".join(text.split())


def test_how_each_column_is_read_is_shown_with_shapes_and_never_a_value(
    integraal: Run, tmp_path: Path
) -> None:
    csv_of(tmp_path / "in.csv", DIRTY)
    done = integraal("batch", "--controleer", "in.csv")
    assert done.returncode == 1
    shown = told(done.stdout)
    assert SAY("batch.counted", records=5, answered=1, rejected=4) in shown
    for column, role in (
        ("casus", "naam van de casus"),
        ("gezinsleden", "vraag"),
        ("leefgebieden", "vraag met meer antwoorden"),
        ("opmerking", "niet gelezen"),
    ):
        assert f"{column} {role}" in shown
    assert "langdurig vraag niet bekend: 2 afgekeurd: 1, namelijk 1 × cijfers en andere" in shown
    assert f"afgekeurd: 1, namelijk 1 × zonder cijfers, lengte {len(VALUE)}" in shown
    assert SAY("table_check.doubles", names=1, records=2) in shown
    assert SAY("table_check.delimiter", sign=";") in shown
    assert VALUE not in done.stdout + done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_it_finds_what_a_run_rejects(integraal: Run, tmp_path: Path) -> None:
    csv_of(tmp_path / "in.csv", (*DIRTY, "111222333;een;;;", ";een;;;"))
    checked, done = (
        integraal("batch", "--controleer", "in.csv"),
        integraal("batch", "in.csv", "u.csv"),
    )
    assert (checked.returncode, done.returncode) == (1, 1)
    counted = SAY("batch.counted", records=7, answered=1, rejected=6)
    assert counted in told(checked.stdout)
    assert counted in told(done.stderr)


def test_a_table_without_faults_is_well(integraal: Run, tmp_path: Path) -> None:
    csv_of(tmp_path / "in.csv", ("casus,gezinsleden,leefgebieden.wonen", "C-1,twee,ja"))
    done = integraal("batch", "--controleer", "in.csv", "--stil")
    assert (done.returncode, done.stderr) == (0, "")
    assert "leefgebieden.wonen ja of nee" in told(done.stdout)


def test_what_is_nearly_a_question_is_told_beside_the_rest(integraal: Run, tmp_path: Path) -> None:
    csv_of(tmp_path / "in.csv", ("casus,gezinsleden,leefgebieden_wonen", "C-1,vijf,ja"))
    done = integraal("batch", "--controleer", "in.csv")
    assert (done.returncode, done.stderr) == (1, "")
    assert "[column-nearly]" in done.stdout
    assert "leefgebieden_wonen niet gelezen" in told(done.stdout)
    assert "afgekeurd: 1" in told(done.stdout)


def test_danger_has_the_last_word(integraal: Run, tmp_path: Path) -> None:
    csv_of(
        tmp_path / "in.csv",
        ("casus,direct_gevaar,gezinsleden", "C-1,ja,een", "C-2,ja,x", "C-3,nee,een"),
    )
    done = integraal("batch", "--controleer", "in.csv", "--stil")
    for shown in (done.stdout, done.stderr):
        assert SAY("table_check.in_danger", count=2, of=3) in told(re.sub("[│┃]", "", shown))
    assert told(done.stderr).endswith("integraal batch in.csv --uitleg RIJ")


def test_sheets_and_what_is_hidden_are_told(integraal: Run, tmp_path: Path) -> None:
    done = integraal("batch", "--controleer", COPIED)
    assert done.returncode == 0
    assert SAY("batch.sheets", sheets="casussen, Team Zuid") in told(done.stdout)
    assert SAY("batch.counted", records=12, answered=12, rejected=0) in told(done.stdout)


def test_a_folder_of_case_files_is_looked_at_too(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.yaml").write_text("geen casus", "utf-8")
    done = integraal("batch", "--controleer", "in")
    assert (
        done.returncode,
        SAY("batch.counted", records=1, answered=0, rejected=1) in done.stdout,
    ) == (1, True)


def test_programs_are_told_what_people_are_and_never_a_value(
    integraal: Run, tmp_path: Path
) -> None:
    csv_of(tmp_path / "in.csv", ("Onze wijk", *DIRTY, "C-6;een;wonen;ja;zo; en zo"))
    done = integraal("batch", "--controleer", "in.csv", "--formaat", "json")
    said = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, "")
    assert VALUE not in done.stdout
    assert said["schema"] == "integraal/tabelcontrole/1"
    counted = {name: said[name] for name in ("records", "answered", "rejected", "in_danger")}
    assert counted == {"records": 6, "answered": 1, "rejected": 5, "in_danger": 0}
    assert said["reasons"] == [
        {"reason": "case-form", "records": 1},
        {"reason": "no-such-answer", "records": 2},
        {"reason": "unreadable-record", "records": 2},
    ]
    assert (said["delimiter"], said["encoding"], said["passed"]) == (";", "utf-8", 1)
    assert said["doubles"] == {"names": 1, "records": 2}
    (column,) = (each for each in said["columns"] if each["name"] == "gezinsleden")
    assert column == {
        "name": "gezinsleden",
        "role": "question",
        "question": "gezinsleden",
        "option": None,
        "unknown": 0,
        "refused": 1,
        "shapes": [{"kind": "letters", "length": len(VALUE), "cells": 1}],
    }
    found = [(each["code"], each["line"]) for each in said["findings"]]
    assert found == [("cells-too-few", 8), ("cells-too-many", 9)]


def test_a_column_of_an_option_and_one_that_is_nearly_a_question_are_told_to_programs(
    integraal: Run, tmp_path: Path
) -> None:
    csv_of(tmp_path / "in.csv", ("casus,leefgebieden.wonen,leefgebieden_werk", "C-1,ja,ja"))
    done = integraal("batch", "in.csv", "--controleer", "-o", "hoe.json")
    said = json.loads((tmp_path / "hoe.json").read_text("utf-8"))
    roles = [(each["role"], each["question"], each["option"]) for each in said["columns"]]
    assert roles == [
        ("case", None, None),
        ("option", "leefgebieden", "wonen"),
        ("unread", None, None),
    ]
    (finding,) = said["findings"]
    assert (done.returncode, finding["code"], finding["severity"]) == (1, "column-nearly", "error")
    assert "leefgebieden.werk" in finding["remedy"]


def test_one_row_is_told_to_programs_as_its_case_is(integraal: Run, tmp_path: Path) -> None:
    csv_of(tmp_path / "in.csv", ("casus,gezinsleden", "C-1,twee"))
    case = "schema: integraal/casus/1\ncasus: C-1\nanswers: {gezinsleden: twee}\n"
    (tmp_path / "C-1.yaml").write_text(case, "utf-8")
    said = json.loads(integraal("batch", "in.csv", "--uitleg", "2", "-f", "json").stdout)
    of_case = json.loads(integraal("advies", "C-1.yaml", "-f", "json").stdout)
    assert said | {"keep_until": None} == of_case
    assert said["keep_until"] == kept_from(date.today()).isoformat()  # as a table of results


def red_cells(path: Path, sheet: int = 0) -> list[str]:
    cells = (cell for row in load_workbook(path).worksheets[sheet].iter_rows() for cell in row)
    return [
        cell.coordinate
        for cell in cells
        if cell.fill.fill_type and cell.fill.start_color.rgb == RED
    ]


@pytest.mark.parametrize("name", ["in.csv", "in.csv.gz"])
def test_a_copy_of_csv_has_every_line_on_its_row_and_refused_cells_red(
    integraal: Run, tmp_path: Path, name: str
) -> None:
    csv_of(tmp_path / "in.csv", ("Onze wijk", *DIRTY[:-2], "=1+1;een;;;", "C-5"))
    raw = (tmp_path / "in.csv").read_bytes()
    (tmp_path / name).write_bytes(gzip.compress(raw) if name.endswith("gz") else raw)
    done = integraal("batch", "--controleer", name, "--rood", "rood.xlsx")
    assert SAY("written", file="rood.xlsx") in done.stderr
    assert red_cells(tmp_path / "rood.xlsx") == ["B4", "C6", "D6", "A7", "A8"]
    cell = load_workbook(tmp_path / "rood.xlsx").worksheets[0]["A7"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_copy_of_a_workbook_keeps_what_it_was(integraal: Run, tmp_path: Path) -> None:
    book = load_workbook(COPIED)
    book["Team Zuid"]["A7"] = "Z 6"
    book["casussen"]["K5"] = "vijftien"
    book.save(tmp_path / "in.xlsx")
    done = integraal("batch", "--controleer", "in.xlsx", "--rood", "rood.xlsx")
    assert done.returncode == 1
    path = tmp_path / "rood.xlsx"
    assert (red_cells(path, 0), red_cells(path, 1)) == (["K5"], ["A7"])
    # It is a template still.
    again = integraal("batch", "rood.xlsx", "uit.csv")
    assert SAY("batch.counted", records=12, answered=10, rejected=2) in told(again.stderr)


def test_what_does_not_go_together_is_refused(integraal: Run, tmp_path: Path) -> None:
    csv_of(tmp_path / "in.csv", DIRTY)
    csv_of(tmp_path / "in.jsonl", ['{"casus": "C-1", "gezinsleden": "x"}'])
    for more in (
        ("uit.csv", "--controleer"),
        ("uit.csv", "--rood", "r.xlsx"),
        ("--controleer", "--rood", "r.csv"),
        ("uit.csv", "--formaat", "json"),
        ("uit.csv", "-o", "hoe.json"),
        ("-o", "uit.csv"),
    ):
        assert integraal("batch", "in.csv", *more).returncode == 2, more
    done = integraal("batch", "in.jsonl", "--controleer", "--rood", "r.xlsx")
    assert (done.returncode, "[no-red-copy]" in done.stderr) == (1, True)
    copy(COPIED, tmp_path / "r.xlsx")
    done = integraal("batch", "in.csv", "--controleer", "--rood", "r.xlsx")
    assert (done.returncode, "[exists-already]" in done.stderr) == (1, True)
