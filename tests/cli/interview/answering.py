"""Answers as people give them, and case files that are filled in up to a question."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from integraal.model.codes import shown_options
from integraal.model.instrument import Instrument, Kind, Question
from integraal.words.words import Words

SAY = Words("nl")
Given = Mapping[str, Any]
"""Question id to option id, or to a list of them, as in a case file."""


def answers_in(path: Path) -> dict[str, Any]:
    """Read the answers in a case file with another reader than ours.

    A question with nothing behind it was not answered, or its answer was taken back.
    """
    answers = yaml.safe_load(path.read_text("utf-8"))["answers"] or {}
    return {question: answer for question, answer in answers.items() if answer is not None}


def asked(instrument: Instrument) -> tuple[Question, ...]:
    """The questions that are asked when nothing is known yet."""
    return tuple(q for q in instrument.questions() if not q.on_request)


def number_of(instrument: Instrument, question_id: str) -> int:
    """Which number a question has as long as nothing switched one off."""
    return [question.id for question in asked(instrument)].index(question_id) + 1


def as_line(answer: Any) -> str:
    """Write an answer as it is typed: an id, or ids with a comma between them."""
    return ",".join(answer) or "0" if isinstance(answer, list) else str(answer)


def as_label(question: Question, answer: Any) -> str:
    """Write an answer as it stands on the screen."""
    chosen = answer if isinstance(answer, list) else [answer]
    return "; ".join(question.option(option).label for option in chosen)


def as_number(question: Question, answer: Any) -> str:
    """Write an answer as the numbers on the screen."""
    chosen = answer if isinstance(answer, list) else [answer]
    shown = shown_ids(question)
    return " ".join(str(shown.index(option) + 1) for option in chosen)


def shown_ids(question: Question) -> list[str]:
    """Give the ids of the options as they stand on the screen."""
    return [option.id for option in shown_options(question)]


def known_before(instrument: Instrument, question_id: str) -> dict[str, Any]:
    """Answers to all questions before this one, so that it is the first that is asked."""
    questions = asked(instrument)
    before = questions[: [question.id for question in questions].index(question_id)]
    return {q.id: [q.option_ids[0]] if q.kind is Kind.SEVERAL else "weet_niet" for q in before}


def write_case(path: Path, answers: Given, *, about: str = "", name: str = "C-1") -> Path:
    """Write a case file by hand, as somebody with an editor would."""
    lines = [f"  {question}: {_written(answer)}" for question, answer in answers.items()]
    text = f"{about}schema: integraal/casus/1\ncasus: {name}\nmoment: {date.today()}\nanswers:\n"
    path.write_text(text + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def _written(answer: Any) -> str:
    return f"[{', '.join(answer)}]" if isinstance(answer, list) else str(answer)
