"""The model texts for data protection say what the program does: all that they name is there."""

import re
import shlex
from pathlib import Path

import pytest

from integraal.cli.app import COMMANDS
from integraal.privacy.identifiers import Identifier
from integraal.privacy.retention import KEEP_DAYS
from integraal.words.words import Words
from tests.conftest import ROOT, Run

FOLDER = ROOT / "docs" / "avg"
TEXTS = sorted(FOLDER.glob("*.md"))
BY_NAME = pytest.mark.parametrize("page", TEXTS, ids=lambda page: page.name)


def spans(page: Path) -> list[str]:
    """What stands in code on a page, but for what the reader fills in."""
    found = re.findall(r"`([^`\n]+)`", re.sub(r"`\[[^]]*\]`", "", page.read_text("utf-8")))
    return [" ".join(span.split()) for span in found]


@BY_NAME
def test_every_command_and_every_option_of_it_exists(page: Path, integraal: Run) -> None:
    for span in spans(page):
        command, *words = shlex.split(span.removeprefix("integraal "))
        if not span.startswith("integraal ") or command.startswith("-"):
            continue
        assert command in COMMANDS
        group = words[:1] if command == "export" and not words[0].endswith(".xlsx") else []
        told = integraal(command, *(group or ["sjabloon"] * (command == "export")), "--help")
        assert told.returncode == 0, told.stderr
        options = [word for word in words if word.startswith("-")]
        assert [name for name in options if name not in told.stdout] == [], span


@BY_NAME
def test_every_option_that_stands_alone_is_one_of_some_command(page: Path, integraal: Run) -> None:
    alone = {span.split()[0] for span in spans(page) if span.startswith("--")}
    helped = "".join(integraal(name, "--help").stdout for name in ("reflecteer", "advies") if alone)
    assert [option for option in sorted(alone) if option not in helped] == []


@BY_NAME
def test_every_setting_and_every_file_that_is_named_is_there(page: Path) -> None:
    settings = {span.split("=")[0] for span in spans(page) if span.startswith("INTEGRAAL_")}
    source = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert [name for name in settings if f'"{name}"' not in source] == []
    files = [span for span in spans(page) if re.fullmatch(r"[\w/]+\.(?:txt|json|md)", span)]
    assert [name for name in files if not (ROOT / name).is_file()] == []
    links = re.findall(r"\]\(([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).is_file()] == []


def test_the_register_names_every_kind_that_is_refused() -> None:
    text = (FOLDER / "verwerkingsregister.md").read_text("utf-8")
    (row,) = [line for line in text.splitlines() if line.startswith("| Geweigerd |")]
    say = Words("nl")
    called = [say.detail("kinds", kind.value) for kind in Identifier]
    assert [name for name in called if name.split()[0].lower()[:6] not in row.lower()] == []


def test_a_case_is_kept_as_long_as_the_texts_say() -> None:
    assert KEEP_DAYS == 365
    assert "(`keep_until`): een jaar" in " ".join((FOLDER / "dpia.md").read_text("utf-8").split())


def test_every_text_says_that_it_is_to_be_filled_in() -> None:
    without = [page.name for page in TEXTS if "[" not in page.read_text("utf-8")]
    assert without == []
