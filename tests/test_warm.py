"""A command that was ready is the command: nobody sees that it did not start Python."""

import os
import signal
from pathlib import Path

import pytest

from tests.cli.interview.answering import SAY, answers_in
from tests.cli.terminal import Terminal
from tests.cli.warm import Piped
from tests.conftest import Run
from tests.in_process import COLUMNS, clean_environment

CASE = "C-1.yaml"


def _sitting(folder: Path, *way: str, anew: bool) -> tuple[int, str, bytes]:
    """Answer two questions on a terminal, and go."""
    folder.mkdir()
    with Terminal(folder, "reflecteer", "--casus", CASE, *way, anew=anew) as terminal:
        terminal.wait_for_question(1).enter("nee").wait_for_question(2)
        terminal.enter("onzin").wait_for(SAY("typed.not_an_answer", word="onzin"))
        # In plain lines the sign to type behind comes after the sentence.
        terminal.wait_until(lambda: not way or terminal.card.endswith("\n>"), "a line to type on")
        terminal.press("ctrl-c")
        return terminal.wait_for_end(), terminal.seen, (folder / CASE).read_bytes()


@pytest.mark.parametrize("way", [(), ("--eenvoudig",)], ids=["menu", "eenvoudig"])
def test_on_a_terminal_it_shows_and_keeps_the_same(tmp_path: Path, way: tuple[str, ...]) -> None:
    ready, anew = (_sitting(tmp_path / str(each), *way, anew=each) for each in (False, True))
    assert ready == anew
    assert ready[0] == 130
    assert answers_in(tmp_path / "False" / CASE) == {"direct_gevaar": "nee"}


@pytest.mark.parametrize("arguments", [("advies", "nergens.yaml"), ("advies",), ("--help",), ()])
def test_between_pipes_it_says_the_same(
    integraal_process: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    anew = integraal_process(*arguments)
    ready = _piped(tmp_path, *arguments)
    out, err = ready.stdout.read(), ready.stderr.read()
    assert (ready.wait(), out.decode(), err.decode()) == (anew.returncode, anew.stdout, anew.stderr)
    _closed(ready)


def _piped(folder: Path, *arguments: str) -> Piped:
    return Piped(folder, arguments, clean_environment() | {"COLUMNS": COLUMNS})


def _closed(command: Piped) -> None:
    for pipe in (command.stdin, command.stdout, command.stderr):
        pipe.close()


def test_a_signal_ends_it_and_is_told(tmp_path: Path) -> None:
    command = _piped(tmp_path, "reflecteer", "--casus", CASE)
    assert command.stderr.read(1)
    os.kill(command.pid, signal.SIGKILL)
    assert command.wait() == -signal.SIGKILL
    _closed(command)


def test_nothing_of_one_is_there_for_the_next(tmp_path: Path) -> None:
    first = _piped(tmp_path, "--help", "--taal", "en")
    first.wait()
    (tmp_path / "elders").mkdir()
    second = _piped(tmp_path / "elders", "--help")
    second.wait()
    said = [each.stdout.read() for each in (first, second)]
    assert said[0] != said[1]
    for command in (first, second):
        _closed(command)
