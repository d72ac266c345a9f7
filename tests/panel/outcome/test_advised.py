"""What an instrument advises in a case, as numbers; and what it would without one of its rules."""

from dataclasses import replace

from integraal.model.study.cases import StudyCase
from integraal.panel.outcome.advised import advised, reasons, without
from tests.panel.outcome.small import (
    BURDENED,
    BY_ROUTE,
    CASES,
    HEAVY,
    LEVELS,
    LIGHT,
    ROUTES,
    STUCK,
    UNKNOWN,
)


def test_a_level_is_its_place_on_the_scale_and_a_settled_one_reaches_no_further() -> None:
    found = advised(LEVELS, CASES)
    assert {case: (one.level, one.reach) for case, one in found.items()} == {
        "K01": (2, 2), "K02": (1, 1), "K03": (2, 2), "K04": (0, 0), "K05": (1, 1), "K06": (1, 1),
    }  # fmt: skip


def test_where_answers_are_unknown_it_may_become_what_they_could_make_of_it() -> None:
    (one,) = advised(LEVELS, [StudyCase("K01", UNKNOWN)]).values()
    assert (one.level, one.reach) == (0, 2)


def test_without_a_rule_the_level_is_that_of_the_rules_that_are_left() -> None:
    cases = [StudyCase("K01", HEAVY), StudyCase("K02", BURDENED), StudyCase("K03", STUCK)]
    for rule, levels in (
        ("zwaar-en-breed", [1, 1, 2]),
        ("belast", [2, 0, 2]),
        ("werkt-niet", [2, 1, 0]),
        ("breed", [2, 1, 2]),
    ):
        found = advised(without(LEVELS, rule), cases)
        assert [one.level for one in found.values()] == levels, rule


def test_a_rule_that_is_gone_is_overridden_and_overrides_no_more() -> None:
    first, *others = LEVELS.rules
    over = replace(first, overrides=(others[0].id, others[1].id))
    left = without(replace(LEVELS, rules=(over, *others)), others[0].id)
    assert [rule.id for rule in left.rules] == [first.id, *(rule.id for rule in others[1:])]
    assert left.rules[0].overrides == (others[1].id,)


def test_rules_that_surely_raise_are_its_reasons_and_what_is_unknown_is_none() -> None:
    assert reasons(LEVELS, HEAVY) == {"belast", "breed", "zwaar-en-breed", "zwaar"}
    assert reasons(LEVELS, BURDENED) == {"belast"}
    assert reasons(LEVELS, LIGHT) == reasons(LEVELS, UNKNOWN) == frozenset()


def test_a_route_holds_now_or_might_or_neither() -> None:
    found = advised(ROUTES, BY_ROUTE)
    assert {case: (one.level, set(one.routes)) for case, one in found.items()} == {
        "K01": (-1, {"goed"}), "K02": (-1, {"rust"}), "K03": (-1, {"rust"}),
    }  # fmt: skip
    # How often it was is not known there: perhaps often enough for the row above.
    assert [found["K03"].of_route(route) for route in ("goed", "rust")] == [(0, 1), (1, 1)]
    assert [found["K02"].of_route(route) for route in ("goed", "rust")] == [(0, 0), (1, 1)]
