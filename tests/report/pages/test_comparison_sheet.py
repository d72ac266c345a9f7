"""Several views on one side of paper: what changes an advice first, and how much is left out."""

from dataclasses import replace
from functools import cache

import pytest

from integraal.engine.compare.views import compare
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.reading.cases.casefile import read_case
from integraal.reading.library import Library, data_folder
from integraal.report.blocks import Document, Heading
from integraal.report.figures import Ladder
from integraal.report.pages.comparison_sheet import comparison_sheet
from integraal.report.prose import first_sentence
from integraal.words.words import LANGUAGES, Words
from tests.engine.builders import cases
from tests.report.render.pdf.paper import in_pdf, opened
from tests.report.shipped_pages import all_text, shipped

PEOPLE = ("wijkteam", "school", "gezin")
ALIKE = {"direct_gevaar": "nee", "veiligheid": "geen_zorg", "draaglast": "zwaar"}
LIGHT = {
    "aantal_professionals": "een",
    "wie_nodig": "eigen_organisatie",
    "gezinsleden": "een",
    "brede_blik": "ja",
    "organisaties": "nul_of_een",
    "hulpverloop": "loopt",
    "iedereen_betrokken": "ja",
    "prioriteit": "eens",
    "samenhang": "los",
}
HEAVY = {
    "aantal_professionals": "drie_of_meer",
    "wie_nodig": "meerdere_sectoren",
    "gezinsleden": "twee",
    "brede_blik": "nee",
    "organisaties": "vier_of_meer",
    "hulpverloop": "vastgelopen",
    "iedereen_betrokken": "te_veel",
    "prioriteit": "oneens",
    "samenhang": "alleen_samen",
}


@cache
def example(language: str) -> Document:
    """With danger, which takes a fifth of the side."""
    folder = data_folder() / "voorbeelden" / "vergelijken"
    read = [read_case(folder / f"{p}.yaml", shipped(), lambda _: None).case for p in PEOPLE]
    return comparison_sheet(PEOPLE, compare(lower(shipped(language)), read, ()), Words(language))


def of(name: str, *given: dict[str, str], language: str = "nl") -> Document:
    program = lower(Library().instrument(name, language))
    found = compare(program, cases(*map(Answers, given)), ())
    return comparison_sheet(PEOPLE[: len(given)], found, Words(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_views_stand_on_one_side_below_danger(language: str) -> None:
    made = example(language)
    assert made.alarm is not None
    assert len(opened(in_pdf(made)).pages) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_so_do_views_that_differ_about_routes(language: str) -> None:
    shared = {"land": "nl", "professional_betrokken": "ja", "veiligheid": "geen_zorg"}
    others = {"kader": "gedwongen_jeugd", "leeftijdsgroep": "jeugd"}
    made = of("procesregie", {**shared, "kader": "vrijwillig"}, {**shared, **others})
    assert len(opened(in_pdf(made)).pages) == 1
    told = all_text(made)
    assert "gecertificeerde instelling" in told


def test_what_changes_an_advice_comes_before_what_does_not() -> None:
    told, words = all_text(example("nl")), Words("nl")
    at = [told.index(words(key)) for key in ("compare.first", "compare.rest", "compare.ask")]
    assert at == sorted(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_counts_what_it_leaves_out_and_names_the_command_that_shows_it(language: str) -> None:
    told = all_text(example(language))
    assert Words(language)("compare.ask_count", count=8) in told
    far = of("voor-wie-doen-we-wat", {**ALIKE, **LIGHT}, {**ALIKE, **HEAVY}, language=language)
    assert len(opened(in_pdf(far)).pages) == 1


def test_where_nothing_comes_before_it_the_ladder_is_drawn() -> None:
    one, two = ({**ALIKE, "gezinsleden": each} for each in ("een", "twee"))
    calm = of("voor-wie-doen-we-wat", one, two)
    assert any(isinstance(block, Ladder) for block in calm.blocks)
    assert not any(isinstance(block, Ladder) for block in example("nl").blocks)


def test_nobody_differs_and_that_is_said_too() -> None:
    same = of("voor-wie-doen-we-wat", ALIKE, ALIKE)
    assert Words("nl")("compare.no_difference") in all_text(same)
    assert replace(same, alarm=None).is_sheet
    headings = [block.text for block in same.blocks if isinstance(block, Heading)]
    assert Words("nl")("checklist.agreements") in headings
    assert first_sentence(Words("nl")("compare.agreed")) in all_text(same)
