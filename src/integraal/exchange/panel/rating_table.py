"""The sheet of a rater as a table: a row for each case, with room for her mark.

The workbook offers what can be chosen, and explains itself on a second sheet; nothing in it is
locked. What it looks like when it is filled in, is read elsewhere.
"""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from integraal.exchange.looks import AS_TEXT, Look, height, put
from integraal.exchange.template import workbook_bytes
from integraal.model.study.ratings import Sureness
from integraal.model.study.sheet import Marks, Sheet
from integraal.words.words import Words

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = ("case", "told", "mark", "sure", "why", "sheet")
"""From the left; the last says which sheet it is, for whoever reads it back."""
_WIDTHS = (8, 92, 24, 17, 44, 9)
_HEAD, _ROOM = Look("2F5D62", "FFFFFF", 11, is_bold=True), Look(size=11)
_CASE, _QUIET = Look("E3EEEF", size=11, is_bold=True), Look(colour="6A6A6A", size=9)
_GUIDE_WIDTHS = (30, 100)
_MOST_HIGH = 409.0
"""Points; no row of a spreadsheet is higher."""


def rating_csv(sheet: Sheet, words: Words) -> str:
    """The sheet as CSV, in UTF-8 with the mark by which a spreadsheet knows that."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(_heads(sheet.marks, words))
    writer.writerows(_rows(sheet))
    return f"\ufeff{out.getvalue()}"


def rating_workbook(sheet: Sheet, title: str, words: Words) -> bytes:
    """The sheet as a workbook.

    Args:
        sheet: Of one rater.
        title: Of the instrument that is looked into.
        words: In the language in which the cases are told.

    Returns: The bytes of an .xlsx file; the same for the same sheet.
    """
    from openpyxl import Workbook

    book = Workbook()
    cases = book.worksheets[0]
    cases.title = words("sheet_table.cases")
    _fill(cases, sheet, words)
    _guide(book.create_sheet(words("sheet_table.guide")), sheet, title, words)
    lists = book.create_sheet(words("sheet_table.lists"))
    _choices(book, cases, lists, sheet, words)
    book.properties.creator = "integraal"
    book.properties.title = words("sheet.title", rater=sheet.rater)
    return workbook_bytes(book)


def mark_labels(marks: Marks) -> list[str]:
    """What can be chosen, each with its letter."""
    return [f"{mark.sign} {mark.name}" for mark in marks.choices]


def _heads(marks: Marks, words: Words) -> Iterator[str]:
    for column in COLUMNS:
        kind = "route" if column == "mark" and not marks.of_levels else column
        yield words(f"sheet_table.{kind}")


def _rows(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    for vignette in sheet.vignettes:
        told = "\n".join(vignette.paragraphs)
        yield vignette.case, told, "", "", "", f"{sheet.rater} {sheet.check}"


def _fill(cases: "Worksheet", sheet: Sheet, words: Words) -> None:
    from openpyxl.styles import Border, Side
    from openpyxl.utils import get_column_letter

    line = Side(style="thin", color="9AB0B3")
    below = Border(left=line, right=line, bottom=line)
    for column, (head, width) in enumerate(
        zip(_heads(sheet.marks, words), _WIDTHS, strict=True), 1
    ):
        put(cases, 1, column, head, _HEAD)
        cases.column_dimensions[get_column_letter(column)].width = width
    cases.row_dimensions[1].height = 20
    for row, texts in enumerate(_rows(sheet), 2):
        for column, text in enumerate(texts, 1):
            look = {1: _CASE, len(texts): _QUIET}.get(column, _ROOM)
            put(cases, row, column, text, look).border = below
        told = height([(texts[1], _WIDTHS[1])])
        cases.row_dimensions[row].height = min(_MOST_HIGH, told * 1.15 + 6)
    cases.freeze_panes = "B2"
    cases.print_title_rows = "1:1"
    _on_paper(cases)


def _guide(page: "Worksheet", sheet: Sheet, title: str, words: Words) -> None:
    """What raters read before they begin, in short."""
    from openpyxl.utils import get_column_letter

    for column, width in enumerate(_GUIDE_WIDTHS, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.sheet_view.showGridLines = False
    told = [
        words("instruct.about", count=len(sheet.vignettes), title=title),
        words("instruct.honest"),
        words("instruct.choose" if sheet.marks.of_levels else "instruct.choose_routes"),
        words("sheet_table.how"),
        words("instruct.blind.alone"),
        words("instruct.blind.names"),
    ]
    put(page, 1, 1, words("instruct.title"), Look(size=16, is_bold=True))
    page.merge_cells("A1:B1")
    page.row_dimensions[1].height = 26
    row = 2
    for text in told:
        put(page, row, 1, text, Look())
        page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        page.row_dimensions[row].height = height([(text, sum(_GUIDE_WIDTHS))]) + 4
        row += 1
    for label, mark in zip(mark_labels(sheet.marks), sheet.marks.choices, strict=True):
        put(page, row, 1, label, _CASE)
        put(page, row, 2, mark.what, Look())
        page.row_dimensions[row].height = (
            height([(label, _GUIDE_WIDTHS[0]), (mark.what, _GUIDE_WIDTHS[1])]) + 4
        )
        row += 1
    _on_paper(page)


def _choices(
    book: "Workbook", cases: "Worksheet", lists: "Worksheet", sheet: Sheet, words: Words
) -> None:
    """Offer what can be chosen; of routes several may be, so they are typed."""
    sure = [f"{each.value} {words(f'sure.{each.value}')}" for each in Sureness]
    offered = {COLUMNS.index("sure") + 1: sure}
    if sheet.marks.of_levels:
        offered[COLUMNS.index("mark") + 1] = mark_labels(sheet.marks)
    for column, texts in offered.items():
        _offer(cases, lists, column, texts, len(sheet.vignettes))
    lists.sheet_state = "hidden"
    book.active = 0


def _offer(
    cases: "Worksheet", lists: "Worksheet", column: int, texts: Sequence[str], count: int
) -> None:
    from openpyxl.utils import absolute_coordinate, get_column_letter, quote_sheetname
    from openpyxl.worksheet.datavalidation import DataValidation

    for row, text in enumerate(texts, 1):
        put(lists, row, column, text)
    letter = get_column_letter(column)
    place = absolute_coordinate(f"{letter}1:{letter}{len(texts)}")
    # A letter or a number alone is understood as well: nothing is refused while it is typed.
    guard = DataValidation(type="list", allow_blank=True, showErrorMessage=False)
    guard.formula1 = f"{quote_sheetname(lists.title)}!{place}"
    guard.add(f"{letter}2:{letter}{count + 1}")
    cases.add_data_validation(guard)
    for row in range(2, count + 2):
        cases.cell(row, column).number_format = AS_TEXT


def _on_paper(page: "Worksheet") -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9  # A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToHeight = 0
