"""SQLite says of every case what the interpreter says of it."""

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.sql.dialects import SQLITE
from integraal.engine.sql.select import select
from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.instrument import Act, Raise, Statement, Urgency
from integraal.reading.cases.case_instruments import neighbours
from integraal.reading.library import Library
from tests.conftest import INSTRUMENTS
from tests.counts import times
from tests.engine.builders import an_instrument, one, rule
from tests.engine.sql.dirty import check_each, dirty_rows
from tests.engine.sql.own_table import check_statements, program_of
from tests.engine.sql.rows import (
    WITH_EVERY_CONDITION,
    Said,
    by_interpreter,
    by_select,
    cases_of,
    check_said,
    made_up,
    row,
)
from tests.reading.helpers import good
from tests.verify.encoded import rich_instruments

Row = Sequence[str | float | None]


def rows_by_sqlite(program: Program, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Say what SQLite says of each row; its columns take any value."""
    names = ", ".join(SQLITE.quote(name) for name in program.every_question)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute(f"CREATE TABLE cases (casus, {names})")
        marks = ", ".join("?" * (len(program.every_question) + 1))
        numbered = [[number, *cells] for number, cells in enumerate(rows)]
        connection.executemany(f"INSERT INTO cases VALUES ({marks})", numbered)
        found = connection.execute(f"{select(program, SQLITE)} ORDER BY casus")
        return [dict(each) for each in found]


def by_sqlite(program: Program, cases: Sequence[Answers]) -> list[Said]:
    """Say what SQLite says of each case."""
    found = rows_by_sqlite(program, [row(program, answers) for answers in cases])
    assert {each["not_understood"] for each in found} <= {""}
    return [by_select(program, each) for each in found]


def _agree(program: Program, cases: Sequence[Answers]) -> None:
    said = by_sqlite(program, cases)
    check_said(program, cases, said)


@pytest.mark.parametrize("source_only", [False, True], ids=["whole", "source-only"])
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_case_of_an_author_and_many_made_up_get_the_same(
    name: str, source_only: bool
) -> None:
    program, cases = cases_of(name, source_only=source_only)
    _agree(program, cases)


def test_without_our_own_additions_it_drops_no_answer_that_counts_for_the_level() -> None:
    """One that an answer about danger, which is ours, would skip is asked and counted all the same.

    Found by the random instruments of `tests/property`, in some hundreds of which there is one.
    """
    ours, heavy = c.OneIn("samen", ("ja",)), c.OneIn("last", ("zwaar",))
    last = one("last", "licht", "zwaar", ask_when=c.Not(ours))
    rules = [rule("gevaar", ours, Act("bel")), rule("r", c.Not(heavy), Raise("hoog"))]
    made = an_instrument(last, own=[one("samen")], rules=rules)
    alarm = Statement("bel", "Bel.", urgent=Urgency.DANGER)
    program = lower(replace(made, actions=(alarm,)), source_only=True)
    answers = Answers({"samen": "ja", "last": "licht"})
    _agree(program, [answers, answers.without("last"), answers.without("samen"), Answers()])


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_of_a_dirty_row_it_says_what_is_understood_and_names_the_rest(name: str) -> None:
    program = lower(Library().instrument(name), others=neighbours(name, "nl"))
    rows = dirty_rows(program, 200, random.Random(name))
    check_each(program, rows, rows_by_sqlite(program, [dirty.cells for dirty in rows]))


@pytest.mark.parametrize("name", WITH_EVERY_CONDITION)
def test_every_condition_there_is_means_the_same(name: str) -> None:
    program = lower(good(name))
    _agree(program, list(made_up(program.instrument, 400, random.Random(name))))


@settings(max_examples=times(40))
@given(st.data())
def test_dirty_rows_of_any_instrument_say_no_more_than_is_understood(data: st.DataObject) -> None:
    program = lower(data.draw(rich_instruments()))
    rows = dirty_rows(program, 5, random.Random(data.draw(st.integers(0, 10**6))))
    for dirty, found in zip(
        rows, rows_by_sqlite(program, [dirty.cells for dirty in rows]), strict=True
    ):
        told, mine = by_select(program, found), by_interpreter(program, dirty.understood)
        assert found["not_understood"] == ";".join(dirty.not_understood)
        # The interpreter may know more than rule by rule can be known; never something else.
        assert told.level <= mine.level <= mine.reach <= told.reach


def test_a_column_that_is_not_there_is_an_error_and_no_text(program: Program) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE cases (casus, gezinsleden)")
        with pytest.raises(sqlite3.OperationalError, match="no such column"):
            connection.execute(select(program, SQLITE))


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_a_view_and_its_ids_run(name: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        run = connection.execute
        check_statements(program_of(name), SQLITE, lambda text: run(text).fetchall())
