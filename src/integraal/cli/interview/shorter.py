"""Offer to ask only what can still change the advice, and do so from here on."""

import sys

from integraal.cli import terminal as screen
from integraal.cli.language import words
from integraal.engine.interview import Interview


def offer_fewer(interview: Interview) -> None:
    """Say how to be asked less, where somebody is there to be asked."""
    if sys.stdin.isatty() and interview.question is not None and not interview.short:
        screen.tell(words()("short.offer"))


def shortened(interview: Interview) -> Interview:
    """Go on with only what can still change the advice, and say so; what was skipped stays so."""
    screen.tell(words()("short.on"))
    if interview.short:
        return interview
    return Interview.start(
        interview.program,
        interview.answers,
        with_text=interview.with_text,
        short=True,
        passed=interview.passed,
    )


def say_left(interview: Interview) -> None:
    """Say what a short sitting did not ask."""
    left = [question.name for question in interview.left_unasked]
    key = "short.left" if interview.program.instrument.scale else "short.left_routes"
    if interview.short and left:
        screen.tell(words()(key, questions=words().listed(left)))
