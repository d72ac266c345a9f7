"""Make sure that what was written outlasts a power cut, and take away what must not last."""

import contextlib
import os
import shutil
import time
from pathlib import Path

_OWNER_ONLY = 0o700
_TRIES, _PAUSE = 50, 0.1
"""How often a folder is taken away, and how many seconds lie between."""


def flush(new: Path) -> None:
    """Flush a file, or a folder with all that is in it, to the disk; and the name that it has.

    Raises:
        OSError: if that fails.
    """
    if new.is_dir():
        new.chmod(_OWNER_ONLY)  # whoever made it may have another mask than we
    for path in (*new.rglob("*"), new):
        if path.is_file():
            flush_file(path)
        elif path.is_dir():
            flush_names(path)
    flush_names(new.parent)


def flush_file(path: Path) -> None:
    """Flush what a file holds.

    Raises:
        OSError: if that fails.
    """
    _flush(path, os.O_RDWR)


def flush_names(folder: Path) -> None:
    """Flush the names in a folder: without it a power cut may forget them."""
    with contextlib.suppress(OSError):  # Windows cannot open a folder
        _flush(folder, os.O_RDONLY)


def remove(path: Path) -> None:
    """Take away a file or a folder, if it is there.

    Who was writing in a folder may do so a moment longer, so it is tried more than once.
    """
    with contextlib.suppress(OSError):
        if not path.is_dir():
            path.unlink(missing_ok=True)
            return
        for _ in range(_TRIES):
            shutil.rmtree(path, ignore_errors=True)
            if not path.exists():
                return
            time.sleep(_PAUSE)


def _flush(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
