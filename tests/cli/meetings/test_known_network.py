"""`reflecteer` takes from a network what that knows, says so, and people may say otherwise."""

from datetime import date
from pathlib import Path

import pytest

from integraal.reading.library import data_folder
from tests.conftest import Run
from tests.everything import MEETINGS

SHIPPED = (data_folder() / "regio" / "voorbeeldnetwerk.yaml").read_text("utf-8")
CASE = "schema: integraal/casus/1\ncasus: B-1\nkeep_until: 2062-01-01\nmoment: {day}\nanswers:\n"


@pytest.fixture
def network(tmp_path: Path) -> str:
    """A network with three meetings."""
    path = tmp_path / "netwerk.yaml"
    path.write_text(f"{SHIPPED.rstrip()}\n{MEETINGS}", "utf-8")
    return str(path)


def sitting(integraal: Run, case: Path, *options: str, typed: str = "stop\n") -> str:
    """Sit down, stop at once, and give what was said."""
    done = integraal("reflecteer", "buurtoverleg", "--casus", str(case), *options, stdin=typed)
    return " ".join(done.stderr.split())


def test_what_the_network_knows_is_in_the_case_as_ordinary_answers_and_is_said(
    integraal: Run, network: str, tmp_path: Path
) -> None:
    case = tmp_path / "B-1.yaml"
    told = sitting(integraal, case, "--regio", network)
    assert "Uit het bestand van jullie netwerk overgenomen" in told
    assert "Thema dat terugkomt: Hetzelfde thema kwam in twee of meer overleggen" in told
    text = case.read_text("utf-8")
    for line in (
        "bo_signaal_terug: vaker",
        "bo_signaal_organisaties: twee_of_meer",
        "bo_kaart: deels",
        "bo_voorzitter: ja",
        "bo_sectoren: [gezondheid, welzijn, lokaal_bestuur, burgers, weet_niet]",
    ):
        assert line in text or line.split(", burgers")[0] in text
    assert "bo_keren" not in text
    advice = integraal("advies", str(case), "-i", "buurtoverleg")
    assert "terugkerend signaal" in " ".join(advice.stdout.split())


def test_what_is_known_is_not_asked_and_what_is_known_in_part_is(
    integraal: Run, network: str, tmp_path: Path
) -> None:
    typed = "\n".join(["wn"] * 14) + "\n"
    told = sitting(integraal, tmp_path / "B-1.yaml", "--regio", network, typed=typed)
    assert "Hoeveel keer kwam het buurtoverleg samen" in told
    assert "Wie doet er mee aan het buurtoverleg?" in told
    assert "Houden jullie samen een kaart bij" not in told


def test_an_answer_of_today_stays_and_the_difference_is_said(
    integraal: Run, network: str, tmp_path: Path
) -> None:
    case = tmp_path / "B-1.yaml"
    case.write_text(CASE.format(day=date.today()) + "  bo_kaart: nee\n", "utf-8")
    told = sitting(integraal, case, "--regio", network)
    assert "Jouw antwoord blijft staan" in told
    assert "bo_kaart: nee" in case.read_text("utf-8")


def test_without_a_network_nothing_is_taken(integraal: Run, tmp_path: Path) -> None:
    told = sitting(integraal, tmp_path / "B-1.yaml")
    assert "overgenomen" not in told
    region = data_folder() / "regio" / "voorbeeldregio.yaml"
    done = integraal("reflecteer", "kruispunt-onthaal", "--regio", str(region), stdin="stop\n")
    assert "overgenomen" not in done.stderr
