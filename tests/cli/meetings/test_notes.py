"""What is told of a meeting is understood whole, or refused at once with what was meant."""

import shutil
from pathlib import Path

import pytest

from integraal.reading.library import data_folder
from tests.conftest import Run
from tests.everything import MEETINGS

SHIPPED = data_folder() / "regio" / "voorbeeldnetwerk.yaml"


@pytest.fixture
def network(tmp_path: Path) -> Path:
    """A network with three meetings."""
    path = Path(shutil.copy(SHIPPED, tmp_path / "netwerk.yaml"))
    path.write_text(f"{path.read_text('utf-8').rstrip()}\n{MEETINGS}", "utf-8")
    return path


def refusal(integraal: Run, network: Path, *options: str, stdin: str = "") -> str:
    """What is said when notes are refused; the file stays as it was."""
    before = network.read_bytes()
    done = integraal("overleg", str(network), "--verslag", *options, stdin=stdin)
    assert done.returncode == 2, done.stderr
    assert network.read_bytes() == before
    return " ".join(done.stderr.split())


def test_of_several_names_the_one_that_is_not_there_is_named_with_what_was_meant(
    integraal: Run, network: Path
) -> None:
    said = refusal(integraal, network, "--sectoren", "welzijn,gezondhed")
    assert "'gezondhed' staat niet in de lijst. Bedoel je Gezondheidszorg?" in said


def test_of_a_short_list_all_is_told_to_who_typed_something_else(
    integraal: Run, network: Path
) -> None:
    said = refusal(integraal, network, "--sectoren", "bakkers")
    assert "gezondheid, welzijn, lokaal_bestuur, burgers, onderwijs of winkels" in said


def test_hundreds_of_names_are_never_told_at_once(integraal: Run, network: Path) -> None:
    said = refusal(integraal, network, "--thema", "Geen huisarts / caw / te weinig artsen")
    assert "'te weinig artsen' lijkt op geen van de" in said
    assert len(said) < 600


def test_a_day_of_which_there_are_notes_is_refused_before_anything_else_is_asked(
    integraal: Run, network: Path
) -> None:
    said = refusal(integraal, network, stdin="15 september 2026\nwelzijn\n")
    assert "Van 15 september 2026 staat er al een verslag" in said
    assert "Welke sectoren" not in said


def test_what_is_asked_and_not_there_is_answered_with_what_was_meant(
    integraal: Run, network: Path
) -> None:
    said = refusal(integraal, network, stdin="2026-10-06\nwelzijn, gezondhed\n")
    assert "'gezondhed' staat niet in de lijst. Bedoel je Gezondheidszorg?" in said


def test_an_agreement_names_an_organisation_by_its_id_or_keeps_the_words(
    integraal: Run, network: Path
) -> None:
    agreed = ("--afspraak", "brief schrijven / CAW De Brug / 2027-01-12", "--afspraak", "x / wijk")
    done = integraal("overleg", str(network), "--verslag", "--datum", "2026-10-06", *agreed)
    assert done.returncode == 0, done.stderr
    text = network.read_text("utf-8")
    assert "what: brief schrijven\n        who: caw\n        by: 2027-01-12\n" in text
    assert "what: x\n        who: wijk\n" in text
