"""What is filled in, in Word or by hand: questions with their boxes, and room to write."""

from typing import TYPE_CHECKING

from integraal.model.codes import UNKNOWN_CODE, box_code
from integraal.report.blocks import Choice, Choices, Fields, FormQuestion, Items, WritingLines
from integraal.report.render.text import in_languages, plain
from integraal.report.render.word.answer_lines import shared
from integraal.report.render.word.container import Container
from integraal.report.render.word.ooxml import borders, say, tall

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_THIN, _SOFT = 4, 2
"""Eighths of a point."""
_BEHIND = 4
"""Millimetres around what stands behind a line."""


def question(page: Container, asked: FormQuestion) -> None:
    """A question and the room for its answer."""
    _ask(page, asked)
    if isinstance(asked.answer, Choices):
        _choices(page, asked.answer, asked.code)
    else:
        writing(page, asked.answer)
        if asked.beside:
            _choices(page, asked.beside, asked.code)
    for target in asked.go_to:
        line = page.line("Small")
        say(line, "→ ")
        page.texts(line, target)
    for each in asked.also:
        question(page, each)


def _ask(page: Container, asked: FormQuestion) -> None:
    line = page.line("Question")
    say(line, f"{asked.code}  ", "Quiet")
    for number, (text, language) in enumerate(in_languages(asked.asks, page.languages)):
        if number:
            line.add_run().add_break()
        say(line, text, "Quiet" if number else "Strong", language)
    if asked.skip_when:
        page.texts(page.line("Small"), asked.skip_when)
    for prompts, language in in_languages(asked.prompts, page.languages):
        for prompt in prompts:
            say(page.line("Prompt"), prompt, None, language)


def _choices(page: Container, boxes: Choices, code: str) -> None:
    """Boxes; round ones where only one may be ticked. Short ones share a line."""
    answers = [
        " / ".join((*choice.labels, *choice.hints, *choice.arrow)) for choice in boxes.choices
    ]
    unsure = boxes.choices[-1:] and boxes.choices[-1].code == UNKNOWN_CODE
    for style, numbers in shared(page.look, answers, unsure=bool(unsure)):
        line = page.line(style)
        for number in numbers:
            if number > numbers[0]:
                line.add_run("\t")
            choice = boxes.choices[number]
            tag = box_code(code, choice.code)
            _choice(page, line, choice, tag, several=boxes.several)


def _choice(page: Container, line: "Paragraph", choice: Choice, tag: str, *, several: bool) -> None:
    name = " ".join((choice.code, *choice.labels[:1]))
    page.box(line, name, ticked=choice.ticked, several=several, tag=tag)
    line.add_run("\t")
    say(line, choice.code, "Quiet")
    line.add_run("\t")
    page.texts(line, choice.labels)
    if choice.hints:
        say(line, " (", "Quiet")
        page.texts(line, choice.hints, "Quiet")
        say(line, ")", "Quiet")
    if choice.arrow:
        line.add_run(" ")
        page.texts(line, choice.arrow, "Strong")


def to_tick(page: Container, items: Items) -> None:
    """A list with a box before each item."""
    since = page.here()
    for item in items.items:
        line = page.line("Tick")
        page.box(line, plain(item.text))
        line.add_run("\t")
        page.flowing(line, item.text)
        page.smaller(line, item.below)
    page.keep_list(since)


def writing(page: Container, lines: WritingLines) -> None:
    """Lines to write on, each a cell so that typing does not move them; or what was written."""
    if lines.label:
        label = page.line("Normal")
        say(label, lines.label)
        label.paragraph_format.keep_with_next = True
    if lines.written:
        say(page.line("Written"), lines.written)
        return
    if lines.unit:
        _counted(page, lines.unit)
        return
    grid, rows = page.grid(lines.count, [page.width])
    borders(grid, insideH=_SOFT, bottom=_THIN)
    for row, (cell,) in zip(grid.rows, rows, strict=True):
        tall(row, page.look.line)
        cell.line("Cell")
    page.gap()


def _counted(page: Container, unit: str) -> None:
    """A line to write a number on, with what it counts behind it."""
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

    behind = min(page.look.length(unit) + _BEHIND, page.width * 0.6)
    grid, [[room, said]] = page.grid(1, [page.width - behind, behind])
    tall(grid.rows[0], page.look.line)
    room.line("Cell")
    borders(room.cell, bottom=_THIN)
    say(said.line("Cell"), f"\u00a0{unit}")
    said.cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
    page.gap()


def fields(page: Container, named: Fields) -> None:
    """Names with room behind them."""
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

    beside = 1 if page.look.is_large else 2
    rows = -(-len(named.labels) // beside)
    widths = [page.width * part / beside for part in (0.42, 0.55, 0.03) * beside]
    grid, cells = page.grid(rows, widths)
    for row in grid.rows:
        tall(row, page.look.field)
    places = [pair for row in cells for pair in zip(row[::3], row[1::3], strict=True)]
    if len(places) > len(named.labels):  # an odd one has the room of two
        cells[-1][1].cell.merge(cells[-1][-2].cell)
    for (name, room), texts in zip(places, named.labels, strict=False):
        name.texts(name.line("Cell"), texts)
        name.cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
        room.line("Cell")
        borders(room.cell, bottom=_THIN)
    page.gap()
