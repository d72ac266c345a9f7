"""Measures of a panel are said in words, with their interval, as each language writes numbers."""

import pytest

from integraal.model.study.criteria import Measure
from integraal.model.study.findings import Estimate
from integraal.report.phrases.panel import estimate_text, level_name, measure_text, number
from integraal.words.words import LANGUAGES, Words
from tests.panel.studies import instrument


@pytest.mark.parametrize(("language", "shown"), [("nl", "0,67"), ("fr", "0,67"), ("en", "0.67")])
def test_a_number_has_two_decimals_and_the_comma_of_its_language(language: str, shown: str) -> None:
    assert number(2 / 3, Words(language)) == shown


def test_a_measure_stands_with_both_ends_of_its_interval() -> None:
    found = Estimate(0.8, 0.6, 0.91)
    assert estimate_text(found, Words("nl")) == "0,80 (0,60 tot 0,91)"
    assert estimate_text(found, Words("en")) == "0.80 (0.60 to 0.91)"


def test_without_an_interval_none_is_made_up() -> None:
    assert estimate_text(Estimate(0.8), Words("nl")) == "0,80"
    assert estimate_text(Estimate(None), Words("nl")) == "–"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_has_a_name_of_its_own(language: str) -> None:
    names = [measure_text(measure, Words(language)) for measure in Measure]
    assert all(names)
    assert len(set(names)) == len(names)


def test_the_same_measure_says_with_whom_it_is_about() -> None:
    among, advice = (
        measure_text(one, Words("nl")) for one in (Measure.RATERS_SAME, Measure.ADVICE_SAME)
    )
    assert among != advice
    assert among.startswith("precies hetzelfde")
    assert advice.startswith("precies hetzelfde")


def test_a_level_is_called_as_people_call_it_and_one_that_is_not_there_as_it_is_written() -> None:
    assert level_name("connectie", instrument()) == "Connectie"
    assert level_name("vroeger", instrument()) == "vroeger"
