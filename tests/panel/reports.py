"""Reports of raters made up, for the pages and the data that say what is in them."""

from dataclasses import replace
from functools import cache

from integraal.model.study.criteria import Bound, Criteria, Criterion, Enough, Measure, Weight
from integraal.model.study.findings import PanelReport
from integraal.panel.outcome.whole import collection, panel_report
from integraal.panel.practice import Practice, practised
from integraal.panel.recalibration.gains import recalibration
from tests.panel.studies import instrument, study

WRONG = "alleen-samen-aan-te-pakken"
"""The rule that none of these raters holds with."""
ONE = Weight(1, "Zo gekozen.")
EASY = Criterion(
    "haalbaar", Measure.ADVICE_NEAR, Bound.ESTIMATE, "Dat moet lukken.", 0.01, is_floor=True
)
HARD = Criterion(
    "onhaalbaar", Measure.RATERS_SAME, Bound.LOWER, "Dat lukt nooit.", 1.0, is_floor=True
)


@cache
def report(seed: int = 1) -> PanelReport:
    """Of eight raters, with what would have agreed better."""
    of, cases = instrument(), study()
    ratings = practised(cases, of, Practice(8, noise=0.2, against=(WRONG,)), seed, "Zo zie ik het.")
    criteria = Criteria((EASY, HARD), ONE, ONE, ONE, ONE, (), Enough())
    found = collection(cases, ratings, of)
    made = panel_report(found, ratings, criteria, seed, 60)
    return replace(made, recalibration=recalibration(found, criteria, seed, 60))
