"""`integraal afspraak`: agreements without writing YAML."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from filelock import FileLock

from integraal.words.words import Words
from tests.cli.noted import MAY
from tests.cli.terminal import Terminal, squeezed
from tests.conftest import Run

SAY = Words("nl")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "C-1.yaml"
    path.write_text(MAY, "utf-8")
    return path


def in_file(case: Path) -> Any:
    # To YAML of before 1.2 this word is a yes.
    return yaml.safe_load(case.read_text("utf-8").replace(" on:", ' "on":'))


def advised(integraal: Run, case: Path) -> Any:
    return json.loads(integraal("advies", case, "-f", "json").stdout)


def test_asked_what_who_and_when_it_is_noted_today_and_the_answers_stay(
    integraal: Run, case: Path
) -> None:
    done = integraal("afspraak", case, stdin="Plan maken\nwijkteam\n15 januari 2062\n\n")
    assert done.returncode == 0, done.stderr
    then, now = in_file(case)["moments"]
    assert now == {
        "moment": date.today(),
        "agreements": [{"what": "Plan maken", "who": "wijkteam", "by": date(2062, 1, 15)}],
    }
    assert "# zei de huisarts" in case.read_text("utf-8")
    assert then["moment"] == date(2026, 5, 1)
    found = advised(integraal, case)
    assert (found["moment"], found["level"]) == ("2026-05-01", "coordinatie")


def test_it_goes_into_the_moment_of_today_where_there_is_one(integraal: Run, case: Path) -> None:
    case.write_text(MAY.replace("2026-05-01", date.today().isoformat()), "utf-8")
    integraal("afspraak", case, "-", stdin="Plan maken / wijkteam\n")
    data = in_file(case)
    assert data["agreements"] == [{"what": "Plan maken", "who": "wijkteam"}]
    assert "moments" not in data


def test_a_case_without_a_day_keeps_its_one_moment(integraal: Run, case: Path) -> None:
    case.write_text(MAY.replace("moment: 2026-05-01\n", ""), "utf-8")
    integraal("afspraak", case, "-", stdin="Plan maken / wijkteam\n")
    assert "moments" not in in_file(case)
    assert integraal("afspraak", case, "--klaar", "1").returncode == 0
    assert in_file(case)["closed"] == [{"n": 1, "on": date.today()}]
    assert "gedaan" in integraal("afspraak", case, "--lijst").stdout


def test_of_lines_that_are_piped_all_are_taken_or_none(integraal: Run, case: Path) -> None:
    wrong = integraal("afspraak", case, "-", stdin="Plan maken / wijkteam\nBellen\n")
    assert (wrong.returncode, "stdin:2:1: error[misread-agreement]" in wrong.stderr) == (1, True)
    assert case.read_text("utf-8") == MAY
    done = integraal(
        "afspraak",
        case,
        "-",
        "--op",
        "2062-02-01",
        stdin="Plan maken / wijkteam\n\nBellen / school\n",
    )
    assert done.returncode == 0, done.stderr
    agreed = in_file(case)["moments"][1]["agreements"]
    assert [(one["what"], one["by"]) for one in agreed] == [
        ("Plan maken", date(2062, 2, 1)),
        ("Bellen", date(2062, 2, 1)),
    ]


def test_what_is_typed_behind_the_command_is_taken_with_the_remark_that_the_shell_keeps_it(
    integraal: Run, case: Path
) -> None:
    done = integraal("afspraak", case, "Plan maken / wijkteam / 2062-01-15")
    assert squeezed(SAY("note.shell_keeps", command="integraal afspraak")) in squeezed(done.stderr)
    assert in_file(case)["moments"][1]["agreements"][0]["who"] == "wijkteam"


def test_an_agreement_that_was_done_is_closed_where_it_stands(integraal: Run, case: Path) -> None:
    integraal("afspraak", case, "-", stdin="Plan maken / wijkteam / 2062-01-15\nBellen / school\n")
    before = in_file(case)["moments"]
    done = integraal("afspraak", case, "--klaar", "1")
    assert squeezed(SAY("agreed.done", what="Plan maken")) in squeezed(done.stderr)
    data = in_file(case)
    assert data["moments"] == before
    assert data["closed"] == [{"moment": date.today(), "n": 1, "on": date.today()}]
    listed = integraal("afspraak", case, "--lijst").stdout.splitlines()
    assert listed[0].endswith("gedaan")
    assert "Bellen · school" in listed[1]
    again = integraal("afspraak", case, "--klaar", "1")
    assert squeezed(SAY("agreed.done_already", what="Plan maken")) in squeezed(again.stderr)
    assert in_file(case) == data


@pytest.mark.parametrize("number", ["0", "3", "x"])
def test_a_number_that_is_no_agreement_is_refused(number: str, integraal: Run, case: Path) -> None:
    integraal("afspraak", case, "-", stdin="Plan maken / wijkteam\n")
    done = integraal("afspraak", case, "--klaar", number)
    assert (done.returncode, "--klaar" in done.stderr) == (2, True)


def test_the_same_words_with_another_day_move_it_and_the_calendar_follows(
    integraal: Run, case: Path
) -> None:
    integraal("afspraak", case, "-", stdin="Plan maken / wijkteam / 2062-01-15\n")
    then = integraal("export", "ics", case).stdout
    moved = integraal("afspraak", case, stdin="1\n2062-02-20\n\n")
    line = "Plan maken · wijkteam · vóór 20 februari 2062"
    assert squeezed(SAY("agreed.moved", number=1, line=line)) in squeezed(moved.stderr)
    now = integraal("export", "ics", case).stdout
    [uid] = [each for each in then.splitlines() if each.startswith("UID")]
    old, new = (part for part in now.split("BEGIN:VEVENT")[1:])
    assert uid in old
    assert ("STATUS:CANCELLED" in old, "SEQUENCE:1" in old) == (True, True)
    assert ("STATUS:CONFIRMED" in new, "SEQUENCE:0" in new) == (True, True)
    assert len(json.loads(integraal("verloop", case, "-f", "json").stdout)["agreements"]) == 1
    again = integraal("afspraak", case, "-", stdin="plan  maken / Wijkteam / 2062-02-20\n")
    assert "staat er al" in again.stderr


def test_done_flows_into_the_course_and_cancels_the_day(integraal: Run, case: Path) -> None:
    integraal("afspraak", case, "-", stdin="Plan maken / wijkteam / 2062-01-15\n")
    integraal("afspraak", case, "--klaar", "1")
    assert SAY("course.all_done") in integraal("verloop", case).stdout
    cancelled = integraal("export", "ics", case)
    assert cancelled.returncode == 0
    assert "STATUS:CANCELLED" in cancelled.stdout


def test_a_number_of_a_person_is_refused_and_not_repeated(integraal: Run, case: Path) -> None:
    done = integraal("afspraak", case, "-", stdin="Bellen met 111222333 / wijkteam\n")
    assert (done.returncode, "text-identifies" in done.stderr) == (1, True)
    assert "111222333" not in done.stderr
    assert case.read_text("utf-8") == MAY


def test_a_name_in_place_of_a_role_is_asked_about(case: Path) -> None:
    with Terminal(case.parent, "afspraak", case.name) as terminal:
        terminal.wait_for("Wat spreken jullie af?")
        terminal.enter("Bellen").wait_for("Wie doet het?")
        terminal.enter("Fatima de Vries").wait_for("1 = veranderen")
        terminal.enter("1").wait_for("Wie doet het?")
        terminal.enter("school").wait_for("Wanneer kijken jullie")
        terminal.enter("ooit").wait_for("is geen dag")
        terminal.enter("").wait_for("Vastgelegd als afspraak 1")
        terminal.enter("").wait_for_end()
    assert in_file(case)["moments"][1]["agreements"] == [{"what": "Bellen", "who": "school"}]


def test_an_agreement_that_was_left_half_is_not_noted(integraal: Run, case: Path) -> None:
    done = integraal("afspraak", case, stdin="Plan maken\n")
    assert (done.returncode, SAY("agreed.half") in " ".join(done.stderr.split())) == (1, True)
    assert case.read_text("utf-8") == MAY


def test_danger_in_the_case_is_said_here_too(integraal: Run, case: Path) -> None:
    case.write_text(f"{MAY}  direct_gevaar: ja\n", "utf-8")
    for more in (["--lijst"], ["-"]):
        assert "112" in integraal("afspraak", case, *more).stderr


def test_somebody_elses_window_is_not_written_over(integraal: Run, case: Path) -> None:
    with FileLock(case.with_name(f".{case.name}.lock")):
        done = integraal("afspraak", case, "-", stdin="Plan maken / wijkteam\n")
    assert (done.returncode, "case-in-use" in done.stderr) == (1, True)
    assert case.read_text("utf-8") == MAY


def test_what_does_not_go_together_is_refused(integraal: Run, case: Path) -> None:
    assert integraal("afspraak", case, "--klaar", "1", "--lijst").returncode == 2
    assert integraal("afspraak", case, "--klaar", "1", "--op", "2062-01-01").returncode == 2
    assert integraal("afspraak", "-", stdin=MAY).returncode == 2
    assert integraal("afspraak", case, "-", "--op", "ooit").returncode == 2
    missing = integraal("afspraak", case.with_name("C-2.yaml"))
    assert (missing.returncode, case.with_name("C-2.yaml").exists()) == (1, False)


# The next sheet.


@pytest.fixture
def agreed(integraal: Run, case: Path) -> Path:
    integraal("afspraak", case, "-", stdin="Plan maken / wijkteam / 2062-01-15\n")
    integraal("afspraak", case, "-", "--voor-iedereen", stdin="Samen eten / ouders\n")
    return case


@pytest.mark.parametrize(
    "line", ["advies", "advies --volledig", "checklist --casus", "advies -f markdown", "verloop"]
)
def test_open_agreements_head_the_next_sheet(line: str, integraal: Run, agreed: Path) -> None:
    page = integraal(*line.split(), agreed).stdout
    assert page.index("Plan maken") > 0
    if line != "verloop":
        assert page.index("Plan maken") < len(page) // 2


@pytest.mark.parametrize(
    "line", ["advies --voor gezin", "advies --voor tafel", "checklist --voor tafel --casus"]
)
def test_others_read_what_was_marked_for_them_and_nothing_else(
    line: str, integraal: Run, agreed: Path
) -> None:
    page = integraal(*line.split(), agreed).stdout
    assert ("Samen eten" in page, "Plan maken" in page) == (True, False)


def test_a_child_hears_it_from_people(integraal: Run, agreed: Path) -> None:
    page = integraal("advies", agreed, "--voor", "kind").stdout
    assert ("Samen eten" in page, bool(page)) == (False, True)


def test_an_agreement_that_was_moved_stays_for_whom_it_was(integraal: Run, agreed: Path) -> None:
    integraal("afspraak", agreed, "-", stdin="Samen eten / ouders / 2062-03-01\n")
    assert "1 maart 2062" in integraal("advies", agreed, "--voor", "gezin").stdout


def test_what_is_given_up_is_not_said_to_be_done(integraal: Run, case: Path) -> None:
    integraal("afspraak", case, "-", stdin="Plan maken / wijkteam / 2062-01-15\n")
    done = integraal("afspraak", case, "--vervalt", "1")
    assert squeezed(SAY("agreed.dropped", what="Plan maken")) in squeezed(done.stderr)
    assert in_file(case)["closed"] == [
        {"moment": date.today(), "n": 1, "on": date.today(), "dropped": True}
    ]
    page = integraal("verloop", case).stdout
    assert SAY("agreed.dropped_count", count=1) in page
    assert SAY("course.all_done") not in page
    assert integraal("afspraak", case, "--lijst").stdout.rstrip().endswith("vervallen")
    assert "STATUS:CANCELLED" in integraal("export", "ics", case).stdout


def test_a_list_breaks_no_word_on_a_screen_and_no_agreement_on_a_pipe(
    integraal: Run, case: Path, tmp_path: Path
) -> None:
    what = "samen met school en de huisarts bespreken welke ondersteuning er thuis mogelijk is"
    integraal("afspraak", case, "-", stdin=f"{what} / wijkteamcoördinator / 15 januari 2062\n")
    with Terminal(tmp_path, "afspraak", case, "--lijst") as terminal:
        assert terminal.wait_for_end() == 0
        shown = [line.rstrip() for line in terminal.seen.splitlines() if line.strip()]
    told = f"1. ☐ {what} · wijkteamcoördinator · vóór 15 januari 2062"
    assert len(shown) > 1
    assert " ".join(line.strip() for line in shown) == told
    assert all(line.startswith("     ") for line in shown[1:])
    assert integraal("afspraak", case, "--lijst").stdout.splitlines() == [told]


def test_a_number_and_enter_keep_the_day_and_may_open_it_to_everybody(
    integraal: Run, case: Path
) -> None:
    """What a sheet for others leaves off is put on it without writing YAML."""
    integraal("afspraak", case, "-", stdin="Plan maken / wijkteam / 15 januari 2062\n")
    left_off = integraal("advies", case, "--voor", "tafel").stderr
    assert "integraal afspraak CASUS --voor-iedereen" in " ".join(left_off.split())
    opened = integraal("afspraak", case, "--voor-iedereen", stdin="1\n\n\n")
    assert opened.returncode == 0, opened.stderr
    told = in_file(case)["moments"][-1]["agreements"][-1]
    assert (told["by"], told["for_others"]) == (date(2062, 1, 15), True)
    assert "Plan maken" in integraal("advies", case, "--voor", "tafel").stdout
