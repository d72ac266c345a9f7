"""What raters write for a level, a route and how sure they are, as people type it."""

import pytest

from integraal.model.study.ratings import Sureness
from integraal.model.study.sheet import marks_of
from integraal.panel.understood import Understood, sure_in
from tests.panel.sheets import INSTRUMENT, ROUTES

LEVELS = Understood(marks_of(INSTRUMENT))
OF_ROUTES = Understood(marks_of(ROUTES))
FIRST, SECOND = (outcome.id for outcome in ROUTES.outcomes[:2])


@pytest.mark.parametrize(
    "typed",
    [
        "c", "C", " c. ", "c)", "(c)", "3", "niveau 3", "Coördinatie", "coordinatie", "COÖRDINATIE",
        "c Coördinatie", "c) coördinatie", "3 - Coördinatie", "c, coördinatie", "level c",
        "c: coördinatie",
    ],
)  # fmt: skip
def test_a_level_is_understood_as_people_write_it(typed: str) -> None:
    assert LEVELS.marked([typed]) == (("coordinatie",), "")


@pytest.mark.parametrize(
    "typed", ["Segregatie (ieder apart)", "a Segregatie (ieder apart)", "segregatie", "1"]
)
def test_a_name_with_words_behind_it_is_its_level_with_and_without_them(typed: str) -> None:
    assert LEVELS.marked([typed]) == (("segregatie",), "")


@pytest.mark.parametrize(
    "typed", ["c/d", "c of d", "c-d", "3-4", "c, d", "c+d", "tussen c en d", "c Coöperatie", "c\nd"]
)
def test_two_levels_are_two(typed: str) -> None:
    assert LEVELS.marked([typed]) == (("coordinatie", "cooperatie"), "")


@pytest.mark.parametrize(
    "typed", ["hoog", "f", "6", "0", "niet d", "geen c", "c?", "x", "=1+2", "cc"]
)
def test_what_is_no_level_is_none(typed: str) -> None:
    assert LEVELS.marked([typed])[1] != ""


def test_the_nearest_level_is_named() -> None:
    assert LEVELS.nearest("kooperatie") == "Coöperatie"
    assert LEVELS.nearest("qqq") == ""


def test_several_routes_are_several_marks_and_a_number_is_none() -> None:
    assert OF_ROUTES.marked(["a, b"]) == ((FIRST, SECOND), "")
    assert OF_ROUTES.marked(["A en b"]) == ((FIRST, SECOND), "")
    assert OF_ROUTES.marked(["2"])[1] == "2"
    assert OF_ROUTES.marked([ROUTES.outcomes[0].text]) == ((FIRST,), "")


@pytest.mark.parametrize("typed", ["0", "geen", "none", "aucune"])
def test_that_no_route_fits_is_a_mark_of_routes_and_none_of_levels(typed: str) -> None:
    assert OF_ROUTES.says_none([typed])
    assert not LEVELS.says_none([typed])


@pytest.mark.parametrize(
    ("typed", "sure"),
    [
        ("1", 1), ("2 vrij zeker", 2), ("3.", 3), ("zeker", 3), ("Zeker!", 3), ("Onzeker", 1),
        ("heel zeker", 3), ("fairly sure", 2), ("assez sûr", 2), ("", None), ("4", None),
        ("3 onzeker", None),
    ],
)  # fmt: skip
def test_how_sure_somebody_is_is_understood_where_it_says_one_thing(
    typed: str, sure: int | None
) -> None:
    found, is_clear = sure_in([typed])
    assert found == (None if sure is None else Sureness(sure))
    assert is_clear is (sure is not None or not typed)


def test_two_crosses_at_how_sure_are_not_clear() -> None:
    assert sure_in(["1", "3"]) == (None, False)
