"""A page for others, made in the browser, says what the terminal's says, to the word."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from integraal.engine.assess import assess_for
from integraal.engine.lower import lower
from integraal.model.reader import Reader
from integraal.reading.cases.case_instruments import elsewhere, neighbours
from integraal.reading.cases.casefile import read_case
from integraal.reading.library import Library
from integraal.report.pages.family.page import family_page
from integraal.words.words import LANGUAGES, Words
from tests.browser.test_form import Browser, browser, made
from tests.report.render.pdf.paper import squeezed, words_in
from tests.report.shipped_pages import all_text

pytestmark = pytest.mark.xdist_group("browser")

__all__ = ["browser", "made"]

NAME = "voor-wie-doen-we-wat"
CALM = "direct_gevaar: nee, veiligheid: geen_zorg, brede_blik: ja"
BUSY = "gezinsleden: drie_of_meer, leefgebieden: [wonen, werk], draaglast: zwaar"
ANSWERS = {
    "nothing": "",
    "calm": f"{CALM}, {BUSY}, delen_met_naam: nee",
    "talked": f"veiligheid: zorg, md_gesprek: gevoerd, {BUSY}",
    "worried": f"veiligheid: zorg, {BUSY}",
    "unsafe": f"md_gesprek: niet_veilig, {BUSY}",
}
SHOWN = {
    ("nothing", Reader.FAMILY): True,
    ("nothing", Reader.CHILD): True,
    ("calm", Reader.FAMILY): True,
    ("calm", Reader.CHILD): True,
    ("talked", Reader.FAMILY): True,
    ("talked", Reader.CHILD): False,
    ("worried", Reader.FAMILY): False,
    ("unsafe", Reader.FAMILY): False,
}


def _file(folder: Path, said: str) -> Path:
    lines = [f"  {one}" for one in re.split(r", (?=\w+:)", said) if one]
    head = f"schema: integraal/casus/1\ncasus: C-1\nland: nl\nmoment: {date.today().isoformat()}\n"
    shared = (
        "agreements:\n  - what: Samen bellen\n    who: school\n    by: 2099-01-05\n"
        "    for_others: true\n  - what: Geheim plan\n    who: wijkteam\n"
    )
    folder.mkdir(parents=True)
    path = folder / "C-1.yaml"
    answers = "\n".join(["answers:", *lines]) if lines else "answers: {}"
    path.write_text(f"{head}{answers}\n{shared}", "utf-8")
    return path


def _here(path: Path, reader: Reader, language: str) -> str | None:
    instrument = Library().instrument(NAME, language)
    case = read_case(path, instrument, elsewhere(instrument)).case
    others = [lower(other) for other in neighbours(NAME, language)]
    found = assess_for(reader, lower(instrument), case, others)
    if found is None:
        return None
    words, lines = Words(language), Library().help_lines(language).lines
    page = family_page(found, lines, words, today=date.today())
    return f"{all_text(page)} {page.footer}"


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_the_same(browser: Browser, tmp_path: Path, language: str) -> None:
    steps: list[tuple[Any, ...]] = []
    here = []
    for (name, reader), is_shown in SHOWN.items():
        path = _file(tmp_path / name / reader.value, ANSWERS[name])
        here.append(_here(path, reader, language))
        assert (here[-1] is not None) is is_shown
        steps += [("upload", str(path)), ("choose", 3, reader.value), ("see", ".sheet")]
        steps += [("see", ".for-others"), ("choose", 3, "professional")]
    seen = browser.sees(*steps, language=language)
    withheld = _words(Words(language)("reader.withheld"))
    for told, sheets, whole in zip(here, seen.told[::2], seen.told[1::2], strict=True):
        if told is None:
            assert (sheets, withheld in _words(whole[0])) == ([], True)
        else:
            assert _words(sheets[0]) == _words(told)
            assert "Geheim plan" not in sheets[0]


@pytest.mark.parametrize("reader", ["tafel", "gezin", "kind"])
def test_where_there_is_no_page_paper_says_so_and_nothing_more(
    browser: Browser, tmp_path: Path, reader: str
) -> None:
    papers = [tmp_path / f"{name}.pdf" for name in ("signs", "danger")]
    ticked = [("tick", "md_signalen", "ja"), ("tick", "direct_gevaar", "ja")]
    for tick, paper in zip(ticked, papers, strict=True):
        browser.sees(("choose", 1, "meldcode"), tick, ("choose", 3, reader), ("paper", str(paper)))
    told = f"1/1{squeezed(Words('nl')('formulier.no_page'))}"
    assert [words_in(paper.read_bytes()) for paper in papers] == [told, told]


def test_on_paper_stands_that_page_alone(browser: Browser, tmp_path: Path) -> None:
    paper = tmp_path / "gezin.pdf"
    seen = browser.sees(
        ("tick", "direct_gevaar", "ja"), ("choose", 3, "gezin"), ("axe",), ("paper", str(paper))
    )
    assert seen.told == [[]]
    text = words_in(paper.read_bytes()).lower()
    assert "gevaar" not in text
    assert "professional" not in text
    assert squeezed(Words("nl")("family.about")).lower() in text


SENSITIVE = ("", "veiligheid: geen_zorg, direct_gevaar: nee", "veiligheid: zorg")


def test_nobody_at_the_table_reads_what_is_sensitive(browser: Browser, tmp_path: Path) -> None:
    steps: list[tuple[Any, ...]] = []
    for number, said in enumerate(SENSITIVE):
        answers = ", ".join(filter(None, (said, BUSY, "delen_met_naam: nee, brede_blik: ja")))
        path = _file(tmp_path / str(number), answers)
        steps += [("upload", str(path)), ("choose", 3, "tafel"), ("see", ".sheet"), ("axe",)]
        steps += [("choose", 3, "professional")]
    told = browser.sees(*steps).told
    sheets, found = told[::2], told[1::2]
    assert found == [[]] * len(SENSITIVE)
    assert all(sheets[:2])
    [[text]] = {tuple(each) for each in sheets if each}
    assert Words("nl")("reader.tafel") in text
    assert not re.search(r"veilig(?! thuis)|gevaar|geweld|meldcode|Geheim plan", text, re.I)
    assert not re.search(r"\bR\d|\bB3\b", text), "no number of a rule"
