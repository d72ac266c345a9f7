"""Files with exactly one fault, and beside each what must be said of it.

`<code>.yaml`, or `<code>.<variant>.yaml`; `.txt` beside it holds the words. A file that needs
others beside it is a folder of that name instead.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FaultyFile(ABC):
    """A file, or a folder of files, with one fault."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name.removesuffix(".yaml")

    @property
    def code(self) -> str:
        return self.name.partition(".")[0]

    @property
    def expected(self) -> Path:
        return self.path.with_name(f"{self.name}.txt")

    @abstractmethod
    def text(self) -> str:
        """Give all that is said of it in Dutch, without the folder it happens to be in."""


def paths_in(*folders: Path) -> Iterator[Path]:
    """Walk through the faulty files in these folders."""
    for folder in folders:
        yield from (path for path in sorted(folder.iterdir()) if path.suffix != ".txt")


def regenerate(files: Iterable[FaultyFile], part: str = "") -> None:
    """Write anew what must be said of each: only on purpose, and read every line."""
    for file in files:
        if part in file.name:
            file.expected.write_text(file.text(), encoding="utf-8")
