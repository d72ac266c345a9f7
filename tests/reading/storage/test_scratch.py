"""What waits on the disk stands in one folder of its user, and goes when nobody holds it."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from integraal.reading.storage.atomic_write import Cleared, clear_leftovers
from integraal.reading.storage.scratch import LOCK, clear_abandoned, scratch_folder, scratch_home
from tests.reading.helpers import codes


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def _cleared() -> bool:
    return clear_abandoned(lambda _: True)


def test_only_its_user_can_look_into_it_and_nothing_is_left(tmp_path: Path) -> None:
    with scratch_folder() as one, scratch_folder() as inside:
        assert one.parent == scratch_home()
        assert inside.parent == one
        modes = {path.stat().st_mode & 0o777 for path in (scratch_home(), one, inside)}
        assert modes == {0o700}
        (one / "antwoorden").write_text("zwaar")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_others_could_look_into_is_closed_for_them() -> None:
    scratch_home().mkdir()
    scratch_home().chmod(0o755)
    with scratch_folder():
        assert scratch_home().stat().st_mode & 0o777 == 0o700


def test_a_name_that_somebody_else_took_is_not_used(tmp_path: Path) -> None:
    def work() -> None:
        with scratch_folder():
            pytest.fail("it was used")

    (tmp_path / "elders").mkdir()
    scratch_home().symlink_to(tmp_path / "elders")
    assert codes(work) == ["scratch-taken"]
    scratch_home().unlink()
    scratch_home().touch()
    assert codes(work) == ["scratch-taken"]
    assert not _cleared()


def test_what_is_in_use_stays_and_what_was_left_goes() -> None:
    with scratch_folder() as used:
        left = scratch_home() / "links"
        left.mkdir()
        (left / "antwoorden").write_text("zwaar")
        assert _cleared()
        assert (used.is_dir(), left.exists()) == (True, False)
        assert not _cleared()


def test_a_process_that_was_killed_holds_nothing_but_its_child_does(tmp_path: Path) -> None:
    program = """
import subprocess, sys, time
from integraal.reading.storage.scratch import LOCK, hold, scratch_folder
with scratch_folder() as folder:
    with (folder / LOCK).open("ab") as lock:
        hold(lock)
        child = subprocess.Popen(["sleep", "1000"], stdout=lock)
    print(child.pid, flush=True)
    time.sleep(1000)
"""
    env = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env=env
    ) as process:
        assert process.stdout is not None
        child = int(process.stdout.readline())
        assert not _cleared(), "while it runs"
        process.kill()
    assert not _cleared(), "while its child runs"
    assert (next(scratch_home().iterdir()) / LOCK).is_file()
    os.kill(child, signal.SIGKILL)
    while Path(f"/proc/{child}/fd/1").exists():
        pass
    assert _cleared()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_which_others_could_write_is_not_followed(tmp_path: Path) -> None:
    (scratch_home() / "links").mkdir(parents=True)
    scratch_home().chmod(0o777)
    assert not _cleared()
    assert (scratch_home() / "links").is_dir()


@pytest.mark.parametrize("text", ["", "[]", "{}", "[1]", '[{"place": 1}]', '{"a": {}}', "half ["])
def test_a_list_that_is_none_stops_no_command(tmp_path: Path, text: str) -> None:
    folder = scratch_home() / "links"
    folder.mkdir(parents=True)
    scratch_home().chmod(0o700)
    (folder / "targets").write_text(text)
    assert clear_leftovers() == Cleared(())
    assert list(tmp_path.iterdir()) == []
