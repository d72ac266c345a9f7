"""Raters made up, of whom is known how far they agree: as in all studies that there could be."""

import random
from collections.abc import Sequence

from integraal.model.study.criteria import Measure
from integraal.panel.agreement.coefficients import pair_ac2, weighted_kappa
from integraal.panel.agreement.marks import Marks, Unit
from integraal.panel.agreement.weights import beyond_one, linear, nominal, quadratic

TRUTHS = (0.15, 0.2, 0.3, 0.2, 0.15)
"""How often each level is what a case needs, which the advice says."""
SIZE = len(TRUTHS)


def chances(truth: int, noise: float) -> list[float]:
    """How likely each mark is: a part of them falls a step aside, and not off the scale."""
    found = [0.0] * SIZE
    found[truth] += 1 - noise
    for step in (-1, 1):
        found[min(SIZE - 1, max(0, truth + step))] += noise / 2
    return found


def study(cases: int, raters: int, noise: float, seed: int) -> Marks:
    """A study by chance."""
    chance = random.Random(seed)
    units = []
    for case in range(cases):
        [truth] = chance.choices(range(SIZE), TRUTHS)
        marks = chance.choices(range(SIZE), chances(truth, noise), k=raters)
        units.append(Unit(case, tuple(marks), truth, truth))
    return Marks(tuple(units), cases, raters, SIZE)


def known(noise: float) -> dict[Measure, float]:
    """What all studies that there could be come to."""
    each = [chances(truth, noise) for truth in range(SIZE)]
    both = _table([(part, row, row) for part, row in zip(TRUTHS, each, strict=True)])
    advice = [[float(truth == other) for other in range(SIZE)] for truth in range(SIZE)]
    beside = _table(list(zip(TRUTHS, each, advice, strict=True)))
    shares = [sum(row) for row in both]
    middles = [sum(shares[:at]) + shares[at] / 2 for at in range(SIZE)]
    between = tuple(tuple((one - other) ** 2 for other in middles) for one in middles)
    seen = _apart(both, between)
    expected = _apart([[one * other for other in shares] for one in shares], between)
    found = {
        "raters_alpha": 1 - seen / expected,
        "raters_same": 1 - _apart(both, nominal(SIZE)),
        "raters_near": 1 - _apart(both, beyond_one(SIZE)),
        "under_advice": sum(beside[mark][truth] for mark in range(SIZE) for truth in range(mark)),
        "over_advice": sum(
            beside[mark][truth] for mark in range(SIZE) for truth in range(mark + 1, SIZE)
        ),
        "advice_same": 1 - _apart(beside, nominal(SIZE)),
        "advice_near": 1 - _apart(beside, beyond_one(SIZE)),
    }
    for name, distances in (("quadratic", quadratic(SIZE)), ("linear", linear(SIZE))):
        for who, table in (("raters", both), ("advice", beside)):
            found[f"{who}_kappa_{name}"] = weighted_kappa(table, distances) or 0.0
            found[f"{who}_ac2_{name}"] = pair_ac2(table, distances) or 0.0
    return {Measure(name): value for name, value in found.items()}


def _table(parts: Sequence[tuple[float, Sequence[float], Sequence[float]]]) -> list[list[float]]:
    return [
        [
            sum(part * one[row] * other[column] for part, one, other in parts)
            for column in range(SIZE)
        ]
        for row in range(SIZE)
    ]


def _apart(table: Sequence[Sequence[float]], distances: Sequence[Sequence[float]]) -> float:
    return sum(
        part * distance
        for row, weights in zip(table, distances, strict=True)
        for part, distance in zip(row, weights, strict=True)
    )
