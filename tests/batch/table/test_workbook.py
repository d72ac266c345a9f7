"""A workbook is read as it stands on the screen: a template that people filled in, or their own."""

import json
import random
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.workbook.defined_name import DefinedName

from integraal.batch.table.workbook import cases_to_csv, made_for
from integraal.engine.lower import lower
from integraal.exchange.case_sheet import FIRST, TITLE
from integraal.exchange.template import template
from integraal.model.answers import Answer, Answers, answer_value
from integraal.model.finding import Faulty
from integraal.model.instrument import Instrument, Kind
from integraal.model.sheet import GROUPING, HEAD, MADE_FOR
from integraal.reading.cases.case_instruments import neighbours
from integraal.reading.library import Library
from integraal.words.words import LANGUAGES, Words
from tests.batch.tables import rows_of as rows
from tests.cli.interview.answering import SAY, write_case
from tests.conftest import INSTRUMENTS, Run
from tests.engine.sql.rows import by_interpreter, by_result, made_up
from tests.exchange.filling import fill, ids

FIRST_INSTRUMENT = "voor-wie-doen-we-wat"
EACH = 150
NAMES = ("rij", "blad")
NEVER_CALCULATED = Path(__file__).parent / "files" / "formula-never-calculated.xlsx"


def a_template(path: Path, name: str = FIRST_INSTRUMENT, language: str = "nl") -> Instrument:
    """Put a template down; give the instrument in its language."""
    instrument = Library().instrument(name, language)
    path.write_bytes(_made(instrument, language))
    return instrument


@cache
def _made(instrument: Instrument, language: str) -> bytes:
    return template(instrument, Words(language))


def filled(path: Path, cells: Sequence[tuple[int, str, Any]], name: str = FIRST_INSTRUMENT) -> Path:
    """Put a template down with these cells in it, each a row, a column and a value."""
    a_template(path, name)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    places = {column: number for number, column in enumerate(ids(sheet), 1)}
    for row, column, value in cells:
        sheet.cell(row, places[column], value)
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("name", "language"),
    [(name, LANGUAGES[number % 3]) for number, name in enumerate(INSTRUMENTS)],
)
def test_a_filled_in_template_gets_the_advice_that_each_case_gets(
    integraal: Run, tmp_path: Path, name: str, language: str
) -> None:
    instrument = a_template(tmp_path / "in.xlsx", name, language)
    program = lower(instrument, others=neighbours(name, language))
    chance = random.Random(name)
    unasked = [question.id for question in instrument.unasked]  # a template has no column for these
    made = (answers.without(*unasked) for answers in made_up(instrument, EACH, chance))
    cases = [(f"C-{n}", answers) for n, answers in enumerate(made)]
    fill(tmp_path / "in.xlsx", instrument, Words(language), cases)
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert SAY("batch.counted", records=EACH, answered=EACH, rejected=0) in done.stderr
    found = rows(tmp_path / "uit.csv")
    assert [row["casus"] for row in found] == [case for case, _ in cases]
    for row, (_, answers) in zip(found, cases, strict=True):
        assert by_result(program, row) == by_interpreter(program, answers), answers


def test_a_template_of_before_a_question_got_another_name_is_read(
    integraal: Run, tmp_path: Path
) -> None:
    path = tmp_path / "in.xlsx"
    filled(path, [(FIRST, "casus", "C-1"), (FIRST, "direct_gevaar", "Ja")], "meldcode")
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet.cell(1, 1 + ids(sheet).index("direct_gevaar"), "md_direct_gevaar")
    book.save(path)
    done = integraal("batch", "in.xlsx", "uit.csv")
    (row,) = rows(tmp_path / "uit.csv")
    assert row["urgent"] == "bel-eerst-112"
    assert SAY("finding.moved", old="md_direct_gevaar", new="direct_gevaar") in done.stderr


def test_what_people_choose_gets_what_advies_says(integraal: Run, tmp_path: Path) -> None:
    instrument = a_template(tmp_path / "in.xlsx")
    given: dict[str, Answer] = {
        "draaglast": "zwaar",
        "gezinsleden": "drie_of_meer",
        "leefgebieden": frozenset({"wonen", "school"}),
        "veiligheid": "zorg",
    }
    fill(tmp_path / "in.xlsx", instrument, Words("nl"), [("C-1", Answers(given))])
    integraal("batch", "in.xlsx", "uit.csv")
    (row,) = rows(tmp_path / "uit.csv")
    answers = {name: answer_value(answer) for name, answer in given.items()}
    case = write_case(tmp_path / "C-1.yaml", answers)
    said = json.loads(integraal("advies", case, "-f", "json").stdout)
    assert (row["level"], row["reach"]) == (said["level"], said["reach"])
    assert row["rules_open"].split(";") == said["rules_open"]
    assert row["actions"].split(";") == [action["id"] for action in said["actions"]]
    assert (row["version"], row["fingerprint"]) == (said["version"], said["fingerprint"])


def test_an_empty_template_holds_no_case(integraal: Run, tmp_path: Path) -> None:
    a_template(tmp_path / "in.xlsx")
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert done.returncode == 0
    assert SAY("batch.counted", records=0, answered=0, rejected=0) in done.stderr
    assert rows(tmp_path / "uit.csv") == []


def test_a_reject_has_the_number_of_its_row_on_the_sheet(integraal: Run, tmp_path: Path) -> None:
    cells = [
        (FIRST, "casus", "C-1"),
        (FIRST + 3, "casus", "C-2"),  # two rows were left empty
        (FIRST + 3, "draaglast", "loodzwaar"),
        (FIRST + 5, "casus", "   "),  # looks empty, so it is
        (FIRST + 9, "draaglast", "Zwaar"),  # and its case is missing
        (FIRST + 600, "casus", "C 3"),  # below what was prepared
        (FIRST + 601, "leefgebieden.wonen", "soms"),
    ]
    filled(tmp_path / "in.xlsx", cells)
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert done.returncode == 1
    rejects = [(r["line"], r["column"], r["reason"]) for r in rows(tmp_path / "uit-afgekeurd.csv")]
    assert rejects == [
        ("8", "draaglast", "no-such-answer"),
        ("14", "casus", "case-missing"),
        ("605", "casus", "case-form"),
        ("606", "casus", "case-missing"),
        ("606", "leefgebieden.wonen", "no-such-answer"),
    ]
    assert [row["casus"] for row in rows(tmp_path / "uit.csv")] == ["C-1"]


def test_columns_to_group_by_are_named_only_when_filled_in(integraal: Run, tmp_path: Path) -> None:
    filled(tmp_path / "in.xlsx", [(FIRST, "casus", "C-1"), (FIRST, "draaglast", "Zwaar")])
    assert integraal("batch", "in.xlsx", "een.csv").stderr.count("\n") == 2
    filled(tmp_path / "in.xlsx", [(FIRST, "casus", "C-1"), (FIRST, "regio", "Noordveld")])
    done = integraal("batch", "in.xlsx", "twee.csv")
    assert "--groepeer regio\n" in done.stderr
    assert "Noordveld" not in (tmp_path / "twee.csv").read_text("utf-8")
    done = integraal("batch", "in.xlsx", "drie.csv", "--groepeer", "regio,team", "--toch")
    assert SAY("batch.not_grouped", columns="")[:30] not in done.stderr
    (row,) = rows(tmp_path / "drie.csv")
    assert (row["regio"], row["team"]) == ("Noordveld", "")


def test_a_row_of_a_template_is_explained_by_its_number(integraal: Run, tmp_path: Path) -> None:
    filled(tmp_path / "in.xlsx", [(FIRST + 2, "casus", "C-1"), (FIRST + 2, "draaglast", "Zwaar")])
    done = integraal("batch", "in.xlsx", "--uitleg", str(FIRST + 2))
    assert done.returncode == 0, done.stderr
    assert "C-1" in done.stdout
    assert integraal("batch", "in.xlsx", "--uitleg", str(FIRST)).returncode == 1


def test_a_column_that_somebody_added_is_known_by_what_stands_above_it(
    integraal: Run, tmp_path: Path
) -> None:
    a_template(tmp_path / "in.xlsx")
    book = load_workbook(tmp_path / "in.xlsx")
    sheet = book.worksheets[0]
    further = sheet.max_column + 2  # one is left empty in between
    sheet.cell(TITLE, further, "Onze;\nopmerking")
    sheet.cell(FIRST, further, "iets")
    sheet.cell(FIRST, 1, "C-1")
    book.save(tmp_path / "in.xlsx")
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert SAY("batch.unknown_columns", columns="Onze; opmerking") in done.stderr
    assert [row["casus"] for row in rows(tmp_path / "uit.csv")] == ["C-1"]


def test_the_cases_of_a_template_are_found_wherever_they_stand(
    integraal: Run, tmp_path: Path
) -> None:
    filled(tmp_path / "in.xlsx", [(FIRST, "casus", "C-1"), (FIRST + 1, "casus", "C 2")])
    book = load_workbook(tmp_path / "in.xlsx")
    sheet = book.worksheets[0]
    book.create_sheet("eigen", 0)["A1"] = "iets anders"
    sheet.insert_rows(1, 2)
    sheet["A1"] = "Onze casussen van dit jaar"
    # A spreadsheet program takes the name along when rows are put in or a sheet is renamed.
    sheet.title = "dit jaar"
    book.defined_names[HEAD] = DefinedName(HEAD, attr_text="'dit jaar'!$A$3:$AW$6")
    book.save(tmp_path / "in.xlsx")
    assert integraal("batch", "in.xlsx", "uit.csv").returncode == 1
    assert [row["casus"] for row in rows(tmp_path / "uit.csv")] == ["C-1"]
    assert [row["line"] for row in rows(tmp_path / "uit-afgekeurd.csv")] == [str(FIRST + 3)]


# --- Which instrument -----------------------------------------------------------------------------


def test_a_template_of_another_instrument_is_refused(integraal: Run, tmp_path: Path) -> None:
    a_template(tmp_path / "in.xlsx", "procesregie")
    done = integraal("batch", "in.xlsx", "uit.csv", "-i", "meldcode")
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[template-other-instrument]" in done.stderr
    assert "procesregie" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["in.xlsx"]


def _marked(path: Path, row: int, text: str) -> None:
    """Change what a template says that it was made for."""
    a_template(path)
    book = load_workbook(path)
    book.worksheets[2].cell(row, 1, text)
    book.worksheets[0].cell(FIRST, 1, "C-1")
    book.save(path)


def test_a_template_of_an_instrument_that_is_not_here_asks_for_it(
    integraal: Run, tmp_path: Path
) -> None:
    _marked(tmp_path / "in.xlsx", 2, "eigen-vragen")
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[template-unknown-instrument]" in done.stderr
    assert "eigen-vragen" in done.stderr
    assert "--instrument" in done.stderr


def test_a_template_of_another_version_is_read_and_said(integraal: Run, tmp_path: Path) -> None:
    _marked(tmp_path / "in.xlsx", 4, "sha256:oud")
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert done.returncode == 0
    assert "warning[template-other-version]" in done.stderr
    assert [row["casus"] for row in rows(tmp_path / "uit.csv")] == ["C-1"]
    quiet = integraal("batch", "in.xlsx", "stil.csv", "--stil")
    assert (quiet.returncode, quiet.stderr) == (0, "")


def test_a_mark_that_stands_for_nothing_is_no_mark(tmp_path: Path) -> None:
    path = tmp_path / "in.xlsx"
    for broken in ("#REF!", "'weg'!$A$2:$A$4", "lijsten!$A$2:$A$3", '"tekst"', "lijsten!$A:$A"):
        a_template(path)
        book = load_workbook(path)
        book.defined_names[MADE_FOR] = DefinedName(MADE_FOR, attr_text=broken)
        book.save(path)
        assert made_for(path) is None, broken
    assert made_for(tmp_path / "nergens.xlsx") is None
    path.write_text("geen werkmap")
    assert made_for(path) is None


def test_without_its_mark_a_template_is_a_table_like_any_other(
    integraal: Run, tmp_path: Path
) -> None:
    filled(tmp_path / "in.xlsx", [(FIRST, "casus", "C-1")])
    book = load_workbook(tmp_path / "in.xlsx")
    del book.defined_names[HEAD]
    book.save(tmp_path / "in.xlsx")
    # What stands above the cases is now taken for cases, and refused as such; nothing is lost.
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert done.returncode == 1
    assert {r["line"] for r in rows(tmp_path / "uit-afgekeurd.csv")} == {"2", "3", "4"}
    assert [row["casus"] for row in rows(tmp_path / "uit.csv")] == ["C-1"]


# --- Cells ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "held"),
    [(2, True), (2.0, True), ("2,0", True), (" 2 ", True), (None, False), ("Weet ik niet", False)],
)
def test_a_number_may_be_written_in_any_way(
    integraal: Run, tmp_path: Path, value: object, held: bool
) -> None:
    cells = [(FIRST, "casus", "C-1"), (FIRST, "bo_keren", value), (FIRST, "bo_talen", "Ja")]
    filled(tmp_path / "in.xlsx", cells, "buurtoverleg")
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert done.returncode == 0, done.stderr
    program = lower(Library().instrument("buurtoverleg"))
    (row,) = rows(tmp_path / "uit.csv")
    known: dict[str, Answer] = {"bo_keren": 2} if held else {}
    assert by_result(program, row) == by_interpreter(program, Answers({**known, "bo_talen": "ja"}))


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("bo_keren", datetime(2026, 2, 1), "no-such-answer"),  # somebody typed 1-2
        ("bo_keren", "vaak", "no-such-answer"),
        ("bo_keren", "2,5", "no-such-answer"),
        ("bo_keren", -1, "no-such-answer"),
        ("bo_keren", True, "no-such-answer"),
        ("bo_talen", "#N/A", "no-such-answer"),
        ("bo_talen", date(2026, 2, 1), "no-such-answer"),
        ("casus", datetime(2011, 5, 12), "case-identifies"),
        ("casus", "=1+1", "case-form"),  # a formula that was never worked out says nothing
    ],
)
def test_a_cell_that_is_no_answer_is_refused_with_its_row(
    integraal: Run, tmp_path: Path, column: str, value: object, reason: str
) -> None:
    each = {"casus": "C-1", "bo_keren": 4, "bo_talen": "Ja"}
    fine = [(row, name, said) for row in range(FIRST, FIRST + 5) for name, said in each.items()]
    filled(tmp_path / "in.xlsx", [*fine, (FIRST + 4, column, value)], "buurtoverleg")
    assert integraal("batch", "in.xlsx", "uit.csv").returncode == 1
    rejects = [(r["line"], r["column"], r["reason"]) for r in rows(tmp_path / "uit-afgekeurd.csv")]
    assert rejects == [(str(FIRST + 4), column, reason)]


# --- A workbook of anybody's ----------------------------------------------------------------------


def _workbook(path: Path, *listed: Sequence[object]) -> Path:
    book = Workbook()
    for row in listed:
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def test_the_first_row_with_anything_in_it_names_the_columns(
    integraal: Run, tmp_path: Path
) -> None:
    head, case = ("casus", None, "draaglast"), ("C-1", None, "enorm")
    _workbook(tmp_path / "in.xlsx", (), (), head, (), case)
    assert integraal("batch", "in.xlsx", "uit.csv").returncode == 1
    (reject,) = rows(tmp_path / "uit-afgekeurd.csv")
    assert (reject["line"], reject["column"]) == ("5", "draaglast")


@pytest.mark.parametrize(
    ("head", "row", "column"),
    [
        (("casus", "draaglast"), ("C-1", "zwaar", "iets"), "C"),
        (("casus", None, "draaglast"), ("C-1", "iets", "zwaar"), "B"),
        (("casus", "draaglast", "draaglast"), ("C-1", "zwaar", "licht"), "draaglast"),
    ],
)
def test_a_value_under_no_name_or_a_name_twice_is_refused(
    integraal: Run, tmp_path: Path, head: Sequence[object], row: Sequence[object], column: str
) -> None:
    _workbook(tmp_path / "in.xlsx", head, row)
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert (done.returncode, done.stdout) == (1, "")
    assert "in.xlsx:" in done.stderr
    assert SAY("finding.column-twice", column=column) in done.stderr


def test_a_sheet_that_says_it_is_smaller_than_it_is_is_read_whole(tmp_path: Path) -> None:
    path = _workbook(tmp_path / "in.xlsx", ("casus", "draaglast"), ("C-1", "zwaar"))
    with ZipFile(path) as parts:
        held = {name: parts.read(name) for name in parts.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    assert b'<dimension ref="A1:B2"' in held[sheet]
    held[sheet] = held[sheet].replace(b'<dimension ref="A1:B2"', b'<dimension ref="A1"')
    with ZipFile(path, "w") as parts:
        for name, raw in held.items():
            parts.writestr(name, raw)
    read = cases_to_csv(path, tmp_path / "uit.csv", NAMES)
    assert (read.columns, rows(read.path)[0]["draaglast"]) == (("casus", "draaglast"), "zwaar")


def test_a_workbook_that_breaks_off_is_refused_as_a_table(tmp_path: Path) -> None:
    path = _workbook(tmp_path / "in.xlsx", ("casus", "draaglast"), ("C-1", "zwaar"))
    with ZipFile(path) as parts:
        held = {name: parts.read(name) for name in parts.namelist()}
    held["xl/worksheets/sheet1.xml"] = held["xl/worksheets/sheet1.xml"][:-40]
    with ZipFile(path, "w") as parts:
        for name, raw in held.items():
            parts.writestr(name, raw)
    with pytest.raises(Faulty) as faulty:
        cases_to_csv(path, tmp_path / "uit.csv", NAMES)
    assert [finding.code for finding in faulty.value.findings] == ["unreadable-table"]


@pytest.mark.parametrize("folder", ["xl", "inhoud/van/excel"])
def test_formulas_are_found_wherever_the_parts_of_a_workbook_lie(
    integraal: Run, tmp_path: Path, folder: str
) -> None:
    with ZipFile(NEVER_CALCULATED) as parts:
        held = {name: parts.read(name) for name in parts.namelist()}
    with ZipFile(tmp_path / "in.xlsx", "w") as parts:
        for name, raw in held.items():
            there = [name.replace("xl/worksheets/", "xl/bladen/").replace("xl/", f"{folder}/")]
            text = raw.replace(b"worksheets/", b"bladen/").replace(b'"xl/', f'"{folder}/'.encode())
            parts.writestr(there[0], text.replace(b'"/xl/', f'"/{folder}/'.encode()))
    done = integraal("batch", "in.xlsx", "uit.csv")
    integraal("batch", NEVER_CALCULATED, "gewoon.csv")
    assert done.returncode == 1
    assert rows(tmp_path / "uit.csv") == []
    assert rows(tmp_path / "uit-afgekeurd.csv") == rows(tmp_path / "gewoon-afgekeurd.csv") != []


def test_every_column_of_a_template_is_a_question_that_batch_asks(tmp_path: Path) -> None:
    for name in INSTRUMENTS:
        instrument = a_template(tmp_path / f"{name}.xlsx", name)
        read = cases_to_csv(tmp_path / f"{name}.xlsx", tmp_path / "uit.csv", NAMES)
        asked = {q.id for q in instrument.questions() if q.kind is not Kind.TEXT}
        assert {column.partition(".")[0] for column in read.columns} == {"casus", *GROUPING, *asked}
        assert sorted(read.unused) == sorted(GROUPING)
