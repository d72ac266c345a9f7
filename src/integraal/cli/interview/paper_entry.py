"""Take in the answers of a form on paper by their codes, and put the misread ones again."""

import sys
from dataclasses import dataclass

from integraal.cli import terminal as screen
from integraal.cli.interview.paper_codes import Codes, MisreadCode
from integraal.cli.interview.question_card import Asker, Done
from integraal.cli.language import words
from integraal.engine.interpreter import without_dropped
from integraal.engine.interview import Interview
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.instrument import Instrument
from integraal.report.phrases.answer import answer_text
from integraal.report.render.visible import visible


@dataclass(frozen=True, slots=True)
class Taken:
    """The answers of the paper, and what is still to be asked."""

    interview: Interview
    """Stands at the first question whose code was misread, or at the review."""
    misread: int
    """Codes that were misread and that nobody will be asked about."""


def take_codes(program: Program, asker: Asker, answers: Answers, *, with_text: bool) -> Taken:
    """Read lines of codes until an empty one.

    Args:
        program: The lowered instrument.
        asker: Reads the lines.
        answers: Those that there are already; a code replaces one.
        with_text: Whether questions that are only asked on request are asked.
    """
    say, codes, instrument = words(), Codes(), program.instrument
    screen.tell(say("codes.form", title=instrument.title, instrument=instrument.id))
    screen.tell(say("codes.how"))
    while line := _line(asker):
        for misread in codes.take(instrument, line):
            _tell(misread)
    _tell_changes(instrument, answers, codes)
    known = Answers({**answers, **codes.answers})
    kept = without_dropped(program, known)
    dropped = [name for name in codes.answers if name not in kept]
    screen.tell(say("codes.taken", count=len(codes.answers) - len(dropped)))
    if dropped:
        names = say.listed([instrument.question(name).name for name in dropped])
        screen.tell(say("codes.dropped", questions=names))
    again = _doubted(codes) - answers.keys()
    if not sys.stdin.isatty():
        again = set()  # nobody is there to be asked
    interview = Interview(program, kept, with_text=with_text)
    # What was left blank on the paper was not answered; nobody is asked for it now.
    blank = frozenset(q.id for q in interview.questions if q.id not in kept) - again
    started = Interview.start(program, kept, with_text=with_text, passed=blank)
    settled = codes.answers.keys() | again
    left = [code for code in codes.misread if code.question not in settled]
    return Taken(started, len(left))


def _line(asker: Asker) -> str:
    try:
        return asker.line(words()("codes.ask"))
    except Done:
        return ""  # the end of what was piped


def _doubted(codes: Codes) -> set[str]:
    """The questions of which nobody knows what was meant."""
    return {code.question for code in codes.misread if code.question} - codes.answers.keys()


def _tell(misread: MisreadCode) -> None:
    screen.tell(words()(misread.key, typed=visible(misread.typed)))


def _tell_changes(instrument: Instrument, before: Answers, codes: Codes) -> None:
    """Which answers that were there become another, or stay since the code was misread."""
    say = words()
    for name, old in before.items():
        if name not in codes.answers and name not in _doubted(codes):
            continue
        question = instrument.question(name)
        new = codes.answers.get(name, old)
        told = {"question": question.name, "before": answer_text(question, old, say)}
        if name in _doubted(codes):
            screen.tell(say("codes.stays", **told))
        elif new != old:
            screen.tell(say("codes.changed", **told, after=answer_text(question, new, say)))
