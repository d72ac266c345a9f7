"""All about one kind of mark, in numbers that can be counted on fingers."""

import pytest

from integraal.model.study.criteria import Measure
from integraal.model.study.findings import Part
from integraal.panel.outcome.collected import Collected
from integraal.panel.outcome.parts import of_safety, part, parts_widened
from tests.panel.outcome.small import CASES, LEVELS, of_levels, of_routes

MARKED = {"A": "hmhlm", "B": "hmmll", "C": "mhhl-"}
"""The advice is high, middle, high, low; the fifth case is the second told again."""


def levels(marked: dict[str, str] = MARKED) -> tuple[Collected, Part]:
    found = of_levels(marked)[0].levels()
    assert found is not None
    return found, part(found, LEVELS.level_ids, 1, 40)


def test_shares_with_the_advice_are_counted_over_all_marks() -> None:
    _, found = levels()
    of = found.estimates
    # Of twelve marks nine are the advice; too light once, in the second; too heavy twice.
    assert of[Measure.ADVICE_SAME].value == pytest.approx(9 / 12)
    assert of[Measure.ADVICE_NEAR].value == 1
    assert of[Measure.UNDER_ADVICE].value == pytest.approx(1 / 12)
    assert of[Measure.OVER_ADVICE].value == pytest.approx(2 / 12)
    assert (of[Measure.ADVICE_SAME].cases, of[Measure.ADVICE_SAME].marks) == (4, 12)


def test_shares_among_raters_are_counted_over_pairs() -> None:
    of = levels()[1].estimates
    # Three pairs a case: one alike in each of the first three, all three in the last.
    assert of[Measure.RATERS_SAME].value == pytest.approx(6 / 12)
    assert of[Measure.RATERS_NEAR].value == 1


def test_each_rater_stands_beside_the_advice_and_beside_herself() -> None:
    _, found = levels()
    told = [
        (one.rater, one.marks, one.beside[Measure.ADVICE_SAME], one.repeats, one.alike)
        for one in found.raters
    ]
    # The third never marked the case that came again.
    assert told == [("A", 4, 1, 1, 1), ("B", 4, 0.75, 1, 0), ("C", 4, 0.5, 0, 0)]


def test_each_pair_of_raters_has_what_both_marked() -> None:
    _, found = levels({"A": "hmhl", "B": "hm-l", "C": "---l"})
    assert [(one.one, one.other, one.marks) for one in found.pairs] == [
        ("A", "B", 3),
        ("A", "C", 1),
        ("B", "C", 1),
    ]
    assert all(value in (None, 1) for one in found.pairs for value in one.measures.values())


def test_a_spread_is_who_marked_what_beside_what_is_advised() -> None:
    _, found = levels({"A": "hm", "B": "-h"})
    assert found.spreads[0].marks == (("A", 2),)
    assert found.spreads[1].marks == (("A", 1), ("B", 2))
    assert [(one.case, one.advice, one.reach) for one in found.spreads] == [
        ("K01", 2, 2), ("K02", 1, 1), ("K03", 2, 2), ("K04", 0, 0),
    ]  # fmt: skip
    assert [found.spreads[1].count(at) for at in range(3)] == [0, 1, 1]


def test_without_a_case_told_twice_nobody_stands_beside_herself() -> None:
    once = {rater: signs[:4] for rater, signs in MARKED.items()}
    found = of_levels(once, CASES[:4])[0].levels()
    assert found is not None
    assert Measure.SELF_SAME not in part(found, LEVELS.level_ids, 1, 20).estimates
    assert Measure.SELF_SAME in levels()[1].estimates


def test_each_route_has_its_own_agreement_and_what_is_missed() -> None:
    marked = {
        "A": {"K01": "goed", "K02": "rust", "K03": "plan"},
        "B": {"K01": "goed rust", "K02": "", "K03": "plan"},
    }
    routes = of_routes(marked)[0].routes()
    assert routes is not None
    found = part(routes, ("no", "yes"), 1, 30)
    assert list(found.outcomes) == ["goed", "rust", "plan"]
    assert found.outcomes["goed"][Measure.RATERS_SAME].value == 1
    assert found.outcomes["rust"][Measure.RATERS_SAME].value == pytest.approx(1 / 3)
    assert found.outcomes["plan"][Measure.ADVICE_SAME].value == pytest.approx(4 / 6)
    # Nobody is advised `plan` there, and both go it.
    assert found.outcomes["plan"][Measure.MISSED_SAFETY].value == 1
    assert found.outcomes["goed"][Measure.MISSED_SAFETY].value == 0


def test_a_share_gets_room_for_what_few_cases_leave_possible_and_a_coefficient_does_not() -> None:
    collected, found = levels({"A": "hmhl", "B": "hmhl"})
    assert found.estimates[Measure.ADVICE_SAME].low is not None
    assert (found.estimates[Measure.ADVICE_SAME].low or 0) < 1
    alpha = found.estimates[Measure.RATERS_ALPHA]
    assert parts_widened({Measure.RATERS_ALPHA: alpha}) == {Measure.RATERS_ALPHA: alpha}
    assert set(of_safety(collected.marks, 1, 20)) == {Measure.MISSED_SAFETY, Measure.EXTRA_SAFETY}
