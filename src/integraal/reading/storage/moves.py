"""Move what was made to its places, so that nothing is ever half or lost.

Of files that belong together the first is gone while the others change: where it stands, all that
stands beside it is of the same time. What stood there waits beside it until all is done.
"""

import contextlib
import errno
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from integraal.model.finding import Faulty, faulty
from integraal.reading.storage.flush import flush_names, remove
from integraal.reading.storage.standing import check_not_read_only

Identity: TypeAlias = tuple[int, int]
"""The number of a file on its disk, whatever its name."""
_LONGEST_STEM = 200
"""Bytes of the name of a place in that of what stands beside it; a name may have 255."""


@dataclass(frozen=True, slots=True)
class Move:
    """A place, and what stands hidden beside it."""

    named: Path
    """The place as it was asked for."""
    place: Path
    """The same; of a link, where it leads."""
    new: Path
    """Where what is to come in the place is made."""
    old: Path
    """Where what stood in the place waits until all is done."""
    made: Identity | None = None
    stood: Identity | None = None
    """What is to come in the place, and what stood there."""

    @property
    def is_placed(self) -> bool:
        """Whether what was made stands in its place."""
        return self.made is not None and _identity(self.place) == self.made

    @property
    def is_unclaimed(self) -> bool:
        """Whether nobody else put anything in the place."""
        return _identity(self.place) in (None, self.stood)

    def looked_at(self) -> "Move":
        """The move, with what was made and what stands in its place now."""
        return replace(self, made=_identity(self.new), stood=_identity(self.place))

    def take_away(self) -> None:
        """Hide what stands in the place."""
        if self.stood:
            self.place.rename(self.old)
            flush_names(self.place.parent)

    def take_place(self) -> None:
        """Let what was made take its place, in which nothing stands.

        Raises:
            Faulty: if something came there meanwhile.
        """
        if not self.made:
            return
        try:
            _rename(self.new, self.place)
        except FileExistsError:
            raise faulty("exists-already", self.named) from None
        flush_names(self.place.parent)

    def withdraw(self) -> None:
        """Take what was made out of its place again."""
        if self.is_placed:
            if self.new.exists():  # it has two names for a moment
                self.place.unlink()
            else:
                self.place.rename(self.new)
            flush_names(self.place.parent)

    def restore(self) -> None:
        """Put back what stood in the place, unless something else came there."""
        if self.stood and _identity(self.old) == self.stood and _identity(self.place) is None:
            _rename(self.old, self.place)
            flush_names(self.place.parent)


def move_to(named: Path) -> Move:
    """Choose names beside a place for what is to come there."""
    place = Path(os.path.realpath(named)) if named.is_symlink() else named
    token = os.urandom(4).hex()
    new, old = (place.with_name(f".{stem(place)}.{token}.{end}") for end in ("tmp", "old"))
    return Move(named, place, new, old)


def stem(path: Path) -> str:
    """Begin a name beside a place: never too long, and one that every program can write."""
    return os.fsencode(path.name)[:_LONGEST_STEM].decode("utf-8", "ignore")


def take_places(
    moves: Sequence[Move], note: Callable[[Sequence[Move]], None], *, overwrite: bool
) -> None:
    """Move what was made to its places.

    Args:
        moves: The first is never there beside something of another time.
        note: Writes down what is about to be done.
        overwrite: Whether what stands in the places may go.

    Raises:
        Faulty: if something stands in a place, and may not go.
        OSError: if anything cannot be moved. Then what stood in the places still does.
    """
    moves = [move.looked_at() for move in moves]
    first, *others = moves
    for move in moves:
        _check_place(move, overwrite=overwrite)
    note(moves)
    is_alone = not any(move.made or move.stood for move in others)
    if is_alone and overwrite and first.made and not first.new.is_dir():
        first.new.replace(first.place)
        flush_names(first.place.parent)
        return
    try:
        first.take_away()
        for move in others:
            move.take_away()
            move.take_place()
        first.take_place()
    except (Faulty, OSError):
        put_back(moves)
        raise
    clear(moves)


def put_back(moves: Sequence[Move]) -> bool:
    """Put back what stood in the places, and clear away the rest; say whether that went well.

    Where somebody else put something in the first place, nothing older is put beside it.
    """
    first, *others = moves
    try:
        for move in moves:
            move.withdraw()
        for move in (*others, first) if first.is_unclaimed else ():
            move.restore()
    except OSError:
        return False
    clear(moves)
    return True


def clear(moves: Sequence[Move]) -> None:
    """Take away what stands beside the places."""
    for move in moves:
        remove(move.new)
        remove(move.old)


def _check_place(move: Move, *, overwrite: bool) -> None:
    """Refuse to take the place of what may not go, or of something of another kind."""
    if move.stood and not overwrite:
        raise faulty("exists-already", move.named)
    check_not_read_only(move.place)
    if move.stood and move.made and move.place.is_dir() != move.new.is_dir():
        code = errno.EISDIR if move.place.is_dir() else errno.ENOTDIR
        raise OSError(code, os.strerror(code))


def _rename(new: Path, place: Path) -> None:
    """Give something another name, which nothing has.

    Raises:
        FileExistsError: if something has.
    """
    if new.is_dir() or not _linked(new, place):
        if _identity(place) is not None:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place))
        new.rename(place)


def _linked(new: Path, place: Path) -> bool:
    """Move by a second name, which never takes the place of another file; or say that it cannot."""
    try:
        os.link(new, place)
    except FileExistsError:
        raise
    except OSError:
        return False  # a disk on which a file has one name
    new.unlink()
    return True


def _identity(path: Path) -> Identity | None:
    with contextlib.suppress(OSError):
        found = path.lstat()
        return found.st_dev, found.st_ino
    return None
