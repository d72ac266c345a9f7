"""A table of somebody's own, a view of the advice on it, and what its ids stand for."""

from collections.abc import Callable
from typing import Any

from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.sql.encoding import Dialect
from integraal.engine.sql.legend import look_up
from integraal.engine.sql.select import DIRECTIONS, select
from integraal.engine.sql.statements import look_up_view, table, view
from integraal.reading.cases.case_instruments import neighbours
from integraal.reading.library import Library

SPOKEN = {("direction", each.value): f"d'{each.value}\\n" for each in DIRECTIONS}
SPOKEN |= {("current", "none"): "geen", ("current", "unknown"): "?", ("feasible", "none"): "\\'"}


def program_of(name: str) -> Program:
    return lower(Library().instrument(name), others=neighbours(name, "nl"))


def check_statements(
    program: Program, dialect: Dialect, run: Callable[[str], list[tuple[Any, ...]]]
) -> None:
    """Run all of them in a database, and look up what they gave.

    Args:
        program: Whose they are.
        dialect: Of the database.
        run: Runs one statement, and gives its rows.
    """
    given = {name: (name,) for name in program.every_question}
    run(table(program, dialect, "own_cases", given))
    run("INSERT INTO own_cases (casus) VALUES ('C-1')")
    run(view("own_advice", select(program, dialect, "own_cases", given=given)))
    meanings = list(look_up(program, SPOKEN))
    run(look_up_view("own_advice_ids", meanings, dialect))
    found = run("SELECT field, number, id, text FROM own_advice_ids")
    assert sorted(found) == sorted((m.field, m.number, m.id, m.text) for m in meanings)
    on = "field = 'direction' AND number = direction AND casus = 'C-1'"
    looked_up = run(f"SELECT id FROM own_advice JOIN own_advice_ids ON {on}")
    assert [tuple(row) for row in looked_up] == [("onbekend",)]
