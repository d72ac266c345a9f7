"""The files that were looked at during a piece of work, so that no result takes their place.

A file is known by its number on the disk: whatever name or link leads to it, it is one file.
Where nobody keeps a ledger, as when integraal is used from Python, nothing is written down.
"""

import contextlib
import os
from collections.abc import Iterator
from contextvars import ContextVar
from pathlib import Path

_seen: ContextVar[set[tuple[int, int]]] = ContextVar("integraal.seen")


@contextlib.contextmanager
def ledger() -> Iterator[None]:
    """Keep a ledger until the end of the block; it begins empty."""
    before = _seen.set(set())
    try:
        yield
    finally:
        _seen.reset(before)


def note(found: os.stat_result) -> None:
    """Write down a file that was looked at."""
    seen = _seen.get(None)
    if seen is not None:
        seen.add((found.st_dev, found.st_ino))


def note_path(path: Path) -> None:
    """Write down a file by its name; a link to nowhere is none."""
    with contextlib.suppress(OSError):
        note(path.stat())


def was_read(path: Path) -> bool:
    """Whether a file that is there was looked at."""
    found = path.stat()
    return (found.st_dev, found.st_ino) in _seen.get(set())
