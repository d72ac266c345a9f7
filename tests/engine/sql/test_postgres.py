"""PostgreSQL, a real server, says of every case what the interpreter says of it."""

import os
import random
from collections.abc import Iterator, Sequence

import pytest

from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.sql.dialects import POSTGRES
from integraal.engine.sql.select import select
from integraal.model.answers import Answers
from integraal.model.instrument import Kind
from integraal.reading.cases.case_instruments import elsewhere, neighbours
from integraal.reading.examples import instrument_of, read_examples
from integraal.reading.library import Library
from tests.conftest import INSTRUMENTS, ROOT
from tests.engine.sql import postgres
from tests.engine.sql.rows import Said, by_interpreter, by_select, made_up, row

REQUIRED = "INTEGRAAL_POSTGRES"
"""When set, a machine without PostgreSQL fails these tests; `.ci/run` sets it."""
# One server for all of them: so they run one after another.
pytestmark = pytest.mark.xdist_group("postgres")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    found = postgres.programs()
    if found is None:
        if os.environ.get(REQUIRED):
            pytest.fail("there is no PostgreSQL here")
        pytest.skip("there is no PostgreSQL here; .ci/run installs it")
    with postgres.server(found) as address:
        yield address


def by_postgres(address: str, program: Program, cases: Sequence[Answers]) -> list[Said]:
    """Say what PostgreSQL says of each case."""
    import psycopg

    questions = list(program.every_question.values())
    kinds = {True: "DOUBLE PRECISION", False: "TEXT"}
    named = [f"{POSTGRES.quote(q.id)} {kinds[q.kind is Kind.NUMBER]}" for q in questions]
    with psycopg.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE cases (casus INTEGER, {', '.join(named)})".encode())
        with cursor.copy(b"COPY cases FROM STDIN") as copy:
            for number, answers in enumerate(cases):
                copy.write_row([number, *row(program, answers)])
        cursor.execute(f"{select(program, POSTGRES)} ORDER BY casus".encode())
        names = [column.name for column in cursor.description or ()]
        return [
            by_select(program, dict(zip(names, values, strict=True)))
            for values in cursor.fetchall()
        ]


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_case_of_an_author_and_many_made_up_get_the_same(server: str, name: str) -> None:
    instrument = Library().instrument(name)
    program = lower(instrument, others=neighbours(name, "nl"))
    watched = program.watched_questions.values()
    cases = list(made_up(instrument, 200, random.Random(name), watched))
    for path in sorted((ROOT / "tests" / "cases" / name).glob("*.yaml")):
        assert instrument_of(path) == name
        examples = read_examples(path, instrument, elsewhere(instrument))
        cases += [example.answers for example in examples if not example.source_only]
    said = by_postgres(server, program, cases)
    assert len(said) == len(cases)
    for answers, told in zip(cases, said, strict=True):
        assert told == by_interpreter(program, answers), answers
