"""The list of what is on its way to its place: paths, and no word of what is in the files."""

import contextlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from integraal.reading.storage.flush import flush_file, flush_names
from integraal.reading.storage.moves import Move

_NAME = "targets"
_PATHS = ("place", "new", "old")
_IDENTITIES = ("made", "stood")


def write_list(folder: Path, moves: Sequence[Move]) -> None:
    """Write the list, whole or not at all; where that does not work, all goes on without it."""
    listed = [
        {name: str(getattr(move, name).absolute()) for name in _PATHS}
        | {name: getattr(move, name) for name in _IDENTITIES}
        for move in moves
    ]
    new = folder / f"{_NAME}.new"
    with contextlib.suppress(OSError):
        new.write_text(json.dumps(listed), "ascii")
        if any(move.made for move in moves):  # from here on it must outlast a power cut
            flush_file(new)
        new.replace(folder / _NAME)
        flush_names(folder)


def read_lists(folder: Path) -> Iterator[tuple[Move, ...]]:
    """Read the lists in a folder for a piece of work, and in those inside it."""
    for path in (folder / _NAME, *folder.glob(f"*/{_NAME}")):
        # Whatever stands there, no command may fail because of it.
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            if moves := tuple(map(_move, json.loads(path.read_text("ascii")))):
                yield moves


def _move(one: dict[str, str | list[int] | None]) -> Move:
    place, new, old = (Path(str(one[name])) for name in _PATHS)
    made, stood = (_identity(one[name]) for name in _IDENTITIES)
    return Move(place, place, new, old, made, stood)


def _identity(written: object) -> tuple[int, int] | None:
    return (int(written[0]), int(written[1])) if isinstance(written, list) else None
