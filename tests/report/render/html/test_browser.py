"""A real browser shows the pages: axe finds nothing, nothing is fetched, all can be read."""

import re
from pathlib import Path
from typing import Any

import pytest

from integraal.reading.cases.casefile import read_case
from integraal.reading.library import data_folder
from integraal.report.blocks import Document, Heading
from integraal.report.pages.advice_sheet import advice_sheet
from integraal.report.render.html.document import render_html
from integraal.words.words import Words
from tests.conftest import INSTRUMENTS
from tests.report.render.every import blank, every_document
from tests.report.render.html import browser
from tests.report.render.kinds import HOSTILE, KINDS, MARKUP
from tests.report.render.pdf.paper import opened, squeezed
from tests.report.render.reading_order import letters
from tests.report.render.sides import SIDES
from tests.report.shipped_pages import assessed, shipped
from tests.required import BROWSER, need

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
FORMS = [*SIDES]
ADVICE, SEVERAL = "C-4210-advies", "meldcode-nl-fr-leeg"
ON_A_TELEPHONE = ["voor-wie-doen-we-wat-nl-fr-leeg", "voor-wie-doen-we-wat-fr-advies"]


def hostile() -> Document:
    texts = [*HOSTILE, *MARKUP]
    made = [KINDS[kind](text) for text in texts for kind in ("paragraph", "question", "callout")]
    return Document("Titel", "nl", (Heading(1, "Titel"), *made), " ".join(HOSTILE[:4]))


@pytest.fixture(scope="module")
def program() -> str:
    found = browser.chromium()
    need(found, "Chromium with axe", BROWSER)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def seen(
    program: str, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, int], dict[str, Any]]:
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


def on_paper() -> dict[str, Document]:
    case = data_folder() / "voorbeelden" / "verloop" / "C-4210.yaml"
    documents = {name: every_document()[name] for name in FORMS}
    known = read_case(case, shipped(), lambda _: None).case
    advice = advice_sheet(assessed(known), Words("nl"))
    return documents | {ADVICE: advice, SEVERAL: blank("meldcode", "nl", "fr")}


@pytest.fixture(scope="module")
def printed(program: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("printed")
    for name, page in on_paper().items():
        (folder / f"{name}.html").write_text(render_html(page), encoding="utf-8")
    files = sorted(folder.glob("*.html"))
    return {Path(said["name"]).stem: said for said in browser.printed(program, folder, files)}


def printed_pages(said: dict[str, Any]) -> list[str]:
    """Give the text of each page, without room."""
    return [squeezed(page.extract_text()) for page in opened(Path(said["path"]).read_bytes()).pages]


@pytest.mark.parametrize("name", FORMS)
def test_a_printed_form_takes_no_more_sides_than_it_may(
    name: str, printed: dict[str, dict[str, Any]]
) -> None:
    file = Path(printed[name]["path"]).read_bytes()
    assert len(opened(file).pages) <= SIDES[name]


def test_printed_advice_stands_on_one_side_where_it_fits(
    printed: dict[str, dict[str, Any]],
) -> None:
    assert len(printed_pages(printed[ADVICE])) == 1


@pytest.mark.parametrize("name", [*FORMS, ADVICE, SEVERAL])
def test_on_paper_boxes_rows_and_letters_are_large_enough(
    name: str, printed: dict[str, dict[str, Any]]
) -> None:
    said = printed[name]
    least = {"box": 3.7, "room": 7, "type": 8}
    measured = {key: said[key] for key in least if said[key] is not None}  # a sheet has no box
    assert {key: size for key, size in measured.items() if round(size, 2) < least[key]} == {}
    assert {"room", "type"} <= measured.keys()


@pytest.mark.parametrize("name", ["voor-wie-doen-we-wat-nl-leeg", ADVICE, SEVERAL])
def test_the_foot_stands_once_on_every_printed_page(
    name: str, printed: dict[str, dict[str, Any]]
) -> None:
    foot = squeezed(on_paper()[name].footer)
    pages = printed_pages(printed[name])
    assert [len(re.findall(re.escape(foot), page)) for page in pages] == [1] * len(pages)
