"""Watch a query while it runs."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Watch: TypeAlias = Callable[[int, int], None]
"""Is told how many records were read, about, and how many there are."""
_SECONDS = 0.2


@contextmanager
def watched(connection: "DuckDBPyConnection", records: int, watch: Watch | None) -> Iterator[None]:
    """Tell how far the query is that runs inside, from time to time.

    Args:
        connection: That runs the query.
        records: How many there are.
        watch: Is told; None to tell nobody.
    """
    if watch is None:
        yield
        return
    ended = threading.Event()

    def look() -> None:
        watch(0, records)
        while not ended.wait(_SECONDS):
            share = connection.query_progress()  # a percentage; below 0 where it is not known yet
            watch(int(records * min(max(share, 0), 100) / 100), records)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield
        ended.set()
        watcher.join()
        watch(records, records)
    finally:
        ended.set()
        watcher.join()
