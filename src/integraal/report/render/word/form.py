"""Write what is to be filled in, in Word or by hand: boxes, and room to write."""

from typing import TYPE_CHECKING

from integraal.report.blocks import Asked, Choice, Choices, Fields, Items, WritingLines
from integraal.report.render.word.choices import shared
from integraal.report.render.word.parts import borders, say, tall
from integraal.report.render.word.sheet import Sheet

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as Line

_THIN, _SOFT = 4, 2
"""Eighths of a point."""


def asked(sheet: Sheet, question: Asked) -> None:
    """Write a question and the room for its answer."""
    line = sheet.line("Question")
    say(line, f"{question.code}  ", "Quiet")
    first, *others = question.asks
    say(line, first, "Strong")
    for number, text in enumerate(others, 1):
        line.add_run().add_break()
        say(line, text, "Quiet", sheet.language_of(number, question.asks))
    if question.when:
        sheet.texts(sheet.line("Small"), question.when)
    for number, prompts in enumerate(question.prompts):
        language = sheet.language_of(number, question.prompts)
        for prompt in prompts:
            say(sheet.line("Prompt"), prompt, None, language)
    if isinstance(question.answer, Choices):
        choices(sheet, question.answer)
    else:
        writing(sheet, question.answer)
    for onward in question.onward:
        line = sheet.line("Small")
        say(line, "→ ")
        sheet.texts(line, onward)


def choices(sheet: Sheet, asked_for: Choices) -> None:
    """Write boxes; round ones where only one may be ticked. Short ones share a line."""
    answers = [" / ".join((*choice.labels, *choice.hints)) for choice in asked_for.choices]
    for style, numbers in shared(sheet.look, answers):
        line = sheet.line(style)
        for number in numbers:
            if number > numbers[0]:
                line.add_run("\t")
            _choice(sheet, line, asked_for.choices[number], several=asked_for.several)


def _choice(sheet: Sheet, line: "Line", choice: Choice, *, several: bool) -> None:
    name = " ".join((choice.code, *choice.labels[:1]))
    sheet.box(line, name, ticked=choice.ticked, several=several)
    line.add_run("\t")
    say(line, choice.code, "Quiet")
    line.add_run("\t")
    sheet.texts(line, choice.labels)
    if choice.hints:
        say(line, " (", "Quiet")
        sheet.texts(line, choice.hints, "Quiet")
        say(line, ")", "Quiet")


def to_tick(sheet: Sheet, items: Items) -> None:
    """Write a list with a box before each item."""
    since = sheet.here()
    for item in items.items:
        line = sheet.line("Tick")
        sheet.box(line, "".join(span.text for span in item.text))
        line.add_run("\t")
        sheet.flowing(line, item.text)
        sheet.smaller(line, item.below)
    sheet.keep_list(since)


def writing(sheet: Sheet, lines: WritingLines) -> None:
    """Write lines to write on, or what was written."""
    if lines.label:
        label = sheet.line("Normal")
        say(label, lines.label)
        label.paragraph_format.keep_with_next = True
    if lines.written:
        say(sheet.line("Written"), lines.written)
        return
    room(sheet, lines.count)


def room(sheet: Sheet, count: int) -> None:
    """Rule lines; each is a cell, so that typing in Word does not move them."""
    grid = sheet.grid(count, [sheet.width])
    borders(grid, insideH=_SOFT, bottom=_THIN)
    for row in grid.rows:
        tall(row, sheet.look.line)
        sheet.inside(row.cells[0], sheet.width).line("Cell")
    sheet.gap()


def fields(sheet: Sheet, named: Fields) -> None:
    """Write names with room behind them."""
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

    widths = [sheet.width * 0.38, sheet.width * 0.62]
    grid = sheet.grid(len(named.labels), widths)
    for row, texts in zip(grid.rows, named.labels, strict=True):
        tall(row, sheet.look.field)
        name, space = row.cells
        inner = sheet.inside(name, widths[0])
        inner.texts(inner.line("Cell"), texts)
        sheet.inside(space, widths[1]).line("Cell")
        name.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
        borders(space, bottom=_THIN)
    sheet.gap()
