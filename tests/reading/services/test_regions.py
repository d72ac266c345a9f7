"""A region names its services: for which routes, and since when nobody looked."""

from datetime import date
from pathlib import Path

import pytest

from integraal.model.finding import Faulty, Severity
from integraal.reading.services.regions import instrument_of_region, read_region
from tests.reading.helpers import good

TODAY = date(2026, 11, 22)
HEAD = """\
schema: integraal/region/1
id: dorp
title: Het dorp
instrument: tafels
services:
  - id: loket
    name: Het loket
    for: [{outcome}]
    languages: [nl, fr]
    key_point: true
"""


def _write(folder: Path, text: str) -> Path:
    path = folder / "dorp.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_service_takes_up_routes_and_says_how_to_get_there(tmp_path: Path) -> None:
    more = "    access: Elke ochtend\n    checked: 2026-11-01\n"
    text = HEAD.format(outcome="loket, balie") + more
    region, notes = read_region(_write(tmp_path, text), good("tafels.yaml"), TODAY)
    (service,) = region.services
    assert (service.serves, service.languages) == (("loket", "balie"), ("nl", "fr"))
    assert (service.access, service.key_point, service.needs_check) == ("Elke ochtend", True, False)
    assert notes == ()


@pytest.mark.parametrize(
    ("checked", "stale"), [("2026-05-23", False), ("2026-05-22", True), ("2020-01-01", True)]
)
def test_what_was_checked_half_a_year_ago_must_be_checked_again(
    tmp_path: Path, checked: str, stale: bool
) -> None:
    text = HEAD.format(outcome="loket, balie") + f"    checked: {checked}\n"
    region, notes = read_region(_write(tmp_path, text), good("tafels.yaml"), TODAY)
    assert region.services[0].needs_check is stale
    assert [note.code for note in notes] == (["service-stale"] if stale else [])


def test_what_nobody_ever_checked_must_be_checked(tmp_path: Path) -> None:
    path = _write(tmp_path, HEAD.format(outcome="loket"))
    assert read_region(path, good("tafels.yaml"), TODAY)[0].services[0].needs_check


def test_a_route_that_no_service_takes_up_is_named(tmp_path: Path) -> None:
    path = _write(tmp_path, HEAD.format(outcome="balie"))
    (note,) = read_region(path, good("tafels.yaml"), TODAY)[1]
    assert (note.code, note.severity) == ("service-missing", Severity.WARNING)
    assert dict(note.details)["outcome"] == "loket"


def test_a_route_that_is_not_there_is_refused_with_the_nearest(tmp_path: Path) -> None:
    path = _write(tmp_path, HEAD.format(outcome="loke"))
    with pytest.raises(Faulty) as faulty:
        read_region(path, good("tafels.yaml"), TODAY)
    (finding,) = faulty.value.findings
    assert (finding.code, finding.suggestion) == ("unknown-outcome", "loket")


def test_services_of_another_instrument_are_refused(tmp_path: Path) -> None:
    path = _write(tmp_path, HEAD.format(outcome="loket").replace("tafels", "stoelen"))
    assert instrument_of_region(path) == "stoelen"
    with pytest.raises(Faulty) as faulty:
        read_region(path, good("tafels.yaml"), TODAY)
    assert [finding.code for finding in faulty.value.findings] == ["unknown-instrument"]
