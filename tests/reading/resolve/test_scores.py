"""A score as written becomes a Score, in every language, and comes along with the rules on it."""

from pathlib import Path

import pytest

from integraal.model.instrument import Band, Weights
from integraal.reading.library import Library
from integraal.reading.overlay import texts
from tests.reading.helpers import GOOD, good


def test_a_band_without_an_end_goes_up_to_the_next_or_to_the_highest_sum() -> None:
    score = good("zorgpunten.yaml").score("basis")
    assert score.bands == (
        Band("stevig", "Stevig", 0, 5),
        Band("wankel", "Wankel", 6, 11),
        Band("zwak", "Zwak", 12, 16),
    )
    assert score.most == 16


def test_options_weigh_in_the_order_of_the_question_and_questions_in_that_of_the_file() -> None:
    score = good("zorgpunten.yaml").score("steunpunten")
    assert score.items == (
        Weights("steun", (("familie", 2), ("vrienden", 1), ("buren", 1)), several=True),
        Weights("nachtrust", (("nee", 0), ("ja", 2))),
    )


def test_the_texts_of_a_score_are_there_to_translate() -> None:
    found = texts(good("klachtenlijst.yaml"))
    assert found["scores.klachten.name"] == "Klachten"
    assert found["scores.klachten.bands.licht.name"] == "Lichte klachten"
    assert found["scores.klachten.because"].startswith("De verzonnen handleiding")


@pytest.fixture
def borrower(tmp_path: Path) -> Path:
    lender = (GOOD / "klachtenlijst.yaml").read_text(encoding="utf-8")
    (tmp_path / "klachtenlijst.yaml").write_text(lender, encoding="utf-8")
    small = (GOOD / "klein.yaml").read_text(encoding="utf-8")
    taking = small.replace("scale:", "minimum_from: [klachtenlijst]\nscale:", 1)
    assert taking != small
    path = tmp_path / "klein.yaml"
    path.write_text(taking, encoding="utf-8")
    return path


def test_a_score_comes_along_with_the_rules_that_look_at_it(borrower: Path) -> None:
    instrument = Library(borrower.parent, cache=None).instrument_file(borrower)
    (score,) = instrument.scores
    assert (score.id, score.minimum_of) == ("klachten", "klachtenlijst")
    assert score.questions == {question.id for question in instrument.unasked}


def test_an_instrument_with_a_score_comes_out_of_the_cache_as_it_went_in(tmp_path: Path) -> None:
    path = GOOD / "zorgpunten.yaml"
    fresh = Library(path.parent, cache=None).instrument_file(path)
    assert Library(path.parent).instrument_file(path) == fresh
    assert Library(path.parent).instrument_file(path) == fresh
