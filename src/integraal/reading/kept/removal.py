"""Take a file away with what stands hidden beside it, and nothing of what somebody still uses."""

import contextlib
import glob
from collections.abc import Iterator
from pathlib import Path

from integraal.model.finding import Faulty, faulty
from integraal.reading.storage.flush import flush_names
from integraal.reading.storage.listing import read_lists
from integraal.reading.storage.locks import alone_with
from integraal.reading.storage.moves import stem
from integraal.reading.storage.scratch import scratch_home
from integraal.reading.storage.standing import Standing, check_not_read_only, standing, still


def on_their_way() -> set[Path]:
    """What running commands are making now, and what waits beside it."""
    found: set[Path] = set()
    with contextlib.suppress(OSError):
        for folder in scratch_home().iterdir():
            for moves in read_lists(folder):
                found |= {path for move in moves for path in (move.new, move.old)}
    return found


def remove_kept(path: Path, seen: Standing) -> int:
    """Take a file away, with its lock and what else stands hidden beside it.

    Args:
        path: The file.
        seen: What it was when somebody agreed that it may go.

    Returns: How many other names the file still has.

    Raises:
        Faulty: if somebody is working with it, it is read only, it is not what it was, or the
            system refuses. Then it still stands there.
    """
    with _nobody_works_with(path):
        check_not_read_only(path)
        if path.is_symlink() or standing(path) != seen:
            raise faulty("changed-on-disk", path, became="changed" if path.exists() else "gone")
        try:
            names = path.stat().st_nlink
            path.unlink()
        except OSError as error:
            told = {"reason": error.strerror or str(error), "still": still(path, seen)}
            raise faulty("not-removed", path, **told) from None
        for beside in beside_of(path):
            with contextlib.suppress(OSError):
                beside.unlink()
        flush_names(path.parent)
    return names - 1


def beside_of(path: Path) -> Iterator[Path]:
    """What stands hidden beside a place, and nobody is making now."""
    busy = on_their_way()
    name = glob.escape(stem(path))
    for end in ("tmp", "old"):
        for found in path.parent.glob(f".{name}.{'[0-9a-f]' * 8}.{end}"):
            if found.absolute() not in busy:
                yield found
    checksum = path.with_name(f".{path.name}.crc")  # of Spark
    if checksum.is_file():
        yield checksum


@contextlib.contextmanager
def _nobody_works_with(path: Path) -> Iterator[None]:
    """Hold the lock of a file meanwhile, whatever kind of file it is.

    Raises:
        Faulty: if somebody else holds it, or nothing can be changed in its folder.
    """
    try:
        with alone_with(path):
            yield
    except Faulty as faults:
        (finding,) = faults.findings
        if finding.code != "not-saved":
            raise
        raise faulty("not-removed", path, **dict(finding.details)) from None
