"""`integraal batch --motor spark`: quiet when it works, one sentence when it cannot."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from integraal.reading.storage.atomic_write import clear_leftovers
from tests.batch.tables import rows_of as rows
from tests.cli.commands.test_batch import table
from tests.cli.interview.answering import SAY
from tests.cli.processes import ended, start
from tests.conftest import Run
from tests.reading.helpers import GOOD
from tests.sparks import MASTER, need_spark

WITH = ("--motor", "spark", "--spark-master", MASTER)
SMALL = ("-i", str(GOOD / "klein.yaml"))
"""With one question: Java has little to compile before a run is where it is to be stopped."""
SMALL_HEAD = "casus,gezinsleden"
LINES = ("C-1,zwaar,wonen;werk,twee,twee", "C-2,enorm,,,", "C-3,,,,")
PATIENCE_SECONDS = 120
# It shares two cores with the other tests of Spark, so they run one after another.
pytestmark = pytest.mark.xdist_group("spark")


@pytest.fixture(autouse=True)
def scratch(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A temporary folder for each test: what another one left is said elsewhere."""
    folder = str(tmp_path_factory.mktemp("tijdelijk"))
    monkeypatch.setenv("TMPDIR", folder)
    monkeypatch.setattr(tempfile, "tempdir", folder)


def cases(folder: Path) -> list[tuple[str, str]]:
    import duckdb

    with duckdb.connect() as connection:
        found = connection.execute(f"SELECT casus, level FROM '{folder}/*.parquet' ORDER BY 1")
        return found.fetchall()


def test_a_table_goes_to_a_folder_and_spark_itself_is_not_heard(
    integraal_process: Run, tmp_path: Path
) -> None:
    need_spark()
    table(tmp_path, *LINES)
    done = integraal_process("batch", "in.csv", "uit", *WITH)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[:2] == [
        SAY("batch.counted", records=3, answered=2, rejected=1),
        f"  1 × {SAY('batch.reason.no-such-answer')}",
    ]
    told = " ".join(done.stderr.split())
    assert SAY("batch.rejects_by_file", file="uit-afgekeurd.csv") in told
    assert told.endswith(SAY("written", file="uit"))
    assert cases(tmp_path / "uit") == [("C-1", "coordinatie"), ("C-3", "segregatie")]
    assert (tmp_path / "uit" / "_SUCCESS").is_file()
    (reject,) = rows(tmp_path / "uit-afgekeurd.csv")
    assert (reject["line"], reject["file"], reject["column"]) == ("", "in.csv", "draaglast")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["in.csv", "uit", "uit-afgekeurd.csv"]
    kept = json.loads(integraal_process("bewaar", ".", "-f", "json").stdout)["files"]
    days = {(one["sort"], one["state"]) for one in kept}
    assert days == {("table", "no_day"), ("result", "kept"), ("rejects", "kept")}


def test_spark_submit_chooses_the_master(tmp_path: Path) -> None:
    need_spark()
    table(tmp_path, "C-1,meer", head=SMALL_HEAD)
    import integraal

    assert integraal.__file__ is not None
    main = Path(integraal.__file__).with_name("__main__.py")
    submit = Path(sys.executable).with_name("spark-submit")
    command = [str(submit), "--master", MASTER, str(main), "batch", "in.csv", "uit"]
    done = subprocess.run(
        [*command, "--motor", "spark", "--stil", *SMALL],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "PYSPARK_PYTHON": sys.executable},
        check=False,
        timeout=PATIENCE_SECONDS,
    )
    assert done.returncode == 0, done.stderr
    assert cases(tmp_path / "uit") == [("C-1", "connectie")]


def test_a_master_that_is_none_is_said_with_the_reason_that_spark_gives(
    integraal_process: Run, tmp_path: Path
) -> None:
    need_spark()
    table(tmp_path, *LINES)
    arguments = ("in.csv", "uit", "--motor", "spark", "--spark-master", "onzin")
    done = integraal_process("batch", *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("onzin: error[spark-failed]")
    assert "Master must" in done.stderr
    assert "Traceback" not in done.stderr


def _begun(folder: Path, **env: str) -> subprocess.Popen[bytes]:
    """Start a batch of some seconds, and wait until its result is being written."""
    table(folder, *(f"C-{n},meer" for n in range(300_000)), head=SMALL_HEAD)
    process = start(folder, "batch", "in.csv", "uit", *WITH, *SMALL, env=env)
    until = time.monotonic() + PATIENCE_SECONDS
    while not list(folder.glob(".uit.*.tmp")):
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.02)
    return process


def test_a_run_that_is_killed_leaves_no_half_folder_and_nothing_after_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_spark()
    here, scratch = tmp_path / "hier", tmp_path / "tijdelijk"
    here.mkdir()
    scratch.mkdir()
    process = _begun(here, TMPDIR=str(scratch), INTEGRAAL_HERE=str(tmp_path))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert not (here / "uit").exists()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    until = time.monotonic() + PATIENCE_SECONDS
    while list(here.glob(".*")) or list(scratch.glob("integraal-*")):
        # As long as its Java goes on writing, that holds what there is.
        assert clear_leftovers() is None or not _javas(tmp_path)
        assert time.monotonic() < until
        time.sleep(0.02)
    assert not _javas(tmp_path)
    assert [path.name for path in here.iterdir()] == ["in.csv"]


def test_a_folder_that_appears_during_a_run_stays(tmp_path: Path) -> None:
    need_spark()
    process = _begun(tmp_path)
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "brief.txt").write_text("van iemand anders")
    code, out, err = ended(process)
    assert (code, out) == (1, "")
    assert err.startswith("uit: error[exists-already]")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "uit"]
    assert (tmp_path / "uit" / "brief.txt").read_text() == "van iemand anders"


def test_ctrl_c_ends_it_with_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    need_spark()
    here, scratch = tmp_path / "hier", tmp_path / "tijdelijk"  # no other run left anything here
    here.mkdir()
    scratch.mkdir()
    process = _begun(here, TMPDIR=str(scratch))
    process.send_signal(signal.SIGINT)
    code, out, err = ended(process)
    assert (code, out, err.strip()) == (130, "", SAY("batch.stopped_unwatched"))
    assert [path.name for path in here.iterdir()] == ["in.csv"]


def test_ctrl_c_while_spark_starts_leaves_no_java_behind(tmp_path: Path) -> None:
    need_spark()
    table(tmp_path, *LINES)
    process = start(
        tmp_path, "batch", "in.csv", "uit", *WITH, env={"INTEGRAAL_HERE": str(tmp_path)}
    )
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    code, _, _ = ended(process)
    assert code == 130
    until = time.monotonic() + PATIENCE_SECONDS
    while _javas(tmp_path):
        assert time.monotonic() < until
        time.sleep(0.2)


def _javas(folder: Path) -> list[str]:
    """List the processes that inherited this test's mark."""
    mark = f"INTEGRAAL_HERE={folder}".encode()
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):
            if mark in path.read_bytes():
                found.append(path.parent.name)
    return found


# --- Not there ------------------------------------------------------------------------------------


def test_without_java_the_remedy_is_said(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, *LINES)
    done = integraal("batch", "in.csv", "uit", *WITH, env={"JAVA_HOME": str(tmp_path)})
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[no-java]" in done.stderr
    assert SAY("remedy.no-java", version=17) in done.stderr


def test_a_java_that_is_too_old_is_no_java(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, *LINES)
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n")
    java.chmod(0o755)
    done = integraal("batch", "in.csv", "uit", *WITH, env={"JAVA_HOME": str(tmp_path)})
    assert "error[no-java]" in done.stderr


def test_without_spark_the_remedy_is_said(tmp_path: Path) -> None:
    table(tmp_path, *LINES)
    arguments = ["batch", "in.csv", "uit", "--motor", "spark"]
    code = (
        "import sys; sys.modules['pyspark'] = None\n"
        f"sys.argv[1:] = {json.dumps(arguments)}\n"
        "from integraal.__main__ import main; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[no-pyspark]" in done.stderr
    assert SAY("remedy.no-pyspark") in done.stderr


# --- Refused before anything starts ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("in.csv", "uit", "--spark-master", MASTER), "usage.needs_spark"),
        (("-", "uit", *WITH), "usage.spark_no_stream"),
        (("in.csv", "-", *WITH), "usage.spark_no_stream"),
        (("in.csv", *WITH), "usage.no_target"),
        (("in.csv", "uit", "--uitleg", "2", *WITH), "usage.not_with_spark"),
    ],
)
def test_what_spark_does_not_do_is_wrong_usage(
    integraal: Run, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    table(tmp_path, *LINES)
    done = integraal("batch", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert SAY(said) in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("in.csv", "oud"), "exists-already"),
        (("in.csv", "oud", "--overschrijf"), "folder-taken"),
        (("map", "map", "--overschrijf"), "output-is-input"),
        (("map", "map/uit"), "output-is-input"),
        (("map/in.csv", "map", "--overschrijf"), "output-is-input"),
        (("in.csv", "nergens/uit"), "no-such-folder"),
        (("in.csv", "uit", "--afgekeurd", "uit"), "unknown-form"),
        (("in.csv", "oud", "--afgekeurd", "oud/x.csv", "--overschrijf"), "rejects-are-output"),
        (("in.csv", "uit", "--afgekeurd", "in.csv", "--overschrijf"), "output-is-input"),
        (("in.csv", "uit", "--afgekeurd", "oud.csv"), "exists-already"),
    ],
)
def test_nothing_takes_the_place_of_anything_else(
    integraal: Run, tmp_path: Path, arguments: tuple[str, ...], code: str
) -> None:
    table(tmp_path, *LINES)
    for folder in ("map", "oud"):
        (tmp_path / folder).mkdir()
    table(tmp_path / "map", *LINES)
    (tmp_path / "oud" / "brief.txt").write_text("van gisteren")
    (tmp_path / "oud.csv").write_text("van gisteren")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    done = integraal("batch", *arguments, *WITH)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"error[{code}]" in done.stderr
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_file_whose_name_java_cannot_read_is_not_passed_over(
    integraal: Run, tmp_path: Path
) -> None:
    (tmp_path / "map" / "in").mkdir(parents=True)
    table(tmp_path / "map", *LINES)
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/map/in/caf\xe9.csv"))
    odd.write_bytes((tmp_path / "map" / "in.csv").read_bytes())
    done = integraal("batch", "map", "uit", *WITH)
    assert (done.returncode, "error[name-not-utf8]" in done.stderr) == (1, True)
    assert not (tmp_path / "uit").exists()


def test_a_folder_is_not_called_a_file_of_another_kind(integraal: Run, tmp_path: Path) -> None:
    table(tmp_path, *LINES)
    done = integraal("batch", "in.csv", "uit.csv", *WITH)
    assert (done.returncode, done.stdout) == (2, "")
    assert ".parquet" in done.stderr
    assert not (tmp_path / "uit.csv").exists()
