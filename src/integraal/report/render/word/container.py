"""What a Word file is written into: the page, a column of it, or a cell of a table."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from integraal.report.render.text import in_languages
from integraal.report.render.word.look import Look
from integraal.report.render.word.ooxml import element, padding, say, tick_box
from integraal.report.text import Inline

if TYPE_CHECKING:
    from docx.document import Document as Book
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph


_PADDED = 140
"""Twentieths of a point."""


class Container:
    """Takes lines and grids below each other, and knows which belong together."""

    def __init__(
        self,
        book: "Book",
        look: Look,
        languages: Sequence[str],
        inside: "tuple[Container, _Cell] | None" = None,
    ) -> None:
        """Begin at the top.

        Args:
            book: The whole file.
            look: How large all is.
            languages: Of texts that come once per language; the first is that of the page.
            inside: The container around this one and the cell this one is, if it is one.
        """
        self.book = book
        self.look = look
        self.width = look.width
        """Millimetres from left to right."""
        self.languages = languages
        self.language = ""
        """Of what is written now, where it is not that of the page."""
        self._inside = inside[1] if inside else None
        self._place: Book | _Cell = self._inside or book
        self._boxes: list[int] = inside[0]._boxes if inside else []
        self._lines: list[Paragraph] = inside[0]._lines if inside else []
        # A cell begins with a paragraph; leaving it empty would leave a gap.
        self._given = self._inside.paragraphs[0] if self._inside else None

    def line(self, style: str) -> "Paragraph":
        """A new paragraph."""
        line, self._given = self._given or self._new_line(), None
        line._p.style = style.replace(" ", "")  # its id: looking it up by its name takes long
        self._lines.append(line)
        return line

    def _new_line(self) -> "Paragraph":
        """A paragraph at the end of the place.

        In the page the library would look for that end through all that stands there, for each
        line anew: a long page took its square.
        """
        from docx.oxml.ns import qn
        from docx.text.paragraph import Paragraph

        body = self.book.element.body
        if self._inside is not None or body[-1].tag != qn("w:sectPr"):
            return self._place.add_paragraph()
        made = element("w:p")
        body[-1].addprevious(made)
        return Paragraph(made, self.book._body)

    def say(self, text: str, weight: str | None = None) -> None:
        """Write a line in a cell of a table."""
        say(self.line("Cell"), text, weight)

    def flowing(self, line: "Paragraph", text: Inline) -> None:
        """Add a line of text with the weight of each stretch."""
        for span in text:
            style = "Strong" if span.strong else "Quiet" if span.quiet else None
            say(line, span.text, style, self.language)

    def smaller(self, line: "Paragraph", lines: Iterable[Inline]) -> None:
        """Add smaller lines to a paragraph."""
        for text in lines:
            line.add_run().add_break()
            self.flowing(line, text)

    def texts(self, line: "Paragraph", texts: Sequence[str], style: str | None = None) -> None:
        """Add the same text in several languages, each marked with its own."""
        for number, (text, language) in enumerate(in_languages(texts, self.languages)):
            if number:
                say(line, " / ")
            say(line, text, style, language)

    def box(
        self,
        line: "Paragraph",
        name: str,
        *,
        ticked: bool = False,
        several: bool = True,
        tag: str = "",
    ) -> None:
        """Add a box to tick, with a tag by which it is found when the file comes back."""
        self._boxes.append(len(self._boxes) + 1)
        tick_box(line, name, self._boxes[-1], ticked=ticked, several=several, tag=tag)

    def grid(
        self, rows: int, widths: Sequence[float], *, padded: bool = False
    ) -> "tuple[Table, list[list[Container]]]":
        """Begin a table without lines; no row of it is broken between pages.

        Args:
            rows: How many.
            widths: Of its columns, in millimetres.
            padded: Whether its text stands off from its edges.

        Returns: The table, and row by row its cells to write into.
        """
        from docx.shared import Mm

        grid = self._place.add_table(rows, len(widths))
        grid.autofit = False
        padding(grid, _PADDED if padded else 0)
        for column, width in zip(grid.columns, widths, strict=True):
            column.width = Mm(width)
        for row in grid.rows:
            row._tr.get_or_add_trPr().append(element("w:cantSplit"))
        # What follows a table must be a paragraph; in a cell there is one already.
        self._given = self._inside.paragraphs[-1] if self._inside else None
        return grid, [
            [self._cell(cell, width) for cell, width in zip(row.cells, widths, strict=True)]
            for row in grid.rows
        ]

    def _cell(self, cell: "_Cell", width: float) -> "Container":
        from docx.shared import Mm

        cell.width = Mm(width)
        cell.paragraphs[0]._p.style = "Cell"
        inner = Container(self.book, self.look, self.languages, (self, cell))
        inner.width = width
        return inner

    @property
    def cell(self) -> "_Cell":
        """The cell that this is.

        Raises:
            ValueError: if it is the page.
        """
        if self._inside is None:
            raise ValueError("the page is no cell")
        return self._inside

    def gap(self) -> None:
        """Keep a table apart from what follows."""
        self.line("Gap")

    def here(self) -> int:
        """Where what must stay together begins."""
        return len(self._lines)

    def keep_together(self, since: int) -> None:
        """Keep on one page what was written since, as far as it fits on one."""
        lines = self._lines[since:]
        for line in lines:
            line.paragraph_format.keep_together = True
        for line in lines[:-1]:
            line.paragraph_format.keep_with_next = True

    def keep_with_next(self, since: int, *, kept: bool = True) -> None:
        """Keep on the page of what follows what was written since, or let go of it."""
        for line in self._lines[since:]:
            line.paragraph_format.keep_with_next = kept

    def keep_list(self, since: int) -> None:
        """Leave no item of what was written since alone on a page."""
        lines = self._lines[since:]
        for line in lines:
            line.paragraph_format.keep_together = True
        for line in lines[:1] + lines[-2:-1] if len(lines) > 1 else []:
            line.paragraph_format.keep_with_next = True
