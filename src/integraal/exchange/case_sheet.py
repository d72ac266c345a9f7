"""The sheet that people fill in: ids in a hidden row, sections in colour, questions, and room.

Nothing in it is protected: a protected sheet takes over the lock of whatever is pasted into it. The
head only refuses to be typed over, and what people read in it is never read back.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from integraal.exchange.columns import Column
from integraal.exchange.looks import (
    AS_TEXT,
    BANDS,
    LINE_POINTS,
    PLAIN,
    Look,
    height,
    put,
    put_titled,
)
from integraal.model.sheet import CASE
from integraal.words.words import Words

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

IDS, BAND, TITLE, OPTION = 1, 2, 3, 4
"""Rows of the head."""
FIRST = OPTION + 1
"""The first row for a case."""
ROOM = 500
"""Rows that are prepared. More may be filled in; their cells then offer no choice."""
LONGEST_TITLE = 32
"""Characters of the title above a prompt."""
_NARROW, _CASE_WIDTH, _GROUP_WIDTH, _NUMBER_WIDTH = 15, 14, 14, 24
_FARTHEST = 10**15 - 1
"""From 0: no number with more digits is read."""
_LEAST, _MOST = 22, 60
"""Width of a column of answers, so that no answer in its list is cut off."""


def fill_case_sheet(sheet: "Worksheet", listed: Sequence[Column], words: Words) -> None:
    """Lay out the sheet.

    Args:
        sheet: An empty one.
        listed: Its columns, from the left.
        words: In the language of the columns.
    """
    _head(sheet, listed)
    for number, column in enumerate(listed, 1):
        _room(sheet, number, column)
        sheet.add_data_validation(_guard(number, column, words))
    sheet.add_data_validation(_locked(len(listed), words))
    sheet.row_dimensions[IDS].hidden = True
    sheet.freeze_panes = f"B{FIRST}"
    for selection in sheet.sheet_view.selection:
        # The cell A1 is hidden; people begin at the first case.
        selection.activeCell = selection.sqref = f"A{FIRST}"
    sheet.print_title_rows = f"{BAND}:{OPTION}"
    sheet.print_title_cols = "A:A"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4


def _head(sheet: "Worksheet", listed: Sequence[Column]) -> None:
    start = 1
    for number, (band, of_band) in enumerate(groupby(listed, key=lambda column: column.band)):
        inside = list(of_band)
        strong, soft = BANDS[(number - 1) % len(BANDS)] if number else PLAIN
        look = Look(fill=strong, colour="FFFFFF", size=11, is_bold=True, down="center")
        put(sheet, BAND, start, band, look)
        _merge(sheet, BAND, BAND, start, len(inside))
        for _, of_group in groupby(inside, key=lambda column: column.group):
            together = list(of_group)
            _question(sheet, start, together, soft)
            start += len(together)
    _heights(sheet, listed)


def _question(sheet: "Worksheet", start: int, together: Sequence[Column], soft: str) -> None:
    """Write what stands above one question: its name and text, and a heading for each option."""
    look = Look(fill=soft)
    for number, column in enumerate(together, start):
        put(sheet, IDS, number, column.id)
        if column.option:
            put(sheet, OPTION, number, column.option, Look(fill=soft, size=9))
    put_titled(sheet, TITLE, start, (together[0].title, together[0].ask), look)
    _merge(sheet, TITLE, TITLE if together[0].option else OPTION, start, len(together))


def _merge(sheet: "Worksheet", top: int, bottom: int, start: int, count: int) -> None:
    if count > 1 or top != bottom:
        end = start + count - 1
        sheet.merge_cells(start_row=top, end_row=bottom, start_column=start, end_column=end)


def _heights(sheet: "Worksheet", listed: Sequence[Column]) -> None:
    """Make the head as high as its longest text, and no higher."""
    wide = {
        group: sum(_width(column) for column in of_group)
        for group, of_group in groupby(listed, key=lambda column: column.group)
    }
    said = [(f"{c.title}\n{c.ask}", wide[c.group], bool(c.option)) for c in listed]
    above = height([(text, width) for text, width, has_options in said if has_options] or [("", 1)])
    options = height([(c.option, _NARROW - 3) for c in listed])
    alone = height([(text, width) for text, width, has_options in said if not has_options])
    sheet.row_dimensions[BAND].height = LINE_POINTS + 8
    sheet.row_dimensions[TITLE].height = above
    sheet.row_dimensions[OPTION].height = max(options, alone - above)


def _width(column: Column) -> int:
    if column.id == CASE:
        return _CASE_WIDTH
    if column.numbers:
        return _NUMBER_WIDTH
    if column.choices is None:
        return _GROUP_WIDTH
    if column.option:
        return _NARROW
    # Widths count the digit 0, and most letters are narrower.
    longest = max(len(label) for label in column.choices.labels)
    return min(max(round(longest * 0.92) + 3, _LEAST), _MOST)


def _room(sheet: "Worksheet", number: int, column: Column) -> None:
    """Prepare a whole column: text stays text, and a new question begins with a line."""
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    room = sheet.column_dimensions[get_column_letter(number)]
    room.width = _width(column)
    # In a column of texts no number would pass for one. In a column of numbers `1-2` becomes a
    # date, which `batch` refuses.
    room.number_format = "General" if column.numbers else AS_TEXT
    room.font = Font(name="Calibri", size=10, bold=column.id == CASE)
    # One line for each case: a row does not grow, whoever writes the file.
    room.alignment = Alignment(horizontal="left", vertical="center", indent=1)
    edge = Side(style="thin", color="D0D0D0")
    room.border = Border(left=edge, bottom=edge)


def _guard(number: int, column: Column, words: Words) -> "DataValidation":
    """Guard the cells of a column: what may stand there, and what whoever selects one reads."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(number)
    guard = DataValidation(allow_blank=True, showInputMessage=True, prompt=column.prompt)
    guard.promptTitle = _short(column.option or column.title)
    guard.add(f"{letter}{FIRST}:{letter}{FIRST + ROOM - 1}")
    if column.choices is not None:
        guard.type, guard.formula1 = "list", column.choices.name
        guard.error = words("template.not_in_list")
    elif column.numbers is not None:
        numbers = column.numbers
        guard.type, guard.operator = "whole" if numbers.whole else "decimal", "between"
        guard.formula1 = str(-_FARTHEST if numbers.least is None else numbers.least)
        guard.formula2 = str(_FARTHEST if numbers.most is None else numbers.most)
        guard.error = words("template.not_a_number", wanted=column.wanted)
    elif column.id == CASE:
        cell = f"{letter}{FIRST}"
        # Names have spaces in them, addresses an @; pseudonyms have neither.
        guard.type = "custom"
        guard.formula1 = f'AND(LEN({cell})<=64,ISERROR(FIND(" ",{cell})),ISERROR(FIND("@",{cell})))'
        guard.error = words("template.case_wrong")
    if guard.error:
        guard.showErrorMessage, guard.errorStyle, guard.errorTitle = (
            True,
            "stop",
            _short(words("template.wrong_title")),
        )
    return guard


def _locked(count: int, words: Words) -> "DataValidation":
    """Keep people from typing over the head by accident."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    guard = DataValidation(type="custom", formula1="FALSE", showErrorMessage=True)
    guard.errorStyle, guard.error = "stop", words("template.header_locked")
    guard.errorTitle = _short(words("template.wrong_title"))
    guard.add(f"A{IDS}:{get_column_letter(count)}{OPTION}")
    return guard


def _short(title: str) -> str:
    """Cut a title to what a spreadsheet shows above a prompt."""
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"
