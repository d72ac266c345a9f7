"""Pass over what is a desk's and nobody's: names, numbers and addresses of services."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_PHONE = re.compile(r"[+(]?\d[\d\s()./-]{4,}\d")
_REACHED = re.compile(r"(?<![^\s,;()<>])[^\s,;()<>]*[\w-][@.]\w(?:[\w.-]*\w)?")
"""A mail or web address; from where a word begins only, or a long one would take its square."""
_HEAD = re.compile(r"https?://(?:www\.)?|www\.", re.I)
"""Of a web address, what people leave out."""
_LEAST = 3
"""Letters or digits of what may stand anywhere."""


def known_of(texts: Iterable[str]) -> tuple[str, ...]:
    """What may stand anywhere, out of what desks say of themselves.

    A text as a whole, its parts between commas, and each number and address in it.

    >>> known_of(["Loket Noord, tel. 053 00 00 00"])
    ('Loket Noord, tel. 053 00 00 00', 'Loket Noord', 'tel. 053 00 00 00', '053 00 00 00')
    """
    found = (part.strip() for text in texts for part in _parts(text))
    return tuple(dict.fromkeys(p for p in found if sum(map(str.isalnum, p)) >= _LEAST))


def without_known(text: str, known: Iterable[str]) -> str:
    """A text with a sign instead of what is known to be a desk's.

    >>> without_known("Bel 053/000000 of Jan", known_of(["Loket Noord, 053 00 00 00"]))
    'Bel · of Jan'
    """
    pattern = known_pattern(known)
    return text if pattern is None else pattern.sub("·", text)


def known_pattern(known: Iterable[str]) -> re.Pattern[str] | None:
    """What `without_known` passes over; None where nothing is known."""
    patterns = sorted(known, key=len, reverse=True)
    return _any(tuple(patterns)) if patterns else None


def _parts(text: str) -> Iterator[str]:
    yield text
    yield from re.split(r"[,;\n]", text)
    yield from _PHONE.findall(text)
    for address in _REACHED.findall(text):
        yield address
        yield _HEAD.sub("", address)


@lru_cache(maxsize=4)
def _any(known: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, known))})(?!\w)", re.I)


def _pattern(known: str) -> str:
    """A number is the same one however it is grouped; of words the spaces do not count."""
    if _PHONE.fullmatch(known):
        signs = re.findall(r"[+\d]", known)
        return r"[\s()./-]*".join(map(re.escape, signs))
    return r"\s+".join(map(re.escape, known.split()))
