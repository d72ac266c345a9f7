"""The patterns of the guard for a browser: a form refuses what a terminal refuses.

Only the patterns: what is counted and tested beside them, each body does itself. The list of towns
is too long to go along; there any word behind a postcode is one.
"""

import re
from collections.abc import Iterator
from typing import Any

from integraal.privacy.kinds import addresses, dates, numbers, online, references

_WORD = r"\p{L}\p{N}_"
_PIECE = re.compile(
    r"(?P<letter>\[\^\\W\\d_[^\]]*\])|(?P<named>\(\?P<)|(?P<alike>\(\?i:)|(?P<escape>\\.)"
    r"|(?P<open>\[)|(?P<close>\])|(?P<other>.)",
    re.DOTALL,
)
_ESCAPED = {r"\d": r"\p{Nd}", r"\D": r"\P{Nd}"}
_MODULES = (online, references, dates, addresses, numbers)


def guard_patterns() -> dict[str, list[str]]:
    r"""Every pattern by its name, with its flags, as ECMAScript writes them with `u`.

    What is a word, and where it ends, is not the same there outside of ASCII: `\w` and `\b` that
    are left outside of classes are for a body to write out.

    >>> guard_patterns()["tag"]
    ['\\b\\w{2,32}#\\p{Nd}{4}\\b', '']
    """
    return {
        name.removeprefix("_").lower(): [_written(found), "i" if found.flags & re.I else ""]
        for module in _MODULES
        for name, found in vars(module).items()
        if isinstance(found, re.Pattern)
    }


def guard_data() -> dict[str, Any]:
    """All that a guard in a browser is made of."""
    return {"patterns": guard_patterns(), "lists": _lists()}


def _lists() -> dict[str, list[str]]:
    """Words that are no street and no letters of a postcode, and the like."""
    return {
        "no_streets": sorted(addresses.NO_STREETS),
        "words_of_two": sorted(addresses.WORDS_OF_TWO),
        "small_words_of_two": sorted(addresses.SMALL_WORDS_OF_TWO),
    }


def _written(pattern: re.Pattern[str]) -> str:
    return "".join(_pieces(pattern.pattern))


def _pieces(source: str) -> Iterator[str]:
    """Each piece as the other writes it, with capitals beside small letters where that is asked."""
    in_class, depth, alike_until = False, 0, -1
    for piece in _PIECE.finditer(source):
        kind, text = piece.lastgroup, piece[0]
        is_alike = alike_until >= 0
        if kind == "letter":
            yield r"\p{L}"
        elif kind in ("named", "alike"):
            depth += 1
            alike_until = depth if kind == "alike" else alike_until
            yield "(?:" if kind == "alike" else "(?<"
        elif kind == "escape":
            yield _escaped(text, in_class=in_class)
        elif kind in ("open", "close"):
            in_class = kind == "open" if not (kind == "open" and in_class) else True
            yield text
        else:
            depth += 0 if in_class else (text == "(") - (text == ")")
            if is_alike and depth < alike_until:
                alike_until = -1
            yield _either(text, in_class=in_class) if is_alike else text


def _escaped(text: str, *, in_class: bool) -> str:
    if text == r"\w" and in_class:
        return _WORD
    if text in (r"\'", r"\-", r"\ ", r"\#", r"\"") and not in_class:
        return text[1]
    return _ESCAPED.get(text, text)


def _either(letter: str, *, in_class: bool) -> str:
    if letter.lower() == letter.upper() or len(letter.upper()) > 1:
        return letter
    both = letter.lower() + letter.upper()
    return both if in_class else f"[{both}]"
