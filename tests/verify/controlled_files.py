"""The files in `instruments/controleer/`: what is said of each, and the cases that show it.

`<code>.yaml`, or `<code>.<variant>.yaml`, can be read and has exactly one fault; `.txt` beside it
holds what must be said. A file that needs others beside it is a folder of that name instead.
"""

import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from integraal.model.finding import Finding
from integraal.report.pages.authors.proof import proof_page
from integraal.report.render.terminal.document import render_terminal
from integraal.solving.solver import BOUND
from integraal.verify.inspection import Inspection, inspect
from integraal.words.words import Words
from tests.conftest import ROOT
from tests.faulty_files import FaultyFile, paths_in

FOLDER = ROOT / "tests" / "instruments" / "controleer"
SAID = "validated: none\ndisclaimer: Praat erover.\nfamily_title: Wat doen we?\n"
TIGHT = {"not-proven": 1}
"""Bounds under which a file shows its fault; the others need none."""


class ControlledFile(FaultyFile):
    """A file, or a folder of files, with one fault."""

    def controlled(self) -> Inspection:
        return _controlled(self.path, TIGHT.get(self.name, BOUND))

    def text(self) -> str:
        """Give all that is said of it in Dutch, without the folder it happens to be in."""
        done = self.controlled()
        page = proof_page(done.findings, done.proofs, done.files, Words("nl"))
        told = render_terminal(page, 80, styled=False)
        return re.sub(r"\S*/alone-[^/]+/", "", told)


@cache
def _controlled(path: Path, bound: int) -> Inspection:
    """Look at it in a folder of its own: beside each other these files would be one library."""
    with TemporaryDirectory(prefix="alone-") as folder:
        alone = Path(folder) / path.name
        (shutil.copytree if path.is_dir() else shutil.copyfile)(path, alone)
        if not path.name.startswith("not-said"):
            _say_what_any_author_says(alone)
        return inspect([alone], lambda _, __: (), bound)


def _say_what_any_author_says(place: Path) -> None:
    """Add what every instrument says of itself, so that each file shows its own fault only."""
    for file in place.rglob("*.yaml") if place.is_dir() else [place]:
        text = file.read_text("utf-8")
        if "schema: integraal/instrument/" in text:
            file.write_text(f"{text}{SAID}", "utf-8")


def controlled_files() -> Iterator[ControlledFile]:
    """Walk through all of them."""
    yield from map(ControlledFile, paths_in(FOLDER))


def witness(finding: Finding) -> str:
    """Give the cases that show a finding; empty when there are none."""
    return dict(finding.details).get("witness", "")
