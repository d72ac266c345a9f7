"""Texts that say the same where readers must tell things apart, and texts with nothing in them.

Two options of one question with the same label leave nobody able to choose; a rule that gives the
same reason for the same effect says it twice. A level and an action may share a reason: they stand
in different places.
"""

import re
from collections.abc import Callable, Iterator

from integraal.model.finding import Finding, Place
from integraal.model.instrument import Instrument
from integraal.reading.overlay import Whole, texts

_TOLD_APART = (
    re.compile(r"(questions\.[^.]+\.options)\.[^.]+\.label"),
    re.compile(r"questions\.[^.]+\.(ask|name)"),
    re.compile(r"(sections)\.[^.]+\.title"),
    re.compile(r"(actions|outcomes)\.[^.]+\.text"),
    re.compile(r"(levels)\.[^.]+\.name"),
    re.compile(r"levels\.[^.]+\.(forms)\.[^.]+\.name"),
    re.compile(r"(levels\.[^.]+\.attention_points)\.[^.]+\.text"),
)
"""Keys of texts; those whose first group is the same must differ from each other."""
_REASON = re.compile(r"rules\.([^.]+)\.because")


def wording_findings(whole: Whole, locate: Callable[[str], Place]) -> Iterator[Finding]:
    """The texts that are empty, or the same as another.

    Args:
        whole: An instrument, a scale or help lines, in any language.
        locate: Finds the place of the text with a key.
    """
    first: dict[tuple[object, str], str] = {}
    for key, text in texts(whole).items():
        plain = _plain(text)
        if not plain:
            yield Finding.warning("empty-text", locate(key), key=key)
            continue
        family = _family(whole, key)
        other = first.setdefault((family, plain), key) if family else key
        if other != key:
            yield Finding.warning("duplicate-text", locate(key), key=key, other=other)


def _family(whole: Whole, key: str) -> object:
    """With which texts this one must not be confused; None when it may be."""
    reason = _REASON.fullmatch(key)
    if reason and isinstance(whole, Instrument):
        return whole.rule(reason[1]).effect
    matches = (pattern.fullmatch(key) for pattern in _TOLD_APART)
    return next((match[1] for match in matches if match), None)


def _plain(text: str) -> str:
    """Leave out what readers do not hear."""
    return " ".join(re.sub(r"[^\w\s]", " ", text).casefold().split())
