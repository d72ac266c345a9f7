"""Open DuckDB so that a table of any size takes little memory."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.reading.storage.scratch import scratch_folder

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_THREADS = 8
_MEGABYTES = 132
"""Memory for each thread, besides what every program needs. With a quarter less, threads wait for
each other, and two are no quicker than one."""


@contextlib.contextmanager
def connected(*, sparing: bool = True) -> Iterator[tuple["DuckDBPyConnection", Path]]:
    """Open DuckDB, and a folder for what does not fit in memory.

    Args:
        sparing: Whether to take little memory; else what DuckDB takes by itself.
    """
    import duckdb

    threads = min(os.cpu_count() or 1, _THREADS)
    with scratch_folder() as scratch:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "temp_directory": str(scratch),
            "threads": threads,
        }
        if sparing:
            settings["memory_limit"] = f"{max(threads, 2) * _MEGABYTES}MB"
        with duckdb.connect(config=settings) as connection:
            # So that a query says how far it is, and leaves the drawing to us.
            connection.execute("SET enable_progress_bar = true")
            connection.execute("SET enable_progress_bar_print = false")
            yield connection, scratch
