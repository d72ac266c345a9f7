"""The patterns of the guard for a browser: a form refuses what a terminal refuses.

Only the patterns: what is counted and tested beside them, each body does itself. The list of towns
is too long to go along; there any word behind a postcode is one.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from integraal.privacy.kinds import addresses, dates, numbers, online, references
from integraal.privacy.known import known_pattern

_WORD = r"\p{L}\p{N}_"
_PIECE = re.compile(
    r"(?P<letter>\[\^\\W\\d_[^\]]*\])|(?P<named>\(\?P<)|(?P<escape>\\.)"
    r"|(?P<open>\[)|(?P<close>\])|(?P<other>.)",
    re.DOTALL,
)
_ESCAPED = {r"\d": r"\p{Nd}", r"\D": r"\P{Nd}"}
_NEVER_ESCAPED = "'- #\"&~"
"""Signs that ECMAScript takes for no escape, outside of classes."""
_IN_SMALL = {
    online: ("_EMAIL_HIDDEN", "_PHONE_SAID", "_AT", "_TAG", "_CALLED_THERE", "_URL"),
    references: ("_BSN_SAID", "_NATIONAL_SAID", "_PLATE_SAID", "_FILE_SAID", "_FILE_CALLED"),
    dates: ("_WRITTEN", "_BIRTHDAY", "_BORN", "_ON", "_EVENT", "_UNTIL"),
    addresses: ("_STREET", "_LIVES", "_FRENCH", "_IN_A_YEAR", "_LIVES_IN", "_BOX"),
    numbers: ("_IBAN",),
}
"""What the guard looks for in a text in small letters; a browser, whatever the letters."""
_AS_WRITTEN = {
    online: ("_EMAIL", "_PHONE", "_FIRST", "_SERVICE"),
    references: ("_PLATE",),
    addresses: (
        *("_UNIT", "_LOOSE", "_AFTER_LIVES", "_ENGLISH"),
        *("_DUTCH_POSTCODE", "_BELGIAN_POSTCODE", "_LIKE_A_YEAR"),
    ),
    numbers: ("_IBAN_SHAPES", "_OWN_IBAN", "_OLD_ACCOUNT"),
}
"""What it looks for in a text as it is."""


def guard_patterns() -> dict[str, list[str]]:
    r"""Every pattern by its name, with its flags, as ECMAScript writes them with `u`.

    What is a word, and where it ends, is not the same there outside of ASCII: `\w` and `\b` that
    are left outside of classes are for a body to write out.

    >>> guard_patterns()["tag"]
    ['\\b\\w{2,32}#\\p{Nd}{4}\\b', 'i']
    """
    return {
        name.removeprefix("_").lower(): [_written(getattr(module, name)), flags]
        for flags, listed in (("i", _IN_SMALL), ("", _AS_WRITTEN))
        for module, names in listed.items()
        for name in names
    }


def guard_data(known: Iterable[str] = ()) -> dict[str, Any]:
    """All that a guard in a browser is made of.

    Args:
        known: What desks say of themselves, which may stand anywhere (`known_of`).
    """
    passed_over = known_pattern(known)
    patterns = guard_patterns()
    if passed_over is not None:
        patterns["known"] = [_written(passed_over), "i"]
    return {"patterns": patterns, "lists": _lists()}


def _lists() -> dict[str, list[str]]:
    """Words that are no street and no letters of a postcode, and the like."""
    return {
        "no_streets": sorted(addresses.NO_STREETS),
        "words_of_two": sorted(addresses.WORDS_OF_TWO),
        "small_words_of_two": sorted(addresses.SMALL_WORDS_OF_TWO),
    }


def _written(pattern: re.Pattern[str] | str) -> str:
    source = pattern if isinstance(pattern, str) else pattern.pattern
    return "".join(_pieces(source))


def _pieces(source: str) -> Iterator[str]:
    """Each piece as the other writes it."""
    in_class = False
    for piece in _PIECE.finditer(source):
        kind, text = piece.lastgroup, piece[0]
        if kind == "letter":
            yield r"\p{L}"
        elif kind == "named":
            yield "(?<"
        elif kind == "escape":
            yield _escaped(text, in_class=in_class)
        else:
            in_class = in_class if kind == "other" else kind == "open"
            yield text


def _escaped(text: str, *, in_class: bool) -> str:
    if text == r"\w" and in_class:
        return _WORD
    if text[1] in _NEVER_ESCAPED and not in_class:
        return text[1]
    return _ESCAPED.get(text, text)
