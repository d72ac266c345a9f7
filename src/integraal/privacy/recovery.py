"""Find hidden counts that a reader could work out from what is shown.

What is shown leaves room: a rounded count may be one more or less as long as it looks the same, a
hidden one may be anything. A count can be found exactly when no other table looks the same and
has another number there. Two tables that look the same differ by rounds: one more here, so one
less elsewhere in its row, so one more in that column, and so on until the round closes. So a count
is safe when it lies on such a round, and `findable` looks for those that do not.

Source: Gusfield 1988, A graph theoretic approach to statistical data security, SIAM Journal on
Computing 17(3); Hsu and Kao, Statistical disclosure control with general cell suppressions, for
tables with hidden totals.

A reader is given more than the page shows. He knows every group to the case; and for a count below
a total that is shown, he knows all totals to the case as well, since other reports over the same
cases, by other columns, might tell him. Totals are all that such reports share: so what is safe
here stays safe beside any number of them.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

TOTAL = -1
"""The row of all cases together."""
Cell: TypeAlias = tuple[int, int]
"""A row and a column."""
_Node: TypeAlias = tuple[str, int]
_ALL: _Node = ("all", 0)


@dataclass(frozen=True, slots=True)
class Table:
    """Counts, and which of them are hidden."""

    counts: Mapping[int, tuple[int, ...]]
    """One count for each column, by row; the row TOTAL is always there."""
    unknown: int | None
    """The column for "not known"."""
    threshold: int
    looks: Callable[[int], int]
    """How a count that is shown looks."""
    hidden: frozenset[Cell] = field(default=frozenset())

    def cells(self) -> Iterator[Cell]:
        """All cells, totals first."""
        for row, counts in self.counts.items():
            yield from ((row, column) for column in range(len(counts)))

    def count(self, cell: Cell) -> int:
        """The count of a cell."""
        return self.counts[cell[0]][cell[1]]

    def rest(self, cell: Cell) -> int:
        """Count the cases of the row that have another value; unknown is no other value."""
        row, column = cell
        unknown = 0 if self.unknown is None else self.counts[row][self.unknown]
        known = sum(self.counts[row]) - (0 if column == self.unknown else unknown)
        return known - self.count(cell)

    def small(self) -> tuple[Cell, ...]:
        """List the cells that tell of few cases, by their count or by their rest."""
        return tuple(c for c in self.cells() if min(self.count(c), self.rest(c)) < self.threshold)

    def hiding(self, *cells: Cell) -> "Table":
        """The table with these hidden as well."""
        return replace(self, hidden=self.hidden | frozenset(cells))

    def can_fall(self, cell: Cell) -> bool:
        """Whether the table could look the same with one case less here."""
        count = self.count(cell)
        if cell in self.hidden:
            return count > 0
        return count > self.threshold and self.looks(count - 1) == self.looks(count)

    def can_rise(self, cell: Cell) -> bool:
        """Whether the table could look the same with one case more here."""
        count = self.count(cell)
        if cell[1] == self.unknown and self._is_tight(cell[0]):
            return False
        if cell in self.hidden:
            return True
        return self.rest(cell) > self.threshold and self.looks(count + 1) == self.looks(count)

    def _is_tight(self, row: int) -> bool:
        """Whether a count of a row would no longer be shown if one case less were known."""
        cells = [(row, column) for column in range(len(self.counts[row])) if column != self.unknown]
        return any(c not in self.hidden and self.rest(c) == self.threshold for c in cells)


def findable(table: Table) -> Cell | None:
    """Find a small count that a reader could work out; None when there is none."""
    printed = _Rounds(table, knows_totals=False)
    exact = _Rounds(table, knows_totals=True)
    for cell in table.small():
        # A total that is not even shown is not known to the case either.
        is_total_hidden = (TOTAL, cell[1]) in table.hidden
        rounds = printed if is_total_hidden else exact
        if not rounds.goes_through(cell):
            return cell
    return None


class _Rounds:
    """Steps of one case, from node to node, that leave what is shown as it is.

    A step from a row to a column is one case more in that cell, a step back one less; a step from
    a column to all is one more in the total of that column, a step back one less. For a reader who
    knows the totals none of those change.
    """

    def __init__(self, table: Table, *, knows_totals: bool) -> None:
        self.steps: dict[_Node, set[_Node]] = {}
        for cell in table.cells():
            if cell[0] != TOTAL or not knows_totals:
                self._add(cell, rises=table.can_rise(cell), falls=table.can_fall(cell))
        if len(table.counts) == 1:
            # Without groups nothing else is shown: the cases may be anywhere.
            for column, count in enumerate(table.counts[TOTAL]):
                self._add((0, column), rises=True, falls=count > 0)

    def _add(self, cell: Cell, *, rises: bool, falls: bool) -> None:
        start, end = _ends(cell)
        if rises:
            self.steps.setdefault(start, set()).add(end)
        if falls:
            self.steps.setdefault(end, set()).add(start)

    def goes_through(self, cell: Cell) -> bool:
        """Whether a round goes through a cell, in either direction."""
        start, end = _ends(cell)
        return self._closes(start, end) or self._closes(end, start)

    def _closes(self, start: _Node, end: _Node) -> bool:
        """Whether there is a step, and a way back that is not that step undone."""
        if end not in self.steps.get(start, ()):
            return False
        seen, waiting = {end}, deque([end])
        while waiting:
            here = waiting.popleft()
            for there in self.steps.get(here, ()):
                if there == start and here != end:
                    return True
                if there not in seen and (here, there) != (end, start):
                    seen.add(there)
                    waiting.append(there)
        return False


def _ends(cell: Cell) -> tuple[_Node, _Node]:
    row, column = cell
    return (("column", column), _ALL) if row == TOTAL else (("row", row), ("column", column))
