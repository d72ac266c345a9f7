"""Completing with Tab, as a shell asks for it."""

import subprocess
import sys
from pathlib import Path

import pytest

from integraal.cli.app import COMMANDS
from tests.conftest import INSTRUMENTS, Run


def _completed(integraal: Run, line: str) -> list[str]:
    """Ask as bash does: the words so far, and which one the cursor is in."""
    words = line.split(" ")
    env = {
        "_INTEGRAAL_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    done = integraal(env=env)
    assert done.stderr == ""
    return done.stdout.split()


def test_commands_are_completed(integraal: Run) -> None:
    assert sorted(_completed(integraal, "integraal ")) == sorted(COMMANDS)
    assert _completed(integraal, "integraal ref") == ["reflecteer"]


@pytest.mark.parametrize("command", ["reflecteer", "checklist", "advies --instrument", "advies -i"])
def test_names_of_instruments_are_completed(integraal: Run, command: str) -> None:
    assert _completed(integraal, f"integraal {command} voor-w") == ["voor-wie-doen-we-wat"]
    assert sorted(_completed(integraal, f"integraal {command} ")) == sorted(INSTRUMENTS)
    assert _completed(integraal, f"integraal {command} zzz") == []


def test_options_are_completed(integraal: Run) -> None:
    assert _completed(integraal, "integraal advies --f") == ["--formaat"]
    assert _completed(integraal, "integraal reflecteer --al") == ["--alleen-bron"]
    assert _completed(integraal, "integraal advies --vol") == ["--volledig"]


def test_values_of_options_are_completed(integraal: Run) -> None:
    assert _completed(integraal, "integraal advies --formaat m") == ["markdown"]
    assert _completed(integraal, "integraal advies --taal ") == ["nl", "en", "fr"]
    assert _completed(integraal, "integraal advies --voor g") == ["gezin"]


def test_script_for_bash_is_bash_that_completes(integraal: Run, tmp_path: Path) -> None:
    script = integraal(env={"_INTEGRAAL_COMPLETE": "source_bash"}).stdout
    (tmp_path / "script.sh").write_text(script)
    (tmp_path / "integraal").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m integraal "$@"\n')
    (tmp_path / "integraal").chmod(0o755)
    play = (
        "PATH=$PWD:$PATH; . ./script.sh; "
        "COMP_WORDS=(integraal checklist voor); COMP_CWORD=2; "
        '_integraal_completion integraal; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", play],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.stdout.strip(), done.stderr) == ("voor-wie-doen-we-wat", "")


def test_completing_reads_no_case_and_writes_nothing(integraal: Run, tmp_path: Path) -> None:
    _completed(integraal, "integraal reflecteer --casus C-1.yaml vo")
    assert list(tmp_path.iterdir()) == []
