from pathlib import Path

import pytest

from integraal.model.finding import Faulty
from integraal.model.study.criteria import Bound, Measure
from integraal.reading.library import Library, data_folder
from integraal.reading.panel.criteria import CRITERIA, criteria_text, read_criteria
from integraal.words.words import LANGUAGES, Words

INSTRUMENTS = ("questions.yaml", "meldcode.yaml", "gedeelde-zorg.yaml", "kruispunt-onthaal.yaml")


def _written(folder: Path, text: str) -> Path:
    (folder / CRITERIA).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_the_file_that_a_team_begins_with_can_be_read(
    tmp_path: Path, name: str, language: str
) -> None:
    instrument = Library(data_folder()).instrument_file(data_folder() / name)
    text = criteria_text(instrument, Words(language))
    criteria = read_criteria(_written(tmp_path, text), instrument)
    assert criteria.missed.weight > criteria.under.weight > criteria.over.weight
    measures = {one.measure for one in criteria.criteria}
    assert (Measure.UNDER_ADVICE in measures) == (instrument.scale is not None)
    assert (Measure.MISSED_SAFETY in measures) == bool(instrument.outcomes)


def test_the_routes_of_danger_are_those_of_safety_until_a_team_says_more(tmp_path: Path) -> None:
    instrument = Library(data_folder()).instrument_file(data_folder() / "meldcode.yaml")
    text = criteria_text(instrument, Words("nl"))
    assert "bel-112" in read_criteria(_written(tmp_path, text), instrument).safety_routes


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("limit: 0.60", "limit: 60", "not-a-bound"),
        ("limit: 0.60", "limit: 0,60", "not-a-bound"),
        ("measure: raters_alpha", "measure: raters_alfa", "unknown-word"),
        ("    bound: lower", "    bound: low", "unknown-word"),
        ("wanted: at_least", "wanted: more", "unknown-word"),
        ("weight: 10", "weight: 0", "not-a-count"),
        ("safety_routes: [", "safety_routes: [geen-route, ", "unknown-outcome"),
        ("id: met-het-advies", "id: beoordelaars-onderling", "duplicate-id"),
    ],
)
def test_what_is_no_criterion_is_named(tmp_path: Path, before: str, after: str, code: str) -> None:
    instrument = Library(data_folder()).instrument_file(data_folder() / "meldcode.yaml")
    text = criteria_text(instrument, Words("nl")).replace(before, after, 1)
    with pytest.raises(Faulty) as stopped:
        read_criteria(_written(tmp_path, text), instrument)
    assert [one.code for one in stopped.value.findings] == [code]


def test_a_criterion_looks_at_an_end_of_an_interval_only_where_it_says_so(tmp_path: Path) -> None:
    instrument = Library(data_folder()).instrument_file(data_folder() / "questions.yaml")
    criteria = read_criteria(_written(tmp_path, criteria_text(instrument, Words("nl"))), instrument)
    bounds = {one.id: one.bound for one in criteria.criteria}
    assert bounds["met-zichzelf"] is Bound.ESTIMATE
    assert bounds["niet-te-licht"] is Bound.UPPER
