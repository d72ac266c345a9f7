"""`integraal reflecteer --codes`: from paper back, quickly, and the misread ones again."""

from pathlib import Path

from tests.conftest import Run

from .answering import SAY, answers_in
from .terminal import Terminal


def test_codes_of_the_paper_become_the_answers_of_a_case(integraal: Run, tmp_path: Path) -> None:
    done = integraal("reflecteer", "--codes", "--casus", "C-1.yaml", stdin="B2c B3-a,b\nB4?\n")
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
    done = integraal("reflecteer", "--codes", "--casus", "C-1.yaml", stdin="B2c B4x Z9a\n")
    assert done.returncode == 1
    assert SAY("codes.no_question", typed="Z9a") in done.stderr.replace("\n", " ")
    assert answers_in(tmp_path / "C-1.yaml") == {"gezinsleden": "drie_of_meer"}


def test_an_answer_whose_question_no_longer_applies_is_named(
    integraal: Run, tmp_path: Path
) -> None:
    done = integraal("reflecteer", "--codes", "--casus", "C-1.yaml", stdin="C5-0 C6a\n")
    assert "Opbrengst" in done.stderr
    assert answers_in(tmp_path / "C-1.yaml") == {"bestaande_vormen": []}


def test_on_a_terminal_a_misread_code_is_asked_as_a_question(tmp_path: Path) -> None:
    with Terminal(tmp_path, "reflecteer", "--codes", "--casus", "C-1.yaml", "--eenvoudig") as t:
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
