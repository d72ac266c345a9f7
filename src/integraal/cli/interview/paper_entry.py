"""Take in the answers of a form on paper by their codes, and put the misread ones again."""

import re
import shlex
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

import typer

from integraal.cli import terminal as screen
from integraal.cli.inputs import STDIN
from integraal.cli.interview.paper_codes import Codes, MisreadCode
from integraal.cli.interview.plain_lines import forget_typed_ahead
from integraal.cli.interview.question_card import Asker, Done
from integraal.cli.language import words
from integraal.cli.moments.paper_agreements import Agree, PaperAgreements
from integraal.engine.interpreter import without_dropped
from integraal.engine.interview import Interview
from integraal.engine.program import Program
from integraal.model.answers import Answer, Answers
from integraal.model.codes import agreement_letter, example_codes, form_check
from integraal.model.finding import Faulty, Finding, Place
from integraal.model.instrument import Instrument
from integraal.privacy.discreet import hidden
from integraal.reading.library import Library
from integraal.report.phrases.answer import answer_text
from integraal.report.phrases.finding import finding_remedy, finding_sentence
from integraal.report.render.visible import visible
from integraal.words.numbers import wanted

_CHECK = re.compile(r"[2-9][a-z0-9]{3}", re.IGNORECASE)
"""What looks like the check of some form."""
_STDIN = Place("stdin", 1, 1)


@dataclass(frozen=True, slots=True)
class Taken:
    """The answers of the paper, and what is still to be asked."""

    interview: Interview
    """Stands at the first question whose code was misread, or at the review."""
    misread: int
    """Codes that were misread and that nobody will be asked about."""


class Take(Protocol):
    """Takes in a form: what was typed from paper, or what stands in a file."""

    def __call__(
        self,
        program: Program,
        asker: Asker,
        answers: Answers,
        *,
        named: str,
        with_text: bool,
        took: Callable[[Answers, Mapping[str, Sequence[Answer]]], None],
        dated: Callable[[date], date | None],
        agree: Agree,
    ) -> Taken:
        """Take it in; see `take_codes`."""


def form_of(named: str | None, behind: str | None, *, by_code: bool) -> str | None:
    """Which form codes are of; beside it there may be `-`, for codes from stdin.

    Args:
        named: The first word of the command, if there is one.
        behind: The second.
        by_code: Whether codes are taken in at all.

    Raises:
        typer.BadParameter: for a word that does not belong there, or codes of no form.
    """
    if named == STDIN:
        named, behind = behind, named
    if behind is not None and not (by_code and behind == STDIN):
        raise typer.BadParameter(words()("usage.word_too_many", word=behind))
    if by_code and named is None:
        # The same codes mean something else on another form.
        raise typer.BadParameter(words()("usage.codes_of"), param_hint="--codes")
    return named


def take_codes(
    program: Program,
    asker: Asker,
    answers: Answers,
    *,
    named: str,
    with_text: bool,
    took: Callable[[Answers, Mapping[str, Sequence[Answer]]], None],
    dated: Callable[[date], date | None],
    agree: Agree,
) -> Taken:
    """Read the check of the form, and then lines of codes until an empty one.

    Args:
        program: The lowered instrument.
        asker: Reads the lines.
        answers: Those that there are already; a code replaces one.
        named: The instrument as the user named it.
        with_text: Whether questions that are only asked on request are asked.
        took: Is told after each line what is known by then, and what was heard at questions of
            which nobody knows the answer: danger does not wait for the last line, nor for a better.
        dated: Is told the day at the head of the form; gives the day that the answers have if that
            is another one, which stays.
        agree: Is told each agreement behind a code of its own.

    Raises:
        Done: if nobody has the check.
        Faulty: if what is piped does not begin with it.
    """
    say, codes, instrument = words(), Codes(), program.instrument
    screen.tell(say("codes.form", title=instrument.title, instrument=instrument.id))
    # The codes may stand behind the check, on its line.
    line = _behind_check(asker, instrument, named)
    screen.tell(say("codes.how", example=" ".join(example_codes(instrument))))
    screen.tell(say("agreed.how", letter=agreement_letter(instrument)))
    agreed = PaperAgreements(instrument, asker, agree)
    while line := line or _line(asker):
        before, day = dict(codes.answers), codes.day
        line = agreed.take(line)
        for misread in codes.take(instrument, line):
            tell_misread(instrument, misread)
        _tell_added(instrument, before, codes)
        if codes.day not in (None, day):
            tell_day(codes.day, dated(codes.day))
        took(Answers({**answers, **codes.answers}), codes.heard)
        line = ""
    taken = settled(program, codes, answers, with_text=with_text)
    return replace(taken, misread=taken.misread + len(agreed.misread))


def settled(program: Program, codes: Codes, answers: Answers, *, with_text: bool) -> Taken:
    """Say what was taken over, and where to go on.

    Args:
        program: The lowered instrument.
        codes: All that was read.
        answers: Those that there were already.
        with_text: Whether questions that are only asked on request are asked.
    """
    say, instrument = words(), program.instrument
    _tell_changes(instrument, answers, codes)
    known = Answers({**answers, **codes.answers})
    kept = without_dropped(program, known)
    dropped = [name for name in codes.answers if name not in kept]
    screen.tell(say("codes.taken", count=len(codes.answers) - len(dropped)))
    if dropped:
        names = say.listed([instrument.question(name).name for name in dropped])
        screen.tell(say("codes.dropped", questions=names))
    # Who is asked again, is asked every question that was not understood, and no other.
    interview = Interview(program, kept, with_text=with_text)
    asked = {question.id for question in interview.questions}
    again = frozenset(_doubted(codes) & asked if sys.stdin.isatty() else ())
    # What was left blank on the paper was not answered; nobody is asked for it now.
    blank = frozenset(q.id for q in interview.questions if q.id not in kept) - again
    started = Interview.start(program, kept, with_text=with_text, passed=blank, again=again)
    dealt_with = codes.answers.keys() | again
    left = [code for code in codes.misread if code.question not in dealt_with]
    return Taken(started, len(left))


def _behind_check(asker: Asker, instrument: Instrument, named: str) -> str:
    """Ask for the check until it is that of this form; give what was typed behind it."""
    is_typed = sys.stdin.isatty()
    while True:
        typed, *behind = re.split(r"[\s;,]+", _check_line(asker, is_typed=is_typed), maxsplit=1)
        if typed.upper() == form_check(instrument):
            return "".join(behind)
        wrong = wrong_check(typed, instrument, named)
        if not is_typed:
            raise Faulty([wrong])
        forget_typed_ahead()
        screen.tell(finding_sentence(wrong, words()))
        screen.tell(finding_remedy(wrong, words()))


def wrong_check(typed: str, instrument: Instrument, named: str, place: Place = _STDIN) -> Finding:
    """What is said of something that is not the check of this form."""
    form = shlex.join(["integraal", "checklist", Path(named).name])
    if not _CHECK.fullmatch(typed):
        return Finding.at("form-check-missing", place, form=form)
    library = Library()
    others = [each.id for each in library.headers("instrument") if each.id != instrument.id]
    has_it = (name for name in others if form_check(library.instrument(name)) == typed.upper())
    other = next(has_it, "")
    way = "elsewhere" if other else ""
    return Finding.at("form-of-other-codes", place, typed=typed, form=form, other=other, way=way)


def _check_line(asker: Asker, *, is_typed: bool) -> str:
    """Read the line with the check; on a terminal nobody has to know it."""
    try:
        line = asker.line(words()("codes.check"))
    except Done:
        if is_typed:
            raise
        return ""
    if is_typed and not line:
        raise Done
    return line


def _line(asker: Asker) -> str:
    try:
        return asker.line(words()("codes.ask"))
    except Done:
        return ""  # the end of what was piped


def _doubted(codes: Codes) -> set[str]:
    """The questions of which nobody knows what was meant."""
    return {code.question for code in codes.misread if code.question} - codes.answers.keys()


def tell_misread(instrument: Instrument, misread: MisreadCode) -> None:
    """Say what was not understood, and what would be."""
    told = {"typed": visible(hidden(misread.typed))}
    if misread.question:
        told["wanted"] = wanted(instrument.question(misread.question), words())
    screen.tell(words()(misread.key, **told))


def _tell_added(instrument: Instrument, before: dict[str, Answer], codes: Codes) -> None:
    """Which answers became another by boxes that were typed on a later line."""
    for name, old in before.items():
        new = codes.answers.get(name, old)
        if new != old:
            question = instrument.question(name)
            told = answer_text(question, new, words())
            screen.tell(words()("codes.added", question=question.name, answer=told))


def tell_day(typed: date, other: date | None) -> None:
    """Say which day the answers have: that of the form, or another that they had already."""
    say = words()
    if other is None:
        screen.tell(say("codes.day", day=say.date(typed)))
    else:
        screen.tell(say("codes.day_is_other", typed=say.date(typed), day=say.date(other)))


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
