"""Read a list of services from CSV or a workbook: rows of texts with their places, and whatever
stands beside them. A table of which nobody could say where a row ends is refused.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from integraal.batch.services.headings import Chosen, Headings, called, head_of
from integraal.batch.table.delimited_text import DELIMITERS, encoding_of
from integraal.batch.table.file_kinds import as_it_is
from integraal.batch.table.sheet_bounds import check_bounds
from integraal.model.finding import Finding, Place, faulty
from integraal.model.services.row import Row
from integraal.reading.files import LISTING_BYTES, read_bytes

TITLE_ROWS = 20
"""So many rows may stand above the names of the columns."""
MOST_ROWS = 50_000
_SEP = re.compile(r"\"?sep=(.)\"?[,;\t]*\r?\n?", re.IGNORECASE)
_MARKED = re.compile(r"'+[=+\-@\t\r]")
"""A text that was made harmless for a spreadsheet."""
_BROKEN = re.compile(r"=.+|#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)", re.DOTALL)
"""A formula that nobody calculated, or what became of one."""
Texts = tuple[int, dict[int, str]]
"""The number of a row, and what its cells say by their column."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of services as it stands in a file."""

    rows: tuple[Row, ...]
    broken: tuple[Finding, ...]
    """Rows in which a cell cannot be read; each is a row too, and is refused."""
    headings: tuple[tuple[str, Headings, Mapping[int, str]], ...]
    """Of each sheet its place, what its columns are, and what they are called."""
    notes: tuple[Finding, ...]
    """What was passed over, and is said."""


def read_list(path: Path, scratch: Path, chosen: Chosen, own_sheets: frozenset[str]) -> Listed:
    """Read a list of services.

    Args:
        path: A table: CSV, or a workbook.
        scratch: A folder for what is unpacked.
        chosen: What somebody said of the columns.
        own_sheets: Sheets that a template has besides its list, of which nothing is said.

    Raises:
        Faulty: if it cannot be read, or nothing in it is the head of a list of services.
    """
    sheets = sheets_in(path, scratch)
    known = called()
    found, others = [], []
    for title, (every, merged) in sheets.items():
        place = f"{path} [{title}]" if len(sheets) > 1 else str(path)
        head = head_of(every[:TITLE_ROWS], known, chosen)
        if head is not None:
            number, columns = head
            names = next(texts for line, texts in every if line == number)
            below = [row for row in every if row[0] > number]
            found.append(_Sheet(place, every, merged, number, columns, names, below))
        elif every and title not in own_sheets:
            others.append(title)
    if not found:
        raise faulty("list-without-names", path)
    listed = _listed(found)
    if len(listed.rows) > MOST_ROWS:
        raise faulty("list-too-long", path, rows=len(listed.rows), most=MOST_ROWS)
    if others:
        left = Finding.warning("list-sheets-left", path, known=", ".join(others))
        return replace(listed, notes=(*listed.notes, left))
    return listed


def sheets_in(
    path: Path, scratch: Path, delimiters: str = DELIMITERS
) -> dict[str, tuple[list[Texts], int]]:
    """The rows of every sheet, and how many blocks of cells are merged there.

    Args:
        path: A table: CSV, or a workbook.
        scratch: A folder for what is unpacked.
        delimiters: Which signs may stand between the columns of CSV.

    Raises:
        Faulty: if the file is none that we read, or cannot be read.
    """
    if not path.is_file():
        raise faulty("no-such-file" if not path.exists() else "not-a-file", path)
    read, form = as_it_is(path, scratch)
    if form == "csv":
        return {"": (_of_text(read, path, delimiters), 0)}
    if form == "xlsx":
        return _of_workbook(read)
    raise faulty("list-other-form", path, form=form)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet with a list of services."""

    place: str
    every: list[Texts]
    merged: int
    head: int
    """The row with the names of the columns."""
    columns: Headings

    names: dict[int, str]
    """What stands above the columns."""
    below: list[Texts]
    """The rows below the names."""


def _listed(sheets: list[_Sheet]) -> Listed:
    rows: list[Row] = []
    broken: list[Finding] = []
    for sheet in sheets:
        for line, texts in sheet.below:
            row, wrong = _row(Place(sheet.place, line, 1), texts, sheet.columns, sheet.names)
            rows.append(row)
            broken += wrong
    heads = tuple((each.place, each.columns, each.names) for each in sheets)
    notes = tuple(note for each in sheets for note in _told(each))
    return Listed(tuple(rows), tuple(broken), heads, notes)


def _row(
    place: Place, texts: Mapping[int, str], columns: Headings, names: Mapping[int, str]
) -> tuple[Row, list[Finding]]:
    wrong = []
    beyond = [at for at in texts if at > max(names)]
    if beyond:
        wrong.append(Finding.at("row-too-wide", place, cells=max(beyond), columns=max(names)))
    for at, text in texts.items():
        if at in columns.columns and _BROKEN.fullmatch(text.strip()):
            wrong.append(Finding.at("cell-broken", place, column=names[at], word=text[:40]))
    cells = {columns.columns[at]: text for at, text in texts.items() if at in columns.columns}
    return Row(place, cells), wrong


def _told(sheet: _Sheet) -> Iterator[Finding]:
    where, names = Place(sheet.place, sheet.head, 1), sheet.names
    above = len(sheet.every) - len(sheet.below) - 1
    if above:
        yield Finding.warning("list-lines-above", where, count=above)
    filled = {at for _, texts in sheet.below for at in texts}
    nameless = [f"[{at}]" for at in sorted(filled - names.keys()) if at <= max(names)]
    if left := [*sheet.columns.unknown, *nameless]:
        yield Finding.warning("list-columns-left", where, known=", ".join(left))
    if sheet.merged:
        yield Finding.warning("list-cells-merged", sheet.place, count=sheet.merged)


def _of_text(path: Path, called_by: Path, delimiters: str) -> list[Texts]:
    """The rows of a table of texts.

    Raises:
        Faulty: if it is too large, or a quote does not close.
    """
    text = read_bytes(path, LISTING_BYTES).decode(encoding_of(path)[0], "replace")
    # Only these end a line: a cell may hold what else looks like an end.
    lines = list(StringIO(text.removeprefix("\ufeff"), newline=""))
    sep = _SEP.fullmatch(lines[0]) if lines else None
    above = 1 if sep else 0
    delimiter = sep[1] if sep else max(delimiters, key=lambda sign: _columns(lines, sign))
    reader = csv.reader(iter(lines[above:]), delimiter=delimiter, strict=True)
    rows: list[Texts] = []
    begin = above + 1
    try:
        for cells in reader:
            texts = {at: _plain(cell) for at, cell in enumerate(cells, 1) if cell.strip()}
            if texts:
                rows.append((begin, texts))
            begin = above + reader.line_num + 1
    except (csv.Error, ValueError) as error:
        raise faulty("list-unclosed", Place(str(called_by), begin, 1), reason=error) from None
    return rows


def _columns(lines: list[str], sign: str) -> int:
    """How many columns the widest of the first lines would have."""
    return max((line.count(sign) for line in lines[:TITLE_ROWS]), default=0)


def _plain(cell: str) -> str:
    return cell[1:] if _MARKED.match(cell) else cell


def _of_workbook(path: Path) -> dict[str, tuple[list[Texts], int]]:
    """The rows of each sheet, and how many blocks of cells are merged there.

    Raises:
        Faulty: if it is larger than a sheet can be, or cannot be read.
    """
    from integraal.batch.table.workbook import sheets_of

    check_bounds(path)
    return sheets_of(path, MOST_ROWS)
