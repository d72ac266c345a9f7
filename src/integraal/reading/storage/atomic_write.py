"""Write files whole or not at all, readable by their owner only.

Everything goes to new files beside their places, is flushed to the disk, and takes its place in one
step. Whoever kills the process at any moment finds the old file or the new one, or, of files that
belong together, for a moment none; what comes next puts back what stood there.
"""

import contextlib
import glob
import hashlib
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from integraal.model.finding import Faulty
from integraal.reading.storage.flush import flush, remove
from integraal.reading.storage.listing import read_lists, write_list
from integraal.reading.storage.locks import clear_locks
from integraal.reading.storage.moves import Move, clear, move_to, put_back, stem, take_places
from integraal.reading.storage.scratch import (
    clear_abandoned,
    one_at_a_time,
    scratch_folder,
    scratch_home,
)
from integraal.reading.storage.standing import not_saved, standing

_OWNER_ONLY = 0o600
_NOBODY_ELSE = 0o077
_STOPS = ("SIGINT", "SIGTERM", "SIGHUP")


def write_atomically(path: Path, whole: str | bytes, *, overwrite: bool = True) -> str:
    """Write a whole file in one step.

    Args:
        path: Its place; of a link, where it leads.
        whole: What it holds.
        overwrite: Whether it may take the place of a file.

    Returns: The digest of what is now on the disk.

    Raises:
        Faulty: if it cannot be written; it says what stands there now.
    """
    raw, before = whole.encode() if isinstance(whole, str) else whole, standing(path)
    try:
        with written_together(path, overwrite=overwrite) as (new,):
            handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
    except OSError as error:
        raise not_saved(path, before, error) from None
    return hashlib.sha256(raw).hexdigest()


@contextmanager
def written_together(*places: Path, overwrite: bool = True) -> Iterator[list[Path]]:
    """Make a path beside each place, for a file or folder that nobody else can read.

    At the end those that were made are flushed and moved to their places; a place for which nothing
    was made is cleared, since what stands there is of an earlier time. If anything fails before
    that, what was made is taken away, and what stood in the places still does.

    Args:
        places: The first is never there beside something of another time. Of a link, where it
            leads is meant.
        overwrite: Whether what stands in the places by then may go.

    Raises:
        Faulty: if something stands in a place, and may not go.
        OSError: if something cannot be flushed or moved.
    """
    moves = [move_to(place) for place in places]
    before = os.umask(_NOBODY_ELSE)  # for whoever writes them, a database included
    try:
        with _scratch_or_none() as folder:

            def note(moves: Sequence[Move]) -> None:
                if folder is not None:
                    write_list(folder, moves)

            note(moves)
            try:
                yield [move.new for move in moves]
                for move in moves:
                    flush(move.new)
                with one_at_a_time(), _too_late_to_stop():
                    take_places(moves, note, overwrite=overwrite)
            finally:
                for move in moves:
                    remove(move.new)
    finally:
        os.umask(before)


@contextmanager
def _too_late_to_stop() -> Iterator[None]:
    """Do a few steps to their end, which is at once, whoever asks to stop."""
    before = {}
    if threading.current_thread() is threading.main_thread():
        known = [getattr(signal, name) for name in _STOPS if hasattr(signal, name)]
        before = {number: signal.signal(number, lambda *_: None) for number in known}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _scratch_or_none() -> Iterator[Path | None]:
    with contextlib.ExitStack() as stack:
        folder = None
        with contextlib.suppress(OSError, Faulty):  # a file can be saved without a list
            folder = stack.enter_context(scratch_folder())
        yield folder


def leftovers(path: Path) -> Iterator[Path]:
    """List what writers that were killed left beside a place."""
    return path.parent.glob(f".{glob.escape(stem(path))}.*.tmp")


@dataclass(frozen=True, slots=True)
class Cleared:
    """What processes that were killed had left."""

    unfinished: tuple[str, ...]
    """Places where what they were writing did not come; what stood there still does."""
    whole: bool = True
    """Whether all of it is gone."""


def clear_leftovers() -> Cleared | None:
    """Clear away what killed processes left, wherever it is; None where there is nothing."""
    unfinished: dict[str, None] = {}
    gone: list[bool] = []

    def settle(folder: Path) -> bool:
        clear_locks(folder)
        with one_at_a_time():
            went_well = [settled(moves) for moves in read_lists(folder)]
        gone.append(all(went_well))
        return gone[-1]

    def settled(moves: Sequence[Move]) -> bool:
        if moves[0].is_placed:
            clear(moves)
            return True
        place = moves[0].place
        if not place.is_relative_to(scratch_home()):
            unfinished[str(place)] = None
        return put_back(moves)

    return Cleared(tuple(unfinished), all(gone)) if clear_abandoned(settle) else None
