"""Keep the answers of one sitting on disk, and everybody else's hands off them meanwhile."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import typer

from integraal.cli import terminal as screen
from integraal.cli.interview.question_card import Asker, Done
from integraal.cli.language import words
from integraal.cli.moments.choice import Begin, Start
from integraal.cli.moments.days import opened_by_day
from integraal.cli.moments.json_case import say_if_json
from integraal.cli.output.formats import Format, promised
from integraal.cli.output.paths import usable_path
from integraal.model.answers import Answers
from integraal.model.case import Agreement, Case, Moment, pseudonym_of
from integraal.model.case.timeline import look, without_calm
from integraal.model.finding import Faulty
from integraal.model.instrument import Instrument
from integraal.privacy.case_check import check_pseudonym, name_doubts
from integraal.privacy.discreet import without
from integraal.privacy.retention import kept_from
from integraal.reading.cases.case_writer import CaseWriter
from integraal.reading.cases.casefile import CaseFile
from integraal.reading.storage.atomic_write import leftovers
from integraal.reading.storage.locks import alone_with
from integraal.reading.storage.standing import check_not_read_only
from integraal.words.words import typed_in_any_language


class Keeper:
    """Where the answers of this sitting go: a case file, or nowhere."""

    def __init__(
        self, case_file: CaseFile, moment: Moment, writer: CaseWriter | None, shown: str
    ) -> None:
        self.before = case_file.case
        """The case as it was on file when this sitting began."""
        self.notes = case_file.notes
        self.moment = moment
        """That of this sitting."""
        self.shown = shown
        """The path as the user wrote it; empty when nothing is kept."""
        self._writer = writer
        self._has_day = bool(shown) and Path(shown).exists()
        """Whether the file was there before this sitting, and its day with it."""
        self._kept_all = True
        """Whether all that was to be saved was."""

    @property
    def case(self) -> Case:
        """The case, with the moment of this sitting as it is now."""
        return self.with_answers(self.moment.answers)

    def with_answers(self, answers: Answers) -> Case:
        """The case, with these answers at the moment of this sitting."""
        own = replace(self.moment, answers=answers)
        others = (moment for moment in self.before.moments if moment.day != own.day)
        moments = sorted((*others, own), key=lambda moment: moment.day or date.min)
        return replace(self.before, moments=tuple(moments))

    def dated(self, day: date) -> date | None:
        """Date answers that nobody gave before this sitting.

        Returns: The day of the answers that there were, if that is another one; it stays.
        """
        answered = {each.day for each in (*self.before.moments, *self.before.ahead)}
        is_taken = day in {each.day for each in self.before.every_moment}
        if self._has_day and (is_taken or self.moment.day in answered):
            return self.moment.day if self.moment.day != day else None
        self.moment = replace(self.moment, day=day)
        if not self._has_day:
            self.before = replace(self.before, moments=(self.moment,))
        if self._writer is not None:
            self._writer.dated(day)
        return None

    def save(self, answers: Answers) -> None:
        """Put the answers on disk.

        Raises:
            Faulty: if that did not work.
        """
        self.moment = replace(self.moment, answers=answers)
        if self._writer is not None:
            self._kept_all = False
            self._writer.save(answers)
            self._kept_all = True

    def go_on_in(self, other: "Keeper") -> None:
        """Keep these answers where those of another keeper go, once they are there."""
        self.shown, self._writer = other.shown, other._writer
        self.before = replace(self.before, keep_until=other.before.keep_until)

    @property
    def is_new(self) -> bool:
        """Whether the file came to be in this sitting."""
        return not self._has_day

    @property
    def is_kept(self) -> bool:
        """Whether the answers stand in a file now."""
        return self.where() == "keep.where"

    def where(self) -> str:
        """Where the answers of this sitting are now, by the key of the sentence that says so."""
        if self._writer is None:
            return "keep.lost"
        is_there, is_ours = self._writer.path.exists(), self._writer.is_on_disk
        match (is_there, is_ours, self._kept_all):
            case (True, True, True):
                return "keep.where"
            case (True, True, False):
                return "keep.not_saved_last"
            case (True, False, _):
                return "keep.changed"
            case (False, True, True):
                return "keep.nothing_yet"
            case (False, True, False):
                return "keep.not_saved_at_all"
            case _:
                return "keep.gone"

    def agree(self, agreements: Sequence[Agreement]) -> bool:
        """Put agreements on disk; say whether anything is kept.

        Raises:
            Faulty: as `save`.
        """
        self.moment = replace(self.moment, agreements=(*self.moment.agreements, *agreements))
        if self._writer is not None:
            self._writer.agree(agreements)
        return self._writer is not None


def save(keeper: Keeper, asker: Asker, answers: Answers) -> None:
    """Put the answers on disk; on a terminal, let the user mend what stood in the way.

    Raises:
        Faulty: if nobody is there to mend it, or somebody gives up.
    """
    while True:
        try:
            keeper.save(answers)
        except Faulty as faulty:
            screen.report_all(faulty.findings)
            is_there = sys.stdin.isatty()
            if not is_there or _is_stop(asker.line(words()("keep.retry"))):
                raise
        else:
            return


def _is_stop(typed: str) -> bool:
    return typed.casefold() in words().typed("typed.stop")


def wanted_file(asker: Asker, question: str) -> str | None:
    """Ask where the answers go; None to keep nothing.

    A word that answers the question before the name, such as *nee*, is no name of a file, in
    whatever language it is said.

    Raises:
        Done: if somebody would rather stop.
    """
    while typed := asker.line(question):
        word = typed.casefold().rstrip(".!")
        if word in typed_in_any_language("typed.no"):
            return None
        if word in typed_in_any_language("typed.stop"):
            raise Done
        # Nor is a sign alone, such as the question mark that is help elsewhere.
        no_names = {*typed_in_any_language("typed.yes"), *typed_in_any_language("typed.help")}
        if word in no_names or not any(map(str.isalnum, word)):
            question = words()("keep.name")
            continue
        try:
            promised(typed, (Format.YAML,), "--casus")
        except typer.BadParameter as problem:
            screen.tell(without(problem.message, [typed]))
            continue
        return typed
    return None


def keep_nothing(day: date | None = None) -> Keeper:
    """Keep the answers in memory only."""
    moment = Moment(day or date.today(), Answers())
    return Keeper(CaseFile(Case("-", moments=(moment,)), ()), moment, None, "")


@contextmanager
def keeper_of(
    name: str | None, instrument: Instrument, begin: Begin, day: date | None
) -> Iterator[Keeper]:
    """Open where the answers go: a file, or nowhere when it has no name.

    Raises:
        Faulty: as `kept_in`.
    """
    if name is None:
        screen.tell(words()("keep.nothing"))
        yield keep_nothing(day)
        return
    with kept_in(name, instrument, begin, day) as keeper:
        yield keeper


@contextmanager
def kept_in(
    name: str, instrument: Instrument, begin: Begin, day: date | None = None
) -> Iterator[Keeper]:
    """Keep the answers in a case file, new or existing, that nobody else is using.

    Args:
        name: Of the file, as the user wrote it.
        instrument: Whose questions are answered.
        begin: Asks what has to be known of a file of another day.
        day: On which the answers were given; None for today.

    Raises:
        Faulty: if the file cannot be read, or another process has it.
    """
    # A link is followed: two ways to one file are still one file.
    path = Path(os.path.realpath(usable_path(name)))
    if not path.exists():
        check_pseudonym(pseudonym_of(path.stem), name)
        check_pseudonym(path.stem, name)
        screen.report_all(name_doubts(path.stem, name))
    with alone_with(path):
        check_not_read_only(path)
        for left_behind in leftovers(path):
            left_behind.unlink(missing_ok=True)  # by a save that was killed
        if not path.exists():
            case_file = CaseFile(_new_case(path, day), ())
            moment = case_file.case.latest
        else:
            say_if_json(path)
            case_file = opened_by_day(path, name, instrument, begin)
            moment = _moment_of(case_file.case, instrument, begin, day)
        writer = CaseWriter(path, case_file.case, instrument, moment.day)
        yield Keeper(case_file, moment, writer, name)


def _new_case(path: Path, day: date | None) -> Case:
    today = date.today()
    moment = Moment(day or today, Answers())
    return Case(pseudonym_of(path.stem), moments=(moment,), keep_until=kept_from(today))


def _moment_of(case: Case, instrument: Instrument, begin: Begin, day: date | None) -> Moment:
    """The moment to which the answers of this sitting belong: an old one is never written over."""
    wanted = day or date.today()
    answered = (*case.moments, *case.ahead)
    there = next((each for each in answered if each.day == wanted), None)
    if case.latest.day is None and day is None:
        there = case.latest  # nobody knows which day that is
    if there is not None:
        _check_open(there, instrument, day)
        return there
    before = look(instrument, case)
    version = ((instrument.id, instrument.version),)
    if begin.start(before.moment) is Start.ANEW:
        return Moment(wanted, Answers(), version)
    own = {question.id for question in instrument.questions()}
    strange = [name for name in before.answers if name not in own]
    return Moment(wanted, without_calm(instrument, before.answers).without(*strange), version)


def _check_open(there: Moment, instrument: Instrument, day: date | None) -> None:
    """Refuse a day that was named, and on which the instrument was answered before.

    Raises:
        typer.BadParameter: saying so.
    """
    is_old = day is not None and day < date.today()
    if is_old and instrument.id in dict(there.versions):
        problem = words()("usage.day_taken", day=words().date(day) if day else "")
        raise typer.BadParameter(problem, param_hint="--datum")
