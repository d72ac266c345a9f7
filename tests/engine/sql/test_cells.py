"""Cells of somebody's table: blanks, capitals, slips, old names, questions without a column."""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.sql.dialects import DIALECTS, DUCKDB
from integraal.engine.sql.select import select
from integraal.model.answers import Answers, Partly
from integraal.model.condition import Known
from integraal.model.instrument import Act, Instrument, Kind, Renamed
from integraal.reading.cases.case_instruments import neighbours
from integraal.reading.cases.casefile import read_case
from integraal.reading.library import Library
from tests.conftest import INSTRUMENTS, ROOT
from tests.engine.builders import an_instrument, one, rule, several
from tests.engine.sql.dirty import check_each, dirty_rows
from tests.engine.sql.rows import Said, by_interpreter, by_select
from tests.reading.helpers import good

ROUTES = ROOT / "tests" / "instruments" / "good" / "routes.yaml"
OLD = (
    Renamed("oude_last", "draaglast"),
    Renamed("draaglast", "zwaar", "loodzwaar"),
    Renamed("leefgebieden", "wonen", "huis"),
)


@pytest.fixture
def renamed(instrument: Instrument) -> Instrument:
    return replace(instrument, renamed=OLD)


def found_by_duckdb(
    program: Program,
    given: Mapping[str, Sequence[str]],
    rows: Sequence[Sequence[str | None]],
    number: str = "DOUBLE",
) -> list[dict[str, Any]]:
    """What DuckDB finds in rows with exactly these columns."""
    import duckdb

    asked = program.every_question
    kinds = {name: asked[question].kind for question in given for name in given[question]}
    names = [DUCKDB.quote(name) for name in kinds]
    types = [number if kind is Kind.NUMBER else "VARCHAR" for kind in kinds.values()]
    with duckdb.connect() as connection:
        columns = ", ".join(map(" ".join, zip(names, types, strict=True)))
        connection.execute(f"CREATE TABLE cases (casus INTEGER, {columns})")
        marks = ", ".join("?" * (len(names) + 1))
        numbered = [[number, *row] for number, row in enumerate(rows)]
        connection.executemany(f"INSERT INTO cases VALUES ({marks})", numbered)
        found = connection.execute(f"{select(program, DUCKDB, given=given)} ORDER BY casus")
        shown = [column[0] for column in found.description]
        return [dict(zip(shown, row, strict=True)) for row in found.fetchall()]


def by_duckdb(
    program: Program,
    given: Mapping[str, Sequence[str]],
    rows: Sequence[Sequence[str | None]],
) -> list[Said]:
    """Say what DuckDB says of rows with exactly these columns."""
    return [by_select(program, found) for found in found_by_duckdb(program, given, rows)]


def not_understood(program: Program, question: str, *cells: str | None) -> list[str]:
    """In which of these cells of one column something is not understood."""
    rows = [[cell] for cell in cells]
    given = {question: (question,)}
    return [found["not_understood"] for found in found_by_duckdb(program, given, rows, "VARCHAR")]


def as_case(folder: Path, instrument: Instrument, answers: Mapping[str, Any]) -> Answers:
    """Read the same answers from a case file."""
    lines = [f"  {name}: {said}" for name, said in answers.items() if said is not None]
    text = "\n".join(("schema: integraal/casus/1", "casus: C-1", "answers:", *lines))
    path = folder / "C-1.yaml"
    path.write_text(text, "utf-8")
    return read_case(path, instrument, lambda _: None).case.latest.answers


def test_two_columns_of_one_question_mean_what_they_mean_in_a_case_file(
    renamed: Instrument, tmp_path: Path
) -> None:
    program = lower(renamed)
    options = renamed.question("draaglast").option_ids
    pairs = list(product((None, "weet_niet", "loodzwaar", *options), repeat=2))
    said = by_duckdb(program, {"draaglast": ("draaglast", "oude_last")}, pairs)
    for (now, before), told in zip(pairs, said, strict=True):
        answers = as_case(tmp_path, renamed, {"draaglast": now, "oude_last": before})
        assert told == by_interpreter(program, answers), (now, before)


def test_what_is_no_option_in_one_of_two_columns_is_unknown_and_never_a_no(
    renamed: Instrument,
) -> None:
    program = lower(renamed)
    given = {"draaglast": ("draaglast", "oude_last")}
    said = by_duckdb(program, given, [["enorm", "licht"], ["licht", ""], ["zwaar", "enorm"]])
    answers: list[dict[str, str]] = [{}, {"draaglast": "licht"}, {"draaglast": "zwaar"}]
    assert said == [by_interpreter(program, Answers(each)) for each in answers]


def test_an_old_name_of_an_option_is_read_as_the_new_one(renamed: Instrument) -> None:
    program = lower(renamed)
    given = {"draaglast": ("oude_last",), "leefgebieden": ("leefgebieden",)}
    said = by_duckdb(program, given, [["loodzwaar", "huis;werk"], ["licht", "huis;weet_niet"]])
    plain = [["zwaar", "wonen;werk"], ["licht", "wonen;weet_niet"]]
    assert said == by_duckdb(program, given, plain)


def test_a_question_without_a_column_is_unknown(renamed: Instrument) -> None:
    program = lower(renamed)
    said = by_duckdb(program, {"draaglast": ("draaglast",)}, [["zwaar"]])
    assert said == [by_interpreter(program, Answers({"draaglast": "zwaar"}))]


@pytest.mark.parametrize(("column", "age"), [("leeftijd", 3), ("jaren", 3), ("jaren", 12)])
def test_a_number_is_read_from_its_column_whatever_that_is_called(column: str, age: int) -> None:
    program = lower(Library().instrument_file(ROUTES))
    said = by_duckdb(program, {"leeftijd": (column,)}, [[str(age)]])
    assert said == [by_interpreter(program, Answers({"leeftijd": age}))]


def test_a_number_without_a_column_is_unknown() -> None:
    program = lower(Library().instrument_file(ROUTES))
    said = by_duckdb(program, {"woonplaats": ("woonplaats",)}, [["aalst"]])
    assert said == [by_interpreter(program, Answers({"woonplaats": "aalst"}))]


def test_an_answer_of_one_that_is_known_in_part_is_known() -> None:
    """Of several only the options that are named count; a choice of one is known or is not."""
    begun = [replace(Known(name, True), in_part=True) for name in ("nu", "waar")]
    rules = [rule(f"r-{leaf.question}", leaf, Act(leaf.question)) for leaf in begun]
    asked = (one("nu"), several("waar", "thuis", "elders"))
    program = lower(an_instrument(*asked, rules=rules, actions=["nu", "waar"]))
    given = {"nu": ("nu",), "waar": ("waar",)}
    rows: list[list[str | None]] = [["ja", "thuis;weet_niet"], [None, None]]
    open_ = frozenset({"elders"})
    answers = [Answers({"nu": "ja", "waar": Partly(frozenset({"thuis"}), open_)}), Answers()]
    assert by_duckdb(program, given, rows) == [by_interpreter(program, each) for each in answers]


def test_a_list_with_a_space_a_comma_or_a_capital_is_the_list_that_was_meant(
    program: Program,
) -> None:
    given = {"gezinsleden": ("gezinsleden",), "leefgebieden": ("leefgebieden",)}
    meant = ("wonen;school", "wonen; school", "wonen,school", "wonen;School", " | SCHOOL\t|wonen\n")
    found = found_by_duckdb(program, given, [["twee", each] for each in meant])
    answers = Answers({"gezinsleden": "twee", "leefgebieden": {"wonen", "school"}})
    assert {by_select(program, each) for each in found} == {by_interpreter(program, answers)}
    assert {each["not_understood"] for each in found} == {""}


def test_a_slip_in_a_list_is_told_and_never_a_no(program: Program) -> None:
    given = {"gezinsleden": ("gezinsleden",), "leefgebieden": ("leefgebieden",)}
    (found,) = found_by_duckdb(program, given, [["Twee", "wonen;wonnen"]])
    rest = frozenset(program.questions["leefgebieden"].option_ids) - {"wonen"}
    answers = Answers({"gezinsleden": "twee", "leefgebieden": Partly(frozenset({"wonen"}), rest)})
    assert by_select(program, found) == by_interpreter(program, answers)
    assert (found["not_understood"], found["settled"]) == ("leefgebieden", 0)


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_of_a_dirty_row_it_says_what_is_understood_and_names_the_rest(name: str) -> None:
    program = lower(Library().instrument(name), others=neighbours(name, "nl"))
    _check_dirty(program, name)


@pytest.mark.parametrize("name", ["klein.yaml", "tellen.yaml", "routes.yaml", "tafels.yaml"])
def test_of_dirty_rows_every_condition_means_the_same(name: str) -> None:
    _check_dirty(lower(good(name)), name)


def _check_dirty(program: Program, seed: str) -> None:
    rows = dirty_rows(program, 200, random.Random(seed))
    given = {name: (name,) for name in program.every_question}
    cells = [dirty.cells for dirty in rows]
    check_each(program, rows, found_by_duckdb(program, given, cells, "VARCHAR"))


@pytest.mark.parametrize("cell", [None, "", " ", "weet_niet", " Weet_Niet ", "licht"])
def test_what_nobody_knows_is_understood(program: Program, cell: str | None) -> None:
    assert not_understood(program, "draaglast", cell) == [""]


@pytest.mark.parametrize(
    "cell", [None, ";", " ; ", "weet_niet", "Wonen;weet_niet", "geen_van_deze", "Geen_van_deze;"]
)
def test_what_nobody_knows_of_a_list_is_understood(program: Program, cell: str | None) -> None:
    assert not_understood(program, "leefgebieden", cell) == [""]


def test_what_contradicts_itself_is_not_understood(program: Program) -> None:
    for cell in ("geen_van_deze;wonen", "geen_van_deze;weet_niet"):
        assert not_understood(program, "leefgebieden", cell) == ["leefgebieden"]
    assert not_understood(program, "draaglast", "licht;zwaar") == ["draaglast"]


@pytest.mark.parametrize("cell", ["geen_van_deze;x", "x;geen_van_deze", "geen_van_deze;weet_niet"])
def test_that_none_applies_says_nothing_beside_something_else(cell: str) -> None:
    program = lower(Library().instrument("procesregie"))
    said = by_duckdb(program, {"leefgebieden": ("leefgebieden",)}, [[cell]])
    assert said == [by_interpreter(program, Answers())]


def test_a_number_that_cannot_be_read_is_not_understood_and_unknown() -> None:
    program = lower(Library().instrument_file(ROUTES))
    assert not any(not_understood(program, "leeftijd", "3", " 3,5 ", "3.5", "-1", "", "weet_niet"))
    strange = ("3 jaar", "drie", "1e3", "nan", "inf", "1.2.3", "007", "9" * 400)
    assert set(not_understood(program, "leeftijd", *strange)) == {"leeftijd"}
    given = {"leeftijd": ("leeftijd",)}
    found = found_by_duckdb(program, given, [[each] for each in strange], "VARCHAR")
    assert {by_select(program, each) for each in found} == {by_interpreter(program, Answers())}


def test_a_column_of_truth_values_is_no_answer_and_fails_nothing() -> None:
    import duckdb

    program = lower(Library().instrument("meldcode"))
    given = {"direct_gevaar": ("direct_gevaar",)}
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE cases (casus INTEGER, direct_gevaar BOOLEAN)")
        connection.execute("INSERT INTO cases VALUES (1, true), (2, false), (3, NULL)")
        found = connection.execute(select(program, DUCKDB, given=given)).fetchall()
    assert [row[1] for row in sorted(found)] == ["direct_gevaar", "direct_gevaar", ""]


def test_of_two_columns_of_one_question_either_may_not_be_understood(renamed: Instrument) -> None:
    program = lower(renamed)
    given = {"draaglast": ("draaglast", "oude_last")}
    rows: list[list[str | None]] = [["Zwaar", " licht"], ["licht", "enorm"]]
    rows += [["enorm", None], [None, None]]
    told = [each["not_understood"] for each in found_by_duckdb(program, given, rows)]
    assert told == ["", "draaglast", "draaglast", ""]


def test_the_column_with_the_name_of_the_case_may_be_spelt_otherwise(program: Program) -> None:
    import duckdb

    given = {"casus": ("Dossier nr",), "draaglast": ("draaglast",)}
    with duckdb.connect() as connection:
        connection.execute('CREATE TABLE cases ("Dossier nr" VARCHAR, draaglast VARCHAR)')
        connection.execute("INSERT INTO cases VALUES ('C-1', 'zwaar')")
        found = connection.execute(select(program, DUCKDB, given=given))
        assert found.description[0][0] == "casus"
        assert found.fetchall()[0][0] == "C-1"


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_columns_are_quoted_as_each_database_does(dialect: Any) -> None:
    program = lower(Library().instrument("meldcode"))
    text = select(program, dialect, given={"direct_gevaar": ("direct_gevaar", "md_direct_gevaar")})
    assert dialect.quote("md_direct_gevaar") in text
    assert dialect.quote("md_acuut") not in text


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_a_number_is_looked_at_before_it_is_taken_for_one(dialect: Any) -> None:
    text = select(lower(Library().instrument("procesregie")), dialect)
    (line,) = (each for each in text.splitlines() if f"AS {dialect.quote('pogingen')}" in each)
    assert re.match(r" *CASE WHEN .+ THEN (TRY_)?CAST\(said\d+ AS .+\) END AS", line)
