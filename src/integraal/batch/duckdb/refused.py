"""Hear danger in a table that is refused as a whole, and in the lines of one that are no record."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.batch.columns import Request
from integraal.batch.duckdb.connection import connected
from integraal.batch.heard import Heard, Hearing
from integraal.batch.table.file_kinds import FORMS
from integraal.batch.table.source import TYPED, Opened
from integraal.batch.table.typed_rows import cells_of, typed_rows
from integraal.model.results.danger import Danger
from integraal.reading.folders import files, yaml_files

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Refused:
    """What shows from a table of which no advice is made."""

    dangers: tuple[Danger, ...]
    rows: tuple[str, ...]
    """Where: the numbers of rows, or the names of files."""


def heard_in(request: Request, source: Path) -> Refused:
    """Hear what a table, or a folder of them or of case files, shows although it is refused."""
    found: dict[tuple[str, str], Danger] = {}
    rows: dict[str, None] = {}
    for row, heard in _rows(request, source):
        if heard.dangers:
            rows[row] = None
        for danger in heard.dangers:
            found.setdefault((danger.instrument.id, danger.statement.id), danger)
    return Refused(tuple(found.values()), tuple(rows))


def _rows(request: Request, source: Path) -> Iterator[tuple[str, Heard]]:
    hearing = Hearing(request)
    if not source.is_dir():
        for number, heard in _in_table(hearing, source):
            yield str(number), heard
        return
    for path in yaml_files(source):
        yield str(path.relative_to(source)), hearing.file(path)
    for path in files(source):
        if path.suffix.lower() in FORMS:
            for _, heard in _in_table(hearing, path):
                yield str(path.relative_to(source)), heard


def _in_table(hearing: Hearing, path: Path) -> Iterator[tuple[int, Heard]]:
    if path.is_file():
        with connected() as (connection, scratch):
            for number, pairs in typed_rows(connection, path, scratch):
                yield number, hearing.record(pairs)


def heard_lines(
    connection: "DuckDBPyConnection", opened: Opened, request: Request
) -> Iterator[tuple[int, Heard]]:
    """Hear what the lines make true that are no record; of the others nothing is given.

    Args:
        connection: With the table `reject_errors`.
        opened: How the table was opened.
        request: What it was opened for.

    Returns: The number of each line with a danger, as the rejects have it at first: among the
        records, or less than 0 where it is none.
    """
    hearing = Hearing(request)
    match opened.form:
        case "csv":
            query = "SELECT DISTINCT -CAST(line AS BIGINT), csv_line FROM reject_errors"
        case "jsonl":
            lines = opened.with_lines()
            query = f"SELECT line, {TYPED} FROM ({lines}) WHERE {TYPED} IS NOT NULL"
        case _:
            return
    found = connection.execute(query)
    while some := found.fetchmany(_AT_ONCE):
        for line, text in some:
            if opened.form == "csv":
                heard = hearing.record(cells_of(opened.columns, text or "", opened.delimiter))
            else:
                heard = hearing.line(text)
            if heard.ids:
                yield line, heard
