"""What the README tells people to type is what works, and what CI runs."""

import re

import pytest

from integraal.words.words import LANGUAGES
from tests.conftest import ROOT
from tests.everything import commands

README = (ROOT / "README.md").read_text(encoding="utf-8")


def _commands() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("python3")]


def five_lines(page: str = README) -> tuple[str, str]:
    """Find the five lines of Python, and what they print."""
    ((code, printed),) = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", page, re.DOTALL)
    assert len(list(filter(None, code.splitlines()))) == 5
    return code, printed


def test_two_commands_set_everything_up() -> None:
    assert len(_commands()) == 2
    assert all("-c constraints.txt" in command for command in _commands())


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert _commands()[1] in (ROOT / ".ci" / "run").read_text()


def test_its_five_lines_of_python_do_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    code, printed = five_lines()
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - they are ours
    assert capsys.readouterr().out == printed


def test_the_page_on_the_index_shows_the_same_lines() -> None:
    page = (ROOT / "docs" / "package.md").read_text(encoding="utf-8")
    assert five_lines(page) == five_lines()


def test_who_contributes_sets_everything_up_in_the_same_way() -> None:
    assert _commands()[1] in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_command_is_in_its_table() -> None:
    (table,) = re.findall(r"^\| command \| does \|\n((?:\|.*\n)+)", README, re.MULTILINE)
    rows = [c for c in commands() if not re.search(rf"`(integraal )?{c}[ .`\[]", table)]
    assert rows == []


def test_every_room_of_the_house_is_shown_and_no_other() -> None:
    """Folders of `src`, whose names in the README stand further in than their floor."""
    (house,) = re.findall(r"^src/integraal/\n(.*?)^tests/", README, re.MULTILINE | re.DOTALL)
    shown: set[str] = set()
    floor = ""
    for line in house.splitlines():
        rooms = re.findall(r"(\w+)/ ", line.partition(":")[0])
        if line.startswith("    "):
            shown |= {f"{floor}/{room}" for room in rooms}
        elif rooms:
            (floor,) = rooms
            shown.add(floor)
    package = ROOT / "src" / "integraal"
    folders = {path.parent.relative_to(package) for path in package.rglob("*.py")}
    real = {folder.as_posix() for folder in folders if 0 < len(folder.parts) < 3}
    assert shown == real - {f"words/{language}" for language in LANGUAGES}


def test_every_page_and_picture_that_a_page_links_to_exists() -> None:
    for page in [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]:
        links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        missing = [link for link in links if not (page.parent / link).exists()]
        assert missing == [], page.name


def test_the_constraints_pin_everything_and_name_no_index() -> None:
    lines = (ROOT / "constraints.txt").read_text().split()
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9.]+", line) for line in lines)
