"""Sixty services in two languages: from a messy workbook to a map, into HSDS and back."""

import json
from pathlib import Path

import pytest
import yaml

from integraal.model.services.network import Network
from integraal.model.services.targets import targets_of
from integraal.reading.library import Library
from integraal.reading.services.networks import read_network
from tests.conftest import Run
from tests.network.messy import WRONG, messy_workbook
from tests.network.sixty import SIXTY
from tests.network.test_search import FIRST

LIBRARY = Library()
TARGETS = [
    target
    for header in LIBRARY.headers("instrument")
    for target in targets_of(LIBRARY.instrument_file(header.path))
]


def network_in(path: Path) -> Network:
    return read_network(path, TARGETS)[0]


@pytest.fixture
def taken(integraal: Run, tmp_path: Path) -> tuple[Path, str]:
    """The network file of the messy workbook, and what was said."""
    messy_workbook(tmp_path / "kaart.xlsx")
    done = integraal("netwerk", "kaart.xlsx", "-o", "netwerk.yaml", "--titel", "Molenwijk")
    assert done.returncode == 1, done.stderr  # rows were refused
    return tmp_path / "netwerk.yaml", done.stderr


def test_every_row_is_taken_or_refused_with_its_place_and_its_reason(
    taken: tuple[Path, str],
) -> None:
    path, said = taken
    rows = len(SIXTY.services) + len(WRONG)
    assert f"kaart.xlsx: rijen gelezen {rows}, opgenomen 60, geweigerd {len(WRONG)}." in said
    for code, _ in WRONG:
        assert f"[{code}]" in said
        line = next(each for each in said.splitlines() if f"error[{code}]" in each)
        assert "[sociale kaart 2026]:" in line
    assert "0470" not in said
    assert len(network_in(path).services) == len(SIXTY.services)


def test_what_was_passed_over_is_said(taken: tuple[Path, str]) -> None:
    _, said = taken
    left = next(each for each in said.splitlines() if "[list-columns-left]" in each)
    assert "Nr" in left
    assert "notities" in next(each for each in said.splitlines() if "[list-sheets-left]" in each)
    assert "[list-lines-above]" in said


def test_what_people_wrote_in_many_ways_means_the_same(taken: tuple[Path, str]) -> None:
    found = {service.name: service for service in network_in(taken[0]).services}
    for number, service in enumerate(SIXTY.services, 1):
        ours = found[service.name]
        assert ours.about == service.about
        assert ours.serves == service.serves
        assert ours.languages == service.languages
        assert ours.key_point == service.key_point
        assert (ours.wait.weeks if ours.wait else None) == (None if number % 3 == 2 else number % 9)
    assert len(network_in(taken[0]).organisations) == 1


@pytest.mark.parametrize("target", ["hsds.json", "hsds.zip", "lijst.csv", "lijst.xlsx"])
def test_into_what_others_have_and_back_nothing_is_lost(
    integraal: Run, taken: tuple[Path, str], target: str
) -> None:
    path, _ = taken
    out = integraal("netwerk", "netwerk.yaml", "-o", target)
    assert out.returncode == 0, out.stderr
    back = integraal("netwerk", target, "-o", "terug.yaml", "--titel", "Molenwijk")
    assert back.returncode == 0, back.stderr
    assert "geweigerd 0." in back.stderr
    assert "list-columns-left" not in back.stderr
    assert "hsds-left" not in back.stderr
    assert network_in(path.parent / "terug.yaml").services == network_in(path).services
    assert network_in(path.parent / "terug.yaml").organisations == network_in(path).organisations


@pytest.mark.parametrize("typed", FIRST)
def test_in_what_came_back_the_service_that_is_meant_comes_first(
    integraal: Run, taken: tuple[Path, str], typed: str
) -> None:
    names = {service.id: service.name for service in SIXTY.services}
    done = integraal("kaart", str(taken[0]), *typed.split(), "-f", "json", "--stil")
    assert json.loads(done.stdout)["services"][0]["name"] == names[FIRST[typed]]


def test_what_is_written_is_a_network_that_controleer_has_nothing_against(
    integraal: Run, taken: tuple[Path, str]
) -> None:
    done = integraal("controleer", str(taken[0]))
    assert done.returncode == 0, done.stdout + done.stderr
    assert yaml.safe_load(taken[0].read_text("utf-8"))["title"] == "Molenwijk"
