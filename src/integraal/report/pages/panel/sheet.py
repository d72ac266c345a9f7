"""The sheet of one rater: cases to read, each with room for a mark. It knows no advice."""

from collections.abc import Iterator

from integraal.model.study.ratings import Sureness
from integraal.model.study.sheet import SURE_CODE, WHY_CODE, Mark, Marks, Sheet, Vignette
from integraal.report.blocks import (
    Block,
    Choice,
    Choices,
    Document,
    Form,
    FormQuestion,
    FormSection,
    Heading,
    Paragraph,
    Table,
    WritingLines,
)
from integraal.report.prose import paragraph
from integraal.report.text import inline, quiet, strong
from integraal.words.words import Words


def rater_sheet(sheet: Sheet, words: Words) -> Document:
    """The sheet of one rater, with all that she may mark.

    Args:
        sheet: Her cases, in her order.
        words: In the language in which they are told.
    """
    title = words("sheet.title", rater=sheet.rater)
    form = Form(
        (
            Heading(1, title),
            paragraph(words("sheet.how" if sheet.marks.of_levels else "sheet.how_routes")),
            marks_table(sheet.marks, words),
        ),
        tuple(_case(vignette, sheet.marks, words) for vignette in sheet.vignettes),
        ((paragraph(words("sheet.end", rater=sheet.rater)),),),
        is_booklet=True,
    )
    foot = words("sheet.foot", rater=sheet.rater, check=sheet.check)
    return Document(title, words.language, (form,), foot)


def marks_table(marks: Marks, words: Words) -> Table:
    """What can be marked, each with its letter and what it means."""
    if not marks.of_levels:
        routes = (
            (inline(strong(f"{each.sign}  "), each.what), inline(each.name))
            for each in marks.choices
        )
        return Table((words("sheet.asked"), words("sheet.route")), tuple(routes))
    called = [(inline(strong(f"{each.sign}  {each.name}")), each) for each in marks.choices]
    rows = tuple((name, inline(mark.what)) for name, mark in called)
    return Table((words("sheet.level"), words("sheet.what")), rows)


def _case(vignette: Vignette, marks: Marks, words: Words) -> FormSection:
    lead: list[Block] = [Heading(2, words("sheet.case", case=vignette.case)), *_told(vignette)]
    return FormSection(tuple(lead), (_asked(vignette.case, marks, words),))


def _told(vignette: Vignette) -> Iterator[Block]:
    """The case as it is told; a list has what was asked in lesser weight."""
    if vignette.opening:
        yield from (paragraph(each) for each in vignette.paragraphs)
        return
    for fact in vignette.facts:
        yield Paragraph(inline(quiet(f"{fact.text} "), fact.answer))


def _asked(case: str, marks: Marks, words: Words) -> FormQuestion:
    """What is asked of a case, all of it on one page."""
    sure = Choices(
        tuple(Choice(str(each.value), (words(f"sure.{each.value}"),)) for each in Sureness),
        several=False,
    )
    return FormQuestion(
        case,
        (words("sheet.ask_level" if marks.of_levels else "sheet.ask_routes"),),
        _room(marks),
        also=(
            FormQuestion(f"{case}{SURE_CODE}", (words("sheet.ask_sure"),), sure),
            FormQuestion(f"{case}{WHY_CODE}", (words("sheet.ask_why"),), WritingLines(1)),
        ),
    )


def _room(marks: Marks) -> Choices | WritingLines:
    if not marks.has_boxes:
        return WritingLines(1)
    return Choices(tuple(map(_choice, marks.choices)), several=not marks.of_levels)


def _choice(mark: Mark) -> Choice:
    return Choice(mark.sign, (mark.name,))
