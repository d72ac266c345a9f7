"""Open a case to note something in it: nobody else has it meanwhile, and danger is said first."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer

from integraal.cli import terminal as screen
from integraal.cli.danger import sound, watching
from integraal.cli.inputs import (
    STDIN,
    instrument_for,
    open_case,
    open_instrument,
)
from integraal.cli.language import words
from integraal.cli.moments.json_case import say_if_json
from integraal.cli.output.paths import usable_path
from integraal.engine.assess import assess
from integraal.engine.lower import lower
from integraal.model.case import Case
from integraal.model.results.assessment import Assessment
from integraal.reading.cases.note_writer import NoteWriter
from integraal.reading.storage.atomic_write import leftovers
from integraal.reading.storage.locks import alone_with
from integraal.reading.storage.standing import check_not_read_only


@dataclass(slots=True)
class Notebook:
    """A case that is noted in."""

    name: str
    """As the user wrote it."""
    assessment: Assessment
    """The case under advice, as it was when it was opened."""
    writer: NoteWriter

    @property
    def case(self) -> Case:
        """The case as it is on the disk now."""
        return open_case(self.name, self.assessment.instrument).case


@contextmanager
def noting(name: str, instrument: str | None = None) -> Iterator[Notebook]:
    """Open a case file, and keep it to ourselves.

    Args:
        name: Of the file, as the user wrote it.
        instrument: Id or file of the instrument to look with; None for that of the case.

    Raises:
        Faulty: if it cannot be read, or another process has it.
    """
    if name == STDIN:
        raise typer.BadParameter(words()("usage.case_is_file"), param_hint=words()("metavar.case"))
    # A link is followed: two ways to one file are still one file.
    path = Path(os.path.realpath(usable_path(name)))
    if not path.exists():
        opened(name, instrument)  # it says so
    with alone_with(path):
        check_not_read_only(path)
        for left_behind in leftovers(path):
            left_behind.unlink(missing_ok=True)  # by a save that was killed
        assessment = opened(name, instrument)
        say_if_json(path)
        day = None if assessment.case.latest.day is None else date.today()
        yield Notebook(name, assessment, NoteWriter(path, day))


def opened(name: str, instrument: str | None = None) -> Assessment:
    """Read a case; say what is remarked about it, and its dangers.

    Raises:
        Faulty: as `open_case`.
    """
    opened_ = open_instrument(instrument or instrument_for(name), words().language)
    case_file = open_case(name, opened_)
    screen.report_all(case_file.notes)
    found = assess(lower(opened_), case_file.case, watching(opened_))
    sound(found.dangers, found.country, within=opened_.id)
    return found


def tell_of_shell(command: str) -> None:
    """Say that the shell keeps what was typed behind a command."""
    screen.tell(words()("note.shell_keeps", command=command))
