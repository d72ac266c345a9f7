"""Notes go in the file of a network, once for each day, and nowhere else."""

import json
import shutil
from pathlib import Path

import pytest

from integraal.reading.library import data_folder
from tests.conftest import Run

SHIPPED = data_folder() / "regio" / "voorbeeldnetwerk.yaml"
NOTED = ("--verslag", "--datum", "2026-10-06", "--sectoren", "welzijn")


@pytest.fixture
def network(tmp_path: Path) -> Path:
    return Path(shutil.copy(SHIPPED, tmp_path / "netwerk.yaml"))


def test_a_day_is_noted_once(integraal: Run, network: Path) -> None:
    assert integraal("overleg", str(network), *NOTED).returncode == 0
    once = network.read_bytes()
    again = integraal("overleg", str(network), *NOTED)
    assert again.returncode == 2
    assert "van 6 oktober 2026 staat er al een verslag" in " ".join(again.stderr.split())
    assert network.read_bytes() == once


def test_a_day_of_which_only_the_day_was_known_can_still_be_noted(
    integraal: Run, network: Path
) -> None:
    network.write_text(f"{network.read_text('utf-8')}meetings:\n  - on: 2026-10-06\n", "utf-8")
    done = integraal("overleg", str(network), *NOTED)
    assert done.returncode == 0, done.stderr
    assert network.read_text("utf-8").count("2026-10-06") == 1


def test_through_a_link_the_file_itself_is_written(integraal: Run, network: Path) -> None:
    link = network.with_name("koppeling.yaml")
    link.symlink_to(network)
    assert integraal("overleg", str(link), *NOTED).returncode == 0
    assert link.is_symlink()
    assert "2026-10-06" in network.read_text("utf-8")


def test_what_was_noted_is_counted_for_who_noted_it(integraal: Run, network: Path) -> None:
    done = integraal("overleg", str(network), *NOTED, "--thema", "wachten / caw")
    told = " ".join(done.stderr.split())
    assert "Genoteerd: het overleg van 6 oktober 2026" in told
    assert "Thema's: 1. Afspraken: 0." in told


def test_a_file_that_is_not_there_is_not_made(integraal: Run, tmp_path: Path) -> None:
    done = integraal("overleg", str(tmp_path / "geen.yaml"), *NOTED)
    assert done.returncode == 1
    assert "no-such-file" in done.stderr
    assert not (tmp_path / "geen.yaml").exists()


def test_who_takes_over_the_chair_stands_in_the_file_above_its_meetings(
    integraal: Run, network: Path
) -> None:
    before = network.read_text("utf-8").rstrip()
    for day, chair in (("2026-10-06", "CAW De Brug"), ("2026-10-07", "ocmw")):
        noted = ("--verslag", "--datum", day, "--neemt-over", chair)
        done = integraal("overleg", str(network), *noted)
        assert done.returncode == 0, done.stderr
    added = network.read_text("utf-8").removeprefix(before).strip()
    assert added == "next_chair: ocmw\nmeetings:\n  - on: 2026-10-06\n  - on: 2026-10-07"
    agenda = integraal("overleg", str(network), "--agenda", "-f", "json")
    assert json.loads(agenda.stdout)["next_chair"] == "ocmw"


def test_who_is_not_in_the_network_takes_over_nothing(integraal: Run, network: Path) -> None:
    before = network.read_bytes()
    done = integraal("overleg", str(network), "--verslag", "--neemt-over", "bakkers")
    assert done.returncode == 2
    assert "'bakkers' staat niet in de lijst. Kies uit: caw" in " ".join(done.stderr.split())
    assert network.read_bytes() == before


def test_who_takes_over_belongs_to_notes(integraal: Run, network: Path) -> None:
    done = integraal("overleg", str(network), "--plan", "--neemt-over", "caw")
    assert (done.returncode, "--verslag" in done.stderr) == (2, True)
