"""Measure agreement: among raters, with the advice, and of each rater with herself."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

from integraal.model.study.criteria import Measure
from integraal.panel.agreement import weights
from integraal.panel.agreement.coefficients import (
    ac2,
    alpha,
    disagreement,
    ordinal_distances,
    pair_ac2,
    weighted_kappa,
)
from integraal.panel.agreement.marks import Counted, Drawn, Marks, counted, mean_share, table

Found: TypeAlias = dict[Measure, float | None]
Table: TypeAlias = Sequence[Sequence[int]]
_PAIR: Mapping[str, Callable[[Table, int], float | None]] = {
    "kappa_quadratic": lambda found, size: weighted_kappa(found, weights.quadratic(size)),
    "kappa_linear": lambda found, size: weighted_kappa(found, weights.linear(size)),
    "ac2_quadratic": lambda found, size: pair_ac2(found, weights.quadratic(size)),
    "ac2_linear": lambda found, size: pair_ac2(found, weights.linear(size)),
    "same": lambda found, size: mean_share(found, weights.nominal(size)),
    "near": lambda found, size: mean_share(found, weights.beyond_one(size)),
}
"""What can be said of a table of two."""


def of_pair(found: Table, categories: int) -> dict[str, float | None]:
    """All that can be said of a table of two."""
    return {name: measured(found, categories) for name, measured in _PAIR.items()}


def among_raters(marks: Marks, drawn: Drawn) -> Found:
    """How far raters agree with each other.

    Kappa is the mean over pairs of raters; the others look at all raters at once.
    """
    size = marks.categories
    kappas: dict[str, list[tuple[float, float]]] = {"kappa_quadratic": [], "kappa_linear": []}
    for one, other in combinations(range(marks.raters), 2):
        weight = drawn.raters[one] * drawn.raters[other]
        if weight:
            found = table(marks, drawn, one, other)
            for name, values in kappas.items():
                if (value := _PAIR[name](found, size)) is not None:
                    values.append((value, weight))
    return {
        **{Measure(f"raters_{name}"): _mean(values) for name, values in kappas.items()},
        **_of_all(counted(marks, drawn), size),
    }


def with_advice(marks: Marks, drawn: Drawn) -> Found:
    """How far raters agree with the advice: coefficients are the mean over raters, parts are of
    all marks.
    """
    size = marks.categories
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in _PAIR}
    for rater, weight in enumerate(drawn.raters):
        if not weight:
            continue
        beside = table(marks, drawn, rater, None)
        marked = sum(map(sum, beside))
        for name, value in of_pair(beside, size).items():
            if value is not None:
                is_part = name in ("same", "near")
                found[name].append((value, weight * marked if is_part else weight))
    return {
        **{Measure(f"advice_{name}"): _mean(values) for name, values in found.items()},
        **apart(marks, drawn),
    }


def apart(
    marks: Marks,
    drawn: Drawn,
    under: Measure = Measure.UNDER_ADVICE,
    over: Measure = Measure.OVER_ADVICE,
) -> Found:
    """Which part of the marks lies above all that the advice could become, and which below it."""
    below = above = total = 0
    for unit in marks.units:
        times = drawn.cases[unit.case]
        for mark, weight in zip(unit.marks, drawn.raters, strict=True):
            if mark is not None and times:
                total += times * weight
                above += times * weight * (mark > unit.reach)
                below += times * weight * (mark < unit.advice)
    return {under: above / total if total else None, over: below / total if total else None}


def safety(marks: Marks, drawn: Drawn) -> Found:
    """Of the safety routes that raters go, which part the advice misses; and which it adds."""
    missed = wanted = extra = unwanted = 0
    for unit in marks.units:
        times = drawn.cases[unit.case]
        for mark, weight in zip(unit.marks, drawn.raters, strict=True):
            if mark is None:
                continue
            if mark:
                wanted += times * weight
                missed += times * weight * (unit.reach < mark)
            else:
                unwanted += times * weight
                extra += times * weight * (unit.advice > mark)
    return {
        Measure.MISSED_SAFETY: missed / wanted if wanted else None,
        Measure.EXTRA_SAFETY: extra / unwanted if unwanted else None,
    }


def with_oneself(pairs: Marks, drawn: Drawn) -> Found:
    """How far raters agree with themselves.

    Args:
        pairs: Units with, for each rater, her first mark as a unit and her second as the next.
        drawn: How often each case and rater counts.
    """
    size = pairs.categories
    found = [[0] * size for _ in range(size)]
    for first, second in zip(pairs.units[::2], pairs.units[1::2], strict=True):
        for one, other, weight in zip(first.marks, second.marks, drawn.raters, strict=True):
            if one is not None and other is not None:
                found[one][other] += weight * drawn.cases[first.case]
    names = ("kappa_quadratic", "same", "near")
    return {Measure(f"self_{name}"): _PAIR[name](found, size) for name in names}


def _of_all(units: Sequence[Counted], size: int) -> Found:
    """What looks at all raters at once; nothing where no unit has two marks."""
    paired = [unit for unit in units if unit.pairs]
    if not paired:
        names = ("alpha", "ac2_quadratic", "ac2_linear", "same", "near")
        return dict.fromkeys(Measure(f"raters_{name}") for name in names)

    def seen(distances: weights.Distances) -> float:
        apart = [(disagreement(one.counts, one.pairs, distances), one.times) for one in paired]
        return _mean(apart) or 0.0

    shares = [
        _mean((unit.counts[each] / unit.marks, unit.times) for unit in units) or 0.0
        for each in range(size)
    ]
    quadratic, linear = weights.quadratic(size), weights.linear(size)
    return {
        Measure.RATERS_ALPHA: _alpha(paired, size),
        Measure.RATERS_AC2_QUADRATIC: ac2(seen(quadratic), shares, quadratic),
        Measure.RATERS_AC2_LINEAR: ac2(seen(linear), shares, linear),
        Measure.RATERS_SAME: 1 - seen(weights.nominal(size)),
        Measure.RATERS_NEAR: 1 - seen(weights.beyond_one(size)),
    }


def _alpha(paired: Sequence[Counted], size: int) -> float | None:
    counts = [sum(unit.times * unit.counts[each] for unit in paired) for each in range(size)]
    between = ordinal_distances(counts)
    apart = [
        (disagreement(unit.counts, unit.pairs, between), unit.times * unit.marks) for unit in paired
    ]
    return alpha(_mean(apart) or 0.0, counts, between)


def _mean(values: Iterable[tuple[float, float]]) -> float | None:
    total = weighed = 0.0
    for value, weight in values:
        total += weight
        weighed += value * weight
    return weighed / total if total else None
