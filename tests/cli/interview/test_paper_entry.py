"""`integraal reflecteer --codes`: from paper back, quickly, and the misread ones again."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml

from integraal.model.codes import form_check
from integraal.reading.library import Library
from integraal.words.words import LANGUAGES
from tests.cli.interview.answering import SAY, answers_in, write_case
from tests.cli.terminal import Terminal
from tests.conftest import ROOT, Run

NAME = "voor-wie-doen-we-wat"
BY_CODE = ("reflecteer", NAME, "--codes", "--casus", "C-1.yaml")


CHECK = form_check(Library().instrument(NAME))


def by_code(
    integraal: Run, codes: str, check: str = f"{CHECK}\n"
) -> "subprocess.CompletedProcess[str]":
    return integraal(*BY_CODE, stdin=f"{check}{codes}")


def test_codes_of_the_paper_become_the_answers_of_a_case(integraal: Run, tmp_path: Path) -> None:
    done = by_code(integraal, "C2c C3-a,b\nC4?\n")
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
    done = by_code(integraal, "C2c C4x Z9a\n")
    assert done.returncode == 1
    assert SAY("codes.no_question", typed="Z9a") in done.stderr.replace("\n", " ")
    assert answers_in(tmp_path / "C-1.yaml") == {"gezinsleden": "drie_of_meer"}


def test_an_answer_whose_question_no_longer_applies_is_named(
    integraal: Run, tmp_path: Path
) -> None:
    done = by_code(integraal, "D5-0 D6a\n")
    assert "Opbrengst" in done.stderr
    assert answers_in(tmp_path / "C-1.yaml") == {"bestaande_vormen": []}


def test_on_a_terminal_a_misread_code_is_asked_as_a_question(tmp_path: Path) -> None:
    with Terminal(tmp_path, *BY_CODE, "--eenvoudig") as t:
        t.wait_for_line(SAY("codes.check")).enter(CHECK)
        t.wait_for_line(SAY("codes.ask")).enter("C2c C4x")
        t.wait_for("'C4x'").enter("")
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
    ["C3a z", "C3a of c", "C3a-c", "C3a C3z", "C3z C3a", "C3a\nC3z", "C3a 0", "C3a C3-0", "C3 a?"],
)
def test_what_may_be_half_an_answer_is_never_taken_for_one(
    integraal: Run, tmp_path: Path, codes: str
) -> None:
    done = by_code(integraal, f"C2c {codes}\n")
    assert done.returncode == 1
    assert answers_in(tmp_path / "C-1.yaml") == {"gezinsleden": "drie_of_meer"}


@pytest.mark.parametrize(
    "codes", ["C3z\nC3a,c", "C3a of c\nC3a,c", "C3a , c", "C3a c", "C3 a en c", "C3a,\nc"]
)
def test_a_code_on_a_next_line_mends_what_was_misread(
    integraal: Run, tmp_path: Path, codes: str
) -> None:
    assert by_code(integraal, f"{codes}\n").returncode == 0
    assert answers_in(tmp_path / "C-1.yaml") == {"leefgebieden": ["wonen", "school"]}


def test_boxes_on_a_later_line_are_added_and_that_is_said(integraal: Run, tmp_path: Path) -> None:
    done = by_code(integraal, "C3a\nC3-c\n")
    name, both = "Leefgebieden met problemen", "Wonen, school"
    assert SAY("codes.added", question=name, answer=both) in " ".join(done.stderr.split())
    assert answers_in(tmp_path / "C-1.yaml") == {"leefgebieden": ["wonen", "school"]}


def test_on_a_terminal_every_question_that_was_not_understood_is_asked_and_no_other(
    tmp_path: Path,
) -> None:
    write_case(tmp_path / "C-1.yaml", {"draaglast": "licht", "langdurig": "ja"})
    with Terminal(tmp_path, *BY_CODE, "--eenvoudig") as t:
        t.wait_for_line(SAY("codes.check")).enter(CHECK)
        t.wait_for_line(SAY("codes.ask")).enter("C2c A1n, C4 of B1a B1b")
        t.wait_for("B1b").enter("")
        t.wait_for("Hoeveel professionals zijn er nodig").enter("2")
        t.wait_for("Hoe zwaar is de last").enter("3")
        t.wait_for(SAY("review.prompt")).enter("")
        assert t.wait_for_end() == 0
    assert answers_in(tmp_path / "C-1.yaml") == {
        "direct_gevaar": "nee",
        "aantal_professionals": "twee",
        "gezinsleden": "drie_of_meer",
        "draaglast": "zwaar",
        "langdurig": "ja",
    }


@pytest.mark.parametrize("words", [(NAME, "--codes", "-"), ("--codes", "-", NAME)])
def test_a_dash_behind_codes_is_stdin(
    integraal: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = integraal("reflecteer", *words, "--casus", "C-1.yaml", stdin=f"{CHECK} C2c\n")
    assert done.returncode == 0, done.stderr
    assert answers_in(tmp_path / "C-1.yaml") == {"gezinsleden": "drie_of_meer"}


@pytest.mark.parametrize("words", [(NAME, "-"), (NAME, "--codes", "nog-een")])
def test_a_word_too_many_is_refused(integraal: Run, words: tuple[str, ...]) -> None:
    assert integraal("reflecteer", *words, stdin="").returncode == 2


def test_the_cross_on_the_ladder_is_the_estimate_of_family_and_professional(
    integraal: Run, tmp_path: Path
) -> None:
    done = by_code(integraal, "gezin 3, wij: coöperatie, nu 2\n")
    assert done.returncode == 1  # what is now, follows from the answers
    assert SAY("codes.mark", typed="nu 2") in " ".join(done.stderr.split())
    assert answers_in(tmp_path / "C-1.yaml") == {
        "samenwerking_gezin": "coordinatie",
        "samenwerking_professional": "cooperatie",
    }


def test_the_day_on_the_form_is_the_day_of_new_answers(integraal: Run, tmp_path: Path) -> None:
    done = by_code(integraal, "Datum: 12/11/2025 C2c\nC4c\n")
    assert SAY("codes.day", day="12 november 2025") in " ".join(done.stderr.split())
    kept = yaml.safe_load((tmp_path / "C-1.yaml").read_text("utf-8"))
    assert kept["moment"] == date(2025, 11, 12)


def test_the_day_on_the_form_never_dates_answers_of_another_day(
    integraal: Run, tmp_path: Path
) -> None:
    write_case(tmp_path / "C-1.yaml", {"draaglast": "licht"})
    done = by_code(integraal, "12-11-2025 C2c\n")
    today = date.today()
    said = SAY("codes.day_is_other", typed="12 november 2025", day=SAY.date(today))
    assert said in " ".join(done.stderr.split())
    kept = yaml.safe_load((tmp_path / "C-1.yaml").read_text("utf-8"))
    assert kept["moment"] == today


def test_the_day_on_the_form_is_the_day_of_a_new_moment(integraal: Run, tmp_path: Path) -> None:
    path = write_case(tmp_path / "C-1.yaml", {"draaglast": "licht"})
    path.write_text(path.read_text("utf-8").replace(str(date.today()), "2026-05-01"), "utf-8")
    by_code(integraal, "12-11-2025 C2c\n")
    form, then = yaml.safe_load(path.read_text("utf-8"))["moments"]
    assert (form["moment"], form["answers"]) == (
        date(2025, 11, 12),
        {"gezinsleden": "drie_of_meer"},
    )
    assert (then["moment"], then["answers"]) == (date(2026, 5, 1), {"draaglast": "licht"})


@pytest.mark.parametrize("code", ["D50", "D5-0", "d5.0"])
def test_none_of_these_is_a_nought_with_a_dash_or_without(
    integraal: Run, tmp_path: Path, code: str
) -> None:
    assert by_code(integraal, f"{code}\n").returncode == 0
    assert answers_in(tmp_path / "C-1.yaml") == {"bestaande_vormen": []}


def test_a_letter_o_is_no_nought(integraal: Run, tmp_path: Path) -> None:
    assert by_code(integraal, "D5O\n").returncode == 1


def test_codes_without_the_form_they_are_of_are_refused(integraal: Run, tmp_path: Path) -> None:
    done = integraal("reflecteer", "--codes", "--casus", "C-1.yaml", stdin="A2a\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert SAY("usage.codes_of") in " ".join(done.stderr.split())
    assert list(tmp_path.iterdir()) == []


def test_the_form_says_with_which_command_its_codes_come_back(integraal: Run) -> None:
    page = " ".join(integraal("checklist", "meldcode").stdout.split())
    check = form_check(Library().instrument("meldcode"))
    command = "integraal reflecteer meldcode --codes --casus NUMMER.yaml"
    assert page.endswith(f"{command} · controlecode {check}")
    assert SAY("checklist.type_in", check=check) in page


# --- The check of the form ------------------------------------------------------------------------


@pytest.mark.parametrize("between", ["\n", " ", "  ", "\t", "; ", ", "])
def test_codes_stand_behind_the_check_or_on_the_next_line(
    integraal: Run, tmp_path: Path, between: str
) -> None:
    done = by_code(integraal, "C2c\n", f"{CHECK.lower()}{between}")
    assert done.returncode == 0, done.stderr
    assert answers_in(tmp_path / "C-1.yaml") == {"gezinsleden": "drie_of_meer"}


@pytest.mark.parametrize("typed", ["", "\n", "C2c\n", "B1b C2c\n", f"{CHECK[:3]}\n", "rommel\n"])
def test_codes_without_the_check_of_their_form_are_refused(
    integraal: Run, tmp_path: Path, typed: str
) -> None:
    done = by_code(integraal, f"{typed}C2c\n" if typed else "", "")
    assert (done.returncode, done.stdout) == (1, "")
    assert "stdin:1:1: error[form-check-missing]" in done.stderr
    assert f"integraal checklist {NAME}" in " ".join(done.stderr.split())
    assert list(tmp_path.iterdir()) == []


def test_codes_of_another_form_are_refused_and_change_nothing(
    integraal: Run, tmp_path: Path
) -> None:
    by_code(integraal, "C2c\n")
    before = (tmp_path / "C-1.yaml").read_bytes()
    other = form_check(Library().instrument("meldcode"))
    done = by_code(integraal, "C2a C4c\n", f"{other}\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[form-of-other-codes]" in done.stderr
    assert "integraal reflecteer meldcode --codes" in " ".join(done.stderr.split())
    assert (tmp_path / "C-1.yaml").read_bytes() == before


def test_a_form_from_before_a_question_was_inserted_is_refused(
    integraal: Run, tmp_path: Path
) -> None:
    """`A2c` was "repeated or acute"; with a question before it, it would be another answer."""
    text = (ROOT / "data" / "questions.yaml").read_text("utf-8")
    (tmp_path / "eigen.yaml").write_text(text, "utf-8")
    form = integraal("checklist", "eigen.yaml", "--formaat", "json").stdout
    check = json.loads(form)["check"]
    start = "      - id: veiligheid\n"
    inserted = (
        "      - id: eerst\n        name: Eerst\n        ask: Eerst?\n        why: Daarom.\n"
        "        kind: one\n        for_reflection: true\n        options:\n"
        "          - {id: a, label: Een}\n          - {id: b, label: Twee}\n"
        "          - {id: c, label: Drie}\n"
    )
    assert text.count(start) == 1
    (tmp_path / "eigen.yaml").write_text(text.replace(start, inserted + start), "utf-8")
    typed = ("reflecteer", "eigen.yaml", "--codes", "--casus", "C-1.yaml")
    done = integraal(*typed, stdin=f"{check}\nA2c\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[form-of-other-codes]" in done.stderr
    assert "integraal checklist eigen.yaml" in " ".join(done.stderr.split())
    assert not (tmp_path / "C-1.yaml").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_in_one_language_is_typed_in_in_any_other(
    integraal: Run, tmp_path: Path, language: str
) -> None:
    form = integraal("checklist", "--taal", "fr", "--formaat", "json").stdout
    done = integraal(*BY_CODE, "--taal", language, stdin=f"{json.loads(form)['check']}\nF2-o\n")
    assert done.returncode == 0, done.stderr
    assert answers_in(tmp_path / "C-1.yaml") == {"langdurig": "ja"}


@pytest.mark.parametrize("way", [(), ("--eenvoudig",)], ids=["menu", "eenvoudig"])
def test_on_a_terminal_the_check_is_asked_until_it_is_right(
    tmp_path: Path, way: tuple[str, ...]
) -> None:
    with Terminal(tmp_path, *BY_CODE, *way) as t:
        t.wait_for_line(SAY("codes.check")).wait_until(lambda: _waits(t), "a prompt")
        t.enter("F2j").wait_for(SAY("finding.form-check-missing"))
        t.wait_until(lambda: _waits(t), "a prompt")
        t.enter("2222").wait_for(SAY("finding.form-of-other-codes", typed="2222"))
        t.wait_until(lambda: _waits(t), "a prompt")
        t.enter(f"{CHECK} F2n").wait_for_line(SAY("codes.ask")).enter("")
        t.wait_for_line(SAY("review.prompt")).enter("")
        assert t.wait_for_end() == 0
    assert answers_in(tmp_path / "C-1.yaml") == {"langdurig": "nee"}


def _waits(terminal: Terminal) -> bool:
    """Whether a line can be typed; what was typed before that, goes with the mistake before it."""
    return terminal.seen.rstrip().endswith(("›", ">"))


@pytest.mark.parametrize("key", ["enter", "ctrl-d"])
def test_on_a_terminal_who_has_no_check_can_leave(tmp_path: Path, key: str) -> None:
    with Terminal(tmp_path, *BY_CODE, "--eenvoudig") as t:
        t.wait_for_line(SAY("codes.check")).wait_for(">").press(key)
        assert t.wait_for_end() == 0
        assert t.says(SAY("keep.stopped"))
    assert list(tmp_path.iterdir()) == []


def test_an_answer_that_becomes_another_is_told(integraal: Run, tmp_path: Path) -> None:
    by_code(integraal, "C4a C3a\n")
    done = by_code(integraal, "C4c C3z\n")
    told = " ".join(done.stderr.split())
    assert SAY("codes.changed", question="Draaglast", before="Licht", after="Zwaar") in told
    assert SAY("codes.stays", question="Leefgebieden met problemen", before="Wonen") in told
    assert answers_in(tmp_path / "C-1.yaml") == {"leefgebieden": ["wonen"], "draaglast": "zwaar"}
