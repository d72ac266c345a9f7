"""How close together a form stands where it cannot be measured: chosen from its length."""

import pytest

from integraal.report.blocks import Document, Paragraph, inline
from integraal.report.render.form_fit import AS_IT_COMES, LIMITS, Closeness, closeness
from integraal.report.render.pdf.look import lines
from integraal.words.words import LANGUAGES
from tests.conftest import INSTRUMENTS
from tests.report.every import blank


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_form_in_one_language_is_meant_to_be_one_sheet(name: str, language: str) -> None:
    assert lines(blank(name, language)) <= LIMITS[-1][0]


def test_a_short_form_is_roomy_and_the_longest_that_fits_is_closest() -> None:
    assert closeness(Document("T", "nl", (), is_form=True)) is Closeness.ROOMY
    assert closeness(long_form(LIMITS[-1][0])) is Closeness.CLOSEST


def test_a_form_that_does_not_fit_on_one_sheet_comes_as_it_comes() -> None:
    assert closeness(long_form(LIMITS[-1][0] + 10)) is AS_IT_COMES


def long_form(length: int) -> Document:
    """Make a form of so many lines."""
    form = Document("T", "nl", (Paragraph(inline("a" * 60 * (length - 1))),), is_form=True)
    assert lines(form) == length
    return form
