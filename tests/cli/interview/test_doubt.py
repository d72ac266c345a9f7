"""Whoever types a text in which somebody could be recognised is asked; a file is warned about."""

from pathlib import Path

import pytest

from integraal.words.words import Words
from tests.cli.interview.answering import answers_in, write_case
from tests.cli.terminal import Terminal, squeezed
from tests.conftest import Run

CASE = "casus.yaml"
SAY = Words("nl")
KNOWN = {"direct_gevaar": "nee", "veiligheid": "geen_zorg", "aantal_professionals": "twee"}
NAMED, PLAIN = "Mevrouw Jansen belt", "De huisarts belt"
BOTH = pytest.mark.parametrize("way", [(), ("--eenvoudig",)], ids=["menu", "eenvoudig"])


def at_the_open_question(folder: Path, *way: str) -> Terminal:
    write_case(folder / CASE, KNOWN)
    return Terminal(folder, "reflecteer", "--open-vragen", "--casus", CASE, *way)


@BOTH
@pytest.mark.parametrize("choice", ["2", "3", "geen naam", "zo laten"])
def test_a_name_stays_when_people_say_so(tmp_path: Path, way: tuple[str, ...], choice: str) -> None:
    with at_the_open_question(tmp_path, *way) as terminal:
        terminal.wait_for_question(4).enter(NAMED).wait_for(SAY("doubt.choices"))
        assert "wat_nodig" not in answers_in(tmp_path / CASE)
        terminal.enter(choice).wait_for_question(5)
    assert answers_in(tmp_path / CASE)["wat_nodig"] == NAMED


@BOTH
def test_a_name_is_changed_when_people_say_so_and_what_is_not_understood_is_asked_again(
    tmp_path: Path, way: tuple[str, ...]
) -> None:
    with at_the_open_question(tmp_path, *way) as terminal:
        terminal.wait_for_question(4).enter(NAMED).wait_for(SAY("doubt.choices"))
        terminal.enter("ja").enter("1")
        if not way:  # it stands there to be edited
            shown = squeezed(f"› {NAMED}")
            terminal.wait_until(lambda: squeezed(terminal.seen).count(shown) == 2, "it once more")
            terminal.press("ctrl-u")
        terminal.enter(PLAIN).wait_for_question(5)
    assert answers_in(tmp_path / CASE)["wat_nodig"] == PLAIN


def test_a_plain_text_is_asked_nothing(tmp_path: Path) -> None:
    with at_the_open_question(tmp_path) as terminal:
        terminal.wait_for_question(4).enter(PLAIN).wait_for_question(5)
        assert not terminal.says(SAY("doubt.choices"))


def test_on_a_pipe_it_is_said_with_its_place_and_stays(integraal: Run, tmp_path: Path) -> None:
    write_case(tmp_path / CASE, KNOWN)
    done = integraal("reflecteer", "--open-vragen", "--casus", CASE, stdin=f"{NAMED}\n")
    assert done.returncode == 0, done.stderr
    assert "stdin:1:1: warning[text-may-identify]" in done.stderr
    assert answers_in(tmp_path / CASE)["wat_nodig"] == NAMED


@pytest.mark.parametrize("command", ["advies", "verloop"])
def test_a_file_is_warned_about_and_the_exit_code_stays(
    integraal: Run, tmp_path: Path, command: str
) -> None:
    write_case(tmp_path / CASE, {**KNOWN, "wat_nodig": NAMED})
    done = integraal(command, CASE)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("warning[text-may-identify]") == 1
    assert "wat_nodig" in done.stderr
    assert "Jansen" not in done.stderr
    assert "anoniem" not in (done.stderr + done.stdout).casefold()


def test_a_case_that_is_refused_still_says_its_danger(integraal: Run, tmp_path: Path) -> None:
    answers = {**KNOWN, "direct_gevaar": "ja", "wat_nodig": "Kerkstraat 12"}
    write_case(tmp_path / CASE, answers)
    done = integraal("advies", CASE)
    assert done.returncode == 1
    assert "112" in done.stderr
    assert "error[text-identifies]" in done.stderr
    assert "Kerkstraat" not in done.stderr


@pytest.mark.parametrize("command", ["advies", "controleer"])
def test_a_faulty_line_with_a_name_in_it_is_not_repeated(
    integraal: Run, tmp_path: Path, command: str
) -> None:
    write_case(tmp_path / CASE, {**KNOWN, "draaglast": "Mevrouw Jansen belt 0612345678"})
    done = integraal(command, CASE)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert f"{CASE}:" in said
    assert "Jansen" not in said
    assert "0612345678" not in said
