"""What raters read before they begin."""

from dataclasses import replace

import pytest

from integraal.cli.output.formats import Format
from integraal.cli.output.seam import rendered
from integraal.model.study.sheet import Fact, Vignette, marks_of
from integraal.reading.library import Library
from integraal.report.pages.panel.instruction import instruction
from integraal.words.words import Words
from tests.panel.sheets import ROUTES


def told(cases: int, words: int) -> tuple[Vignette, ...]:
    """So many cases of so many words."""
    fact = Fact("gezinsleden", " ".join(["woord"] * (words - 1)))
    return tuple(Vignette(f"K{at:02}", "Hoor:", ((fact,),)) for at in range(cases))


@pytest.mark.parametrize(("words", "minutes"), [(220, 45), (290, 55), (510, 85)])
def test_how_long_it_takes_follows_from_how_much_there_is_to_read(words: int, minutes: int) -> None:
    page = instruction(ROUTES.title, marks_of(ROUTES), told(30, words), Words("nl"))
    said = " ".join(str(rendered(page, Format.TERMINAL)).split())
    assert f"ongeveer {minutes} minuten" in said


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_all_levels_stand_there_with_what_they_are_and_no_word_of_when(language: str) -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat", language)
    page = instruction(instrument.title, marks_of(instrument), told(30, 330), Words(language))
    text = " ".join(str(rendered(page, Format.MARKDOWN)).split())
    assert instrument.scale is not None
    for level in instrument.scale.levels:
        assert level.name in text
        assert level.what in text
        # Our note beside a level says when it is too much: that would steer a rater.
        assert not level.note or level.note not in text
    assert "60" in text  # minutes, of thirty cases of 330 words


def test_it_says_that_nobody_studied_the_rules_and_that_no_names_are_written() -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    page = instruction(instrument.title, marks_of(instrument), told(30, 330), Words("nl"))
    text = str(rendered(page, Format.TERMINAL))
    assert "Niemand heeft nog onderzocht" in text
    assert "Schrijf geen namen" in text


def test_routes_are_explained_where_there_are_no_levels() -> None:
    page = instruction(ROUTES.title, marks_of(ROUTES), told(5, 100), Words("nl"))
    text = str(rendered(page, Format.TERMINAL))
    assert "De routes" in text
    assert "De niveaus" not in text


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
@pytest.mark.parametrize("is_list", [True, False])
def test_a_list_says_whom_its_questions_mean_and_a_story_does_not(
    language: str, *, is_list: bool
) -> None:
    """«Do you know…?» is not about the rater."""
    cases = tuple(replace(case, opening="" if is_list else "Hoor:") for case in told(3, 40))
    words = Words(language)
    page = instruction(ROUTES.title, marks_of(ROUTES), cases, words)
    said = " ".join(str(rendered(page, Format.MARKDOWN)).split())
    assert (words("instruct.step.read_list") in said) is is_list
    assert (words("instruct.step.read") in said) is not is_list
