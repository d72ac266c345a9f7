"""Any text, fit to be set in type: what no font of ours can draw is spelled out instead."""

import re
import unicodedata

_DRAWN = (
    (0x0020, 0x007E), (0x00A0, 0x00AC), (0x00AE, 0x02FF), (0x0384, 0x038A), (0x038E, 0x03A1),
    (0x03A3, 0x0482), (0x048A, 0x04FF), (0x05D0, 0x05EA), (0x0621, 0x063A), (0x0640, 0x064A),
    (0x0660, 0x066D), (0x1E00, 0x1F15), (0x2000, 0x200A), (0x2010, 0x2027), (0x202F, 0x2040),
    (0x2044, 0x2052), (0x2074, 0x208E), (0x20A0, 0x20C0), (0x2190, 0x23FF), (0x2460, 0x262F),
    (0x2638, 0x268B), (0x2701, 0x2704), (0x270C, 0x2727), (0x2756, 0x2756), (0x2761, 0x277F),
    (0xFB00, 0xFB06), (0xFFFD, 0xFFFD),
)  # fmt: skip
"""Code points, first and last, that our fonts have, in bold too; a test draws them all."""
_LONG = re.compile(r"[^\s\u200b-]{30}(?=[^\s])")
_BREAKABLE = "\u200b"


def drawable(text: str) -> str:
    r"""Replace what cannot be drawn, or would be obeyed, by its code point in words.

    Line breaks and tabs become spaces. Letters with loose accents become one letter. A very long
    word gets places where it may be broken; they take no room.

    >>> drawable("Zoë \U0001f600\x1b[0m")
    'Zoë [U+1F600][U+001B][0m'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if not (text.isascii() and text.isprintable()):
        text = "".join(map(_drawn, text))
    return _LONG.sub(lambda found: found[0] + _BREAKABLE, text)


def is_drawn(character: str) -> bool:
    """Whether our fonts have this character."""
    return any(first <= ord(character) <= last for first, last in _DRAWN)


def _drawn(character: str) -> str:
    if character in "\n\r\t\v\f\x85\u2028\u2029":
        return " "
    return character if is_drawn(character) else f"[U+{ord(character):04X}]"
