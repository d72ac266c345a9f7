"""Cases at random, for measuring: each answer drawn from its options, one in ten unknown.

What stands in a cell depends on the number of its row, the question and the seed, and on nothing
else. So the same seed gives the same table in any order of work, on any number of cores, and a
table of ten million rows is written as it is made, without being held in memory.
"""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from integraal.model.answers import Answer, Answers
from integraal.model.instrument import Instrument, Kind, Question

UNKNOWN_IN = 10
"""One answer in so many is unknown."""
CHOSEN_IN = 10
CHOSEN = 3
"""`CHOSEN` in `CHOSEN_IN` options of a choose-several question are chosen."""
NONE_OF_THESE = "geen_van_deze"
_SEED = 4


def generate(
    connection: duckdb.DuckDBPyConnection, instrument: Instrument, count: int, seed: int = _SEED
) -> None:
    """Make the table `made` of `count` cases; on disk if the connection is to a file."""
    connection.execute(f"CREATE TABLE made AS {query(instrument, count, seed)}")


def write(instrument: Instrument, count: int, path: Path, seed: int = _SEED) -> None:
    """Write a table of `count` cases as CSV or Parquet, by the name of the file."""
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({query(instrument, count, seed)}) TO '{path}'")


def query(instrument: Instrument, count: int, seed: int = _SEED) -> str:
    """Write the SELECT that makes the cases, in the order of their numbers."""
    cells = [
        f'{_cell(question, seed)} AS "{question.id}"'
        for question in instrument.questions()
        if question.kind in (Kind.ONE, Kind.SEVERAL)
    ]
    return f"SELECT 'C-' || i AS casus, {', '.join(cells)} FROM range({count}) t(i)"


def _cell(question: Question, seed: int) -> str:
    name = f"{seed}/{question.id}"
    if question.kind is Kind.ONE:
        listed = ", ".join(f"'{option}'" for option in question.option_ids)
        answer = f"([{listed}])[1 + {_drawn(f'{name}/answer', len(question.option_ids))}]"
    else:
        parts = " || ".join(
            f"CASE WHEN {_drawn(f'{name}/{option}', CHOSEN_IN)} < {CHOSEN}"
            f" THEN '{option};' ELSE '' END"
            for option in question.option_ids
        )
        answer = f"coalesce(nullif(rtrim({parts}, ';'), ''), '{NONE_OF_THESE}')"
    return f"CASE WHEN {_drawn(f'{name}/known', UNKNOWN_IN)} > 0 THEN {answer} END"


def _drawn(name: str, ways: int) -> str:
    """Write a whole number of 0 up to `ways`, by chance, of the row and this name."""
    # A hash of two things puts them together so simply that two names would draw alike.
    return f"CAST(hash(hash(i, '{name}')) % {ways} AS INTEGER)"


def answers_of(instrument: Instrument, row: Mapping[str, str | None]) -> Answers:
    """Read a row as the interpreter wants it; an empty cell is no answer."""
    given: dict[str, Answer] = {}
    for question in instrument.questions():
        cell = row.get(question.id)
        if cell and question.kind is Kind.SEVERAL:
            given[question.id] = frozenset(cell.split(";")) - {NONE_OF_THESE}
        elif cell:
            given[question.id] = cell
    return Answers(given)
