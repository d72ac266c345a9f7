"""Every instrument has an honest sentence, and none has that of another."""

from dataclasses import replace

import pytest

from integraal.model.instrument import Instrument, Validation
from integraal.model.source import Citation
from integraal.reading.library import Library
from integraal.words.honest import disclaimer_text, honest_for_others, honest_text
from integraal.words.words import LANGUAGES, Words
from tests.conftest import ROOT

FOREIGN = ROOT / "tests" / "instruments" / "good" / "eigen-schaal" / "questions.yaml"
STUDIES = (None, Validation(), Validation("Een verzonnen groep", Citation("VERZONNEN", "blz. 3")))
OURS = ("samenwerk", "working together", "collabor", "intensi")


@pytest.fixture(params=STUDIES, ids=["not said", "nobody", "somebody"])
def foreign(request: pytest.FixtureRequest) -> Instrument:
    return replace(Library().instrument_file(FOREIGN), validated=request.param)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_an_instrument_of_others_is_not_about_ours(
    foreign: Instrument, language: str
) -> None:
    words = Words(language)
    for told in (honest_text, disclaimer_text, honest_for_others):
        said = told(foreign, words)
        assert len(said) > 40
        assert [word for word in OURS if word in said.casefold()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_whether_it_was_studied_is_said_three_ways(language: str) -> None:
    words, read = Words(language), Library().instrument_file(FOREIGN)
    for told in (honest_text, honest_for_others):
        said = [told(replace(read, validated=study), words) for study in STUDIES]
        assert len(set(said)) == 3
        assert ["verzonnen groep" in each for each in said] == [False, False, True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_ours_keep_their_sentences(language: str) -> None:
    for name in ("voor-wie-doen-we-wat", "meldcode"):
        instrument, words = Library().instrument(name, language), Words(language)
        routes = "" if instrument.scale else "_routes"
        own = f"{words(f'honest.nobody{routes}')} {instrument.disclaimer_here}"
        assert honest_text(instrument, words) == own
