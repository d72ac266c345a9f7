"""Open results of a batch as one table of cases, in which each case stands once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.batch.columns import PROMISED, READABLE
from integraal.batch.dialects import DUCKDB
from integraal.batch.privacy_check import check_labels, kinds_of_groups
from integraal.batch.table.kept_rows import first_day
from integraal.batch.table.source import Opened, count_in, open_table
from integraal.model.finding import Finding, Place, faulty
from integraal.model.keeping.kept import State
from integraal.model.results.signals import Thresholds
from integraal.model.sheet import KEEP_UNTIL, URGENT
from integraal.privacy.retention import state_of
from integraal.reading.shapes.fit import nearest

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

VERSION = "version"
"""The one promised column that cases may be grouped by."""
# A workbook writes True where a CSV has true.
_OWN = {
    name: f"lower({name})" if name in ("settled", "provisional") else name for name in PROMISED
} | {URGENT: f"coalesce({URGENT}, '')"}
_LATER = (URGENT,)
"""Columns that results of before do not have; there nobody knows what would stand in them."""


@dataclass(frozen=True, slots=True)
class Results:
    """Results that were opened: the table `cases` holds the cases that are counted."""

    connection: "DuckDBPyConnection"
    column: str
    """By which the cases are grouped; its values stand in the column `grouped`."""
    place: Place
    """Of the first file."""
    fingerprints: tuple[str, ...]
    versions: tuple[str, ...]
    past: tuple[tuple[str, date], ...]
    """Files that are past the day until which they may be kept."""
    draw: str
    """What tells these cases, with all of their advice, from any others."""
    doubts: tuple[Finding, ...] = ()
    """That somebody could perhaps be recognised in the names of the groups."""


@contextmanager
def opened_results(
    files: Sequence[Path], column: str, thresholds: Thresholds, scratch: Path
) -> Iterator[Results]:
    """Open files as one table; a case that is the same in two of them counts once.

    Args:
        files: Results of `integraal batch`, in any of its forms.
        column: To group by; empty for no groups.
        thresholds: How many cases a file must have.
        scratch: A folder for what must be written down first.

    Raises:
        Faulty: if a file is no result, or the files do not belong together, or what they hold may
            not be counted.
    """
    import duckdb

    with duckdb.connect(config={"temp_directory": str(scratch)}) as connection:
        named = ", ".join(f"{DUCKDB.name(name)} VARCHAR" for name in PROMISED)
        connection.execute(f"CREATE TABLE given (file INTEGER, {named}, grouped VARCHAR)")
        days = [
            _add(connection, number, file, column, scratch) for number, file in enumerate(files)
        ]
        told = ((str(file), day) for file, day in zip(files, days, strict=True))
        past = tuple((file, day) for file, day in told if day and _is_past(day))
        place = Place(str(files[0]))
        _check_cases(connection, place)
        doubts = _check_groups(connection, column, place) if column else ()
        _check_sizes(connection, files, thresholds)
        fingerprints, versions = (_distinct(connection, name) for name in ("fingerprint", VERSION))
        if len(fingerprints) > 1 and column != VERSION:
            raise faulty("results-differ", place, versions=", ".join(versions))
        yield Results(
            connection, column, place, fingerprints, versions, past, _draw(connection), doubts
        )


def _add(
    connection: "DuckDBPyConnection", number: int, file: Path, column: str, scratch: Path
) -> date | None:
    """Add a file, with only the columns that are needed; give its first day to be kept until."""
    opened = open_table(connection, file, scratch)
    _check_columns(file, opened, column)
    opened = opened.unmarked([column] if column else [])
    grouped = DUCKDB.name(column) if column else "NULL"
    own = ", ".join(
        "NULL" if name in _LATER and name not in opened.columns else said
        for name, said in _OWN.items()
    )
    connection.execute(
        f"INSERT INTO given SELECT {number}, {own}, trim({grouped}) FROM ({opened.rows})"
        f" WHERE {READABLE}"
    )
    damaged = count_in(connection, f"SELECT count(*) FROM ({opened.rows}) WHERE NOT {READABLE}")
    if opened.form not in ("parquet", "jsonl"):
        damaged += count_in(connection, "SELECT count(DISTINCT line) FROM reject_errors")
    if damaged:
        raise faulty("damaged-result", file, count=damaged)
    return first_day(connection, opened)


def _is_past(day: date) -> bool:
    return state_of(day, date.today()) is State.PAST


def _check_columns(file: Path, opened: Opened, column: str) -> None:
    missing = [name for name in PROMISED if name not in (*opened.columns, *_LATER)]
    if missing:
        raise faulty("not-a-result", file, missing=", ".join(missing))
    usable = [name for name in opened.columns if name not in (*PROMISED, KEEP_UNTIL)] + [VERSION]
    if column and column not in usable:
        known, near = ", ".join(usable), nearest(column, usable)
        place = Place(str(file), 1, 1)
        raise faulty("cannot-group-by", place, column=column, known=known, suggestion=near)


def _check_cases(connection: "DuckDBPyConnection", place: Place) -> None:
    """Count each case once; refuse a case that says two things.

    Counted twice, one family could make a group look large enough to be shown.
    """
    connection.execute(
        "CREATE TABLE cases AS SELECT DISTINCT * EXCLUDE (file, casus), trim(casus) AS casus"
        " FROM given"
    )
    twice = count_in(
        connection,
        "SELECT count(*) FROM (SELECT casus FROM cases GROUP BY casus HAVING count(*) > 1)",
    )
    if twice:
        raise faulty("cases-twice", place, count=twice)


def _check_groups(
    connection: "DuckDBPyConnection", column: str, place: Place
) -> tuple[Finding, ...]:
    """Refuse a column that identifies people, or that nearly tells the cases apart.

    Returns: That it could have names of people in it, if so.
    """
    found = connection.execute("SELECT DISTINCT grouped FROM cases WHERE grouped IS NOT NULL")
    labels = [str(label) for (label,) in found.fetchall()]
    check_labels(place, column, labels)
    if len(labels) * 2 > count_in(connection, "SELECT count(*) FROM cases"):
        raise faulty("groups-too-fine", place, column=column)
    kinds = kinds_of_groups(labels)
    told = Finding.warning("column-may-identify", place, column=column, kinds=kinds)
    return (told,) if kinds else ()


def _check_sizes(
    connection: "DuckDBPyConnection", files: Sequence[Path], thresholds: Thresholds
) -> None:
    """Refuse a file with too few cases: beside a large one it would be found by leaving it away."""
    for number, file in enumerate(files):
        size = count_in(
            connection, f"SELECT count(DISTINCT casus) FROM given WHERE file = {number}"
        )
        if size < thresholds.suppress_below:
            raise faulty("too-few-cases", file, threshold=thresholds.suppress_below)


def _draw(connection: "DuckDBPyConnection") -> str:
    """Make one number out of all cases, whatever their order and whatever they are grouped by.

    It hangs on every name and on all of the advice: who does not know all of that cannot make it.
    It does not hang on the version, so that a new one that advises the same makes no new page.
    """
    advice = [name for name in PROMISED if name not in (VERSION, "fingerprint")]
    said = " || chr(31) || ".join(f"coalesce(trim({name}), '')" for name in advice)
    found = connection.execute(f"SELECT bit_xor(md5_number({said})) FROM cases").fetchall()
    return str(found)


def _distinct(connection: "DuckDBPyConnection", name: str) -> tuple[str, ...]:
    found = connection.execute(f"SELECT DISTINCT coalesce({name}, '') FROM cases ORDER BY 1")
    return tuple(str(value) for (value,) in found.fetchall())
