"""`integraal reflecteer --codes`: from paper back, quickly, and the misread ones again."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.interview.answering import SAY, answers_in
from tests.cli.terminal import Terminal
from tests.conftest import Run

NAME = "voor-wie-doen-we-wat"
BY_CODE = ("reflecteer", NAME, "--codes", "--casus", "C-1.yaml")


def by_code(integraal: Run, codes: str) -> "subprocess.CompletedProcess[str]":
    return integraal(*BY_CODE, stdin=codes)


def test_codes_of_the_paper_become_the_answers_of_a_case(integraal: Run, tmp_path: Path) -> None:
    done = by_code(integraal, "B2c B3-a,b\nB4?\n")
    assert done.returncode == 0, done.stderr
    assert answers_in(tmp_path / "C-1.yaml") == {
        "gezinsleden": "drie_of_meer",
        "leefgebieden": ["wonen", "werk"],
        "draaglast": "weet_niet",
    }
    assert integraal("advies", "C-1.yaml").stdout.splitlines()[3:] == done.stdout.splitlines()[4:]


def test_a_misread_code_in_a_pipe_is_told_and_the_others_are_kept(
    integraal: Run, tmp_path: Path
) -> None:
    done = by_code(integraal, "B2c B4x Z9a\n")
    assert done.returncode == 1
    assert SAY("codes.no_question", typed="Z9a") in done.stderr.replace("\n", " ")
    assert answers_in(tmp_path / "C-1.yaml") == {"gezinsleden": "drie_of_meer"}


def test_an_answer_whose_question_no_longer_applies_is_named(
    integraal: Run, tmp_path: Path
) -> None:
    done = by_code(integraal, "C5-0 C6a\n")
    assert "Opbrengst" in done.stderr
    assert answers_in(tmp_path / "C-1.yaml") == {"bestaande_vormen": []}


def test_on_a_terminal_a_misread_code_is_asked_as_a_question(tmp_path: Path) -> None:
    with Terminal(tmp_path, *BY_CODE, "--eenvoudig") as t:
        t.wait_for_line(SAY("codes.ask")).enter("B2c B4x")
        t.wait_for("'B4x'").enter("")
        t.wait_for(SAY("codes.taken", count=1))
        t.wait_for("Hoe zwaar is de last").enter("3")
        t.wait_for(SAY("review.prompt")).enter("")
        assert t.wait_for_end() == 0
    assert answers_in(tmp_path / "C-1.yaml") == {
        "gezinsleden": "drie_of_meer",
        "draaglast": "zwaar",
    }


@pytest.mark.parametrize(
    "codes",
    ["B3a c", "B3a en c", "B3a,\nc", "B3a B3z", "B3z B3a", "B3a\nB3z", "B3a 0", "B3a B3-0", "B3 a"],
)
def test_what_may_be_half_an_answer_is_never_taken_for_one(
    integraal: Run, tmp_path: Path, codes: str
) -> None:
    done = by_code(integraal, f"B2c {codes}\n")
    assert done.returncode == 1
    assert answers_in(tmp_path / "C-1.yaml") == {"gezinsleden": "drie_of_meer"}


@pytest.mark.parametrize("codes", ["B3z\nB3a,c", "B3a c\nB3a,c", "B3b\nB3a,c\nB3a,c", "B3a , c"])
def test_a_code_on_a_next_line_mends_what_was_misread(
    integraal: Run, tmp_path: Path, codes: str
) -> None:
    assert by_code(integraal, f"{codes}\n").returncode == 0
    assert answers_in(tmp_path / "C-1.yaml") == {"leefgebieden": ["wonen", "school"]}


@pytest.mark.parametrize("code", ["C50", "C5-0", "c5.0"])
def test_none_of_these_is_a_nought_with_a_dash_or_without(
    integraal: Run, tmp_path: Path, code: str
) -> None:
    assert by_code(integraal, f"{code}\n").returncode == 0
    assert answers_in(tmp_path / "C-1.yaml") == {"bestaande_vormen": []}


def test_a_letter_o_is_no_nought(integraal: Run, tmp_path: Path) -> None:
    assert by_code(integraal, "C5O\n").returncode == 1


def test_codes_without_the_form_they_are_of_are_refused(integraal: Run, tmp_path: Path) -> None:
    done = integraal("reflecteer", "--codes", "--casus", "C-1.yaml", stdin="E1a\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert SAY("usage.codes_of") in " ".join(done.stderr.split())
    assert list(tmp_path.iterdir()) == []


def test_the_form_says_with_which_command_its_codes_come_back(integraal: Run) -> None:
    page = " ".join(integraal("checklist", "meldcode").stdout.split())
    assert page.endswith("integraal reflecteer meldcode --codes")


def test_an_answer_that_becomes_another_is_told(integraal: Run, tmp_path: Path) -> None:
    by_code(integraal, "B4a B3a\n")
    done = by_code(integraal, "B4c B3z\n")
    told = " ".join(done.stderr.split())
    assert SAY("codes.changed", question="Draaglast", before="Licht", after="Zwaar") in told
    assert SAY("codes.stays", question="Leefgebieden met problemen", before="Wonen") in told
    assert answers_in(tmp_path / "C-1.yaml") == {"leefgebieden": ["wonen"], "draaglast": "zwaar"}
