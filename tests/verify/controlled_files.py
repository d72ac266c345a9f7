"""The files in `instruments/controleer/`: what is said of each, and the cases that show it.

`<code>.yaml`, or `<code>.<variant>.yaml`, can be read and has exactly one fault; `.txt` beside it
holds what must be said. A file that needs others beside it is a folder of that name instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from integraal.model.finding import Finding
from integraal.report.proof_text import proof_text
from integraal.report.words import Words
from integraal.verify.control import Controlled, control
from integraal.verify.solver import BOUND
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "instruments" / "controleer"
TIGHT = {"not-proven": 1}
"""Bounds under which a file shows its fault; the others need none."""


@dataclass(frozen=True, slots=True)
class ControlledFile:
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

    def controlled(self) -> Controlled:
        return _controlled(self.path, TIGHT.get(self.name, BOUND))

    def text(self) -> str:
        """Give all that is said of it in Dutch, without the folder it happens to be in."""
        done = self.controlled()
        said = proof_text(done.findings, done.proofs, done.files, Words("nl"))
        return said.replace(f"{FOLDER}/", "")


@cache
def _controlled(path: Path, bound: int) -> Controlled:
    return control([path], lambda _, __: (), bound)


def controlled_files() -> Iterator[ControlledFile]:
    """Walk through all of them."""
    for path in sorted(FOLDER.iterdir()):
        if path.suffix != ".txt":
            yield ControlledFile(path)


def witness(finding: Finding) -> str:
    """Give the cases that show a finding; empty when there are none."""
    return dict(finding.details).get("witness", "")
