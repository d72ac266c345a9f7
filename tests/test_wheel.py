"""The wheel carries its instruments, and opens every one of them away from the checkout."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from integraal.reading.library import data_folder
from tests.conftest import INSTRUMENTS, ROOT

OPEN = """
import integraal, json, sys
from integraal.reading.library import Library, data_folder
library = Library()
opened = [library.instrument(name, language).id
          for name in sorted(h.id for h in library.headers("instrument"))
          for language in library.languages(name)]
print(json.dumps({"data": str(data_folder()), "opened": opened}))
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it, as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def _run(unpacked: Path, *arguments: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(unpacked), "INTEGRAAL_CACHE": "off"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=unpacked.parent,
        env=env,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def test_every_instrument_opens_from_the_wheel_in_every_language(unpacked: Path) -> None:
    found = json.loads(_run(unpacked, "-c", OPEN))
    assert Path(found["data"]) == unpacked / "integraal" / "data"
    assert sorted(set(found["opened"])) == sorted(INSTRUMENTS)
    assert len(found["opened"]) == 3 * len(INSTRUMENTS)


def test_the_command_runs_from_the_wheel(unpacked: Path) -> None:
    case = unpacked / "integraal" / "data" / "voorbeelden" / "marina.yaml"
    advice = json.loads(_run(unpacked, "-m", "integraal", "advies", str(case), "-f", "json"))
    assert advice["level"] == "coordinatie"


def test_a_page_for_a_browser_has_its_looks_in_the_wheel(unpacked: Path) -> None:
    code = (
        "from integraal.report.blocks import Document; "
        "from integraal.report.render.html.document import render_html; "
        "print(render_html(Document('T', 'nl', ())))"
    )
    assert "@media print" in _run(unpacked, "-c", code)


def test_a_checkout_wins_over_a_stale_copy_in_the_package(tmp_path: Path) -> None:
    package = tmp_path / "src" / "integraal"
    for folder in (tmp_path / "data", package / "data"):
        folder.mkdir(parents=True)
        (folder / "questions.yaml").touch()
    assert data_folder(package) == tmp_path / "data"


def test_without_data_the_error_says_where_it_looked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no data/ beside"):
        data_folder(tmp_path / "integraal")
