"""The page about the cases of a study names all that they do not tell, and why."""

import pytest

from integraal.model.answers import Answers
from integraal.model.study.cases import Study, StudyCase
from integraal.model.study.choice import Choice, Untold, Why
from integraal.reading.library import Library
from integraal.report.pages.panel.choice import choice_page
from integraal.report.render.markdown import render_markdown
from integraal.words.words import LANGUAGES, Words

INSTRUMENT = Library().instrument("voor-wie-doen-we-wat")
CASE = StudyCase("K01", Answers({"gezinsleden": "een"}))
STUDY = Study(INSTRUMENT.id, INSTRUMENT.version, 1, "nl", (CASE,))
NOTHING_LEFT = Choice(STUDY, 4, (), 2, (), 0, (), 1)


def shown(choice: Choice, language: str = "nl") -> str:
    return render_markdown(choice_page(choice, INSTRUMENT, "studie", Words(language)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", Why)
def test_a_rule_that_no_case_tells_stands_under_why_not(why: Why, language: str) -> None:
    rule = INSTRUMENT.rule("herhaalde-crises")
    choice = Choice(STUDY, 4, (Untold(rule, why),), 2, (), 0, (), 1)
    page, words = shown(choice, language), Words(language)
    assert words(f"panel_cases.why.{why.value}") in page
    assert "herhaalde-crises (R16)" in page
    assert words("panel_cases.rules", told=3, rules=4) in page
    others = [words(f"panel_cases.why.{other.value}") for other in Why if other is not why]
    assert not [other for other in others if other in page]


def test_what_more_cases_could_show_is_named_by_rule_and_question() -> None:
    untold = (("herhaalde-crises", "gezinsleden"), ("herhaalde-crises", "verloop"))
    page = shown(Choice(STUDY, 4, (), 2, untold, 3, ("integratie",), 30))
    assert "**herhaalde-crises**: Gezinsleden met problemen, Verloop van de problemen" in page
    assert "integratie" in page
    words = Words("nl")
    assert words("panel_cases.more", count=60) in page
    assert words("panel_cases.fewer", wanted=30, count=1) in page
    assert words("panel_cases.unknown", count=3) in page


def test_where_nothing_is_left_nothing_is_said_of_it() -> None:
    page, words = shown(NOTHING_LEFT), Words("nl")
    assert page.count("#") == 1
    assert words("panel_cases.next", folder="studie") in page
    assert words("panel_cases.unseen") not in page
