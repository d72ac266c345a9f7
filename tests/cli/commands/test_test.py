"""`integraal test`: an author's cases, and whether they would notice a mistake in the rules."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

PAGE = (ROOT / "docs" / "writing-an-instrument.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
INSTRUMENT, CASES, GIVEN = (
    next(block for block in BLOCKS if block.startswith(opening))
    for opening in ("schema: integraal/instrument", "schema: integraal/test", "  # Merkt op")
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The instrument that authors learn from, with its one case."""
    folder = tmp_path / "thuis"
    folder.mkdir()
    (folder / "thuis.yaml").write_text(INSTRUMENT, encoding="utf-8")
    (folder / "casussen.yaml").write_text(CASES, encoding="utf-8")
    return folder


def _broken(home: Path) -> Path:
    path = home / "casussen.yaml"
    text = path.read_text(encoding="utf-8").replace("level: coordinatie", "level: connectie")
    path.write_text(text, encoding="utf-8")
    return path


def test_without_files_it_says_what_to_give(integraal: Run) -> None:
    told = integraal("test")
    assert (told.returncode, told.stdout) == (2, "")
    assert "integraal test mijn-casussen.yaml" in " ".join(told.stderr.split())


def test_a_folder_without_cases_is_said(integraal: Run, home: Path) -> None:
    (home / "casussen.yaml").unlink()
    told = integraal("test", home)
    assert (told.returncode, told.stdout) == (2, "")
    assert "schema: integraal/test/1" in " ".join(told.stderr.split())


def test_a_file_that_is_not_there_is_said(integraal: Run) -> None:
    told = integraal("test", "weg.yaml")
    assert (told.returncode, told.stdout) == (1, "")
    assert "weg.yaml: error[no-such-file]" in told.stderr


def test_faults_in_all_files_are_said_at_once(integraal: Run, home: Path) -> None:
    for name, old, new in (("een", "nee", "neen"), ("twee", "weer-naar-huis", "weer-thuis")):
        (home / f"{name}.yaml").write_text(CASES.replace(old, new, 1), encoding="utf-8")
    told = integraal("test", home)
    assert (told.returncode, told.stdout) == (1, "")
    assert "een.yaml:7:21: error[no-such-option]" in told.stderr
    assert "twee.yaml: error[no-such-instrument]" in told.stderr
    assert "'weer-naar-huis'" in told.stderr


def test_cases_as_expected_end_well(integraal: Run, home: Path) -> None:
    told = integraal("test", home / "casussen.yaml", "--zonder-mutaties")
    assert (told.returncode, told.stderr) == (0, "")
    assert "Zoals verwacht: 1 van de 1 casussen." in told.stdout
    assert re.search(r"^elke-dag-iemand +1 +0 +0 +1$", told.stdout, re.MULTILINE)
    assert "mutatie" not in told.stdout


def test_a_case_that_fails_is_shown_with_its_line_and_what_was_found(
    integraal: Run, home: Path
) -> None:
    _broken(home)
    told = integraal("test", "thuis/casussen.yaml", "--zonder-mutaties")
    assert told.returncode == 1
    assert "elke-dag-iemand (thuis/casussen.yaml:4)" in told.stdout
    assert "level: verwacht connectie, gevonden coordinatie" in told.stdout


def test_what_no_case_notices_is_answered_with_a_case_that_does(integraal: Run, home: Path) -> None:
    told = integraal("test", home)
    assert told.returncode == 1
    assert "Score: 37 %. Opgemerkt: 6 van de 16 mutaties." in told.stdout
    assert GIVEN in told.stdout


def test_the_given_cases_pasted_as_they_are_notice_everything(integraal: Run, home: Path) -> None:
    told = integraal("test", home)
    given = told.stdout[told.stdout.index("  # Merkt op") :]
    with (home / "casussen.yaml").open("a", encoding="utf-8") as file:
        file.write(given)
    again = integraal("test", home)
    assert (again.returncode, again.stderr) == (0, "")
    assert "Score: 100 %. Opgemerkt: 16 van de 16 mutaties." in again.stdout


def test_a_case_that_fails_notices_nothing(integraal: Run, home: Path) -> None:
    told = integraal("test", _broken(home))
    assert "Score: 0 %." in told.stdout


def test_cases_can_be_tried_on_another_version_of_their_instrument(
    integraal: Run, home: Path
) -> None:
    newer = home / "nieuw.yaml"
    newer.write_text(INSTRUMENT.replace("at_least: 7", "at_least: 8"), encoding="utf-8")
    told = integraal("test", home / "casussen.yaml", "--instrument", newer, "--zonder-mutaties")
    assert told.returncode == 1
    assert "level: verwacht coordinatie, gevonden segregatie" in told.stdout


def test_cases_for_another_instrument_than_the_one_given_keep_their_own(
    integraal: Run, home: Path
) -> None:
    shipped = ROOT / "data" / "questions.yaml"
    told = integraal("test", home, "--instrument", shipped, "--zonder-mutaties")
    assert told.returncode == 0
    assert "Test van weer-naar-huis 2026.1" in told.stdout


def test_json_holds_cases_rules_and_mutants(integraal: Run, home: Path) -> None:
    told = integraal("test", home, "--formaat", "json")
    data = json.loads(told.stdout)
    assert (told.returncode, data["schema"], data["clean"]) == (
        1,
        "integraal/test-report/1",
        False,
    )
    (found,) = data["instruments"]
    assert found["cases"] == [
        {
            "case": "elke-dag-iemand",
            "file": str(home / "casussen.yaml"),
            "line": 4,
            "as_expected": True,
            "differences": [],
        }
    ]
    assert found["rules"][2] == {
        "rule": "elke-dag-iemand",
        "true": 1,
        "false": 0,
        "unknown": 0,
        "deciding": 1,
    }
    fates = [mutant["fate"] for mutant in found["mutants"]]
    assert {fate: fates.count(fate) for fate in fates} == {
        "survived": 10,
        "caught": 6,
    }


def test_json_without_mutations_says_that_there_is_no_score(integraal: Run, home: Path) -> None:
    told = integraal("test", home, "--formaat", "json", "--zonder-mutaties")
    (found,) = json.loads(told.stdout)["instruments"]
    assert (told.returncode, found["score"], found["mutants"]) == (0, None, None)


def _results(told: str, code: str) -> list[dict[str, object]]:
    (run,) = json.loads(told)["runs"]
    return [result for result in run["results"] if result["ruleId"] == code]


def _at(result: dict[str, object]) -> tuple[str, int]:
    place = json.loads(json.dumps(result))["locations"][0]["physicalLocation"]
    return Path(place["artifactLocation"]["uri"]).name, place["region"]["startLine"]


def test_sarif_points_at_the_case_that_fails(integraal: Run, home: Path) -> None:
    told = integraal("test", _broken(home), "--formaat", "sarif", "--zonder-mutaties")
    (result,) = _results(told.stdout, "case-differs")
    assert (told.returncode, _at(result)) == (1, ("casussen.yaml", 4))


def test_sarif_points_at_the_rule_whose_change_goes_unnoticed(integraal: Run, home: Path) -> None:
    told = integraal("test", home, "--formaat", "sarif")
    results = _results(told.stdout, "change-unnoticed")
    lines = INSTRUMENT.splitlines()
    named = [lines[_at(result)[1] - 1].strip() for result in results]
    assert len(named) == 10
    assert set(named) == {f"- id: {name}" for name in RULES}


RULES = ("niets-nodig", "hulp-moet-afstemmen", "elke-dag-iemand", "niemand-thuis")


@pytest.mark.parametrize(
    ("language", "said"), [("en", "As expected: 1 of 1 cases."), ("fr", "Comme attendu : 1 cas")]
)
def test_it_speaks_the_language_of_its_user(
    integraal: Run, home: Path, language: str, said: str
) -> None:
    told = integraal("test", home, "--taal", language)
    assert said in told.stdout


def test_a_result_goes_to_a_file_and_never_over_the_cases(integraal: Run, home: Path) -> None:
    cases = home / "casussen.yaml"
    link = home / "casussen.txt"
    link.hardlink_to(cases)
    for place, code in ((cases, 2), (link, 1)):
        told = integraal("test", cases, "--zonder-mutaties", "-o", place, "--overschrijf")
        assert told.returncode == code
    assert cases.read_text(encoding="utf-8") == CASES
    out = home / "uit.txt"
    assert integraal("test", cases, "--zonder-mutaties", "-o", out).returncode == 0
    assert "Zoals verwacht" in out.read_text(encoding="utf-8")


def test_an_instrument_that_is_wrong_is_said_once_however_many_files_there_are(
    integraal: Run, home: Path
) -> None:
    for number in range(3):
        (home / f"meer-{number}.yaml").write_text(CASES, encoding="utf-8")
    told = integraal("test", home, "-i", "er-niet.yaml")
    assert told.returncode == 1
    assert told.stderr.count("er-niet.yaml: error[no-such-file]") == 1
