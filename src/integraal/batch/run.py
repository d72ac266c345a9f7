"""Evaluate a table of cases: one SELECT, nothing lost, and a whole file or none.

What goes in comes out or is rejected; the three are counted apart and must add up. Both files are
written beside their places and moved there together at the end.
"""

import contextlib
import secrets
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.batch.case_folder import CaseFolder
from integraal.batch.cells import Matched, Used, Vocabulary, answer_of, labels_of, match_columns
from integraal.batch.ids import ids_of
from integraal.batch.rejects import CASE, listed_rejects, reject, value_name
from integraal.batch.source import FORMS, Opened, form_of, open_table, quoted_name
from integraal.batch.target import write_table
from integraal.engine.program import Program
from integraal.engine.sql import DIRECTIONS, columns, select
from integraal.engine.sql_dialects import DUCKDB
from integraal.engine.sql_encoding import quoted
from integraal.model.finding import Faulty, Finding, Place
from integraal.model.instrument import Instrument, Kind, Question
from integraal.privacy.identifiers import identifiers

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SAMPLE = 2000
_MEMORY = "1GB"


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


def run(batch: Batch) -> Counted:
    """Evaluate a table.

    Raises:
        Faulty: if the table as a whole cannot be read, has no column `casus` or no question in it,
            or a column of it identifies people; and if the result cannot be written. Then nothing
            is left behind.
    """
    import duckdb

    form_of(batch.target)  # before any work, not after it
    beside = [path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp") for path in _paths(batch)]
    try:
        with tempfile.TemporaryDirectory(prefix="integraal-") as scratch:
            settings: dict[str, str | bool | int | float | list[str]]
            settings = {"memory_limit": _MEMORY, "temp_directory": scratch}
            with duckdb.connect(config=settings) as connection:
                counted = _evaluate(connection, batch, Path(scratch), beside)
        for new, path in zip(beside, _paths(batch), strict=True):
            if new.exists():
                new.replace(path)
    except OSError as error:
        raise _not_written(batch, error.strerror or str(error)) from None
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        raise _not_written(batch, str(error).splitlines()[0]) from None
    finally:
        for new in beside:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)
    return counted


def _paths(batch: Batch) -> tuple[Path, Path]:
    return batch.target, batch.rejects


def _not_written(batch: Batch, reason: str) -> Faulty:
    return Faulty([Finding("not-written", Place(str(batch.target)), (("reason", reason),))])


def _evaluate(
    connection: "DuckDBPyConnection", batch: Batch, scratch: Path, beside: Sequence[Path]
) -> Counted:
    opened, broken = _opened(connection, batch, scratch)
    matched = _matched(batch, opened)
    _check_columns(connection, batch, matched)
    _read_cells(connection, batch, matched)
    reject(connection, opened, matched)
    if broken:
        connection.executemany("INSERT INTO rejects VALUES (?, NULL, NULL, NULL, ?)", broken)
    good = "SELECT * FROM cells WHERE line NOT IN (SELECT line FROM rejects)"
    connection.execute(f"CREATE TEMP VIEW cases AS {good}")
    program = batch.program
    advice = select(program, DUCKDB, "cases", kept=("line",))
    # Sorted while it is still small: integers, not yet ids. A join does not keep the order.
    connection.execute(f"CREATE TEMP TABLE advice AS SELECT * FROM ({advice}) ORDER BY line")
    answered = write_table(connection, _shown(program), beside[0], form_of(batch.target))
    reasons = connection.execute(
        "SELECT reason, count(DISTINCT line) FROM rejects GROUP BY reason ORDER BY reason"
    ).fetchall()
    rejected = _count(connection, "SELECT count(DISTINCT line) FROM rejects")
    if rejected:
        listed = listed_rejects(opened)
        write_table(connection, listed, beside[1], FORMS.get(batch.rejects.suffix.lower(), "csv"))
    records = _count(connection, "SELECT count(*) FROM raw") + opened.unreadable + len(broken)
    if records != answered + rejected:  # a promise to the user, so it is looked at every time
        raise AssertionError(f"{records} in, {answered} out, {rejected} rejected")
    return Counted(records, answered, rejected, opened.encoding, matched.unknown, tuple(reasons))


def _opened(
    connection: "DuckDBPyConnection", batch: Batch, scratch: Path
) -> tuple[Opened, list[tuple[int, str]]]:
    """Open the table, or the folder of case files; name the files that could not be read."""
    if not batch.source.is_dir():
        return open_table(connection, batch.source, scratch), []
    folder = CaseFolder(batch.source, batch.program.instrument, batch.elsewhere)
    if not folder.files():
        raise Faulty([Finding("no-case-files", Place(str(batch.source)))])
    table = folder.write_down(scratch / "cases.csv")
    opened = open_table(connection, table, scratch)
    # Files count from 1, also the ones that could not be read.
    broken = {number for number, _ in folder.unreadable}
    good = [n for n in range(1, len(folder.files()) + 1) if n not in broken]
    connection.execute("CREATE TEMP TABLE places (line BIGINT, place BIGINT)")
    if good:
        connection.executemany("INSERT INTO places VALUES (?, ?)", list(enumerate(good, 1)))
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE raw AS SELECT place AS line, raw.* EXCLUDE (line)"
        " FROM raw JOIN places USING (line) ORDER BY place"
    )
    return replace(opened, form="folder"), folder.unreadable


def _count(connection: "DuckDBPyConnection", query: str) -> int:
    found = connection.execute(query).fetchone()
    return int(found[0]) if found else 0


def _matched(batch: Batch, opened: Opened) -> Matched:
    """Match the columns of the table with the questions.

    Raises:
        Faulty: if there is no column with the names of the cases, or none with an answer.
    """
    place = Place(str(batch.source), 1, 1)
    if CASE not in opened.columns:
        raise Faulty([Finding("no-case-column", place, (("column", CASE),))])
    matched = match_columns(batch.program.instrument, opened.columns, CASE)
    if not matched.used:
        details = (("instrument", batch.program.instrument.id),)
        raise Faulty([Finding("no-question-column", place, details)])
    return matched


def _check_columns(connection: "DuckDBPyConnection", batch: Batch, matched: Matched) -> None:
    """Refuse a table of which a column holds what identifies people, before anything runs.

    Raises:
        Faulty: naming the column and the kind, never a value.
    """
    for name in (CASE, *(column for used in matched.used for column in used.columns)):
        column = quoted_name(name)
        sample = connection.execute(
            f"SELECT {column} FROM raw WHERE {column} IS NOT NULL LIMIT {_SAMPLE}"
        ).fetchall()
        found = [kinds for (value,) in sample if (kinds := identifiers(str(value)))]
        if sample and len(found) * 2 > len(sample):
            named = ", ".join(dict.fromkeys(kind.value for each in found for kind in each))
            details = (("column", name), ("kinds", named))
            raise Faulty([Finding("column-identifies", Place(str(batch.source), 1, 1), details)])


def _read_cells(connection: "DuckDBPyConnection", batch: Batch, matched: Matched) -> None:
    """Read every cell as an answer, in the view `cells`; what has no column is not answered."""
    said = {used.question.id: _said(batch, used) for used in matched.used}
    parts = [f"trim({CASE}) AS {CASE}"]
    for question in batch.program.instrument.questions():
        column, kind = quoted_name(question.id), question.kind
        empty = "CAST(NULL AS DOUBLE)" if kind is Kind.NUMBER else "CAST(NULL AS VARCHAR)"
        parts.append(f"{said.get(question.id, empty)} AS {column}")
    for used in matched.used:
        given = quoted_name(value_name(used))
        parts.append(f"CAST({quoted_name(used.columns[0])} AS VARCHAR) AS {given}")
    connection.execute(f"CREATE TEMP VIEW cells AS SELECT line, {', '.join(parts)} FROM raw")


def _said(batch: Batch, used: Used) -> str:
    others = [each.question(used.question.id) for each in batch.translated]
    labels = labels_of(used.question, others)
    return answer_of(used, Vocabulary(batch.not_known, labels))


def _shown(program: Program) -> str:
    """Write the columns of the result, with ids in place of numbers and bits."""
    instrument, names = program.instrument, columns(program)
    levels = [level.id for level in instrument.scale.levels] if instrument.scale else []

    def level(column: str) -> str:
        cases = " ".join(f"WHEN {rank} THEN {quoted(name)}" for rank, name in enumerate(levels))
        return f"CASE {column} {cases} ELSE NULL END" if cases else "CAST(NULL AS VARCHAR)"

    directions = " ".join(
        f"WHEN {number} THEN {quoted(each.value)}" for number, each in enumerate(DIRECTIONS)
    )
    rules = [rule.id for rule in instrument.rules]
    parts: Iterable[tuple[str, str]] = (
        (CASE, CASE),
        (level("level"), "level"),
        (level("reach"), "reach"),
        ("settled = 1", "settled"),
        ("provisional = 1", "provisional"),
        (level("current"), "current"),
        (level("feasible"), "feasible"),
        (f"CASE direction {directions} END", "direction"),
        (_ids(names.fired, rules), "rules"),
        (_ids(names.open, rules), "rules_open"),
        (_ids(names.outcomes, [outcome.id for outcome in instrument.outcomes]), "outcomes"),
        (_ids(names.actions, [action.id for action in instrument.actions]), "actions"),
        (quoted(instrument.version), "version"),
        (quoted(instrument.fingerprint), "fingerprint"),
    )
    shown = ", ".join(f"{expression} AS {name}" for expression, name in parts)
    return f"SELECT {shown} FROM advice"


def _ids(words: Sequence[str], ids: Sequence[str]) -> str:
    return ids_of(words, ids)
