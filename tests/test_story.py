"""The story of a case, and what a chair is told: each line is typed and comes out as it is said.

A line that begins with the sign of a prompt is typed; what stands around it must be read, in that
order, wherever lines are broken.
"""

import re
import shlex
import shutil
from functools import partial
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, squeezed
from tests.conftest import ROOT
from tests.in_process import run_in_process

STORY = (ROOT / "docs" / "verhaal.md").read_text(encoding="utf-8")
LEFT_OUT = "[…]"
PROMPTS = ("›", ">")
SITTINGS = re.findall(r"```console\n(.*?)```", STORY, re.DOTALL)


@pytest.fixture(autouse=True)
def own_room(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place for what waits, in which no other test left anything to speak of."""
    monkeypatch.setenv("TMPDIR", str(tmp_path_factory.mktemp("between")))


def happens(folder: Path, told: str) -> str:
    """Type one command with what is typed after it; give the command."""
    command, *lines = told.splitlines()
    words = shlex.split(command)
    assert words.pop(0) == "integraal"
    with Terminal(folder, *words, rows=200) as terminal:
        typed = [line for line in lines if line.startswith(PROMPTS)]
        for count, line in enumerate(typed, 1):
            asked = partial(is_asked, terminal, count)
            terminal.wait_until(asked, f"prompt {count}").enter(line[1:].strip())
        code = terminal.wait_for_end()
        seen = terminal.seen
    assert missing(lines, squeezed(seen)) == "", f"{command}\n{seen}"
    assert code in (0, 1), command
    return command


def missing(lines: list[str], seen: str) -> str:
    """The first piece that does not stand in what was seen, each after the one before."""
    pieces = [squeezed(piece) for piece in "\n".join(lines).split(LEFT_OUT)]
    at = 0
    for number, piece in enumerate(pieces):
        found = seen.find(piece, at) if number else (0 if seen.startswith(piece) else -1)
        if found < at or (number == len(pieces) - 1 and piece and not seen.endswith(piece)):
            return piece or "nothing"
        at = found + len(piece)
    return ""


def is_asked(terminal: Terminal, count: int) -> bool:
    """Whether so many prompts were shown, the last of which waits for a line."""
    shown = re.findall(r"^([›>])( .*)?$", terminal.seen.rstrip(), re.MULTILINE)
    return len(shown) >= count and shown[-1][1] == "" and terminal.reads_keys(shown[-1][0] == "›")


def test_the_story_happens_as_it_is_told_from_intake_to_the_third_meeting(tmp_path: Path) -> None:
    told = [each for block in SITTINGS for each in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    commands = [happens(tmp_path, each) for each in told]
    days = {day for each in commands for day in re.findall(r"--datum (\S+)", each)}
    assert len(days) == 4  # the intake, and three meetings
    for name in ("kruispunt-onthaal", "procesregie", "buurtoverleg", "verloop", "besluit"):
        assert name in " ".join(commands)


def test_nobody_in_it_writes_a_file_by_hand() -> None:
    assert "<<" not in STORY
    assert "```yaml" not in STORY
    assert set(re.findall(r"```(\w+)", STORY)) == {"console"}


CHAIR = (ROOT / "docs" / "overleg.md").read_text(encoding="utf-8")
IN_TURN = re.findall(r"`(integraal [^`]+)`|^(integraal .*)$", CHAIR, re.MULTILINE)
ASKS = ("integraal afspraak", "integraal besluit")


def test_each_sheet_that_a_chair_is_told_of_can_be_made(tmp_path: Path) -> None:
    examples = ROOT / "data" / "voorbeelden"
    for name, path in {
        "C-7.yaml": examples / "verloop" / "C-4210.yaml",
        "C-9.yaml": examples / "marina.yaml",
        "wijkteam.yaml": examples / "vergelijken" / "wijkteam.yaml",
        "school.yaml": examples / "vergelijken" / "school.yaml",
    }.items():
        shutil.copy(path, tmp_path / name)
    commands = [one or other for one, other in IN_TURN]
    assert len(commands) >= 10
    for command in commands:
        if command.startswith(ASKS):
            continue
        done = run_in_process(tmp_path, *shlex.split(command)[1:])
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        assert (tmp_path / command.split(" -o ")[1]).stat().st_size > 0
