"""The sheet of a rater in a browser: her marks are kept as codes, and come back without loss."""

from pathlib import Path
from typing import Any

import pytest

from integraal.model.study.ratings import Rating, Sureness
from integraal.model.study.sheet import sheet_check
from integraal.reading.panel.ratings import read_ratings
from integraal.reading.panel.study import read_study
from integraal.words.words import Words
from tests.browser.node import there_is_node
from tests.browser.test_form import NARROW, WIDE, Browser
from tests.cli.panel_rating import a_study
from tests.in_process import run_in_process
from tests.report.render.html.browser import chromium
from tests.required import BROWSER, need

pytestmark = pytest.mark.xdist_group("browser")

__all__ = ["there_is_node"]

REASON = "  2 kinderen, en niemand\nhoudt het overzicht "


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study of which two raters have a page."""
    folder = tmp_path_factory.mktemp("panel")
    a_study(folder / "studie", 8, 2)
    done = run_in_process(folder, "panel", "vellen", "studie", "--beoordelaars", "2", "-f", "html")
    assert done.returncode == 0, done.stderr
    return folder


def opened(folder: Path) -> Browser:
    program = chromium()
    need(program, "Chromium with axe", BROWSER)
    assert program is not None
    back = folder / "studie" / "ingevuld"
    back.mkdir(exist_ok=True)
    return Browser(program, folder / "studie" / "vellen" / "A.html", back)


def box(code: str) -> tuple[str, str]:
    return ("click", f'input[value="{code}"]')


def room(case: str) -> str:
    return f'textarea[name="{case}w"]'


def test_what_was_marked_is_kept_and_read_back_and_the_page_asks_nobody(folder: Path) -> None:
    steps: list[tuple[Any, ...]] = [
        *(box("K01-c"), box("K01z-2"), ("type", room("K01"), REASON)),
        *(box("K02-a"), box("K02-b")),  # she changes her mind
        *(box("K03-e"), ("type", room("K03"), REASON)),
        *(box("K04z-3"), ("type", room("K04"), "2 of 3")),
        *(("click", ".keep button"), ("wait", 500), ("see", "[role=status]"), ("axe",)),
    ]
    browser = opened(folder)
    seen = browser.sees(*steps, width=WIDE)
    (status,), open_to_all = seen.told
    assert open_to_all == []
    assert status.startswith("A.txt is bewaard")
    blank = set(status.partition("Nog leeg: ")[2].strip(".").split(", "))
    assert blank == {"K04", "K05", "K06"}
    done = run_in_process(folder, "panel", "lees", "studie", "--overschrijf")
    assert done.returncode == 0, done.stderr
    assert "panel-no-mark" in done.stderr  # at K04
    ratings = read_ratings(folder / "studie")
    why = "2 kinderen, en niemand houdt het overzicht"
    assert ratings.taken == (
        Rating("A", "K01", level="coordinatie", sure=Sureness.FAIRLY, why=why),
        Rating("A", "K02", level="connectie"),
        Rating("A", "K03", level="integratie", why=why),
    )
    assert (ratings.refused, ratings.blank) == (0, 3)


def test_it_stands_on_a_telephone_and_no_script_of_others_may_run(folder: Path) -> None:
    seen = opened(folder).sees(("overflow",), width=NARROW)
    assert seen.told[0] <= 0
    page = (folder / "studie" / "vellen" / "A.html").read_text("utf-8")
    assert "default-src 'none'" in page
    assert "script-src 'sha256-" in page
    assert "http:" not in page
    assert "https:" not in page


def test_on_top_it_says_that_the_button_keeps_what_is_filled_in(folder: Path) -> None:
    """Without a script nothing can, and then the page says so."""
    words = Words("nl")
    ((said,),) = opened(folder).sees(("see", ".head .on-screen"), width=WIDE).told
    assert said == words("sheet.unkept")
    assert words("sheet.keep") in said
    page = (folder / "studie" / "vellen" / "A.html").read_text("utf-8")
    assert words("paper.not_kept") in page.partition("<script")[0]


def test_a_page_has_no_advice_and_the_check_of_its_study(folder: Path) -> None:
    page = (folder / "studie" / "vellen" / "A.html").read_text("utf-8")
    assert sheet_check(read_study(folder / "studie")) in page
    assert "tells" not in page
