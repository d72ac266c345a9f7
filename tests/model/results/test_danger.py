"""Whom to call, in which country, and when two dangers are one."""

from dataclasses import replace
from datetime import date

from integraal.engine.dangers import dangers
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.case import Case, Moment
from integraal.model.results.danger import Danger, country_in, lines_of
from integraal.reading.library import Library

MELDCODE = Library().instrument("meldcode")
TAKEN = Answers({"direct_gevaar": "ja"})
CASE = Case("C-1", moments=(Moment(date(2026, 11, 1), TAKEN),))


def danger() -> Danger:
    """That of somebody who says that there is danger now."""
    return dangers(lower(MELDCODE), TAKEN)[0]


def test_its_cause_is_the_answers_that_make_it_true() -> None:
    assert danger().cause == {("direct_gevaar", "ja")}


def test_lines_are_those_of_the_country_and_of_every_one_where_nobody_said() -> None:
    dutch, belgian, every = (
        {line.id for line in danger().calls(country)} for country in ("nl", "be", "")
    )
    assert dutch | belgian == every
    assert "zelfmoordlijn-113" in dutch - belgian
    assert "zelfmoordlijn-1813" in belgian - dutch


def test_lines_for_everybody_come_first_and_each_once() -> None:
    found = [line.id for line in lines_of((danger(), danger()))]
    assert found[0] == "noodnummer"
    assert len(found) == len(set(found))


def test_the_country_of_a_case_goes_before_an_answer_and_may_be_unknown() -> None:
    land = next(q.id for q in MELDCODE.questions() if q.from_case)
    assert country_in(replace(CASE, country="be"), MELDCODE, Answers({land: "nl"})) == "be"
    assert country_in(CASE, MELDCODE, Answers({land: "nl"})) == "nl"
    assert country_in(CASE, MELDCODE, TAKEN) == ""
