"""What identifies a person in a case is found, and never repeated."""

from datetime import date

import pytest

from integraal.model.answers import Answers
from integraal.model.case import Agreement, Case, Moment
from integraal.model.finding import Faulty
from integraal.privacy.case_check import check_case, check_pseudonym, check_texts, doubts
from integraal.privacy.known import known_of

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


def test_a_name_is_a_warning_with_the_question_and_what_was_found() -> None:
    case = Case("C-1", moments=(Moment(None, Answers({"verhaal": "Mevrouw Jansen belt"})),))
    (told,) = doubts(case, "casus.yaml")
    assert dict(told.details) == {"where": "verhaal", "kinds": "naam"}
    assert "Jansen" not in repr(told)
    plain = Case("C-1", moments=(Moment(None, Answers({"verhaal": "De huisarts belt"})),))
    assert doubts(plain, "casus.yaml") == ()


REMARKS = ((3, "bel Mevrouw Jansen"), (9, "Kerkstraat 12"))


def test_a_remark_in_the_file_is_looked_at_as_a_text_is_and_named_by_its_line() -> None:
    plain = Case("C-1")
    with pytest.raises(Faulty) as faulty:
        check_case(plain, "casus.yaml", REMARKS)
    (found,) = faulty.value.findings
    assert (str(found.place), dict(found.details)) == (
        "casus.yaml:9:1",
        {"where": "#", "kinds": "adres"},
    )
    (told,) = doubts(plain, "casus.yaml", REMARKS)
    assert (told.place.line, dict(told.details)["kinds"]) == (3, "naam")


def test_a_date_in_a_remark_counts_from_the_first_moment_of_the_case() -> None:
    case = Case("C-1", moments=(Moment(date(2026, 1, 5), Answers()),))
    check_case(case, "casus.yaml", [(2, "samenkomen: 3 maart 2026")])
    with pytest.raises(Faulty):
        check_case(case, "casus.yaml", [(2, "de jongste: 3 maart 2016")])


def test_the_number_and_name_of_a_desk_that_is_loaded_may_stand_anywhere() -> None:
    known = known_of(["Loket De Wissel, 053 00 00 00"])
    said = Answers({"verhaal": "bel Loket De Wissel (053/00.00.00)"})
    case = Case("C-1", moments=(Moment(None, said),))
    check_case(case, "casus.yaml", [(2, "053 000000")], known)
    with pytest.raises(Faulty):
        check_case(case, "casus.yaml")
    with pytest.raises(Faulty):
        check_case(case, "casus.yaml", [(2, "053 00 00 01")], known)


def test_a_name_of_a_case_that_could_be_somebodys_is_a_warning_and_a_code_is_not() -> None:
    (told,) = doubts(Case("gezin-Peeters"), "casus.yaml")
    assert (told.code, dict(told.details)) == ("case-id-may-identify", {"kinds": "naam"})
    assert doubts(Case("C-2041"), "casus.yaml") == ()
