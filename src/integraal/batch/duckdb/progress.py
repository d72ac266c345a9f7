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
def watched(
    connection: "DuckDBPyConnection", watch: Watch | None, records: int, begin: float, end: float
) -> Iterator[None]:
    """Tell how far the query is that runs inside, from time to time.

    Args:
        connection: That runs the query.
        watch: Is told; None to tell nobody.
        records: How many there are.
        begin: How much of the work was done before it, from 0 to 1.
        end: How much is done after it.
    """
    if watch is None:
        yield
        return
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(_SECONDS):
            percentage = connection.query_progress()  # below 0 where it is not known yet
            share = min(max(percentage, 0), 100) / 100
            watch(int(records * (begin + (end - begin) * share)), records)

    watch(int(records * begin), records)
    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()
    watch(int(records * end), records)
