"""A real browser shows the pages: axe finds nothing, nothing is fetched, all can be read."""

import os
from pathlib import Path
from typing import Any

import pytest

from integraal.report.blocks import Document, Heading
from integraal.report.html import render_html
from tests.conftest import INSTRUMENTS

from . import browser
from .every import HOSTILE, every_document
from .reading_order import letters
from .test_markdown import HOSTILE as MARKUP
from .test_markdown import KINDS

REQUIRED = "INTEGRAAL_BROWSER"
"""When set, a machine without Chromium, node and axe fails these tests; `.ci/run` sets it."""
# One browser for all of them, for it starts slowly.
pytestmark = pytest.mark.xdist_group("browser")
HOSTILE_PAGE = "vijandig"
WIDE, NARROW = 1000, 400
NAMES = [
    *(f"{name}-nl-leeg" for name in INSTRUMENTS),
    "voor-wie-doen-we-wat-nl-fr-leeg",
    "meldcode-en-ingevuld",
    "voor-wie-doen-we-wat-fr-advies",
    "voor-wie-doen-we-wat-nl-gezin",
    HOSTILE_PAGE,
]
ON_A_TELEPHONE = ["voor-wie-doen-we-wat-nl-fr-leeg", "voor-wie-doen-we-wat-fr-advies"]


def hostile() -> Document:
    texts = [*HOSTILE, *MARKUP]
    made = [KINDS[kind](text) for text in texts for kind in ("paragraph", "asked", "callout")]
    return Document("Titel", "nl", (Heading(1, "Titel"), *made), " ".join(HOSTILE[:4]))


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], dict[str, Any]]:
    program = browser.chromium()
    if program is None:
        if os.environ.get(REQUIRED):
            pytest.fail("there is no Chromium with axe here")
        pytest.skip("there is no Chromium with axe here; .ci/run installs it")
    folder = tmp_path_factory.mktemp("browser")
    for name in NAMES:
        page = hostile() if name == HOSTILE_PAGE else every_document()[name]
        (folder / f"{name}.html").write_text(render_html(page), encoding="utf-8")
    found = {}
    for width, names in ((WIDE, NAMES), (NARROW, ON_A_TELEPHONE)):
        files = [folder / f"{name}.html" for name in names]
        for said in browser.opened(program, width, files):
            found[Path(said["name"]).stem, width] = said
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_open_to_everybody_and_fetches_nothing(
    name: str, seen: dict[tuple[str, int], dict[str, Any]]
) -> None:
    said = seen[name, WIDE]
    assert said["violations"] == []
    assert said["asked"] == [f"file://{said['name']}"]
    assert said["refused"] == []
    assert said["styled"]


@pytest.mark.parametrize("name", ON_A_TELEPHONE)
def test_on_a_telephone_nothing_stands_beside_the_screen(
    name: str, seen: dict[tuple[str, int], dict[str, Any]]
) -> None:
    assert seen[name, NARROW]["overflow"] <= 0
    assert seen[name, NARROW]["violations"] == []


def test_a_browser_shows_hostile_text_as_text(
    seen: dict[tuple[str, int], dict[str, Any]],
) -> None:
    text = letters(seen[HOSTILE_PAGE, WIDE]["text"])
    assert [one for one in (*HOSTILE, *MARKUP) if letters(one) not in text] == []
