"""Texts and tables for a terminal, in one style or with the weight of each span; none is obeyed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from integraal.report.blocks import Table
from integraal.report.render.visible import visible
from integraal.report.text import Inline

if TYPE_CHECKING:
    from rich.table import Table as Grid
    from rich.text import Text


def styled(text: str, style: str = "") -> "Text":
    """A text in one style."""
    from rich.text import Text

    return Text(visible(text), style=style)


def weighted(text: Inline) -> "Text":
    """A line of which some spans are strong and some quiet."""
    line = styled("")
    for span in text:
        weight = "bold" if span.strong else "dim" if span.quiet else ""
        line.append_text(styled(span.text, weight))
    return line


def blank_lines(table: Table, width: int) -> Iterator[tuple[int, str]]:
    """The header, and a line to write on for each blank row, behind its code; each as indented."""
    yield 0, " · ".join(table.header)
    for number in range(1, table.blank_rows + 1):
        code = f"{table.row_code}{number} " if table.row_code else ""
        yield 2, code + "_" * max(4, width - 2 - len(code))


def grid_of(table: Table) -> "Grid":
    """A table with a line below its header."""
    from rich import box as frames
    from rich.table import Table as Grid

    grid = Grid(box=frames.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column, name in enumerate(table.header):
        # What stands first is what one may want to copy.
        grid.add_column(styled(name, "bold"), no_wrap=column == 0)
    for row in table.rows:
        grid.add_row(*(weighted(cell) for cell in row))
    return grid
