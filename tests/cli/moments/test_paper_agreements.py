"""Agreements on a form are typed in behind their code, and no code of a question is one."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from integraal.cli.moments.paper_agreements import apart
from integraal.reading.library import Library
from integraal.words.words import Words
from tests.cli.terminal import Terminal, squeezed
from tests.conftest import INSTRUMENTS, Run

FORM = "voor-wie-doen-we-wat"
SAY = Words("nl")


def typed(integraal: Run, case: Path, *lines: str) -> Any:
    check = json.loads(integraal("checklist", FORM, "-f", "json").stdout)["check"]
    piped = "\n".join((check, *lines, "", ""))
    return integraal("reflecteer", FORM, "--codes", "--casus", case, stdin=piped)


@pytest.mark.parametrize(
    ("line", "rest", "agreed"),
    [
        ("G1 Bellen / school", "", [("G1", "Bellen / school")]),
        ("A1n g2: Bellen / school", "A1n ", [("G2", "Bellen / school")]),
        ("G1 a / b G2 c / d", "", [("G1", "a / b"), ("G2", "c / d")]),
        ("F1 Bellen / school", "", [("F1", "Bellen / school")]),
        ("F1a / F2b", "F1a / F2b", []),
        ("F1 a / b", "F1 a / b", []),
        ("F1 Bellen", "F1 Bellen", []),
        ("A1n B2c", "A1n B2c", []),
    ],
)
def test_an_agreement_is_told_from_codes(
    line: str, rest: str, agreed: list[tuple[str, str]]
) -> None:
    assert apart(Library().instrument(FORM), line) == (rest, agreed)


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_the_form_numbers_its_lines_for_agreements_as_they_are_typed(
    name: str, integraal: Run
) -> None:
    instrument = Library().instrument(name)
    letter = "ABCDEFGHIJ"[len(instrument.sections)]
    for form in ("terminal", "markdown", "html"):
        page = integraal("checklist", name, "-f", form).stdout
        assert all(f"{letter}{number}" in page for number in (1, 2, 3, 4)), form


def test_agreements_go_into_the_file_with_the_codes(integraal: Run, tmp_path: Path) -> None:
    case = tmp_path / "C-1.yaml"
    done = typed(integraal, case, "A1n B1b", "G1 Plan maken / wijkteam / 15-1-2062")
    assert done.returncode == 0, done.stderr
    data = yaml.safe_load(case.read_text("utf-8"))
    assert data["agreements"] == [
        {"what": "Plan maken", "who": "wijkteam", "by": date(2062, 1, 15)}
    ]
    assert data["answers"]["direct_gevaar"] == "nee"


def test_a_line_that_is_no_agreement_is_said_and_counted(integraal: Run, tmp_path: Path) -> None:
    case = tmp_path / "C-1.yaml"
    done = typed(integraal, case, "A1n", "G1 Plan maken")
    told = SAY("agreed.not_taken", code="G1", why=SAY("agreed.no_role"))
    assert squeezed(told) in squeezed(done.stderr)
    assert done.returncode == 1
    mended = typed(integraal, case, "G1 Plan maken", "G1 Plan maken / wijkteam")
    assert mended.returncode == 0, mended.stderr


def test_one_line_of_the_form_is_one_agreement(integraal: Run, tmp_path: Path) -> None:
    case = tmp_path / "C-1.yaml"
    done = typed(integraal, case, "G1 Plan maken / wijkteam", "G1 Bellen / school")
    assert squeezed(SAY("agreed.code_twice")) in squeezed(done.stderr)
    assert len(yaml.safe_load(case.read_text("utf-8"))["agreements"]) == 1


def test_a_form_with_agreements_alone_wipes_no_answers(integraal: Run, tmp_path: Path) -> None:
    case = tmp_path / "C-1.yaml"
    text = (
        "schema: integraal/casus/1\ncasus: C-1\nmoment: 2026-05-01\nanswers: {veiligheid: zorg}\n"
    )
    case.write_text(text, "utf-8")
    typed(integraal, case, "G1 Plan maken / wijkteam")
    then, now = yaml.safe_load(case.read_text("utf-8"))["moments"]
    assert (then["answers"], now.keys()) == ({"veiligheid": "zorg"}, {"moment", "agreements"})
    found = json.loads(integraal("advies", case, "-f", "json").stdout)
    assert (found["moment"], found["level"]) == ("2026-05-01", "coordinatie")


def test_what_is_kept_nowhere_says_so(integraal: Run) -> None:
    check = json.loads(integraal("checklist", FORM, "-f", "json").stdout)["check"]
    piped = f"{check}\nA1n\nG1 Plan maken / wijkteam\n\n"
    said = integraal("reflecteer", FORM, "--codes", stdin=piped).stderr
    told = SAY("agreed.not_kept", code="G1", line="Plan maken · wijkteam")
    assert squeezed(told) in squeezed(said)


def test_a_number_of_a_person_behind_a_code_ends_it_and_is_not_kept(
    integraal: Run, tmp_path: Path
) -> None:
    case = tmp_path / "C-1.yaml"
    done = typed(integraal, case, "A1n", "G1 Bellen met 111222333 / wijkteam", "B1b")
    assert (done.returncode, "text-identifies" in done.stderr) == (1, True)
    assert "111222333" not in case.read_text("utf-8")


def test_on_a_terminal_it_is_asked_again(tmp_path: Path, integraal: Run) -> None:
    check = json.loads(integraal("checklist", FORM, "-f", "json").stdout)["check"]
    with Terminal(tmp_path, "reflecteer", FORM, "--codes", "--casus", "C-1.yaml") as terminal:
        terminal.wait_for("Controlecode").enter(check).wait_for("Codes (een lege regel")
        terminal.enter("G1 Bellen met 111222333 / wijkteam").wait_for("G1 nemen we niet over")
        terminal.enter("G1 Bellen / Fatima de Vries").wait_for("1 = veranderen")
        terminal.enter("1").wait_for("in andere woorden")
        terminal.enter("G1 Bellen / school").wait_for("G1 is vastgelegd")
        terminal.press("ctrl-c").wait_for_end()
    [agreed] = yaml.safe_load((tmp_path / "C-1.yaml").read_text("utf-8"))["agreements"]
    assert agreed == {"what": "Bellen", "who": "school"}
