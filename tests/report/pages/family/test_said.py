"""What a child reads: its own words where there are any, and those for the family where not."""

import re

import pytest

from integraal.engine.assess import assess_for
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.case import Case, Moment
from integraal.model.reader import Reader
from integraal.model.results.assessment import Assessment
from integraal.reading.library import Library
from integraal.report.pages.family.page import family_page
from integraal.report.pages.family.said import called_said, ways_said
from integraal.words.words import LANGUAGES, Words
from tests.conftest import INSTRUMENTS
from tests.report.shipped_pages import all_text, shipped

LONGEST = 22
"""Words in a sentence that a child of eight reads."""


def seen(name: str, **answers: str) -> Assessment:
    case = Case("C-1", moments=(Moment(None, Answers(answers)),))
    found = assess_for(Reader.CHILD, lower(Library().instrument(name)), case, ())
    assert found is not None
    return found


def test_a_child_reads_the_level_in_its_own_words() -> None:
    found = seen("voor-wie-doen-we-wat", aantal_professionals="drie_of_meer", brede_blik="ja")
    told = all_text(family_page(found, (), Words("nl")))
    assert found.advice.level is not None
    assert found.advice.level.for_child in told
    assert found.advice.level.for_family not in told


def test_an_action_without_words_for_a_child_is_not_said_to_one() -> None:
    found = seen("voor-wie-doen-we-wat", op_en_afschalen="nee", aantal_professionals="twee")
    told = list(filter(None, called_said(found)))
    family = shipped().action("spreek-warme-overdracht-af").for_family
    assert family
    assert family not in told


def test_where_nothing_is_written_for_a_child_it_reads_what_the_family_reads() -> None:
    found = seen("kruispunt-onthaal", direct_gevaar="nee", wie_vraagt="burger", volwassen="nee")
    assert not found.instrument.speaks_to_children
    assert ways_said(found, Words("nl"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_sentences_for_a_child_are_short_and_never_about_what_is_sensitive(
    name: str, language: str
) -> None:
    instrument = Library().instrument(name, language)
    statements = (*instrument.actions, *instrument.outcomes)
    levels = instrument.scale.levels if instrument.scale else ()
    assert [one.id for one in statements if one.for_child and one.sensitive] == []
    texts = [
        *(one.for_child for one in statements if one.for_child),
        *(level.for_child for level in levels if level.for_child),
    ]
    sentences = [s for text in texts for s in re.split(r"(?<=[.!?])\s", text)]
    assert [s for s in sentences if len(s.split()) > LONGEST] == []
