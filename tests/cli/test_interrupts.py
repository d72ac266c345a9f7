"""The next command clears what a killed one left, and says so in one sentence."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from integraal.cli.exit_codes import INTERRUPTED
from integraal.cli.interrupts import stoppable
from integraal.reading.library import data_folder
from integraal.words.words import LANGUAGES, Words
from tests.cli.processes import run_as_process
from tests.cli.terminal import squeezed

CASE = data_folder() / "voorbeelden" / "C-2041.yaml"
HALF = """
import os, signal
from pathlib import Path
from integraal.reading.storage.atomic_write import written_together
from integraal.reading.storage.scratch import scratch_folder
with scratch_folder() as folder:
    (folder / "cases.csv").write_text("C-1,zwaar")
    if RESULT:
        with written_together(Path("uit.csv")) as (new,):
            new.write_text("half")
            os.kill(os.getpid(), signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def _killed(folder: Path, env: dict[str, str], *, result: bool) -> None:
    program = f"RESULT = {result}\n{HALF}"
    subprocess.run([sys.executable, "-c", program], cwd=folder, env=env, check=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_killed_command_left_is_cleared_and_said_once(tmp_path: Path, language: str) -> None:

    here, scratch, say = tmp_path / "hier", tmp_path / "tijdelijk", Words(language)
    here.mkdir()
    scratch.mkdir()
    there = {"TMPDIR": str(scratch)}
    for result in (False, True):
        _killed(here, {**os.environ, **there}, result=result)
        assert [path.name for path in scratch.glob("*/*/cases.csv")] == ["cases.csv"]
        assert len([*here.iterdir()]) == result
        done = run_as_process(here, "advies", CASE, "--taal", language, env=there)
        key = "cleared_unfinished" if result else "cleared"
        told = " ".join(done.stderr.split())
        assert told.startswith(say(key, files=str(here / "uit.csv")))
        assert [*scratch.iterdir(), *here.iterdir()] == []
    again = run_as_process(here, "advies", CASE, "--taal", language, env=there)
    assert say("cleared") not in " ".join(again.stderr.split())


def test_asking_for_help_touches_nothing(tmp_path: Path) -> None:

    there = {"TMPDIR": str(tmp_path)}
    _killed(tmp_path, {**os.environ, **there}, result=False)
    before = sorted(tmp_path.rglob("*"))
    assert run_as_process(tmp_path, "advies", "--help", env=there).stderr == ""
    assert sorted(tmp_path.rglob("*")) == before


DEAF = """
import hashlib, threading
from integraal.cli import interrupts
interrupts._PATIENCE = 0.2
with interrupts.stoppable():
    threading.Timer(1, print, ["begun"], {"flush": True}).start()  # from within what follows
    hashlib.pbkdf2_hmac("sha256", b"", b"", 2_000_000_000)  # hears no signal for minutes
"""


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_work_that_does_not_hear_is_left_and_that_is_said(ending: int) -> None:
    command = [sys.executable, "-c", DEAF]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as process:  # type: ignore[call-overload]
        assert process.stdout.readline() == "begun\n"
        process.send_signal(ending)
        _, told = process.communicate(timeout=60)
    assert process.returncode == INTERRUPTED
    assert " ".join(told.split()) == Words("nl")("let_go")


def test_work_that_ends_is_not_left(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KeyboardInterrupt), stoppable():
        signal.raise_signal(signal.SIGTERM)
    with stoppable():
        pass
    assert capsys.readouterr().err == ""


def test_what_could_not_be_cleared_is_not_said_to_be(tmp_path: Path) -> None:
    """The folder that a result was on its way to is gone; what stood there was hidden elsewhere."""
    old = tmp_path / ".uit.csv.0123abcd.old"
    old.write_text("C-1,zwaar")
    stood = [old.stat().st_dev, old.stat().st_ino]
    place = {
        "place": str(tmp_path / "weg" / "uit.csv"),
        "new": str(tmp_path / "x"),
        "old": str(old),
    }
    waits = tmp_path / f"integraal-{os.getuid()}" / "0123456789abcdef"
    waits.mkdir(0o700, parents=True)
    waits.parent.chmod(0o700)
    (waits / "lock").touch()
    (waits / "targets").write_text(json.dumps([place | {"made": None, "stood": stood}]), "ascii")
    for _ in range(2):
        done = run_as_process(tmp_path, "advies", CASE, env={"TMPDIR": str(tmp_path)})
        assert done.returncode == 0
        told = squeezed(done.stderr)
        assert squeezed(Words("nl")("cleared_in_part")) in told
        assert squeezed(Words("nl")("cleared")) not in told
        assert old.exists()
