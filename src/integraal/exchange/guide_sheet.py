"""The sheet that explains how to fill in the other one, with every question in full."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from integraal.exchange.columns import meaning, only_when
from integraal.exchange.looks import BANDS, Look, height, put
from integraal.model.codes import shown_options
from integraal.model.instrument import Instrument, Kind, Question
from integraal.words.honest import disclaimer_text
from integraal.words.numbers import wanted
from integraal.words.words import Words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (26, 40, 44, 24, 50)
"""Of name, question, why, when and answers."""
_ACROSS = 4
"""Columns that a sentence above them takes."""


def fill_guide_sheet(sheet: "Worksheet", instrument: Instrument, words: Words) -> None:
    """Lay out the explanation.

    Args:
        sheet: An empty one.
        instrument: In the language of the template.
        words: In the same language.
    """
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.sheet_view.showGridLines = False
    row = 1
    for text, look in _top(instrument, words):
        put(sheet, row, 1, text, look)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=_ACROSS)
        room = sum(_WIDTHS[:_ACROSS])
        sheet.row_dimensions[row].height = height([(text, room)]) + look.size - 10
        row += 1
    for texts, look in _table(instrument, words):
        for number, text in enumerate(texts, 1):
            put(sheet, row, number, text, look)
        cells = zip(texts, _WIDTHS, strict=True)
        sheet.row_dimensions[row].height = height([(text, width) for text, width in cells]) + 4
        row += 1
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0


def _top(instrument: Instrument, words: Words) -> Iterator[tuple[str, Look]]:
    yield words("template.guide_title", title=instrument.title), Look(size=16, is_bold=True)
    for number, step in enumerate(words("template.guide_steps").split("\n"), 1):
        yield f"{number}. {step}", Look()
    texts = [question.name for question in instrument.questions() if question.kind is Kind.TEXT]
    if texts:
        yield words("template.guide_texts", questions=", ".join(texts)), Look()
    made_for = words("template.made_for", instrument=instrument.id, version=instrument.version)
    yield f"{disclaimer_text(instrument, words)} {made_for}", Look(colour="5A5A5A")
    yield "", Look()


def _table(instrument: Instrument, words: Words) -> Iterator[tuple[tuple[str, ...], Look]]:
    heading = tuple(words("template.guide_columns").split("\n"))
    empty = ("",) * (len(_WIDTHS) - 1)
    yield heading, Look(is_bold=True)
    for number, section in enumerate(instrument.sections):
        asked = [question for question in section.questions if question.kind is not Kind.TEXT]
        strong, soft = BANDS[number % len(BANDS)]
        if asked:
            yield (section.title, *empty), Look(strong, "FFFFFF", 11, is_bold=True, down="center")
        for question in asked:
            told = only_when(instrument, question, words)
            answers = _answers(question, words)
            yield (question.name, question.ask, question.why, told, answers), Look(soft)


def _answers(question: Question, words: Words) -> str:
    if question.kind is Kind.NUMBER:
        return wanted(question, words)
    return "\n".join(map(meaning, shown_options(question)))
