"""What leaves the process goes where it was asked to go, and nowhere else."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from integraal.reading.library import data_folder
from tests.conftest import ROOT, Run


def test_result_overwrites_nothing_unasked(integraal: Run, examples: Path, tmp_path: Path) -> None:
    target = tmp_path / "advies.md"
    target.write_text("van iemand anders", encoding="utf-8")
    case = examples / "marina.yaml"
    refused = integraal("advies", case, "--formaat", "markdown", "-o", target)
    assert (refused.returncode, target.read_text(encoding="utf-8")) == (1, "van iemand anders")
    assert "exists-already" in refused.stderr
    done = integraal("advies", case, "--formaat", "markdown", "-o", target, "--overschrijf")
    assert done.returncode == 0
    assert target.read_text(encoding="utf-8").startswith("# Voor wie doen we wat?")


def test_a_case_is_not_taken_for_an_instrument(integraal: Run, examples: Path) -> None:
    refused = integraal("reflecteer", examples / "marina.yaml")
    assert refused.returncode == 1
    assert "error[not-an-instrument]" in refused.stderr
    assert "--casus" in refused.stderr


def test_source_only_says_which_stored_answers_it_leaves_out(
    integraal: Run, examples: Path
) -> None:
    shown = integraal("advies", examples / "C-3007.yaml", "--alleen-bron").stdout
    assert "Veiligheid en basiszorg" in shown.split("Hoe intensief")[0]


def test_reasoning_is_not_given_to_the_family(integraal: Run, examples: Path) -> None:
    refused = integraal("advies", examples / "C-1107.yaml", "--waarom", "--voor", "gezin")
    assert (refused.returncode, refused.stdout) == (2, "")


CASE, OTHER = "data/voorbeelden/C-2041.yaml", "data/voorbeelden/C-3007.yaml"
OLD, NEW, TESTS = "data/questions.yaml", "data/nieuw.yaml", "data/voorbeelden/acties.yaml"
FOLDER, REGION = "data/voorbeelden", "data/regio/voorbeeldregio.yaml"


@pytest.mark.parametrize(
    ("command", "target"),
    [
        (("vergelijk", CASE, OTHER), OTHER),
        (("checklist", "--casus", CASE), CASE),
        (("vergelijk-versies", OLD, NEW, CASE), CASE),
        (("vergelijk-versies", OLD, NEW, FOLDER), OTHER),
        (("vergelijk-versies", OLD, NEW, FOLDER), OLD),
        (("vergelijk-versies", OLD, NEW, FOLDER), NEW),
        (("controleer", CASE, "--formaat", "sarif"), CASE),
        (("controleer", "data/sources.yaml"), "data/sources.yaml"),
        (("test", TESTS, "-i", OLD, "--zonder-mutaties"), TESTS),
        (("test", TESTS, "-i", OLD, "--zonder-mutaties"), OLD),
        (("advies", CASE, "-i", OLD), OLD),
        (("advies", CASE, "-i", OLD), "data/intensity_levels.yaml"),
        (("advies", CASE, "-i", OLD), "data/sources.yaml"),
        (("advies", CASE, "-i", OLD), "data/translations/voor-wie-doen-we-wat.fr.yaml"),
        (("advies", "nieuw.yaml", "-i", "kruispunt-onthaal", "--regio", REGION), REGION),
    ],
    ids=lambda part: part if isinstance(part, str) else part[0],
)
def test_a_result_never_takes_the_place_of_anything_it_was_made_from(
    integraal: Run, tmp_path: Path, command: tuple[str, ...], target: str
) -> None:
    shutil.copytree(data_folder(), tmp_path / "data")
    shutil.copy(tmp_path / OLD, tmp_path / NEW)
    shutil.copy(ROOT / "tests" / "cases" / "voor-wie-doen-we-wat" / "acties.yaml", tmp_path / TESTS)
    new = "schema: integraal/casus/1\ncasus: N-1\nmoment: 2026-11-01\nanswers: {}\n"
    (tmp_path / "nieuw.yaml").write_text(new, encoding="utf-8")
    place, link = tmp_path / target, tmp_path / "uit.txt"
    link.hardlink_to(place)
    before = place.read_bytes()
    # No result is YAML; and a name that promises nothing leads to the same file.
    assert integraal(*command, "-o", place, "--overschrijf").returncode == 2
    done = integraal(*command, "-o", link, "--overschrijf")
    assert (done.returncode, "output-is-input" in done.stderr) == (1, True), done.stderr
    assert place.read_bytes() == before


def test_nor_of_the_file_that_was_piped_in(integraal: Run, examples: Path, tmp_path: Path) -> None:
    case = tmp_path / "C-1.txt"
    shutil.copy(examples / "C-2041.yaml", case)
    before = case.read_bytes()
    with case.open("rb") as piped:
        done = subprocess.run(
            [sys.executable, "-m", "integraal", "advies", "-", "-o", case, "--overschrijf"],
            stdin=piped,
            capture_output=True,
            check=False,
        )
    assert b"output-is-input" in done.stderr
    assert case.read_bytes() == before
