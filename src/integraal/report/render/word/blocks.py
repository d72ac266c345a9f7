"""Write the blocks of a document into a Word file."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import assert_never

from integraal.report.blocks import (
    Asked,
    Bars,
    Block,
    Callout,
    Choices,
    Fields,
    Heading,
    Items,
    Ladder,
    Listing,
    Paragraph,
    SideBySide,
    Table,
    WritingLines,
)
from integraal.report.render.word import form as word_form
from integraal.report.render.word.parts import borders, restarted, say
from integraal.report.render.word.sheet import Sheet
from integraal.report.render.word.tables import bars, ladder, table

_DEEPEST = 9
"""Word knows no deeper headings."""
_FRAME, _URGENT, _EDGE = 6, 18, 36
"""Eighths of a point."""
_PADDING = 4.0
"""Millimetres that a cell takes off its text."""
_NARROW = 100.0
"""Millimetres; in less, what stood beside something stands under it."""


class Writer:
    """Writes blocks on a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.last: Block | None = None

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Write blocks below each other."""
        for is_asked, run in groupby(_units(blocks), lambda unit: isinstance(unit[-1], Asked)):
            if is_asked:
                self._rows(list(run))
                continue
            for block in chain.from_iterable(run):
                self.block(block)
                self.last = block

    def _rows(self, units: Sequence[Sequence[Block]]) -> None:
        """Write questions below each other, each with the heading above it in one row.

        Rows stay whole, in columns too: no box and no heading stands alone on a page. Lines kept
        with the next would do so as well, but then LibreOffice no longer fills both columns.
        """
        grid = self.sheet.grid(len(units), [self.sheet.width])
        for row, unit in zip(grid.rows, units, strict=True):
            since = self.sheet.here()
            writer = Writer(self.sheet.inside(row.cells[0], self.sheet.width))
            for block in unit:
                writer.block(block)
            # A heading is kept with the next line; in a row that would hold on to the next row.
            self.sheet.let_go(since)
        self.sheet.gap()

    def block(self, block: Block) -> None:  # noqa: C901, PLR0912 - one case per kind of block
        """Write one block."""
        match block:
            case Heading(level, text):
                say(self.sheet.line(f"Heading {min(level, _DEEPEST)}"), text)
            case Paragraph(text):
                line = self.sheet.line("Normal")
                self.sheet.flowing(line, text)
                # A heading with no more than its first words would still stand alone.
                if isinstance(self.last, Heading):
                    line.paragraph_format.keep_with_next = True
            case Items():
                self._items(block)
            case Choices():
                word_form.choices(self.sheet, block)
            case Table():
                table(self.sheet, block)
            case Listing(lines):
                self._listing(lines)
            case WritingLines():
                word_form.writing(self.sheet, block)
            case Asked():
                word_form.asked(self.sheet, block)
            case Fields():
                word_form.fields(self.sheet, block)
            case Ladder():
                ladder(self.sheet, block)
            case Bars():
                bars(self.sheet, block)
            case Callout():
                self._callout(block)
            case SideBySide(columns):
                since = self.sheet.here()
                self._side_by_side(columns)
                if isinstance(self.last, Heading):
                    self.sheet.keep_with_next(since)
            case _:
                assert_never(block)

    def _items(self, items: Items) -> None:
        if items.to_tick:
            word_form.to_tick(self.sheet, items)
            return
        numbering = restarted(self.sheet.book) if items.numbered else None
        since = self.sheet.here()
        for item in items.items:
            line = self.sheet.line("List Number" if items.numbered else "List Bullet")
            if numbering is not None:
                number = line._p.get_or_add_pPr().get_or_add_numPr()
                number.get_or_add_ilvl().val = 0
                number.get_or_add_numId().val = numbering
            self.sheet.flowing(line, item.text)
            self.sheet.smaller(line, item.below)
        self.sheet.keep_list(since)

    def _listing(self, lines: Sequence[str]) -> None:
        line = self.sheet.line("Listing")
        for number, text in enumerate(lines):
            if number:
                line.add_run().add_break()
            say(line, text)

    def _callout(self, callout: Callout) -> None:
        grid = self.sheet.grid(1, [self.sheet.width], padded=True)
        thick = _URGENT if callout.urgent else _FRAME
        borders(grid, top=thick, left=_EDGE, bottom=thick, right=thick)
        inner = self.sheet.inside(grid.rows[0].cells[0], self.sheet.width - _PADDING)
        say(inner.line("Normal"), callout.title, "Strong")
        Writer(inner).blocks(callout.blocks)
        self.sheet.gap()

    def _side_by_side(self, columns: Sequence[Sequence[Block]]) -> None:
        width = self.sheet.width / len(columns)
        if self.sheet.width < _NARROW:
            for number, column in enumerate(columns):
                self.sheet.language = self.sheet.language_of(number, columns)
                self.blocks(column)
            self.sheet.language = ""
            return
        grid = self.sheet.grid(1, [width for _ in columns])
        for number, (cell, column) in enumerate(zip(grid.rows[0].cells, columns, strict=True)):
            inner = self.sheet.inside(cell, width - _PADDING)
            inner.language = self.sheet.language_of(number, columns)
            Writer(inner).blocks(column)
        self.sheet.gap()


def _units(blocks: Iterable[Block]) -> Iterator[Sequence[Block]]:
    """Put a question together with the heading above it and its words; else block by block."""
    begun: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            yield from ([each] for each in begun)
            begun = [block]
        elif isinstance(block, Asked):
            yield [*begun, block]
            begun = []
        else:
            begun.append(block)
    yield from ([each] for each in begun)
