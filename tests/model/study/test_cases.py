"""The cases of a study."""

import pytest

from integraal.model.answers import Answers
from integraal.model.study.cases import Study, StudyCase, rater_letters

FIRST = StudyCase("K01", Answers({"gezinsleden": "een"}))
LATER = StudyCase("K02", Answers({"gezinsleden": "meer"}), held_back=True)
STUDY = Study("voor-wie-doen-we-wat", "1.0", 7, "nl", (FIRST, LATER), ("A", "B"))


def test_cases_held_back_are_no_part_of_the_first_round() -> None:
    assert list(STUDY.round(held_back=False)) == [FIRST]
    assert list(STUDY.round(held_back=True)) == [LATER]


def test_a_case_is_found_by_what_stands_on_its_sheet() -> None:
    assert STUDY.case("K02") is LATER
    with pytest.raises(KeyError):
        STUDY.case("K03")


def test_raters_have_different_letters_however_many_there_are() -> None:
    letters = rater_letters(800)
    assert len(set(letters)) == 800
    assert letters[25:28] == ("Z", "AA", "AB")
    assert letters[-1] == "ADT"


def test_the_cases_of_a_study_can_have_other_answers_in_their_order() -> None:
    other = Answers({"gezinsleden": "twee"})
    changed = STUDY.answered([other, LATER.answers])
    assert [case.answers for case in changed.cases] == [other, LATER.answers]
    assert [case.id for case in changed.cases] == ["K01", "K02"]
