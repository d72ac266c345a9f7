"""Hold a file alone while somebody works with it, and clear the lock of who was killed.

The lock stands hidden beside the file, for its owner only, and is listed in the scratch folder as
long as it is held: whoever is killed leaves it to the next command.
"""

import contextlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from integraal.model.finding import Faulty, faulty
from integraal.reading.storage.scratch import scratch_folder
from integraal.reading.storage.standing import not_saved, standing

_OWNER_ONLY = 0o600
_LIST = "locked"


def lock_of(path: Path) -> Path:
    """Where the lock of a file stands."""
    return path.with_name(f".{path.name}.lock")


@contextmanager
def alone_with(path: Path) -> Iterator[None]:
    """Work with a file that nobody else works with meanwhile.

    Raises:
        Faulty: if another process does, or its folder cannot be written to.
    """
    from filelock import FileLock, Timeout

    if not path.parent.is_dir():
        raise faulty("no-such-folder", path, folder=path.parent)
    before, file = standing(path), lock_of(path)
    lock = FileLock(file, mode=_OWNER_ONLY)
    with _listed(file):
        try:
            lock.acquire(blocking=False)
        except Timeout:
            raise faulty("case-in-use", path) from None
        except OSError as error:
            raise not_saved(path, before, error) from None
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                file.unlink()
            lock.release()


@contextmanager
def _listed(lock: Path) -> Iterator[None]:
    """List a lock as long as it may stand there; where that does not work, all goes on without."""
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError, Faulty):
            folder = stack.enter_context(scratch_folder())
            (folder / _LIST).write_text(json.dumps(str(lock.absolute())), "ascii")
        yield


def clear_locks(folder: Path) -> None:
    """Take away the locks that are listed in a folder, unless somebody holds them by now."""
    for listed in (folder / _LIST, *folder.glob(f"*/{_LIST}")):
        # Whatever stands there, no command may fail because of it.
        with contextlib.suppress(OSError, ValueError):
            lock = json.loads(listed.read_text("ascii"))
            if isinstance(lock, str) and lock.endswith(".lock"):
                _clear(Path(lock))


def _clear(file: Path) -> None:
    from filelock import FileLock, Timeout

    if file.is_symlink() or not file.is_file() or file.stat().st_size:
        return  # no lock of ours
    lock = FileLock(file, mode=_OWNER_ONLY)
    with contextlib.suppress(Timeout):
        lock.acquire(blocking=False)
        with contextlib.suppress(OSError):
            file.unlink()
        lock.release()
