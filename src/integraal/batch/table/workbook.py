"""Read a workbook as a table: a sheet of anybody's, or a template that was filled in.

A template tells where its cases begin, so whatever people read above them is passed over. Every
record keeps the number that its row has on the sheet. No cell is taken for an answer here.
"""

import csv
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields
from datetime import datetime, time
from itertools import islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any

from integraal.batch.columns import clean_name
from integraal.model.finding import Faulty, Place, faulty
from integraal.model.sheet import GROUPING, HEAD, MADE_FOR, MadeFor

if TYPE_CHECKING:
    from openpyxl import Workbook


_FORMULA = re.compile(rb"<f[ />]")
_DUE = re.compile(rb'fullCalcOnLoad="(1|true)"')
_PIECE_BYTES, _LONGEST = 1 << 20, 32


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cases of a workbook, written down as CSV with the number of its row before each."""

    path: Path
    columns: tuple[str, ...]
    """As the sheet names them."""
    unused: tuple[str, ...] = ()
    """Columns to group by that nobody filled in."""
    others: tuple[str, ...] = ()
    """Sheets with something on them that are not read; of a template they are our own."""


def made_for(path: Path) -> MadeFor | None:
    """Read which instrument a template was made for; None for any other file.

    What is wrong with a file is said when its cases are read.
    """
    with suppress(Faulty, OSError), _opened(path) as book:
        place = _place(book, MADE_FOR)
        if place is not None and place.last - place.first == len(fields(MadeFor)) - 1:
            rows = book[place.sheet].iter_rows(place.first, place.last, 1, 1, values_only=True)
            return MadeFor(*(text_of(value) for (value,) in rows))
    return None


def sheet_to_csv(path: Path, target: Path, number_column: str) -> Sheet:
    """Write the cases of a workbook as CSV; rows without any value are passed over.

    Args:
        path: The workbook. Of a template the sheet with the cases is read, else the first sheet.
        target: Where to write.
        number_column: What the column with the number of the row is called.

    Raises:
        Faulty: if the workbook cannot be read, or a value stands in a column without a name.
    """
    with (
        _opened(path) as book,
        _formulas(path) as formulas,
        target.open("w", encoding="utf-8", newline="") as file,
    ):
        place = _place(book, HEAD)
        rows = _rows(book, place.sheet if place else book.worksheets[0].title, formulas)
        columns = _columns(rows, place)
        writer = csv.writer(file)
        writer.writerow((number_column, *columns.values()))
        empty = set(GROUPING) & set(columns.values()) if place else set()
        for number, texts in rows:
            _check_named(path, number, texts, columns)
            cells = [texts.get(column, "") for column in columns]
            if any(cells):
                writer.writerow((number, *cells))
                empty -= {columns[column] for column in texts}
        others = () if place else tuple(_others(book))
    return Sheet(target, tuple(columns.values()), tuple(sorted(empty)), others)


@dataclass(frozen=True, slots=True)
class _Formulas:
    """A workbook as it is written, beside what its cells came to."""

    book: "Workbook"
    are_due: bool
    """Whether they are to be calculated when somebody opens it, so that values are not theirs."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Some rows of a sheet that have a name."""

    sheet: str
    first: int
    last: int


@contextmanager
def _opened(path: Path, *, calculated: bool = True) -> "Iterator[Workbook]":
    """Open a workbook for reading: what its cells came to, or the formulas that they hold.

    Raises:
        Faulty: if it is none, or anything in it that is looked at cannot be read.
    """
    from openpyxl import load_workbook

    try:
        file = path.open("rb")
    except OSError as error:
        raise _unreadable(path, error) from None
    with file, warnings.catch_warnings():
        # What Excel keeps in a workbook and openpyxl does not know is nothing that we read.
        warnings.simplefilter("ignore")
        try:
            yield load_workbook(file, read_only=True, data_only=calculated)
        except (Faulty, OSError):
            raise
        except Exception as error:
            raise _unreadable(path, error) from None


@contextmanager
def _formulas(path: Path) -> "Iterator[_Formulas | None]":
    """Open a workbook to read its formulas; None where it holds none, as nearly every one."""
    with zipfile.ZipFile(path) as parts:
        names = parts.namelist()
        has_any = any(_holds(parts, name, _FORMULA) for name in names if "/worksheets/" in name)
        # openpyxl takes this for so where a workbook does not say it.
        about = (name for name in names if Path(name).name == "workbook.xml")
        are_due = has_any and any(_holds(parts, name, _DUE) for name in about)
    if not has_any:
        yield None
        return
    with _opened(path, calculated=False) as book:
        yield _Formulas(book, are_due)


def _holds(parts: zipfile.ZipFile, name: str, pattern: re.Pattern[bytes]) -> bool:
    """Whether a part has what a pattern says, of at most _LONGEST bytes."""
    last = b""
    with parts.open(name) as part:
        while piece := part.read(_PIECE_BYTES):
            if pattern.search(last + piece):
                return True
            last = piece[-_LONGEST:]
    return False


def _unreadable(path: Path, error: Exception) -> Faulty:
    reason = (str(error) or type(error).__name__).splitlines()[0]
    return faulty("unreadable-table", path, reason=reason)


def _place(book: "Workbook", name: str) -> _Place | None:
    """Find the rows that have a name; None when it is not there, or stands for nothing any more."""
    from openpyxl.utils import range_boundaries

    named = book.defined_names.get(name)
    for sheet, cells in named.destinations if named is not None else ():
        _, first, _, last = range_boundaries(cells)
        if first and last and sheet in [each.title for each in book.worksheets]:
            return _Place(sheet, first, last)
    return None


def _rows(
    book: "Workbook", name: str, formulas: "_Formulas | None" = None
) -> Iterator[tuple[int, dict[int, str]]]:
    """The rows of a sheet, each with its number; only cells that say something.

    Both rows and columns count from 1, as on the screen. A formula that nobody has calculated
    stands there as it is written, so that it is no answer.
    """
    written = repeat(()) if formulas is None else _values(formulas.book, name)
    must_calculate = formulas is not None and formulas.are_due
    for number, (values, asked) in enumerate(zip(_values(book, name), written, strict=False), 1):
        texts = {column: text_of(value) for column, value in enumerate(values, 1)}
        for column, formula in enumerate(asked, 1):
            came_to = values[column - 1] if column <= len(values) else None
            is_formula = formula != came_to and (must_calculate or came_to is None)
            if is_formula and formula is not None:
                texts[column] = str(getattr(formula, "text", formula))
        yield number, {column: text for column, text in texts.items() if text.strip()}


def _values(book: "Workbook", name: str) -> Iterator[tuple[object, ...]]:
    sheet: Any = book[name]
    # A sheet may say that it is smaller than it is; what lies outside would be lost.
    sheet.reset_dimensions()
    return iter(sheet.iter_rows(values_only=True))


def _others(book: "Workbook") -> Iterator[str]:
    """Name the sheets after the first that hold anything."""
    for sheet in book.worksheets[1:]:
        if any(texts for _, texts in _rows(book, sheet.title)):
            yield sheet.title


def _columns(rows: Iterator[tuple[int, dict[int, str]]], place: _Place | None) -> dict[int, str]:
    """Read the names of the columns, and leave the rows where the cases begin."""
    if place is None:
        first = next((texts for _, texts in rows if texts), {})
        return {column: clean_name(text) for column, text in first.items()}
    found: dict[int, str] = {}
    ids: dict[int, str] = {}
    for number, texts in islice(rows, place.last):
        if number == place.first:
            ids = {column: clean_name(text) for column, text in texts.items()}
        elif number > place.first:
            found |= {column: clean_name(text) for column, text in texts.items()}
    # A column that somebody added has no id, but what stands above it is its name.
    return dict(sorted({**found, **ids}.items()))


def _check_named(path: Path, number: int, texts: dict[int, str], columns: dict[int, str]) -> None:
    """Refuse a value in a column without a name: nobody could say what it means."""
    from openpyxl.utils import get_column_letter

    for column in texts:
        if column not in columns:
            raise faulty(
                "column-twice", Place(str(path), number, column), column=get_column_letter(column)
            )


def text_of(value: object) -> str:
    """Write a cell as a text; a whole number without a fraction, a day without an hour.

    >>> text_of(2.0), text_of(2.5), text_of(True), text_of(None)
    ('2', '2.5', 'true', '')
    >>> text_of(datetime(2026, 3, 1)), text_of("#N/A")
    ('2026-03-01', '#N/A')
    """
    match value:
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
