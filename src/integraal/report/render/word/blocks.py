"""The blocks of a document in a Word file."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import assert_never

from integraal.report.blocks import (
    Block,
    Callout,
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
from integraal.report.render.text import in_languages
from integraal.report.render.word import form as word_form
from integraal.report.render.word.container import Container
from integraal.report.render.word.ooxml import borders, restarted, say
from integraal.report.render.word.styles import new_section
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
    """Writes blocks into a container."""

    def __init__(self, page: Container) -> None:
        self.page = page
        self.last: Block | None = None

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Write blocks below each other."""
        for block in blocks:
            self.block(block)
            self.last = block

    def on_map(self, blocks: Sequence[Block]) -> None:
        """Write what a map is over the whole width, and its areas in columns."""
        look = self.page.look
        begins = next((n for n, each in enumerate(blocks) if _is_area(each)), len(blocks))
        self.blocks(blocks[:begins])
        if look.columns > 1:
            new_section(self.page.book, look.columns)
            self.page.width = look.column
        self.blocks(blocks[begins:])

    def block(self, block: Block) -> None:  # noqa: C901, PLR0912 - one case per kind of block
        """Write one block."""
        match block:
            case Heading(level, text):
                say(self.page.line(f"Heading {min(level, _DEEPEST)}"), text)
            case Paragraph(text):
                line = self.page.line("Normal")
                self.page.flowing(line, text)
                # A heading with no more than its first words would still stand alone.
                if isinstance(self.last, Heading):
                    line.paragraph_format.keep_with_next = True
            case Items():
                self._items(block)
            case Table():
                table(self.page, block)
            case Listing(lines):
                self._listing(lines)
            case WritingLines():
                word_form.writing(self.page, block)
            case Fields():
                word_form.fields(self.page, block)
            case Ladder():
                ladder(self.page, block)
            case Bars():
                bars(self.page, block)
            case Callout():
                self._callout(block)
            case SideBySide(columns, is_paged):
                since = self.page.here()
                self._in_turn(columns) if is_paged else self._side_by_side(columns)
                if isinstance(self.last, Heading):
                    self.page.keep_with_next(since)
            case Form():
                self._form(block)
            case _:
                assert_never(block)

    def _items(self, items: Items) -> None:
        if items.to_tick:
            word_form.to_tick(self.page, items)
            return
        numbering = restarted(self.page.book) if items.numbered else None
        since = self.page.here()
        for item in items.items:
            line = self.page.line("List Number" if items.numbered else "List Bullet")
            if numbering is not None:
                number = line._p.get_or_add_pPr().get_or_add_numPr()
                number.get_or_add_ilvl().val = 0
                number.get_or_add_numId().val = numbering
            self.page.flowing(line, item.text)
            self.page.smaller(line, item.below)
        self.page.keep_list(since)

    def _listing(self, lines: Sequence[str]) -> None:
        line = self.page.line("Listing")
        for number, text in enumerate(lines):
            if number:
                line.add_run().add_break()
            say(line, text)

    def _callout(self, callout: Callout) -> None:
        grid, ((inner,),) = self.page.grid(1, [self.page.width], padded=True)
        thick = _URGENT if callout.urgent else _FRAME
        borders(grid, top=thick, left=_EDGE, bottom=thick, right=thick)
        inner.width -= _PADDING
        say(inner.line("Callout Title"), callout.title, "Strong")
        Writer(inner).blocks(callout.blocks)
        self.page.gap()

    def _in_turn(self, columns: Sequence[Sequence[Block]]) -> None:
        first, *others = in_languages(columns, self.page.languages)
        self.blocks(first[0])
        for column, self.page.language in others:
            self.page.book.add_page_break()  # type: ignore[no-untyped-call]
            self.blocks(column)
        self.page.language = ""

    def _side_by_side(self, columns: Sequence[Sequence[Block]]) -> None:
        each = in_languages(columns, self.page.languages)
        if self.page.width < _NARROW:
            for column, self.page.language in each:
                self.blocks(column)
            self.page.language = ""
            return
        _, (cells,) = self.page.grid(1, [self.page.width / len(columns) for _ in columns])
        for inner, (column, language) in zip(cells, each, strict=True):
            inner.width -= _PADDING
            inner.language = language
            Writer(inner).blocks(column)
        self.page.gap()

    def _form(self, form: Form) -> None:
        """Write a form; its questions stand in two columns, which saves half the paper."""
        look, width = self.page.look, self.page.width
        self.blocks(form.head)
        if look.columns > 1:
            new_section(self.page.book, look.columns)
            self.page.width = look.column
        self._questions(form)
        if look.columns > 1:
            new_section(self.page.book, 1)
            self.page.width = width
        self.blocks(chain.from_iterable(form.tail))

    def _questions(self, form: Form) -> None:
        """Write questions below each other, each with the heading above it.

        No box and no heading stands alone on a page: all lines but the last are kept with the next.
        They stand in no table, for in tables a navigation pane finds no headings.
        """
        for lead, question in form.units:
            if form.is_booklet:
                self._read_and_asked(lead, question)
                continue
            since = self.page.here()
            self.blocks(lead)
            word_form.question(self.page, question)
            self.page.keep_with_next(since)
            self.page.keep_with_next(self.page.here() - 1, kept=False)
        self.page.gap()

    def _read_and_asked(self, lead: Sequence[Block], question: FormQuestion) -> None:
        """Write what is read with what is asked of it, in a row that no page breaks.

        LibreOffice lets go of many paragraphs that are kept with the next. The heading stands above
        the row, where a navigation pane finds it.
        """
        begins = next(
            (n for n, each in enumerate(lead) if not isinstance(each, Heading)), len(lead)
        )
        since = self.page.here()
        self.blocks(lead[:begins])
        self.page.keep_with_next(since)
        _, ((inner,),) = self.page.grid(1, [self.page.width])
        Writer(inner).blocks(lead[begins:])
        word_form.question(inner, question)
        self.page.gap()


def _is_area(block: Block) -> bool:
    """Whether an area of a map begins here, be it in several languages."""
    if isinstance(block, SideBySide):
        return any(_is_area(each) for column in block.columns for each in column)
    return isinstance(block, Heading) and block.level > 1
