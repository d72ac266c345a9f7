"""The files in `bad/`: how each is read, and what is said of it.

`bad/<code>.yaml`, or `bad/<code>.<variant>.yaml`, has exactly one fault; `.txt` beside it holds
what must be said. A file that needs others beside it is a folder of that name instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from integraal.model.finding import Faulty, Finding
from integraal.reading.casefile import read_case
from integraal.reading.library import Library
from integraal.report.findings_text import finding_text
from integraal.report.words import Words
from tests.reading.helpers import TESTS, good, nowhere

BAD_INSTRUMENTS = TESTS / "instruments" / "bad"
BAD_CASES = TESTS / "casefiles" / "bad"


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file, or a folder of files, with one fault."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name.removesuffix(".yaml")

    @property
    def code(self) -> str:
        return self.name.partition(".")[0]

    @property
    def expected(self) -> Path:
        return self.path.with_name(f"{self.name}.txt")

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
    for folder in (BAD_INSTRUMENTS, BAD_CASES):
        for path in sorted(folder.iterdir()):
            if path.suffix != ".txt":
                yield BadFile(path)


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
