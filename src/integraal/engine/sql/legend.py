"""What the numbers and bits of a SELECT stand for."""

from collections.abc import Iterator, Mapping, Sequence

from integraal.engine.program import Program
from integraal.engine.sql.dangers import table_dangers
from integraal.engine.sql.encoding import WORD
from integraal.engine.sql.select import DIRECTIONS, columns


def legend(program: Program, given: Mapping[str, Sequence[str]] | None = None) -> Iterator[str]:
    """What every number and bit of the SELECT stands for, a line each.

    Args:
        program: The lowered instrument.
        given: The columns that answer each question, as in the SELECT. What could show danger and
            has none is told.

    >>> from integraal.reading.library import Library
    >>> from integraal.engine.lower import lower
    >>> lines = list(legend(lower(Library().instrument("voor-wie-doen-we-wat"))))
    >>> lines[1], lines[6]
    ('level 0: segregatie', 'direction 0: opschalen')
    """
    instrument, names = program.instrument, columns(program)
    yield f"{instrument.id} {instrument.version} {instrument.fingerprint}"
    yield from (f"level {rank}: {level}" for rank, level in enumerate(instrument.level_ids))
    yield from (f"direction {n}: {direction.value}" for n, direction in enumerate(DIRECTIONS))
    listed = (
        (names.fired, [rule.id for rule in instrument.rules]),
        (names.open, [rule.id for rule in instrument.rules]),
        (names.outcomes, [outcome.id for outcome in instrument.outcomes]),
        (names.actions, [action.id for action in instrument.actions]),
        (names.urgent, [danger.id for danger in table_dangers(program)]),
    )
    for words, ids in listed:
        yield from (f"{words[n // WORD]} {1 << n % WORD}: {name}" for n, name in enumerate(ids))
    for name, found in (given or {}).items():
        yield from (f"column {column}: {name}" for column in found if column != name)
    missing = (name for name in program.watched_questions if name not in (given or {name: ()}))
    yield from (f"danger unseen: {name}" for name in missing)
    # The SELECT reads these columns too; where a table has none, a column of NULL says so.
    for question in instrument.unasked:
        yield f"also counts: {question.id} ({question.same_as})"
