"""Find the names of the columns on a sheet, and with them which sheets of a workbook hold cases.

A template says in a name of its own where its head is; a copy of its sheet has the same row of ids.
On a sheet of anybody's the names stand in the first row, or below a title in the first row with the
column of the cases.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from openpyxl.utils import range_boundaries

from integraal.batch.columns import clean_name, is_head
from integraal.batch.table.sheet_rows import Row, SheetRows
from integraal.model.sheet import HEAD

if TYPE_CHECKING:
    from openpyxl import Workbook

TITLE_ROWS = 20
"""So many rows may stand above the names of the columns."""


@dataclass(frozen=True, slots=True)
class Place:
    """Some rows of a sheet that have a name."""

    sheet: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Head:
    """Where the names of the columns stand."""

    first: int
    last: int
    columns: dict[int, str]
    ids: frozenset[str]
    """The names in the first of these rows, in small letters."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its head, and the rows below it."""

    sheet: SheetRows
    head: Head
    rows: Iterator[Row]
    passed: int = 0
    """Rows with anything on them above the head, that a template does not know of."""


class Begun:
    """A sheet of which the first rows were read."""

    def __init__(self, book: "Workbook", title: str, *, are_due: bool) -> None:
        """Read as far as the names of the columns could stand."""
        self.sheet = SheetRows(book, title, are_due=are_due)
        self.place = place_of(book, HEAD, title)
        self._further = iter(self.sheet)
        most = self.place.last if self.place else 0
        self.rows = list(_first(self._further, most))

    def own_head(self) -> Head | None:
        """The head where a name says that it is."""
        if self.place is None:
            return None
        return self._head(self.place.first, self.place.last)

    def case_head(self) -> Head | None:
        """The first row with the column of the cases."""
        found = (n for n, texts in self.rows if is_head(texts.values()))
        number = next(found, None)
        return None if number is None else self._head(number, number)

    def first_head(self) -> Head:
        """The first row with anything in it."""
        number = self.rows[0][0] if self.rows else 1
        return self._head(number, number)

    def head_like(self, other: Head) -> Head | None:
        """The head where the same ids stand as in another one, and as high."""
        for number, texts in self.rows:
            if frozenset(map(_folded, texts.values())) == other.ids:
                return self._head(number, number + other.last - other.first)
        return None

    def below(self, head: Head) -> Table:
        """The sheet as a table."""
        above = sum(number < head.first for number, _ in self.rows)
        rest = self.sheet.below(head.last, chain(self.rows, self._further))
        is_marked = self.place is not None or head.last > head.first
        return Table(self.sheet, head, rest, 0 if is_marked else above)

    def _head(self, first: int, last: int) -> Head:
        """Read the names; a column without an id is called after what stands above it."""
        ids: dict[int, str] = {}
        found: dict[int, str] = {}
        for number, texts in self.rows:
            named = {column: clean_name(text) for column, text in texts.items()}
            if number == first:
                ids = named
            elif first < number <= last:
                found |= named
        names = frozenset(name.casefold() for name in ids.values())
        return Head(first, last, dict(sorted({**found, **ids}.items())), names)


def tables_of(begun: Sequence[Begun], chosen: Iterable[str] = ()) -> list[Table]:
    """The sheets that hold cases: the chosen ones, else every one with the same row of ids.

    Args:
        begun: Every sheet of the workbook.
        chosen: Titles of sheets.
    """
    wanted = set(chosen)
    model = _model(begun)
    if wanted:
        heads = ((each, each.own_head() or each.head_like(model)) for each in begun)
        return [
            each.below(head or each.case_head() or each.first_head())
            for each, head in heads
            if each.sheet.title in wanted
        ]
    found = [(each, each.own_head() or each.head_like(model)) for each in begun]
    same = [each.below(head) for each, head in found if head and head.ids == model.ids]
    return same or [begun[0].below(model)]


def _model(begun: Sequence[Begun]) -> Head:
    """The head that the other sheets are held to."""
    for head in (*(each.own_head() for each in begun), *(each.case_head() for each in begun)):
        if head is not None:
            return head
    return begun[0].first_head()


def place_of(book: "Workbook", name: str, title: str = "") -> Place | None:
    """Find the rows that have a name; None where it is not there, or stands for nothing any more.

    Args:
        book: The workbook.
        name: Given to some rows.
        title: The sheet that they must be on, which may have the name for itself; else any.
    """
    titles = [each.title for each in book.worksheets]
    own = book[title].defined_names.get(name) if title else None
    for named in filter(None, (own, book.defined_names.get(name))):
        for sheet, cells in named.destinations:
            _, first, _, last = range_boundaries(cells)
            if first and last and sheet in titles and title in ("", sheet):
                return Place(sheet, first, last)
    return None


def _first(rows: Iterator[Row], most: int) -> Iterator[Row]:
    """The first rows, and all up to the number `most`."""
    for count, row in enumerate(rows, 1):
        yield row
        if count > TITLE_ROWS and row[0] >= most:
            return


def _folded(name: str) -> str:
    return clean_name(name).casefold()
