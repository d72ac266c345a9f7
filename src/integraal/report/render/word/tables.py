"""Write tables, ladders and plots into a Word file."""

from collections.abc import Iterable, Sequence

from integraal.report.blocks import Bars, Inline, Ladder, Mark, Rung, Span, Table, inline
from integraal.report.render.word.parts import borders, repeat_first_row, say, shaded, tall
from integraal.report.render.word.sheet import Sheet

_THIN, _SOFT = 8, 2
"""Eighths of a point."""
_NUMBER, _NAME, _MARK, _BOX = 6.0, 30.0, 42.0, 15.0
"""Millimetres of the columns of a ladder, in plain letters."""
_NAMED = 3
"""How many of them stand before the marks."""
_LONGEST = 24
"""Blocks of the longest bar."""


def table(sheet: Sheet, content: Table) -> None:
    """Write a table; its header comes back on every page."""
    widths = _widths(content, sheet.width)
    grid = sheet.grid(1 + len(content.rows) + content.blank_rows, widths)
    borders(grid, insideH=_SOFT, bottom=_SOFT)
    repeat_first_row(grid)
    header, *others = (row.cells for row in grid.rows)
    since = sheet.here()
    for cell, name, width in zip(header, content.header, widths, strict=True):
        say(sheet.inside(cell, width).line("Cell"), name, "Strong")
        borders(cell, bottom=_THIN)
    for cells, row in zip(others, content.rows, strict=False):
        for cell, text, width in zip(cells, row, widths, strict=True):
            inner = sheet.inside(cell, width)
            inner.flowing(inner.line("Cell"), text)
        # The header stays with the row below it.
        if row is content.rows[0]:
            sheet.keep_together(since)
    for blank in grid.rows[1 + len(content.rows) :]:
        tall(blank, sheet.look.write)
        for cell in blank.cells:
            sheet.inside(cell, 0).line("Cell")
    if content.blank_rows:
        sheet.keep_together(since)
    sheet.gap()


def _widths(content: Table, whole: float) -> list[float]:
    """Give a column room after its longest text, within bounds."""
    columns = list(zip(content.header, *(map(_plain, row) for row in content.rows), strict=True))
    shares = [min(40, max(8, *map(len, texts))) if len(texts) > 1 else 12 for texts in columns]
    if content.blank_rows and not content.rows:
        # What is agreed takes more words than who does it, or when.
        shares[0] *= 3
    return [whole * share / sum(shares) for share in shares]


def _plain(text: Inline) -> str:
    return "".join(span.text for span in text)


def ladder(sheet: Sheet, steps: Ladder) -> None:
    """Write a ladder, the highest rung on top; it stays together."""
    columns = steps.columns or ("",)
    # Large letters need more room, of which there is not more: the words beside give way.
    number, name, mark = (
        sheet.look.tall * width for width in (_NUMBER, _NAME, _BOX if steps.to_mark else _MARK)
    )
    words = max(sheet.width - number - name - mark * len(columns), mark)
    widths = [number, name, words, *(mark for _ in columns)]
    abouts = sum(bool(rung.about) for rung in steps.rungs)
    grid = sheet.grid(len(steps.rungs) + abouts + bool(steps.columns), widths)
    borders(grid, top=_SOFT, bottom=_SOFT)
    since = sheet.here()
    rows = iter([row.cells for row in grid.rows])
    if steps.columns:
        repeat_first_row(grid)
        header = next(rows)
        for cell in header[:_NAMED]:
            sheet.inside(cell, mark).line("Cell")
        for cell, whose in zip(header[_NAMED:], steps.columns, strict=True):
            say(sheet.inside(cell, mark).line("Cell"), whose, "Strong")
    for rung in reversed(steps.rungs):
        cells = next(rows)
        for cell in cells:
            borders(cell, top=_SOFT)
        if any(mark.strong for mark in rung.marks):
            shaded(cells)
        _rung([sheet.inside(c, w) for c, w in zip(cells, widths, strict=True)], steps, rung)
        if rung.about:
            first, *others = next(rows)
            sheet.inside(first, number).line("Cell")
            say(sheet.inside(others[0].merge(others[-1]), words).line("Cell"), rung.about, "Quiet")
    sheet.keep_together(since)
    sheet.gap()


def _rung(cells: Sequence[Sheet], steps: Ladder, rung: Rung) -> None:
    number, name, words, *marks = cells
    is_marked = any(mark.strong for mark in rung.marks)
    weight = "Strong" if is_marked or steps.to_mark else None
    say(number.line("Cell"), str(rung.number), weight)
    say(name.line("Cell"), rung.name, weight)
    say(words.line("Cell"), rung.words, "Strong" if is_marked else None)
    for cell, column in zip(marks, steps.columns or ("",), strict=True):
        if steps.to_mark:
            cell.box(cell.line("Mark"), f"{rung.name}: {column}")
        else:
            cell.flowing(
                cell.line("Cell"), _marks(mark for mark in rung.marks if mark.column == column)
            )


def _marks(marks: Iterable[Mark]) -> Inline:
    """Put marks behind each other."""
    spans: Inline = ()
    for mark in marks:
        spans += (
            *inline(" · " if spans else ""),
            Span(f"{mark.shape} {mark.word}", strong=mark.strong),
        )
    return spans


def bars(sheet: Sheet, plot: Bars) -> None:
    """Write a plot as the table that it is: a name, a bar, and the count in words."""
    say(sheet.line("Normal"), plot.caption, "Strong")
    sheet.keep_together(sheet.here() - 1)
    widths = [sheet.width * share for share in (0.36, 0.3, 0.34)]
    grid = sheet.grid(len(plot.bars), widths)
    for cells, bar in zip((row.cells for row in grid.rows), plot.bars, strict=True):
        name, drawn, text = (
            sheet.inside(cell, width) for cell, width in zip(cells, widths, strict=True)
        )
        say(name.line("Cell"), bar.label)
        blocks = max(1, round(_LONGEST * bar.length / plot.longest)) if bar.length else 0
        say(drawn.line("Cell"), "█" * blocks, "Quiet")
        line = text.line("Cell")
        say(line, bar.text)
        text.smaller(line, bar.below)
    sheet.gap()
