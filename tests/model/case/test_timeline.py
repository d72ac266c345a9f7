"""Which moments an instrument looks at, and what goes along with them."""

from dataclasses import replace
from datetime import date

import pytest

from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.case import Agreement, Case, Moment
from integraal.model.case.timeline import look, noted_apart, own_moments, without_calm
from integraal.model.instrument import Instrument
from integraal.reading.library import Library
from tests.engine.builders import an_instrument, one

VOOR_WIE = Library().instrument("voor-wie-doen-we-wat")
MELDCODE = Library().instrument("meldcode")
FROM = {"v": ((VOOR_WIE.id, "1"),), "m": ((MELDCODE.id, "1"),), "-": ()}


def case(*moments: tuple[str, dict[str, Answer]]) -> Case:
    """A case with a moment a month: of which instrument it is, and what was answered."""
    made = (
        Moment(date(2026, month, 1), Answers(answers), FROM[of])
        for month, (of, answers) in enumerate(moments, 1)
    )
    return Case("C-1", moments=tuple(made))


def months(instrument: Instrument, of: Case) -> list[int]:
    return [each.day.month for each in own_moments(instrument, of) if each.day]


MANY: dict[str, Answer] = {"aantal_professionals": "drie_of_meer"}


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ([("v", MANY), ("m", {"md_signalen": "ja"})], [1]),
        ([("v", MANY), ("-", {"aantal_professionals": "een"})], [1, 2]),
        ([("v", MANY), ("-", {"md_signalen": "ja"})], [1]),
        ([("v", MANY), ("-", {})], [1, 2]),
        ([("-", MANY), ("-", {"md_signalen": "ja", "veiligheid": "zorg"})], [1]),
        ([("m", {"leefgebieden": frozenset()}), ("m", {"md_signalen": "ja"})], [1]),
        ([("v", MANY), ("-", {"wat_nodig": "Rust.", "md_signalen": "ja"})], [1]),
        ([("m", {"md_signalen": "ja"}), ("m", {"md_signalen": "nee"})], [2]),
    ],
)
def test_moments_of_its_own(given: list[tuple[str, dict[str, Answer]]], seen: list[int]) -> None:
    assert months(VOOR_WIE, case(*given)) == seen


def test_what_is_known_later_takes_the_place_of_what_was_and_not_knowing_does_not() -> None:
    before: dict[str, Answer] = {"veiligheid": "zorg", "gezinsleden": "een"}
    since: dict[str, Answer] = {"veiligheid": DONT_KNOW, "gezinsleden": "twee"}
    found = look(VOOR_WIE, case(("v", before), ("m", since)))
    assert dict(found.answers) == {"veiligheid": "zorg", "gezinsleden": "twee"}
    assert [(one.question, one.day) for one in found.along] == [("gezinsleden", date(2026, 2, 1))]
    assert (found.moment.day, found.until) == (date(2026, 1, 1), date(2026, 2, 1))


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (frozenset({"werk"}), frozenset({"wonen", "werk"})),
        (frozenset[str](), frozenset({"wonen"})),
        (
            Partly(frozenset(), frozenset({"werk"})),
            Partly(frozenset({"wonen"}), frozenset({"werk"})),
        ),
        (DONT_KNOW, Partly(frozenset({"wonen"}), frozenset({"werk"}))),
    ],
)
def test_of_a_list_that_is_known_in_part_what_was_known_stays(before: Answer, now: Answer) -> None:
    partly = Partly(frozenset({"wonen"}), frozenset({"werk"}))
    found = look(VOOR_WIE, case(("v", {"leefgebieden": before}), ("m", {"leefgebieden": partly})))
    assert found.answers["leefgebieden"] == now


@pytest.mark.parametrize(
    ("said", "goes_along"),
    [("ja", True), ("nee", False), (DONT_KNOW, False)],
)
def test_a_worry_that_another_heard_goes_along_and_a_calm_does_not(
    said: Answer, goes_along: bool
) -> None:
    found = look(VOOR_WIE, case(("m", {"direct_gevaar": said}), ("v", MANY)))
    assert ("direct_gevaar" in found.answers) is goes_along


def test_what_it_left_open_itself_it_no_longer_says() -> None:
    found = look(VOOR_WIE, case(("v", {"direct_gevaar": "ja"}), ("v", MANY)))
    assert "direct_gevaar" not in found.answers


def test_what_only_others_asked_goes_along_from_before() -> None:
    found = look(VOOR_WIE, case(("m", {"md_acuut": "ja"}), ("v", MANY)))
    assert (found.answers["md_acuut"], found.along) == ("ja", ())


def test_a_sensitive_answer_never_decides_which_moments_are_looked_at() -> None:
    for safety in ({}, {"veiligheid": "zorg"}, {"veiligheid": "geen_zorg"}):
        found = case(("v", MANY), ("-", {"md_signalen": "ja", **safety}))
        assert months(VOOR_WIE, found) == [1]


def test_where_all_is_sensitive_that_tells() -> None:
    assert months(MELDCODE, case(("v", {"md_signalen": "ja"}), ("v", MANY))) == [1]


def test_that_nobody_is_in_danger_is_asked_anew() -> None:
    said: dict[str, Answer] = {"direct_gevaar": "nee", "veiligheid": "zorg", **MANY}
    assert without_calm(VOOR_WIE, Answers(said)).keys() == {"veiligheid", *MANY}


def test_a_day_on_which_people_only_agreed_is_not_looked_at() -> None:
    agreed = Agreement("Plan maken", "wijkteam", None, done=False)
    asked = an_instrument(one("last"), replace(one("land"), from_case=True))
    answered = Moment(date(2026, 5, 1), Answers({"last": "ja", "land": "ja"}))
    noted = Moment(date(2026, 9, 1), Answers({"land": "ja"}), agreements=(agreed,))
    empty = Moment(date(2026, 10, 1), Answers())
    named = Moment(date(2026, 11, 1), Answers(), ((asked.id, "1"),), (agreed,))
    moments = (answered, noted, empty, named)
    assert noted_apart(asked, moments) == ((answered, empty, named), (noted,))


def test_where_nothing_was_ever_answered_every_day_is_looked_at() -> None:
    agreed = Agreement("Plan maken", "wijkteam", None, done=False)
    moments = (Moment(None, Answers(), agreements=(agreed,)),)
    assert noted_apart(an_instrument(one("last")), moments) == (moments, ())
