"""Ratings beside the advice: who marked what where, and what belongs to another study."""

from dataclasses import replace

import pytest

from integraal.model.study.cases import StudyCase
from integraal.model.study.ratings import Rating
from integraal.panel.agreement.marks import Unit
from integraal.panel.outcome.collected import LEAST_CASES, LEAST_RATERS, strangers
from tests.panel.outcome.small import (
    BY_ROUTE,
    CASES,
    LEVELS,
    LIGHT,
    ROUTES,
    of_levels,
    of_routes,
    study,
)

MARKED = {"B": "hm-l", "A": "mmhlm", "AA": "h----h"}


def test_marks_stand_by_case_and_rater_with_a_blank_where_there_is_none() -> None:
    found, _ = of_levels(MARKED)
    levels = found.levels()
    assert levels is not None
    assert levels.raters == ("A", "B", "AA")
    assert levels.cases == ("K01", "K02", "K03", "K04")
    assert levels.marks.units == (
        Unit(0, (1, 2, 2), 2, 2),
        Unit(1, (1, 1, None), 1, 1),
        Unit(2, (2, None, None), 2, 2),
        Unit(3, (0, 0, None), 0, 0),
    )
    assert (levels.marks.count, levels.marks.categories) == (8, 3)


def test_a_case_that_was_told_twice_is_one_case_and_a_pair() -> None:
    found, _ = of_levels(MARKED)
    levels = found.levels()
    assert levels is not None
    assert [case.id for case in found.cases()] == ["K01", "K02", "K03", "K04"]
    assert levels.repeats.units == (
        Unit(0, (1, 1, None), 1, 1),
        Unit(0, (1, None, None), 1, 1),
    )


def test_cases_that_were_held_back_are_a_round_of_their_own() -> None:
    found, _ = of_levels(MARKED)
    held = found.levels(held_back=True)
    assert held is not None
    assert held.cases == ("K06",)
    assert held.marks.units == (Unit(0, (None, None, 2), 1, 1),)


def test_where_nobody_marked_a_level_there_are_none() -> None:
    assert of_levels({})[0].levels() is None
    assert of_routes({"A": {"K01": "goed"}})[0].levels() is None


def test_routes_are_those_that_anybody_goes_or_that_are_advised() -> None:
    found, _ = of_routes({"A": {"K01": "goed", "K02": ""}, "B": {"K01": "goed rust"}})
    routes = found.routes()
    assert routes is not None
    # Nobody goes `plan`, and it is advised in none of these cases.
    assert routes.units == tuple(
        (case.id, route) for case in BY_ROUTE for route in ("goed", "rust")
    )
    assert routes.marks.units[:4] == (
        Unit(0, (1, 1), 1, 1),
        Unit(0, (0, 1), 0, 0),
        Unit(1, (0, None), 0, 0),
        Unit(1, (0, None), 1, 1),
    )
    wider, _ = of_routes({"A": {"K03": "plan"}})
    assert {route for _, route in wider.routes().units} == {"goed", "rust", "plan"}  # type: ignore[union-attr]


@pytest.mark.parametrize(("cases", "is_enough"), [(LEAST_CASES, True), (LEAST_CASES - 1, False)])
def test_enough_is_so_many_cases_each_marked_by_so_many(cases: int, is_enough: bool) -> None:
    many = tuple(StudyCase(f"K{at:02}", LIGHT) for at in range(1, LEAST_CASES + 1))
    found, given = of_levels({}, many)
    taken = tuple(
        Rating(rater, case.id, level="laag")
        for at, case in enumerate(many)
        for rater in "ABCDEF"[: LEAST_RATERS if at < cases else LEAST_RATERS - 1]
    )
    found = type(found).of(found.study, replace(given, taken=taken), found.instrument, found.advice)
    assert found.well_rated() == cases
    assert found.is_enough() is is_enough


def test_what_belongs_to_another_study_is_named_once_and_first_of_all_by_its_version() -> None:
    of = study(LEVELS, CASES)
    _, given = of_levels({"A": "h"})
    assert list(strangers(of, given, LEVELS, "b.json")) == []
    elsewhere = replace(given, version="9.9")
    assert [one.code for one in strangers(of, elsewhere, LEVELS, "b.json")] == ["ratings-elsewhere"]
    wrong = (
        Rating("A", "K99", level="hoog"),
        Rating("B", "K99", level="hoogst"),
        Rating("B", "K01", routes=frozenset({"weg"})),
    )
    found = list(strangers(of, replace(given, taken=wrong), LEVELS, "b.json"))
    assert [(one.code, dict(one.details)["id"]) for one in found] == [
        ("rated-unknown", "K99"),
        ("rated-unknown", "hoogst"),
        ("rated-unknown", "weg"),
    ]


def test_a_mark_of_a_level_says_nothing_of_routes() -> None:
    found, _ = of_routes({"A": {"K01": "goed"}})
    levels = found.study, replace(of_levels({"A": "h"})[1], taken=(Rating("A", "K01", level="x"),))
    laid = type(found).of(levels[0], levels[1], ROUTES, found.advice)
    assert laid.routes() is None


def test_who_marked_nothing_rated_no_case() -> None:
    found, given = of_levels({"A": "h", "B": "h", "C": "h", "D": "h"})
    blank = replace(given, taken=(*given.taken, Rating("E", "K01", why="Lastig.")))
    laid = type(found).of(found.study, blank, LEVELS, found.advice)
    assert set(laid.by_case["K01"]) == {"A", "B", "C", "D"}
    assert laid.raters == ("A", "B", "C", "D", "E")
