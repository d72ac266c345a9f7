"""Take the XML of one sheet apart: its rows, and what is hidden, merged or filtered there.

What a cell says is worked out by whoever asked. Nothing is kept of a row that was passed on, and
nothing is looked at that has no say in the rows, such as colours and what is printed.
"""

from collections.abc import Callable, Iterator
from typing import IO
from xml.parsers import expat

from openpyxl.utils import column_index_from_string, range_boundaries
from openpyxl.xml.constants import SHEET_MAIN_NS

TRUE = ("1", "true")
"""How a workbook writes that something is so."""
Attributes = dict[str, str]
CellText = Callable[[Attributes, str | None, str | None], str]
"""Says what a cell says, by its attributes, its value and its formula; None where it has none."""
_PIECE_BYTES = 1 << 16
_ROW, _CELL, _VALUE, _FORMULA, _TEXT, _SPOKEN = (
    f"{SHEET_MAIN_NS} {name}" for name in ("row", "c", "v", "f", "t", "rPh")
)
_COLUMN, _MERGED, _FILTERED, _VIEWS = (
    f"{SHEET_MAIN_NS} {name}" for name in ("col", "mergeCell", "filterColumn", "customSheetViews")
)


class SheetXml:
    """One sheet, read once."""

    def __init__(self, text_of: CellText) -> None:
        """Begin with nothing read.

        Args:
            text_of: Says what each cell says.
        """
        self.hidden_columns: list[range] = []
        self.merged_to: list[int] = []
        """The last row of each block of merged cells."""
        self.is_filtered = False
        self._text_of = text_of
        self._columns = _Columns()
        self._done: list[tuple[int, bool, dict[int, str]]] = []
        self._number, self._is_hidden = 0, False
        self._row: dict[int, str] = {}
        self._column = 0
        self._cell: Attributes | None = None
        self._value: str | None = None
        self._formula: str | None = None
        self._within = self._aside = ""

    def rows(self, source: IO[bytes]) -> Iterator[tuple[int, bool, dict[int, str]]]:
        """Read every row with a cell in it: its number, whether it is hidden, and its cells.

        Raises:
            expat.ExpatError: if it is no XML.
            ValueError: if a place is none, or the XML has entities of its own.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler = self._add
        parser.EntityDeclHandler = _refuse
        while piece := source.read(_PIECE_BYTES):
            parser.Parse(piece)
            yield from self._done
            self._done.clear()
        parser.Parse(b"", True)

    def _begin(self, name: str, about: Attributes) -> None:
        if name == _CELL:
            self._begin_cell(about)
        elif self._cell is not None:
            self._begin_inside(name)
        elif name == _ROW:
            self._begin_row(about)
        else:
            self._begin_other(name, about)

    def _begin_cell(self, about: Attributes) -> None:
        place = about.get("r")
        self._column = self._columns[place.rstrip("0123456789")] if place else self._column + 1
        self._cell, self._value, self._formula = about, None, None

    def _begin_inside(self, name: str) -> None:
        if name == _SPOKEN:
            self._aside = name
        elif name == _FORMULA:
            self._within, self._formula = name, ""
        elif name in (_VALUE, _TEXT) and not self._aside:
            self._within, self._value = name, self._value or ""

    def _begin_row(self, about: Attributes) -> None:
        # Some programs write 1.0.
        self._number = int(float(about["r"])) if "r" in about else self._number + 1
        self._is_hidden = about.get("hidden") in TRUE
        self._row, self._column = {}, 0

    def _begin_other(self, name: str, about: Attributes) -> None:
        if name == _VIEWS:
            self._aside = name  # how somebody else looks at it
        elif name == _FILTERED:
            self.is_filtered |= not self._aside
        elif name == _MERGED:
            self.merged_to.append(int(range_boundaries(about["ref"])[3] or 0))
        elif name == _COLUMN and about.get("hidden") in TRUE:
            self.hidden_columns.append(range(int(about["min"]), int(about["max"]) + 1))

    def _add(self, text: str) -> None:
        if not self._within:
            return
        if self._within == _FORMULA:
            self._formula = (self._formula or "") + text
        else:
            self._value = (self._value or "") + text

    def _end(self, name: str) -> None:
        if name == self._within:
            self._within = ""
        elif name == self._aside:
            self._aside = ""
        elif name == _CELL and self._cell is not None:
            self._row[self._column] = self._text_of(self._cell, self._value, self._formula)
            self._cell = None
        elif name == _ROW:
            self._done.append((self._number, self._is_hidden, self._row))


class _Columns(dict[str, int]):
    """Numbers of columns by their letters."""

    def __missing__(self, letters: str) -> int:
        number = self[letters] = column_index_from_string(letters)
        return number


def _refuse(*_: object) -> None:
    """Refuse what lets a small file become an endless one; no spreadsheet writes it."""
    raise ValueError("ENTITY")
