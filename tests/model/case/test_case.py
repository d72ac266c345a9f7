"""A case has moments; the last one counts."""

from datetime import date

from integraal.model.answers import Answers
from integraal.model.case import Case, Moment


def test_the_latest_moment_is_the_last_one() -> None:
    spring = Moment(date(2026, 3, 1), Answers({"verloop": "stabiel"}))
    autumn = Moment(date(2026, 11, 21), Answers({"verloop": "wisselend"}))
    assert Case("C-1", moments=(spring, autumn)).latest is autumn


def test_a_new_case_has_one_moment_without_answers() -> None:
    assert len(Case("C-1").latest.answers) == 0
