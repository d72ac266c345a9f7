"""Know common names of people and places, out of one file that is read when it is first needed.

Made by `tests/privacy/make_lexicon.py`. Some names are ordinary words as well; those are apart.
"""

import unicodedata
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LEXICON = Path(__file__).with_name("lexicon.z")
_ALONE = str.maketrans("ıłøđ", "ilod")
"""Letters that Unicode does not take apart into a letter and a sign."""


@dataclass(frozen=True, slots=True)
class Known:
    """Names of one kind, without accents and capitals."""

    only: frozenset[str]
    """Those that are nothing else."""
    words_too: frozenset[str]
    """Those that are ordinary words too, such as Roos and Bakker."""

    def __contains__(self, name: str) -> bool:
        return name in self.only or name in self.words_too


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that is known."""

    first_names: Known
    surnames: Known
    places: Known


@cache
def lexicon() -> Lexicon:
    """Read the names and places; once."""
    lines = zlib.decompress(LEXICON.read_bytes()).decode().split("\n")
    names = [frozenset(line.split("\t")[1].split(";")) for line in lines]
    return Lexicon(Known(*names[:2]), Known(*names[2:4]), Known(*names[4:]))


def folded(name: str) -> str:
    """Leave out accents and capitals.

    >>> folded("Ayşe"), folded("Małgorzata"), folded("Zoë")
    ('ayse', 'malgorzata', 'zoe')
    """
    if name.isascii():
        return name.lower()
    apart = unicodedata.normalize("NFKD", name.casefold().translate(_ALONE))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
