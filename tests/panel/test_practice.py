"""Raters made up: what was put into them comes out, and a wrong rule is found."""

import pytest

from integraal.model.study.criteria import Criteria, Enough, Measure, Weight
from integraal.model.study.findings import PanelReport, Verdict
from integraal.panel.outcome.whole import collection, panel_report
from integraal.panel.practice import Practice, practised
from tests.counts import times
from tests.panel.studies import instrument, study

ONE = Weight(1, "Zo gekozen.")
WRONG = "alleen-samen-aan-te-pakken"


def _criteria(*routes: str) -> Criteria:
    return Criteria((), Weight(2, "Zwaarder."), ONE, Weight(10, "Zwaarst."), ONE, routes, Enough())


def _found(how: Practice, seed: int) -> PanelReport:
    of, cases = instrument(), study()
    ratings = practised(cases, of, how, seed, "")
    return panel_report(collection(cases, ratings, of), ratings, _criteria(), seed, 200)


def test_raters_without_noise_agree_with_the_advice() -> None:
    found = _found(Practice(5, noise=0), 1).levels
    assert found is not None
    assert found.estimates[Measure.ADVICE_SAME].value == 1
    assert found.estimates[Measure.RATERS_ALPHA].value == 1


@pytest.mark.parametrize(
    ("bias", "more"), [(0.3, Measure.UNDER_ADVICE), (-0.3, Measure.OVER_ADVICE)]
)
def test_a_bias_shows_on_its_side(bias: float, more: Measure) -> None:
    found = _found(Practice(8, noise=0.1, bias=bias), 2).levels
    assert found is not None
    less = {Measure.UNDER_ADVICE, Measure.OVER_ADVICE} - {more}
    assert (found.estimates[more].low or 0) > (found.estimates[less.pop()].high or 1)


def test_a_planted_wrong_rule_is_found_and_no_other() -> None:
    """Ten studies each day, a hundred in a long run."""
    runs, found, others = times(10), 0, 0
    for seed in range(runs):
        report = _found(Practice(8, noise=0.2, against=(WRONG,)), seed)
        rejected = {one.rule for one in report.of(Verdict.REJECTED)}
        found += WRONG in rejected
        others += len(rejected - {WRONG})
    assert found >= 0.9 * runs
    assert others <= 0.05 * runs


def test_where_no_rule_is_wrong_none_is_rejected() -> None:
    runs = times(10)
    rejected = [
        one.rule for seed in range(runs) for one in _found(Practice(8), seed).of(Verdict.REJECTED)
    ]
    assert len(rejected) <= 0.05 * runs


def test_a_missed_safety_route_is_counted_apart() -> None:
    of, cases = instrument("meldcode"), study("meldcode")
    ratings = practised(cases, of, Practice(6, noise=0.4), 1, "")
    criteria = _criteria(*of.danger_routes)
    report = panel_report(collection(cases, ratings, of), ratings, criteria, 1, 100)
    missed = report.safety[Measure.MISSED_SAFETY]
    assert missed.value is not None
    assert 0 < missed.value < 0.4
    assert report.levels is None
    assert report.routes is not None
    assert "bel-112" in report.routes.outcomes


def test_the_second_round_is_rated_only_where_that_is_asked() -> None:
    of, cases = instrument(), study()
    held = {case.id for case in cases.cases if case.held_back}
    for second in (False, True):
        made = practised(cases, of, Practice(5, second_round=second), 1, "")
        assert bool(held & {one.case for one in made.taken}) is second
