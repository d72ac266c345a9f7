"""Keep the answers of one sitting on disk, and everybody else's hands off them meanwhile."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import typer

from integraal.cli import terminal as screen
from integraal.cli.inputs import open_case
from integraal.cli.interview.question_card import Asker, Done
from integraal.cli.language import words
from integraal.cli.output.formats import Format, promised
from integraal.cli.output.paths import usable_path
from integraal.model.answers import Answers
from integraal.model.case import Case, Moment, pseudonym_of
from integraal.model.finding import faulty
from integraal.model.instrument import Instrument
from integraal.privacy.case_check import check_pseudonym
from integraal.reading.cases.case_writer import CaseWriter
from integraal.reading.cases.casefile import CaseFile
from integraal.reading.storage.atomic_write import leftovers
from integraal.words.words import typed_in_any_language

KEEP_DAYS = 365
"""How long a new case file says it may be kept; our choice, to be changed by hand."""


class Keeper:
    """Where the answers of this sitting go: a case file, or nowhere."""

    def __init__(self, case_file: CaseFile, writer: CaseWriter | None, shown: str) -> None:
        self.case = case_file.case
        self.notes = case_file.notes
        self.shown = shown
        """The path as the user wrote it; empty when nothing is kept."""
        self._writer = writer
        self._has_day = bool(shown) and Path(shown).exists()
        """Whether the file was there before this sitting, and its day with it."""

    def with_answers(self, answers: Answers) -> Case:
        """The case, with these answers at its latest moment."""
        latest = replace(self.case.latest, answers=answers)
        return replace(self.case, moments=(*self.case.moments[:-1], latest))

    def dated(self, day: date) -> date | None:
        """Date answers that nobody gave before this sitting.

        Returns: The day of the answers that there were, if that is another one; it stays.
        """
        if self._has_day:
            return self.case.latest.day if self.case.latest.day != day else None
        latest = replace(self.case.latest, day=day)
        self.case = replace(self.case, moments=(*self.case.moments[:-1], latest))
        if self._writer is not None:
            self._writer.dated(day)
        return None

    def save(self, answers: Answers) -> None:
        """Put the answers on disk.

        Raises:
            Faulty: if that did not work; what was on disk still is.
        """
        self.case = self.with_answers(answers)
        if self._writer is not None:
            self._writer.save(answers)


def wanted_file(asker: Asker) -> str | None:
    """Ask where the answers go; None to keep nothing.

    A word that answers the question before the name, such as *nee*, is no name of a file, in
    whatever language it is said.

    Raises:
        Done: if somebody would rather stop.
    """
    question = words()("keep.ask")
    while typed := asker.line(question):
        word = typed.casefold().rstrip(".!")
        if word in typed_in_any_language("typed.no"):
            return None
        if word in typed_in_any_language("typed.stop"):
            raise Done
        if word in typed_in_any_language("typed.yes"):
            question = words()("keep.name")
            continue
        try:
            promised(typed, (Format.YAML,), "--casus")
        except typer.BadParameter as problem:
            screen.tell(problem.message)
            continue
        return typed
    return None


def keep_nothing() -> Keeper:
    """Keep the answers in memory only."""
    moment = Moment(date.today(), Answers())
    return Keeper(CaseFile(Case("-", moments=(moment,)), ()), None, "")


@contextmanager
def kept_in(name: str, instrument: Instrument) -> Iterator[Keeper]:
    """Keep the answers in a case file, new or existing, that nobody else is using.

    Raises:
        Faulty: if the file cannot be read, or another process has it.
    """
    # A link is followed: two ways to one file are still one file.
    path = Path(os.path.realpath(usable_path(name)))
    if not path.exists():
        check_pseudonym(pseudonym_of(path.stem), name)
        check_pseudonym(path.stem, name)
    with _alone_with(path):
        for left_behind in leftovers(path):
            left_behind.unlink(missing_ok=True)  # by a save that was killed
        is_new = not path.exists()
        case_file = CaseFile(_new_case(path), ()) if is_new else open_case(name, instrument)
        yield Keeper(case_file, CaseWriter(path, case_file.case, instrument), name)


def _new_case(path: Path) -> Case:
    today = date.today()
    moment = Moment(today, Answers())
    return Case(
        pseudonym_of(path.stem), moments=(moment,), keep_until=today + timedelta(days=KEEP_DAYS)
    )


@contextmanager
def _alone_with(path: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    if not path.parent.is_dir():
        raise faulty("no-such-folder", path, folder=path.parent)
    file = path.with_name(f".{path.name}.lock")
    lock = FileLock(file)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise faulty("case-in-use", path) from None
    except OSError as error:
        raise faulty("not-saved", path, reason=error.strerror or str(error)) from None
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            file.unlink()
        lock.release()
