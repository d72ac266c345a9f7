"""Running text, lists and whole pages out of plain text: what most of a page is made of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from integraal.report.blocks import (
    Block,
    Callout,
    Document,
    Foreign,
    Heading,
    Item,
    Items,
    Paragraph,
    SideBySide,
)
from integraal.report.text import Inline, Span, inline
from integraal.words.words import Words

Listed: TypeAlias = str | Inline | Item
"""What can stand in a list: a text, or an item with lines below it."""


def first_sentence(text: str) -> str:
    """The first sentence of a text, where there is no room for more.

    >>> first_sentence("Bel nu 112. Zorg dat iedereen veilig is.")
    'Bel nu 112.'
    """
    return sentences(text)[0]


def sentences(text: str) -> list[str]:
    """A text, sentence by sentence.

    >>> sentences("Nog niet. Probeer het eerst opnieuw.")
    ['Nog niet.', 'Probeer het eerst opnieuw.']
    """
    return re.split(r"(?<=[.!?])\s", text)


def paragraph(*parts: str | Span) -> Paragraph:
    """Running text."""
    return Paragraph(inline(*parts))


def points(texts: Iterable[Listed], *, numbered: bool = False, to_tick: bool = False) -> Items:
    """A list."""
    items = (
        text if isinstance(text, Item) else Item(inline(text) if isinstance(text, str) else text)
        for text in texts
    )
    return Items(tuple(items), numbered, to_tick)


def section(
    title: str,
    texts: Iterable[Listed],
    *,
    about: str = "",
    numbered: bool = False,
    to_tick: bool = False,
) -> Iterator[Block]:
    """A list with its heading and what is said about it; nothing where there is nothing to list."""
    listed = points(texts, numbered=numbered, to_tick=to_tick)
    if listed.items:
        yield Heading(2, title)
        if about:
            yield paragraph(about)
        yield listed


def urgent(texts: Iterable[Listed], words: Words) -> Iterator[Block]:
    """What cannot wait, before anything else; nothing where all can."""
    listed = points(texts)
    if listed.items:
        yield Callout(words("advice.urgent"), (listed,), urgent=True)


def in_turn(pages: Sequence[Document]) -> Document:
    """The same page in several languages, after each other in one document.

    Danger stands first in each language, and every page says at its foot what all must say.
    """
    first, *others = pages
    if not others:
        return first
    columns = (first.blocks, *(page.whole for page in others))
    return replace(
        first,
        title=" / ".join(dict.fromkeys(page.title for page in pages)),
        blocks=(SideBySide(columns, is_paged=True),),
        footer=" / ".join(dict.fromkeys(page.footer for page in pages)),
        further_languages=tuple(page.language for page in others),
        foreign=tuple(dict.fromkeys(one for page in pages for one in page.foreign)),
    )


def page(
    title: str,
    words: Words,
    blocks: Iterable[Block],
    footer: str = "",
    foreign: tuple[Foreign, ...] = (),
) -> Document:
    """A document in the language of these words that opens with its title."""
    whole = (Heading(1, title), *blocks)
    return Document(title, words.language, whole, footer, foreign=foreign)
