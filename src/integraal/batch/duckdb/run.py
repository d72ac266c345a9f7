"""Evaluate a table of cases: one SELECT, nothing lost, and a whole file or none.

What goes in comes out or is rejected; the three are counted apart and must add up. The table is
walked through once and never kept; of each record a few integers wait on disk until they are
written out. Both files are written beside their places and moved there together at the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.batch.advice_columns import is_urgent
from integraal.batch.columns import Counted, Remark, Request
from integraal.batch.dialects import DUCKDB
from integraal.batch.duckdb.advice_table import SUSPECT, advice_query, encoded_query, is_sound
from integraal.batch.duckdb.case_names import IS_NAMED, list_identifying
from integraal.batch.duckdb.connection import connected
from integraal.batch.duckdb.errors import as_findings
from integraal.batch.duckdb.progress import Watch, watched
from integraal.batch.duckdb.rejects import listed_rejects, reject
from integraal.batch.duckdb.torn_lines import torn_lines
from integraal.batch.matching import match_columns
from integraal.batch.privacy_check import (
    FEW,
    MOST_GROUPS,
    SAMPLE,
    check_column,
    check_few,
    check_group,
    doubts,
)
from integraal.batch.records import Records
from integraal.batch.table.case_folder import CaseFolder
from integraal.batch.table.file_kinds import FORMS, form_of
from integraal.batch.table.source import Opened, count_in, open_csv, open_table
from integraal.batch.table.target import check_rows, write_table
from integraal.engine.sql.encoding import quoted
from integraal.model.finding import Finding, Place, faulty
from integraal.model.sheet import CASE, URGENT
from integraal.reading.files import check_utf8, shown_name
from integraal.reading.storage.atomic_write import written_together
from integraal.words.words import Words

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SAID = "said.cases"
BLOCK = 20_480
"""Rows that a thread takes at a time: what it makes of them waits in memory for those before."""
_READING = 0.6
"""The part of the work that reading is; the rest is writing."""
_SUSPECTS = f"SELECT {CASE} FROM {_SAID} WHERE {SUSPECT}"


@dataclass(frozen=True, slots=True)
class Batch(Request):
    """What to do."""

    source: Path
    target: Path
    rejects: Path
    """Where rejected records go; no file is made when there are none."""
    overwrite: bool = field(default=False, kw_only=True)
    """Whether what stands in these two places by the end of the run may go."""


def run(batch: Batch, watch: Watch | None = None) -> Counted:
    """Evaluate a table.

    Args:
        batch: What to do.
        watch: Is told from time to time how far it is. Then the table is counted first.

    Raises:
        Faulty: if the table as a whole cannot be read, has no column `casus` or no question in it,
            or a column of it identifies people; and if the result cannot be written.
        KeyboardInterrupt: if the user stops it. Nothing is left behind, whatever ends it.
    """
    import duckdb

    form_of(batch.target)  # before any work, not after it
    # The files in a folder are never shown to DuckDB by their names.
    check_utf8(*(() if batch.source.is_dir() else (batch.source,)), batch.target, batch.rejects)
    with (
        as_findings(batch.source, batch.target),
        written_together(batch.target, batch.rejects, overwrite=batch.overwrite) as beside,
    ):
        try:
            with connected() as (connection, scratch):
                return _evaluate(connection, batch, scratch, beside, watch)
        except duckdb.OutOfMemoryException:
            # The few tables that need more get what there is.
            with connected(sparing=False) as (connection, scratch):
                return _evaluate(connection, batch, scratch, beside, watch)


def _evaluate(
    connection: "DuckDBPyConnection",
    batch: Batch,
    scratch: Path,
    beside: Sequence[Path],
    watch: Watch | None,
) -> Counted:
    opened, folder = open_source(connection, batch, scratch)
    broken = folder.unreadable if folder else []
    records = read_as(batch, opened.columns, opened.ahead)
    opened = opened.unmarked(records.matched.groups)
    few, doubted = check_columns(connection, batch, opened, records)
    in_all = count_records(connection, opened) if watch else 0
    said_db = quoted(str(scratch / "said.db"))
    connection.execute(f"ATTACH {said_db} AS said (ROW_GROUP_SIZE {BLOCK})")
    with watched(connection, watch, in_all, 0, _READING):
        said = encoded_query(batch.program, records, opened.rows)
        connection.execute(f"CREATE TABLE {_SAID} AS {said}")
    check_quotes(connection, batch.source, opened)
    expected = _expected(connection)
    records = replace(
        records, identifies=IS_NAMED if list_identifying(connection, _SUSPECTS) else ""
    )
    check_rows(batch.target, expected)
    form, words = form_of(batch.target), Words(batch.program.instrument.language)
    with watched(connection, watch, in_all, _READING, 1):
        until = _keep_until(batch, folder)
        advice = advice_query(batch.program, records, _SAID, form, until)
        answered = write_table(connection, advice, beside[0], form, words("batch.sheet"))
    unread = count_in(connection, "SELECT count(DISTINCT line) FROM reject_errors")
    rejected = _Rejected()
    if answered != expected or unread or broken:
        batch = replace(batch, keep_until=until)
        rejected = _reject(connection, batch, opened, records, broken, beside[1])
    unknown = tuple(name for name in records.matched.unknown if name not in opened.unused)
    counted = Counted(
        expected + unread + len(broken) if opened.records is None else opened.records,
        answered,
        rejected.count,
        opened.encoding,
        unknown,
        rejected.reasons,
        opened.seen,
        tuple((code, tuple(files)) for code, files in folder.days.items()) if folder else (),
        strays=opened.strays,
        in_danger=_count(
            connection, f"{is_sound(records)} AND ({is_urgent(batch.program, records.ahead)})"
        ),
        rejected_in_danger=rejected.in_danger,
        moved=(*records.matched.moved, *(folder.moved if folder else ())),
        remarks=(*_remarked(connection, records), *(folder.remarks() if folder else ())),
        few_in_group=few,
        doubts=doubted,
        torn=torn_lines(connection, opened, batch.source) if rejected.count else (),
    )
    counted.check(batch.source)  # a promise to the user, so it is looked at every time
    return counted


def _keep_until(batch: Batch, folder: CaseFolder | None) -> date | None:
    """Until when the result may be kept: no longer than any case in it."""
    days = [batch.keep_until, *(folder.keep_until if folder else ())]
    return min(filter(None, days), default=None) if batch.keep_until else None


@dataclass(frozen=True, slots=True)
class _Rejected:
    """What was rejected."""

    count: int = 0
    reasons: tuple[tuple[str, int], ...] = ()
    in_danger: int = 0


def _reject(
    connection: "DuckDBPyConnection",
    batch: Batch,
    opened: Opened,
    records: Records,
    broken: Sequence[tuple[int, str, str, str]],
    target: Path,
) -> _Rejected:
    """Write the rejects, and count them."""
    reject(connection, opened, records, batch)
    if broken:
        values = "(?, ?, NULL, 'empty', NULL, ?, nullif(?, ''))"
        # A name that is no text is written so that it can be read.
        shown = [(number, shown_name(name), *why) for number, name, *why in broken]
        connection.executemany(f"INSERT INTO rejects VALUES {values}", shown)
    reasons = connection.execute(
        "SELECT reason, count(DISTINCT (line, file)) FROM rejects GROUP BY reason ORDER BY reason"
    ).fetchall()
    form = FORMS.get(batch.rejects.suffix.lower(), "csv")
    sheet = Words(batch.program.instrument.language)("batch.rejects_sheet")
    write_table(connection, listed_rejects(opened, form, batch.keep_until), target, form, sheet)
    lines = "SELECT count(DISTINCT (line, file)) FROM rejects"
    in_danger = count_in(connection, f"{lines} WHERE {URGENT} <> ''")
    return _Rejected(count_in(connection, lines), tuple(reasons), in_danger)


def _remarked(connection: "DuckDBPyConnection", records: Records) -> tuple[tuple[Remark, int], ...]:
    """Count the records in which an old name meant something."""
    found = [(remark, _count(connection, name)) for remark, name in records.remarks()]
    return tuple((remark, count) for remark, count in found if count)


def open_source(
    connection: "DuckDBPyConnection", batch: Batch, scratch: Path
) -> tuple[Opened, CaseFolder | None]:
    """Open the table, or the folder of case files.

    Raises:
        Faulty: if the table as a whole cannot be read.
    """
    if not batch.source.is_dir():
        return open_table(connection, batch.source, scratch, batch.sheets), None
    if batch.sheets:
        raise faulty("no-sheets", batch.source)
    folder = CaseFolder(batch.source, batch.program, batch.elsewhere, batch.groups)
    if not folder.files():
        raise faulty("no-case-files", batch.source)
    return open_csv(folder.write_csv(scratch / "cases.csv"), "folder"), folder


def count_records(connection: "DuckDBPyConnection", opened: Opened) -> int:
    """Count the records, and note what is no record."""
    return count_in(connection, f"SELECT count(*) FROM ({opened.rows})")


def _expected(connection: "DuckDBPyConnection") -> int:
    """Count the records that were read, sound or not."""
    return _count(connection, "true")


def _count(connection: "DuckDBPyConnection", test: str) -> int:
    """Count the records that were read of which something is so."""
    return count_in(connection, f"SELECT count(*) FROM {_SAID} WHERE {test}")


def check_quotes(connection: "DuckDBPyConnection", source: Path, opened: Opened) -> None:
    """Refuse a table in which an open quote swallows lines: nobody can say how many cases are lost.

    Args:
        connection: With the table `reject_errors`: lines that are no record.
        source: As the user calls the table.
        opened: How it was opened.
    """
    if opened.form != "csv":
        return
    ((line,),) = connection.execute(
        "SELECT min(line) FROM reject_errors"
        r" WHERE error_type = 'UNQUOTED VALUE' AND regexp_matches(csv_line, '[\n\r][^\n\r]')"
    ).fetchall()
    if line is not None:
        raise faulty("quote-left-open", Place(str(source), int(line) + opened.above, 1))


def read_as(batch: Request, columns: Sequence[str], ahead: str = "") -> Records:
    """Match the columns of a table with the questions and the groups.

    Raises:
        Faulty: if that cannot be done.
    """
    return Records(batch.program, match_columns(batch, columns), DUCKDB, ahead=ahead)


def check_columns(
    connection: "DuckDBPyConnection", batch: Batch, opened: Opened, records: Records
) -> tuple[int, tuple[Finding, ...]]:
    """Refuse a table of which a column holds what identifies people, before anything runs.

    Returns: How many records stand nearly alone by what is copied, and where somebody could
        perhaps be recognised.

    Raises:
        Faulty: naming the column and the kind, never a value.
    """
    source, names = batch.source, records.columns()
    listed = ", ".join(map(DUCKDB.name, names))
    rows = connection.execute(f"SELECT {listed} FROM ({opened.rows}) LIMIT {SAMPLE}").fetchall()
    columns = {name: [row[at] for row in rows] for at, name in enumerate(names)}
    for name, column in columns.items():
        check_column(source, name, column)
    groups = records.matched.groups
    if not groups:
        return 0, doubts(source, columns, records.texts(), {})
    in_all = count_records(connection, opened)
    labels: dict[str, list[object]] = {}
    for name in groups:
        query = f"SELECT DISTINCT {DUCKDB.name(name)} FROM ({opened.rows}) LIMIT {MOST_GROUPS + 1}"
        labels[name] = [value for (value,) in connection.execute(query).fetchall()]
        check_group(source, name, labels[name], in_all)
    together = ", ".join(map(DUCKDB.name, groups))
    few = count_in(
        connection,
        f"SELECT coalesce(sum(n), 0)::BIGINT FROM (SELECT count(*) AS n FROM ({opened.rows})"
        f" GROUP BY {together}) WHERE n < {FEW}",
    )
    check_few(source, groups, in_all, few, may_be_few=batch.may_be_few)
    return few, doubts(source, columns, records.texts(), labels)
