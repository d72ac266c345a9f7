"""What raters filled in becomes ratings: every place is taken, refused or blank."""

from dataclasses import replace
from datetime import date

import pytest

from integraal.model.finding import Place
from integraal.model.study.filled import FilledMark, FilledSheet
from integraal.model.study.sheet import sheet_check
from integraal.panel.taking import Taken, take
from tests.panel.random_cases import random_study
from tests.panel.sheets import INSTRUMENT, ROUTES

DAY = date(2026, 12, 1)
SMALL = random_study(INSTRUMENT, 4)
CHECK = sheet_check(SMALL)
ROUTED = random_study(ROUTES, 3)


def sheet(*marks: FilledMark, rater: str = "A", check: str = CHECK) -> FilledSheet:
    return FilledSheet(f"{rater}.txt", rater, (check,) if check else (), marks)


def mark(case: str, *marked: str, sure: tuple[str, ...] = (), why: str = "") -> FilledMark:
    return FilledMark(Place("A.txt", 1), case, marked, sure, why)


def taken(*sheets: FilledSheet) -> Taken:
    found = take(SMALL, INSTRUMENT, sheets, DAY)
    ratings = found.ratings
    assert found.places == len(ratings.taken) + ratings.refused + ratings.blank
    return found


def codes(found: Taken) -> list[str]:
    return [each.code for each in found.findings]


def test_each_place_is_counted_once() -> None:
    found = taken(sheet(mark("K01", "c"), mark("K02", "c/d"), mark("K03")))
    counts = (len(found.ratings.taken), found.ratings.refused, found.ratings.blank)
    assert counts == (1, 1, 2)
    assert found.empty == {"A": ("K03", "K04")}
    assert codes(found) == ["panel-two-levels"]


def test_raters_stand_in_the_order_of_their_letters_and_cases_in_that_of_the_study() -> None:
    sheets = [sheet(mark("K03", "b"), mark("K01", "a"), rater=rater) for rater in ("AA", "B", "A")]
    found = taken(*sheets)
    order = [(each.rater, each.case) for each in found.ratings.taken]
    assert order == [(rater, case) for rater in ("A", "B", "AA") for case in ("K01", "K03")]


def test_a_case_is_known_however_it_is_typed() -> None:
    found = taken(sheet(mark("k1", "a"), mark("K 2", "a"), mark("K003", "a"), mark(" k04 ", "a")))
    assert len(found.ratings.taken) == 4


def test_a_mark_refused_in_one_file_is_not_taken_from_another() -> None:
    found = taken(sheet(mark("K01", "c/d")), sheet(mark("K01", "c")))
    assert (len(found.ratings.taken), found.ratings.refused) == (0, 1)


def test_the_longest_reason_of_two_files_that_agree_is_kept() -> None:
    one, other = mark("K01", "c", why="te weinig"), mark("K01", "3", why="te weinig overzicht")
    found = taken(sheet(one), sheet(other))
    assert [each.why for each in found.ratings.taken] == ["te weinig overzicht"]
    assert codes(found) == []


def test_two_files_that_say_another_sureness_are_not_the_same() -> None:
    found = taken(sheet(mark("K01", "c", sure=("1",))), sheet(mark("K01", "c", sure=("3",))))
    assert codes(found) == ["panel-marks-differ"]
    assert found.ratings.refused == 1


def test_whoever_does_not_know_marks_nothing() -> None:
    found = taken(sheet(mark("K01", "weet ik niet")))
    assert codes(found) == ["panel-no-mark"]
    assert found.ratings.blank == 4


def test_blank_places_are_those_of_the_rounds_of_which_something_came_back() -> None:
    cases = tuple(replace(case, held_back=case.id > "K02") for case in SMALL.cases)
    study = replace(SMALL, cases=cases)
    check = sheet_check(study)

    def blank(*marks: FilledMark) -> int:
        return take(study, INSTRUMENT, [sheet(*marks, check=check)], DAY).ratings.blank

    assert blank(mark("K01", "a")) == 1
    assert blank(mark("K03", "a")) == 1
    assert blank(mark("K01", "a"), mark("K03", "a")) == 2
    assert blank() == 2


def test_a_code_that_hits_a_case_of_the_other_round_is_said_with_its_place() -> None:
    study = random_study(INSTRUMENT, 12)
    cases = tuple(replace(case, held_back=case.id > "K08") for case in study.cases)
    study = replace(study, cases=cases)

    def said(*numbers: int) -> list[tuple[str, str]]:
        marks = [mark(f"K{number:02}", "a") for number in numbers]
        filled = [sheet(*marks, check=sheet_check(study))]
        found = take(study, INSTRUMENT, filled, DAY)
        assert len(found.ratings.taken) == len(numbers)
        return [(each.code, dict(each.details)["case"]) for each in found.findings]

    assert said(1, 2, 3, 4, 11) == [("panel-other-round", "K11")]
    assert said(9, 10, 11, 12, 3) == [("panel-other-round", "K03")]
    assert said(1, 2, 3, 4, 5, 6, 7, 8) == []
    assert said(*range(1, 13)) == [], "both rounds, typed in one file"


@pytest.mark.parametrize("marked", [("0",), ("geen",)])
def test_that_no_route_fits_is_a_mark(marked: tuple[str, ...]) -> None:
    filled = sheet(mark("K01", *marked), mark("K02", "a, b"), check=sheet_check(ROUTED))
    ratings = take(ROUTED, ROUTES, [filled], DAY).ratings
    names = [outcome.id for outcome in ROUTES.outcomes[:2]]
    assert [each.routes for each in ratings.taken] == [frozenset(), frozenset(names)]
    assert (ratings.refused, ratings.blank) == (0, 1)


def test_nothing_that_came_back_is_nothing_taken() -> None:
    found = take(SMALL, INSTRUMENT, [], DAY)
    assert found.places == 0
