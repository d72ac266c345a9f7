"""Numbers that stand for all others: one for every way in which rules can tell numbers apart."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil, floor

from integraal.engine.program import Program
from integraal.model.condition import Between
from integraal.model.instrument import Numbers


def representatives(program: Program, question: str) -> list[float]:
    """One answer to a question for every way in which a program can tell them apart.

    Returns: Numbers that answer the question, lowest first; never none.
    """
    numbers = program.instrument.question(question).numbers
    return told_apart(bounds_in(program, question), numbers)


def bounds_in(program: Program, question: str) -> list[float]:
    """The bounds that the rules put to a question, lowest first."""
    leaves = (leaf for leaf in program.leaves if isinstance(leaf, Between))
    bounds = {bound for leaf in leaves if leaf.question == question for bound in _sides(leaf)}
    return sorted(bound for bound in bounds if bound is not None)


def told_apart(bounds: Sequence[float], numbers: Numbers) -> list[float]:
    """One number at every bound, and one on every side of it, as far as a number is there.

    Args:
        bounds: Lowest first.
        numbers: Those that there are.

    >>> told_apart([2, 3], Numbers()), told_apart([2, 3], Numbers(whole=True, least=2))
    ([1, 2, 2.5, 3, 4], [2, 3, 4])
    """
    found: dict[tuple[int, int], float] = {}
    for number in sorted(map(numbers.nearest, _beside(bounds, numbers))):
        place = bisect_left(bounds, number), bisect_right(bounds, number)
        found.setdefault(place, number)
    return list(found.values())


def _beside(bounds: Sequence[float], numbers: Numbers) -> Iterable[float]:
    """The bounds, and what lies between and beyond them."""
    if not bounds:
        return [0]
    if numbers.whole:
        return {n for b in bounds for n in (floor(b) - 1, floor(b), ceil(b), ceil(b) + 1)}
    between = ((low + high) / 2 for low, high in pairwise(bounds))
    return [bounds[0] - 1, *bounds, *between, bounds[-1] + 1]


def _sides(leaf: Between) -> tuple[float | None, float | None]:
    return leaf.low, leaf.high
