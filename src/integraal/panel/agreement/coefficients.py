"""Coefficients of agreement out of counts; nothing of where the counts come from.

Counts may be weighed: whoever draws cases and raters again counts one that was drawn twice for two.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from integraal.panel.agreement.weights import Distances

Table: TypeAlias = Sequence[Sequence[float]]
"""How often one rater chose this category and the other that one."""


def weighted_kappa(table: Table, distances: Distances) -> float | None:
    """Agreement of two raters beyond chance; None where chance alone would agree fully.

    Source: Cohen 1960; Cohen 1968, with weights of disagreement.

    >>> weighted_kappa([[20, 5], [10, 15]], ((0.0, 1.0), (1.0, 0.0)))
    0.4
    """
    total = sum(map(sum, table))
    rows = [sum(row) for row in table]
    columns = [sum(column) for column in zip(*table, strict=True)]
    seen = sum(map(_weighed, table, distances))
    chance = sum(
        row * _weighed(columns, weights) for row, weights in zip(rows, distances, strict=True)
    )
    return 1 - seen * total / chance if chance else None


def pair_ac2(table: Table, distances: Distances) -> float | None:
    """Gwet's coefficient of two raters: chance is small where one category is common.

    Source: Gwet 2008 (AC1); Gwet 2014, chapter 4 (AC2, with weights).
    """
    total = sum(map(sum, table))
    if not total:
        return None
    seen = sum(map(_weighed, table, distances)) / total
    rows = [sum(row) for row in table]
    columns = [sum(column) for column in zip(*table, strict=True)]
    shares = [(row + column) / (2 * total) for row, column in zip(rows, columns, strict=True)]
    return ac2(seen, shares, distances)


def ac2(seen: float, shares: Sequence[float], distances: Distances) -> float | None:
    """Gwet's AC2 for any number of raters; AC1 where all differences weigh the same.

    Args:
        seen: The mean weighed disagreement of pairs within cases.
        shares: Of each category among all marks; the mean over the cases.
        distances: The weights.

    Source: Gwet 2014, chapter 4.
    """
    categories = len(shares)
    alike = categories**2 - sum(map(sum, distances))  # the sum of all weights of agreement
    chance = alike / (categories * (categories - 1)) * sum(share * (1 - share) for share in shares)
    return (1 - seen - chance) / (1 - chance) if chance < 1 else None


def alpha(seen: float, counts: Sequence[float], distances: Distances) -> float | None:
    """Krippendorff's alpha; None where all marks are the same.

    Args:
        seen: The mean disagreement of pairs, each case counting for its marks.
        counts: How often each category was marked, in cases with two marks or more.
        distances: Of one pair; for ordinal data `ordinal_distances`.

    Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.
    """
    total = sum(counts)
    chance = sum(
        count * _weighed(counts, weights) for count, weights in zip(counts, distances, strict=True)
    )
    return 1 - seen * total * (total - 1) / chance if chance else None


def ordinal_distances(counts: Sequence[float]) -> Distances:
    """Krippendorff's distances of ordered categories: how many marks lie between two.

    >>> ordinal_distances([2, 4, 2])[0]
    (0.0, 9.0, 36.0)
    """
    sums = [0.0]
    for count in counts:
        sums.append(sums[-1] + count)
    middles = [(low + high) / 2 for low, high in pairwise(sums)]
    return tuple(tuple((one - other) ** 2 for other in middles) for one in middles)


def disagreement(counts: Sequence[float], pairs: float, distances: Distances) -> float:
    """The mean disagreement of the pairs within one case.

    Args:
        counts: How often each category was marked.
        pairs: How many pairs of marks of two raters there are.
        distances: Of one pair.
    """
    differing = sum(
        count * _weighed(counts, weights)
        for count, weights in zip(counts, distances, strict=True)
        if count
    )
    return differing / 2 / pairs


def _weighed(counts: Sequence[float], weights: Sequence[float]) -> float:
    return sum(count * weight for count, weight in zip(counts, weights, strict=True))
