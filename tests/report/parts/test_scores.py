"""No page and no data show a sum without what it means and who says so."""

import json
from typing import Any

import pytest

from integraal.engine.assess import assess, assess_for
from integraal.engine.explain.why import obstacles
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.case import Case, Moment
from integraal.model.reader import Reader
from integraal.model.results.assessment import Assessment
from integraal.report.data.advice import advice_json
from integraal.report.pages.advice import advice_page
from integraal.report.pages.advice_sheet import advice_sheet
from integraal.report.phrases.condition import trace_lines
from integraal.report.render.markdown import render_markdown
from integraal.words.words import LANGUAGES, Words
from tests.reading.helpers import good

LIST = lower(good("klachtenlijst.yaml"))
LEVELS = ("niet", "soms", "vaak", "steeds")
NAMES = tuple(question.id for question in LIST.instrument.questions())
SUM = {
    "nl": "12 tot 18 van 27, nog 2 vragen open",
    "en": "12 to 18 out of 27, 2 questions still open",
    "fr": "12 à 18 sur 27, encore 2 questions ouvertes",
}


def _case(*counts: int) -> Case:
    said = {name: LEVELS[count] for name, count in zip(NAMES, counts, strict=False)}
    return Case("C-1", moments=(Moment(None, Answers(said)),))


OPEN = _case(3, 3, 2, 2, 2, 0, 0)


def _assessed(case: Case) -> Assessment:
    return assess(LIST, case, ())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lay_out", [advice_page, advice_sheet])
def test_a_page_says_the_range_with_its_bands_and_its_source(lay_out: Any, language: str) -> None:
    text = render_markdown(lay_out(_assessed(OPEN), Words(language)))
    assert SUM[language] in text
    assert "matige klachten" in text
    assert "001, startvraag" in text


def test_a_score_of_which_all_is_known_is_still_said_of_how_much() -> None:
    text = render_markdown(advice_page(_assessed(_case(*[1] * 9)), Words("nl")))
    assert "9 van 27: lichte klachten" in text


def test_what_others_read_of_a_score_has_its_source_too() -> None:
    found = assess_for(Reader.TABLE, LIST, OPEN, ())
    assert found is not None
    text = render_markdown(advice_page(found, Words("nl")))
    assert SUM["nl"] in text
    assert "001, startvraag" in text


def test_why_not_says_what_the_score_is_now_and_what_each_answer_counts_for() -> None:
    assessment = _assessed(OPEN)
    (found,) = obstacles(LIST, OPEN.latest.answers, "cooperatie")
    assert found.trace is not None
    lines = [
        "".join(span.text for span in line)
        for line in trace_lines(found.trace, assessment, Words("nl"))
    ]
    assert f"   ✗ Klachten: ernstige klachten (20 tot en met 27) (nu {SUM['nl']})" in lines
    assert "     Slapen: bijna steeds (telt voor 3)" in lines
    assert "     Rust: niet (telt voor 0)" in lines
    assert "     Contact: nog geen antwoord (kan tellen voor 0 tot 3)" in lines


def test_data_have_the_range_the_bands_the_open_questions_and_the_source() -> None:
    (score,) = json.loads(json.dumps(advice_json(_assessed(OPEN), Words("nl"))))["scores"]
    assert (score["id"], score["low"], score["high"], score["most"]) == ("klachten", 12, 18, 27)
    assert [band["id"] for band in score["bands"]] == ["matig", "vrij-ernstig"]
    assert len(score["every_band"]) == 5
    assert score["open_questions"] == ["zelfbeeld", "contact"]
    assert score["counted"][0] == {"question": "slapen", "low": 3, "high": 3}
    assert (score["source"], score["support"]) == ("001, startvraag", "choice")
