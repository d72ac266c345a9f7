"""Published tables, to three decimals."""

from collections.abc import Sequence

import pytest

from integraal.panel.agreement.coefficients import (
    ac2,
    alpha,
    disagreement,
    ordinal_distances,
    pair_ac2,
    weighted_kappa,
)
from integraal.panel.agreement.weights import Distances, linear, nominal, ordinal, quadratic

# Cohen 1960, table 1, and 1968, where wrong diagnoses weigh 1, 3 or 6: as in the R package psych,
# `cohen.kappa`, whose help says "cohen reports .492 and .348".
COHEN = ((44, 7, 9), (5, 20, 5), (1, 3, 6))
COHEN_WEIGHTS = ((0, 1, 3), (1, 0, 6), (3, 6, 0))
# Gwet's abstractors: R package irrCAC, `cont3x3abstractors`, vignette "overview".
ABSTRACTORS = ((13, 0, 0), (0, 20, 7), (0, 4, 56))
# Fleiss 1971, psychiatric diagnoses: 30 patients, six raters, five kinds; statsmodels,
# `test_inter_rater.diagnoses`, after the R package irr.
DIAGNOSES = (
    "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 "
    "144444 124444 222333 144444 224445 333335 111455 111112 224444 133555 "
    "555555 244444 224555 114444 144445 222224 111155 224444 133333 555555"
)
# Krippendorff 2011, example C: four observers, twelve units; Gwet 2014 has the same ones
# (irrCAC, `cac.raw4raters`). A point is a mark that was not made.
OBSERVERS = "11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3."


def _counts(units: str) -> list[list[int]]:
    return [[unit.count(str(each)) for each in range(1, 6)] for unit in units.split()]


def _seen(units: Sequence[Sequence[int]], distances: Distances, *, by_marks: bool) -> float:
    """The mean disagreement within units that have two marks."""
    parts = [
        (
            disagreement(unit, sum(unit) * (sum(unit) - 1) / 2, distances),
            sum(unit) if by_marks else 1,
        )
        for unit in units
        if sum(unit) > 1
    ]
    return sum(value * weight for value, weight in parts) / sum(weight for _, weight in parts)


def _alpha(units: Sequence[Sequence[int]], kind: str) -> float | None:
    paired = [unit for unit in units if sum(unit) > 1]
    counts = [sum(unit[each] for unit in paired) for each in range(5)]
    distances = {
        "nominal": nominal(5),
        "ordinal": ordinal_distances(counts),
        "interval": quadratic(5),
    }[kind]
    return alpha(_seen(paired, distances, by_marks=True), counts, distances)


def _ac2(units: Sequence[Sequence[int]], distances: Distances) -> float | None:
    shares = [sum(unit[each] / sum(unit) for unit in units) / len(units) for each in range(5)]
    return ac2(_seen(units, distances, by_marks=False), shares, distances)


def test_kappa_is_that_of_cohen_1960() -> None:
    assert weighted_kappa(COHEN, nominal(3)) == pytest.approx(0.492, abs=0.0005)


def test_weighted_kappa_is_that_of_cohen_1968() -> None:
    assert weighted_kappa(COHEN, COHEN_WEIGHTS) == pytest.approx(0.348, abs=0.0005)


def test_kappa_of_gwets_abstractors() -> None:
    assert weighted_kappa(ABSTRACTORS, nominal(3)) == pytest.approx(0.7964094, abs=1e-7)


def test_ac1_of_gwets_abstractors() -> None:
    assert pair_ac2(ABSTRACTORS, nominal(3)) == pytest.approx(0.8493305, abs=1e-7)


@pytest.mark.parametrize(
    ("kind", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)]
)
def test_alpha_is_that_of_krippendorff_2011(kind: str, published: float) -> None:
    assert _alpha(_counts(OBSERVERS), kind) == pytest.approx(published, abs=0.0005)


def test_alpha_of_gwets_abstractors() -> None:
    units = [
        [int(column == each) + int(row == each) for each in range(5)]
        for row, counts in enumerate(ABSTRACTORS)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]
    assert _alpha(units, "nominal") == pytest.approx(0.7972585, abs=1e-7)


@pytest.mark.parametrize(("distances", "published"), [(nominal(5), 0.775), (quadratic(5), 0.914)])
def test_ac_is_that_of_gwet_2014(distances: Distances, published: float) -> None:
    assert _ac2(_counts(OBSERVERS), distances) == pytest.approx(published, abs=0.0005)


def test_fleiss_kappa_of_1971_is_alpha_but_for_so_few_marks() -> None:
    """Alpha is 1 - (1 - kappa) (n - 1) / n, with kappa that of Fleiss and n marks."""
    found, marks = _alpha(_counts(DIAGNOSES), "nominal"), 30 * 6
    assert found is not None
    assert 1 - (1 - found) * marks / (marks - 1) == pytest.approx(0.430, abs=0.0005)


def test_kappa_is_none_where_there_was_nothing_to_disagree_about() -> None:
    assert weighted_kappa([[9, 0], [0, 0]], nominal(2)) is None
    assert alpha(0.0, [9, 0], nominal(2)) is None


def test_kappa_is_low_where_a_level_is_rare_and_ac2_is_not() -> None:
    rare = ((118, 5), (2, 0))
    kappa, beside = weighted_kappa(rare, nominal(2)), pair_ac2(rare, nominal(2))
    assert kappa is not None
    assert beside is not None
    assert kappa < 0
    assert beside > 0.9


def test_gwets_weights_are_those_that_he_prints() -> None:
    assert [1 - each for each in linear(3)[0]] == [1, 0.5, 0]
    assert [round(1 - each, 7) for each in ordinal(3)[0]] == [1, 0.6666667, 0]
    assert [1 - each for each in quadratic(3)[0]] == [1, 0.75, 0]
