"""A table with every kind of dirt accounts for each row, and says of a row what its case gets.

The answers are made up first and written as people write them; so what a cell means does not come
from reading it.
"""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.instrument import Kind, Question
from integraal.reading.cases.case_instruments import neighbours
from integraal.reading.library import Library
from tests.batch.tables import rows_of
from tests.conftest import Run
from tests.counts import times
from tests.engine.sql.rows import Said, by_interpreter, by_result, made_up

ROWS = times(2_000)
"""For every instrument that is tried; `.ci/long` makes twenty thousand."""
NBSP, ZERO = "\u00a0", "\u200b"
UNKNOWN = ("", " ", NBSP, "weet_niet", "Weet ik niet", "I don't know")
WRONG = ("misschien", "1e3", "#NAAM?", "ja/nee", "=1+1")
REJECTED = 0.08
"""The part of the rows with something in them that no answer can be."""


@dataclass(frozen=True, slots=True)
class Made:
    """A table, with what must come of it."""

    lines: list[list[str]]
    answered: dict[str, Answers]
    rejected: int


@pytest.mark.parametrize("name", ["voor-wie-doen-we-wat", "procesregie"])
def test_each_row_is_answered_as_its_case_or_rejected(
    integraal: Run, tmp_path: Path, name: str
) -> None:
    program = lower(Library().instrument(name), others=neighbours(name, "nl"))
    made = _made(program, random.Random(name))
    with (tmp_path / "in.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(made.lines)
    done = integraal("batch", "in.csv", "uit.csv", "-i", name, "--stil")
    assert done.returncode == 1, done.stderr
    told = {row["casus"]: by_result(program, row) for row in rows_of(tmp_path / "uit.csv")}
    assert told.keys() == made.answered.keys()
    assert len({row["line"] for row in rows_of(tmp_path / "uit-afgekeurd.csv")}) == made.rejected
    wrong = {
        case: (_plain(said), _plain(by_interpreter(program, made.answered[case])))
        for case, said in told.items()
        if _plain(said) != _plain(by_interpreter(program, made.answered[case]))
    }
    assert wrong == {}


def _plain(said: Said) -> Said:
    """Dangers of other instruments hang on questions that this table has not."""
    return said._replace(urgent=())


def _made(program: Program, chance: random.Random) -> Made:
    asked = [q for q in program.instrument.questions() if q.kind is not Kind.TEXT]
    heads = [_head(question, chance) for question in asked]
    lines, answered, rejected = [[_spelt("casus", chance), *heads]], dict[str, Answers](), 0
    for number, answers in enumerate(made_up(program.instrument, ROWS, chance)):
        given = {q.id: answers[q.id] for q in asked if q.id in answers}
        cells = [_cell(question, given.get(question.id), chance) for question in asked]
        if chance.random() < REJECTED:
            rejected += 1
            cells[chance.randrange(len(cells))] = chance.choice(WRONG)
        else:
            answered[f"C-{number}"] = Answers(given)
        lines.append([_spelt(f"C-{number}", chance), *cells])
        if chance.random() < 0.02:
            lines.append([""] * len(lines[0]))  # a row of nothing has no name either
            rejected += 1
    return Made(lines, answered, rejected)


def _head(question: Question, chance: random.Random) -> str:
    name = question.id
    return chance.choice([name, name.upper(), f" {name}{NBSP}", f"{ZERO}{name}"])


def _spelt(word: str, chance: random.Random) -> str:
    return chance.choice([word, f" {word}", f"{word}{NBSP}", f"{NBSP} {word}  "])


def _cell(question: Question, answer: Answer | None, chance: random.Random) -> str:
    """Write an answer as somebody might."""
    if answer is None or answer is DONT_KNOW:
        return chance.choice(UNKNOWN)
    if question.kind is Kind.SEVERAL:
        return _listed(question, answer, chance)
    if question.kind is Kind.NUMBER:
        return _spelt(f"{answer:g}".replace(".", chance.choice(".,")), chance)
    label = question.option(str(answer)).label
    word = chance.choice([str(answer), label, label.upper(), str(answer).capitalize()])
    return _spelt(word, chance)


def _listed(question: Question, answer: Answer, chance: random.Random) -> str:
    chosen = sorted(answer.chosen if isinstance(answer, Partly) else answer)  # type: ignore[arg-type]
    chance.shuffle(chosen)
    items = [_spelt(chance.choice([one, one.upper()]), chance) for one in chosen]
    if isinstance(answer, Partly):
        items.insert(chance.randint(0, len(items)), "weet_niet")
    if not items:
        return _spelt("geen_van_deze", chance)
    return chance.choice([";", "; ", ";;", " ; "]).join(items)


def _every(made: Made) -> Iterator[str]:
    for line in made.lines:
        yield from line


def test_the_table_holds_every_kind_of_dirt() -> None:
    """So that the claim above is not about clean rows."""
    program = lower(Library().instrument("voor-wie-doen-we-wat"))
    made = _made(program, random.Random(1))
    cells = " ".join(_every(made))
    assert all(sign in cells for sign in (NBSP, ZERO, ";;", "Weet ik niet", *WRONG))
    assert made.rejected > 50
