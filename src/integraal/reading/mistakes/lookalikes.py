"""Characters that look like what YAML or an id wants and are something else: text that was copied
from a word processor has no-break spaces, dashes and curly quotes. They are named where they stand.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from integraal.model.finding import Finding, Place

_SPACES = "\u00a0\u2007\u2009\u202f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d"
_BULLETS = "\u00b7\u2022\u2023\u25aa\u25cf\u25e6"
_QUOTES = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb"
_COLONS = "\uff1a\ufe55\u2236"
_HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_KINDS = {
    "space": _SPACES,
    "dash": _DASHES,
    "bullet": _BULLETS,
    "quote": _QUOTES,
    "colon": _COLONS,
    "hidden": _HIDDEN,
}
_ANY = re.compile(f"[{''.join(_KINDS.values())}]")
_STRUCTURAL = (
    re.compile(rf"^[ \t]*([{_DASHES}{_BULLETS}])\s"),  # instead of the "-" of a list
    re.compile(rf"^[ \t]*(?:-[ \t]+)*([{_SPACES}{_HIDDEN}])"),  # in what a line begins with
    re.compile(rf"^[ \t]*-([{_SPACES}])"),
    re.compile(rf"^[ \t]*(?:-[ \t]+)*[\w-]+:([{_SPACES}])"),
    re.compile(rf"^[ \t]*(?:-[ \t]+)*[\w-]+\s*([{_COLONS}])"),
    re.compile(rf"^[ \t]*(?:-[ \t]+)*[\w-]+([{_SPACES}{_HIDDEN}]+):"),
)
"""Where a line has one in a place that says how the file is built; the group is where."""
_BEFORE_TEXT = re.compile(rf"^[ \t]*(?:-[ \t]+)*[\w-]+:[ \t]+([{_QUOTES}])")
"""A text that begins with a quote that is none to YAML."""
_OF_BUILD = frozenset(
    {
        "missing-key",
        "not-a-condition",
        "not-a-list",
        "not-a-mapping",
        "not-a-test",
        "not-text",
        "one-per-condition",
    }
)
_OF_WORDS = ("unknown-", "bad-form", "not-a-flag", "not-a-date", "not-a-number", "no-such-")


def in_structure(place: Place, *, texts: bool = False) -> Finding | None:
    """Name a lookalike in the line of a place where it changes how the file is built.

    Args:
        place: Where a reader stopped.
        texts: Whether a curly quote before a text counts: to YAML it does not hold the text
            together.
    """
    patterns = (*_STRUCTURAL, _BEFORE_TEXT) if texts else _STRUCTURAL
    found = next((match for p in patterns if (match := p.search(place.excerpt))), None)
    return None if found is None else _named(place, found.start(1))


def named(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Say of a word that nobody knows, or of a part that is missing, which character did it."""
    told = (_character(finding) or finding for finding in findings)
    return tuple(dict.fromkeys(told))


def _character(finding: Finding) -> Finding | None:
    if finding.code in _OF_BUILD:
        return in_structure(finding.place)
    if not finding.code.startswith(_OF_WORDS):
        return None
    start = finding.place.column - 1
    found = _ANY.search(finding.place.excerpt[: start + finding.place.length], max(start, 0))
    return None if found is None else _named(finding.place, found.start())


def _named(place: Place, at: int) -> Finding:
    character = place.excerpt[at]
    way = next(kind for kind, those in _KINDS.items() if character in those)
    code = f"U+{ord(character):04X}"
    here = replace(place, column=at + 1, length=1)
    return Finding.at("strange-character", here, sign=way, character=code, way=way)
