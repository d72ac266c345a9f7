"""Open a table of cases, whatever its form, as a query of texts that DuckDB can walk through.

Nothing is kept: every step reads the file anew, so that a table may be larger than memory. A record
that cannot be told apart becomes a reject with its line, so that nothing is lost. An empty cell is
NULL, which is unknown.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.batch.cells import list_as_text
from integraal.batch.columns import READABLE, check_names, check_width, clean_name
from integraal.batch.dialects import DUCKDB
from integraal.batch.table.delimited_text import (
    BUFFER_BYTES,
    LINE_BYTES,
    below_the_top,
    check_lines,
    encoding_of,
    flatten_header,
    has_mixed_line_endings,
    header_of,
    reencode,
)
from integraal.batch.table.file_kinds import as_it_is
from integraal.batch.table.json_objects import is_array, out_of_json
from integraal.batch.table.nameless import named_all, without_nameless
from integraal.batch.table.sheet_bounds import check_bounds
from integraal.engine.sql.encoding import quoted
from integraal.model.finding import Faulty, Finding, Place, faulty
from integraal.model.results.table_check import Seen

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NUMBER = "integraal: number"
"""Column with the place of a record, in a table that we wrote down ourselves."""
FILE = "integraal: file"
"""Column with the name of the file that a record stood in, likewise."""
AHEAD = "integraal: ahead"
"""Column with the dangers that only moments after today make true, likewise."""
TYPED = DUCKDB.name("integraal: typed")
"""Column with a line of JSON as it stands in the file, where it is no record."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A table that was opened."""

    path: Path
    """What is read: the table, or what was written down of it."""
    columns: tuple[str, ...]
    """As the table names them."""
    form: str
    rows: str
    """Query of its records: every column as text, and READABLE. Whatever reads all of a table of
    texts between signs notes what is no record in the table `reject_errors`."""
    encoding: str = "utf-8"
    """`windows-1252` or `utf-16` where it was not UTF-8."""
    strays: int = 0
    """Bytes that are no UTF-8, in a file that is."""
    numbered: bool = False
    """Whether the column NUMBER holds the place of each record."""
    unused: tuple[str, ...] = ()
    """Columns that a template offers to group by, and nobody filled in."""
    delimiter: str = ","
    """The sign between columns, in a table of texts."""
    above: int = 0
    """Lines of the file before the one with the names of the columns."""
    seen: Seen = field(default_factory=Seen)
    records: int | None = None
    """How many there are on the sheets, whatever comes of what was written down of them; None
    where the table itself is read."""

    @property
    def ahead(self) -> str:
        """The column with the dangers of days after today; only a folder of cases has one."""
        return DUCKDB.name(AHEAD) if self.form == "folder" else ""

    def unmarked(self, columns: Sequence[str]) -> "Opened":
        """The same table with texts of columns as they were before CSV made them harmless."""
        if self.form != "csv" or not columns:
            return self
        shown = (f"{DUCKDB.unmarked(name)} AS {name}" for name in map(DUCKDB.name, columns))
        return replace(self, rows=f"SELECT * REPLACE ({', '.join(shown)}) FROM ({self.rows})")

    def with_lines(self) -> str:
        """Write the query of its records with `line`, counted from 1 among those that are one."""
        line = DUCKDB.name(NUMBER) if self.numbered else "row_number() OVER ()"
        line = f"CAST({line} AS BIGINT)"
        return f"SELECT {line} AS line, * FROM ({self.rows})"


def open_table(
    connection: "DuckDBPyConnection", path: Path, scratch: Path, sheets: Sequence[str] = ()
) -> Opened:
    """Open a table.

    Args:
        connection: To DuckDB.
        path: The table.
        scratch: A folder for what must be written down first.
        sheets: Of a workbook, the sheets to read; without, those with cases.

    Raises:
        Faulty: if the table as a whole cannot be read.
    """
    if not path.is_file():
        raise faulty("no-such-file" if not path.exists() else "not-a-file", path)
    read, form = as_it_is(path, scratch)
    if sheets and form != "xlsx":
        raise faulty("no-sheets", path)
    if form in ("parquet", "jsonl"):
        connection.execute("CREATE OR REPLACE TEMP TABLE reject_errors (line BIGINT)")
    try:
        match form:
            case "csv":
                opened = open_csv(read, scratch=scratch)
                ask = partial(_asked, connection, path)
                kept = without_nameless(opened.columns, opened.with_lines(), ask, path)
                return replace(opened, columns=kept)
            case "xlsx":
                return _open_workbook(read, scratch, sheets)
            case "parquet":
                return _open_parquet(connection, read)
            case _:
                return _open_json_lines(connection, read)
    except Faulty as found:
        raise Faulty([_called(path, read, each) for each in found.findings]) from None


def _called(path: Path, read: Path, finding: Finding) -> Finding:
    """Name the table in a finding as its user does: what was unpacked has another name."""
    is_it = finding.place.file == str(read)
    return replace(finding, place=replace(finding.place, file=str(path))) if is_it else finding


def open_csv(path: Path, form: str = "csv", scratch: Path | None = None) -> Opened:
    """Open a table of texts between signs.

    Args:
        path: The table.
        form: `csv`, or what it was written down from.
        scratch: Where it is written anew if it is not UTF-8; None for what we wrote ourselves.

    Raises:
        Faulty: if its first line names no columns that can be told apart.
    """
    called = path
    if scratch is None:
        header, delimiter = header_of(path)
        check_names(header, Place(str(called), 1, 1))
        return _texts(path, form, "utf-8", header, delimiter)
    encoding, strays = encoding_of(path)
    if encoding != "utf-8" or strays or has_mixed_line_endings(path):
        path = reencode(path, encoding, scratch / "utf8.csv")
    check_lines(path, called)
    path, top = below_the_top(path, scratch / "rest.csv")
    header, delimiter = header_of(path, top.delimiter)
    if any("\n" in name or "\r" in name for name in header):
        # DuckDB loses count after a heading with a line break in it.
        path = flatten_header(path, delimiter, scratch / "plain.csv")
    names = [clean_name(name) for name in header]
    place = Place(str(called), 1 + top.lines, 1)
    check_width(names, place)
    check_names(list(filter(None, names)), place)
    opened = _texts(path, form, encoding, named_all(names), delimiter)
    return replace(opened, strays=strays, above=top.lines, seen=Seen(passed=top.passed))


def _open_workbook(path: Path, scratch: Path, sheets: Sequence[str]) -> Opened:
    from integraal.batch.table.workbook import cases_to_csv

    check_bounds(path)
    cases = cases_to_csv(path, scratch / "sheet.csv", (NUMBER, FILE), sheets)
    check_names(cases.columns, Place(str(path), 1, 1))
    opened = _texts(cases.path, "xlsx", "utf-8", [NUMBER, FILE, *cases.columns], ",")
    return replace(opened, unused=cases.unused, seen=cases.seen, records=cases.records)


def _texts(path: Path, form: str, encoding: str, header: Sequence[str], delimiter: str) -> Opened:
    kinds = ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in header)
    reader = (
        f"read_csv({quoted_path(path)}, auto_detect=false, header=true, columns={{{kinds}}},"
        f" delim={quoted(delimiter)}, quote='\"', escape='\"',"
        f" nullstr='', max_line_size={LINE_BYTES}, buffer_size={BUFFER_BYTES},"
        " store_rejects=true)"
    )
    rows = f"SELECT *, true AS {READABLE} FROM {reader}"
    return Opened(
        path,
        tuple(name for name in header if name not in (NUMBER, FILE, AHEAD)),
        form,
        rows,
        encoding,
        numbered=NUMBER in header,
        delimiter=delimiter,
    )


def _open_parquet(connection: "DuckDBPyConnection", path: Path) -> Opened:
    reader = f"read_parquet({quoted_path(path)})"
    check_names(_names_in_parquet(connection, path), Place(str(path), 1, 1))
    described = _asked(connection, path, f"DESCRIBE SELECT * FROM {reader}")
    kinds = {str(name): str(kind) for name, kind, *_ in described}
    names = [clean_name(name) for name in kinds]
    check_names(names, Place(str(path), 1, 1))
    texts = ", ".join(
        f"{_as_text(raw, kind)} AS {DUCKDB.name(name)}"
        for (raw, kind), name in zip(kinds.items(), names, strict=True)
    )
    rows = f"SELECT {texts}, true AS {READABLE} FROM {reader}"
    return Opened(path, tuple(names), "parquet", rows)


def _names_in_parquet(connection: "DuckDBPyConnection", path: Path) -> list[str]:
    """The columns as they stand in the file: of two with one name, DuckDB renames the second."""
    query = f"SELECT name, num_children FROM parquet_schema({quoted_path(path)})"
    (_, *below) = _asked(connection, path, query)
    names, inside = [], 0
    for name, children in below:
        if not inside:
            names.append(str(name))
        inside += int(str(children or 0)) - bool(inside)
    return names


def _as_text(name: str, kind: str) -> str:
    column = DUCKDB.name(name)
    if kind == "VARCHAR":
        return column  # its empty cells are known to be empty when they are read as answers
    if kind.endswith("[]"):
        return list_as_text(f"CAST({column} AS VARCHAR[])", DUCKDB)
    return f"CAST({column} AS VARCHAR)"


def _open_json_lines(connection: "DuckDBPyConnection", path: Path) -> Opened:
    """Open a table of objects; one without a key that others have is a row with an empty cell.

    Every line is looked at for its keys: a key that only the last one has is a column too.
    """
    lines = (
        f"read_csv({quoted_path(path)}, auto_detect=false, header=false,"
        " columns={'json': 'VARCHAR'}, delim='\x01', quote='', escape='', nullstr='\x02',"
        f" max_line_size={LINE_BYTES}, buffer_size={BUFFER_BYTES})"
    )
    if not is_array(path):
        check_lines(path, path, LINE_BYTES)
    else:
        lines = f"read_json_objects({quoted_path(path)}, format='array')"
    is_object = "json_valid(json) AND json_type(json) = 'OBJECT'"
    keys = f"CASE WHEN {is_object} THEN json_keys(json) END"
    # Of one key that stands there twice nobody can say which value is meant.
    once = "len(keys) = len(list_distinct(keys))"
    found = (
        f"SELECT json, keys, CASE WHEN {once} THEN json END AS object"
        f" FROM (SELECT json, {keys} AS keys FROM {lines})"
    )
    all_keys = _asked(connection, path, f"SELECT DISTINCT unnest(keys) FROM ({found}) ORDER BY 1")
    raw = [str(name) for (name,) in all_keys]
    names = [clean_name(name) for name in raw]
    check_names(names, Place(str(path), 1, 1))
    texts = ", ".join(map(out_of_json, raw, names))
    typed = f"CASE WHEN object IS NULL THEN CAST(json AS VARCHAR) END AS {TYPED}"
    rows = f"SELECT {texts}, {typed}, object IS NOT NULL AS {READABLE} FROM ({found})"
    return Opened(path, tuple(names), "jsonl", rows)


def _asked(connection: "DuckDBPyConnection", path: Path, query: str) -> list[tuple[object, ...]]:
    import duckdb

    try:
        return connection.execute(query).fetchall()
    except duckdb.Error as error:
        raise unreadable(path, str(error)) from None


def count_in(connection: "DuckDBPyConnection", query: str) -> int:
    """Run a query of one number, and fetch all: before that, what is no record was not noted."""
    ((found,),) = connection.execute(query).fetchall()
    return int(found)


def unreadable(path: Path, reason: str) -> Faulty:
    """The finding that a table as a whole cannot be read."""
    return faulty("unreadable-table", path, reason=reason.splitlines()[0] if reason else "")


def quoted_path(path: Path) -> str:
    """Write a path so that DuckDB reads this very file, and takes no sign in it for a pattern.

    >>> quoted_path(Path("casussen[1].csv"))
    "'casussen[[]1].csv'"
    """
    return quoted(re.sub(r"[\[*?]", lambda sign: f"[{sign[0]}]", str(path)))
