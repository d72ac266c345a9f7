"""`integraal reflecteer`: walk through the questions, keep every answer, end in the advice."""

import shlex
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.danger import Watch
from integraal.cli.exit_codes import FINDINGS, INTERRUPTED
from integraal.cli.inputs import DEFAULT_INSTRUMENT, open_instrument
from integraal.cli.interrupts import Ended, tidily_ended
from integraal.cli.interview.filled_forms import form_taken_in
from integraal.cli.interview.leaving import offer_to_keep, say_where
from integraal.cli.interview.paper_entry import Take, form_of
from integraal.cli.interview.question_card import (
    Asker,
    Done,
    card_of,
    explanation,
    review_document,
    section_of,
)
from integraal.cli.interview.reply_parser import Given, Misheard, Move
from integraal.cli.interview.session_file import Keeper, keeper_of, save, wanted_file
from integraal.cli.interview.shorter import offer_fewer, say_left, shortened
from integraal.cli.interview.ways_of_asking import asker_for
from integraal.cli.language import asked_language, words
from integraal.cli.meetings.known_network import begun, known_of
from integraal.cli.moments.choice import begin_with, day_in, past_day
from integraal.cli.output.advice_pages import pages_at_end
from integraal.cli.output.formats import Format, promised
from integraal.cli.output.marks import tell_unlimited
from integraal.cli.output.seam import show
from integraal.cli.readers import seen_by
from integraal.cli.services.opening import region_for
from integraal.engine.interview import Interview
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import Answer, Answers
from integraal.model.codes import question_codes
from integraal.model.finding import Faulty
from integraal.model.reader import Reader

if TYPE_CHECKING:
    from integraal.model.services.region import Region


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""

    def reflecteer(
        named: Annotated[str | None, options.instrument_argument()] = None,
        stdin: Annotated[str | None, typer.Argument(hidden=True)] = None,
        case: Annotated[
            str | None, options.option("--casus", key="keep", metavar=words()("metavar.file"))
        ] = None,
        source_only: Annotated[bool, options.source_only_option()] = False,
        with_text: Annotated[bool, options.option("--open-vragen", key="with_text")] = False,
        short: Annotated[bool, options.option("--kort", key="short")] = False,
        by_code: Annotated[bool, options.option("--codes", key="codes")] = False,
        out_of: Annotated[str | None, options.form_option()] = None,
        day: Annotated[
            str | None,
            options.option("--datum", key="day", metavar=words()("metavar.day"), callback=past_day),
        ] = None,
        plain: Annotated[bool, options.option("--eenvoudig", key="plain")] = False,
        wipe: Annotated[bool, options.option("--wis-scherm", key="wipe")] = False,
        region: Annotated[list[str] | None, options.region_option()] = None,
        reader: Annotated[Reader, options.option("--voor", key="reader")] = Reader.PROFESSIONAL,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
    ) -> None:
        del language  # settled before the command line was parsed
        named, take = form_taken_in(form_of(named, stdin, by_code=by_code), by_code, out_of)
        promised(case, (Format.YAML,), "--casus")
        instrument = named or DEFAULT_INSTRUMENT
        program = lower(open_instrument(instrument, words().language), source_only=source_only)
        services = region_for(regions := region or (), program.instrument)
        asker = asker_for(plain=plain)
        try:
            # Nothing is kept unless somebody asks for it.
            case = case or (wanted_file(asker, words()("keep.ask")) if sys.stdin.isatty() else None)
        except Done:
            return  # nobody wants to begin
        chosen = {
            "--alleen-bron": source_only,
            "--open-vragen": with_text,
            "--kort": short and take is None,
            "--eenvoudig": plain,
            "--wis-scherm": wipe,
            **{f"--regio={each}": True for each in regions},
            f"--voor={reader.value}": reader is not Reader.PROFESSIONAL,
            f"--taal={words().language}": words().language != asked_language([]),
        }
        again = [option for option, is_chosen in chosen.items() if is_chosen]
        try:
            begin = begin_with(asker, by_code=take is not None)
            kept = keeper_of(case, program.instrument, begin, day_in(day or ""))
            with tidily_ended(), screen.wiped_after(is_wanted=wipe), kept as keeper:
                sitting = _Sitting(program, instrument, asker, keeper, reader, again, services)
                code = sitting.run(with_text, short, take, regions)
        except Done:
            return  # nobody wants to go on with this file
        if code:
            raise typer.Exit(code)

    return reflecteer


class _Sitting:
    """One time of sitting down with an instrument."""

    def __init__(
        self,
        program: Program,
        instrument: str,
        asker: Asker,
        keeper: Keeper,
        reader: Reader,
        again: Sequence[str],
        region: "Region | None",
    ) -> None:
        self.program = program
        self.instrument = instrument
        self.asker = asker
        self.keeper = keeper
        self.reader = reader
        self.again = again
        """The options that somebody chose, for the command to go on with."""
        self.region = region
        self.watch = Watch(program)
        self.section = ""
        self.number = 0
        """Of the question on the screen before."""
        self.reviewed: str | None = None
        """The question that was opened from the review, if that is the one on the screen."""

    def run(self, with_text: bool, short: bool, take: Take | None, network: Sequence[str]) -> int:
        """Ask, let review, and show the advice; give the exit code."""
        self._welcome()
        answers = self.keeper.moment.answers
        misread = 0
        try:
            if take is not None:
                taken = take(
                    self.program,
                    self.asker,
                    answers,
                    named=self.instrument,
                    with_text=with_text,
                    took=self._took,
                    dated=self.keeper.dated,
                    agree=self.keeper.agree,
                )
                interview, misread = taken.interview, taken.misread
                self._keep(interview.answers)
            else:
                known = known_of(network, self.program, self.keeper)
                interview = begun(known, self.program, with_text=with_text, short=short)
                if known.answers != answers:
                    self._keep(known.answers)
                offer_fewer(interview)
            finished = self._ask_all(interview)
        except Ended:
            self._say_where("interrupted", is_asked=False)
            return INTERRUPTED
        except KeyboardInterrupt:
            self._say_where("interrupted")
            return INTERRUPTED
        except Done:
            self._say_where("keep.stopped")
            return 0
        except Faulty:
            self._say_where("keep.stopped", is_asked=False)
            raise
        if finished is not None:
            self._show_advice(finished)
        self._say_where("keep.done" if finished is not None else "keep.stopped")
        return FINDINGS if misread else 0

    def _show_advice(self, finished: Interview) -> None:
        say_left(finished)
        print()
        assessment = seen_by(self.reader, self.program, self.keeper.case)
        if assessment is not None:
            file = self.keeper.shown if self.keeper.is_kept else ""
            for page in pages_at_end(assessment, file, self.instrument, self.region):
                show(page)

    def _welcome(self) -> None:
        screen.report_all(self.keeper.notes)
        screen.tell(self.program.instrument.about)
        if self.keeper.shown:
            screen.tell(words()("keep.kept", file=self.keeper.shown))
            tell_unlimited(self.keeper.before.keep_until, self.keeper.shown)
        given = len(self.keeper.moment.answers)
        if given:
            screen.tell(words()("keep.resume", count=given))
        self.watch.begin(self.keeper.before)
        self._look(self.keeper.moment.answers)

    def _say_where(self, key: str, *, is_asked: bool = True) -> None:
        """Say how the sitting ended; before that, ask where to keep what is kept nowhere."""
        if is_asked:
            danger = self.watch.reminder
            offer_to_keep(self.asker, self.keeper, self.program.instrument, danger)
        say_where(key, self.keeper, self._command(), self.watch)

    def _command(self) -> str:
        """The command to go on with, ready to copy."""
        name = self.program.instrument.id
        named = [] if name == DEFAULT_INSTRUMENT else [self.instrument]
        kept = ["--casus", self.keeper.shown, *self.again]
        return shlex.join(["integraal", "reflecteer", *named, *kept])

    def _ask_all(self, interview: Interview) -> Interview | None:
        """Ask until all is answered and reviewed; None when somebody wants to stop."""
        while True:
            while interview.question is not None:
                moved = self._ask(interview)
                if moved is None:
                    return None
                interview = moved
            chosen = self._review(interview)
            if chosen is Move.STOP:
                return None
            if chosen is None:
                return interview
            interview = interview.go_to(str(chosen))
            self.reviewed = interview.position

    def _review(self, interview: Interview) -> str | Move | None:
        codes = question_codes(self.program.instrument)
        asked = {question.id: codes[question.id] for question in interview.questions}
        try:
            page = replace(review_document(interview, words()), alarm=self.watch.alarm)
            return self.asker.review(page, asked)
        except Done:
            return None  # everything was answered, and nobody objected

    def _ask(self, interview: Interview) -> Interview | None:
        """Ask one question; None when somebody wants to stop."""
        card = card_of(interview, self.section, self.watch.reminder, self.number)
        self.number = card.number
        self.section = section_of(self.program.instrument, card.question.id)[0]
        try:
            reply = self.asker.ask(card)
        except Misheard as line:
            self.watch.hear(line.heard, interview.answers)
            self._look(interview.answers)
            raise
        if isinstance(reply, Given):
            answered = interview.answer(reply.answer)
            self._keep(answered.answers)
            return answered
        return self._moved(interview, reply)

    def _moved(self, interview: Interview, move: Move) -> Interview | None:
        match move:
            case Move.STOP:
                return None
            case Move.BACK:
                # To the review, if it came from there.
                is_reviewed = self.reviewed == interview.position
                return replace(interview, position=None) if is_reviewed else interview.back()
            case Move.SKIP:
                return interview.skip()
            case Move.ERASE:
                erased = interview.erase()
                self._keep(erased.answers)
                return erased
            case Move.SHORT:
                self.again = [*dict.fromkeys((*self.again, "--kort"))]
                return shortened(interview)
            case Move.WHY | Move.HELP:
                show(explanation(interview, move, words()), sys.stderr)
                return interview
            case Move.BLANK:
                screen.blank()
                return interview
            case _:
                assert_never(move)

    def _took(self, answers: Answers, heard: Mapping[str, Sequence[Answer]]) -> None:
        """Keep the answers of a line of codes, and watch what was heard beside them."""
        self.watch.hear(heard, answers)
        self._keep(answers)

    def _look(self, answers: Answers) -> None:
        self.watch.look(self.keeper.with_answers(answers), answers)

    def _keep(self, answers: Answers) -> None:
        """Put the answers on disk; danger does not wait for that."""
        self._look(answers)
        save(self.keeper, self.asker, answers)
