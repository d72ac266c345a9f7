"""Look whether the name of a case could be somebody's, or that of a place.

A first name alone is what people call a made-up person, so it passes; a surname, or a town, does
not.
"""

import re
from collections.abc import Iterable

from integraal.privacy.guard import Sign
from integraal.privacy.lexicon import folded, lexicon

_WORD = re.compile(r"[^\W\d_]{2,}")
_FAMILY = frozenset({
    "gezin", "familie", "fam", "mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer",
    "family", "mrs", "mr", "ms", "famille", "madame", "mme", "monsieur", "dossier", "casus",
})  # fmt: skip
"""Before a surname."""
_SHORTEST = 4
"""Letters of a surname that no cue stands before."""


def kinds_of_name(name: str) -> str:
    """Name the kinds of what a name of a case could tell, as a finding carries them.

    >>> [kinds_of_name(name) for name in ("jan-de-bakker", "gezin-Peeters", "schuld-aalst")]
    ['naam', 'naam', 'plaats']
    >>> [kinds_of_name(name) for name in ("marina", "stien-en-aad", "geweld-vader")]
    ['', '', '']
    """
    words = [folded(word) for word in _WORD.findall(name)]
    signs = {Sign.NAME: _has_surname(words), Sign.PLACE: _has_place(words)}
    return ", ".join(sign.value for sign, is_there in signs.items() if is_there)


def kinds_of_names(names: Iterable[str]) -> str:
    """Name them of many names, each kind once."""
    found = (kind for name in names for kind in kinds_of_name(name).split(", ") if kind)
    return ", ".join(dict.fromkeys(found))


def _has_surname(words: list[str]) -> bool:
    known = lexicon()
    for place, word in enumerate(words):
        if word not in known.surnames or len(word) < _SHORTEST:
            continue
        before = set(words[:place])
        if word in known.surnames.only and word not in known.first_names:
            return True
        # A surname that is a word too: behind a first name or "gezin".
        if any(one in known.first_names for one in before) or before & _FAMILY & {words[0]}:
            return True
    return False


def _has_place(words: list[str]) -> bool:
    known = lexicon()
    return any(
        word in known.places.only and word not in known.first_names and word not in known.surnames
        for word in words
    )
