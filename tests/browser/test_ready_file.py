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
        pairs = zip(here.samples, there.samples, strict=True)
        far = sum(abs(one - other) > SEEN for one, other in pairs)
        assert far / len(here.samples) < MOST, name


def _picture(path: Path) -> Any:
    return pymupdf.Pixmap(path)  # type: ignore[no-untyped-call]
