"""Tables, ladders and plots in a Word file: each of them a table."""

from collections.abc import Sequence

from integraal.model.codes import mark_code
from integraal.report.blocks import Table
from integraal.report.figures import Bars, Ladder, Mark, Rung
from integraal.report.render.text import plain
from integraal.report.render.word.container import Container
from integraal.report.render.word.look import Look
from integraal.report.render.word.ooxml import borders, repeat_first_row, say, shaded, tall
from integraal.report.text import Inline, Span, inline, quiet

_PADDING, _BOLD = 2.5, 1.1
"""Millimetres beside the text of a cell; how much wider bold type is."""
_THIN, _SOFT = 8, 2
"""Eighths of a point."""
_NUMBER, _NAME, _MARK, _BOX = 6.0, 30.0, 42.0, 15.0
"""Millimetres of the columns of a ladder, in plain letters."""
_NAMED = 3
"""How many of them stand before the marks."""
_LONGEST = 24
"""Blocks of the longest bar."""


def table(page: Container, content: Table) -> None:
    """A table; its header comes back on every page."""
    since = page.here()
    count = 1 + len(content.rows) + content.blank_rows
    grid, (header, *others) = page.grid(count, _widths(content, page.width, page.look))
    borders(grid, insideH=_SOFT, bottom=_SOFT)
    repeat_first_row(grid)
    for cell, name in zip(header, content.header, strict=True):
        cell.say(name, "Strong")
        borders(cell.cell, bottom=_THIN)
    for cells, row in zip(others, content.rows, strict=False):
        for cell, text in zip(cells, row, strict=True):
            cell.flowing(cell.line("Cell"), text)
        # The header stays with the row below it.
        if row is content.rows[0]:
            page.keep_together(since)
    for number, cells in enumerate(others[len(content.rows) :], 1 + len(content.rows)):
        tall(grid.rows[number], page.look.write)
        first, *_ = [cell.line("Cell") for cell in cells]
        if content.row_code:
            code = f"{content.row_code}{number - len(content.rows)}"
            cells[0].flowing(first, inline(quiet(code)))
    if content.blank_rows:
        page.keep_together(since)
    page.gap()


def _widths(content: Table, whole: float, look: Look) -> list[float]:
    """Room for a column after its longest text, within bounds, and for its longest word."""
    columns = list(zip(content.header, *(map(plain, row) for row in content.rows), strict=True))
    shares = [min(40, max(8, *map(len, texts))) if len(texts) > 1 else 12 for texts in columns]
    if content.blank_rows and not content.rows:
        # What is agreed takes more words than who does it, or when.
        shares[0] *= 3
    wanted = [whole * share / sum(shares) for share in shares]
    least = [_longest_word(texts, look) + _PADDING for texts in columns]
    spare = sum(max(0.0, one - other) for one, other in zip(wanted, least, strict=True))
    short = sum(max(0.0, other - one) for one, other in zip(wanted, least, strict=True))
    if short >= spare:  # then no column has its words whole
        return wanted
    return [
        max(other, one - short * max(0.0, one - other) / spare)
        for one, other in zip(wanted, least, strict=True)
    ]


def _longest_word(texts: Sequence[str], look: Look) -> float:
    """How long it is, in millimetres; the first text stands above the column, in bold type."""
    header, *others = texts
    bold = max((_BOLD * look.length(word) for word in header.split()), default=0.0)
    plain_ = (look.length(word) for text in others for word in text.split())
    return max(bold, max(plain_, default=0.0))


def ladder(page: Container, steps: Ladder) -> None:
    """A ladder, the highest rung on top; it stays together."""
    columns = steps.mark_columns
    # Large letters need more room, of which there is not more: the words beside give way.
    number, name, mark = (
        page.look.tall * width for width in (_NUMBER, _NAME, _BOX if steps.to_mark else _MARK)
    )
    words = max(page.width - number - name - mark * len(columns), mark)
    abouts = sum(bool(rung.about) for rung in steps.rungs)
    since = page.here()
    grid, cells = page.grid(
        len(steps.rungs) + abouts + bool(steps.columns),
        [number, name, words, *(mark for _ in columns)],
    )
    borders(grid, top=_SOFT, bottom=_SOFT)
    rows = iter(cells)
    if steps.columns:
        repeat_first_row(grid)
        header = next(rows)
        for cell in header[:_NAMED]:
            cell.line("Cell")
        for cell, whose in zip(header[_NAMED:], steps.columns, strict=True):
            cell.say(whose, "Strong")
    for rung in reversed(steps.rungs):
        _rung(next(rows), steps, rung)
        if rung.about:
            first, about, *others = next(rows)
            first.line("Cell")
            about.cell.merge(others[-1].cell)
            about.say(rung.about, "Quiet")
    page.keep_together(since)
    page.gap()


def _rung(cells: Sequence[Container], steps: Ladder, rung: Rung) -> None:
    for cell in cells:
        borders(cell.cell, top=_SOFT)
    if rung.is_marked:
        shaded(cell.cell for cell in cells)
    number, name, words, *marks = cells
    weight = "Strong" if rung.is_marked or steps.to_mark else None
    number.say(str(rung.number), weight)
    name.say(rung.name, weight)
    words.say(rung.words, "Strong" if rung.is_marked else None)
    for place, (cell, column) in enumerate(zip(marks, steps.mark_columns, strict=True), 1):
        if steps.to_mark:
            tag = mark_code(place, rung.number)
            cell.box(cell.line("Mark"), f"{rung.name}: {column}", tag=tag)
        else:
            cell.flowing(cell.line("Cell"), _marks(rung.marks_in(column)))


def _marks(marks: Sequence[Mark]) -> Inline:
    """Marks behind each other."""
    spans: Inline = ()
    for mark in marks:
        spans += (
            *inline(" · " if spans else ""),
            Span(f"{mark.shape} {mark.word}", strong=mark.strong),
        )
    return spans


def bars(page: Container, plot: Bars) -> None:
    """A plot as the table that it is: a name, a bar, and the count in words."""
    since = page.here()
    say(page.line("Normal"), plot.caption, "Strong")
    page.keep_together(since)
    _, rows = page.grid(len(plot.bars), [page.width * share for share in (0.36, 0.3, 0.34)])
    for (name, drawn, text), bar in zip(rows, plot.bars, strict=True):
        name.say(bar.label)
        drawn.say(plot.drawn(bar, _LONGEST), "Quiet")
        line = text.line("Cell")
        say(line, bar.text)
        text.smaller(line, bar.below)
    page.gap()
