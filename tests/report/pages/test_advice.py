"""Where there was too much to look at, every page says so and calls nothing possible for sure."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from integraal.engine.compare.moments import course as course_of
from integraal.engine.compare.versions import version_change
from integraal.engine.compare.views import compare
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.results.assessment import Assessment
from integraal.model.results.versions import CaseChange, Versions
from integraal.report.blocks import Document
from integraal.report.data.advice import advice_json
from integraal.report.data.comparison import comparison_data
from integraal.report.data.course import course_data
from integraal.report.data.versions import versions_data
from integraal.report.pages.advice import advice_page
from integraal.report.pages.advice_sheet import advice_sheet
from integraal.report.pages.authors.versions import versions_page
from integraal.report.pages.comparison import comparison_page
from integraal.report.pages.course import course_page
from integraal.words.words import LANGUAGES, Words
from tests.engine.builders import cases
from tests.report.shipped_pages import all_text, assessed, shipped
from tests.report.shipped_pages import cases as example_cases

DAY = date(2026, 11, 16)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [advice_page, advice_sheet])
def test_what_was_not_looked_at_is_said(
    page: Callable[[Assessment, Words], Document], language: str
) -> None:
    words = Words(language)
    whole = assessed(example_cases()["leeg"], language)
    cut = replace(whole, advice=replace(whole.advice, searched_all=False))
    told = words("advice.not_all_searched")
    assert told not in all_text(page(whole, words))
    assert told in all_text(page(cut, words))
    assert words("advice.range_between").strip() not in all_text(page(cut, words))
    assert advice_json(cut, words)["searched_all"] is False
    assert advice_json(whole, words)["searched_all"] is True


def cut(assessment: Assessment) -> Assessment:
    """The same case, had the search given up on it."""
    return replace(assessment, advice=replace(assessment.advice, searched_all=False))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_beside_other_views_and_over_moments_too(language: str) -> None:
    words, program = Words(language), lower(shipped(language))
    some = cases(Answers(), Answers({"gezinsleden": "twee"}))
    views = compare(program, some, ())
    given_up = replace(views.views[0], assessment=cut(views.views[0].assessment))
    some_views = replace(views, views=(given_up, *views.views[1:]))
    course = course_of(program, some[0], ())
    (stage,) = course.stages
    some_stages = replace(course, stages=(replace(stage, assessment=cut(stage.assessment)),))
    told = words("advice.not_all_searched")
    for page, made in (
        (comparison_page(["a", "b"], views, words), comparison_page(["a", "b"], some_views, words)),
        (course_page([course], DAY, words), course_page([some_stages], DAY, words)),
    ):
        assert told not in all_text(page)
        assert told in all_text(made)
    data = comparison_data(["a", "b"], some_views, words)
    assert [view["searched_all"] for view in data["views"]] == [False, True]
    (each,) = course_data([some_stages], DAY, words)["instruments"]
    assert [moment["searched_all"] for moment in each["moments"]] == [False]


def test_it_is_said_over_versions_too() -> None:
    words, program = Words("nl"), lower(shipped())
    whole = version_change(program, program, Answers(), Answers())
    some = replace(whole, after=replace(whole.after, searched_all=False))
    for change, is_said in ((whole, False), (some, True)):
        cases = (CaseChange("c.yaml", "C-1", change),)
        versions = Versions(program.instrument, program.instrument, cases, ())
        page = all_text(versions_page(versions, words))
        assert (words("advice.not_all_searched") in page) is is_said
        assert versions_data(versions, words)["searched_all"] is not is_said
