"""Where there was too much to look at, every page says so and calls nothing possible for sure."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from integraal.model.results.assessment import Assessment
from integraal.report.blocks import Document
from integraal.report.data.advice import advice_json
from integraal.report.pages.advice import advice_page
from integraal.report.pages.advice_sheet import advice_sheet
from integraal.words.words import LANGUAGES, Words
from tests.report.shipped_pages import all_text, assessed, cases


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [advice_page, advice_sheet])
def test_what_was_not_looked_at_is_said(
    page: Callable[[Assessment, Words], Document], language: str
) -> None:
    words = Words(language)
    whole = assessed(cases()["leeg"], language)
    cut = replace(whole, advice=replace(whole.advice, searched_all=False))
    told = words("advice.not_all_searched")
    assert told not in all_text(page(whole, words))
    assert told in all_text(page(cut, words))
    assert words("advice.range_between").strip() not in all_text(page(cut, words))
    assert advice_json(cut, words)["searched_all"] is False
    assert advice_json(whole, words)["searched_all"] is True
