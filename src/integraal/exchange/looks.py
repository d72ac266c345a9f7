"""Fill cells of a workbook so that text stays text, and give them their looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from integraal.exchange.controls import without_controls

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

BANDS = (("2F5D62", "E3EEEF"), ("6B4E71", "EFE7F0"), ("7A5C2E", "F4ECDF"), ("3F5A36", "E6EEE2"))
"""Colours of a section and, lighter, of its questions; all dark enough for white text."""
PLAIN = ("4A4A4A", "EDEDED")
AS_TEXT = "@"
"""A format in which `1-2` is no date and `=1` no formula."""
LINE_POINTS = 13.0
"""Height of a line of small text."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks."""

    fill: str = ""
    """Colour of the cell, as six hexadecimal digits."""
    colour: str = "1F1F1F"
    size: int = 10
    is_bold: bool = False
    down: str = "top"
    """Where the text stands in a cell that is higher than it: `top` or `center`."""


def put(sheet: "Worksheet", row: int, column: int, text: str, look: Look | None = None) -> "Cell":
    """Write a text in a cell, as text whatever it starts with.

    Args:
        sheet: Where.
        row: Counted from 1.
        column: Counted from 1.
        text: What it says.
        look: None for a cell without looks.
    """
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell = sheet.cell(row, column, without_controls(text))
    if not isinstance(cell, Cell):
        raise TypeError(f"{cell.coordinate} is inside a merged cell")
    # Otherwise a label that begins with an equals sign would be run.
    cell.data_type = "s"
    cell.number_format = AS_TEXT
    if look is None:
        return cell
    cell.font = Font(name="Calibri", size=look.size, bold=look.is_bold, color=look.colour)
    cell.alignment = Alignment(horizontal="left", vertical=look.down, wrap_text=True, indent=1)
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=look.fill)
        edge = Side(style="thin", color="FFFFFF")
        cell.border = Border(left=edge, right=edge, top=edge, bottom=edge)
    return cell


def put_titled(sheet: "Worksheet", row: int, column: int, texts: Sequence[str], look: Look) -> None:
    """Write a title in bold, and what follows it in plain letters below."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles.colors import Color

    title, *rest = filter(None, texts)
    colour = Color(rgb=look.colour)
    strong = InlineFont(rFont="Calibri", b=True, sz=look.size, color=colour)
    plain = InlineFont(rFont="Calibri", sz=look.size - 1, color=colour)
    blocks = [TextBlock(strong, title)]
    blocks += [TextBlock(plain, f"\n{text}") for text in rest]
    cell = put(sheet, row, column, title, look)
    cell.value = CellRichText(*blocks)


def lines(text: str, characters: int) -> int:
    """Estimate how many lines a text takes in a cell.

    >>> lines("Een zin van dertig letters hier", 16), lines("", 16)
    (2, 1)
    """
    return sum(max(1, ceil(len(part) / characters)) for part in text.split("\n"))


def height(texts: Sequence[tuple[str, int]]) -> float:
    """How high a row must be, in points, for texts in cells of such widths.

    A width counts the digit 0; of a text more letters fit beside each other.
    """
    return LINE_POINTS * max(lines(text, round(width * 1.1)) for text, width in texts) + 6
