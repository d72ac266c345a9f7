"""Find the folder that a file belongs to: where the instruments stand beside which it is read.

A case, a file of test cases or a region's table may stand deeper than its instrument. The nearest
folder above it that holds one counts, up to the folder that somebody named.
"""

from dataclasses import dataclass, field
from pathlib import Path

from integraal.reading.library import Library, header

_INSIDE = ("translations", "regio", "voorbeelden")
"""Folders that belong to the one they stand in, also when only they are named."""


@dataclass
class Libraries:
    """Looks into each folder once."""

    _known: dict[Path, frozenset[str]] = field(default_factory=dict)

    def of(self, path: Path, root: Path, wanted: str = "") -> Library:
        """Open the library that a file belongs to; the shipped instruments are always in it.

        Args:
            path: The file.
            root: The folder that somebody named, or the one that holds the named file.
            wanted: Id of the instrument that it is for; empty where any will do.
        """
        parents = list(path.parents)
        last = parents.index(root) + (root.name in _INSIDE)
        for folder in parents[: last + 1]:
            found = self._instruments_in(folder)
            if wanted in found if wanted else found:
                return Library(folder)
        return Library(path.parent)

    def _instruments_in(self, folder: Path) -> frozenset[str]:
        if folder not in self._known:
            found = map(header, sorted(folder.glob("*.yaml")))
            ids = frozenset(one.id for one in found if one and one.kind == "instrument")
            self._known[folder] = ids
        return self._known[folder]
