"""Open what a user names: an instrument by id or file, a case by file or from stdin."""

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.cli.language import words
from integraal.model.case import Case
from integraal.model.finding import Faulty, Finding, faulty
from integraal.model.instrument import Instrument, Question
from integraal.privacy.identifiers import identifiers
from integraal.reading.casefile import CaseFile, Elsewhere, case_from_tree
from integraal.reading.files import MAX_BYTES, decoded
from integraal.reading.ledger import note
from integraal.reading.library import Library, header
from integraal.reading.trees import read_tree
from integraal.reading.yaml_tree import Mapping, Node, Sequence, compose, find

if TYPE_CHECKING:
    from integraal.model.region import Region

DEFAULT_INSTRUMENT = "voor-wie-doen-we-wat"
STDIN = "-"


def open_instrument(name: str, language: str) -> Instrument:
    """Open an instrument: a path if it looks like one, else the id of one in the library.

    Raises:
        Faulty: if there is none, or anything is wrong with it.
    """
    top = header(Path(name)) if os.path.isfile(name) else None  # noqa: PTH113 - any name
    if top is not None and top.kind not in ("instrument", ""):
        raise faulty(
            "not-an-instrument",
            name,
            kind=words()(f"kind.{top.kind}") if f"kind.{top.kind}" in words() else top.kind,
        )
    if name.endswith((".yaml", ".yml")) or os.path.isfile(name):  # noqa: PTH113 - any name
        return Library().instrument_file(Path(name), language)
    return Library().instrument(name, language)


def open_case(name: str, instrument: Instrument) -> CaseFile:
    """Open a case file, or the case on stdin.

    Raises:
        Faulty: with every fault in it, and if its id has the shape of a person's number.
    """
    if "\0" in name:
        raise faulty("not-a-file", name)
    if name == STDIN:
        tree, shown = _stdin_tree(), "stdin"
    else:
        tree, shown = read_tree(Path(name)), name
    case_file = case_from_tree(tree, instrument, elsewhere(instrument))
    check_case(case_file.case, shown)
    return case_file


def instruments_of(name: str) -> list[str]:
    """List the instruments that a case says it was answered with; else the first instrument.

    What is wrong with the case is said when it is read.
    """
    if name == STDIN or "\0" in name:
        return [DEFAULT_INSTRUMENT]
    try:
        tree = read_tree(Path(name))
    except Faulty:
        return [DEFAULT_INSTRUMENT]
    moments = find(tree, ("moments",))
    parts = [tree, *(moments.items if isinstance(moments, Sequence) else ())]
    named = [part.get("instruments") for part in parts if isinstance(part, Mapping)]
    used = [key.value for part in named if isinstance(part, Mapping) for key, _ in part.entries]
    known = {header.id for header in Library().headers("instrument")}
    return [n for n in dict.fromkeys(used) if n is not None and n in known] or [DEFAULT_INSTRUMENT]


def instrument_for(name: str) -> str:
    """Say with which instrument a case is looked at where nobody names one.

    That is the first instrument, unless the case says that it was answered with others only: then
    the last of those.
    """
    used = instruments_of(name)
    return DEFAULT_INSTRUMENT if DEFAULT_INSTRUMENT in used else used[-1]


def open_region(name: str, instrument: Instrument) -> "Region":
    """Open the file in which a region names its services.

    Raises:
        Faulty: with every fault in it.
    """
    from integraal.reading.regions import read_region

    return read_region(Path(name), instrument)[0]


@contextlib.contextmanager
def put_down() -> Iterator[Path]:
    """Give a folder for what comes through stdin and goes to stdout, and clear it away.

    Raises:
        Faulty: as what is done with it; what is about a file in it names `stdin` or `stdout`.
    """
    with tempfile.TemporaryDirectory(prefix="integraal-") as folder:
        try:
            yield Path(folder)
        except Faulty as faulty:
            raise Faulty(
                [_called_by_user(finding, folder) for finding in faulty.findings]
            ) from None


def _called_by_user(finding: Finding, folder: str) -> Finding:
    path = Path(finding.place.file)
    if not path.is_relative_to(folder):
        return finding
    return replace(finding, place=replace(finding.place, file=path.stem))


def table_path(name: str, scratch: Path) -> Path:
    """Give the table to read; what comes through stdin is CSV, and is put down first.

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


def _stdin_tree() -> Node:
    with contextlib.suppress(OSError):  # a stdin that is no file at all
        note(os.fstat(sys.stdin.fileno()))
    tree, findings = compose(decoded(sys.stdin.buffer.read(MAX_BYTES + 1), "stdin"), "stdin")
    if findings or tree is None:
        raise Faulty(findings)
    return tree


def elsewhere(instrument: Instrument) -> Elsewhere:
    """Find questions that other instruments ask; they are read only when one is met."""
    found: dict[str, Question] = {}
    read: list[str] = []

    def find(question: str) -> Question | None:
        if not read:
            read.append(instrument.id)
            library = Library()
            for header in library.headers("instrument"):
                # A faulty neighbour has nothing to do with this case.
                with contextlib.suppress(Faulty):
                    other = library.instrument_file(header.path)
                    if other.id != instrument.id:
                        found.update({asked.id: asked for asked in other.questions()})
        return found.get(question)

    return find


def asked_by(case: Case, instrument: Instrument) -> list[str]:
    """Name the other instruments that ask what this case answers and this instrument does not."""
    own = {question.id for question in instrument.questions()}
    answered = {name for moment in case.moments for name in moment.answers} - own
    if not answered:
        return []
    library = Library()
    found = []
    for known in library.headers("instrument"):
        # A faulty neighbour has nothing to do with this case.
        with contextlib.suppress(Faulty):
            other = library.instrument_file(known.path)
            if answered & {question.id for question in other.questions()}:
                found.append(other.id)
    return found


def check_case(case: Case, file: str) -> None:
    """Refuse a case whose name or free texts have the shape of what identifies a person.

    Raises:
        Faulty: with every place where that is so. What it says is not repeated.
    """
    check_pseudonym(case.id, file)
    texts = [
        (name, str(answer))
        for moment in case.moments
        for name, answer in moment.answers.items()
        if isinstance(answer, str)
    ]
    agreed = [agreement for moment in case.moments for agreement in moment.agreements]
    texts += [("agreements", f"{one.what} · {one.who}") for one in agreed]
    faults = []
    for where, text in texts:
        if kinds := identifiers(text):
            named = ", ".join(words()(f"identifier.{kind.value}") for kind in kinds)
            faults.append(Finding.at("text-identifies", file, where=where, kinds=named))
    if faults:
        raise Faulty(faults)


def check_pseudonym(name: str, file: str) -> None:
    """Refuse a case id that has the shape of a number or address of a person.

    Raises:
        Faulty: if it has.
    """
    kinds = identifiers(name)
    if kinds:
        named = ", ".join(words()(f"identifier.{kind.value}") for kind in kinds)
        raise faulty("case-id-identifies", file, kinds=named)


def pseudonym_for(path: Path) -> str:
    """Make a case id out of the name of a new case file.

    >>> pseudonym_for(Path("C 2041!.yaml"))
    'C-2041'
    """
    kept = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "-" for c in path.stem)
    return kept.strip("._-")[:64] or "casus"
