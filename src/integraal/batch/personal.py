"""Look for what identifies people in the columns of a table, before anything of it is used."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.batch.records import CASE, Records
from integraal.batch.source import Opened, quoted_name
from integraal.model.finding import Faulty, Finding, Place
from integraal.privacy.identifiers import Identifier, identifiers

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SAMPLE = 2000
_GROUPS = 1000
"""The most different values of a column that still groups cases."""


def check_columns(
    connection: "DuckDBPyConnection", source: Path, opened: Opened, records: Records
) -> None:
    """Refuse a table of which a column holds what identifies people, before anything runs.

    Raises:
        Faulty: naming the column and the kind, never a value.
    """
    names = (CASE, *(column for used in records.matched.used for column in used.columns))
    listed = ", ".join(map(quoted_name, names))
    rows = connection.execute(f"SELECT {listed} FROM ({opened.rows}) LIMIT {_SAMPLE}").fetchall()
    for name, column in zip(names, zip(*rows, strict=True), strict=False):
        sample = [value for value in column if value]
        found = [kinds for value in sample if (kinds := identifiers(str(value)))]
        if len(found) * 2 > len(sample):
            raise _identifies(source, name, found)
    for name in records.matched.groups:
        _check_group(connection, source, opened, name)


def _check_group(connection: "DuckDBPyConnection", source: Path, opened: Opened, name: str) -> None:
    """Refuse to copy a column that holds anything of a person, or so much that it is no group."""
    different = f"SELECT DISTINCT {quoted_name(name)} FROM ({opened.rows}) LIMIT {_GROUPS + 1}"
    values = [str(value) for (value,) in connection.execute(different).fetchall()]
    found = [kinds for value in values if (kinds := identifiers(value))]
    if found:
        raise _identifies(source, name, found)
    if len(values) > _GROUPS:
        details = (("column", name), ("most", str(_GROUPS)))
        raise Faulty([Finding("too-many-groups", Place(str(source), 1, 1), details)])


def _identifies(source: Path, column: str, found: Sequence[Sequence[Identifier]]) -> Faulty:
    kinds = dict.fromkeys(kind.value for each in found for kind in each)
    details = (("column", column), ("kinds", ", ".join(kinds)))
    return Faulty([Finding("column-identifies", Place(str(source), 1, 1), details)])
