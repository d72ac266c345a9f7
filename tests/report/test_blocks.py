"""The document model: a form knows its parts, and every kind of block is tried on every page."""

from dataclasses import replace
from typing import get_args

from integraal.report.blocks import (
    Block,
    Document,
    Form,
    FormQuestion,
    FormSection,
    Heading,
    Paragraph,
    WritingLines,
)
from integraal.report.text import inline
from tests.report.render.kinds import KINDS

FIRST = FormQuestion("A1", ("Wie?",), WritingLines(1))
SECOND, THIRD = replace(FIRST, code="A2"), replace(FIRST, code="B1")
LEADS: tuple[tuple[Block, ...], ...] = (
    (Heading(2, "A"), Paragraph(inline("Over wie het gaat."))),
    (Heading(2, "B"),),
)
FORM = Form(
    (), (FormSection(LEADS[0], (FIRST, SECOND)), FormSection(LEADS[1], (THIRD,))), (LEADS[1],)
)


def test_the_first_question_of_a_section_stays_with_what_leads_it() -> None:
    assert list(FORM.units) == [(LEADS[0], FIRST), ((), SECOND), (LEADS[1], THIRD)]


def test_only_a_document_that_is_nothing_else_is_laid_out_as_a_form() -> None:
    assert Document("T", "nl", (FORM,)).form is FORM
    assert Document("T", "nl", (Heading(1, "T"), FORM)).form is None
    assert Document("T", "nl", ()).form is None


def test_the_language_of_a_document_comes_before_the_others() -> None:
    assert Document("T", "nl", ()).languages == ("nl",)
    assert Document("T", "nl", (), further_languages=("fr", "en")).languages == ("nl", "fr", "en")


def test_every_kind_of_block_has_an_example_for_the_tests_of_renderers() -> None:
    assert {type(make("x")) for make in KINDS.values()} == set(get_args(Block))
