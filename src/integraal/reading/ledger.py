"""Remember which files this process has looked at, so that no result ever takes their place.

A file is known by its number on the disk: whatever name or link leads to it, it is one file.
"""

import contextlib
import os
from pathlib import Path

_seen: set[tuple[int, int]] = set()


def note(found: os.stat_result) -> None:
    """Remember a file that was looked at."""
    _seen.add((found.st_dev, found.st_ino))


def note_path(path: Path) -> None:
    """Remember a file by its name; a link to nowhere is none."""
    with contextlib.suppress(OSError):
        note(path.stat())


def was_read(path: Path) -> bool:
    """Say whether this process has looked at a file that is there."""
    found = path.stat()
    return (found.st_dev, found.st_ino) in _seen
