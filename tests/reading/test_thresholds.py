"""The file of thresholds: which are in force on a day, and what is wrong with one."""

from datetime import date
from pathlib import Path

import pytest

from integraal.model.results.signals import Thresholds
from integraal.reading.instruments import Shelf, read_sources
from integraal.reading.library import data_folder
from integraal.reading.thresholds import check_thresholds, read_thresholds, shipped_thresholds
from tests.reading.helpers import codes, faults

TODAY = date(2026, 11, 22)
ENTRY = """\
  - valid_from: {valid_from}
    suppress_below: {suppress_below}
    round_to: {round_to}
    no_rate_below: {no_rate_below}
    deviation: {deviation}
    source:
      document: Privacyreglement van een verzonnen regio
"""
USUAL = {
    "valid_from": "2026-01-01",
    "suppress_below": "5",
    "round_to": "5",
    "no_rate_below": "10",
    "deviation": "2",
}


def write(folder: Path, *entries: dict[str, str]) -> Path:
    path = folder / "drempels.yaml"
    listed = "".join(ENTRY.format(**{**USUAL, **entry}) for entry in entries)
    path.write_text(f"schema: integraal/drempels/2\nthresholds:\n{listed}", "utf-8")
    return path


def test_the_shipped_thresholds_are_those_of_the_sources() -> None:
    shipped = read_thresholds(shipped_thresholds(), TODAY)
    assert (shipped.suppress_below, shipped.round_to, shipped.no_rate_below) == (5, 5, 20)
    known = read_sources(Shelf(data_folder(), {}, (data_folder() / "sources.yaml",)))
    assert {c.document for c in shipped.citations} == {"IMA", "CBS"}
    assert {c.document for c in shipped.citations} <= {source.id for source in known}


@pytest.mark.parametrize(
    ("day", "threshold"),
    [("2026-01-01", 5), ("2026-06-30", 5), ("2026-07-01", 6), ("2030-01-01", 6)],
)
def test_the_last_entry_whose_day_has_come_is_in_force(
    tmp_path: Path, day: str, threshold: int
) -> None:
    later: dict[str, str] = {"valid_from": "2026-07-01", "suppress_below": "6"}
    for first, second in (({}, later), (later, {})):
        path = write(tmp_path, first, second)
        assert read_thresholds(path, date.fromisoformat(day)).suppress_below == threshold


def test_before_the_first_day_none_is_in_force(tmp_path: Path) -> None:
    path = write(tmp_path, {"valid_from": "2027-01-01"})
    assert codes(lambda: read_thresholds(path, TODAY)) == ["no-thresholds-yet"]
    assert check_thresholds(path)


def test_one_day_has_one_set_of_thresholds(tmp_path: Path) -> None:
    path = write(tmp_path, {}, {"round_to": "3"})
    assert codes(lambda: read_thresholds(path, TODAY)) == ["thresholds-twice"]


def test_rounding_never_makes_nought_of_what_is_shown(tmp_path: Path) -> None:
    path = write(tmp_path, {"round_to": "6"})
    (finding,) = faults(lambda: read_thresholds(path, TODAY))
    assert (finding.code, finding.place.line) == ("rounds-too-far", 5)


def test_no_percentage_is_about_fewer_than_may_be_shown(tmp_path: Path) -> None:
    path = write(tmp_path, {"no_rate_below": "4"})
    assert codes(lambda: read_thresholds(path, TODAY)) == ["rate-of-few"]


@pytest.mark.parametrize("word", ["vijf", "1", "-5", "5.0", "1001", "1e3", "٥", "true"])
def test_a_threshold_is_a_whole_number_within_bounds(tmp_path: Path, word: str) -> None:
    path = write(tmp_path, {"suppress_below": word})
    (finding,) = faults(lambda: read_thresholds(path, TODAY))
    assert finding.code == "not-a-count"
    assert dict(finding.details) == {
        "key": "suppress_below",
        "word": word,
        "least": "2",
        "most": "1000",
    }


def test_every_fault_is_said_at_once(tmp_path: Path) -> None:
    path = write(tmp_path, {"round_to": "0", "valid_from": "nu"}, {"deviation": "0"})
    assert codes(lambda: read_thresholds(path, TODAY)) == [
        "not-a-date",
        "not-a-count",
        "not-a-count",
    ]


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({}, ()),
        ({"suppress_below": "4", "round_to": "3"}, ("suppress_below", "round_to")),
        ({"no_rate_below": "9"}, ("no_rate_below",)),
        ({"deviation": "1"}, ("deviation",)),
        ({"suppress_below": "10", "round_to": "10", "deviation": "3"}, ()),
    ],
)
def test_thresholds_that_protect_less_are_named(
    tmp_path: Path, changed: dict[str, str], named: tuple[str, ...]
) -> None:
    own = read_thresholds(write(tmp_path, changed), TODAY)
    assert own.looser_than(Thresholds(TODAY, 5, 5, 10, 2)) == named
