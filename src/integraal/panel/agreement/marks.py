"""Marks as numbers: what each rater marked on each unit, beside what the advice says of it.

A unit is a case, with levels as categories; or one outcome of a case, with no and yes. What is
drawn again is cases and raters, never single units.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from integraal.panel.agreement.weights import Distances


@dataclass(frozen=True, slots=True)
class Unit:
    """What was marked in one place."""

    case: int
    """Which case it is of."""
    marks: tuple[int | None, ...]
    """Of each rater: which category; None where she marked none."""
    advice: int
    """What the advice says, at least."""
    reach: int
    """What it could still become; the same where the advice is settled."""


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of one kind."""

    units: tuple[Unit, ...]
    cases: int
    raters: int
    categories: int

    @property
    def count(self) -> int:
        """How many marks there are."""
        return sum(mark is not None for unit in self.units for mark in unit.marks)

    def of(self, units: Sequence[Unit]) -> "Marks":
        """The same with some of the units."""
        return Marks(tuple(units), self.cases, self.raters, self.categories)


@dataclass(frozen=True, slots=True)
class Drawn:
    """How often each case and each rater counts."""

    cases: tuple[int, ...]
    raters: tuple[int, ...]

    @classmethod
    def once(cls, marks: Marks) -> "Drawn":
        """Each counts once."""
        return cls((1,) * marks.cases, (1,) * marks.raters)


@dataclass(frozen=True, slots=True)
class Counted:
    """The marks on one unit, as often as they count."""

    times: int
    """How often its case counts."""
    counts: tuple[int, ...]
    """Of each category."""
    pairs: float
    """Of marks of two raters: a rater that was drawn twice makes no pair with herself."""

    @property
    def marks(self) -> int:
        """How many there are."""
        return sum(self.counts)


def counted(marks: Marks, drawn: Drawn) -> list[Counted]:
    """Count the marks of every unit that counts and has any."""
    found = []
    for unit in marks.units:
        times = drawn.cases[unit.case]
        if not times:
            continue
        counts = [0] * marks.categories
        squares = 0
        for mark, weight in zip(unit.marks, drawn.raters, strict=True):
            if mark is not None:
                counts[mark] += weight
                squares += weight * weight
        total = sum(counts)
        if total:
            found.append(Counted(times, tuple(counts), (total * total - squares) / 2))
    return found


def table(marks: Marks, drawn: Drawn, one: int, other: int | None) -> list[list[int]]:
    """How often a rater chose this category, and another rater, or the advice, that one.

    Args:
        marks: All of them.
        drawn: How often each case counts.
        one: Which rater.
        other: Which other rater; None for the advice.
    """
    found = [[0] * marks.categories for _ in range(marks.categories)]
    for unit in marks.units:
        mark = unit.marks[one]
        beside = unit.advice if other is None else unit.marks[other]
        if mark is not None and beside is not None:
            found[mark][beside] += drawn.cases[unit.case]
    return found


def mean_share(found: Sequence[Sequence[int]], distances: Distances) -> float | None:
    """The part of a table that agrees; None where it is empty."""
    total = sum(map(sum, found))
    if not total:
        return None
    apart = sum(
        count * distance
        for row, weights in zip(found, distances, strict=True)
        for count, distance in zip(row, weights, strict=True)
    )
    return 1 - apart / total
