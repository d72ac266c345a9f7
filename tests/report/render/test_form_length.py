"""How close together a form stands where it cannot be measured: chosen from its length."""

import pytest

from integraal.report.blocks import Form, Paragraph
from integraal.report.render.form_length import AS_IT_COMES, LIMITS, Closeness, closeness, lines
from integraal.report.text import inline
from integraal.words.words import LANGUAGES
from tests.conftest import INSTRUMENTS
from tests.report.render.every import blank


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_form_in_one_language_is_meant_to_be_one_sheet(name: str, language: str) -> None:
    form = blank(name, language).form
    assert form is not None
    assert lines(form) <= LIMITS[-1][0]


def test_a_short_form_is_roomy_and_the_longest_that_fits_is_closest() -> None:
    assert closeness(Form((), (), ())) is Closeness.ROOMY
    assert closeness(long_form(LIMITS[-1][0])) is Closeness.CLOSEST


def test_a_form_that_does_not_fit_on_one_sheet_comes_as_it_comes() -> None:
    assert closeness(long_form(LIMITS[-1][0] + 10)) is AS_IT_COMES


def long_form(length: int) -> Form:
    """Make a form of so many lines."""
    form = Form((Paragraph(inline("a" * 60 * (length - 1))),), (), ())
    assert lines(form) == length
    return form
