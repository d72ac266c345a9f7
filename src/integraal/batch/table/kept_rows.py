"""Read in a table of which cases it is, and write it anew without one of them.

Only what `batch` made is ever written anew; a table that people made is theirs.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.batch.columns import REJECTED
from integraal.batch.dialects import DUCKDB
from integraal.batch.table.source import Opened, count_in, open_table, quoted_path
from integraal.engine.sql.encoding import quoted
from integraal.model.finding import faulty
from integraal.model.keeping.kept import Sort
from integraal.model.sheet import CASE, KEEP_UNTIL
from integraal.reading.storage.atomic_write import written_together

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_OF_RESULT = {"level", "reach", "settled", "provisional", "fingerprint"}
_NAMED = 12
"""How many cases of a table are named."""


@dataclass(frozen=True, slots=True)
class TableSeen:
    """What a table says of itself."""

    opened: Opened
    sort: Sort
    column: str
    """That with the pseudonyms, as the table calls it; empty where it has none."""
    cases: tuple[str, ...]
    count: int
    keep_until: date | None


def seen_table(
    connection: "DuckDBPyConnection", path: Path, scratch: Path, case: str = ""
) -> TableSeen | None:
    """Look into a table; None where no case and no reject is in it.

    Args:
        connection: To DuckDB.
        path: The table.
        scratch: A folder for what must be written down first.
        case: A pseudonym that is named first where the table has it.

    Raises:
        Faulty: if it cannot be read.
    """
    opened = open_table(connection, path, scratch)
    lower = {name.casefold(): name for name in opened.columns}
    sort = _sort(set(lower))
    if sort is None:
        return None
    column = lower.get(CASE, "")
    name = f"trim({DUCKDB.name(column)})"
    cases: tuple[str, ...] = ()
    count = 0
    if column:
        listed = f"SELECT DISTINCT {name} AS one FROM ({opened.rows}) WHERE {name} <> ''"
        order = f"one <> {quoted(case)}, one"
        query = f"SELECT one FROM ({listed}) ORDER BY {order} LIMIT {_NAMED}"
        cases = tuple(str(one) for (one,) in connection.execute(query).fetchall())
        count = count_in(connection, f"SELECT count(*) FROM ({listed})")
    return TableSeen(opened, sort, column, cases, count, first_day(connection, opened))


def _sort(columns: set[str]) -> Sort | None:
    if CASE in columns:
        return Sort.RESULT if columns >= _OF_RESULT else Sort.TABLE
    return Sort.REJECTS if columns >= set(REJECTED[:-1]) else None


def first_day(connection: "DuckDBPyConnection", opened: Opened) -> date | None:
    """The first day in the column that says until when a table may be kept; None without one."""
    column = next((name for name in opened.columns if name.casefold() == KEEP_UNTIL), "")
    if not column:
        return None
    cast = f"TRY_CAST(left(trim({DUCKDB.name(column)}), 10) AS DATE)"
    ((day,),) = connection.execute(f"SELECT min({cast}) FROM ({opened.rows})").fetchall()
    return day if isinstance(day, date) else None


def rows_of(
    connection: "DuckDBPyConnection", seen: TableSeen, case: str
) -> Iterator[dict[str, str]]:
    """The rows of a case, each with what stands in its columns; empty cells are left out."""
    shown = ", ".join(DUCKDB.name(name) for name in seen.opened.columns)
    is_it = f"trim({DUCKDB.name(seen.column)}) = {quoted(case)}"
    found = connection.execute(f"SELECT {shown} FROM ({seen.opened.rows}) WHERE {is_it}")
    for row in found.fetchall():
        cells = zip(seen.opened.columns, row, strict=True)
        yield {name: str(cell) for name, cell in cells if cell not in (None, "")}


def write_without(connection: "DuckDBPyConnection", path: Path, seen: TableSeen, case: str) -> None:
    """Write a result anew without the rows of a case; all other rows stay as they are.

    Raises:
        Faulty: if that cannot be done without changing what else is in it.
        OSError: if it cannot be written.
    """
    if seen.opened.encoding not in ("utf-8", "windows-1252") or path.suffix.lower() == ".gz":
        raise faulty("rows-by-hand", path)
    with written_together(path) as (new,):
        match seen.opened.form:
            case "csv":
                _write_lines(path, new, _lines_without(path, seen.opened, case))
            case "jsonl":
                _write_lines(path, new, _objects_without(path, case))
            case "parquet":
                kept = f"trim({DUCKDB.name(seen.column)}) IS DISTINCT FROM {quoted(case)}"
                rows = f"SELECT * FROM read_parquet({quoted_path(path)}) WHERE {kept}"
                connection.execute(f"COPY ({rows}) TO {quoted(str(new))} (FORMAT parquet)")
            case _:
                _write_workbook(path, new, case)


def _write_lines(path: Path, new: Path, lines: Iterable[str]) -> None:
    with new.open("w", encoding="latin-1", newline="") as file:
        file.writelines(lines)
    if not new.stat().st_size:
        raise faulty("rows-by-hand", path)


def _lines_without(path: Path, opened: Opened, case: str) -> Iterator[str]:
    """Pass on the lines of a table as they are, but for those of a case.

    Read byte by byte: whatever a byte means in it, a pseudonym is written in ASCII.
    """
    with path.open(encoding="latin-1", newline="") as file:
        taken: list[str] = []

        def noted() -> Iterator[str]:
            for line in file:
                taken.append(line)
                yield line

        at = -1
        for number, cells in enumerate(csv.reader(noted(), delimiter=opened.delimiter)):
            lines, taken[:] = list(taken), []
            if number >= opened.above and at < 0 and cells:
                at = _column(cells)
            elif at >= 0 and len(cells) > at and cells[at].strip() == case:
                continue
            yield from lines
        yield from taken


def _column(names: list[str]) -> int:
    """Where the pseudonyms stand; a byte order mark may stand before them."""
    plain = [name.strip().removeprefix("ï»¿").strip('" ').casefold() for name in names]
    return plain.index(CASE) if CASE in plain else -1


def _objects_without(path: Path, case: str) -> Iterator[str]:
    with path.open(encoding="latin-1", newline="") as file:
        for line in file:
            try:
                one = json.loads(line.encode("latin-1"))
            except ValueError:
                one = None
            keys = {key.casefold(): key for key in one} if isinstance(one, dict) else {}
            if isinstance(one, dict) and CASE in keys and str(one[keys[CASE]]).strip() == case:
                continue
            yield line


def _write_workbook(path: Path, new: Path, case: str) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path)
    for sheet in book.worksheets:
        names = [str(cell.value or "") for cell in sheet[1]]
        if (at := _column(names)) < 0:
            continue
        for row in range(sheet.max_row, 1, -1):
            if str(sheet.cell(row, at + 1).value or "").strip() == case:
                sheet.delete_rows(row)
    with new.open("xb") as file:
        book.save(file)
