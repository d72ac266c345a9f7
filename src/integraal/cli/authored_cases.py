"""Find and read the test cases that an author names, with the instrument that they are for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import typer

from integraal.cli import terminal as screen
from integraal.cli.exit_codes import USAGE
from integraal.cli.language import words
from integraal.model.example import Example
from integraal.model.finding import Faulty, Finding
from integraal.model.instrument import Instrument
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.examples import instrument_of, read_examples
from integraal.reading.folders import distinct, yaml_files
from integraal.reading.library import Library, header


@dataclass(frozen=True, slots=True)
class Group:
    """An instrument and the cases for it."""

    instrument: Instrument
    file: Path
    """Where the instrument stands."""
    examples: list[Example] = field(default_factory=list)


def case_files(names: Sequence[str]) -> list[Path]:
    """List the files with cases; in a folder those that say they are."""
    if not names:
        screen.tell(words()("testing.give"))
        raise typer.Exit(USAGE)
    return distinct(path for name in names for path in _in(Path(name)))


def _in(path: Path) -> Sequence[Path]:
    if not path.is_dir():
        return [path]
    found = [file for file in yaml_files(path) if _holds_cases(file)]
    if not found:
        screen.tell(words()("testing.no_cases", folder=str(path)))
        raise typer.Exit(USAGE)
    return found


def _holds_cases(path: Path) -> bool:
    top = header(path)
    return top is not None and top.kind == "test"


def read_groups(paths: Sequence[Path], given: str | None) -> list[Group]:
    """Read the cases of all files, by instrument.

    Args:
        paths: Files with cases.
        given: The file of an instrument to take for its cases; None for the usual one.

    Raises:
        Faulty: with every fault in all of them: a score over half of the cases says nothing.
    """
    groups: dict[Path, Group] = {}
    faults: list[Finding] = []
    for path in paths:
        try:
            group = _group(path, given)
            known = groups.setdefault(group.file, group)
            instrument = known.instrument
            known.examples.extend(read_examples(path, instrument, elsewhere(instrument)))
        except Faulty as faulty:
            faults.extend(faulty.findings)
    if faults:
        # An instrument that is wrong is so for every file of cases: it is said once.
        raise Faulty(list(dict.fromkeys(faults)))
    return list(groups.values())


def _group(path: Path, given: str | None) -> Group:
    """Open the instrument of a file of cases: as given, beside it, or as shipped."""
    name = instrument_of(path)
    library = Library(path.parent)
    if given:
        opened = library.instrument_file(Path(given))
        if opened.id == name:
            return Group(opened, Path(given))
    file = library.file_of(name, path)
    return Group(library.instrument_file(file), file)
