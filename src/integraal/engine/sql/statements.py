"""Write statements around the SELECT: the table that it reads, a view of it, and one of its ids."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from integraal.engine.program import Program
from integraal.engine.sql.cells import used_questions
from integraal.engine.sql.encoding import Dialect
from integraal.engine.sql.legend import Meaning
from integraal.model.instrument import Kind, Numbers, Question
from integraal.model.sheet import CASE


def table(program: Program, dialect: Dialect, name: str, given: Mapping[str, Sequence[str]]) -> str:
    """Write the table that the SELECT reads, with the kind and the options of each column.

    Args:
        program: The lowered instrument.
        dialect: Of the database.
        name: Of the table.
        given: The columns that answer each question, as in the SELECT. What has none is a comment.
    """
    (case,) = given.get(CASE, (CASE,))
    have = [(case, dialect.text, Kind.TEXT.value)]
    lacks = []
    for question in used_questions(program):
        kind = "REAL" if question.kind is Kind.NUMBER else dialect.text
        about = "; ".join(_about(question, program))
        have += [(column, kind, about) for column in given.get(question.id, ())]
        lacks += [] if question.id in given else [f"  -- NULL: {question.id} -- {about}"]
    lines = [
        f"  {dialect.quote(column)} {kind}{',' if place < len(have) else ''} -- {about}"
        for place, (column, kind, about) in enumerate(have, 1)
    ]
    return "\n".join((f"CREATE TABLE {name} (", *lines, *lacks, ")"))


def _about(question: Question, program: Program) -> Iterator[str]:
    """Say what may stand in the cells of a question."""
    options = f": {', '.join(question.option_ids)}" if question.options else ""
    yield f"{question.kind.value}{options}"
    yield from _numbers(question.numbers)
    if question.id not in program.questions:
        yield "danger"


def _numbers(numbers: Numbers) -> Iterator[str]:
    """Say which numbers are taken."""
    if numbers.whole:
        yield "whole"
    bounds = (("min", numbers.least), ("max", numbers.most))
    yield from (f"{name} {bound}" for name, bound in bounds if bound is not None)


def view(name: str, select: str) -> str:
    """Write a view of the SELECT."""
    return f"CREATE VIEW {name} AS\n{select}"


def look_up_view(name: str, meanings: Iterable[Meaning], dialect: Dialect) -> str:
    """Write a view with a row for each meaning."""
    rows = (
        f"({dialect.literal(each.field)}, {each.number}, {dialect.literal(each.id)},"
        f" {dialect.literal(each.text)})"
        for each in meanings
    )
    listed = ",\n  ".join(rows)
    return f"CREATE VIEW {name} (field, number, id, text) AS\nVALUES\n  {listed}"
