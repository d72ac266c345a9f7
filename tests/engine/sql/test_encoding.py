"""Columns of a database under old names, two names for one question, and questions without any."""

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
from integraal.reading.cases.casefile import read_case
from integraal.reading.library import Library
from tests.conftest import ROOT
from tests.engine.builders import an_instrument, one, rule, several
from tests.engine.sql.rows import Said, by_interpreter, by_select

ROUTES = ROOT / "tests" / "instruments" / "good" / "routes.yaml"
OLD = (
    Renamed("oude_last", "draaglast"),
    Renamed("draaglast", "zwaar", "loodzwaar"),
    Renamed("leefgebieden", "wonen", "huis"),
)


@pytest.fixture
def renamed(instrument: Instrument) -> Instrument:
    return replace(instrument, renamed=OLD)


def by_duckdb(
    program: Program,
    given: Mapping[str, Sequence[str]],
    rows: Sequence[Sequence[str | None]],
) -> list[Said]:
    """Say what DuckDB says of rows with exactly these columns."""
    import duckdb

    asked = program.every_question
    kinds = {name: asked[question].kind for question in given for name in given[question]}
    names = [DUCKDB.quote(name) for name in kinds]
    types = ["DOUBLE" if kind is Kind.NUMBER else "VARCHAR" for kind in kinds.values()]
    with duckdb.connect() as connection:
        columns = ", ".join(map(" ".join, zip(names, types, strict=True)))
        connection.execute(f"CREATE TABLE cases (casus INTEGER, {columns})")
        marks = ", ".join("?" * (len(names) + 1))
        numbered = [[number, *row] for number, row in enumerate(rows)]
        connection.executemany(f"INSERT INTO cases VALUES ({marks})", numbered)
        found = connection.execute(f"{select(program, DUCKDB, given=given)} ORDER BY casus")
        shown = [column[0] for column in found.description]
        return [by_select(program, dict(zip(shown, row, strict=True))) for row in found.fetchall()]


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


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_columns_are_quoted_as_each_database_does(dialect: Any) -> None:
    program = lower(Library().instrument("meldcode"))
    text = select(program, dialect, given={"direct_gevaar": ("direct_gevaar", "md_direct_gevaar")})
    assert dialect.quote("md_direct_gevaar") in text
    assert dialect.quote("md_acuut") not in text
