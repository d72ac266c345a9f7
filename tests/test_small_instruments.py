"""Small instruments by which an author was betrayed once, each with what is said of it now."""

import json
from pathlib import Path
from typing import Any

from tests.conftest import ROOT, Run

HERE = ROOT / "tests" / "small_instruments"


def found(integraal: Run, path: Path) -> dict[str, list[int]]:
    """By code: the lines of what `controleer` finds."""
    done = integraal("controleer", path, "--formaat", "json")
    codes: dict[str, list[int]] = {}
    for finding in json.loads(done.stdout)["findings"]:
        codes.setdefault(finding["code"], []).append(finding["line"])
    return codes


def advice(integraal: Run, instrument: Path, folder: Path, answers: str = "{}") -> dict[str, Any]:
    """What `advies` says, as data."""
    case = folder / "C-1.yaml"
    case.write_text(f"schema: integraal/casus/1\ncasus: C-1\nanswers: {answers}\n", "utf-8")
    said: dict[str, Any] = json.loads(
        integraal("advies", case, "-i", instrument, "--formaat", "json").stdout
    )
    return said


def test_a_question_with_the_name_of_one_that_ships_is_a_fault(integraal: Run) -> None:
    assert found(integraal, HERE / "eigen-verloop.yaml")["same-name"] == [11, 21]


def test_an_answer_is_not_turned_round_by_a_name_that_is_there_still(
    integraal: Run, tmp_path: Path
) -> None:
    assert found(integraal, HERE / "omgekeerd.yaml") == {"renamed-still-there": [87]}
    case = tmp_path / "C-1.yaml"
    case.write_text("schema: integraal/casus/1\ncasus: C-1\nanswers: {alleen_thuis: ja}\n", "utf-8")
    done = integraal("advies", case, "-i", HERE / "omgekeerd.yaml")
    assert (done.returncode, done.stdout) == (1, "")
    assert "renamed-still-there" in done.stderr


def test_two_and_a_half_children_are_a_gap_until_only_whole_numbers_answer(
    integraal: Run, tmp_path: Path
) -> None:
    path = HERE / "hele-getallen.yaml"
    assert "table-gap" in found(integraal, path)
    whole = tmp_path / "heel.yaml"
    text = path.read_text("utf-8").replace("kind: number", "kind: number\n    whole: true")
    whole.write_text(text, "utf-8")
    assert "table-gap" not in found(integraal, whole)


def test_a_page_claims_nothing_that_the_proof_denies(integraal: Run, tmp_path: Path) -> None:
    path = HERE / "zes-van-twaalf.yaml"
    assert found(integraal, path)["level-never-reached"] == [7]
    said = advice(integraal, path, tmp_path)
    assert (said["level"], said["reach"], said["searched_all"]) == (
        "segregatie",
        "coordinatie",
        True,
    )
    assert [each["question"] for each in said["open_questions"]] == [f"s{n}" for n in range(12)]
    assert {each["could_become"] for each in said["open_questions"]} == {"coordinatie"}


def test_twenty_five_questions_do_not_stall_and_all_is_looked_at(
    integraal: Run, tmp_path: Path
) -> None:
    path = HERE / "vijfentwintig-vragen.yaml"
    said = advice(integraal, path, tmp_path, "{v0: midden}")
    assert (said["level"], said["reach"], said["searched_all"]) == (
        "segregatie",
        "integratie",
        True,
    )
    assert len(said["open_questions"]) == 23
    assert found(integraal, path).keys().isdisjoint({"not-proven"})
