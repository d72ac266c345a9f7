"""Show text that somebody else wrote: every character as a character, none as a command."""

import unicodedata

_PICTURES = 0x2400
"""Unicode has a picture for each control character, in the same order from here."""
_DELETE = 0x7F


def visible(text: str) -> str:
    r"""Replace what a terminal or a page would obey by something to see.

    Line breaks and tabs become spaces. Other control characters become their pictures; those
    that turn the direction of reading, or hide, become a replacement mark.

    >>> visible("rood \x1b[31m?")
    'rood ␛[31m?'
    """
    if text.isprintable():
        return text
    return "".join(_seen(character) for character in text)


def _seen(character: str) -> str:
    if character in "\n\r\t\v\f\u2028\u2029":
        return " "
    if character < " ":
        return chr(_PICTURES + ord(character))
    if ord(character) == _DELETE:
        return "␡"
    # Joiners build emoji and Persian words; the other format characters only mislead.
    is_joiner = character in "\u200c\u200d"
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn")
    return "\ufffd" if hidden and not is_joiner else character
