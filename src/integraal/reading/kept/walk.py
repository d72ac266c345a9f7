"""Every file in folders, hidden ones too, for whoever must know what there is.

Links are named and not followed: what they lead to may be anybody's.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_LEFT = re.compile(r"\.(?P<place>.+)\.[0-9a-f]{8}\.(?:tmp|old)")
"""How what is on its way to a place is called, or what waits until something else is there."""


@dataclass
class Walk:
    """A walk through what somebody named; what it passes over is noted."""

    named: Sequence[str]
    links: list[str] = field(default_factory=list)
    shut: list[tuple[str, OSError]] = field(default_factory=list)
    """Folders that may not be looked into."""

    def files(self) -> Iterator[Path]:
        """The files, in order; each once, however often it was named."""
        told: set[tuple[int, int]] = set()
        for path in self._every():
            try:
                found = path.lstat()
            except OSError as error:
                self.shut.append((str(path), error))
                continue
            if (found.st_dev, found.st_ino) not in told:
                told.add((found.st_dev, found.st_ino))
                yield path

    def _every(self) -> Iterator[Path]:
        for name in self.named:
            path = Path(name)
            if path.is_dir():
                yield from self._inside(path)
            elif path.is_symlink():
                self.links.append(name)
            else:
                yield path

    def _inside(self, folder: Path) -> Iterator[Path]:
        waiting = [folder]
        while waiting:
            here = waiting.pop()
            try:
                with os.scandir(here) as entries:
                    found = sorted(entries, key=lambda entry: entry.name)
            except OSError as error:
                self.shut.append((str(here), error))
                continue
            folders = []
            for entry in found:
                if entry.is_symlink():
                    self.links.append(entry.path)
                elif entry.is_dir(follow_symlinks=False):
                    folders.append(Path(entry.path))
                elif entry.is_file(follow_symlinks=False):
                    yield Path(entry.path)
            waiting += reversed(folders)


def place_of_left(path: Path) -> Path | None:
    """The place that something hidden was on its way to; None where it is no such thing.

    >>> place_of_left(Path("map/.C-1.yaml.0123abcd.tmp")).as_posix()
    'map/C-1.yaml'
    """
    found = _LEFT.fullmatch(path.name)
    return path.with_name(found["place"]) if found else None
