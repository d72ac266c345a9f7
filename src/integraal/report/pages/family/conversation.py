"""Lay out the questions of an instrument in words for the family, to prepare a conversation with.

It has no boxes and no codes: nobody types it in, and it stays with the family.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from integraal.model.instrument import Instrument, Question
from integraal.model.reader import Reader
from integraal.model.services.help_line import HelpLine
from integraal.report.blocks import Block, Document, Fields, Heading, WritingLines
from integraal.report.pages.advice import footer
from integraal.report.parts.foreign import foreign
from integraal.report.parts.others import closing
from integraal.report.parts.timeline.afterwards import goes_well
from integraal.report.prose import page, paragraph
from integraal.report.text import strong
from integraal.words.words import Words


def asked_of_family(instrument: Instrument) -> tuple[Question, ...]:
    """The questions that have words for the family; never one whose answer others may not read."""
    return tuple(q for q in instrument.questions() if q.ask_family and not q.sensitive)


def conversation_page(instrument: Instrument, lines: Iterable[HelpLine], words: Words) -> Document:
    """Compose the sheet.

    Args:
        instrument: One that asks something in words for the family.
        lines: Every help line.
        words: In the language of the instrument.
    """
    blocks = (
        paragraph(strong(words("reader.gezin"))),
        paragraph(words("conversation.about")),
        *goes_well(Reader.FAMILY, words),
        Heading(2, words("conversation.questions")),
        *_questions(instrument),
        Heading(2, words("family.next")),
        Fields(((words("family.contact"),), (words("family.next_day"),))),
        *closing([instrument], Reader.FAMILY, lines, "", words),
    )
    title = words("conversation.title")
    made = page(title, words, blocks, footer(instrument, words), foreign([instrument], words))
    return replace(made, is_sheet=True, for_everybody=True)


def _questions(instrument: Instrument) -> Iterator[Block]:
    for question in asked_of_family(instrument):
        yield WritingLines(1, question.ask_family)
