"""Open DuckDB so that a table of any size takes little memory."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_THREADS = 8
_MEGABYTES = 112
"""Memory for each thread, besides what every program needs."""
_IN_BLOCKS = ".parquet"
"""Tables that are read in blocks of so many rows that threads wait for each other: to keep the
order, what comes of a later block is held until the earlier ones are written. One thread is as
quick there as two, and needs half the memory."""


@contextlib.contextmanager
def connected(source: Path, *, sparing: bool = True) -> Iterator[tuple["DuckDBPyConnection", Path]]:
    """Open DuckDB, and a folder for what does not fit in memory.

    Args:
        source: The table that will be read.
        sparing: Whether to take little memory; else what DuckDB takes by itself.
    """
    import duckdb

    is_in_blocks = source.suffix.lower() == _IN_BLOCKS
    threads = 1 if is_in_blocks else min(os.cpu_count() or 1, _THREADS)
    with tempfile.TemporaryDirectory(prefix="integraal-") as scratch:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "temp_directory": scratch,
            "threads": threads,
        }
        if sparing:
            settings["memory_limit"] = f"{max(threads, 2) * _MEGABYTES}MB"
        with duckdb.connect(config=settings) as connection:
            # So that a query says how far it is, and leaves the drawing to us.
            connection.execute("SET enable_progress_bar = true")
            connection.execute("SET enable_progress_bar_print = false")
            yield connection, Path(scratch)
