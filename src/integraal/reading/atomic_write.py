"""Write files whole or not at all, readable by their owner only.

Everything goes to new files beside their places, is flushed to the disk, and takes its place in one
step. Whoever kills the process at any moment finds the old file or the new one.
"""

import contextlib
import glob
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from integraal.model.finding import faulty

_OWNER_ONLY, _OWNER_ONLY_FOLDER = 0o600, 0o700
_NOBODY_ELSE = 0o077


def write_atomically(path: Path, whole: str | bytes) -> str:
    """Write a whole file in one step.

    Returns: The digest of what is now on the disk.

    Raises:
        Faulty: if it cannot be written; what stood there before still does.
    """
    raw = whole.encode() if isinstance(whole, str) else whole
    try:
        with written_together(path) as (new,):
            handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
    except OSError as error:
        raise faulty("not-saved", path, reason=error.strerror or str(error)) from None
    return hashlib.sha256(raw).hexdigest()


@contextmanager
def written_together(*places: Path) -> Iterator[list[Path]]:
    """Make a path beside each place, for a file or folder that nobody else can read.

    At the end those that were made are flushed and moved to their places; a place for which nothing
    was made is cleared, since what stands there is of an earlier time. If anything fails before
    that, what was made is taken away, and what stood in the places still does.

    Raises:
        OSError: if something cannot be flushed or moved.
    """
    beside = [path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp") for path in places]
    before = os.umask(_NOBODY_ELSE)  # for whoever writes them, a database included
    try:
        yield beside
        for new in beside:
            _flush(new)
        for new, path in zip(beside, places, strict=True):
            _move(new, path)
            _sync_folder(path.parent)
    finally:
        os.umask(before)
        for new in beside:
            _remove(new)


def leftovers(path: Path) -> Iterator[Path]:
    """List what writers that were killed left beside a place."""
    return path.parent.glob(f".{glob.escape(path.name)}.*.tmp")


def _move(new: Path, place: Path) -> None:
    if not new.exists():
        place.unlink(missing_ok=True)
    elif new.is_dir() and place.is_dir():
        # One folder cannot take the place of another in one step.
        old = new.with_suffix(".old")
        place.replace(old)
        try:
            new.replace(place)
        except OSError:
            old.replace(place)
            raise
        shutil.rmtree(old, ignore_errors=True)
    else:
        new.replace(place)


def _flush(new: Path) -> None:
    """Flush a file, or a folder of files, to the disk."""
    if new.is_dir():
        new.chmod(_OWNER_ONLY_FOLDER)  # whoever made it may have another mask than we
    for path in (new, *new.rglob("*")):
        if path.is_file():
            _sync(path, os.O_RDWR)


def _sync_folder(folder: Path) -> None:
    # Without this a power cut may forget the new name. Windows cannot open a folder.
    with contextlib.suppress(OSError):
        _sync(folder, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
