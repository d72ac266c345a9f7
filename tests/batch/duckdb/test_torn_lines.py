"""Of a line that is no record people hear what to do, with the first line of each kind."""

from pathlib import Path
from time import process_time

import pytest

from tests.batch.tables import csv_of
from tests.cli.interview.answering import SAY
from tests.conftest import Run

GOOD = "C-0;twee;"
HEAD = "casus;gezinsleden;opmerking"
LINES = {
    "cells-too-many": "C-1;twee;druk; ook thuis",
    "cells-too-few": "C-1;twee",
    "quote-in-cell": 'C-1;twee;"de "Linde"; ook"',
    "record-too-long": f"C-1;twee;{'a' * 1_100_000}",
}


def _told(stderr: str) -> str:
    return " ".join(stderr.split())


@pytest.mark.parametrize(("code", "line"), LINES.items(), ids=LINES)
def test_each_kind_is_said_with_its_first_line_and_a_way_out(
    integraal: Run, tmp_path: Path, code: str, line: str
) -> None:
    csv_of(tmp_path / "in.csv", ("Onze wijk", HEAD, GOOD, line, GOOD, line))
    done = integraal("batch", "in.csv", "uit.csv")
    assert done.returncode == 1
    assert f"in.csv:4:1: warning[{code}]" in done.stderr
    assert done.stderr.count("warning[") == 1
    assert SAY(f"remedy.{code}", sign=";") in _told(done.stderr)
    assert "Zulke regels: 2." in done.stderr or "cellen: 2." in done.stderr
    assert "Linde" not in done.stderr
    assert "druk" not in done.stderr


def test_a_sign_in_a_cell_names_the_sign_and_both_numbers(integraal: Run, tmp_path: Path) -> None:
    csv_of(tmp_path / "in.csv", (HEAD.replace(";", "\t"), "C-1\ttwee\ta\tb\tc"))
    told = _told(integraal("batch", "in.csv", "uit.csv").stderr)
    assert "in.csv:2:1: warning[cells-too-many]" in told
    assert SAY("finding.cells-too-many", found=5, columns=3, count=1) in told
    assert SAY("remedy.cells-too-many", sign="tab") in told


@pytest.mark.parametrize(
    "line", ['{"casus":"C-1","gezinsleden":"een","gezinsleden":"twee"}', "rommel", '["C-1"]']
)
def test_so_is_a_line_that_is_no_object(integraal: Run, tmp_path: Path, line: str) -> None:
    good = '{"casus":"C-0","gezinsleden":"een"}'
    (tmp_path / "in.jsonl").write_text("\n".join((good, "", line, line)), "utf-8")
    told = _told(integraal("batch", "in.jsonl", "uit.csv").stderr)
    assert "in.jsonl:3:1: warning[no-json-object]" in told
    assert SAY("finding.no-json-object", count=2) in told


def test_a_run_that_is_quiet_says_nothing_of_it(integraal: Run, tmp_path: Path) -> None:
    csv_of(tmp_path / "in.csv", (HEAD, LINES["cells-too-many"]))
    assert integraal("batch", "in.csv", "uit.csv", "--stil").stderr == ""


LOST = {
    "record-too-long": (5, f"L-1;twee;{'y' * 8_100_000}\n"),
    "too-many-blank-lines": (5, "\n" * 7_999_900),
}


@pytest.mark.parametrize("code", LOST)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_would_be_lost_without_a_word_is_refused(
    integraal: Run, tmp_path: Path, code: str, end: str
) -> None:
    """DuckDB passes over what is longer than the room that it makes, and what follows."""
    line, lost = LOST[code]
    text = f"{HEAD}\n" + f"{GOOD}\n" * 3 + lost + f"{GOOD}\n" * 3
    (tmp_path / "in.csv").write_text(text.replace("\n", end), "utf-8", newline="")
    done = integraal("batch", "in.csv", "uit.csv")
    assert done.returncode == 1
    assert f"error[{code}]" in done.stderr
    at = int(done.stderr.split(f": error[{code}]")[0].split("in.csv:")[-1].split(":")[0])
    assert line <= at < line + 300_000
    assert not (tmp_path / "uit.csv").exists()


def test_so_is_a_line_of_json_that_is_too_long(integraal: Run, tmp_path: Path) -> None:
    good, long = '{"casus":"C-0"}\n', f'{{"casus":"C-1","bijlage":"{"y" * 8_100_000}"}}\n'
    (tmp_path / "in.jsonl").write_text(good + long + good, "utf-8")
    begin = process_time()
    done = integraal("batch", "in.jsonl", "uit.csv")
    assert "in.jsonl:2:1: error[record-too-long]" in done.stderr
    assert process_time() - begin < 10
