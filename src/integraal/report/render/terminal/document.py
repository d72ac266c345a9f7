"""A document on a terminal: good at 80 columns and at 40, with and without colour."""

from collections.abc import Iterable
from io import StringIO
from itertools import chain
from typing import TYPE_CHECKING, assert_never

from integraal.report.blocks import (
    Block,
    Callout,
    Choices,
    Document,
    Fields,
    Form,
    FormQuestion,
    Heading,
    Item,
    Items,
    Listing,
    Paragraph,
    SideBySide,
    Table,
    WritingLines,
)
from integraal.report.figures import Bars, Ladder
from integraal.report.render.boxes import box
from integraal.report.render.terminal.bars import bar_lines
from integraal.report.render.terminal.frames import MARGIN, barred, framed
from integraal.report.render.terminal.ladder import ladder_lines
from integraal.report.render.terminal.text import blank_lines, grid_of, styled, weighted
from integraal.report.render.text import indent as indent_of
from integraal.report.text import Inline, Span
from integraal.words.words import Words

if TYPE_CHECKING:
    from rich.text import Text

WIDEST = 88
"""Longer lines are hard to read."""
NARROW = 60
"""Below this, what stood beside something stands under it."""
NARROWEST = 24
NARROWEST_COLUMN = 16
"""A table with less than this for each column is laid out row by row."""


def render_terminal(document: Document, width: int, *, styled: bool, colour: bool = False) -> str:
    """A document as lines of text.

    Args:
        document: What to draw.
        width: Columns of the terminal.
        styled: Whether bold and dim may be used; False gives plain text for a pipe.
        colour: Whether colour may be used besides; nothing depends on it.
    """
    drawing = _Drawing(max(NARROWEST, min(width, WIDEST)), styled, colour, document)
    drawing.blocks(document.whole)
    if document.footer:
        drawing.rule()
        drawing.text(document.footer, style="dim")
    if document.alarm:
        drawing.rule()
        drawing.spans(weighted(document.alarm.last))
    lines = drawing.out.getvalue().split("\n")
    # rich pads lines to the full width; trailing spaces help nobody.
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


class _Drawing:
    def __init__(self, width: int, styled: bool, colour: bool, document: Document) -> None:
        from rich.console import Console

        self.out = StringIO()
        self.width = width
        self.document = document
        self.words = Words(document.language)
        self.last: Block | None = None
        """What was drawn before."""
        self.console: Console = Console(
            file=self.out,
            width=width,
            force_terminal=styled,
            color_system="standard" if styled else None,
            no_color=not colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )

    @property
    def is_narrow(self) -> bool:
        return self.width < NARROW

    def text(self, text: str, style: str = "", indent: int = 0) -> None:
        self.spans(styled(text, style), indent)

    def spans(self, text: "Text", indent: int = 0, hang: str = "") -> None:
        """Print a text, indented, its first line after `hang`."""
        before = " " * indent + hang
        lines = text.wrap(self.console, max(8, self.width - len(before)))
        for number, line in enumerate(lines):
            start = styled(before if number == 0 else " " * len(before), "")
            self.console.print(start.append_text(line))

    def named(self, name: str) -> str:
        """A name with what stands behind it in the language of the page."""
        return self.words("pair", name=name, value="")

    def blank(self) -> None:
        """Leave one line open, never two."""
        if not self.document.in_short and not self.out.getvalue().endswith("\n\n"):
            self.console.print()

    def rule(self) -> None:
        if not self.document.in_short:
            self.console.print()
            self.console.print(styled("─" * self.width, "dim"))

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self.block(block)
            self.last = block

    def block(self, block: Block) -> None:  # noqa: C901, PLR0912 - one case per kind of block
        match block:
            case Heading(level, text):
                self.heading(level, text)
            case Paragraph(text):
                self.paragraph(text)
            case Items():
                self.items(block)
            case Table():
                self.blank()
                self.table(block)
            case Listing(lines):
                self.listing(lines)
            case WritingLines():
                self.writing(block)
            case Fields(labels):
                for texts in labels:
                    self.writing(WritingLines(1, self.named(" / ".join(texts)).rstrip()))
            case Ladder():
                self.ladder(block)
            case Bars():
                self.bars(block)
            case Callout():
                self.callout(block)
            case SideBySide(columns, is_paged):
                self.side_by_side(columns, in_turn=is_paged)
            case Form():
                self.form(block)
            case _:
                assert_never(block)

    def heading(self, level: int, text: str) -> None:
        if level > 1:
            self.blank()
            self.text(text, "bold cyan" if level == 2 else "bold")  # noqa: PLR2004 - sections
            return
        self.text(text, "bold")
        if not self.document.in_short:
            self.text("═" * min(len(text), self.width), "cyan")

    def paragraph(self, text: Inline) -> None:
        if isinstance(self.last, (Items, Table, Listing, Bars)):
            self.blank()
        self.spans(weighted(text))

    def items(self, items: Items) -> None:
        if isinstance(self.last, (Table, Listing, Bars)):
            self.blank()
        for number, item in enumerate(items.items, 1):
            hang = f"{number}. " if items.numbered else "☐ " if items.to_tick else "• "
            self.item(item, hang)

    def item(self, item: Item, hang: str) -> None:
        self.spans(weighted(item.text), 2, hang)
        for line in item.below:
            text = weighted(line)
            # A line that begins further in, or with a sign, keeps its place when it is broken.
            inner = indent_of(line)
            sign = 2 if text.plain[inner + 1 : inner + 2] == " " else 0
            start = 2 + len(hang) + inner
            self.spans(text[inner + sign :], start, text.plain[inner : inner + sign])

    def choices(self, choices: Choices) -> None:
        for choice in choices.choices:
            hint = f" ({' / '.join(choice.hints)})" if choice.hints else ""
            code, hints = Span(f"{choice.code}  ", quiet=True), Span(hint, quiet=True)
            arrow = Span(f" {' / '.join(choice.arrow)}" if choice.arrow else "", strong=True)
            text = weighted((code, Span(" / ".join(choice.labels)), hints, arrow))
            self.spans(text, 2, f"{box(ticked=choice.ticked, several=choices.several)} ")

    def form(self, form: Form) -> None:
        self.blocks(form.head)
        for lead, question in form.asked:
            self.blocks(lead)
            self.question(question)
        self.blocks(chain.from_iterable(form.tail))

    def question(self, question: FormQuestion) -> None:
        self.blank()
        hang = f"{question.code}  "
        for number, text in enumerate(question.asks):
            self.spans(styled(text, "" if number else "bold"), 0, hang)
            hang = " " * len(hang)
        for text in question.skip_when:
            self.text(text, "dim", indent=2)
        for prompt in chain.from_iterable(question.prompts):
            self.spans(styled(prompt, "dim"), 2, "• ")
        if isinstance(question.answer, WritingLines):
            self.writing(question.answer)
        for boxes in (question.answer, question.beside):
            if isinstance(boxes, Choices):
                self.choices(boxes)
        for line in question.go_to:
            self.text(f"→ {' / '.join(line)}", "dim", indent=2)

    def table(self, table: Table) -> None:
        if table.blank_rows:
            for indent, line in blank_lines(table, self.width):
                self.text(line, "dim", indent=indent)
        if not table.rows:
            return
        if self.width < len(table.header) * NARROWEST_COLUMN:
            for row in table.rows:
                self.blank()
                for name, cell in zip(table.header, row, strict=True):
                    # A column without a name holds what the row is about.
                    label = styled(self.named(name) if name else "", "dim")
                    self.spans(
                        label.append_text(weighted(cell)), 2 if name and not table.header[0] else 0
                    )
            return
        self.console.print(grid_of(table))

    def listing(self, lines: tuple[str, ...]) -> None:
        """Print lines whole: somebody may copy them."""
        if not isinstance(self.last, Paragraph):
            self.blank()
        for line in lines:
            self.console.print(styled(line), soft_wrap=True)

    def writing(self, lines: WritingLines) -> None:
        if lines.label:
            self.text(lines.label)
        if lines.written:
            self.text(lines.written, indent=2)
            return
        behind = lines.unit and f" {lines.unit}"
        for _ in range(lines.count):
            self.text("_" * max(4, self.width - 2 - len(behind)) + behind, "dim", indent=2)

    def ladder(self, ladder: Ladder) -> None:
        self.blank()
        for line in ladder_lines(ladder, self.width, narrow=self.is_narrow):
            self.console.print(line)
        self.blank()
        for rung in ladder.rungs:
            if rung.about:
                self.spans(styled(rung.about, "dim"), 2, f"{rung.number} ")

    def bars(self, bars: Bars) -> None:
        self.blank()
        self.text(bars.caption)
        for text, indent, hang in bar_lines(bars, self.width):
            self.spans(text, indent, hang)

    def inside(self, width: int, blocks: Iterable[Block]) -> "Text":
        """Blocks as a text no wider than this, to stand in a frame or a column."""
        from rich.text import Text

        is_coloured = not self.console.no_color
        inner = _Drawing(width, self.console.is_terminal, is_coloured, self.document)
        inner.blocks(blocks)
        return Text.from_ansi(inner.out.getvalue().rstrip())

    def callout(self, callout: Callout) -> None:
        title = Paragraph((Span(callout.title, strong=True),))
        body = self.inside(self.width - MARGIN[self.document.in_short], (title, *callout.blocks))
        self.blank()
        apart = barred if self.document.in_short else framed
        self.console.print(apart(body, self.width, urgent=callout.urgent))
        self.blank()

    def side_by_side(self, columns: tuple[tuple[Block, ...], ...], *, in_turn: bool) -> None:
        if self.is_narrow or in_turn:
            self.blocks(chain.from_iterable(columns))
            return
        from rich.table import Table as Grid

        gutter = 3
        width = (self.width - gutter * (len(columns) - 1)) // len(columns)
        grid = Grid.grid(padding=(0, gutter, 0, 0))
        for _ in columns:
            grid.add_column(width=width)
        grid.add_row(*(self.inside(width, column) for column in columns))
        self.console.print(grid)
