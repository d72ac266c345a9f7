"""Open what a user names: an instrument by id or file, a case by file or from stdin."""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TextIO
from weakref import WeakKeyDictionary

from integraal.cli import terminal as screen
from integraal.cli.danger import sound_refused
from integraal.cli.language import words
from integraal.cli.output.logbook import count_cases
from integraal.model.case import Case
from integraal.model.finding import Faulty, Finding, faulty
from integraal.model.instrument import Instrument
from integraal.privacy.case_check import check_case, doubts
from integraal.privacy.discreet import discreet, discreetly
from integraal.reading.cases.case_instruments import (
    check_answered_here,
    elsewhere,
    instruments_in,
    main_instrument,
)
from integraal.reading.cases.casefile import CaseFile, case_from_tree
from integraal.reading.cases.remarks import remarks_in
from integraal.reading.files import MAX_BYTES, decoded, whatever_decodes, whatever_reads
from integraal.reading.ledger import note as note_read
from integraal.reading.library import FIRST_INSTRUMENT, Library
from integraal.reading.storage.scratch import scratch_folder
from integraal.reading.trees import read_tree
from integraal.reading.yaml_tree import Node, compose

DEFAULT_INSTRUMENT = FIRST_INSTRUMENT
STDIN = "-"


def open_instrument(name: str, language: str) -> Instrument:
    """Open an instrument: a path if it looks like one, else the id of one in the library.

    Raises:
        Faulty: if there is none, or anything is wrong with it.
    """
    return Library().open(name, language)


def spoken(opened: dict[str, Instrument]) -> list[str]:
    """The languages of a page in several: without those that the instrument does not speak.

    Where there is no other the first one stays: then the page itself says in which language it is.
    """
    known = [each for each, instrument in opened.items() if instrument.language == each]
    left_out = [each for each in opened if each not in (known or [*opened][:1])]
    if left_out:
        screen.tell(words()("checklist.left_out", languages=words().listed(left_out)))
    return [each for each in opened if each not in left_out]


def open_case(name: str, instrument: Instrument, known: Iterable[str] = ()) -> CaseFile:
    """Open a case file, or the case on stdin.

    One that is refused still says what danger its readable answers show.

    Args:
        name: Of the file, or `-`.
        instrument: To read its answers with.
        known: What may stand in a text, as a desk says it of itself.

    Raises:
        Faulty: with every fault in it, if its id has the shape of a person's number, and if it
            holds what is kept apart.
    """
    shown = "stdin" if name == STDIN else name
    with _sounding_refused(name, instrument), discreetly():
        case_file = case_from_tree(_tree(name), instrument, elsewhere(instrument))
        remarks = remarks_in(_text(name))
        check_case(case_file.case, shown, remarks, known)
        check_answered_here(case_file.case, instrument, shown)
    count_cases(shown)
    found = doubts(case_file.case, shown, remarks, known)
    return replace(case_file, notes=(*map(discreet, case_file.notes), *found))


@contextlib.contextmanager
def _sounding_refused(name: str, instrument: Instrument) -> Iterator[None]:
    try:
        yield
    except Faulty:
        sound_refused(_text(name), instrument)
        raise


def read_case(
    name: str, instrument: Instrument, *, quiet: bool = False, known: Iterable[str] = ()
) -> Case:
    """Open a case, and say what is remarked about it; see `open_case`.

    Raises:
        Faulty: as `open_case`.
    """
    case_file = open_case(name, instrument, known)
    screen.report_all(() if quiet else case_file.notes)
    return case_file.case


def instruments_of(name: str) -> list[str]:
    """List the instruments that a case says it was answered with; else the first instrument.

    What is wrong with the case is said when it is read.
    """
    try:
        return instruments_in(_tree(name))
    except Faulty:
        return [DEFAULT_INSTRUMENT]


def instrument_for(name: str) -> str:
    """With which instrument a case is looked at where nobody names one."""
    return main_instrument(instruments_of(name))


@contextlib.contextmanager
def put_down() -> Iterator[Path]:
    """A folder for what comes through stdin and goes to stdout; it is cleared away.

    Raises:
        Faulty: as what is done with it; what is about a file in it names `stdin` or `stdout`.
    """
    with scratch_folder() as folder:
        try:
            yield folder
        except Faulty as faulty:
            raise Faulty(
                [_called_by_user(finding, folder) for finding in faulty.findings]
            ) from None


def _called_by_user(finding: Finding, folder: Path) -> Finding:
    path = Path(finding.place.file)
    if not path.is_relative_to(folder):
        return finding
    return replace(finding, place=replace(finding.place, file=path.stem))


def table_path(name: str, scratch: Path) -> Path:
    """The table to read; what comes through stdin is CSV, and is put down first.

    Args:
        name: A file or a folder, or `-`.
        scratch: A folder for what comes through stdin.
    """
    if name != STDIN:
        return Path(name)
    path = scratch / "stdin.csv"
    with path.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    return path


def _tree(name: str) -> Node:
    """Read a case into a tree.

    Raises:
        Faulty: with everything that is wrong with it as YAML.
    """
    if "\0" in name:
        raise faulty("not-a-file", name)
    if name != STDIN:
        return read_tree(Path(name))
    tree, findings = compose(decoded(_stdin_bytes(), "stdin"), "stdin")
    if findings or tree is None:
        raise Faulty(findings)
    return tree


def _text(name: str) -> str:
    """As much of a case as is text."""
    if name == STDIN:
        return whatever_decodes(_stdin_bytes())
    return whatever_reads(Path(name)) if "\0" not in name else ""


_READ: "WeakKeyDictionary[TextIO, bytes]" = WeakKeyDictionary()
"""What came through a stdin: it comes once, and is looked at more than once."""


def _stdin_bytes() -> bytes:
    if sys.stdin not in _READ:
        with contextlib.suppress(OSError):  # a stdin that is no file at all
            note_read(os.fstat(sys.stdin.fileno()))
        _READ[sys.stdin] = sys.stdin.buffer.read(MAX_BYTES + 1)
    return _READ[sys.stdin]
