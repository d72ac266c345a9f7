"""Find the names of cases that identify a person, so that a query can look them up."""

from typing import TYPE_CHECKING

from integraal.model.sheet import CASE
from integraal.privacy.identifiers import identifiers

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_IDENTIFYING = "identifying"
"""Type that lists the names of cases which are refused."""
IS_NAMED = f"(TRY_CAST({CASE} AS {_IDENTIFYING}) IS NOT NULL)"
"""Condition that the name of a case is one of those."""


def list_identifying(connection: "DuckDBPyConnection", query: str) -> bool:
    """List the names of cases that have the shape of a number or a date of a person, if any.

    As a type, in which a name is looked up at once, however many there are.

    Args:
        connection: To DuckDB.
        query: Of the names that could have it.
    """
    suspect = connection.execute(query)
    named: set[str] = set()
    while some := suspect.fetchmany(10_000):
        named |= {case for (case,) in some if identifiers(case)}
    if named:
        connection.execute("CREATE TEMP TABLE named (casus VARCHAR)")
        connection.executemany("INSERT INTO named VALUES (?)", [[case] for case in sorted(named)])
        connection.execute(f"CREATE TYPE {_IDENTIFYING} AS ENUM (SELECT casus FROM named)")
    return bool(named)
