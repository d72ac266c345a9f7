"""Intervals by drawing again: cases and raters both, so that both may be others another time.

Source: Owen 2007, The pigeonhole bootstrap (two ways at once; it rather says too wide than too
narrow). A rater that is drawn twice makes no pair with herself.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import NormalDist
from typing import TypeVar

from integraal.model.study.findings import Estimate
from integraal.panel.agreement.marks import Drawn, Marks

DRAWS = 1000
_ENDS = (0.025, 0.975)
_WIDTH = 2 * NormalDist().inv_cdf(_ENDS[1])
"""Standard errors from one end of an interval to the other."""
_ENOUGH = 0.9
"""Part of the draws in which a measure must exist."""
Key = TypeVar("Key")


def draws(cases: int, raters: int, seed: int, count: int = DRAWS) -> Iterator[Drawn]:
    """Draw as many cases and raters as there are, each time anew; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - no key
    for _ in range(count):
        yield Drawn(_again(cases, chance), _again(raters, chance))


def estimates(
    marks: Marks,
    measured: Callable[[Marks, Drawn], Mapping[Key, float | None]],
    seed: int,
    count: int = DRAWS,
) -> dict[Key, Estimate]:
    """Measure, and say between which bounds each measure lies in 95 of 100 draws."""
    drawn = draws(marks.cases, marks.raters, seed, count)
    return _estimates(marks, measured, list(drawn), lambda found: found.cases)


def over_raters(
    marks: Marks,
    measured: Callable[[Marks, Drawn], Mapping[Key, float | None]],
    seed: int,
    count: int = DRAWS,
) -> dict[Key, Estimate]:
    """The same for cases that stay as they are, of which there may be two: only raters are drawn
    again.
    """
    once = (1,) * marks.cases
    drawn = [Drawn(once, each.raters) for each in draws(1, marks.raters, seed, count)]
    return _estimates(marks, measured, drawn, lambda found: found.raters)


def _estimates(
    marks: Marks,
    measured: Callable[[Marks, Drawn], Mapping[Key, float | None]],
    drawn: Sequence[Drawn],
    size: Callable[[Estimate], int],
) -> dict[Key, Estimate]:
    found = measured(marks, Drawn.once(marks))
    values: dict[Key, list[float]] = {name: [] for name in found}
    for draw in drawn:
        for name, value in measured(marks, draw).items():
            if value is not None:
                values[name].append(value)
    made = {name: _size(value, marks) for name, value in found.items()}
    return {name: interval(one, values[name], len(drawn), size(one)) for name, one in made.items()}


def _size(value: float | None, marks: Marks) -> Estimate:
    """A measure with how many it rests on."""
    units = [unit for unit in marks.units if any(mark is not None for mark in unit.marks)]
    raters = sum(
        any(unit.marks[rater] is not None for unit in units) for rater in range(marks.raters)
    )
    return Estimate(
        value, cases=len({unit.case for unit in units}), raters=raters, marks=marks.count
    )


def interval(found: Estimate, drawn: list[float], count: int, size: int) -> Estimate:
    """A measure with its interval; without, where it rests on too few.

    Args:
        found: The measure, with how many it rests on.
        drawn: The same in every draw in which it exists.
        count: How many draws there were.
        size: Of how many each draw is.
    """
    is_few = len(drawn) < _ENOUGH * count or min(size, found.raters) < 2  # noqa: PLR2004
    if found.value is None or is_few:
        return found
    low, high = _ends(found.value, sorted(drawn), size)
    mean = sum(drawn) / len(drawn)
    error = (sum((each - mean) ** 2 for each in drawn) / (len(drawn) - 1)) ** 0.5
    return replace(found, low=low, high=high, error=error)


def _ends(value: float, drawn: list[float], size: int) -> tuple[float, float]:
    """Find between which bounds 95 of 100 draws lie, corrected twice.

    For draws that are lower than what was seen: fewer cases that differ make kappa and alpha lower.
    And for few of them, of which draws say too little how far they spread.

    Source: Efron 1987, Better bootstrap confidence intervals (bias-corrected percentiles);
    Hesterberg 2015, What teachers should know about the bootstrap (expanded percentiles).
    """
    normal, last = NormalDist(), len(drawn) - 1
    lower = sum(each < value for each in drawn) + sum(each == value for each in drawn) / 2
    shift = normal.inv_cdf(min(max(lower / len(drawn), 1 / len(drawn)), 1 - 1 / len(drawn)))
    far = _student(normal.inv_cdf(_ENDS[1]), size - 1) * (size / (size - 1)) ** 0.5
    ends = (normal.cdf(2 * shift + side * far) for side in (-1, 1))
    low, high = (drawn[round(end * last)] for end in ends)
    return min(low, value), max(high, value)


def _student(normal: float, free: int) -> float:
    """The end of Student's distribution that goes with one of the normal distribution.

    Source: Abramowitz and Stegun 1964, 26.7.5.

    >>> round(_student(1.959964, 29), 3)
    2.045
    """
    first = (normal**3 + normal) / 4
    second = (5 * normal**5 + 16 * normal**3 + 3 * normal) / 96
    return normal + first / free + second / free**2


def widened(one: Estimate, size: int = 0) -> Estimate:
    """A part of which all draws are alike, with what so few cases leave possible.

    Args:
        one: The part.
        size: Of how many each draw is; 0 for as many as there are cases.

    Source: the exact interval of Clopper and Pearson 1934 where nothing, or everything, was seen;
    each case counts once, however many raters marked it.

    >>> wide = widened(Estimate(0.0, 0.0, 0.0, 0.0, cases=30, raters=8, marks=240))
    >>> (wide.low, round(wide.high, 3))
    (0.0, 0.116)
    """
    size = size or one.cases
    if one.low is None or one.high is None or not size:
        return one
    slack = 1 - _ENDS[0] ** (1 / size)
    low = min(one.low, 1 - slack) if one.low == 1 else one.low
    high = max(one.high, slack) if one.high == 0 else one.high
    if (low, high) == (one.low, one.high):
        return one
    # All draws are alike: their deviation says nothing, so it follows from the interval.
    return replace(one, low=low, high=high, error=(high - low) / _WIDTH)


def _again(count: int, chance: random.Random) -> tuple[int, ...]:
    drawn = Counter(chance.choices(range(count), k=count))
    return tuple(drawn[each] for each in range(count))
