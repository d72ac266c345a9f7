"""Say that somebody may be in danger, the moment it shows, beside whatever else there is to say."""

import sys
from collections.abc import Mapping, Sequence
from functools import cache, partial

from integraal.cli import terminal as screen
from integraal.cli.language import words
from integraal.cli.output.seam import show
from integraal.engine.dangers import gathered, heard
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import Answer, Answers
from integraal.model.case import Case
from integraal.model.case.timeline import look
from integraal.model.instrument import Instrument
from integraal.model.results.danger import Danger, country_in
from integraal.reading.cases.case_instruments import elsewhere, neighbours
from integraal.reading.cases.readable_answers import land_in, readable_answers
from integraal.reading.library import FIRST_INSTRUMENT, Library
from integraal.report.blocks import Alarm, Block, Document, Paragraph
from integraal.report.parts.danger import alarm
from integraal.report.prose import paragraph
from integraal.report.render.text import plain

_FEW = 20


def watching(instrument: Instrument) -> tuple[Program, ...]:
    """The other instruments that look for danger in a case, whatever instrument is in view."""
    return _programs(instrument.id, words().language)


@cache
def _programs(name: str, language: str) -> tuple[Program, ...]:
    return tuple(map(lower, neighbours(name, language)))


def sound(dangers: Sequence[Danger], country: str, *, within: str = "", before: str = "") -> None:
    """Say dangers on stderr, with whom to call; nothing where there are none.

    Of what the command says after it, the whole may scroll off a small screen. So the last line of
    the screen says it again in short.

    Args:
        dangers: What to say.
        country: Where the case is; empty when nobody said.
        within: Id of the instrument in view.
        before: What to say before it.
    """
    made = alarm(dangers, country, words(), within=within)
    if made is not None:
        _show(*([paragraph(before)] if before else []), made.callout)
        screen.at_end(plain(made.last), partial(_show, Paragraph(made.last)))


def in_danger(case: Case, instrument: Instrument) -> tuple[Danger, ...]:
    """The dangers that a case makes true, of whatever instrument."""
    answers = look(instrument, case).answers
    ahead = (moment.answers for moment in case.ahead)
    return gathered((lower(instrument), *watching(instrument)), answers, *ahead)


def sound_case(case: Case, instrument: Instrument) -> None:
    """Say what a case makes true, beside something that is no page about it."""
    country = country_in(case, instrument, look(instrument, case).answers)
    sound(in_danger(case, instrument), country, within=instrument.id)


def sound_refused(text: str, instrument: Instrument) -> None:
    """Say the dangers that a case shows although it is refused.

    Args:
        text: Of the case, as far as there is any.
        instrument: In view.
    """
    _sound_read(text, instrument, words()("danger.refused"))


def sound_kept(text: str) -> None:
    """Say the dangers that a case shows which is only looked up.

    Args:
        text: Of the case, as far as there is any.
    """
    instrument = Library().instrument(FIRST_INSTRUMENT, words().language)
    _sound_read(text, instrument, "")


def _sound_read(text: str, instrument: Instrument, before: str) -> None:
    read = readable_answers(text, instrument, elsewhere(instrument))
    first = heard((lower(instrument), *watching(instrument)), read)
    sound(first, land_in(text), within=instrument.id, before=before)


def sound_in(cases: Mapping[str, Sequence[Danger]], instrument: Instrument) -> None:
    """Say what several cases make true, each danger once, and in which cases.

    Args:
        cases: Dangers by the name of the case.
        instrument: In view.
    """
    every = (danger for dangers in cases.values() for danger in dangers)
    found = {(one.instrument.id, one.statement.id): one for one in every}
    sound(tuple(found.values()), "", within=instrument.id)
    if names := [name for name, dangers in cases.items() if dangers]:
        screen.tell(words()("danger.in_cases", count=len(names), cases=some(names)))


def some(names: Sequence[str]) -> str:
    """Name a few, and say that there are more."""
    return ", ".join((*names[:_FEW], *(("…",) if len(names) > _FEW else ())))


def _show(*blocks: Block) -> None:
    show(Document("", words().language, blocks), sys.stderr)


class Watch:
    """Watches over one sitting: each danger is said once, when it shows, and again at the end."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.others = watching(program.instrument)
        self.dangers: tuple[Danger, ...] = ()
        """Those that the answers so far make true."""
        self._standing: tuple[Danger, ...] = ()
        self._heard: Mapping[str, Sequence[Answer]] = {}
        self._before = Answers()
        self._new: Sequence[Danger] = ()
        self._country = ""

    def hear(self, heard: Mapping[str, Sequence[Answer]], answers: Answers) -> None:
        """Remember contradicting answers: until a question is answered anew, each may be true.

        Args:
            heard: Questions of which nobody knows what was meant, each with what was typed.
            answers: Those that are kept for now, such as an earlier one to such a question.
        """
        self._heard, self._before = heard, answers

    def begin(self, case: Case) -> None:
        """Remember what a case made true before this sitting: until somebody asked, it may be."""
        answers = look(self.program.instrument, case).answers
        self._standing = gathered((self.program, *self.others), answers)

    def look(self, case: Case, given: Answers) -> None:
        """Say what the answers of a case make true now, and did not before.

        Args:
            case: With the answers of this sitting.
            given: Those answers: they are heard, whatever was said on a later day.
        """
        instrument = self.program.instrument
        answers = look(instrument, case).answers
        before = {(danger.statement, danger.cause) for danger in self.dangers}
        self.dangers = self._seen(answers, given, *(moment.answers for moment in case.ahead))
        self._country = country_in(case, instrument, answers)
        self._new = [one for one in self.dangers if (one.statement, one.cause) not in before]
        made = self._alarm(self._new)
        if made is not None:
            _show(made.callout)

    def _seen(self, answers: Answers, *others: Answers) -> tuple[Danger, ...]:
        programs, given = (self.program, *self.others), others[0]
        found = list(gathered(programs, answers, *others))
        told = [danger.statement for danger in found]
        found += [
            danger
            for danger in self._standing
            if danger.statement not in told
            and not any(name in given for name in danger.reason.answers)
        ]
        heard = ((name, each) for name, given in self._heard.items() for each in given)
        for name, answer in heard:
            if answers.get(name) == self._before.get(name):
                more = gathered(programs, answers.with_answer(name, answer))
                told = [danger.statement for danger in found]
                found += [danger for danger in more if danger.statement not in told]
        return tuple(found)

    @property
    def reminder(self) -> str:
        """What the answers so far make true, for the next question; empty for nothing.

        With all numbers after the answer that made something true, since on a small screen the
        question pushes the rest off; after that in short, as long as it is true.
        """
        made = self.alarm
        return "" if made is None else plain(made.last if self._new else made.short)

    def again(self, *, is_done: bool) -> None:
        """Say all of it again, as the last thing on the screen."""
        made = self.alarm
        if made is None:
            return
        # The last line is there for a screen on which the rest has scrolled away.
        stopped = () if is_done else (paragraph(words()("danger.stopped")), made.callout)
        _show(*stopped, Paragraph(made.last))

    @property
    def alarm(self) -> Alarm | None:
        """All that the answers so far make true, laid out; None for nothing."""
        return self._alarm(self.dangers)

    def _alarm(self, dangers: Sequence[Danger]) -> Alarm | None:
        return alarm(dangers, self._country, words(), within=self.program.instrument.id)
