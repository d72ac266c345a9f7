"""Columns whose name is nearly that of a question or an option: a slip, and then answers are lost.

What is nothing like a question is left out and named. What is nearly one is refused, since an
answer that nobody reads can make advice too low.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from integraal.model.finding import Faulty, Finding, Place
from integraal.model.instrument import Instrument, Kind, Question

_ALIKE = 0.85
"""How much of two names is the same, of 1, where one is a slip of the other."""
_SHORTEST = 5
"""Letters of a name in which a slip can be told from another word."""


def check_near(
    names: Iterable[str],
    questions: Iterable[Question],
    translated: Iterable[Instrument],
    place: Place,
) -> None:
    """Refuse columns that nearly answer a question.

    Args:
        names: Of columns that answer none.
        questions: That a column could answer.
        translated: The same and others in other languages, for the names that people see.
        place: Of the names of the columns.

    Raises:
        Faulty: with each of them, and the nearest name.
    """
    asked = list(questions)
    known = known_names(asked, translated)
    found = [(name, near) for name in names if (near := nearly(name, asked, known))]
    if found:
        raise Faulty(
            [Finding.at("column-nearly", place, column=name, nearest=near) for name, near in found]
        )


def nearly(name: str, questions: Sequence[Question], known: dict[str, str]) -> str:
    """What a column nearly answers; empty where it is like nothing that can be answered.

    Args:
        name: Of the column.
        questions: That a column could answer.
        known: What it could be called (`known_names`).
    """
    return _option_meant(name, questions) or _nearest(name, known)


def known_names(questions: Sequence[Question], translated: Iterable[Instrument]) -> dict[str, str]:
    """What a column could be called, letters and digits only, with the name that it should have."""
    ids = {question.id for question in questions}
    elsewhere = [q for each in translated for q in each.questions() if q.id in ids]
    found: dict[str, str] = {}
    for question in (*questions, *elsewhere):
        for name in (question.id, question.name):
            found.setdefault(_letters(name), question.id)
        if question.kind is Kind.SEVERAL:
            for option in question.options:
                now = f"{question.id}.{option.id}"
                for name in (now, f"{question.name} {option.label}"):
                    found.setdefault(_letters(name), now)
    return found


def _option_meant(name: str, questions: Sequence[Question]) -> str:
    """The option most like the one of a question that a column names; empty where it names none."""
    head, _, option = name.casefold().partition(".")
    for question in questions:
        if option and question.id == head and question.kind is Kind.SEVERAL:
            (near,) = get_close_matches(option, question.option_ids, n=1, cutoff=0)
            return f"{question.id}.{near}"
    return ""


def _nearest(name: str, known: dict[str, str]) -> str:
    """The name that a column was meant to have; empty where it is like none."""
    letters = _letters(name)
    if letters in known:
        return known[letters]
    if len(letters) < _SHORTEST:
        return ""
    near = get_close_matches(letters, known, n=1, cutoff=_ALIKE)
    return known[near[0]] if near else ""


def _letters(name: str) -> str:
    """The letters and digits of a name, without what distinguishes one spelling from another.

    >>> _letters("Leefgebieden_Wonen"), _letters("Coördinatie ")
    ('leefgebiedenwonen', 'coordinatie')
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^a-z0-9]", "", plain)
