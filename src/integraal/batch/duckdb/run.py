"""Evaluate a table of cases: one SELECT, nothing lost, and a whole file or none.

What goes in comes out or is rejected; the three are counted apart and must add up. The table is
walked through once and never kept; of each record a few integers wait on disk until they are
written out. Both files are written beside their places and moved there together at the end.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from integraal.batch.duckdb.advice_table import PROMISED, SUSPECT, advice_query, said_query
from integraal.batch.duckdb.cells import Used, Vocabulary, labels_of, match_columns
from integraal.batch.duckdb.connection import connected
from integraal.batch.duckdb.errors import said_in_our_words, uncounted
from integraal.batch.duckdb.privacy_check import check_columns
from integraal.batch.duckdb.progress import Watch, watched
from integraal.batch.duckdb.records import CASE, IDENTIFYING, Records
from integraal.batch.duckdb.rejects import listed_rejects, reject
from integraal.batch.table.case_folder import CaseFolder
from integraal.batch.table.source import (
    FORMS,
    Opened,
    form_of,
    open_csv,
    open_table,
)
from integraal.batch.table.target import FORMULA, most_rows, write_table
from integraal.batch.table.temporary_file import written_beside
from integraal.engine.program import Program
from integraal.engine.sql.encoding import quoted
from integraal.model.finding import Place, faulty
from integraal.model.instrument import Instrument, Question
from integraal.privacy.identifiers import identifiers

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SAID = "said.cases"
BLOCK = 20_480
"""Rows that a thread takes at a time: what it makes of them waits in memory for those before."""
_READING = 0.6
"""The part of the work that reading is; the rest is writing."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What became of the records."""

    records: int
    """In the table, its header not counted."""
    answered: int
    rejected: int
    encoding: str
    unknown_columns: tuple[str, ...]
    reasons: tuple[tuple[str, int], ...]
    """How many were rejected for each reason."""
    other_sheets: tuple[str, ...] = ()
    """Of a workbook, the sheets with something on them that were not read."""
    past_date: tuple[str, ...] = ()
    """Of a folder, the case files that may not be kept any longer."""


class Asked(Protocol):
    """What every kind of batch says of how its table is to be read."""

    @property
    def program(self) -> Program:
        """The lowered instrument."""

    @property
    def translated(self) -> tuple[Instrument, ...]:
        """The instrument in other languages, for labels."""

    @property
    def not_known(self) -> tuple[str, ...]:
        """Words with which a cell says that nobody knows, in small letters."""

    @property
    def source(self) -> Path | str:
        """The table, as its user calls it."""

    @property
    def groups(self) -> tuple[str, ...]:
        """Columns to copy into the result."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What to do."""

    program: Program
    translated: tuple[Instrument, ...]
    """The instrument in other languages, for labels."""
    not_known: tuple[str, ...]
    """Words with which a cell says that nobody knows, in small letters."""
    source: Path
    target: Path
    rejects: Path
    """Where rejected records go; no file is made when there are none."""
    elsewhere: Callable[[str], Question | None] = lambda _: None
    """Finds a question that another instrument asks, for a folder of case files."""
    groups: tuple[str, ...] = ()
    """Columns to copy into the result: a region, a period, a team."""


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
    form_of(batch.target)  # before any work, not after it
    with said_in_our_words(batch.source, batch.target):
        with written_beside((batch.target, batch.rejects)) as beside:
            counted = _with_enough_memory(batch, beside, watch)
        if not counted.rejected:
            batch.rejects.unlink(missing_ok=True)  # of an earlier run; they are no longer so
    return counted


def _with_enough_memory(batch: Batch, beside: Sequence[Path], watch: Watch | None) -> Counted:
    """Evaluate with little memory; the few tables that need more get what there is."""
    import duckdb

    try:
        with connected() as (connection, scratch):
            return _evaluate(connection, batch, scratch, beside, watch)
    except duckdb.OutOfMemoryException:
        with connected(sparing=False) as (connection, scratch):
            return _evaluate(connection, batch, scratch, beside, watch)


def _evaluate(
    connection: "DuckDBPyConnection",
    batch: Batch,
    scratch: Path,
    beside: Sequence[Path],
    watch: Watch | None,
) -> Counted:
    opened, folder = opened_table(connection, batch, scratch)
    broken, past_date = (folder.unreadable, folder.past_date) if folder else ([], [])
    records = read_as(batch, opened.columns)
    check_columns(connection, batch.source, opened, records)
    in_all = count_records(connection, opened) if watch else 0
    attached = f"{quoted(str(scratch / 'said.db'))} AS said (ROW_GROUP_SIZE {BLOCK})"
    connection.execute(f"ATTACH {attached}")
    with watched(connection, watch, in_all, 0, _READING):
        said = said_query(batch.program, records, opened.rows)
        connection.execute(f"CREATE TABLE {_SAID} AS {said}")
    check_quotes(connection, batch.source, opened)
    expected = _expected(connection)
    records = replace(records, some_identify=_list_identifying(connection))
    _check_size(batch, expected)
    form = form_of(batch.target)
    with watched(connection, watch, in_all, _READING, 1):
        advice = advice_query(batch.program, records, _SAID, form)
        answered = write_table(connection, advice, beside[0], form)
    unread = _count(connection, "SELECT count(DISTINCT line) FROM reject_errors")
    rejected, reasons = 0, []
    if answered != expected or unread or broken:
        reject(connection, opened, records)
        if broken:
            values = "(?, ?, NULL, 'empty', NULL, ?)"
            connection.executemany(f"INSERT INTO rejects VALUES {values}", broken)
        rejected = _count(connection, "SELECT count(DISTINCT line) FROM rejects")
        reasons = connection.execute(
            "SELECT reason, count(DISTINCT line) FROM rejects GROUP BY reason ORDER BY reason"
        ).fetchall()
        listed, form = listed_rejects(opened), FORMS.get(batch.rejects.suffix.lower(), "csv")
        write_table(connection, listed, beside[1], form)
    whole = expected + unread + len(broken)
    if whole != answered + rejected:  # a promise to the user, so it is looked at every time
        raise uncounted(Place(str(batch.source)), whole, answered, rejected)
    unknown = tuple(name for name in records.matched.unknown if name not in opened.unused)
    told = (opened.encoding, unknown, tuple(reasons), opened.other_sheets, tuple(past_date))
    return Counted(whole, answered, rejected, *told)


def opened_table(
    connection: "DuckDBPyConnection", batch: Batch, scratch: Path
) -> tuple[Opened, CaseFolder | None]:
    """Open the table, or the folder of case files.

    Raises:
        Faulty: if the table as a whole cannot be read.
    """
    if not batch.source.is_dir():
        return open_table(connection, batch.source, scratch), None
    folder = CaseFolder(batch.source, batch.program.instrument, batch.elsewhere)
    if not folder.files():
        raise faulty("no-case-files", batch.source)
    return open_csv(folder.write_down(scratch / "cases.csv"), "folder"), folder


def count_records(connection: "DuckDBPyConnection", opened: Opened) -> int:
    """Count the records, and note what is no record."""
    return _count(connection, f"SELECT count(*) FROM ({opened.rows})")


def _expected(connection: "DuckDBPyConnection") -> int:
    """Count the records that were read, sound or not."""
    return _count(connection, f"SELECT count(*) FROM {_SAID}")


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
        raise faulty("quote-left-open", Place(str(source), int(line), 1))


def _count(connection: "DuckDBPyConnection", query: str) -> int:
    # All of the answer is fetched: before that, what is no record was not noted yet.
    ((found,),) = connection.execute(query).fetchall()
    return int(found)


def _list_identifying(connection: "DuckDBPyConnection") -> bool:
    """List the names of cases that have the shape of a number or a date of a person, if any.

    As a type, in which a name is looked up at once, however many there are.
    """
    suspect = connection.execute(f"SELECT {CASE} FROM {_SAID} WHERE {SUSPECT}")
    named: set[str] = set()
    while some := suspect.fetchmany(10_000):
        named |= {case for (case,) in some if identifiers(case)}
    if named:
        connection.execute("CREATE TEMP TABLE named (casus VARCHAR)")
        connection.executemany("INSERT INTO named VALUES (?)", [[case] for case in sorted(named)])
        connection.execute(f"CREATE TYPE {IDENTIFYING} AS ENUM (SELECT casus FROM named)")
    return bool(named)


def read_as(batch: Asked, columns: Sequence[str]) -> Records:
    """Match the columns of a table with the questions and the groups.

    Raises:
        Faulty: if there is no column with the names of the cases, none with an answer, or one of
            the groups is not there.
    """
    place = Place(str(batch.source), 1, 1)
    instrument = batch.program.instrument
    if CASE not in columns:
        raise faulty("no-case-column", place, column=CASE)
    asked = {question.id for question in instrument.questions()}
    for column in columns:
        question = column.partition(".")[0]
        if column not in asked and question in columns and question in asked:
            raise faulty("asked-two-ways", place, column=column, question=question)
    for group in batch.groups:
        if group not in columns:
            known = ", ".join(name for name in columns if name != CASE)
            raise faulty("no-such-column", place, column=group, known=known)
        if group in PROMISED or group in asked or group.startswith(tuple(FORMULA)):
            raise faulty("no-group-column", place, column=group)
    matched = match_columns(instrument, columns, CASE, batch.groups)
    if not matched.used:
        raise faulty("no-question-column", place, instrument=instrument.id)
    words = tuple((used.question.id, _vocabulary(batch, used)) for used in matched.used)
    return Records(instrument, matched, words)


def _vocabulary(batch: Asked, used: Used) -> Vocabulary:
    others = [each.question(used.question.id) for each in batch.translated]
    return Vocabulary(batch.not_known, labels_of(used.question, others))


def _check_size(batch: Batch, records: int) -> None:
    """Refuse more records than the form of the result can hold."""
    most = most_rows(form_of(batch.target))
    if most is not None and records > most:
        raise faulty("too-many-rows", batch.target, records=records, most=most)
