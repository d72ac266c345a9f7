"""Read the rows of a table as somebody typed them, where the table as a whole is refused.

Nothing is held to be a table here, so nothing is refused: what can be read is read, one line after
the other, for whoever must not miss a danger in it. A line that falls apart in more ways than one
is read in each of them.
"""

import csv
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.batch.heard import Pair, pairs_in
from integraal.batch.table.delimited_text import TITLE_LINES, delimiter_of, encoding_of, top_of
from integraal.batch.table.file_kinds import FORMS, as_it_is, begin_of
from integraal.batch.table.source import quoted_path
from integraal.model.finding import Faulty
from integraal.model.sheet import CASE

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Typed = tuple[int, list[Pair]]
"""The number of a row, and its cells with the name of their column."""
_LONGEST = 1_000_000


def typed_rows(connection: "DuckDBPyConnection", path: Path, scratch: Path) -> Iterator[Typed]:
    """Read what can be read of a table, whatever is wrong with it.

    Args:
        connection: To DuckDB.
        path: The table.
        scratch: A folder for what is unpacked.
    """
    try:
        read, form = as_it_is(path, scratch)
    except Faulty:
        read, form = path, FORMS.get(begin_of(path), "csv")
    match form:
        case "xlsx":
            yield from _of_workbook(read)
        case "parquet":
            yield from _of_parquet(connection, read)
        case "jsonl":
            yield from _of_json(read)
        case _:
            yield from _of_lines(read)


def cells_of(names: Sequence[str], line: str, delimiter: str) -> list[Pair]:
    """Put the cells of a line under the names of the columns.

    Where there are more or fewer cells than names, they are counted from both ends.

    >>> ("gevaar", "ja") in cells_of(["casus", "gevaar"], "C-1,woont thuis, nu,ja", ",")
    True
    """
    found: dict[Pair, None] = {}
    for cells in _split(line, delimiter):
        found |= dict.fromkeys(zip(names, cells, strict=False))
        if len(cells) != len(names):
            found |= dict.fromkeys(zip(reversed(names), reversed(cells), strict=False))
    return list(found)


def _split(line: str, delimiter: str) -> Iterator[list[str]]:
    with suppress(csv.Error):
        yield next(csv.reader([line], delimiter=delimiter), [])
    if '"' in line:
        yield line.split(delimiter)


def _of_lines(path: Path) -> Iterator[Typed]:
    with path.open(encoding=encoding_of(path)[0], errors="replace") as file:
        begin = [file.readline().removeprefix("\ufeff") for _ in range(TITLE_LINES)]
        top = top_of(begin)
        above = top.lines or _titles(begin)
        delimiter = top.delimiter or delimiter_of(begin[above])
        names = next(_split(begin[above].rstrip("\n"), delimiter), [])
        for number, line in enumerate(chain(begin, file), 1):
            if number > above + 1 and line.strip():
                yield number, cells_of(names, line.rstrip("\n"), delimiter)


def _titles(begin: Sequence[str]) -> int:
    """How many lines stand above the first one that has columns."""
    has_columns = (number for number, line in enumerate(begin) if line.count(delimiter_of(line)))
    return next(has_columns, 0)


def _of_json(path: Path) -> Iterator[Typed]:
    """Read objects, one a line or all in one list; each is numbered by the line that it ends on."""
    with path.open(encoding=encoding_of(path)[0], errors="replace") as file:
        rest, line = "", 1
        while piece := file.read(_LONGEST):
            *whole, rest = (rest + piece).split("}")
            for text in whole:
                line += text.count("\n")
                yield line, pairs_in(text[max(text.find("{"), 0) :] + "}")
            rest = rest[-_LONGEST:]
        yield line, pairs_in(rest)


def _of_workbook(path: Path) -> Iterator[Typed]:
    from openpyxl import load_workbook

    from integraal.batch.table.sheet_bounds import check_bounds
    from integraal.batch.table.sheet_rows import SheetRows

    with warnings.catch_warnings(), suppress(Exception), path.open("rb") as file:
        # What cannot be read of a workbook is told by who refuses it.
        warnings.simplefilter("ignore")
        check_bounds(path)
        book = load_workbook(file, read_only=True, data_only=True)
        for sheet in book.worksheets:
            yield from _below_a_head(SheetRows(book, sheet.title, are_due=False))


def _below_a_head(rows: Iterable[tuple[int, dict[int, str]]]) -> Iterator[Typed]:
    """Read the rows of a sheet below every row with the column of the cases.

    Above that they are read below the first row that has columns.
    """
    names: dict[int, str] = {}
    for number, texts in rows:
        is_head = CASE in (text.strip().casefold() for text in texts.values())
        if is_head or (not names and len(texts) > 1):
            names = dict(texts)
            continue
        yield number, [(names[at], text) for at, text in texts.items() if at in names]


def _of_parquet(connection: "DuckDBPyConnection", path: Path) -> Iterator[Typed]:
    import duckdb

    with suppress(duckdb.Error):
        query = f"SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet({quoted_path(path)})"
        found = connection.execute(query)
        names = [str(column[0]) for column in found.description or ()]
        number = 0
        while rows := found.fetchmany(10_000):
            for row in rows:
                number += 1
                yield number, [(n, v or "") for n, v in zip(names, row, strict=True)]
