"""Look for what identifies people in the columns of a table, before anything of it is used."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.batch.duckdb.records import CASE, Records
from integraal.batch.table.source import Opened, quoted_name
from integraal.model.finding import Faulty, Place, faulty
from integraal.privacy.identifiers import Identifier, identifiers

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SAMPLE = 2000
"""So many records are looked at."""
MOST_GROUPS = 1000
"""The most different values of a column that still groups cases."""


def check_columns(
    connection: "DuckDBPyConnection", source: Path, opened: Opened, records: Records
) -> None:
    """Refuse a table of which a column holds what identifies people, before anything runs.

    Raises:
        Faulty: naming the column and the kind, never a value.
    """
    names = answering(records)
    listed = ", ".join(map(quoted_name, names))
    rows = connection.execute(f"SELECT {listed} FROM ({opened.rows}) LIMIT {SAMPLE}").fetchall()
    for name, column in zip(names, zip(*rows, strict=True), strict=False):
        check_column(str(source), name, column)
    for name in records.matched.groups:
        query = f"SELECT DISTINCT {quoted_name(name)} FROM ({opened.rows}) LIMIT {MOST_GROUPS + 1}"
        check_group(str(source), name, [value for (value,) in connection.execute(query).fetchall()])


def answering(records: Records) -> list[str]:
    """List the columns with names of cases and with answers."""
    return [CASE, *(column for used in records.matched.used for column in used.columns)]


def check_column(source: str, name: str, sample: Iterable[object]) -> None:
    """Refuse a column of which most values have the shape of something that identifies a person.

    Raises:
        Faulty: naming the column and the kind, never a value.
    """
    values = [value for value in sample if value]
    found = [kinds for value in values if (kinds := identifiers(str(value)))]
    if len(found) * 2 > len(values):
        raise _identifies(source, name, found)


def check_group(source: str, name: str, different: Iterable[object]) -> None:
    """Refuse to copy a column that holds anything of a person, or so much that it is no group.

    Args:
        source: The table.
        name: Of the column.
        different: Values of it, each of them once; one more than MOST_GROUPS is enough.

    Raises:
        Faulty: naming the column and the kind, never a value.
    """
    values = [str(value) for value in different]
    found = [kinds for value in values if (kinds := identifiers(value))]
    if found:
        raise _identifies(source, name, found)
    if len(values) > MOST_GROUPS:
        raise faulty("too-many-groups", Place(source, 1, 1), column=name, most=MOST_GROUPS)


def _identifies(source: str, column: str, found: Sequence[Sequence[Identifier]]) -> Faulty:
    kinds = dict.fromkeys(kind.value for each in found for kind in each)
    return faulty("column-identifies", Place(source, 1, 1), column=column, kinds=", ".join(kinds))
