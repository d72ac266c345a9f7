"""Turn an instrument into a workbook that people fill in, and that `batch` reads as it is.

The same instrument gives the same bytes: no moment of making is in them.
"""

import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from integraal.exchange.case_sheet import OPTION, fill_case_sheet
from integraal.exchange.columns import Choices, Column, columns
from integraal.exchange.guide_sheet import fill_guide_sheet
from integraal.exchange.looks import put
from integraal.model.archive import MOMENT, same_bytes
from integraal.model.instrument import Instrument
from integraal.model.sheet import HEAD, MADE_FOR
from integraal.words.words import Words

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def template(instrument: Instrument, words: Words) -> bytes:
    """Make the workbook, as the bytes of an .xlsx file.

    Three sheets: the cases, the explanation, and hidden the lists to choose from. A named range
    says which instrument it is for, another where the cases begin.

    Args:
        instrument: In the language of the template.
        words: In the same language.
    """
    from openpyxl import Workbook

    book = Workbook()
    cases = book.worksheets[0]
    cases.title = words("template.cases")
    listed = columns(instrument, words)
    fill_case_sheet(cases, listed, words)
    fill_guide_sheet(book.create_sheet(words("template.guide")), instrument, words)
    lists = book.create_sheet(words("template.lists"))
    _lists(book, lists, instrument, listed)
    _name(book, HEAD, cases, (1, 1), (OPTION, len(listed)))
    book.properties.creator = "integraal"
    book.properties.title = instrument.title
    return workbook_bytes(book)


def _lists(
    book: "Workbook", sheet: "Worksheet", instrument: Instrument, listed: Sequence[Column]
) -> None:
    """Put down what can be chosen, each list in a column under a name of its own."""
    marks = (instrument.id, instrument.version, instrument.fingerprint)
    _list(book, sheet, 1, Choices(MADE_FOR, marks))
    lists = dict.fromkeys(column.choices for column in listed if column.choices is not None)
    for number, choices in enumerate(lists, 2):
        _list(book, sheet, number, choices)
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True


def _list(book: "Workbook", sheet: "Worksheet", number: int, choices: Choices) -> None:
    for row, text in enumerate((choices.name, *choices.labels), 1):
        put(sheet, row, number, text)
    _name(book, choices.name, sheet, (2, number), (len(choices.labels) + 1, number))


def _name(
    book: "Workbook", name: str, sheet: "Worksheet", first: tuple[int, int], last: tuple[int, int]
) -> None:
    """Name a range of cells, each corner as row and column."""
    from openpyxl.utils import absolute_coordinate, quote_sheetname
    from openpyxl.workbook.defined_name import DefinedName

    corners = [absolute_coordinate(sheet.cell(*corner).coordinate) for corner in (first, last)]
    place = f"{quote_sheetname(sheet.title)}!{':'.join(corners)}"
    book.defined_names[name] = DefinedName(name, attr_text=place)


def workbook_bytes(book: "Workbook") -> bytes:
    """A workbook as an .xlsx file, with the same moments in it every time."""
    from openpyxl.writer.excel import ExcelWriter

    book.properties.created = book.properties.modified = MOMENT
    return same_bytes(lambda file: ExcelWriter(book, zipfile.ZipFile(file, "w")).save())
