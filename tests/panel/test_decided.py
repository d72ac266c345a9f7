"""Decisions beside advice as ratings of one: numbered, guarded, as the case stood that day."""

from collections.abc import Iterator
from datetime import date

import pytest

from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.case import Case, Decision, Moment
from integraal.model.study.ratings import Rating
from integraal.panel.decided import RATER, Decided, decided
from tests.panel.studies import instrument

TODAY = date(2026, 12, 1)
BROAD = Answers({"gezinsleden": "twee", "leefgebieden": {"wonen", "werk"}, "veiligheid": "zorg"})
LIGHT = Answers({"gezinsleden": "een", "veiligheid": "geen_zorg", "direct_gevaar": "nee"})


def decision(level: str = "connectie", because: str = "Eerst rust.", **more: str) -> Decision:
    return Decision("voor-wie-doen-we-wat", because, level=level, **more)  # type: ignore[arg-type]


def at(day: int, answers: Answers, *decisions: Decision) -> Moment:
    return Moment(date(2026, 11, day), answers, decisions=decisions)


def found(*cases: Case) -> Iterator[Decided]:
    return decided(cases, lower(instrument()), TODAY)


def test_a_decision_has_a_number_for_its_case_and_one_letter_for_whoever_decided() -> None:
    one = Case("gezin-7", moments=(at(1, BROAD, decision()),))
    two = Case("gezin-9", moments=(at(2, BROAD, decision("integratie", who="teamleider")),))
    ratings = [each.rating for each in found(one, two)]
    assert ratings == [
        Rating(RATER, "B001", level="connectie", why="Eerst rust.", advised="coordinatie"),
        Rating(RATER, "B002", level="integratie", why="Eerst rust.", advised="coordinatie"),
    ]
    assert "gezin" not in repr(ratings)
    assert "teamleider" not in repr(ratings)


def test_what_was_advised_is_what_the_answers_of_that_day_said() -> None:
    case = Case("c-1", moments=(at(1, LIGHT, decision()), at(8, BROAD, decision("integratie"))))
    assert [each.rating.advised for each in found(case)] == ["segregatie", "coordinatie"]


def test_a_decision_without_answers_of_its_own_looks_at_those_before_it() -> None:
    later = Moment(date(2026, 11, 9), Answers(), decisions=(decision(),))
    case = Case("c-1", moments=(at(1, LIGHT), at(20, BROAD)), noted=(later,))
    assert [each.rating.advised for each in found(case)] == ["segregatie"]


def test_a_decision_before_anything_was_answered_is_none_to_lay_beside_advice() -> None:
    before = Moment(date(2026, 10, 1), Answers(), decisions=(decision(),))
    assert list(found(Case("c-1", moments=(at(5, BROAD),), noted=(before,)))) == []


def test_a_decision_about_another_instrument_is_left_and_takes_no_number() -> None:
    other = Decision("meldcode", "Nu niet.", outcome="stap-2")
    case = Case("c-1", moments=(at(1, BROAD, other, decision()),))
    assert [each.rating.case for each in found(case)] == ["B001"]


def test_a_decision_for_a_route_has_no_level_beside_it() -> None:
    case = Case("c-1", moments=(at(1, BROAD, decision("", outcome="meldcode")),))
    (one,) = found(case)
    assert (one.rating.level, one.rating.routes, one.rating.advised) == (
        "", frozenset({"meldcode"}), "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("because", "why", "is_left_out", "is_doubtful"),
    [
        ("Eerst\n  rust.", "Eerst rust.", False, False),
        ("Bel 0612345678.", "", True, False),
        ("Mevrouw Roos in Aalst wil dat.", "Mevrouw Roos in Aalst wil dat.", False, True),
    ],
)
def test_a_reason_passes_the_guard(
    because: str, why: str, is_left_out: bool, is_doubtful: bool
) -> None:
    (one,) = found(Case("c-1", moments=(at(1, BROAD, decision(because=because)),)))
    assert one.rating.why == why
    assert (bool(one.left_out), bool(one.doubtful)) == (is_left_out, is_doubtful)
