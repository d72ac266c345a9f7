"""Understand names out of a list, as people type them: by number, by id or by name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from integraal.network.search import folded

_BETWEEN = re.compile(r"[,;]")


@dataclass(frozen=True, slots=True)
class Listed:
    """What can be chosen: ids with the names that people see."""

    entries: tuple[tuple[str, str], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What people see."""
        return tuple(name for _, name in self.entries)

    def one(self, typed: str) -> str | None:
        """The id that somebody means; None where nothing is called so.

        >>> sectors = Listed((("welzijn", "Welzijn"), ("onderwijs", "Onderwijs")))
        >>> sectors.one("2"), sectors.one("welzijn"), sectors.one("école")
        ('onderwijs', 'welzijn', None)
        """
        said = folded(typed.strip())
        if said.isdecimal() and 1 <= int(said[:6]) <= len(self.entries):
            return self.entries[int(said) - 1][0]
        named = [name for name, shown in self.entries if said in (folded(name), folded(shown))]
        begun = [name for name, shown in self.entries if said and folded(shown).startswith(said)]
        found = named or (begun if len(begun) == 1 else [])
        return found[0] if found else None

    def exactly(self, typed: str) -> str | None:
        """The id that somebody means by its number or its whole name: another may begin with it."""
        found = self.one(typed)
        is_number = typed.strip().isdecimal()
        said = folded(typed.strip())
        is_whole = any(said in (folded(name), folded(shown)) for name, shown in self.entries)
        return found if is_number or is_whole else None

    def several(self, typed: str) -> tuple[str, ...] | None:
        """The ids that somebody means, each once; None where one of them is not understood."""
        parts = [part for part in _BETWEEN.split(typed) if part.strip()]
        found = [self.one(part) for part in parts]
        return None if None in found else tuple(dict.fromkeys(filter(None, found)))


def options_of(pairs: Sequence[tuple[str, str]]) -> Listed:
    """A list of what can be chosen."""
    return Listed(tuple(pairs))
