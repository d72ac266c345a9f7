"""The files in `bad/`: how each is read, and what is said of it.

`bad/<code>.yaml`, or `bad/<code>.<variant>.yaml`, has exactly one fault; `.txt` beside it holds
what must be said. A file that needs others beside it is a folder of that name instead.
"""

from collections.abc import Iterator
from pathlib import Path

from integraal.model.finding import Faulty, Finding
from integraal.reading.cases.casefile import read_case
from integraal.reading.library import Library
from integraal.report.phrases.finding import finding_text
from integraal.words.words import Words
from tests.faulty_files import FaultyFile, paths_in
from tests.reading.helpers import TESTS, good, nowhere

BAD_INSTRUMENTS = TESTS / "instruments" / "bad"
BAD_CASES = TESTS / "casefiles" / "bad"


class BadFile(FaultyFile):
    """A file, or a folder of files, with one fault."""

    def findings(self) -> tuple[Finding, ...]:
        """Read it, and give all that is said of it."""
        try:
            return _read_case(self.path) if BAD_CASES in self.path.parents else _read(self.path)
        except Faulty as faulty:
            return faulty.findings

    def text(self) -> str:
        """Give what is said of it in Dutch, without the folder it happens to be in."""
        folder = self.path if self.path.is_dir() else self.path.parent
        said = "\n".join(finding_text(finding, Words("nl")) for finding in self.findings())
        return said.replace(f"{folder}/", "") + "\n"


def bad_files() -> Iterator[BadFile]:
    """Walk through all of them."""
    yield from map(BadFile, paths_in(BAD_INSTRUMENTS, BAD_CASES))


def _read_case(path: Path) -> tuple[Finding, ...]:
    return read_case(path, good("routes.yaml"), nowhere).notes


def _read(path: Path) -> tuple[Finding, ...]:
    library = Library(path if path.is_dir() else path.parent, cache=None)
    if path.is_file():
        library.instrument_file(path)
        return ()
    instrument = library.instrument_file(path / "questions.yaml")
    has_translations = (path / "translations").is_dir()
    return library.overlay_findings(instrument, "fr") if has_translations else ()
