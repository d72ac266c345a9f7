"""What people wrote stands on the advice of a professional, and on no page for others."""

import pytest

from integraal.engine.assess import assess_for
from integraal.engine.lower import lower
from integraal.model.answers import DONT_KNOW, Answer, Answers
from integraal.model.case import Case, Moment
from integraal.model.reader import Reader
from integraal.report.pages.advice import advice_page
from integraal.report.pages.advice_sheet import advice_sheet
from integraal.report.parts.written import written
from integraal.words.words import LANGUAGES, Words
from tests.report.shipped_pages import all_text, shipped

WROTE: dict[str, Answer] = {
    "wat_nodig": "rust in huis, voor de jongste",
    "wat_voorgaat": "eerst de huur; samen koken gaat goed",
    "draaglast": "zwaar",
}


def pages(reader: Reader, answers: dict[str, Answer], language: str = "nl") -> list[str]:
    """Give the whole page and the sheet for a reader, as text."""
    case = Case("C-1", moments=(Moment(None, Answers(answers)),))
    found = assess_for(reader, lower(shipped(language)), case, ())
    assert found is not None
    words = Words(language)
    return [all_text(page(found, words)) for page in (advice_page, advice_sheet)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_advice_of_a_professional_has_it_under_the_names_of_the_questions(
    language: str,
) -> None:
    for told in pages(Reader.PROFESSIONAL, WROTE, language):
        assert Words(language)("written.title") in told
        for name in ("wat_nodig", "wat_voorgaat"):
            assert f"{shipped(language).question(name).name}" in told
            assert str(WROTE[name]) in told


def test_a_page_for_the_table_has_none_of_it() -> None:
    for told in pages(Reader.TABLE, WROTE):
        assert Words("nl")("written.title") not in told
        assert not any(str(WROTE[name]) in told for name in ("wat_nodig", "wat_voorgaat"))


def test_where_nobody_wrote_anything_there_is_no_heading_for_it() -> None:
    case = Case("C-1", moments=(Moment(None, Answers({"wat_nodig": DONT_KNOW})),))
    found = assess_for(Reader.PROFESSIONAL, lower(shipped()), case, ())
    assert found is not None
    assert list(written(found, Words("nl"))) == []
