"""Everywhere text comes in the guard looks, and what is said repeats nothing of what it found."""

from pathlib import Path

import pytest

import integraal as front_door
from tests.cli.interview.answering import answers_in
from tests.conftest import ROOT, Run

HEAD = "schema: integraal/casus/1\ncasus: C-1\n"
CALL = "Bel eerst 112"
NUMBER, NAME = "0612345678", "Mevrouw Jansen belt"
REGION = (ROOT / "data" / "regio" / "voorbeeldregio.yaml").read_text("utf-8")


def written(folder: Path, text: str, name: str = "C-1.yaml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_remark_that_identifies_is_refused_where_it_stands_and_danger_is_still_told(
    integraal: Run, tmp_path: Path
) -> None:
    case = written(tmp_path, f"{HEAD}answers:\n  direct_gevaar: ja # {NUMBER}\n")
    done = integraal("advies", case)
    assert done.returncode == 1
    assert f"{case}:4:1: error[text-identifies]" in done.stderr
    assert "112" in done.stderr
    assert NUMBER not in done.stderr + done.stdout


@pytest.mark.parametrize("command", [("controleer",), ("vergelijk-versies", "V", "V")])
def test_every_command_that_reads_a_case_refuses_such_a_remark(
    integraal: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    case = written(tmp_path, f"{HEAD}# {NUMBER}\nanswers:\n  draaglast: zwaar\n")
    done = integraal(*("voor-wie-doen-we-wat" if word == "V" else word for word in command), case)
    assert done.returncode == 1
    assert "text-identifies" in done.stderr + done.stdout
    assert NUMBER not in done.stderr + done.stdout


def test_so_does_the_front_door_and_its_traceback_repeats_nothing(tmp_path: Path) -> None:
    case = written(tmp_path, f"{HEAD}answers:\n  draaglast: {NUMBER} # {NUMBER}\n")
    with pytest.raises(front_door.Faulty) as faulty:
        front_door.read_case(case)
    assert NUMBER not in repr(faulty.value.findings) + "".join(faulty.value.__notes__)


def test_what_is_no_answer_is_not_repeated_to_python_either() -> None:
    instrument = front_door.load("voor-wie-doen-we-wat")
    with pytest.raises(front_door.Faulty) as faulty:
        front_door.evaluate(instrument, {"draaglast": NAME})
    assert "Jansen" not in repr(faulty.value.findings) + "".join(faulty.value.__notes__)


def test_a_folder_of_cases_rejects_such_a_remark_and_tells_of_doubtful_texts(
    integraal: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "casussen"
    folder.mkdir()
    written(folder, f"{HEAD}# {NUMBER}\nanswers:\n  draaglast: zwaar\n", "een.yaml")
    written(folder, f"{HEAD}# {NAME}\nanswers:\n  draaglast: zwaar\n", "twee.yaml")
    done = integraal("batch", folder, "uit.csv")
    assert "1 × een casusbestand met een tekst waarin iets staat" in " ".join(done.stderr.split())
    assert "misschien iemand herkent: twee.yaml" in " ".join(done.stderr.split())
    assert "Jansen" not in done.stderr


def test_a_doubtful_remark_is_a_warning_and_stays_where_it_is(
    integraal: Run, tmp_path: Path
) -> None:
    case = written(tmp_path, f"{HEAD}# {NAME}\nanswers:\n  draaglast: zwaar\n")
    done = integraal("advies", case)
    assert (done.returncode, done.stderr.count("[text-may-identify]")) == (0, 1)
    assert "opmerking achter #" in done.stderr
    assert NAME not in done.stderr


def test_a_name_of_a_case_is_a_warning_and_changes_no_exit_code(
    integraal: Run, tmp_path: Path
) -> None:
    case = written(tmp_path, HEAD.replace("C-1", "gezin-Peeters") + "answers: {draaglast: zwaar}\n")
    done = integraal("advies", case)
    assert done.returncode == 0, done.stderr
    assert "warning[case-id-may-identify]" in done.stderr
    new = integraal("reflecteer", "--casus", "jan-de-bakker.yaml", stdin="")
    assert "warning[case-id-may-identify]" in new.stderr


def test_a_shipped_example_is_warned_about_by_nobody(integraal: Run, examples: Path) -> None:
    for case in sorted(examples.rglob("*.yaml")):
        assert "may-identify" not in integraal("advies", case).stderr


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("answers:\n  draaglast: Mevrouw Jansen: belt\n", "colon-in-text"),
        (f"answers:\n  draaglast: {NAME}\n", "no-such-option"),
        (f'answers:\n  wat_nodig: "{NAME}\n', "quote-open"),
        (f"{NUMBER}: ja\n", "unknown-key"),
    ],
)
@pytest.mark.parametrize("command", ["advies", "verloop", "controleer", "vergelijk-versies"])
def test_no_line_with_a_fault_is_shown_where_it_tells_of_somebody(
    integraal: Run, tmp_path: Path, command: str, fault: str, code: str
) -> None:
    both = ("voor-wie-doen-we-wat",) * 2 if command == "vergelijk-versies" else ()
    done = integraal(command, *both, written(tmp_path, HEAD + fault))
    said = done.stderr + done.stdout
    assert (done.returncode, code in said) == (1, True)
    assert [word for word in ("Jansen", NUMBER) if word in said] == []


def test_what_is_only_remarked_about_a_line_does_not_show_it_either(
    integraal: Run, tmp_path: Path
) -> None:
    case = written(tmp_path, f"{HEAD}keep_until: 2020-01-01 # {NAME}\n")
    done = integraal("advies", case)
    assert "past-keep-until" in done.stderr
    assert "Jansen" not in done.stderr


@pytest.mark.parametrize(
    ("supposed", "code", "said"),
    [
        (f"wat_nodig={NUMBER}", 2, "gegeven van een persoon"),
        (f"wat_nodig={NAME}", 0, "warning[text-may-identify]"),
        (f"draaglast={NAME}", 2, "'…' is geen antwoord"),
        (f"{NAME}=ja", 2, "'…'"),
    ],
)
def test_what_is_supposed_is_looked_at_as_an_answer_is(
    integraal: Run, examples: Path, supposed: str, code: int, said: str
) -> None:
    done = integraal("advies", examples / "C-2041.yaml", "--wat-als", supposed)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert [word for word in ("Jansen", NUMBER) if word in done.stderr] == []


@pytest.mark.parametrize(
    "arguments", [("advies", NUMBER), (NAME,), ("advies", "-i", NAME, "C.yaml")]
)
def test_no_word_of_the_command_line_that_tells_of_somebody_is_repeated(
    integraal: Run, arguments: tuple[str, ...]
) -> None:
    done = integraal(*arguments)
    assert done.returncode in (1, 2)
    assert [word for word in ("Jansen", NUMBER) if word in done.stderr] == []


@pytest.mark.parametrize("line", [NAME, NUMBER, f"2 {NUMBER}"])
def test_a_line_on_a_pipe_is_not_repeated_either(integraal: Run, line: str) -> None:
    done = integraal("reflecteer", stdin=f"{line}\n")
    assert "stdin:1:1: error[misread-line] '…'" in done.stderr
    assert line not in done.stderr


def test_a_table_with_names_is_warned_about_and_still_answered(
    integraal: Run, tmp_path: Path
) -> None:
    teams = ("Team Peeters", "Noord") * 10
    rows = (f"gezin-Jansen-{n},zwaar,{NAME},{team}" for n, team in enumerate(teams))
    table = written(tmp_path, "\n".join(("casus,draaglast,wat_nodig,team", *rows)), "in.csv")
    for more in ((table, "uit.csv"), (table, "--controleer")):
        done = integraal("batch", *more, "--groepeer", "team")
        assert done.returncode == 0, done.stderr
        said = (done.stderr + done.stdout).splitlines()
        told = [line for line in said if "column-may-identify" in line]
        assert [line.split("'")[1] for line in told] == ["casus", "wat_nodig", "team"]
        assert [word for word in ("Jansen", "Peeters") if word in done.stderr + done.stdout] == []


def test_groups_of_results_that_could_be_people_are_told(integraal: Run, tmp_path: Path) -> None:
    rows = (f"C-{n},zwaar,{('Peeters', 'Noord')[n % 2]}" for n in range(40))
    table = written(tmp_path, "\n".join(("casus,draaglast,team", *rows)), "in.csv")
    integraal("batch", table, "uit.csv", "--groepeer", "team")
    done = integraal("signalen", "uit.csv", "--per", "team")
    assert done.returncode == 0, done.stderr
    assert "warning[column-may-identify]" in done.stderr


def test_a_name_of_a_column_that_is_a_number_of_somebody_is_not_listed(
    integraal: Run, tmp_path: Path
) -> None:
    table = written(tmp_path, f"casus,draaglast,{NUMBER}\nC-1,zwaar,x\n", "in.csv")
    done = integraal("batch", table, "uit.csv")
    assert done.returncode == 0, done.stderr
    assert NUMBER not in done.stderr


def with_contact(folder: Path, contact: str, access: str = "op afspraak") -> Path:
    text = REGION.replace("access: zonder afspraak, elke werkdag", f"access: {access}")
    desk = text.replace(
        "    key_point: true\n", f"    key_point: true\n    contact: {contact}\n", 1
    )
    return written(folder, desk, "regio.yaml")


DESK = "Loket De Wissel, Kerkstraat 12, 053 00 00 00, www.dewissel.invalid"
ONTHAAL = ("--instrument", "kruispunt-onthaal")


def test_how_a_desk_is_reached_may_stand_in_its_file_and_then_in_any_text(
    integraal: Run, tmp_path: Path
) -> None:
    region = with_contact(tmp_path, DESK)
    case = written(tmp_path, f"{HEAD}# bel 053/000000, Kerkstraat 12\nanswers: {{volwassen: ja}}\n")
    alone = integraal("advies", case, *ONTHAAL)
    assert "text-identifies" in alone.stderr
    done = integraal("advies", case, *ONTHAAL, "--regio", region)
    assert done.returncode == 0, done.stderr
    assert "identif" not in done.stderr


def test_a_person_at_a_desk_is_told_and_what_is_no_desks_is_refused(
    integraal: Run, tmp_path: Path
) -> None:
    case = written(tmp_path, f"{HEAD}answers: {{volwassen: ja}}\n")
    region = with_contact(tmp_path, "mevrouw Jansen, 053 00 00 00")
    done = integraal("advies", case, *ONTHAAL, "--regio", region)
    assert (done.returncode, "warning[text-may-identify] bij 'contact'" in done.stderr) == (0, True)
    assert "Jansen" not in done.stderr
    region = with_contact(tmp_path, "053 00 00 00", access="bel Jan op 0470 00 00 01")
    for command in (("advies", case, *ONTHAAL, "--regio", region), ("controleer", region)):
        done = integraal(*command)
        assert done.returncode == 1
        assert "error[text-identifies] bij 'access'" in " ".join(
            (done.stderr + done.stdout).split()
        )
        assert "0470" not in done.stderr + done.stdout


def test_a_doubtful_remark_is_saved_as_it_was(integraal: Run, tmp_path: Path) -> None:
    case = written(tmp_path, f"{HEAD}# {NAME}\nanswers:\n  direct_gevaar: nee\n")
    integraal("reflecteer", "--casus", case, stdin="2\n")
    assert NAME in case.read_text("utf-8")
    assert len(answers_in(case)) > 0
