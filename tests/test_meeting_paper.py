"""What people lay on the table at a meeting is one A4, in whatever format they print it.

The command makes them; LibreOffice and Chromium lay out what Word and a browser would print.
"""

from pathlib import Path

import pytest

from integraal.words.words import LANGUAGES
from tests import required
from tests.conftest import ROOT
from tests.in_process import run_in_process
from tests.report.render.html import browser
from tests.report.render.pdf.paper import opened
from tests.report.render.word import office

# One LibreOffice and one browser for all of them, for they start slowly.
pytestmark = pytest.mark.xdist_group("meeting_paper")
EXAMPLES = ROOT / "data" / "voorbeelden"
MEETING = ROOT / "tests" / "casefiles" / "meeting"
VIEWS = [EXAMPLES / "vergelijken" / f"{who}.yaml" for who in ("gezin", "school", "wijkteam")]
COURSE, TWO_INSTRUMENTS = EXAMPLES / "verloop" / "C-4210.yaml", MEETING / "K-07.yaml"
REGIE = [MEETING / f"regie-{who}.yaml" for who in ("wijkteam", "school")]
ONE_SIDE: dict[str, list[str | Path]] = {
    "drie": ["vergelijk", *VIEWS],
    "twee-aan-tafel": ["vergelijk", *VIEWS[:2], "--voor", "tafel"],
    "wegen": ["vergelijk", *REGIE],
    "verloop": ["verloop", COURSE],
    "verloop-aan-tafel": ["verloop", COURSE, "--voor", "tafel"],
    "verloop-wegen": ["verloop", TWO_INSTRUMENTS, "-i", "procesregie"],
}
BOTH_SIDES: dict[str, list[str | Path]] = {
    "verloop-van-twee": ["verloop", TWO_INSTRUMENTS],
    "verloop-gezin": ["verloop", COURSE, "--voor", "gezin"],
}
"""One sheet too: two instruments, and letters of 13 points for the family."""
NAMES = [f"{name}-{language}" for name in (*ONE_SIDE, *BOTH_SIDES) for language in LANGUAGES]


def made(folder: Path, ending: str) -> dict[str, Path]:
    """Make each of them in each language, as a file with this ending."""
    files = {}
    for name in NAMES:
        what, language = name.rsplit("-", 1)
        asked = {**ONE_SIDE, **BOTH_SIDES}[what]
        files[name] = folder / f"{name}.{ending}"
        done = run_in_process(folder, *asked, "--taal", language, "-o", files[name])
        assert done.returncode == 0, done.stderr
    return files


@pytest.fixture(scope="module")
def in_pdf(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return made(tmp_path_factory.mktemp("pdf"), "pdf")


@pytest.fixture(scope="module")
def in_word(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    office.need()
    folder = tmp_path_factory.mktemp("docx")
    written = {name: file.read_bytes() for name, file in made(folder, "docx").items()}
    return office.converted(written, folder)


@pytest.fixture(scope="module")
def in_browser(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    program = browser.chromium()
    required.need(program, "Chromium with axe", required.BROWSER)
    assert program is not None
    folder = tmp_path_factory.mktemp("html")
    printed = browser.printed(program, folder, made(folder, "html").values())
    return {Path(said["name"]).stem: Path(said["path"]) for said in printed}


@pytest.mark.parametrize("format_", ["in_pdf", "in_word", "in_browser"])
@pytest.mark.parametrize("name", NAMES)
def test_it_is_one_a4(name: str, format_: str, request: pytest.FixtureRequest) -> None:
    file = request.getfixturevalue(format_)[name]
    sides = 1 if name.rsplit("-", 1)[0] in ONE_SIDE else 2
    assert len(opened(file.read_bytes()).pages) <= sides


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_a_cell_is_long_its_column_is_wide(language: str, in_pdf: dict[str, Path]) -> None:
    """So that two instruments stand on one side where paper is measured."""
    assert len(opened(in_pdf[f"verloop-van-twee-{language}"].read_bytes()).pages) == 1
