"""Each rule beside the raters, on the cases in which it decides."""

from dataclasses import replace

import pytest

from integraal.model.study.criteria import Enough
from integraal.model.study.findings import RuleFinding, Verdict
from integraal.panel.outcome.rules import rule_findings
from tests.panel.outcome.small import CASES, of_levels, of_routes

RATERS = "ABCDEFGH"
ANY = Enough(cases=1, marks=1)


def findings(marked: dict[str, str], enough: Enough = ANY) -> dict[str, RuleFinding]:
    return {one.rule: one for one in rule_findings(of_levels(marked)[0], enough, 1, 60)}


def all_mark(signs: str, raters: str = RATERS) -> dict[str, str]:
    return dict.fromkeys(raters, signs)


@pytest.mark.parametrize(
    ("first", "verdict"),
    [("h", Verdict.CARRIED), ("m", Verdict.REJECTED), ("l", Verdict.REJECTED)],
)
def test_a_rule_is_carried_where_raters_go_as_far_and_rejected_where_none_does(
    first: str, verdict: Verdict
) -> None:
    found = findings(all_mark(f"{first}mhl"))["zwaar-en-breed"]
    assert found.verdict is verdict
    assert found.carried.value == (verdict is Verdict.CARRIED)
    (case,) = found.cases
    assert (case.case, case.advice, case.without) == ("K01", "hoog", "midden")
    assert (case.carry, case.marked) == (8 * (first == "h"), 8)
    assert [mark.why for mark in case.marks][:2] == ["A zag K01.", "B zag K01."]


def test_who_goes_further_than_a_rule_carries_it_too() -> None:
    found = findings({**all_mark("hhhl", "ABCD"), **all_mark("hmhl", "EFGH")})["belast"]
    assert (found.verdict, found.carried.value) == (Verdict.CARRIED, 1)


def test_raters_who_are_divided_leave_a_rule_open() -> None:
    found = findings({**all_mark("hmhl", "ABCD"), **all_mark("mmhl", "EFGH")})["zwaar-en-breed"]
    assert (found.verdict, found.carried.value) == (Verdict.OPEN, 0.5)
    assert found.carried.low is not None
    assert found.carried.low < 0.5 < (found.carried.high or 0)


@pytest.mark.parametrize(
    "enough", [Enough(cases=2, marks=1), Enough(cases=1, marks=9)], ids=["cases", "marks"]
)
def test_of_a_rule_with_fewer_cases_or_marks_than_was_agreed_nothing_is_said(
    enough: Enough,
) -> None:
    found = findings(all_mark("mmhl"), enough)["zwaar-en-breed"]
    assert found.verdict is Verdict.TOO_FEW
    assert found.carried.value == 0  # it is shown all the same


def test_a_rule_that_decides_in_no_case_is_untold_and_one_that_leads_elsewhere_is_not_there() -> (
    None
):
    found = findings(all_mark("hmhl"))
    assert {rule for rule, one in found.items() if one.verdict is Verdict.UNTOLD} == {
        "breed",
        "zwaar",
    }
    assert found["breed"].cases == ()
    assert "kan-niet" not in found  # it limits what is feasible, and nobody marked that


def test_blanks_cases_told_again_and_cases_held_back_count_for_no_rule() -> None:
    # The fifth is the second again; the sixth was held back: both go against the rule.
    found = findings({**all_mark("hmhlll", "ABCDEFG"), "H": "h-hlll"})["belast"]
    assert [(case.case, case.carry, case.marked) for case in found.cases] == [("K02", 7, 7)]
    assert found.verdict is Verdict.CARRIED


def test_a_case_of_which_it_was_only_said_that_a_rule_decides_does_not_count() -> None:
    """The file says which rules decide; whether they do is looked up."""
    said = tuple(replace(case, tells=("breed",)) for case in CASES)
    found = {one.rule: one for one in rule_findings(of_levels({"A": "h"}, said)[0], ANY, 1, 20)}
    assert found["breed"].verdict is Verdict.UNTOLD


def test_a_rule_of_a_route_is_carried_by_who_goes_it_among_others() -> None:
    marked = {rater: {"K01": "goed rust", "K02": "plan"} for rater in RATERS}
    found = {one.rule: one for one in rule_findings(of_routes(marked)[0], ANY, 1, 60)}
    assert (found["vaak"].verdict, found["druk"].verdict) == (Verdict.CARRIED, Verdict.REJECTED)
    (case,) = found["vaak"].cases
    assert (case.advice, case.without, case.carry, case.marked) == ("goed", "", 8, 8)


def test_as_many_marks_as_were_agreed_are_enough() -> None:
    assert findings(all_mark("hmhl"), Enough(1, 8))["zwaar-en-breed"].verdict is Verdict.CARRIED


def test_a_case_that_was_not_chosen_for_a_rule_says_nothing_of_it() -> None:
    chosen = tuple(replace(case, tells=()) for case in CASES)
    found = rule_findings(of_levels(all_mark("hmhl"), chosen)[0], ANY, 1, 20)
    assert {one.verdict for one in found} == {Verdict.UNTOLD}


@pytest.mark.parametrize(("sign", "other"), [("m", "l"), ("l", "m")])
def test_most_marks_settle_nothing_where_half_of_the_cases_say_nothing(
    sign: str, other: str
) -> None:
    """All raters agree on one case of a rule and are divided on the other."""
    two = CASES[1], replace(CASES[1], id="K03")
    marked = {**all_mark(f"-{sign}{sign}", "ABCD"), **all_mark(f"-{sign}{other}", "EFGH")}
    found = {one.rule: one for one in rule_findings(of_levels(marked, two)[0], ANY, 1, 200)}
    share = found["belast"].carried
    assert share.value == (0.75 if sign == "m" else 0.25)
    assert (share.low or 0) > 0.5 or (share.high or 1) < 0.5
    assert found["belast"].verdict is Verdict.OPEN
