"""Texts for a browser: every character is shown, none is obeyed."""

from collections.abc import Iterable, Sequence
from html import escape

from integraal.report.render.text import in_languages, indent
from integraal.report.render.visible import visible
from integraal.report.text import Inline, Span

_DEEPEST = 9
"""The style sheet knows no deeper indents."""


def escaped(text: str) -> str:
    """A text that a browser shows as it is.

    >>> escaped("<b>'a' & b</b>")
    '&lt;b&gt;&#x27;a&#x27; &amp; b&lt;/b&gt;'
    """
    return escape(visible(text), quote=True)


def flowing(text: Inline) -> str:
    """A line of text with the weight of each stretch."""
    return "".join(map(_span, text)).strip()


def _span(span: Span) -> str:
    text = escaped(span.text)
    if span.strong:
        return f"<strong>{text}</strong>"
    return f'<span class="quiet">{text}</span>' if span.quiet else text


def smaller(lines: Iterable[Inline]) -> str:
    """Smaller lines; one that begins further in stays so."""
    written = []
    for line in lines:
        inner = min(indent(line) // 2, _DEEPEST)
        place = f" in-{inner}" if inner else ""
        written.append(f'<div class="below{place}">{flowing(line)}</div>')
    return "".join(written)


def marked(language: str) -> str:
    """The attribute for what is in another language than the page; nothing for the same."""
    return f' lang="{escaped(language)}"' if language else ""


def multilingual(texts: Sequence[str], languages: Sequence[str], between: str = " / ") -> str:
    """The same text in several languages, each marked with its own.

    Args:
        texts: One per language; where there are fewer, nobody knows which is missing.
        languages: The first is that of the page.
        between: Already escaped.
    """
    return between.join(
        f"<span{marked(language)}>{escaped(text)}</span>" if language else escaped(text)
        for text, language in in_languages(texts, languages)
    )
