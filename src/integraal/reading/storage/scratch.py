"""One folder for what waits on the disk while a command runs, which only its user can open.

Every piece of work has a folder of its own in there, and holds a lock on it for as long as it runs.
So what a killed process left can be told from what somebody still needs. Work inside other work
has its folder inside the other's: whoever holds the one holds both.
"""

import contextlib
import errno
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO

from integraal.model.finding import faulty

if sys.platform != "win32":
    import fcntl

LOCK = "lock"
"""The file in a folder that somebody holds a lock on as long as it is used."""
_OWNER_ONLY, _OTHERS = 0o700, 0o077
_TRIES = 100
_around: ContextVar[Path | None] = ContextVar("integraal.scratch", default=None)


def scratch_home() -> Path:
    """The folder of this user; TMPDIR says in which it stands."""
    around = _around.get()
    if around is not None:
        return around.parent
    user = os.getuid() if hasattr(os, "getuid") else "user"  # Windows keeps profiles apart
    return Path(tempfile.gettempdir()) / f"integraal-{user}"


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder for a piece of work; it is cleared away at the end.

    Raises:
        Faulty: if somebody else has taken the name of the folder that it should stand in.
        OSError: if it cannot be made.
    """
    around = _around.get()
    with _inside(around) if around is not None else _held() as folder:
        yield folder


@contextlib.contextmanager
def _inside(around: Path) -> Iterator[Path]:
    folder = around / os.urandom(8).hex()
    folder.mkdir(_OWNER_ONLY)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _held() -> Iterator[Path]:
    home = scratch_home()
    folder, lock = _made(home)
    before = _around.set(folder)
    try:
        with lock:
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    finally:
        _around.reset(before)
        _close(home)


@contextlib.contextmanager
def temporary_files_inside() -> Iterator[None]:
    """Let libraries put their temporary files in a folder for this work."""
    with scratch_folder() as folder:
        before, tempfile.tempdir = tempfile.tempdir, str(folder)
        try:
            yield
        finally:
            tempfile.tempdir = before


def hold(file: BinaryIO) -> None:
    """Hold a file until every copy of its handle is closed, those of other processes included."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # a disk that knows no locks
            fcntl.flock(file, fcntl.LOCK_SH)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let no other work of this user do what stands in such a block meanwhile."""
    with contextlib.ExitStack() as stack:
        if sys.platform != "win32":
            with contextlib.suppress(OSError):
                handle = os.open(scratch_home(), os.O_RDONLY)
                stack.callback(os.close, handle)
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def clear_abandoned(settle: Callable[[Path], bool]) -> bool:
    """Take away the folders that no running process holds.

    Args:
        settle: Does what such a folder asks for, and says whether it may go.

    Returns: Whether there were any.
    """
    found = False
    with contextlib.suppress(OSError):
        home = scratch_home()
        # Where somebody else could have written, nobody follows what is listed there.
        is_closed = _is_ours(home) and not home.stat().st_mode & _OTHERS
        for folder in sorted(home.iterdir()) if is_closed else ():
            with _unless_held(folder) as is_free:
                if is_free:
                    found = True
                    if settle(folder):
                        shutil.rmtree(folder, ignore_errors=True)
        _close(home)
    return found


def _made(home: Path) -> tuple[Path, BinaryIO]:
    for _ in range(_TRIES):
        # Others clear away what nobody holds yet, and the home when it is empty.
        with contextlib.suppress(FileNotFoundError):
            _open(home)
            folder = home / os.urandom(8).hex()
            folder.mkdir(_OWNER_ONLY)
            lock = (folder / LOCK).open("ab")
            hold(lock)
            if _is_there(lock, folder):
                return folder, lock
            lock.close()
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(home))


def _open(home: Path) -> None:
    """Make the home if it is not there, for its user alone.

    Raises:
        Faulty: if it is not this user's.
    """
    with contextlib.suppress(FileExistsError):
        home.mkdir(_OWNER_ONLY)
    if not _is_ours(home):
        raise faulty("scratch-taken", home)
    if home.stat().st_mode & _OTHERS:
        home.chmod(_OWNER_ONLY)


def _close(home: Path) -> None:
    with contextlib.suppress(OSError):  # somebody else is at work in there
        home.rmdir()


def _is_ours(home: Path) -> bool:
    found = home.lstat()
    is_own = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return stat.S_ISDIR(found.st_mode) and is_own


@contextlib.contextmanager
def _unless_held(folder: Path) -> Iterator[bool]:
    """Hold a folder alone, if nobody else holds it; say whether that is so."""
    if sys.platform == "win32":
        yield False
        return
    try:
        lock = (folder / LOCK).open("ab")
    except OSError:
        yield False
        return
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield _is_there(lock, folder)


def _is_there(lock: BinaryIO, folder: Path) -> bool:
    """Whether a lock is still that of its folder, and not of one that was cleared away."""
    try:
        return os.path.samestat(os.fstat(lock.fileno()), (folder / LOCK).stat())
    except FileNotFoundError:
        return False
