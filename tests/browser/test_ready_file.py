"""The form that lies ready in the docs, and its pictures, are what the command makes."""

from pathlib import Path
from runpy import run_path
from typing import Any

import pymupdf
import pytest

from tests.conftest import ROOT
from tests.in_process import run_in_process
from tests.report.render.html.browser import chromium
from tests.required import BROWSER, need

pytestmark = pytest.mark.xdist_group("browser")

DOCS = ROOT / "docs"
SEEN, MOST = 64, 0.002
"""How far a colour may lie from the picture in the docs, and how many may lie further, as a share.

Letters are drawn a little differently by another version of the browser; one button that is wider
is twice as much.
"""


def test_the_ready_form_is_what_the_command_makes(tmp_path: Path) -> None:
    """`integraal export formulier -o docs/formulier.html --overschrijf` makes it anew."""
    made = tmp_path / "formulier.html"
    result = run_in_process(tmp_path, "export", "formulier", "-o", made)
    assert result.returncode == 0, result.stderr
    assert made.read_bytes() == (DOCS / "formulier.html").read_bytes()


def test_the_pictures_in_the_docs_are_of_the_ready_form(tmp_path: Path) -> None:
    """`python docs/make_pictures.py` takes them anew."""
    program = chromium()
    need(program, "Chromium with axe", BROWSER)
    run_path(str(DOCS / "make_pictures.py"))["form_pictures"](
        DOCS / "formulier.html", tmp_path, program
    )
    for name in ("formulier-breed.png", "formulier-smal.png"):
        here, there = (_picture(folder / name) for folder in (tmp_path, DOCS / "pictures"))
        assert (here.width, here.height) == (there.width, there.height)
        assert _far_apart(here, there) / len(here.samples) < MOST, name


def _far_apart(here: Any, there: Any) -> int:
    """How many values differ from those at the same place, and a line above and below it.

    Chromium puts the lines of a panel that stays in view at whole pixels now one way, now another.
    """
    rows = [
        [page.samples[at : at + page.stride] for at in range(0, len(page.samples), page.stride)]
        for page in (here, there)
    ]
    far = 0
    for number, (row, other) in enumerate(zip(*rows, strict=True)):
        if row != other:
            near = rows[1][max(0, number - 1) : number + 2]
            places = zip(row, *near, strict=True)
            far += sum(min(abs(one - each) for each in others) > SEEN for one, *others in places)
    return far


def _picture(path: Path) -> Any:
    return pymupdf.Pixmap(path)  # type: ignore[no-untyped-call]
