"""A place in a Word file to write in: the page, a column of it, or a cell of a table."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from integraal.report.blocks import Inline
from integraal.report.render.word.look import Look
from integraal.report.render.word.parts import element, say, tick_box

if TYPE_CHECKING:
    from docx.document import Document as Book
    from docx.table import Table as Grid
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as Line


_PADDED = 140
"""Twentieths of a point."""


class Sheet:
    """Writes lines and grids below each other, and knows which belong together."""

    def __init__(
        self,
        book: "Book",
        look: Look,
        languages: Sequence[str],
        inside: "tuple[Sheet, _Cell] | None" = None,
    ) -> None:
        """Begin at the top.

        Args:
            book: The whole file.
            look: How large all is.
            languages: Of texts that come once per language; the first is that of the page.
            inside: The sheet around this one and the cell this one is, if it is one.
        """
        self.book = book
        self.look = look
        self.width = look.width
        """Millimetres from left to right."""
        self.languages = languages
        self.language = ""
        """Of what is written now, where it is not that of the page."""
        self._place: Book | _Cell = inside[1] if inside else book
        self._boxes: list[int] = inside[0]._boxes if inside else []
        self._lines: list[Line] = inside[0]._lines if inside else []
        # A cell begins with a paragraph; leaving it empty would leave a gap.
        self._given = inside[1].paragraphs[0] if inside else None

    def inside(self, cell: "_Cell", width: float) -> "Sheet":
        """Begin at the top of a cell."""
        inner = Sheet(self.book, self.look, self.languages, (self, cell))
        inner.width = width
        return inner

    def line(self, style: str) -> "Line":
        """Begin a paragraph."""
        line, self._given = self._given or self._place.add_paragraph(), None
        line._p.style = style.replace(" ", "")  # its id: looking it up by its name takes long
        self._lines.append(line)
        return line

    def flowing(self, line: "Line", text: Inline) -> None:
        """Add a line of text with the weight of each stretch."""
        for span in text:
            style = "Strong" if span.strong else "Quiet" if span.quiet else None
            say(line, span.text, style, self.language)

    def smaller(self, line: "Line", lines: Iterable[Inline]) -> None:
        """Add smaller lines to a paragraph."""
        for text in lines:
            line.add_run().add_break()
            self.flowing(line, text)

    def language_of(self, number: int, texts: Sequence[object]) -> str:
        """Say in which language the text with this number is; empty for that of the page."""
        return self.languages[number] if number and len(texts) == len(self.languages) else ""

    def texts(
        self, line: "Line", texts: Sequence[str], style: str | None = None, between: str = " / "
    ) -> None:
        """Add the same text in several languages, each marked with its own."""
        for number, text in enumerate(texts):
            if number:
                say(line, between)
            say(line, text, style, self.language_of(number, texts))

    def box(self, line: "Line", name: str, *, ticked: bool = False, several: bool = True) -> None:
        """Add a box to tick."""
        self._boxes.append(len(self._boxes) + 1)
        tick_box(line, name, self._boxes[-1], ticked=ticked, several=several)

    def grid(self, rows: int, widths: Sequence[float], *, padded: bool = False) -> "Grid":
        """Begin a table without lines; no row of it is broken between pages.

        Args:
            rows: How many.
            widths: Of its columns, in millimetres.
            padded: Whether its text stands off from its edges.
        """
        from docx.shared import Mm

        from integraal.report.render.word.parts import padding

        grid = self._place.add_table(rows, len(widths))
        grid.autofit = False
        padding(grid, _PADDED if padded else 0)
        for column, width in zip(grid.columns, widths, strict=True):
            column.width = Mm(width)
        for row in grid.rows:
            row._tr.get_or_add_trPr().append(element("w:cantSplit"))
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(width)
                cell.paragraphs[0]._p.style = "Cell"
        # What follows a table must be a paragraph; in a cell there is one already.
        self._given = None if self._place is self.book else self._place.paragraphs[-1]
        return grid

    def gap(self) -> None:
        """Keep a table apart from what follows."""
        self.line("Gap")

    def here(self) -> int:
        """Give the place where what must stay together begins."""
        return len(self._lines)

    def keep_together(self, since: int) -> None:
        """Keep on one page what was written since, as far as it fits on one."""
        lines = self._lines[since:]
        for line in lines:
            line.paragraph_format.keep_together = True
        for line in lines[:-1]:
            line.paragraph_format.keep_with_next = True

    def keep_with_next(self, since: int) -> None:
        """Keep on the page of what follows what was written since."""
        for line in self._lines[since:]:
            line.paragraph_format.keep_with_next = True

    def let_go(self, since: int) -> None:
        """Keep what was written since with nothing, whatever its style says."""
        for line in self._lines[since:]:
            line.paragraph_format.keep_with_next = False

    def keep_list(self, since: int) -> None:
        """Leave no item of what was written since alone on a page."""
        lines = self._lines[since:]
        for line in lines:
            line.paragraph_format.keep_together = True
        for line in lines[:1] + lines[-2:-1] if len(lines) > 1 else []:
            line.paragraph_format.keep_with_next = True
