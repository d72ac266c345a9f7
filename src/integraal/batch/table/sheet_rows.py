"""Read the rows of one sheet as they stand on the screen, and count what is hidden or merged there.

A formula that nobody has calculated stands there as it is written, so that it is no answer. Rows
without anything in them are passed over; the others keep their number.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from openpyxl.utils.datetime import from_excel, from_ISO8601

from integraal.batch.table.sheet_xml import Attributes, SheetXml

if TYPE_CHECKING:
    from openpyxl import Workbook

Row = tuple[int, dict[int, str]]
"""The number of a row, and what its cells say by their column."""
_WRITTEN_OUT = re.compile("_x00(0[9AaDd])_")
"""How a workbook writes a return, and what else XML would change."""
_TRUTHS = {"0": False, "false": False, "1": True, "true": True}


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
        self._read = SheetXml(lambda *_: "")

    def __iter__(self) -> Iterator[Row]:
        """Read the rows that say anything."""
        sheet: Any = self._book[self.title]
        self._read = SheetXml(_Cells(sheet, are_due=self._are_due).text)
        with sheet._get_source() as source:
            for number, is_hidden, cells in self._read.rows(source):
                texts = {column: text for column, text in cells.items() if text.strip()}
                if texts:
                    if is_hidden:
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
        hidden = self._read.hidden_columns
        return sum(any(column in some for some in hidden) for column in self._filled)

    @property
    def merged(self) -> int:
        """How many blocks of cells below the head are merged."""
        return sum(last > self._top for last in self._read.merged_to)

    @property
    def is_filtered(self) -> bool:
        """Whether a filter hides some of the rows."""
        return self._read.is_filtered


class _Cells:
    """Says what cells came to, or the formula where that is not known."""

    def __init__(self, sheet: Any, *, are_due: bool) -> None:
        book = sheet.parent
        self._shared = sheet._shared_strings
        self._epoch, self._dates = book.epoch, book._date_formats
        self._durations = book._timedelta_formats
        self._are_due = are_due

    def text(self, about: Attributes, value: str | None, formula: str | None) -> str:
        """Say what a cell says."""
        kind = about.get("t", "n")
        # A formula that came to an empty text was calculated.
        if formula is not None and (
            self._are_due or not (value or (value == "" and kind == "str"))
        ):
            return f"={formula}"
        if not value:
            return ""
        if kind == "s":
            value = self._shared[int(value)]
        elif kind not in ("str", "inlineStr", "e"):
            return text_of(self._value(kind, value, int(about.get("s", 0))))
        return _signs(value) if "_x" in value else value

    def _value(self, kind: str, value: str, style: int) -> object:
        """Read what is no text; what it cannot be stays as it is written."""
        try:
            if kind == "b":
                return _TRUTHS.get(value, value)
            if kind == "d":
                day: object = from_ISO8601(value)  # type: ignore[no-untyped-call]
                return day
            number = int(value) if value.lstrip("-").isdigit() else float(value)
            if style in self._dates:
                return from_excel(number, self._epoch, timedelta=style in self._durations)
        except (ValueError, OverflowError):
            return value
        return number


def _signs(text: str) -> str:
    r"""Make signs of what a workbook writes as a number.

    >>> _signs("zwaar_x000D_")
    'zwaar\r'
    """
    return _WRITTEN_OUT.sub(lambda found: chr(int(found[1], 16)), text)


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
