"""Read a number, and say of one that is no answer why it is none."""

import re
from typing import Any

from integraal.model.finding import Finding, Place
from integraal.model.instrument import Misfit, Numbers, Question

_CODES = {
    Misfit.NOT_WHOLE: "answer-not-whole",
    Misfit.TOO_LOW: "answer-too-low",
    Misfit.TOO_HIGH: "answer-too-high",
}


def number_in(text: str | None) -> float | None:
    """Read a number; whole numbers stay whole. None for anything else.

    >>> number_in("12"), number_in("1.5"), number_in("012"), number_in("1:30"), number_in("nan")
    (12, 1.5, None, None, None)
    """
    if text is None or not re.fullmatch(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?", text):
        return None
    return float(text) if "." in text else int(text)


def misfit_finding(question: Question, misfit: Misfit, word: str, place: Place) -> Finding:
    """The finding that a number is no answer to a question."""
    details: dict[str, Any] = bounds_told(question.numbers)
    return Finding.at(_CODES[misfit], place, question=question.id, word=word, **details)


def bounds_told(numbers: Numbers) -> dict[str, str]:
    """The bounds that there are, as a finding tells them.

    >>> bounds_told(Numbers(least=0))
    {'least': '0'}
    """
    bounds = {"least": numbers.least, "most": numbers.most}
    return {name: str(bound) for name, bound in bounds.items() if bound is not None}
