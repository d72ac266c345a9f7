"""Cells as people type them, each with what can be understood of it."""

import random
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from integraal.engine.program import Program
from integraal.engine.sql.cells import NOT_UNDERSTOOD, used_questions
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.instrument import Kind, Question
from tests.engine.sql.rows import by_interpreter, by_select, made_up, row

BLANKS = ("", "", " ", "  ", "\t", "\n", "\r\n", "\u00a0", " \u00a0 ")
SEPARATORS = (";", ";", ",", "|", ";;", "; ;")
NO_NUMBERS = ("drie", "3 jaar", "1e3", "nan", "inf", "--3", "3.", ".5", "1.2.3", "007", "9" * 400)
SLIPS = ("wonnen", "en verder", "x", "?", "`", "'", '"', "%", "_", "\\", "\u200b", "é", "null")


class DirtyRow(NamedTuple):
    """A row of texts, and what it says."""

    cells: list[str | None]
    """One for each question, in order."""
    understood: Answers
    not_understood: tuple[str, ...]
    """Ids of the questions of which something was not."""


def dirtied(program: Program, cases: Sequence[Answers], chance: random.Random) -> list[DirtyRow]:
    """Write cases as people would, with slips."""
    return [_dirtied(program, answers, chance) for answers in cases]


def dirty_rows(program: Program, count: int, chance: random.Random) -> list[DirtyRow]:
    """Make cases up, and write them so."""
    watched = program.watched_questions.values()
    return dirtied(program, list(made_up(program.instrument, count, chance, watched)), chance)


def check_each(
    program: Program, rows: Sequence[DirtyRow], found: Sequence[Mapping[str, Any]]
) -> None:
    """Hold what a SELECT says of rows to what the interpreter says of what is understood."""
    assert len(found) == len(rows)
    for dirty, told in zip(rows, found, strict=True):
        assert told[NOT_UNDERSTOOD] == ";".join(dirty.not_understood), dirty
        mine = by_interpreter(program, dirty.understood)
        assert by_select(program, dict(told)) == mine, dirty


def _dirtied(program: Program, answers: Answers, chance: random.Random) -> DirtyRow:
    used = set(used_questions(program))
    cells: list[str | None] = []
    understood: dict[str, Answer] = {}
    strange = []
    questions = program.every_question.values()
    for question, clean in zip(questions, row(program, answers), strict=True):
        text, answer = None if clean is None else str(clean), answers.get(question.id, DONT_KNOW)
        if isinstance(answer, (int, float)) and question.numbers.misfit(answer):
            answer = DONT_KNOW
            strange += [question.id] if question in used else []
        elif question.kind is not Kind.TEXT and chance.random() < 0.15:
            text, answer = _slip(question, text, answer, chance)
            strange += [question.id] if question in used else []
        cells.append(text and _untidy(question, text, chance))
        understood[question.id] = answer
    return DirtyRow(cells, Answers(understood), tuple(strange))


def _slip(
    question: Question, text: str | None, answer: Answer, chance: random.Random
) -> tuple[str, Answer]:
    """Spoil a cell; of a list only the items that are named are understood."""
    if question.kind is Kind.NUMBER:
        misfits = [n for n in (-1, 2.5, 100) if question.numbers.misfit(n)]
        return chance.choice([*NO_NUMBERS, *map(str, misfits)]), DONT_KNOW
    slip = chance.choice(SLIPS)
    if question.kind is Kind.ONE:
        return slip, DONT_KNOW
    chosen = answer.chosen if isinstance(answer, Partly) else answer
    named = frozenset(chosen) if isinstance(chosen, frozenset) else frozenset()
    rest = frozenset(question.option_ids) - named
    partly: Answer = (Partly(named, rest) if rest else named) if named else DONT_KNOW
    return f"{text};{slip}" if text else slip, partly


def _untidy(question: Question, text: str, chance: random.Random) -> str:
    """Write what means the same: other capitals, and blanks and separators that say nothing."""
    if question.kind is not Kind.SEVERAL:
        if question.kind is Kind.NUMBER:
            text = text.replace(".", chance.choice(".,"))
        return _around(text, chance)
    items = [_around(item, chance) for item in text.split(";")]
    chance.shuffle(items)
    whole = chance.choice(("", "", ";"))
    for place, item in enumerate(items):
        whole += (chance.choice(SEPARATORS) if place else "") + item
    return whole + chance.choice(("", "", ";", " | "))


def _around(text: str, chance: random.Random) -> str:
    cased = chance.choice((str, str.upper, str.capitalize, str.title))(text)
    return f"{chance.choice(BLANKS)}{cased}{chance.choice(BLANKS)}"
