"""PostgreSQL, a real server, says of every case what the interpreter says of it."""

import random
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.sql.dialects import POSTGRES
from integraal.engine.sql.select import select
from integraal.model.answers import Answers
from integraal.model.instrument import Kind
from integraal.reading.cases.case_instruments import neighbours
from integraal.reading.library import Library
from tests import required
from tests.conftest import INSTRUMENTS
from tests.engine.sql import postgres
from tests.engine.sql.dirty import check_each, dirty_rows
from tests.engine.sql.own_table import check_statements, program_of
from tests.engine.sql.rows import (
    Said,
    by_select,
    cases_of,
    check_said,
    row,
)
from tests.reading.helpers import good

# One server for all of them: so they run one after another.
pytestmark = pytest.mark.xdist_group("postgres")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    found = postgres.programs()
    required.need(found, "PostgreSQL", required.POSTGRES)
    assert found is not None
    with postgres.server(found) as address:
        yield address


def rows_by_postgres(
    address: str,
    program: Program,
    rows: Sequence[Sequence[str | float | None]],
    number: str = "DOUBLE PRECISION",
) -> list[dict[str, Any]]:
    """Say what PostgreSQL says of each row."""
    import psycopg

    questions = list(program.every_question.values())
    kinds = {True: number, False: "TEXT"}
    named = [f"{POSTGRES.quote(q.id)} {kinds[q.kind is Kind.NUMBER]}" for q in questions]
    with psycopg.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE cases (casus INTEGER, {', '.join(named)})".encode())
        with cursor.copy(b"COPY cases FROM STDIN") as copy:
            for number_, cells in enumerate(rows):
                copy.write_row([number_, *cells])
        cursor.execute(f"{select(program, POSTGRES)} ORDER BY casus".encode())
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def by_postgres(address: str, program: Program, cases: Sequence[Answers]) -> list[Said]:
    """Say what PostgreSQL says of each case."""
    found = rows_by_postgres(address, program, [row(program, answers) for answers in cases])
    return [by_select(program, each) for each in found]


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_of_a_dirty_row_it_says_what_is_understood_and_names_the_rest(
    server: str, name: str
) -> None:
    _check_dirty(server, lower(Library().instrument(name), others=neighbours(name, "nl")), name)


@pytest.mark.parametrize("name", ["klein.yaml", "tellen.yaml", "routes.yaml", "tafels.yaml"])
def test_of_dirty_rows_every_condition_means_the_same(server: str, name: str) -> None:
    _check_dirty(server, lower(good(name)), name)


def _check_dirty(server: str, program: Program, seed: str) -> None:
    rows = dirty_rows(program, 200, random.Random(seed))
    check_each(program, rows, rows_by_postgres(server, program, [r.cells for r in rows], "TEXT"))


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_case_of_an_author_and_many_made_up_get_the_same(server: str, name: str) -> None:
    program, cases = cases_of(name, source_only=False)
    said = by_postgres(server, program, cases)
    check_said(program, cases, said)


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_a_view_and_its_ids_run(server: str, name: str) -> None:
    import psycopg

    with psycopg.connect(server) as connection, connection.cursor() as cursor:

        def run(text: str) -> list[tuple[Any, ...]]:
            cursor.execute(text.encode())
            return cursor.fetchall() if cursor.description else []

        check_statements(program_of(name), POSTGRES, run)
        connection.rollback()
