"""`integraal batch`: every record comes out or is rejected, and a file is whole or not there."""

import csv
import json
import random
import re
import signal
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from integraal.batch.duckdb.connection import connected
from integraal.batch.table.source import open_table
from integraal.engine.lower import lower
from integraal.model.answers import answer_value
from integraal.model.instrument import Kind
from integraal.reading.cases.case_instruments import neighbours
from integraal.reading.library import Library
from integraal.reading.storage.atomic_write import clear_leftovers
from integraal.words.words import LANGUAGES, Words
from tests.batch.tables import rows_of as rows
from tests.cli.interview.answering import SAY, write_case
from tests.cli.processes import PATIENCE_SECONDS, run_as_process, start
from tests.cli.terminal import Terminal
from tests.conftest import INSTRUMENTS, ROOT, Run
from tests.counts import times
from tests.engine.sql.rows import made_up
from tests.in_process import run_in_process

HEAD = "casus,draaglast,leefgebieden,gezinsleden,aantal_professionals"


def table(folder: Path, *lines: str, head: str = HEAD, name: str = "in.csv") -> Path:
    path = folder / name
    path.write_text("\n".join((head, *lines)) + "\n", "utf-8")
    return path


def by_advies(integraal: Run, folder: Path, answers: dict[str, Any]) -> dict[str, Any]:
    case = write_case(folder / "een.yaml", answers)
    said: dict[str, Any] = json.loads(integraal("advies", case, "-f", "json").stdout)
    return said


def test_a_row_gets_the_advice_that_its_case_gets(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,zwaar,wonen;werk,twee,twee")
    done = integraal("batch", "in.csv", "uit.csv")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    (row,) = rows(tmp_path / "uit.csv")
    answers = {
        "draaglast": "zwaar",
        "leefgebieden": ["wonen", "werk"],
        "gezinsleden": "twee",
        "aantal_professionals": "twee",
    }
    said = by_advies(integraal, tmp_path, answers)
    assert (row["casus"], row["level"], row["reach"]) == ("C-1", said["level"], said["reach"])
    assert row["rules_open"].split(";") == said["rules_open"]
    assert row["actions"].split(";") == [action["id"] for action in said["actions"]]
    assert (row["version"], row["fingerprint"]) == (said["version"], said["fingerprint"])
    assert (row["settled"], row["provisional"]) == ("false", "true")


def test_the_columns_are_those_that_were_promised(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,zwaar,,,")
    integraal("batch", "in.csv", "uit.csv")
    head = (tmp_path / "uit.csv").read_text("utf-8").splitlines()[0]
    assert head == (
        "casus,level,reach,settled,provisional,current,feasible,direction,"
        "rules,rules_open,outcomes,outcomes_open,actions,urgent,version,fingerprint,keep_until"
    )


@pytest.mark.parametrize(
    "cells",
    [
        "zwaar,wonen;werk,twee,twee",
        "Zwaar,Wonen;Werk of dagbesteding,Twee gezinsleden,Twee professionals",
        ' ZWAAR ,"werk, wonen",twee,twee',
        "zwaar,werk|wonen,twee,twee",
    ],
)
def test_ids_and_labels_mean_the_same(
    integraal: Run, tmp_path: Path, instrument: Any, cells: str
) -> None:
    labels = {o.id: o.label for q in instrument.questions() for o in q.options}
    for shown, question in (
        ("Twee gezinsleden", "gezinsleden"),
        ("Twee professionals", "aantal_professionals"),
    ):
        cells = cells.replace(shown, instrument.question(question).option("twee").label)
    text = cells.replace("Werk of dagbesteding", labels["werk"]).replace("Zwaar", labels["zwaar"])
    table(tmp_path, f"C-1,{text}", "C-2,zwaar,wonen;werk,twee,twee")
    done = integraal("batch", "in.csv", "uit.csv")
    assert done.returncode == 0, done.stderr
    one, other = rows(tmp_path / "uit.csv")
    assert {**one, "casus": ""} == {**other, "casus": ""}


def test_one_yes_or_no_column_per_option_says_what_a_list_says(
    integraal: Run, tmp_path: Path
) -> None:
    head = "casus,gezinsleden,leefgebieden.wonen,leefgebieden.werk"
    table(
        tmp_path,
        "C-1,twee,ja,Ja",
        "C-2,twee,nee,",
        "C-3,twee,,",
        "C-4,twee,misschien,ja",
        head=head,
    )
    done = integraal("batch", "in.csv", "uit.csv")
    assert done.returncode == 1
    found = rows(tmp_path / "uit.csv")
    # Nothing is said of the other areas, so they stay unknown.
    assert "plan-voor-heel-het-gezin" in found[0]["rules"].split(";")
    assert "plan-voor-heel-het-gezin" in found[1]["rules_open"].split(";")
    assert "plan-voor-heel-het-gezin" in found[2]["rules_open"].split(";")
    assert [row["casus"] for row in found] == ["C-1", "C-2", "C-3"]


def test_an_empty_cell_is_unknown_and_never_a_no(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,,,,", "C-2,weet_niet,Weet ik niet,?,weet_niet")
    integraal("batch", "in.csv", "uit.csv")
    for row in rows(tmp_path / "uit.csv"):
        assert (row["level"], row["reach"]) == ("segregatie", "integratie")
        assert "plan-voor-heel-het-gezin" in row["rules_open"].split(";")


def test_none_of_these_is_an_answer(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,,geen_van_deze,twee,")
    integraal("batch", "in.csv", "uit.csv")
    (row,) = rows(tmp_path / "uit.csv")
    assert "plan-voor-heel-het-gezin" not in f"{row['rules']};{row['rules_open']}".split(";")


def test_a_column_of_numbers_takes_numbers_and_refuses_the_rest(
    integraal: Run, tmp_path: Path
) -> None:
    table(
        tmp_path, "C-1,4", "C-2,3", "C-3,veel", "C-4,", "C-5,3.5", "C-6,-1", head="casus,bo_keren"
    )
    done = integraal("batch", "in.csv", "uit.csv", "-i", "buurtoverleg")
    assert done.returncode == 1, done.stderr
    for row, keren in zip(rows(tmp_path / "uit.csv"), (4, 3, None), strict=True):
        given = {} if keren is None else {"bo_keren": keren}
        case = write_case(tmp_path / "een.yaml", given)
        said = json.loads(integraal("advies", case, "-i", "buurtoverleg", "-f", "json").stdout)
        assert row["actions"].split(";") == [action["id"] for action in said["actions"]]
        assert row["rules_open"].split(";") == said["rules_open"]
    rejects = [(row["line"], row["column"]) for row in rows(tmp_path / "uit-afgekeurd.csv")]
    assert rejects == [("4", "bo_keren"), ("6", "bo_keren"), ("7", "bo_keren")]


# --- Nothing lost ---------------------------------------------------------------------------------

DIRTY = (
    "C-1,zwaar,wonen,twee,twee",
    "C-2,enorm,wonen,twee,twee",
    "C-3,zwaar,wonen;kamperen,twee,twee",
    "C-4,zwaar",
    "C-5,zwaar,wonen,twee,twee,te veel",
    ",zwaar,wonen,twee,twee",
    "jan@voorbeeld.nl,zwaar,wonen,twee,twee",
    "111222333,zwaar,wonen,twee,twee",
    "C 9,zwaar,wonen,twee,twee",
    "C-10,zwaar,geen_van_deze;wonen,twee,twee",
    "C-11,,,,",
)


def test_every_row_of_a_dirty_table_is_accounted_for(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, *DIRTY)
    done = integraal("batch", "in.csv", "uit.csv")
    assert done.returncode == 1
    assert [row["casus"] for row in rows(tmp_path / "uit.csv")] == ["C-1", "C-11"]
    rejects = [(r["line"], r["column"], r["reason"]) for r in rows(tmp_path / "uit-afgekeurd.csv")]
    assert rejects == [
        ("3", "draaglast", "no-such-answer"),
        ("4", "leefgebieden", "no-such-answer"),
        ("5", "", "unreadable-record"),
        ("6", "", "unreadable-record"),
        ("7", "casus", "case-missing"),
        ("8", "casus", "case-form"),
        ("9", "casus", "case-identifies"),
        ("10", "casus", "case-form"),
        ("11", "leefgebieden", "no-such-answer"),
    ]
    told = SAY("batch.counted", records=11, answered=2, rejected=9)
    assert told in done.stderr


def test_a_reject_never_repeats_the_value(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, *DIRTY)
    integraal("batch", "in.csv", "uit.csv", "--afgekeurd", "slecht.csv")
    said = (tmp_path / "slecht.csv").read_text("utf-8")
    assert not any(word in said for word in ("enorm", "kamperen", "jan@", "111222333", "te veel"))
    shapes = {(r["kind"], r["length"]) for r in rows(tmp_path / "slecht.csv")}
    assert ("letters", "5") in shapes
    assert ("digits", "9") in shapes


def test_no_file_of_rejects_is_made_when_there_are_none(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,zwaar,,,")
    integraal("batch", "in.csv", "uit.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "uit.csv"]


def test_unknown_columns_are_named_and_never_copied(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,zwaar,geheim", head="casus,draaglast,naam")
    done = integraal("batch", "in.csv", "uit.csv")
    assert SAY("batch.unknown_columns", columns="naam") in done.stderr
    assert "geheim" not in (tmp_path / "uit.csv").read_text("utf-8")


def test_the_same_table_gives_the_same_bytes_in_the_same_order(
    integraal: Run, tmp_path: Path
) -> None:
    chance = random.Random(4)
    levels = ("licht", "matig", "zwaar", "")
    numbers = chance.sample(range(9999), 3000)
    lines = [f"C-{n},{chance.choice(levels)},wonen,twee,twee" for n in numbers]
    table(tmp_path, *lines)
    integraal("batch", "in.csv", "een.csv")
    integraal("batch", "in.csv", "twee.csv")
    assert (tmp_path / "een.csv").read_bytes() == (tmp_path / "twee.csv").read_bytes()
    cases = [line.split(",")[0] for line in lines]
    assert [row["casus"] for row in rows(tmp_path / "een.csv")] == cases


def test_killed_whenever_a_run_leaves_the_old_files_or_the_new_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, scratch, names = (
        tmp_path / "hier",
        tmp_path / "tijdelijk",
        ("uit.csv", "uit-afgekeurd.csv"),
    )
    here.mkdir()
    scratch.mkdir()
    table(here, *(f"C-{n},{'zwaar' if n % 9 else 'enorm'},wonen;werk,twee," for n in range(20_000)))
    arguments, env = ("batch", "in.csv", "uit.csv", "--overschrijf"), {"TMPDIR": str(scratch)}
    began = time.monotonic()
    start(here, *arguments, env=env).communicate()
    whole_run = time.monotonic() - began
    new = [(here / name).read_bytes() for name in names]
    old = [f"oude {name}".encode() for name in names]
    chance = random.Random(5)
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    for _ in range(times(5)):  # fifty in `.ci/long`
        for name, text in zip(names, old, strict=True):
            (here / name).write_bytes(text)
        process = start(here, *arguments, env=env)
        time.sleep(chance.uniform(0.3, 1.1) * whole_run)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        found = [(here / name).read_bytes() for name in names if (here / name).exists()]
        assert found in (old, new) or not (here / "uit.csv").exists()
        clear_leftovers()
        assert [(here / name).read_bytes() for name in names] in (old, new)
        assert {path.name for path in here.iterdir()} == {"in.csv", *names}
        assert list(scratch.iterdir()) == []


@pytest.mark.parametrize("source", ["casussen", "-"])
def test_a_killed_run_leaves_answers_in_one_closed_folder_and_nowhere_else(
    tmp_path: Path, source: str
) -> None:
    here, scratch = tmp_path / "hier", tmp_path / "tijdelijk"
    (here / "casussen").mkdir(parents=True)
    scratch.mkdir()
    for number in range(200):
        write_case(here / "casussen" / f"{number}.yaml", {"draaglast": "zwaar"})
    given = set(here.rglob("*"))
    process = start(here, "batch", source, "uit.csv", env={"TMPDIR": str(scratch)})
    assert process.stdin is not None
    if source == "-":
        process.stdin.write(b"casus,draaglast\n" + b"C-1,zwaar\n" * 40_000)
    until = time.monotonic() + PATIENCE_SECONDS
    while not any(path.stat().st_size for path in scratch.rglob("*.csv")):
        assert process.poll() is None
        assert time.monotonic() < until
    process.send_signal(signal.SIGKILL)
    process.communicate()
    left = [path for path in tmp_path.rglob("*") if path.is_file() and path not in given]
    assert [path for path in left if b"zwaar" in path.read_bytes()] != []
    (home,) = scratch.iterdir()
    assert home.stat().st_mode & 0o777 == 0o700
    assert [path for path in left if home not in path.parents] == []


def test_an_older_result_stays_until_the_new_one_is_whole(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "uit.csv").write_text("van gisteren")
    table(tmp_path, "C-1,zwaar", head="geen,kolommen")
    assert integraal("batch", "in.csv", "uit.csv", "--overschrijf").returncode == 1
    assert (tmp_path / "uit.csv").read_text() == "van gisteren"
    assert [path.name for path in tmp_path.glob(".*")] == []


# --- Forms ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "xlsx"])
def test_what_one_form_says_every_form_says(integraal: Run, tmp_path: Path, form: str) -> None:
    table(tmp_path, "C-1,zwaar,wonen;werk,twee,twee", "C-2,,,,")
    assert integraal("batch", "in.csv", f"uit.{form}").returncode == 0
    assert _cases(tmp_path / f"uit.{form}") == [("C-1", "coordinatie"), ("C-2", "segregatie")]


def _cases(path: Path) -> list[tuple[str, str]]:
    if path.suffix == ".xlsx":
        from openpyxl import load_workbook

        listed = list(load_workbook(path).worksheets[0].iter_rows(values_only=True))
        return [(str(row[0]), str(row[1])) for row in listed[1:]]
    import duckdb

    with duckdb.connect() as connection:
        return connection.execute(f"SELECT casus, level FROM '{path}'").fetchall()


@pytest.mark.parametrize("form", ["jsonl", "parquet", "xlsx"])
def test_a_table_may_come_in_any_form(integraal: Run, tmp_path: Path, form: str) -> None:
    _write(tmp_path / f"in.{form}")
    done = integraal("batch", f"in.{form}", "uit.csv")
    assert done.returncode == 0, done.stderr
    found = [(row["casus"], row["level"]) for row in rows(tmp_path / "uit.csv")]
    assert found == [("C-1", "coordinatie"), ("C-2", "segregatie")]


def _write(path: Path) -> None:
    if path.suffix == ".xlsx":
        from openpyxl import Workbook

        book = Workbook()
        assert book.active is not None
        for row in (
            ["casus", "leefgebieden", "gezinsleden"],
            ["C-1", "wonen;werk", "twee"],
            ["C-2", None, None],
        ):
            book.active.append(row)
        book.save(path)
    elif path.suffix == ".jsonl":
        first = {"casus": "C-1", "leefgebieden": ["wonen", "werk"], "gezinsleden": "twee"}
        path.write_text(f'{json.dumps(first)}\n{{"casus": "C-2"}}\n', "utf-8")
    else:
        import duckdb

        with duckdb.connect() as connection:
            connection.execute(
                "COPY (SELECT 'C-1' AS casus, ['wonen', 'werk'] AS leefgebieden,"
                " 'twee' AS gezinsleden UNION ALL SELECT 'C-2', NULL, NULL)"
                f" TO '{path}' (FORMAT parquet)"
            )


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_any_delimiter_and_encoding_is_told_apart(
    integraal: Run, tmp_path: Path, sign: str, encoding: str
) -> None:
    lines = (("casus", "draaglast", "één"), ("C-1", "zwaar", "é"))
    text = "".join(f"{sign.join(line)}\r\n" for line in lines)
    (tmp_path / "in.csv").write_bytes(text.encode(encoding))
    done = integraal("batch", "in.csv", "uit.csv")
    assert done.returncode == 0, done.stderr
    assert SAY("batch.unknown_columns", columns="één") in done.stderr
    assert [row["casus"] for row in rows(tmp_path / "uit.csv")] == ["C-1"]


def test_stdin_and_stdout_pass_a_table_through(integraal: Run, tmp_path: Path) -> None:
    path = table(tmp_path, "C-1,zwaar,,,")
    done = integraal("batch", "-", "-", stdin=path.read_text("utf-8"))
    assert (done.returncode, done.stdout.count("\n")) == (0, 2)
    assert "C-1,segregatie" in done.stdout


def test_a_folder_of_case_files_is_a_table(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    both = {"leefgebieden": ["wonen", "werk"], "gezinsleden": "twee"}
    write_case(tmp_path / "map" / "a.yaml", both)
    write_case(tmp_path / "map" / "b.yaml", {"draaglast": "enorm"})
    write_case(tmp_path / "map" / "c.yaml", {"veiligheid": "weet_niet"})
    done = integraal("batch", "map", "uit.csv")
    assert done.returncode == 1
    assert [row["level"] for row in rows(tmp_path / "uit.csv")] == ["coordinatie", "segregatie"]
    rejects = [(r["line"], r["reason"]) for r in rows(tmp_path / "uit-afgekeurd.csv")]
    assert rejects == [("2", "no-such-option")]


def test_the_folder_we_are_in_has_a_name_for_its_rejects(tmp_path: Path) -> None:
    (tmp_path / "map" / "in").mkdir(parents=True)
    (tmp_path / "map" / "C-1.yaml").write_text("schema: anders\n", "utf-8")
    for where, named in (("map", "."), ("map/in", "..")):
        done = run_in_process(tmp_path / where, "batch", named, "-")
        rejects = tmp_path / "map-afgekeurd.csv"
        assert (done.returncode, rejects.is_file()) == (1, True), done.stderr
        rejects.unlink()


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_instrument_takes_a_table(integraal: Run, tmp_path: Path, name: str) -> None:
    column = {
        "buurtoverleg": "bo_talen",
        "kruispunt-kernprincipes": "kp_duo",
        "kruispunt-onthaal": "samen_beslist",
        "kruispunt-doorstroom": "samen_beslist",
    }.get(name, "veiligheid")
    table(tmp_path, "C-1,weet_niet", head=f"casus,{column}")
    done = integraal("batch", "in.csv", "uit.csv", "-i", name)
    assert done.returncode == 0, done.stderr
    (row,) = rows(tmp_path / "uit.csv")
    case = write_case(tmp_path / "x.yaml", {column: "weet_niet"})
    said = json.loads(integraal("advies", case, "-i", name, "-f", "json").stdout)
    for column, holds in (("outcomes", True), ("outcomes_open", False)):
        routes = {o["id"] for o in said["outcomes"] if o["holds_now"] is holds}
        assert routes == set(filter(None, row[column].split(";")))
    assert row["settled"] == str(said["settled"]).lower()
    assert {a["id"] for a in said["actions"]} == set(filter(None, row["actions"].split(";")))


# --- Refused --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "lines", "code"),
    [
        ("nummer,draaglast", ("C-1,zwaar",), "no-case-column"),
        ("casus,gewicht", ("C-1,zwaar",), "no-question-column"),
        ("casus,draaglast,draaglast", ("C-1,a,b",), "column-twice"),
        ("casus,draaglast", ("111222333,zwaar", "123456782,licht"), "column-identifies"),
        ("", (), "no-columns"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_whole(
    integraal: Run, tmp_path: Path, head: str, lines: Sequence[str], code: str
) -> None:
    table(tmp_path, *lines, head=head)
    done = integraal("batch", "in.csv", "uit.csv")
    assert (done.returncode, done.stdout) == (1, "")
    assert f"error[{code}]" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("uit.csv", "rejects-are-output"),
        ("./uit.csv", "rejects-are-output"),
        ("in.csv", "output-is-input"),
        ("eigen.csv", "output-is-input"),
    ],
)
def test_rejects_never_take_the_place_of_anything_else(
    integraal: Run, tmp_path: Path, place: str, code: str
) -> None:
    table(tmp_path, "C-1,enorm,,,")
    own = (ROOT / "data" / "questions.yaml").read_text("utf-8")
    (tmp_path / "eigen.yaml").write_text(own, "utf-8")
    (tmp_path / "eigen.csv").hardlink_to(tmp_path / "eigen.yaml")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    arguments = ("batch", "in.csv", "uit.csv", "-i", "eigen.yaml", "--afgekeurd", place)
    done = integraal(*arguments, "--overschrijf")
    assert done.returncode == 1
    assert f"error[{code}]" in done.stderr
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ("nergens.csv", "uit.csv", "no-such-file"),
        ("in.pdf", "uit.csv", "unknown-form"),
        ("in.csv", "nergens/uit.csv", "no-such-folder"),
        ("in.csv", "in.csv", "output-is-input"),
        ("in.csv", "oud.csv", "exists-already"),
        ("leeg", "uit.csv", "no-case-files"),
        ("kapot.parquet", "uit.csv", "unreadable-table"),
        ("kapot.xlsx", "uit.csv", "unreadable-table"),
    ],
)
def test_wrong_places_are_refused_with_the_reason(
    integraal: Run, tmp_path: Path, source: str, target: str, code: str
) -> None:
    table(tmp_path, "C-1,zwaar,,,")
    (tmp_path / "oud.csv").write_text("oud")
    (tmp_path / "leeg").mkdir()
    for name in ("in.pdf", "kapot.parquet", "kapot.xlsx"):
        (tmp_path / name).write_text("kapot")
    done = integraal("batch", source, target)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"error[{code}]" in done.stderr
    assert (tmp_path / "oud.csv").read_text() == "oud"


# --- Lines ----------------------------------------------------------------------------------------


def _lines(path: Path) -> list[tuple[str, str]]:
    return [(row["line"], row["reason"]) for row in rows(path)]


def test_rejects_tell_the_line_of_the_file_also_after_blank_and_broken_lines(
    integraal: Run, tmp_path: Path
) -> None:
    table(tmp_path, "C-1,enorm,,,", "", "C-2,enorm,,,", "C-3", "", "", "C-4,enorm,,,")
    integraal("batch", "in.csv", "uit.csv")
    assert _lines(tmp_path / "uit-afgekeurd.csv") == [
        ("2", "no-such-answer"),
        ("4", "no-such-answer"),
        ("5", "unreadable-record"),
        ("8", "no-such-answer"),
    ]


def test_a_line_that_is_no_json_object_is_rejected_and_the_others_answered(
    integraal: Run, tmp_path: Path
) -> None:
    lines = ('{"casus": "C-1"}', "rommel", "", "[1, 2]", '{"casus": "C-2", "draaglast": "enorm"}')
    (tmp_path / "in.jsonl").write_text("\n".join(lines), "utf-8")
    integraal("batch", "in.jsonl", "uit.csv")
    assert [row["casus"] for row in rows(tmp_path / "uit.csv")] == ["C-1"]
    assert _lines(tmp_path / "uit-afgekeurd.csv") == [
        ("2", "unreadable-record"),
        ("4", "unreadable-record"),
        ("5", "no-such-answer"),
    ]


def test_a_key_that_only_the_last_object_has_is_a_column_too(
    integraal: Run, tmp_path: Path
) -> None:
    lines = [f'{{"casus": "C-{n}"}}' for n in range(30_000)]
    last = {"casus": "C-laatste", "leefgebieden": ["wonen", "werk"], "gezinsleden": "twee"}
    (tmp_path / "in.jsonl").write_text("\n".join([*lines, json.dumps(last)]), "utf-8")
    assert integraal("batch", "in.jsonl", "uit.csv").returncode == 0
    found = rows(tmp_path / "uit.csv")
    assert (found[-1]["casus"], found[-1]["level"]) == ("C-laatste", "coordinatie")


def test_an_empty_list_is_none_of_these_and_null_is_unknown(integraal: Run, tmp_path: Path) -> None:
    empty = '{"casus": "C-1", "gezinsleden": "twee", "leefgebieden": []}'
    missing = '{"casus": "C-2", "gezinsleden": "twee", "leefgebieden": null}'
    (tmp_path / "in.jsonl").write_text(f"{empty}\n{missing}\n", "utf-8")
    integraal("batch", "in.jsonl", "uit.csv")
    first, second = rows(tmp_path / "uit.csv")
    assert "plan-voor-heel-het-gezin" not in f"{first['rules']};{first['rules_open']}".split(";")
    assert "plan-voor-heel-het-gezin" in second["rules_open"].split(";")


# --- Groups ---------------------------------------------------------------------------------------


def test_a_group_that_is_asked_for_goes_along_and_never_becomes_a_formula(
    integraal: Run, tmp_path: Path
) -> None:
    head = "casus,draaglast,regio,team"
    lines = [f"C-{n},zwaar,Noord,=1+1" for n in range(5)]
    table(tmp_path, *lines, *(f"D-{n},licht,,Zuid" for n in range(5)), head=head)
    done = integraal("batch", "in.csv", "uit.csv", "--groepeer", "regio, team")
    assert done.returncode == 0, done.stderr
    found = [(row["regio"], row["team"]) for row in rows(tmp_path / "uit.csv")]
    assert found == [("Noord", "'=1+1")] * 5 + [("", "Zuid")] * 5
    assert "regio" not in done.stderr


LIKE_FORMULAS = ("=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "'=1", "''-1", "'s avonds")


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet", "jsonl"])
def test_a_group_that_looks_like_a_formula_is_read_back_as_it_was(
    integraal: Run, tmp_path: Path, form: str
) -> None:
    lines = [
        json.dumps({"casus": f"C-{n}", "draaglast": "zwaar", "regio": region})
        for n, region in enumerate(LIKE_FORMULAS * 5)
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), "utf-8")
    integraal("batch", "in.jsonl", f"uit.{form}", "--groepeer", "regio")
    with connected() as (connection, scratch):
        opened = open_table(connection, tmp_path / f"uit.{form}", scratch).unmarked(["regio"])
        query = f"SELECT regio FROM ({opened.rows})"
        assert [row for (row,) in connection.execute(query).fetchall()] == [*LIKE_FORMULAS] * 5


def test_no_name_of_a_file_becomes_a_formula_in_the_rejects(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    names = [f"{start}1.yaml" for start in ("=", "+", "-", "@", "\t", "\r")]
    for name in names:
        (tmp_path / "map" / name).write_text("kapot", "utf-8")
    integraal("batch", "map", "uit.csv")
    integraal("batch", "map", "uit.csv", "--afgekeurd", "af.xlsx", "--overschrijf")
    assert sorted(row["file"] for row in rows(tmp_path / "uit-afgekeurd.csv")) == sorted(
        f"'{name}" for name in names
    )
    cells = [row[-2] for row in load_workbook(tmp_path / "af.xlsx").worksheets[0].iter_rows()]
    assert {(cell.data_type, cell.quotePrefix) for cell in cells[1:]} == {("s", True)}


def test_what_no_workbook_can_hold_is_replaced(integraal: Run, tmp_path: Path) -> None:
    lines = [f"C-{number},zwaar,No\x1bord" for number in range(5)]
    table(tmp_path, *lines, head="casus,draaglast,re\x07gio")
    done = integraal("batch", "in.csv", "uit.xlsx", "--groepeer", "re\x07gio")
    assert done.returncode == 0, done.stderr
    sheet = load_workbook(tmp_path / "uit.xlsx").worksheets[0]
    assert [row[-2].value for row in sheet.iter_rows()] == ["re\ufffdgio", *["No\ufffdord"] * 5]


def test_what_is_empty_is_an_empty_cell_to_a_spreadsheet(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,licht", head="casus,draaglast")
    integraal("batch", "in.csv", "uit.xlsx")
    with zipfile.ZipFile(tmp_path / "uit.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml")
    assert b"<t>segregatie</t>" in sheet
    assert re.findall(rb"<t[^>]*></t>|<t/>", sheet) == []


@pytest.mark.parametrize(
    ("group", "code"),
    [
        ("plaats", "no-such-column"),
        ("draaglast", "no-group-column"),
        ("casus", "no-group-column"),
        ("naam", "column-identifies"),
    ],
)
def test_a_group_that_cannot_be_copied_is_refused(
    integraal: Run, tmp_path: Path, group: str, code: str
) -> None:
    table(tmp_path, "C-1,zwaar,a@voorbeeld.nl", head="casus,draaglast,naam")
    done = integraal("batch", "in.csv", "uit.csv", "--groepeer", group)
    assert (done.returncode, f"error[{code}]" in done.stderr) == (1, True)
    assert "voorbeeld" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_groups_that_leave_cases_nearly_alone_are_refused_unless_said(
    integraal: Run, tmp_path: Path
) -> None:
    """By each column they are many, by both together two of them stand alone."""
    head = "casus,draaglast,regio,team"
    lines = [f"C-{n},zwaar,Noord,A" for n in range(10)] + [f"D-{n},zwaar,Zuid,B" for n in range(10)]
    table(tmp_path, *lines, "E-1,zwaar,Noord,B", "E-2,zwaar,Zuid,A", head=head)
    asked = ("batch", "in.csv", "uit.csv", "--groepeer", "regio,team")
    refused = integraal(*asked)
    assert (refused.returncode, "error[few-in-group]" in refused.stderr) == (1, True)
    assert "2 van de 22 casussen" in squeezed_words(refused.stderr)
    assert not (tmp_path / "uit.csv").exists()
    done = integraal(*asked, "--toch")
    assert done.returncode == 0, done.stderr
    assert squeezed_words(SAY("batch.few_in_group", few=2, records=22)) in squeezed_words(
        done.stderr
    )
    alone = integraal("batch", "in.csv", "een.csv", "--groepeer", "regio")
    assert (alone.returncode, SAY("batch.few_in_group", few=0, records=22) in alone.stderr) == (
        0,
        False,
    )


def test_a_column_that_nearly_names_rows_is_no_group(integraal: Run, tmp_path: Path) -> None:
    lines = [f"C-{n},zwaar,huis {n // 2}" for n in range(8)] + ["C-8,zwaar,huis 9"]
    table(tmp_path, *lines, head="casus,draaglast,plek")
    done = integraal("batch", "in.csv", "uit.csv", "--groepeer", "plek", "--toch")
    assert (done.returncode, "error[groups-too-fine]" in done.stderr) == (1, True)
    assert "huis" not in done.stderr


def squeezed_words(text: str) -> str:
    """The text, wherever its lines were broken."""
    return " ".join(text.split())


# --- One row --------------------------------------------------------------------------------------


def test_one_row_is_explained_as_its_case_would_be(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,licht,,,", "", "C-2,Zwaar,wonen;werk;weet_niet,twee,")
    areas = ["wonen", "werk", "weet_niet"]
    answers = {"draaglast": "zwaar", "gezinsleden": "twee", "leefgebieden": areas}
    write_case(tmp_path / "een.yaml", answers)
    shown = integraal("batch", "in.csv", "--uitleg", "4")
    said = integraal("advies", "een.yaml")
    assert shown.returncode == 0, shown.stderr
    assert SAY("case.line", casus="C-2") in shown.stdout.splitlines()
    assert _without_case(shown.stdout) == _without_case(said.stdout)


def _without_case(page: str) -> list[str]:
    """The lines of a page but for the one that names the case and the day."""
    return [line for line in page.strip().splitlines() if not line.startswith("Casus ")]


@pytest.mark.parametrize(
    ("row", "code"),
    [("1", "no-such-row"), ("3", "row-has-faults"), ("4", "no-such-row"), ("99", "no-such-row")],
)
def test_a_row_that_is_no_case_is_not_explained(
    integraal: Run, tmp_path: Path, row: str, code: str
) -> None:
    table(tmp_path, "C-1,licht,,,", "C-2,enorm,,,", "C-3")
    done = integraal("batch", "in.csv", "--uitleg", row)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"in.csv:{row}:1: error[{code}]" in done.stderr


def test_without_a_place_for_the_result_the_user_is_asked_for_one(
    integraal: Run, tmp_path: Path
) -> None:
    table(tmp_path, "C-1,licht,,,")
    done = integraal("batch", "in.csv")
    assert (done.returncode, SAY("usage.no_target") in done.stderr) == (2, True)


# --- While it runs --------------------------------------------------------------------------------


def test_a_terminal_shows_how_far_it_is_and_ctrl_c_says_where_it_was(tmp_path: Path) -> None:
    table(tmp_path, *(f"C-{n},zwaar,wonen;werk,twee,twee" for n in range(1_500_000)))
    with Terminal(tmp_path, "batch", "in.csv", "uit.csv") as terminal:
        terminal.wait_for(SAY("batch.progress", done="", records="1.500.000").strip())
        terminal.press("ctrl-c")
        assert terminal.wait_for_end() == 130
        assert terminal.says("Er is niets geschreven.")
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_nothing_is_drawn_where_nobody_looks(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,zwaar,,,")
    done = integraal("batch", "in.csv", "uit.csv")
    assert "\x1b" not in done.stderr
    assert integraal("batch", "in.csv", "uit.csv", "--overschrijf", "--stil").stderr == ""


# --- What fresh eyes found ------------------------------------------------------------------------


def test_a_question_that_is_asked_two_ways_is_refused(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,wonen,nee", head="casus,leefgebieden,leefgebieden.wonen")
    done = integraal("batch", "in.csv", "uit.csv")
    assert (done.returncode, "error[asked-two-ways]" in done.stderr) == (1, True)


def test_a_file_whose_name_looks_like_a_pattern_is_read_itself(
    integraal: Run, tmp_path: Path
) -> None:
    table(tmp_path, "C-1,zwaar,,,", name="casussen[1].csv")
    table(tmp_path, "C-ander,zwaar,,,", name="casussen1.csv")
    integraal("batch", "casussen[1].csv", "uit.csv")
    assert [row["casus"] for row in rows(tmp_path / "uit.csv")] == ["C-1"]


def test_a_stray_quote_costs_its_own_row_and_no_other(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, 'C-1,"De "Linde"",,,', "C-2,licht,,,", "C-3,licht,,,")
    done = integraal("batch", "in.csv", "uit.csv")
    assert done.returncode == 1
    assert [row["casus"] for row in rows(tmp_path / "uit.csv")] == ["C-2", "C-3"]
    assert _lines(tmp_path / "uit-afgekeurd.csv") == [("2", "unreadable-record")]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_heading_may_have_a_line_break_in_it(integraal: Run, tmp_path: Path, end: str) -> None:
    lines = ('casus,"opm\nvrij",draaglast', "C-1,x,zwaar", "C-2,x,licht")
    (tmp_path / "in.csv").write_bytes(end.join(lines).encode())
    done = integraal("batch", "in.csv", "uit.csv")
    assert [row["casus"] for row in rows(tmp_path / "uit.csv")] == ["C-1", "C-2"], done.stderr


def test_blank_lines_between_quotes_belong_to_their_record(integraal: Run, tmp_path: Path) -> None:
    text = 'casus,opm,draaglast\nC-1,"a\n\nb\n\nc",zwaar\n\nC-2,b,fout\n'
    (tmp_path / "in.csv").write_text(text, "utf-8")
    integraal("batch", "in.csv", "uit.csv")
    assert _lines(tmp_path / "uit-afgekeurd.csv") == [("4", "no-such-answer")]


def test_what_excel_calls_csv_is_read(integraal: Run, tmp_path: Path) -> None:
    text = "casus,draaglast,opm\nC-1,zwaar,het gezin’s € 5\n"
    (tmp_path / "in.csv").write_bytes(text.encode("cp1252"))
    done = integraal("batch", "in.csv", "uit.csv")
    assert (done.returncode, len(rows(tmp_path / "uit.csv"))) == (0, 1), done.stderr


def test_rejects_of_an_earlier_run_do_not_stay(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,enorm,,,")
    integraal("batch", "in.csv", "uit.csv")
    table(tmp_path, "C-1,zwaar,,,")
    assert integraal("batch", "in.csv", "uit.csv", "--overschrijf").returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "uit.csv"]


def test_results_are_for_their_owner_only(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,zwaar,,,", "C-2,enorm,,,")
    integraal("batch", "in.csv", "uit.csv")
    modes = {(tmp_path / name).stat().st_mode & 0o777 for name in ("uit.csv", "uit-afgekeurd.csv")}
    assert modes == {0o600}


def test_a_workbook_has_the_same_bytes_every_time(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,zwaar,,,")
    integraal("batch", "in.csv", "een.xlsx")
    time.sleep(2.1)  # the clock of an archive counts two seconds at a time
    integraal("batch", "in.csv", "twee.xlsx")
    assert (tmp_path / "een.xlsx").read_bytes() == (tmp_path / "twee.xlsx").read_bytes()


@pytest.mark.parametrize("number", ["1_000", "1e2", ".5", "03", "nan", "9" * 21])
def test_a_number_is_what_a_case_file_calls_one(
    integraal: Run, tmp_path: Path, number: str
) -> None:
    table(tmp_path, f"C-1,{number}", "C-2,2", "C-3,2.0", head="casus,pogingen")
    integraal("batch", "in.csv", "uit.csv", "-i", "procesregie")
    assert [row["casus"] for row in rows(tmp_path / "uit.csv")] == ["C-2", "C-3"]


def test_case_files_count_however_their_ending_is_written(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    for name in ("a.yaml", "b.yml", "c.YAML"):
        write_case(tmp_path / "map" / name, {"draaglast": "zwaar"})
    assert integraal("batch", "map", "uit.csv").returncode == 0
    assert len(rows(tmp_path / "uit.csv")) == 3


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_closing_the_window_leaves_nothing_anywhere(tmp_path: Path, ending: int) -> None:
    (tmp_path / "tijdelijk").mkdir()
    table(tmp_path, *(f"C-{n},zwaar,wonen;werk,twee,twee" for n in range(400_000)))
    here = {"TMPDIR": str(tmp_path / "tijdelijk")}
    process = start(tmp_path, "batch", "in.csv", "uit.csv", env=here)
    while not list(tmp_path.glob(".uit*")):
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(ending)
    _, told = process.communicate()
    assert process.returncode == 130
    if SAY("let_go") in " ".join(told.decode().split()):  # DuckDB waited for itself
        assert run_as_process(tmp_path, "instrumenten", env=here).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "tijdelijk"]
    assert list((tmp_path / "tijdelijk").iterdir()) == []


def test_a_row_whose_name_identifies_somebody_is_not_explained(
    integraal: Run, tmp_path: Path
) -> None:
    table(tmp_path, "C-1,licht,,,", "C-2,licht,,,", "111222333,zwaar,,,")
    done = integraal("batch", "in.csv", "--uitleg", "4")
    assert (done.returncode, done.stdout) == (1, "")
    assert "111222333" not in done.stderr


@pytest.mark.parametrize(
    "areas", ["[null]", '[""]', '["wonen", null]', '["wonen", " "]', '["wonen", ";"]', '["\u00a0"]']
)
@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_an_item_of_a_list_that_nobody_knows_is_never_a_no(
    integraal: Run, tmp_path: Path, areas: str, form: str
) -> None:
    line = f'{{"casus": "C-1", "gezinsleden": "twee", "leefgebieden": {areas}}}'
    (tmp_path / "in.jsonl").write_text(f"{line}\n", "utf-8")
    if form == "parquet":
        import duckdb

        listed = areas.replace('"', "'")
        with duckdb.connect() as connection:
            values = f"'C-1' AS casus, 'twee' AS gezinsleden, {listed}::VARCHAR[] AS leefgebieden"
            connection.execute(f"COPY (SELECT {values}) TO '{tmp_path}/in.parquet'")
    integraal("batch", f"in.{form}", "uit.csv")
    (row,) = rows(tmp_path / "uit.csv")
    assert "plan-voor-heel-het-gezin" in row["rules_open"].split(";")


def test_an_open_quote_that_swallows_lines_refuses_the_table(
    integraal: Run, tmp_path: Path
) -> None:
    table(tmp_path, "C-1,zwaar,,,", 'C-2,"zwaar,,,', "C-3,zwaar,,,", "C-4,zwaar,,,")
    for asked in (("in.csv", "uit.csv"), ("in.csv", "--uitleg", "2")):
        done = integraal("batch", *asked)
        assert done.returncode == 1
        assert done.stderr.startswith("in.csv:3:1: error[quote-left-open]")
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_an_open_quote_on_the_last_line_costs_that_line_alone(
    integraal: Run, tmp_path: Path
) -> None:
    table(tmp_path, "C-1,zwaar,,,", 'C-2,"zwaar,,,')
    integraal("batch", "in.csv", "uit.csv")
    assert [row["casus"] for row in rows(tmp_path / "uit.csv")] == ["C-1"]
    assert [row["line"] for row in rows(tmp_path / "uit-afgekeurd.csv")] == ["3"]


def test_a_reject_names_the_very_column_of_an_option(integraal: Run, tmp_path: Path) -> None:
    head = "casus,leefgebieden.wonen,leefgebieden.werk"
    table(tmp_path, "C-1,ja,nee", "C-2,ja,misschien", "C-3,zo,ook", head=head)
    integraal("batch", "in.csv", "uit.csv")
    told = [(row["line"], row["column"]) for row in rows(tmp_path / "uit-afgekeurd.csv")]
    by_option = ["leefgebieden.werk", "leefgebieden.wonen"]
    assert told == [("3", by_option[0]), *(("4", name) for name in by_option)]
    done = integraal("batch", "in.csv", "--uitleg", "3")
    assert "(leefgebieden.werk)" in done.stderr


def test_what_comes_through_stdin_is_called_so(integraal: Run, tmp_path: Path) -> None:
    done = integraal("batch", "-", "uit.csv", stdin="casus,casus\n")
    assert done.stderr.startswith("stdin:1:1: error[column-twice]")


def test_other_sheets_with_something_on_them_are_named(integraal: Run, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for name in ("eerste", "tweede", "leeg"):
        sheet = book[book.sheetnames[0]] if name == "eerste" else book.create_sheet(name)
        if name != "leeg":
            sheet.append(["casus", "draaglast" if name == "eerste" else "draagkracht"])
            sheet.append([f"C-{name}", "zwaar"])
    book.save(tmp_path / "in.xlsx")
    done = integraal("batch", "in.xlsx", "uit.csv")
    assert SAY("batch.other_sheets", sheets="tweede") in " ".join(done.stderr.split())
    assert [row["casus"] for row in rows(tmp_path / "uit.csv")] == ["C-eerste"]


def test_rejects_of_a_folder_name_the_file(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "in" / "team").mkdir(parents=True)
    write_case(tmp_path / "in" / "goed.yaml", {"draaglast": "zwaar"})
    (tmp_path / "in" / "team" / "half.yaml").write_text("casus: [", "utf-8")
    integraal("batch", "in", "uit.csv")
    (reject,) = rows(tmp_path / "uit-afgekeurd.csv")
    assert (reject["line"], reject["file"], reject["reason"]) == ("2", "team/half.yaml", "yaml")


def test_case_files_past_their_date_are_named(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number, year in enumerate((2020, 2999)):
        path = write_case(tmp_path / "in" / f"{number}.yaml", {"draaglast": "zwaar"})
        path.write_text(f"keep_until: {year}-01-01\n" + path.read_text("utf-8"), "utf-8")
    done = integraal("batch", "in", "uit.csv")
    told = SAY("batch.past-keep-until", count="1", files="0.yaml")
    assert told in " ".join(done.stderr.split())


def test_files_about_one_case_are_named_for_each_counts(integraal: Run, tmp_path: Path) -> None:
    """A browser calls what is saved a second time `C-1 (1).yaml`."""
    (tmp_path / "in").mkdir()
    for name in ("C-1", "C-1 (1)", "C-1 (2)", "C-2"):
        path = write_case(tmp_path / "in" / f"{name}.yaml", {"draaglast": "zwaar"})
        text = path.read_text("utf-8")
        path.write_text(re.sub("casus: .*", f"casus: {name[:3]}", text), "utf-8")
    done = integraal("batch", "in", "uit.csv")
    told = SAY("batch.same-case", count="3", files="C-1 (1).yaml, C-1 (2).yaml, C-1.yaml")
    assert told in " ".join(done.stderr.split())
    assert len(rows(tmp_path / "uit.csv")) == 4


def test_rejects_need_a_file_of_their_own(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,zwaar,,,")
    done = integraal("batch", "in.csv", "-", "--afgekeurd", "-")
    assert (done.returncode, done.stdout) == (2, "")
    assert SAY("usage.rejects_file") in " ".join(done.stderr.split())
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.parametrize(
    ("written", "cases"),
    [
        ('casus,gezinsleden\r\nT-1,"een"\nT-2,"twee"\nT-3,"een"\r\n', "T-1 T-2 T-3"),
        ("casus,gezinsleden\r\nT-0,een\nT-1,twee\r\nT-2,een\n", "T-0 T-1 T-2"),
        ("casus,gezinsleden\nT-1,een\n\r\nT-2,twee\n", "T-1 T-2"),
        ("casus,gezinsleden\rT-1,een\nT-2,twee\r\n", "T-1 T-2"),
        ('casus,gezinsleden,x\r\nT-0,een,"b"\nT-1,een,"a\r\nb"\n', "T-0 T-1"),
    ],
)
def test_lines_may_end_in_more_than_one_way(
    integraal: Run, tmp_path: Path, written: str, cases: str
) -> None:
    (tmp_path / "in.csv").write_bytes(written.encode())
    done = integraal("batch", "in.csv", "uit.csv")
    assert done.returncode == 0, done.stderr
    assert [row["casus"] for row in rows(tmp_path / "uit.csv")] == cases.split()


def test_a_line_keeps_its_number_where_ends_differ(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(b"casus,draaglast\r\nC-1,zwaar\nC-2,enorm\r\n\nC-3,enorm\n")
    integraal("batch", "in.csv", "uit.csv")
    assert [row["line"] for row in rows(tmp_path / "uit-afgekeurd.csv")] == ["3", "5"]


@pytest.mark.parametrize("name", ["1989-2-9", "T-2000-9-1", "0612--345678", "7-september-99"])
def test_a_name_that_identifies_is_refused_however_it_is_written(
    integraal: Run, tmp_path: Path, name: str
) -> None:
    table(tmp_path, f"{name},zwaar,,,", "C-1,zwaar,,,", "C-2,zwaar,,,")
    integraal("batch", "in.csv", "uit.csv")
    assert [row["reason"] for row in rows(tmp_path / "uit-afgekeurd.csv")] == ["case-identifies"]


def test_all_options_and_i_do_not_know_leave_nothing_unknown(
    integraal: Run, tmp_path: Path
) -> None:
    name = "bestaande_vormen"
    asked = Library().instrument("voor-wie-doen-we-wat").question(name)
    every = [*asked.option_ids, "weet_niet"]
    table(tmp_path, f"C-1,{';'.join(every)}", head=f"casus,{name}")
    integraal("batch", "in.csv", "uit.csv")
    (row,) = rows(tmp_path / "uit.csv")
    said = by_advies(integraal, tmp_path, {name: every})
    assert (row["current"], row["direction"]) == (said["current"], said["direction"])
    shown = integraal("batch", "in.csv", "--uitleg", "2").stdout
    assert _without_case(shown) == _without_case(integraal("advies", "een.yaml").stdout)


def test_a_result_is_for_its_owner_only_while_it_is_being_written(tmp_path: Path) -> None:
    table(tmp_path, *(f"C-{number},zwaar,wonen;werk,twee,twee" for number in range(100_000)))
    process = start(tmp_path, "batch", "in.csv", "uit.csv", "--stil")
    modes: list[int] = []
    while process.poll() is None and not modes:
        modes = [path.stat().st_mode & 0o777 for path in tmp_path.glob(".uit.csv.*.tmp")]
    process.communicate()
    assert modes == [0o600]


# --- Danger ---------------------------------------------------------------------------------------

ASKED = "casus,draaglast,direct_gevaar,veiligheid,md_acuut,md_gesprek"


@pytest.mark.parametrize(
    "name", [name for name in INSTRUMENTS if not Library().instrument(name).keep_apart]
)
def test_a_row_tells_the_dangers_that_advies_tells_of_its_case(
    integraal: Run, tmp_path: Path, name: str
) -> None:
    program = lower(Library().instrument(name), others=neighbours(name, "nl"))
    watched = program.watched_questions.values()
    texts = {each.id for each in program.instrument.questions() if each.kind is Kind.TEXT}
    folder = tmp_path / "casussen"
    folder.mkdir()
    made = made_up(program.instrument, 8, random.Random(name), watched)
    for number, answers in enumerate(made):
        given = {name: answer_value(a) for name, a in answers.items() if name not in texts}
        write_case(folder / f"{number}.yaml", given)
    integraal("batch", folder, "uit.csv", "-i", name)
    done = integraal("advies", *sorted(folder.glob("*.yaml")), "-i", name, "-f", "json")
    told = [_dangers(json.loads(line), name) for line in done.stdout.splitlines()]
    assert [row["urgent"] for row in rows(tmp_path / "uit.csv")] == told
    assert any(told)


def _dangers(said: dict[str, Any], name: str) -> str:
    """The dangers in the data of an advice, as a table names them."""
    found = [each for each in said["urgent"] if each["kind"] == "danger"]
    own = (("" if each["instrument"] == name else f"{each['instrument']}/") for each in found)
    return ";".join(where + each["id"] for where, each in zip(own, found, strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("quiet", [(), ("--stil",)], ids=["told", "quiet"])
def test_a_run_ends_on_how_many_are_in_danger_and_how_to_see_whom_to_call(
    integraal: Run, tmp_path: Path, language: str, quiet: tuple[str, ...]
) -> None:
    table(tmp_path, "C-1,zwaar,ja,,,", "C-2,zwaar,nee,geen_zorg,,", "C-3,enorm,,,ja,", head=ASKED)
    done = integraal("batch", "in.csv", "uit.csv", "--taal", language, *quiet)
    say = Words(language)
    command = f"integraal batch in.csv --uitleg {say('metavar.row')}"
    last = (
        say("batch.in_danger", count="1", of="2"),
        say("batch.rejected_in_danger", count="1", of="1", file="uit-afgekeurd.csv"),
        say("batch.whom_to_call", command=command),
    )
    assert done.returncode == 1
    assert " ".join(done.stderr.split()).endswith(" ".join(last))


def test_a_run_without_danger_says_nothing_of_it(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,zwaar,nee,geen_zorg,nee,", "C-2,,,,,", head=ASKED)
    done = integraal("batch", "in.csv", "uit.csv", "--stil")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_explanation_of_a_row_says_whom_to_call(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,zwaar,,,ja,", head=ASKED)
    done = integraal("batch", "in.csv", "--uitleg", "2")
    assert done.returncode == 0, done.stderr
    assert done.stdout.index(SAY("danger.title")) < done.stdout.index("0800-2000")


def test_a_row_that_is_not_explained_shows_its_danger_first(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, "C-1,enorm,ja,,,", head=ASKED)
    done = integraal("batch", "in.csv", "--uitleg", "2")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.index("112") < done.stderr.index("row-has-faults")


def test_a_case_file_that_is_not_explained_shows_its_danger_first(
    integraal: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "casussen"
    folder.mkdir()
    write_case(folder / "1.yaml", {"draaglast": "enorm", "md_acuut": "ja"})
    write_case(folder / "2.yaml", {"draaglast": "zwaar"})
    done = integraal("batch", "casussen", "--uitleg", "1")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.index("112") < done.stderr.index("no-such-row")


def test_what_was_read_under_an_old_name_is_said(integraal: Run, tmp_path: Path) -> None:
    head = "casus,direct_gevaar,md_direct_gevaar"
    table(tmp_path, "C-1,nee,ja", "C-2,nee,nee", head=head)
    done = integraal("batch", "in.csv", "uit.csv", "-i", "meldcode")
    assert [row["urgent"] for row in rows(tmp_path / "uit.csv")] == ["bel-eerst-112", ""]
    told = " ".join(done.stderr.split())
    assert SAY("finding.moved", old="md_direct_gevaar", new="direct_gevaar") in told
    both = head.partition(",")[2].replace(",", ", ")
    named = {"question": "direct_gevaar", "old": both, "count": "1", "new": ""}
    assert SAY("finding.answered-in-two-columns", **named) in told


def test_a_case_file_with_both_names_of_a_question_counts_the_greatest_need_and_says_so(
    integraal: Run, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    answers = "answers:\n  md_direct_gevaar: ja\n  direct_gevaar: nee\n"
    (tmp_path / "in" / "C-1.yaml").write_text(f"schema: integraal/casus/1\ncasus: C-1\n{answers}")
    done = integraal("batch", "in", "uit.csv", "-i", "meldcode")
    assert [row["urgent"] for row in rows(tmp_path / "uit.csv")] == ["bel-eerst-112"]
    named = {"question": "direct_gevaar", "count": "1", "old": "", "new": ""}
    told = " ".join(done.stderr.split())
    assert SAY("finding.answered-twice-in-files", **named) in told


def test_what_went_away_is_named_in_a_table_and_not_known(integraal: Run, tmp_path: Path) -> None:
    routes = ROOT / "tests" / "instruments" / "good" / "routes.yaml"
    head = "casus,leeftijd,woonplaats,hulpvragen,Gezinsvorm"
    rows = ("C-1,2,overzee,geld;vervoer,samen", "C-2,2,aalst,vervoer,apart", "C-3,2,elders,,")
    table(tmp_path, *rows, head=head)
    done = integraal("batch", "in.csv", "uit.csv", "-i", routes)
    said = " ".join(done.stderr.split())
    assert done.returncode == 0
    assert SAY("finding.retired", word="Gezinsvorm") in said
    for question, old, count in (("woonplaats", "overzee", "1"), ("hulpvragen", "vervoer", "2")):
        named = {"question": question, "old": old, "count": count}
        assert SAY("finding.retired-answer", **named) in said
    with (tmp_path / "uit.csv").open(encoding="utf-8") as file:
        rows_out = list(csv.DictReader(file))
    unsaid = ("C-1,2,weet_niet,geld;weet_niet", "C-2,2,aalst,weet_niet", "C-3,2,elders,")
    table(tmp_path, *unsaid, head="casus,leeftijd,woonplaats,hulpvragen", name="zonder.csv")
    integraal("batch", "zonder.csv", "zonder-uit.csv", "-i", routes)
    with (tmp_path / "zonder-uit.csv").open(encoding="utf-8") as file:
        assert rows_out == list(csv.DictReader(file))


def test_an_old_answer_in_a_table_is_read_and_said(integraal: Run, tmp_path: Path) -> None:
    routes = ROOT / "tests" / "instruments" / "good" / "routes.yaml"
    old = next(name for name in Library().instrument_file(routes).renamed if name.option)
    table(tmp_path, f"C-1,{old.option}", head=f"casus,{old.question}")
    done = integraal("batch", "in.csv", "uit.csv", "-i", routes)
    named = {"question": old.question, "old": old.option, "new": old.to, "count": "1"}
    assert SAY("finding.old-answer", **named) in " ".join(done.stderr.split())
