"""Write texts for a browser: every character is shown, none is obeyed."""

from collections.abc import Iterable, Sequence
from html import escape

from integraal.report.blocks import Inline, Span
from integraal.report.render.visible import visible

_DEEPEST = 9
"""The style sheet knows no deeper indents."""


def escaped(text: str) -> str:
    """Make a browser show a text as it is.

    >>> escaped("<b>'a' & b</b>")
    '&lt;b&gt;&#x27;a&#x27; &amp; b&lt;/b&gt;'
    """
    return escape(visible(text), quote=True)


def flowing(text: Inline) -> str:
    """Write a line of text with the weight of each stretch."""
    return "".join(map(_span, text)).strip()


def _span(span: Span) -> str:
    text = escaped(span.text)
    if span.strong:
        return f"<strong>{text}</strong>"
    return f'<span class="quiet">{text}</span>' if span.quiet else text


def smaller(lines: Iterable[Inline]) -> str:
    """Write smaller lines; one that begins further in stays so."""
    written = []
    for line in lines:
        plain = "".join(span.text for span in line)
        inner = min((len(plain) - len(plain.lstrip())) // 2, _DEEPEST)
        place = f" in-{inner}" if inner else ""
        written.append(f'<div class="below{place}">{flowing(line)}</div>')
    return "".join(written)


def in_languages(
    texts: Sequence[str], languages: Sequence[str], tag: str = "span", between: str = " / "
) -> str:
    """Write the same text in several languages, each marked with its own.

    Args:
        texts: One per language; where there are fewer, nobody knows which is missing.
        languages: The first is that of the page.
        tag: What the text in a further language stands in.
        between: Already escaped.
    """
    if len(texts) != len(languages):
        return between.join(map(escaped, texts))
    first, *others = map(escaped, texts)
    marked = (
        f'<{tag} lang="{escaped(language)}">{text}</{tag}>'
        for text, language in zip(others, languages[1:], strict=True)
    )
    return between.join((first, *marked))
