"""What somebody reads who reads a document from top to bottom, and what of it is missing."""

from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from integraal.report.blocks import (
    Asked,
    Bars,
    Block,
    Callout,
    Choices,
    Document,
    Fields,
    Heading,
    Inline,
    Items,
    Ladder,
    Listing,
    Paragraph,
    SideBySide,
    Table,
    WritingLines,
)
from integraal.report.render.visible import visible


def squeezed(text: str) -> str:
    """Give a text as it is seen, with one space between words."""
    return " ".join(visible(text).split())


def letters(text: str) -> str:
    """Give letters and digits alone: broken lines and how signs are drawn say nothing."""
    return "".join(filter(str.isalnum, text))


def first_missing(document: Document, text: str, seen: Callable[[str], str] = squeezed) -> str:
    """Give the first text of a document that does not follow on those before it; or nothing."""
    rest = seen(text)
    for told in filter(None, map(seen, texts(document.blocks))):
        _, found, after = rest.partition(told)
        if not found:
            return told
        rest = after
    return ""


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Walk through every text, in the order in which it is read."""
    for block in blocks:
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 - one case per kind of block
    match block:
        case Heading(_, text):
            yield text
        case Paragraph(text):
            yield _line(text)
        case Items(items):
            for item in items:
                yield from (_line(item.text), *map(_line, item.below))
        case Choices(choices):
            for choice in choices:
                yield from (choice.code, *choice.labels, *choice.hints)
        case Table(header, rows):
            yield from (*header, *(_line(cell) for row in rows for cell in row))
        case Listing(lines):
            yield from lines
        case WritingLines():
            yield from (block.label, block.written)
        case Asked():
            yield from (block.code, *block.asks, *block.when)
            yield from (prompt for prompts in block.prompts for prompt in prompts)
            yield from texts((block.answer,))
            yield from (text for line in block.onward for text in line)
        case Fields(labels):
            yield from (text for label in labels for text in label)
        case Ladder():
            yield from _ladder(block)
        case Bars():
            yield block.caption
            for bar in block.bars:
                yield from (bar.label, bar.text, *map(_line, bar.below))
        case Callout():
            yield block.title
            yield from texts(block.blocks)
        case SideBySide(columns):
            for column in columns:
                yield from texts(column)
        case _:
            assert_never(block)


def _ladder(ladder: Ladder) -> Iterator[str]:
    yield from ladder.columns
    for rung in reversed(ladder.rungs):
        yield from (str(rung.number), rung.name, rung.words, rung.about)
        yield from (f"{mark.shape} {mark.word}" for mark in rung.marks)


def _line(text: Inline) -> str:
    return "".join(span.text for span in text)
