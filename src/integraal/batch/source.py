"""Open a table of cases, whatever its form, as a DuckDB table of texts named `raw`.

Every record that can be told apart becomes a row with its number; one that cannot becomes a reject
with its line, so that nothing is lost. An empty cell is NULL, which is unknown.
"""

import codecs
import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.model.finding import Faulty, Finding, Place

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DELIMITERS = ",;\t|"
_SAMPLE_BYTES = 4 * 1024 * 1024
_BOMS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
FORMS = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
}
"""The form of a table, by how its name ends."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A table that was opened as `raw`."""

    columns: tuple[str, ...]
    """As the table names them."""
    form: str
    encoding: str = "utf-8"
    """`latin-1` where it was not UTF-8."""
    unreadable: int = 0
    """Records that could not be told apart; they stand in `reject_errors`."""


def form_of(path: Path) -> str:
    """Say which form a table has, by its name.

    Raises:
        Faulty: if it is none that we know.
    """
    form = FORMS.get(path.suffix.lower())
    if form is None:
        details = (("known", ", ".join(FORMS)),)
        raise Faulty([Finding("unknown-form", Place(str(path)), details)])
    return form


def open_table(connection: "DuckDBPyConnection", path: Path, scratch: Path) -> Opened:
    """Open a table as `raw`: a column `line`, and every column of the table as text.

    Args:
        connection: To DuckDB.
        path: The table.
        scratch: A folder for what must be written down first.

    Raises:
        Faulty: if the table as a whole cannot be read.
    """
    if not path.is_file():
        raise Faulty([Finding("no-such-file" if not path.exists() else "not-a-file", _at(path))])
    form = form_of(path)
    match form:
        case "csv":
            return _open_csv(connection, path)
        case "xlsx":
            return _open_csv(connection, written_down(_sheet(path), scratch / "sheet.csv"))
        case "parquet":
            return _open_columns(connection, path, form, "read_parquet(?)")
        case _:
            # Objects without a key that others have are rows with an empty cell.
            return _open_columns(connection, path, form, "read_json(?, format='newline_delimited')")


def _at(path: Path) -> Place:
    return Place(str(path))


def _open_csv(connection: "DuckDBPyConnection", path: Path) -> Opened:
    encoding = _encoding(path)
    header, delimiter = _header(path, encoding)
    columns = dict.fromkeys(header, "VARCHAR")
    connection.execute(
        # Names and values are passed as values, never written into the query.
        "CREATE TEMP TABLE raw AS SELECT row_number() OVER () AS line, * FROM read_csv(?,"
        " auto_detect=false, header=true, columns=?, delim=?, quote='\"', escape='\"',"
        " encoding=?, nullstr='', store_rejects=true, max_line_size=10000000)",
        [str(path), columns, delimiter, encoding],
    )
    found = connection.execute("SELECT count(DISTINCT line) FROM reject_errors").fetchone()
    return Opened(tuple(header), "csv", encoding, int(found[0]) if found else 0)


def _encoding(path: Path) -> str:
    """Tell UTF-8 from Latin-1 by the beginning of a file."""
    with path.open("rb") as file:
        sample = file.read(_SAMPLE_BYTES)
    for bom, name in _BOMS:
        if sample.startswith(bom):
            return name
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(sample)
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8"


def _header(path: Path, encoding: str) -> tuple[list[str], str]:
    """Read the names of the columns, and the sign between them."""
    with path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline="") as file:
        first = file.readline(1_000_000)
    delimiter = max(DELIMITERS, key=first.count)
    names = [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
    _check_names(path, names)
    return names, delimiter


def _check_names(path: Path, names: Sequence[str]) -> None:
    """Refuse columns that nobody could tell apart."""
    if not names or not any(names):
        raise Faulty([Finding("no-columns", Place(str(path), 1, 1))])
    for name in names:
        if not name or names.count(name) > 1:
            details = (("column", name),)
            raise Faulty([Finding("column-twice", Place(str(path), 1, 1), details)])


def _open_columns(connection: "DuckDBPyConnection", path: Path, form: str, reader: str) -> Opened:
    import duckdb

    try:
        described = connection.execute(f"DESCRIBE SELECT * FROM {reader}", [str(path)])
        kinds = {str(name): str(kind) for name, kind, *_ in described.fetchall()}
        _check_names(path, list(kinds))
        texts = ", ".join(_as_text(name, kind) for name, kind in kinds.items())
        connection.execute(
            f"CREATE TEMP TABLE raw AS SELECT row_number() OVER () AS line, {texts} FROM {reader}",
            [str(path)],
        )
    except duckdb.Error as error:
        details = (("reason", str(error).splitlines()[0]),)
        raise Faulty([Finding("unreadable-table", _at(path), details)]) from None
    return Opened(tuple(kinds), form)


def _as_text(name: str, kind: str) -> str:
    column = quoted_name(name)
    if kind.endswith("[]"):
        # An empty list says that none applies; no list at all says nothing.
        joined = f"array_to_string({column}, ';')"
        return f"CASE WHEN len({column}) = 0 THEN 'geen_van_deze' ELSE {joined} END AS {column}"
    return f"NULLIF(CAST({column} AS VARCHAR), '') AS {column}"


def quoted_name(name: str) -> str:
    """Write the name of a column as DuckDB wants it.

    >>> quoted_name('a"b')
    '"a""b"'
    """
    return '"' + name.replace('"', '""') + '"'


def _sheet(path: Path) -> Iterator[Sequence[object]]:
    """Walk through the rows of the first sheet of a workbook."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception as error:
        details = (("reason", str(error).splitlines()[0] if str(error) else type(error).__name__),)
        raise Faulty([Finding("unreadable-table", _at(path), details)]) from None
    try:
        for row in book.worksheets[0].iter_rows(values_only=True):
            if any(value is not None for value in row):
                yield row
    finally:
        book.close()


def written_down(rows: Iterable[Sequence[object]], path: Path) -> Path:
    """Write rows down as CSV, so that one reader serves every form."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for row in rows:
            writer.writerow(["" if value is None else value for value in row])
    return path
