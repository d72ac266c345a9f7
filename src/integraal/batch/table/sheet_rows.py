"""Read the rows of one sheet as they stand on the screen, and count what is hidden or merged there.

A formula that nobody has calculated stands there as it is written, so that it is no answer. Rows
without anything in them are passed over; the others keep their number.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

if TYPE_CHECKING:
    from openpyxl import Workbook

Row = tuple[int, dict[int, str]]
"""The number of a row, and what its cells say by their column."""
TRUE = ("1", "true")
"""How a workbook writes that something is so."""


class SheetRows:
    """The rows of a sheet, once: each its number, and what its cells say by their column.

    Both count from 1. What is counted besides is known when all rows were read.
    """

    def __init__(self, book: "Workbook", title: str, *, are_due: bool) -> None:
        """Open a sheet.

        Args:
            book: Opened to be read, for what its formulas came to.
            title: Of the sheet.
            are_due: Whether its formulas are still to be calculated, so that no value is theirs.
        """
        self.title = title
        self.hidden_rows = 0
        self._book, self._are_due = book, are_due
        self._top = 0
        self._hidden: set[int] = set()
        self._filled: set[int] = set()
        self._parser: _Parser | None = None

    def __iter__(self) -> Iterator[Row]:
        """Read the rows that say anything."""
        sheet: Any = self._book[self.title]
        with sheet._get_source() as source:
            self._parser = parser = _Parser(sheet, source, are_due=self._are_due)
            for number, cells in parser.parse():
                about = parser.row_dimensions.pop(str(number), {})
                texts = {cell["column"]: text_of(cell["value"]) for cell in cells}
                texts = {column: text for column, text in texts.items() if text.strip()}
                if texts:
                    if about.get("hidden") in TRUE:
                        self._hidden.add(number)
                    yield number, texts

    def below(self, top: int, rows: Iterable[Row]) -> Iterator[Row]:
        """Take the rows below the head, and count what is hidden there.

        Args:
            top: The last row of the head, which may be merged and hidden as it likes.
            rows: Of this sheet.
        """
        self._top = top
        for number, texts in rows:
            if number > top:
                self.hidden_rows += number in self._hidden
                self._hidden.discard(number)
                self._filled.update(texts)
                yield number, texts

    @property
    def hidden_columns(self) -> int:
        """How many columns with anything in them are hidden."""
        columns = self._parser.column_dimensions.values() if self._parser else ()
        hidden = [
            range(int(about["min"]), int(about["max"]) + 1)
            for about in columns
            if about.get("hidden") in TRUE
        ]
        return sum(any(column in some for some in hidden) for column in self._filled)

    @property
    def merged(self) -> int:
        """How many blocks of cells below the head are merged."""
        found = self._parser.merged_cells if self._parser else None
        return sum(each.max_row > self._top for each in (found.mergeCell if found else ()))

    @property
    def is_filtered(self) -> bool:
        """Whether a filter hides some of the rows."""
        found: Any = getattr(self._parser, "auto_filter", None)
        return bool(found and found.filterColumn)


class _Parser(WorkSheetParser):
    """Reads what cells came to, or the formula where that is not known."""

    def __init__(self, sheet: Any, source: Any, *, are_due: bool) -> None:
        book = sheet.parent
        super().__init__(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        self._are_due = are_due

    def parse_cell(self, element: Any) -> dict[str, Any]:
        """Read a cell."""
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["value"] is None or self._are_due:
            formula = element.find(FORMULA_TAG)
            if formula is not None:
                cell["value"] = f"={formula.text or ''}"
        return cell


def text_of(value: object) -> str:
    """Write a cell as a text; a whole number without a fraction, a day without an hour.

    >>> text_of(2.0), text_of(2.5), text_of(True), text_of(None)
    ('2', '2.5', 'true', '')
    >>> text_of(datetime(2026, 3, 1)), text_of("#N/A")
    ('2026-03-01', '#N/A')
    """
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return str(value).lower()
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case _:
            return str(value)
