"""The pages tell the truth: what they show can be read and run."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.reading.casefile import read_case
from integraal.reading.library import Library
from tests.conftest import ROOT
from tests.exchange.example_table import PLACE, write


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


STORIES = {"verhaal.md": False, "tabellen.md": True}
"""Pages that are told from begin to end, and whether they also show what is said on stderr."""
LEFT_OUT = "[…]"
"""Stands in a story for lines that it does not show."""


def _sessions() -> list[tuple[str, str]]:
    """Every command that a page shows, with what it says that it prints."""
    found = []
    pages = (page for page in (ROOT / "docs").glob("*.md") if page.name not in STORIES)
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


def _story(page: str) -> Iterator[tuple[str, list[str]]]:
    """Walk through the commands of a story, each with the lines that it shows."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for told in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *lines = told.splitlines()
            typed = [line[2:] for line in lines if line.startswith("> ")]
            yield "\n".join([command, *typed]), [line for line in lines if line[:2] != "> "]


def _happens(page: str, folder: Path) -> str:
    """Type every command of a story, in order; give them all."""
    home = folder / "bin"
    home.mkdir()
    command = home / "integraal"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m integraal "$@"\n', "utf-8")
    command.chmod(0o755)
    env = {**os.environ, "COLUMNS": "80", "PATH": f"{home}:{os.environ['PATH']}"}
    told = list(_story(page))
    for typed, shown in told:
        done = subprocess.run(
            ["bash", "-c", typed],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if STORIES[page] else subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=env,
            check=False,
        )
        pieces = "\n".join(shown).split(LEFT_OUT)
        pattern = ".*".join(re.escape(piece.strip("\n")) for piece in pieces)
        said = f"{done.stdout}{done.stderr or ''}"
        assert re.fullmatch(rf"\n*{pattern}\n*", done.stdout, re.DOTALL), said
    return " ".join(typed for typed, _ in told)


def test_the_story_happens_as_it_is_told(tmp_path: Path) -> None:
    used = _happens("verhaal.md", tmp_path)
    for name in ("kruispunt-onthaal", "procesregie", "buurtoverleg", "verloop"):
        assert name in used


def test_a_table_is_filled_in_and_answered_as_it_is_told(tmp_path: Path) -> None:
    tables = Path("data", "voorbeelden", "tabellen")
    shutil.copytree(ROOT / tables, tmp_path / tables)
    used = _happens("tabellen.md", tmp_path)
    assert "integraal export sjabloon.xlsx" in used
    assert "integraal signalen advies.csv --per regio" in used
    assert "Ongeveer 40 casussen" in (tmp_path / "signalen.html").read_text("utf-8")
    assert "regio" in (tmp_path / "advies.csv").read_text("utf-8").splitlines()[0]
    answered = load_workbook(tmp_path / "advies.xlsx").worksheets[0]
    assert answered.max_row == 1 + 38


def test_the_table_to_practise_with_is_the_template_of_today(tmp_path: Path) -> None:
    """Else: python -m tests.exchange.example_table."""
    write(tmp_path / "nu.xlsx", Library().instrument("voor-wie-doen-we-wat"))
    shipped, now = (_all_cells(path) for path in (PLACE, tmp_path / "nu.xlsx"))
    assert shipped == now


def _all_cells(path: Path) -> dict[str, object]:
    book = load_workbook(path)
    return {
        f"{sheet.title}!{cell.coordinate}": cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
