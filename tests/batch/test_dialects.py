"""What a spreadsheet would run becomes a text, and is read back as it was."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.batch.dialects import DUCKDB, FORMULA

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TEXTS = st.text() | st.text(st.sampled_from(f"{FORMULA}'a ")) | st.just("=cmd|' /C calc'!A0")


@pytest.fixture(scope="module")
def connection() -> "Iterator[DuckDBPyConnection]":
    import duckdb

    with duckdb.connect() as made:
        yield made


@given(text=TEXTS)
def test_a_text_is_no_formula_when_it_is_written_and_itself_when_it_is_read(
    connection: "DuckDBPyConnection", text: str
) -> None:
    query = f"SELECT w, {DUCKDB.unmarked('w')} FROM (SELECT {DUCKDB.harmless('t')} AS w"
    ((written, read),) = connection.execute(f"{query} FROM (SELECT $1 AS t))", [text]).fetchall()
    assert not written.startswith(tuple(FORMULA))
    assert read == text


def test_what_is_not_there_stays_so(connection: "DuckDBPyConnection") -> None:
    query = f"SELECT {DUCKDB.harmless('t')} FROM (SELECT CAST(NULL AS VARCHAR) AS t)"
    assert connection.execute(query).fetchall() == [(None,)]
