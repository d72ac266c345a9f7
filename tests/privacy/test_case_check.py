"""What identifies a person in a case is found, and never repeated."""

from datetime import date

import pytest

from integraal.model.answers import Answers
from integraal.model.case import Agreement, Case, Moment
from integraal.model.finding import Faulty, Finding, Place
from integraal.privacy.case_check import check_case, check_pseudonym, check_texts, discreet, doubts

CALL, MAIL = "bel 0612345678", "jan@voorbeeld.nl"
AGREED = Agreement(f"vraag {MAIL}", "wijkteam", date(2027, 1, 15), done=False)
CASE = Case("C-1", moments=(Moment(None, Answers({"verhaal": CALL}), agreements=(AGREED,)),))


def test_every_place_is_named_with_its_kinds_and_nothing_of_what_was_said() -> None:
    with pytest.raises(Faulty) as faulty:
        check_texts(CASE, "casus.yaml")
    told = [dict(finding.details) for finding in faulty.value.findings]
    assert told == [
        {"where": "verhaal", "kinds": "telefoon"},
        {"where": "agreements", "kinds": "email"},
    ]


def test_a_name_that_identifies_is_refused_before_the_texts() -> None:
    with pytest.raises(Faulty) as faulty:
        check_case(Case("111222333", moments=CASE.moments), "casus.yaml")
    assert [finding.code for finding in faulty.value.findings] == ["case-id-identifies"]


def test_a_made_up_name_and_a_plain_text_pass() -> None:
    check_pseudonym("C-2041", "casus.yaml")
    check_case(Case("C-1", moments=(Moment(None, Answers({"verhaal": "rustig"})),)), "casus.yaml")


@pytest.mark.parametrize("text", ["bel 0612345678", "Mevrouw Jansen belt", "Kerkstraat 12"])
def test_a_finding_repeats_nothing_by_which_somebody_could_be_recognised(text: str) -> None:
    place = Place("casus.yaml", 7, 3, 4, excerpt=f"  draaglast: {text}")
    told = discreet(Finding.at("no-such-option", place, option=text, question="draaglast"))
    assert text not in repr(told)
    assert (told.place.line, dict(told.details)["question"]) == (7, "draaglast")


def test_a_finding_about_an_ordinary_line_still_shows_it() -> None:
    place = Place("casus.yaml", 7, 3, 4, excerpt="  draaglast: zwaar")
    finding = Finding.at("no-such-option", place, option="zwaar", question="draaglast")
    assert discreet(finding) == finding


def test_a_name_is_a_warning_with_the_question_and_what_was_found() -> None:
    case = Case("C-1", moments=(Moment(None, Answers({"verhaal": "Mevrouw Jansen belt"})),))
    (told,) = doubts(case, "casus.yaml")
    assert dict(told.details) == {"where": "verhaal", "kinds": "naam"}
    assert "Jansen" not in repr(told)
    plain = Case("C-1", moments=(Moment(None, Answers({"verhaal": "De huisarts belt"})),))
    assert doubts(plain, "casus.yaml") == ()
