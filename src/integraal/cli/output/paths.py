"""Where a result may go: a path that a file can have, and that is free."""

import contextlib
import os
from pathlib import Path

from integraal.model.finding import faulty


def usable_path(name: str) -> Path:
    """Turn what a user typed into a path that a file may have.

    Raises:
        Faulty: if no file can have that name.
    """
    if "\0" in name or os.path.isdir(name) or not Path(name).name:  # noqa: PTH112
        raise faulty("not-a-file", name)
    with contextlib.suppress(FileNotFoundError):  # that is for others to say
        try:
            os.stat(name)  # noqa: PTH116 - Path.exists fails on too long a name
        except FileNotFoundError:
            raise
        except OSError as error:
            raise faulty("unreadable-file", name, reason=error.strerror or "") from None
    return Path(name)


def free_path(name: str, *, overwrite: bool, way: str = "name") -> Path:
    """Find the path that a result may be written to.

    Args:
        name: Of the file.
        overwrite: Whether a file that is there may go.
        way: What helps where one is there: another "name", or only to "replace" it.

    Raises:
        Faulty: if its folder is not there; if something else than a file is there, a file that this
            process has read, or any file that may not be overwritten, or is read only.
    """
    from integraal.reading.ledger import was_read
    from integraal.reading.storage.standing import check_not_read_only

    path = usable_path(name)
    if not path.parent.is_dir():
        raise faulty("no-such-folder", name, folder=path.parent)
    if path.exists() and not path.is_file():
        raise faulty("not-a-file", name)
    if path.exists() and was_read(path):
        raise faulty("output-is-input", name)
    if path.exists() and not overwrite:
        raise faulty("exists-already", name, way=way)
    check_not_read_only(path)
    return path
