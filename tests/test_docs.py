"""The pages tell the truth: what they show can be read and run."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.reading.casefile import read_case
from integraal.reading.library import Library
from tests.conftest import ROOT


def _yaml(page: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)


def test_the_instrument_that_authors_learn_from_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "thuis.yaml"
    path.write_text(_yaml("writing-an-instrument.md")[0], encoding="utf-8")
    program = lower(Library().instrument_file(path))
    answers = Answers({"alleen_thuis": "nee", "hulp_thuis": {"verpleging"}, "keren_per_week": 7})
    advice = evaluate(program, answers)
    assert advice.level is not None
    assert advice.level.id == "coordinatie"


def test_the_case_files_that_readers_learn_from_can_be_read(tmp_path: Path) -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    path = tmp_path / "casus.yaml"
    for text in _yaml("formats.md")[:2]:
        path.write_text(text, encoding="utf-8")
        case = read_case(path, instrument, lambda _: None).case
        assert case.latest.answers["gezinsleden"] == "drie_of_meer"


def test_every_example_case_gets_an_advice() -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    for path in sorted((ROOT / "data" / "voorbeelden").glob("*.yaml")):
        answers = read_case(path, instrument, lambda _: None).case.latest.answers
        assert evaluate(lower(instrument), answers).reasons


STORY = "verhaal.md"
LEFT_OUT = "[…]"
"""Stands in a story for lines that it does not show."""


def _sessions() -> list[tuple[str, str]]:
    """Every command that a page shows, with what it says that it prints."""
    found = []
    pages = (page for page in (ROOT / "docs").glob("*.md") if page.name != STORY)
    for page in sorted(pages):
        text = page.read_text(encoding="utf-8")
        found += re.findall(r"```console\n\$ integraal (.*)\n([\s\S]*?)```", text)
    return found


@pytest.mark.parametrize(("command", "shown"), _sessions(), ids=lambda text: text[:60])
def test_a_page_shows_what_its_command_really_prints(command: str, shown: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "integraal", *command.split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "80"},
        check=False,
    )
    assert done.stdout == shown


def test_the_pages_show_why_why_not_what_if_and_the_smallest_step() -> None:
    commands = " ".join(command for command, _ in _sessions())
    for option in ("--waarom ", "--waarom-niet", "--wat-als", "--kleinste-stap"):
        assert option in f"{commands} "


def _story() -> Iterator[tuple[str, list[str]]]:
    """Walk through the commands of the story, each with the lines that it shows."""
    text = (ROOT / "docs" / STORY).read_text(encoding="utf-8")
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for told in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *lines = told.splitlines()
            typed = [line[2:] for line in lines if line.startswith("> ")]
            yield "\n".join([command, *typed]), [line for line in lines if line[:2] != "> "]


def test_the_story_happens_as_it_is_told(tmp_path: Path) -> None:
    home = tmp_path / "bin"
    home.mkdir()
    command = home / "integraal"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m integraal "$@"\n', "utf-8")
    command.chmod(0o755)
    env = {**os.environ, "COLUMNS": "80", "PATH": f"{home}:{os.environ['PATH']}"}
    told = list(_story())
    for typed, shown in told:
        done = subprocess.run(
            ["bash", "-c", typed],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=env,
            check=False,
        )
        pieces = "\n".join(shown).split(LEFT_OUT)
        pattern = ".*".join(re.escape(piece.strip("\n")) for piece in pieces)
        assert re.fullmatch(rf"\n*{pattern}\n*", done.stdout, re.DOTALL), done.stdout + done.stderr
    used = " ".join(typed for typed, _ in told)
    for name in ("kruispunt-onthaal", "procesregie", "buurtoverleg", "verloop"):
        assert name in used
