"""The form and the advice as files: for Word and for a browser."""

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pexpect
import pytest

from tests.cli.output.test_signs import printed
from tests.conftest import Run


@pytest.mark.parametrize(
    "command", [("checklist",), ("advies", "C-2041"), ("advies", "C-2041", "gezin")]
)
def test_a_file_for_word_and_one_for_a_browser(
    command: tuple[str, ...], integraal: Run, examples: Path, tmp_path: Path
) -> None:
    name, *rest = command
    arguments: list[str | Path] = [name, *(examples / f"{case}.yaml" for case in rest[:1])]
    arguments += ["--voor", "gezin"] if rest[1:] else []
    for layout, start in (("docx", b"PK"), ("html", b"<!DOCTYPE html>")):
        made = integraal(*arguments, "--formaat", layout, "-o", f"blad.{layout}")
        assert (made.returncode, made.stdout) == (0, "")
        assert (tmp_path / f"blad.{layout}").read_bytes().startswith(start)
        assert integraal(*arguments, "-f", layout, "-o", f"blad.{layout}").returncode == 1


def test_a_file_for_word_goes_through_a_pipe_as_it_is() -> None:
    made = subprocess.run(
        [sys.executable, "-m", "integraal", "checklist", "-f", "docx"],
        check=True,
        capture_output=True,
    )
    assert zipfile.ZipFile(BytesIO(made.stdout)).testzip() is None


def test_a_terminal_refuses_a_file_for_word_and_says_what_to_do() -> None:
    terminal = pexpect.spawn(
        sys.executable,
        ["-m", "integraal", "checklist", "-f", "docx"],
        encoding="utf-8",
        timeout=60,
        dimensions=(24, 200),
    )
    said = terminal.read()
    terminal.close()
    assert terminal.exitstatus == 2
    assert "met -o BESTAND" in said
    assert "PK" not in said


@pytest.mark.parametrize("layout", ["docx", "html"])
def test_one_file_holds_one_case(layout: str, integraal: Run, examples: Path) -> None:
    cases = (examples / "C-2041.yaml", examples / "C-3007.yaml")
    refused = integraal("advies", *cases, "--formaat", layout, "-o", "beide")
    assert refused.returncode == 2
    assert "één casus" in refused.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("layout", ["json", "markdown", "html"])
def test_what_programs_read_is_utf_8_whatever_the_terminal_speaks(
    examples: Path, tmp_path: Path, layout: str, encoding: str
) -> None:
    asked = ("advies", examples / "C-2041.yaml", "-f", layout, "--taal", "fr")
    out = printed(tmp_path, encoding, *asked)
    assert out == printed(tmp_path, "utf-8", *asked)
    assert "é" in out.decode("utf-8")


def test_several_languages_stand_on_one_sheet(integraal: Run) -> None:
    page = integraal("checklist", "meldcode", "--taal", "nl,fr", "-f", "html").stdout
    assert 'Weet ik niet / <span lang="fr">Je ne sais pas</span>' in page
