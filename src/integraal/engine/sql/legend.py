"""What the numbers, bits and ids of a SELECT stand for: as comments, and in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from integraal.engine.program import Program
from integraal.engine.sql.cells import NOT_UNDERSTOOD, used_questions
from integraal.engine.sql.dangers import table_dangers
from integraal.engine.sql.encoding import WORD
from integraal.engine.sql.present import NONE, NOT_KNOWN
from integraal.engine.sql.select import DIRECTIONS, columns
from integraal.model.text import Text

_RANKS = ("level", "reach", "current", "feasible")
"""Columns with the rank of a level."""
_NO_RANKS = (
    ("current", NONE, "none"),
    ("current", NOT_KNOWN, "unknown"),
    ("feasible", NONE, "none"),
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a number in a column stands for; in a column of bits, one bit of it."""

    field: str
    """The column of the SELECT; or a question, for the ids of its options."""
    number: int
    id: str
    text: Text = ""


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
    instrument = program.instrument
    yield f"{instrument.id} {instrument.version} {instrument.fingerprint}"
    yield from (f"{each.field} {each.number}: {each.id}" for each in _meanings(program))
    yield f"{NOT_UNDERSTOOD}: question;question"
    for name, found in (given or {}).items():
        yield from (f"column {column}: {name}" for column in found if column != name)
    missing = (name for name in program.watched_questions if name not in (given or {name: ()}))
    yield from (f"danger unseen: {name}" for name in missing)
    # The SELECT reads these columns too; where a table has none, a column of NULL says so.
    for question in instrument.unasked:
        yield f"also counts: {question.id} ({question.same_as})"


def _meanings(program: Program) -> Iterator[Meaning]:
    instrument, names = program.instrument, columns(program)
    levels = instrument.scale.levels if instrument.scale else ()
    yield from (Meaning("level", rank, each.id, each.name) for rank, each in enumerate(levels))
    yield from (Meaning("direction", n, each.value) for n, each in enumerate(DIRECTIONS))
    rules = [(rule.id, rule.grounds.because) for rule in instrument.rules]
    listed = (
        (names.fired, rules),
        (names.open, rules),
        (names.outcomes, [(outcome.id, outcome.text) for outcome in instrument.outcomes]),
        (names.outcomes_open, [(outcome.id, outcome.text) for outcome in instrument.outcomes]),
        (names.actions, [(action.id, action.text) for action in instrument.actions]),
        (names.urgent, [(danger.id, danger.text) for danger in table_dangers(program)]),
    )
    for words, said in listed:
        for number, (name, text) in enumerate(said):
            yield Meaning(words[number // WORD], 1 << number % WORD, name, text)


def look_up(program: Program, spoken: Mapping[tuple[str, str], str]) -> Iterator[Meaning]:
    """What every number, bit and id of the SELECT stands for, in words; options in their order.

    Args:
        program: The lowered instrument.
        spoken: Texts that no instrument has, by column and id: each `direction`, and in `current`
            and `feasible` that there is none, or that nobody knows.
    """
    for each in _meanings(program):
        text = spoken.get((each.field, each.id), each.text)
        for field in _RANKS if each.field == "level" else (each.field,):
            yield replace(each, field=field, text=text)
    if program.instrument.scale is not None:
        for field, number, name in _NO_RANKS:
            yield Meaning(field, number, name, spoken[field, name])
    for number, question in enumerate(used_questions(program)):
        yield Meaning(NOT_UNDERSTOOD, number, question.id, question.name)
        for place, option in enumerate(question.options):
            yield Meaning(question.id, place, option.id, option.label)
