"""Turn a document into plain data for the typesetter: texts that can be drawn, and no markup."""

from collections.abc import Iterable
from typing import Any, assert_never

from integraal.report.blocks import (
    Asked,
    Bars,
    Block,
    Callout,
    Choice,
    Choices,
    Document,
    Fields,
    Heading,
    Inline,
    Item,
    Items,
    Ladder,
    Listing,
    Mark,
    Paragraph,
    Rung,
    SideBySide,
    Table,
    WritingLines,
)
from integraal.report.render.boxes import box
from integraal.report.render.pdf.text import drawable

Data = dict[str, Any]
_BOXES = {box(ticked=ticked, several=True): ticked for ticked in (False, True)}
_WHOLE = 700
"""Letters in an item that certainly fit on a page, so that it need not be broken."""


def document_data(document: Document) -> Data:
    """Give a document as data.

    A form falls apart in what stands on top, units that stay together (a question, with the
    heading above it), and what follows the last question.
    """
    levels = _Levels(document.blocks[-1] if document.blocks else None)
    head, units, tail = _parts(document) if document.is_form else (document.blocks, [], [])
    return {
        "title": drawable(document.title).strip() or "integraal",
        "language": document.language,
        "languages": list(document.languages),
        "footer": drawable(document.footer),
        "head": levels.blocks(head),
        "units": [levels.blocks(unit) for unit in units],
        "tail": [levels.blocks(part) for part in tail],
    }


def _parts(document: Document) -> tuple[list[Block], list[list[Block]], list[list[Block]]]:
    """Divide a form: its top, its questions, and what comes after them."""
    blocks = list(document.blocks)
    asked = [number for number, block in enumerate(blocks) if isinstance(block, Asked)]
    sections = [number for number, block in enumerate(blocks) if _is_section(block)]
    begin = min([*sections, *asked], default=len(blocks))
    end = asked[-1] + 1 if asked else begin
    return (
        blocks[:begin],
        list(_divided(blocks[begin:end], after=Asked)),
        list(_sections(blocks[end:])),
    )


def _is_section(block: Block) -> bool:
    return isinstance(block, Heading) and block.level > 1


def _divided(blocks: Iterable[Block], after: type[Asked]) -> Iterable[list[Block]]:
    unit: list[Block] = []
    for block in blocks:
        unit.append(block)
        if isinstance(block, after):
            yield unit
            unit = []


def _sections(blocks: Iterable[Block]) -> Iterable[list[Block]]:
    part: list[Block] = []
    for block in blocks:
        if _is_section(block) and part:
            yield part
            part = []
        part.append(block)
    if part:
        yield part


class _Levels:
    """Keeps headings in steps of one: a reader who listens must not miss a level."""

    def __init__(self, final: Block | None) -> None:
        self.last = 0
        self.final = final
        """The block that may take what room is left."""

    def level(self, wanted: int) -> int:
        self.last = max(1, min(wanted, self.last + 1, 6))
        return self.last

    def blocks(self, blocks: Iterable[Block]) -> list[Data]:
        return [self.block(block) for block in blocks]

    def block(self, block: Block) -> Data:  # noqa: C901, PLR0912 - one case per kind of block
        match block:
            case Heading(level, text):
                return {"kind": "heading", "level": self.level(level), "text": drawable(text)}
            case Paragraph(text):
                return {"kind": "paragraph", "text": _inline(text)}
            case Items():
                return _items(block)
            case Choices():
                return _choices(block)
            case Table():
                return _table(block, grows=block is self.final)
            case Listing(lines):
                return {"kind": "listing", "lines": _texts(lines)}
            case WritingLines():
                return _writing(block)
            case Asked():
                return self.asked(block)
            case Fields(labels):
                return {"kind": "fields", "labels": [_texts(each) for each in labels]}
            case Ladder():
                return _ladder(block)
            case Bars():
                return _bars(block)
            case Callout(title, blocks, urgent):
                return {
                    "kind": "callout",
                    "title": drawable(title),
                    "blocks": self.blocks(blocks),
                    "urgent": urgent,
                }
            case SideBySide(columns):
                return {"kind": "side", "columns": [self.blocks(column) for column in columns]}
            case _:
                assert_never(block)

    def asked(self, asked: Asked) -> Data:
        answer = asked.answer
        return {
            "kind": "asked",
            "level": self.level(3),
            "code": drawable(asked.code),
            "asks": _texts(asked.asks),
            "answer": _choices(answer) if isinstance(answer, Choices) else _writing(answer),
            "when": _texts(asked.when),
            "prompts": [_texts(prompts) for prompts in asked.prompts],
            "onward": [_texts(each) for each in asked.onward],
        }


def _texts(texts: Iterable[str]) -> list[str]:
    return [drawable(text) for text in texts]


def _inline(text: Inline) -> list[Data]:
    return [
        {"text": drawable(span.text), "strong": span.strong, "quiet": span.quiet} for span in text
    ]


def _items(items: Items) -> Data:
    return {
        "kind": "items",
        "items": [_item(item) for item in items.items],
        "numbered": items.numbered,
        "to_tick": items.to_tick,
    }


def _item(item: Item) -> Data:
    long = sum(len(span.text) for line in (item.text, *item.below) for span in line)
    return {
        "text": _inline(item.text),
        "below": [_below(line) for line in item.below],
        "whole": long <= _WHOLE,
    }


def _below(line: Inline) -> Data:
    """Give a smaller line, and how far in it begins."""
    plain = "".join(span.text for span in line)
    return {"text": _inline(line), "indent": len(plain) - len(plain.lstrip(" "))}


def _choices(choices: Choices) -> Data:
    return {
        "kind": "choices",
        "choices": [_choice(choice) for choice in choices.choices],
        "several": choices.several,
    }


def _choice(choice: Choice) -> Data:
    return {
        "code": drawable(choice.code),
        "labels": _texts(choice.labels),
        "hints": _texts(choice.hints),
        "ticked": choice.ticked,
    }


def _table(table: Table, *, grows: bool) -> Data:
    return {
        "kind": "table",
        "header": _texts(table.header),
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
        "blank_rows": table.blank_rows,
        "grows": grows,
    }


def _cell(cell: Inline) -> Data:
    """Give a cell; one that holds no more than the sign of a box is a box, for a pen."""
    plain = "".join(span.text for span in cell)
    return {"text": _inline(cell), "tick": _BOXES.get(plain)}


def _writing(lines: WritingLines) -> Data:
    return {
        "kind": "writing",
        "count": lines.count,
        "label": drawable(lines.label),
        "written": drawable(lines.written),
    }


def _ladder(ladder: Ladder) -> Data:
    return {
        "kind": "ladder",
        "rungs": [_rung(rung) for rung in ladder.rungs],
        "columns": _texts(ladder.columns),
        "to_mark": ladder.to_mark,
        "head": drawable(ladder.head),
    }


def _bars(bars: Bars) -> Data:
    return {
        "kind": "bars",
        "caption": drawable(bars.caption),
        "bars": [
            {
                "label": drawable(bar.label),
                "share": bar.length / bars.longest,
                "text": drawable(bar.text),
                "below": [_inline(line) for line in bar.below],
            }
            for bar in bars.bars
        ],
    }


def _rung(rung: Rung) -> Data:
    return {
        "number": rung.number,
        "name": drawable(rung.name),
        "words": drawable(rung.words),
        "about": drawable(rung.about),
        "marks": [_mark(mark) for mark in rung.marks],
    }


def _mark(mark: Mark) -> Data:
    return {
        "shape": drawable(mark.shape),
        "word": drawable(mark.word),
        "strong": mark.strong,
        "column": drawable(mark.column),
    }
