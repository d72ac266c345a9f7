"""A network as a list for people: CSV, or a workbook with an explanation beside it.

Without services it is the template. What it says can be read back as it is.
"""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from integraal.exchange.controls import without_controls
from integraal.exchange.looks import Look, put
from integraal.exchange.template import workbook_bytes
from integraal.model.services.network import KINDS, Network, Target
from integraal.model.services.row import COLUMNS, LISTS, Cell, rows_of
from integraal.words.words import Words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FORMULA = tuple("=+-@\t\r")
"""Signs with which a spreadsheet takes a cell for a formula."""
_HEAD = Look(fill="2F5D62", colour="FFFFFF", is_bold=True, down="center")
_TITLE = Look(size=14, is_bold=True)
_WIDE = {"name": 30, "organisation": 28, "about": 50, "for": 30, "access": 28, "contact": 28}
_USUAL_WIDTH, _GUIDE_WIDTHS = 16, (26, 90)


def list_csv(network: Network | None, words: Words) -> str:
    """The list as CSV, in UTF-8 with the mark by which a spreadsheet knows that; None: its head."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(_heads(words))
    for row in _texts(network):
        writer.writerow(map(_harmless, row))
    return f"\ufeff{out.getvalue()}"


def list_workbook(network: Network | None, targets: Sequence[Target], words: Words) -> bytes:
    """The list as a workbook, with an explanation; None for the template.

    Args:
        network: What stands in it.
        targets: Areas of life and kinds of partners, to name in the explanation.
        words: In the language of the workbook.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = words("listing.sheet")
    for at, (column, head) in enumerate(zip(COLUMNS, _heads(words), strict=True), 1):
        put(sheet, 1, at, head, _HEAD)
        width = _WIDE.get(column, _USUAL_WIDTH)
        sheet.column_dimensions[get_column_letter(at)].width = width
    for number, row in enumerate(_texts(network), 2):
        for at, text in enumerate(row, 1):
            if text:
                put(sheet, number, at, text)
    sheet.freeze_panes = "A2"
    _guide(book.create_sheet(words("template.guide")), targets, words)
    book.properties.creator = "integraal"
    return workbook_bytes(book)


def _guide(sheet: "Worksheet", targets: Sequence[Target], words: Words) -> None:
    """Say of each column what stands in it."""
    put(sheet, 1, 1, words("listing.guide_title"), _TITLE)
    number = 2
    for line in words("listing.guide").split("\n"):
        put(sheet, number, 1, line)
        number += 1
    kinds = [each.label for each in targets if each.question == KINDS]
    areas = [each.label for each in targets if each.question != KINDS]
    said = {"areas": ", ".join(areas), "kinds": ", ".join(kinds)}
    for column, head in zip(COLUMNS, _heads(words), strict=True):
        number += 1
        put(sheet, number, 1, head, Look(is_bold=True))
        put(sheet, number, 2, words(f"listing.about.{column}", **said), Look())
    for letter, width in zip("AB", _GUIDE_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width


def _heads(words: Words) -> list[str]:
    return [words(f"listing.called.{column}").split(", ")[0] for column in COLUMNS]


def _texts(network: Network | None) -> Iterable[list[str]]:
    for row in rows_of(network) if network else ():
        yield [_text(column, row.get(column, "")) for column in COLUMNS]


def _text(column: str, cell: Cell) -> str:
    """A cell as one text, of which the parts can be told apart again."""
    if isinstance(cell, str):
        return cell
    # One text with a comma in it would be taken for two.
    is_one = column in LISTS and len(cell) == 1 and "," in cell[0] and ";" not in cell[0]
    return f"{cell[0]};" if is_one else "; ".join(cell)


def _harmless(text: str) -> str:
    shown = without_controls(text)
    return f"'{shown}" if shown.lstrip("'").startswith(_FORMULA) else shown
