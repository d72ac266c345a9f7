"""Intervals cover as they say: raters of whom is known how far they agree, over and over."""

from collections import Counter
from collections.abc import Mapping

import pytest

from integraal.model.study.criteria import Measure
from integraal.model.study.findings import Estimate
from integraal.panel.agreement.intervals import draws, estimates, widened
from integraal.panel.agreement.marks import Drawn, Marks, Unit
from integraal.panel.agreement.measures import among_raters, with_advice
from tests.counts import times
from tests.panel.agreement.made_up import known, study


def _measured(marks: Marks, drawn: Drawn) -> Mapping[Measure, float | None]:
    return {**among_raters(marks, drawn), **with_advice(marks, drawn)}


def _holds(name: Measure, found: Estimate, truth: float) -> bool:
    shown = widened(found) if name.is_share else found
    assert shown.low is not None
    assert shown.high is not None
    return shown.low - 1e-12 <= truth <= shown.high + 1e-12


@pytest.mark.parametrize("noise", [0.3, 0.5])
def test_what_is_known_lies_within_its_interval_in_95_of_100_studies(noise: float) -> None:
    """Eight raters and thirty cases; ten studies each day, a hundred in a long run."""
    runs, truth = times(10), known(noise)
    within: Counter[Measure] = Counter()
    for seed in range(runs):
        found = estimates(study(30, 8, noise, 1000 + seed), _measured, seed, 300)
        within.update(name for name, one in found.items() if _holds(name, one, truth[name]))
    assert sum(within.values()) >= 0.95 * runs * len(truth), within
    assert min(within[name] for name in truth) >= 0.9 * runs, within


def test_more_raters_and_cases_make_it_narrower() -> None:
    few, many = (
        estimates(study(cases, raters, 0.3, 7), among_raters, 1, 200)[Measure.RATERS_ALPHA]
        for cases, raters in ((20, 5), (80, 12))
    )
    assert few.error is not None
    assert many.error is not None
    assert many.error < few.error / 1.5


def test_the_same_seed_draws_the_same() -> None:
    assert list(draws(9, 4, 5, 3)) == list(draws(9, 4, 5, 3)) != list(draws(9, 4, 6, 3))


def test_each_draw_has_as_many_cases_and_raters_as_there_are() -> None:
    for draw in draws(9, 4, 5, 20):
        assert (sum(draw.cases), sum(draw.raters)) == (9, 4)


def test_where_nothing_went_wrong_in_few_cases_it_may_yet() -> None:
    marks = Marks(tuple(Unit(case, (2,) * 8, 2, 2) for case in range(30)), 30, 8, 5)
    found = estimates(marks, with_advice, 1, 50)
    under = widened(found[Measure.UNDER_ADVICE])
    assert (under.value, under.low) == (0, 0)
    assert under.high == pytest.approx(0.116, abs=0.001)  # Clopper and Pearson, 0 of 30
    same = widened(found[Measure.ADVICE_SAME])
    assert same.low == pytest.approx(0.884, abs=0.001)
    # All draws are alike, which does not make it certain: 0.1157 is 3.92 standard errors.
    assert found[Measure.ADVICE_SAME].error == 0
    assert same.error == pytest.approx(0.0295, abs=0.0001)


def test_what_cannot_be_measured_has_no_interval() -> None:
    marks = Marks(tuple(Unit(case, (2,) * 8, 2, 2) for case in range(30)), 30, 8, 5)
    kappa = estimates(marks, with_advice, 1, 50)[Measure.ADVICE_KAPPA_LINEAR]
    assert (kappa.value, kappa.low, kappa.high) == (None, None, None)


def test_one_case_has_no_interval() -> None:
    marks = Marks((Unit(0, (1, 2, 2), 2, 2),), 1, 3, 5)
    same = estimates(marks, with_advice, 1, 50)[Measure.ADVICE_SAME]
    assert same.value == pytest.approx(2 / 3)
    assert same.low is None
