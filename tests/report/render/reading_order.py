"""What somebody reads who reads a document from top to bottom, and what of it is missing."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import assert_never

from integraal.report.blocks import (
    Block,
    Callout,
    Choices,
    Document,
    Fields,
    Form,
    FormQuestion,
    Heading,
    Items,
    Listing,
    Paragraph,
    SideBySide,
    Table,
    WritingLines,
)
from integraal.report.figures import Bars, Ladder
from integraal.report.render.text import plain
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
            yield plain(text)
        case Items(items):
            for item in items:
                yield from (plain(item.text), *map(plain, item.below))
        case Table(header, rows):
            yield from (*header, *(plain(cell) for row in rows for cell in row))
        case Listing(lines):
            yield from lines
        case WritingLines():
            yield from (block.label, block.written)
        case Fields(labels):
            yield from (text for label in labels for text in label)
        case Ladder():
            yield from _ladder(block)
        case Bars():
            yield block.caption
            for bar in block.bars:
                yield from (bar.label, bar.text, *map(plain, bar.below))
        case Callout():
            yield block.title
            yield from texts(block.blocks)
        case SideBySide(columns):
            yield from texts(chain.from_iterable(columns))
        case Form():
            yield from texts(block.head)
            for lead, question in block.units:
                yield from (*texts(lead), *_question(question))
            yield from texts(chain.from_iterable(block.tail))
        case _:
            assert_never(block)


def _question(question: FormQuestion) -> Iterator[str]:
    yield from (question.code, *question.asks, *question.skip_when)
    yield from chain.from_iterable(question.prompts)
    if isinstance(question.answer, Choices):
        for choice in question.answer.choices:
            yield from (choice.code, *choice.labels, *choice.hints)
    else:
        yield from _texts(question.answer)
    yield from chain.from_iterable(question.go_to)


def _ladder(ladder: Ladder) -> Iterator[str]:
    yield from ladder.columns
    for rung in reversed(ladder.rungs):
        yield from (str(rung.number), rung.name, rung.words, rung.about)
        yield from (f"{mark.shape} {mark.word}" for mark in rung.marks)
