"""Decide which counts may be shown, so that nobody can work out one case from them.

A table has a row for each group and a column for each value; the values exclude each other, and
one of them may be "not known". Each count goes three steps, in this order:

1. It deviates: a number that is drawn by lot is added, which is small as a rule and may be any.
   The lot hangs on all cases together. The same cases give the same deviations whatever they are
   grouped by, so that nobody averages them away; one case more or less gives every count another
   one. So whoever lays two pages side by side sees other numbers everywhere, and what one family
   did to them is at most as likely as the share says (`Thresholds.share`).
2. It is hidden when it is below the threshold, or when no other known value of the same cases is
   shown: if nearly all have one value, that tells of each of them (IMA, CBS; Hundepool et al. 2012,
   Statistical Disclosure Control, chapter 5). One mark stands for all of these.
3. It is rounded.

The second and third step look at what deviates and at nothing else, so they tell nothing besides.
Source of the first: Ghosh, Roughgarden and Sundararajan 2012, Universally utility-maximizing
privacy mechanisms, SIAM Journal on Computing 41(6).

Knows numbers only: no names, no files.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from integraal.model.results.signals import Thresholds

Shown = tuple[int | None, ...]
"""Rounded counts; None for what is hidden."""


@dataclass(frozen=True, slots=True)
class Lot:
    """Draws by how much each count of a report deviates."""

    cases: str
    """What tells these cases from any others."""
    limits: Thresholds

    def deviating(self, count: int, *what: str) -> int:
        """A count with its deviation; less than none is none.

        Args:
            count: As it is.
            what: What is counted, so that every count has a deviation of its own.

        >>> from datetime import date
        >>> lot = Lot("these cases", Thresholds(date(2026, 1, 1), 5, 5, 20, deviation=2))
        >>> [lot.deviating(40, "level", each) for each in ("connectie", "connectie", "integratie")]
        [42, 42, 40]
        """
        chance = random.Random("\x1f".join((self.cases, *what)))  # noqa: S311 - no key
        up, down = self._steps(chance), self._steps(chance)
        return max(0, count + up - down)

    def _steps(self, chance: random.Random) -> int:
        """Throw until it fails: every further step is as likely again as the share says."""
        steps = 0
        while chance.random() < self.limits.share:
            steps += 1
        return steps


def rounded(count: int, limits: Thresholds) -> int:
    """Round a count to the nearest multiple.

    >>> from datetime import date
    >>> limits = Thresholds(date(2026, 1, 1), 5, 5, 20, deviation=2)
    >>> [rounded(count, limits) for count in (5, 7, 8, 38)]
    [5, 5, 10, 40]
    """
    step = limits.round_to
    return (2 * count + step) // (2 * step) * step


def shown(counts: Sequence[int], unknown: int | None, limits: Thresholds) -> Shown:
    """Decide what may be shown of the counts of one group, or of all cases together.

    Args:
        counts: One for each value, each with its deviation.
        unknown: The column for "not known"; None where there is none.
        limits: The thresholds.
    """
    large = {column for column, count in enumerate(counts) if count >= limits.suppress_below}
    known = large - {unknown}
    return tuple(
        rounded(count, limits) if column in large and known - {column} else None
        for column, count in enumerate(counts)
    )


def merged(sizes: Sequence[int], threshold: int) -> frozenset[int]:
    """Choose the groups that are shown as one, so that no group is too small.

    All groups below the threshold; and where those together still are, the smallest of the others
    as well, or they would be found as the total minus the others.

    Args:
        sizes: Cases in each group.
        threshold: The least that a group must have.

    Returns: Indices; none when every group is large enough.

    >>> sorted(merged([40, 3, 30, 4], 5)), sorted(merged([40, 3, 30], 5)), sorted(merged([40], 5))
    ([1, 3], [1, 2], [])
    """
    chosen: list[int] = []
    smallest_first = sorted(range(len(sizes)), key=lambda index: (sizes[index], index))
    for index in smallest_first:
        so_far = sum(sizes[each] for each in chosen)
        if sizes[index] >= threshold and (not chosen or so_far >= threshold):
            break
        chosen.append(index)
    return frozenset(chosen)
