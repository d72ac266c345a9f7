"""What identifies a person in a case is found, and never repeated."""

from datetime import date

import pytest

from integraal.model.answers import Answers
from integraal.model.case import Agreement, Case, Moment
from integraal.model.finding import Faulty
from integraal.privacy.case_check import check_case, check_pseudonym, check_texts

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
