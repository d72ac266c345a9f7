"""What can be drawn is drawn; the rest is spelled out."""

import unicodedata

from integraal.report.blocks import Document, Heading, Paragraph
from integraal.report.render.pdf.document import render_pdf
from integraal.report.render.pdf.text import _DRAWN, drawable
from integraal.report.text import Span, inline
from tests.report.render.pdf.paper import words_in


def test_every_character_said_to_be_drawn_is_drawn() -> None:
    """The typesetter refuses a document with one that it lacks."""
    points = (chr(point) for first, last in _DRAWN for point in range(first, last + 1))
    # Some have another way of being written, and are written so.
    characters = [c for c in points if unicodedata.normalize("NFC", c) == c]
    texts = ("x".join(characters[start : start + 60]) for start in range(0, len(characters), 60))
    lines = tuple(Paragraph(inline(text, Span(text, strong=True))) for text in texts)
    file = render_pdf(Document("t", "nl", (Heading(1, "t"), *lines)))
    assert "[U+" not in words_in(file)


def test_no_invisible_character_is_let_through() -> None:
    points = (chr(point) for first, last in _DRAWN for point in range(first, last + 1))
    hidden = ("Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "Mc", "Zl", "Zp")
    assert [hex(ord(c)) for c in points if unicodedata.category(c) in hidden] == []


def test_breaks_become_spaces_and_the_rest_is_spelled_out() -> None:
    assert drawable("a\nb\tc\r\nd") == "a b c  d"
    assert drawable("\x00\u202e\ue000") == "[U+0000][U+202E][U+E000]"
    assert drawable("Zoe\u0308") == "Zoë"


def test_a_long_word_may_be_broken_and_a_short_one_not() -> None:
    assert drawable("hulpverleningsplan") == "hulpverleningsplan"
    assert "\u200b" in drawable("a" * 40)
    assert drawable("a" * 400).replace("\u200b", "") == "a" * 400
