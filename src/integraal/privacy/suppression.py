"""Decide which counts may be shown, so that nobody can work out a small one.

A table has a row for each group and a column for each value; the values exclude each other, and
one of them may be "not known". Three rules, in this order:

1. A count is hidden when it is below the threshold, zero included, and also when the rest is: if
   all cases of a group but three have a value, that tells of three cases (IMA, CBS; on zeros and
   on groups of which everybody has one value: Hundepool et al. 2012, Statistical Disclosure
   Control, chapter 5). One mark stands for all of these, so that zero, three and "nearly all"
   look alike.
2. What is shown is rounded, each count by itself.
3. Where a hidden count could still be found from the others, further counts are hidden, the
   smallest first, until it cannot (`recovery`).

Knows numbers only: no names, no files.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from integraal.model.results.signals import Thresholds
from integraal.privacy.recovery import TOTAL, Cell, Table, findable

Shown = tuple[int | None, ...]
"""Rounded counts; None for what is hidden."""


@dataclass(frozen=True, slots=True)
class Published:
    """What may be shown of a table."""

    totals: Shown
    """One for each column."""
    rows: tuple[Shown, ...]


def rounded(count: int, thresholds: Thresholds) -> int:
    """Round a count to the nearest multiple, made up for the cases that were left out.

    >>> from datetime import date
    >>> thresholds = Thresholds(date(2026, 1, 1), 5, 5, 10, leave_out_one_in=20)
    >>> [rounded(count, thresholds) for count in (5, 7, 8, 38, 570)]
    [5, 5, 10, 40, 600]
    """
    every, step = thresholds.leave_out_one_in, thresholds.round_to
    # Whole numbers throughout: count * every / (every - 1), plus half a step, in whole steps.
    halves = 2 * count * every + step * (every - 1)
    return halves // (2 * step * (every - 1)) * step


def publish(
    rows: Sequence[Sequence[int]], totals: Sequence[int], unknown: int | None, limits: Thresholds
) -> Published:
    """Decide what may be shown of a table.

    Args:
        rows: The counts of each group; none where there are no groups. Each group has at least
            as many cases as the threshold (`merged`).
        totals: The counts of all cases together.
        unknown: The column for "not known"; None where there is none.
        limits: The thresholds.
    """
    counts = {TOTAL: tuple(totals), **{row: tuple(cells) for row, cells in enumerate(rows)}}
    table = Table(counts, unknown, limits.suppress_below, lambda count: rounded(count, limits))
    table = table.hiding(*table.small())
    while (found := findable(table)) is not None:
        table = table.hiding(_also_hide(table, found))
    return Published(
        _shown(table, TOTAL, limits),
        tuple(_shown(table, row, limits) for row in range(len(rows))),
    )


def _also_hide(table: Table, found: Cell) -> Cell:
    """Choose what to hide besides a count that could be found: beside it, else above or below."""
    row, column = found
    shown = [cell for cell in table.cells() if cell not in table.hidden]
    beside = [cell for cell in shown if cell[0] == row]
    along = [cell for cell in shown if cell[1] == column]
    return min(beside or along or shown, key=lambda cell: (table.count(cell), cell))


def _shown(table: Table, row: int, limits: Thresholds) -> Shown:
    return tuple(
        None if (row, column) in table.hidden else rounded(count, limits)
        for column, count in enumerate(table.counts[row])
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
