"""Understand names out of a list, as people type them: by number, by id or by name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from integraal.network.search import folded

_BETWEEN = re.compile(r"[,;]")
_ALIKE = 0.6
_NEAR = 3
"""Names that are proposed to who typed something that is not there."""


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

    def by_words(self, typed: str) -> str | None:
        """The id whose name begins with these words, each whole: in free words, no part is meant.

        >>> list = Listed((("caw", "CAW De Brug"), ("wijk", "Wijkcentrum")))
        >>> list.by_words("CAW De"), list.by_words("wijkc")
        ('caw', None)
        """
        found, said = self.one(typed), f"{folded(typed.strip())} "
        is_begun = any(
            name == found and f"{folded(shown)} ".startswith(said) for name, shown in self.entries
        )
        return self.exactly(typed) or (found if is_begun else None)

    def several(self, typed: str) -> tuple[str, ...] | None:
        """The ids that somebody means, each once; None where one of them is not understood."""
        found = [self.one(part) for part in _parts(typed)]
        return None if None in found else tuple(dict.fromkeys(filter(None, found)))

    def strange(self, typed: str) -> str:
        """The first of several that is not understood; all of it where each is.

        >>> Listed((("welzijn", "Welzijn"),)).strange("welzijn, bakkers")
        'bakkers'
        """
        return next((part for part in _parts(typed) if self.one(part) is None), typed)

    def near(self, typed: str) -> tuple[str, ...]:
        """The names that look most like what was typed, or have it in them.

        >>> Listed((("welzijn", "Welzijn"), ("zorg", "Gezondheidszorg"))).near("gezondheid")
        ('Gezondheidszorg',)
        """
        said = folded(typed.strip())
        words = {folded(each): shown for pair in self.entries for each, shown in _seen(pair)}
        within = [shown for word, shown in words.items() if said and said in word]
        alike = [words[each] for each in get_close_matches(said, words, n=_NEAR, cutoff=_ALIKE)]
        return tuple(dict.fromkeys((*alike, *within)))[:_NEAR]


def _parts(typed: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(typed) if part.strip()]


def _seen(entry: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """What people may type for one entry, each with what they see of it."""
    name, shown = entry
    return (name, shown), (shown, shown)


def options_of(pairs: Sequence[tuple[str, str]]) -> Listed:
    """A list of what can be chosen."""
    return Listed(tuple(pairs))
