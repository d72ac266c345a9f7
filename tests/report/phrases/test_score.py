"""A score in words: a range with what it means, and never a bare number."""

import pytest

from integraal.model.condition import InScore
from integraal.model.results.advice import ScoreRange
from integraal.report.phrases.score import band_text, range_text, score_text, wanted_text
from integraal.words.words import Words
from tests.reading.helpers import good

SCORE = good("klachtenlijst.yaml").score("klachten")
OPEN = ScoreRange("klachten", 12, 18, 27, ("matig", "vrij-ernstig"), (), ("contact", "rust"))
SAID = {
    "nl": "12 tot 18 van 27, nog 2 vragen open: matige klachten of vrij ernstige klachten",
    "en": "12 to 18 out of 27, 2 questions still open: matige klachten or vrij ernstige klachten",
    "fr": "12 à 18 sur 27, encore 2 questions ouvertes : matige klachten ou vrij ernstige klachten",
}


@pytest.mark.parametrize("language", SAID)
def test_an_open_score_says_from_what_to_what_and_what_that_means(language: str) -> None:
    assert score_text(SCORE, OPEN, Words(language)) == SAID[language]


@pytest.mark.parametrize(
    ("low", "high", "still_open", "text"),
    [
        (14, 14, (), "14 van 27"),
        (14, 17, ("contact",), "14 tot 17 van 27, nog 1 vraag open"),
        (14, 14, ("contact",), "14 van 27, nog 1 vraag open"),
    ],
)
def test_how_many_questions_are_open_is_said_in_their_number(
    low: int, high: int, still_open: tuple[str, ...], text: str
) -> None:
    found = ScoreRange("klachten", low, high, 27, (), (), still_open)
    assert range_text(found, Words("nl")) == text


def test_a_sum_in_no_band_says_so() -> None:
    found = ScoreRange("klachten", 14, 14, 27, (), (), ())
    said = score_text(SCORE, found, Words("nl"))
    assert said == "14 van 27: daar hoort geen omschrijving bij"


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (20, 27, "Klachten: ernstige klachten (20 tot en met 27)"),
        (10, None, "Klachten: minstens 10"),
        (None, 4, "Klachten: hooguit 4"),
        (3, 12, "Klachten: van 3 tot en met 12"),
    ],
)
def test_what_is_asked_of_a_score_is_said_by_its_band_where_it_has_one(
    low: int | None, high: int | None, text: str
) -> None:
    assert wanted_text(InScore("klachten", low, high, ()), SCORE, Words("nl")) == text


def test_a_band_of_one_sum_names_it_once() -> None:
    band = SCORE.bands[0]
    assert band_text(band, Words("nl")) == "geen of weinig klachten (0 tot en met 4)"
    single = type(band)("vol", "Vol", 5, 5)
    assert band_text(single, Words("nl")) == "vol (5)"
