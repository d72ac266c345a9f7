"""What the README tells people to type is what works, and what CI runs."""

import re

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def _commands() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("python3")]


def test_two_commands_set_everything_up() -> None:
    assert len(_commands()) == 2
    assert all("-c constraints.txt" in command for command in _commands())


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert _commands()[1] in (ROOT / ".ci" / "run").read_text()


def test_every_page_and_picture_that_a_page_links_to_exists() -> None:
    for page in [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]:
        links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        missing = [link for link in links if not (page.parent / link).exists()]
        assert missing == [], page.name


def test_the_constraints_pin_everything_and_name_no_index() -> None:
    lines = (ROOT / "constraints.txt").read_text().split()
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9.]+", line) for line in lines)
