"""From the advice of one instrument to the next that fits, on the same case file."""

import json
from pathlib import Path

from tests.cli.interview.answering import SAY, answers_in, write_case
from tests.conftest import Run

CASE = "C-1.yaml"


def _next(page: str) -> list[str]:
    lines = " ".join(page.split()).split("integraal reflecteer ")[1:]
    return [line.split()[0] for line in lines]


def test_safety_points_to_the_meldcode_first(integraal: Run, tmp_path: Path) -> None:
    write_case(tmp_path / CASE, {"veiligheid": "zorg", "aantal_professionals": "twee"})
    page = integraal("advies", CASE).stdout
    assert _next(page) == ["meldcode", "procesregie"]
    assert f"integraal reflecteer meldcode --casus {CASE}" in page


def test_stuck_help_points_to_the_flow_of_the_kruispunt(integraal: Run, tmp_path: Path) -> None:
    write_case(tmp_path / CASE, {"hulpverloop": "vastgelopen", "veiligheid": "geen_zorg"})
    assert _next(integraal("advies", CASE).stdout) == ["kruispunt-doorstroom"]


def test_nothing_points_on_where_nothing_calls_for_it(integraal: Run, tmp_path: Path) -> None:
    write_case(tmp_path / CASE, {"veiligheid": "geen_zorg"})
    assert _next(integraal("advies", CASE).stdout) == []


def test_no_connection_with_care_points_to_shared_care(integraal: Run, tmp_path: Path) -> None:
    write_case(tmp_path / CASE, {"aansluiting_zorg": "geen_aansluiting"})
    page = integraal("advies", CASE, "-i", "kruispunt-onthaal").stdout
    assert "gedeelde-zorg" in _next(page)


def test_data_for_machines_name_the_next_instrument_too(integraal: Run, tmp_path: Path) -> None:
    write_case(tmp_path / CASE, {"veiligheid": "zorg"})
    advice = json.loads(integraal("advies", CASE, "-f", "json").stdout)
    assert "meldcode" in [action["leads_to"] for action in advice["actions"]]


def test_meeting_never_points_to_its_own_file(integraal: Run, tmp_path: Path) -> None:
    write_case(tmp_path / CASE, {"bo_vraag_te_groot": "ja"})
    page = integraal("advies", CASE, "-i", "buurtoverleg").stdout
    assert "integraal reflecteer voor-wie-doen-we-wat\n" in page
    assert f"--casus {CASE}" not in page


def test_what_two_instruments_share_is_asked_once(integraal: Run, tmp_path: Path) -> None:
    write_case(tmp_path / CASE, {"direct_gevaar": "nee", "veiligheid": "geen_zorg"})
    asked = integraal("reflecteer", "gedeelde-zorg", "--casus", CASE, stdin="vermoed\n").stderr
    assert "Is er een psychische kwetsbaarheid?" in asked
    assert "Zijn er zorgen over de veiligheid" not in asked
    assert answers_in(tmp_path / CASE)["veiligheid"] == "geen_zorg"


def test_advice_of_a_case_is_that_of_the_instrument_it_was_answered_with(
    integraal: Run, examples: Path
) -> None:
    advice = integraal("advies", examples / "gedeelde-zorg" / "G-4410.yaml", "-f", "json").stdout
    assert json.loads(advice)["instrument"] == "gedeelde-zorg"


def test_cases_of_several_instruments_get_each_their_own_advice(
    integraal: Run, examples: Path
) -> None:
    files = (examples / "marina.yaml", examples / "gedeelde-zorg" / "G-4410.yaml")
    lines = integraal("advies", *files, "-f", "json").stdout.splitlines()
    assert [json.loads(line)["instrument"] for line in lines] == [
        "voor-wie-doen-we-wat",
        "gedeelde-zorg",
    ]


def test_instrument_that_is_not_about_a_family_has_no_page_for_one(
    integraal: Run, tmp_path: Path
) -> None:
    write_case(tmp_path / CASE, {"bo_keren": "4"})
    done = integraal("advies", CASE, "-i", "buurtoverleg", "--voor", "gezin")
    assert (done.returncode, done.stdout) == (1, "")
    told = " ".join(done.stderr.split())
    assert SAY("reader.withheld") in told
    # Of no case: so it tells nothing of this one.
    assert SAY("reader.no_words") in told


def test_a_page_that_is_withheld_for_its_answers_says_nothing_of_words(
    integraal: Run, tmp_path: Path
) -> None:
    write_case(tmp_path / CASE, {"veiligheid": "herhaald_of_acuut", "md_gesprek": "niet_veilig"})
    done = integraal("advies", CASE, "--voor", "gezin")
    assert (done.returncode, done.stdout) == (1, "")
    assert SAY("reader.no_words")[:30] not in " ".join(done.stderr.split())
