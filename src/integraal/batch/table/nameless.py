"""Columns without a name: passed over where they are empty or only number the rows.

A spreadsheet writes empty columns where somebody once typed, and pandas numbers the rows in a first
column without a name. Of anything else that stands in such a column nobody could say what it means.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from integraal.batch.dialects import DUCKDB
from integraal.model.finding import Place, faulty


def named_all(names: Sequence[str]) -> list[str]:
    """Names of columns, with its place for one that has none.

    >>> named_all(["", "casus"])
    ['[1]', 'casus']
    """
    return [name or _called(at) for at, name in enumerate(names, 1)]


def without_nameless(
    columns: Sequence[str],
    rows: str,
    ask: Callable[[str], list[tuple[object, ...]]],
    called: Path,
) -> tuple[str, ...]:
    """The columns without the empty ones that have no name.

    Args:
        columns: As `named_all` calls them.
        rows: Query of the records, with `line`.
        ask: Runs a query.
        called: The table, as its user calls it.

    Raises:
        Faulty: if one holds anything but the numbers of the rows, from 0 or from 1.
    """
    empty = set()
    for at, name in enumerate(columns, 1):
        if name != _called(at):
            continue
        column = DUCKDB.name(name)
        counts = f"bool_and(TRY_CAST({column} AS BIGINT) - line IN (0, -1))"
        query = f"SELECT count({column}), coalesce({counts}, false) FROM ({rows})"
        ((filled, is_index),) = ask(query)
        if not filled:
            empty.add(name)
        elif not is_index:
            raise faulty("column-nameless", Place(str(called), 1, at), number=at)
    return tuple(name for name in columns if name not in empty)


def _called(at: int) -> str:
    return f"[{at}]"
