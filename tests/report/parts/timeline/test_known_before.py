"""What somebody knew earlier goes along on every page for professionals, and on no other."""

import json
from datetime import date

import pytest

from integraal.engine.compare.moments import course
from integraal.engine.compare.views import compare
from integraal.engine.explain.explanation import explain
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.case import Case, Moment
from integraal.report.blocks import Document
from integraal.report.data.advice import advice_json
from integraal.report.pages.advice import advice_page
from integraal.report.pages.advice_sheet import advice_sheet
from integraal.report.pages.comparison import comparison_page
from integraal.report.pages.course import course_page
from integraal.report.pages.why import why_page
from integraal.words.words import LANGUAGES, Words
from tests.report.shipped_pages import all_text, assessed, family, shipped

ASKED = {"aantal_professionals": "twee", "draaglast": "zwaar"}
THEN = Moment(date(2026, 9, 1), Answers({**ASKED, "veiligheid": "herhaald_of_acuut"}))
NOW = Moment(date(2026, 10, 1), Answers({"aantal_professionals": "twee"}))
CASE = Case("V-6", moments=(THEN, NOW))


def _pages(language: str) -> dict[str, Document]:
    words, program, assessment = Words(language), lower(shipped(language)), assessed(CASE, language)
    return {
        "advies": advice_page(assessment, words),
        "blad": advice_sheet(assessment, words),
        "waarom": why_page(explain(program, assessment, why=True), words),
        "verloop": course_page([course(program, CASE, ())], NOW.day or date.min, words),
        "vergelijk": comparison_page("ab", compare(program, [CASE, CASE], ()), words),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_for_professionals_has_the_last_known_answers(language: str) -> None:
    words, question = Words(language), shipped(language).question("veiligheid")
    acute = question.option("herhaald_of_acuut").label
    value = words(
        "known_before.not_asked",
        answer=acute[0].lower() + acute[1:],
        day=words.date(date(2026, 9, 1)),
    )
    line = words("pair", name=question.name, value=value)
    for name, page in _pages(language).items():
        assert line in all_text(page), name
        assert words("known_before.title") in all_text(page), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_for_the_family_never_has_them(language: str) -> None:
    page = all_text(family(CASE, language))
    assert Words(language)("known_before.title") not in page
    label = shipped(language).question("veiligheid").option("herhaald_of_acuut").label
    assert label.casefold() not in page.casefold()


def test_they_are_in_the_data_of_an_advice() -> None:
    data = json.loads(json.dumps(advice_json(assessed(CASE), Words("nl"))))
    assert [(each["question"], each["moment"]) for each in data["earlier"]] == [
        ("veiligheid", "2026-09-01"),
        ("draaglast", "2026-09-01"),
    ]


def test_a_case_of_one_moment_has_none() -> None:
    one = Case("V-1", moments=(THEN,))
    assert assessed(one).earlier == ()
    assert Words("nl")("known_before.title") not in all_text(
        advice_page(assessed(one), Words("nl"))
    )
