"""The sheet that a family prepares a conversation with: its questions, its words, its own."""

import pytest

from integraal.model.instrument import Kind
from integraal.reading.library import Library
from integraal.report.blocks import Document, WritingLines
from integraal.report.pages.family.conversation import asked_of_family, conversation_page
from integraal.words.words import LANGUAGES, Words
from tests.conftest import INSTRUMENTS
from tests.report.render.pdf.paper import in_pdf, opened
from tests.report.shipped_pages import all_text, shipped


def sheet(language: str = "nl") -> Document:
    lines = Library().help_lines(language).lines
    return conversation_page(shipped(language), lines, Words(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_asks_each_question_that_has_words_for_the_family_with_room_to_write(
    language: str,
) -> None:
    room = [block.label for block in sheet(language).blocks if isinstance(block, WritingLines)]
    asked = [question.ask_family for question in asked_of_family(shipped(language))]
    assert len(asked) >= 10
    assert [text for text in asked if text not in room] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_no_level_and_no_option(language: str) -> None:
    instrument = shipped(language)
    told = all_text(sheet(language)).lower()
    assert instrument.scale is not None
    names = [level.plain[0].lower() for level in instrument.scale.levels]
    assert [name for name in names if name in told] == []


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_nothing_sensitive_is_asked_on_it(name: str) -> None:
    instrument = Library().instrument(name)
    sensitive = [q.id for q in asked_of_family(instrument) if q.sensitive]
    assert sensitive == []
    assert not any(q.ask_family for q in instrument.questions() if q.sensitive)
    assert all(q.kind in Kind for q in asked_of_family(instrument))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_sheet_in_type_that_anybody_reads(language: str) -> None:
    made = sheet(language)
    assert made.for_everybody
    assert len(opened(in_pdf(made)).pages) == 2


def test_a_line_to_write_on_does_not_hold_the_next_one_to_its_page() -> None:
    first = opened(in_pdf(sheet())).pages[0].extract_text()
    told = [q.ask_family for q in asked_of_family(shipped())]
    assert told[0].split()[0] in first
    assert sum(text.split("?")[0] in first for text in told) > len(told) / 3
