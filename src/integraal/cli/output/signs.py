"""What a terminal shows whose encoding lacks our signs: ASCII with the same meaning.

Never `?` for all alike, for that says "unknown" where `✓` says "so" and `✗` says "not so".
"""

import codecs
import unicodedata

ERRORS = "integraal"
"""Name of the way of dealing with signs that an encoding lacks, for streams."""
_ALIKE = {
    # Truths, and boxes to tick.
    "✓": "+", "✗": "-", "☐": "[ ]", "☒": "[x]", "○": "( )", "◉": "(x)",
    # Marks on a ladder, each with its word beside it.
    "●": "@", "◆": "#", "◇": "o", "▲": "^", "▼": "v", "♥": "&", "✎": "~",
    # Frames, rails, rules and bars; what is heavy stays heavier.
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯", "+"), **dict.fromkeys("┏┓┗┛┃█", "#"),
    **dict.fromkeys("─╶╴", "-"), **dict.fromkeys("━═", "="), "│": "|",
    # Lists and arrows.
    "•": "*", "·": "*", "›": ">", "‹": "<", "→": "->", "←": "<-", "↑": "^", "↓": "v",
    # Quotes, dashes, spaces and what else stands in sentences.
    **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’‚′", "'"), **dict.fromkeys("–—−‑", "-"),
    **dict.fromkeys("\u00a0\u202f\u2009", " "), "…": "...", "×": "x", "÷": ":", "≥": ">=",
    "≤": "<=", "≠": "!=", "±": "+-", "€": "EUR", "°": "o", "§": "par.", "œ": "oe", "Œ": "OE",
    "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    # Pictures of control characters, as `^[`.
    **{chr(0x2400 + code): f"^{chr(64 + code)}" for code in range(32)}, "␡": "^?",
}  # fmt: skip


def in_ascii(text: str) -> str:
    r"""Write a text in ASCII; a letter without its accent, and what is like nothing by its number.

    >>> in_ascii("✓ coördinatie → œuvre… ✗"), in_ascii("ש")
    ('+ coordinatie -> oeuvre... -', '\\u05e9')
    """
    return "".join(c if c.isascii() else _ALIKE.get(c) or _plain(c) for c in text)


def _plain(character: str) -> str:
    letter = unicodedata.normalize("NFKD", character)[:1]
    if letter.isascii() and letter.isalpha():
        return letter
    return character.encode("ascii", "backslashreplace").decode()


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return in_ascii(error.object[error.start : error.end]), error.end


codecs.register_error(ERRORS, _replaced)
