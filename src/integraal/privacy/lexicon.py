"""Know common names of people and places, out of one file that is read when it is first needed.

Made by `tests/privacy/make_lexicon.py`. Some names are ordinary words as well; those are apart.
Ordinary words are known too, as a filter that takes one word in three hundred for another (Bloom
1970, Space/time trade-offs in hash coding with allowable errors, CACM 13(7)).
"""

import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LEXICON = Path(__file__).with_name("lexicon.z")
LONGEST = 10
"""Letters of an ordinary word that is known as it is; longer ones are looked at by their ends."""
_LEAST_END = 4
"""Letters that the last part of a longer word has at least: "wijk" + "coach"."""
_ENDINGS = (
    "heid",
    "ing",
    "tie",
    "schap",
    "teit",
    "isme",
    "lijk",
    "baar",
    "ment",
    "tion",
    "ness",
    "aire",
)
"""Of words that are no names."""
_HASHES = 6
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
    marks: bytes
    """Of ordinary words."""

    def is_ordinary(self, word: str) -> bool:
        """Whether a word is an ordinary one, or ends as one: a word without accents and capitals.

        >>> lexicon().is_ordinary("wijkcoach"), lexicon().is_ordinary("shanaya")
        (True, False)
        """
        if len(word) > LONGEST - 3 and word.endswith(_ENDINGS):
            return True
        ends = (word[start:] for start in range(max(0, len(word) - LONGEST), len(word)))
        return any(self._marks(end) for end in ends if len(end) >= _LEAST_END or end == word)

    def _marks(self, word: str) -> bool:
        bits = places_of(word, len(self.marks) * 8)
        return all(self.marks[bit // 8] >> bit % 8 & 1 for bit in bits)


def places_of(word: str, among: int) -> Iterator[int]:
    """The bits that stand for a word."""
    data = word.encode()
    step, begin = zlib.crc32(data), zlib.adler32(data) * 0x9E3779B1 ^ zlib.crc32(data[::-1])
    return ((begin + time * step) % among for time in range(_HASHES))


@cache
def lexicon() -> Lexicon:
    """Read the names and places; once."""
    data = LEXICON.read_bytes()
    end = 4 + int.from_bytes(data[:4])
    lines = zlib.decompress(data[4:end]).decode().split("\n")
    names = [frozenset(line.split("\t")[1].split(";")) for line in lines]
    return Lexicon(Known(*names[:2]), Known(*names[2:4]), Known(*names[4:]), data[end:])


def folded(name: str) -> str:
    """Leave out accents and capitals.

    >>> folded("Ayşe"), folded("Małgorzata"), folded("Zoë")
    ('ayse', 'malgorzata', 'zoe')
    """
    if name.isascii():
        return name.lower()
    apart = unicodedata.normalize("NFKD", name.casefold().translate(_ALONE))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
