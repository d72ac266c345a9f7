"""Text on a page: stretches of it, each with its weight, and nothing of how that looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text."""

    text: str
    strong: bool = False
    quiet: bool = False
    """Of lesser weight: sources, codes, explanations."""


Inline: TypeAlias = tuple[Span, ...]
Texts: TypeAlias = tuple[str, ...]
"""The same text once per language of the document, in their order."""


def inline(*parts: str | Span) -> Inline:
    """A line of text out of plain strings and spans.

    >>> inline("Advies: ", Span("coördinatie", strong=True))[0].text
    'Advies: '
    """
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


def strong(text: str) -> Span:
    """A stretch of more weight."""
    return Span(text, strong=True)


def quiet(text: str) -> Span:
    """A stretch of lesser weight."""
    return Span(text, quiet=True)


def beside_each_other(parts: Sequence[Inline]) -> Inline:
    """Several on one line."""
    return tuple(
        span
        for index, part in enumerate(parts)
        for span in ([Span(" · ")] if index else []) + list(part)
    )
