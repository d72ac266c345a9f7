"""How much it weighs that one chose this category and another that; 0 for the same, 1 at most.

Source: Cohen 1968; Gwet 2014, Handbook of Inter-Rater Reliability, chapter 3 (ordinal weights).
"""

from functools import cache
from math import comb
from typing import TypeAlias

Distances: TypeAlias = tuple[tuple[float, ...], ...]
"""Of each category to each other."""


@cache
def nominal(categories: int) -> Distances:
    """All differences weigh the same."""
    return _made(categories, [0.0] + [1.0] * (categories - 1))


@cache
def linear(categories: int) -> Distances:
    """A difference weighs as many times as there are steps."""
    return _made(categories, [step / (categories - 1) for step in range(categories)])


@cache
def quadratic(categories: int) -> Distances:
    """Far differences weigh most: as the square of the steps.

    >>> quadratic(3)[0]
    (0.0, 0.25, 1.0)
    """
    return _made(categories, [(step / (categories - 1)) ** 2 for step in range(categories)])


@cache
def ordinal(categories: int) -> Distances:
    """As many as there are pairs of categories from the one to the other.

    >>> [round(each, 3) for each in ordinal(3)[0]]
    [0.0, 0.333, 1.0]
    """
    most = comb(categories, 2)
    return _made(categories, [comb(step + 1, 2) / most for step in range(categories)])


@cache
def beyond_one(categories: int) -> Distances:
    """One step is no difference."""
    return _made(categories, [0.0, 0.0] + [1.0] * (categories - 2))


def _made(categories: int, by_steps: list[float]) -> Distances:
    return tuple(
        tuple(by_steps[abs(one - other)] for other in range(categories))
        for one in range(categories)
    )
