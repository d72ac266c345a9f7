"""`integraal panel kies`, as somebody runs it who begins a study."""

import shutil
from pathlib import Path

import pytest

from integraal.reading.library import Library
from integraal.reading.panel.study import read_study, study_instrument
from integraal.words.words import Words
from tests.cli.terminal import squeezed
from tests.conftest import ROOT, Run

SAY = Words("nl")
GOOD = ROOT / "tests" / "instruments" / "good"
SMALL = "kruispunt-doorstroom"
NO_CASE = """\
schema: integraal/samen/1
instrument: kruispunt-doorstroom
never:
  - id: nooit
    when:
      any:
        - hulp_past:
            known: true
        - hulp_past:
            known: false
    because: Niets mag.
"""


def test_a_study_is_made_and_said_what_it_tells(integraal: Run, tmp_path: Path) -> None:
    done = integraal("panel", "kies", "-o", "studie")
    assert (done.returncode, done.stderr) == (0, "")
    found = read_study(tmp_path / "studie")
    assert (found.instrument, found.seed, found.language) == ("voor-wie-doen-we-wat", 1, "nl")
    assert len(found.cases) == 30
    counted = {"count": 30, "folder": "studie", "first": 24, "held_back": 6, "repeated": 3}
    said = squeezed(done.stdout)
    assert squeezed(SAY("panel_cases.count", **counted)) in said
    assert squeezed(SAY("panel_cases.rules", told=22, rules=25)) in said
    assert squeezed(SAY("panel_cases.why.supports")) in said
    assert "overdracht-niet-geregeld(R12)" in said
    assert squeezed(SAY("panel_cases.next", folder="studie")) in said


def test_the_same_instrument_number_and_seed_give_the_same_bytes(
    integraal: Run, integraal_process: Run, tmp_path: Path
) -> None:
    for folder, run in (("een", integraal), ("twee", integraal), ("drie", integraal_process)):
        assert run("panel", "kies", "meldcode", "--zaad", "7", "-o", folder).returncode == 0
    one, *others = ((tmp_path / f / "studie.yaml").read_bytes() for f in ("een", "twee", "drie"))
    assert others == [one, one]
    integraal("panel", "kies", "meldcode", "--zaad", "8", "-o", "vier")
    assert (tmp_path / "vier" / "studie.yaml").read_bytes() != one


@pytest.mark.parametrize("name", [header.id for header in Library().headers("instrument")])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_there_is_a_study_of_each_instrument_in_each_language(
    integraal: Run, tmp_path: Path, name: str, language: str
) -> None:
    done = integraal("panel", "kies", name, "--aantal", "12", "--taal", language, "-o", "s")
    assert (done.returncode, done.stderr) == (0, "")
    found = read_study(tmp_path / "s")
    assert (found.instrument, found.language, len(found.cases)) == (name, language, 12)
    assert found.file == ""


def test_of_an_authors_own_instrument_the_study_knows_where_it_stands(
    integraal: Run, tmp_path: Path
) -> None:
    (tmp_path / "eigen").mkdir()
    shutil.copy(GOOD / "routes.yaml", tmp_path / "eigen" / "mijn.yaml")
    done = integraal("panel", "kies", "eigen/mijn.yaml", "--aantal", "10", "-o", "studie")
    assert done.returncode == 0, done.stderr
    found = read_study(tmp_path / "studie")
    assert found.file == "../eigen/mijn.yaml"
    assert study_instrument(found, tmp_path / "studie").id == found.instrument


def test_what_stands_beside_an_instrument_in_samen_is_ruled_out_and_what_is_named_too(
    integraal: Run, tmp_path: Path
) -> None:
    own = tmp_path / "geen-vast.yaml"
    text = NO_CASE.partition("    when:")[0] + "    when:\n      hulp_past: vast\n"
    own.write_text(text + "    because: Zo is het niet.\n", "utf-8")
    integraal("panel", "kies", SMALL, "-o", "met")
    integraal("panel", "kies", SMALL, "--samen", own, "-o", "zonder")
    with_it, without = (
        {case.answers.get("hulp_past") for case in read_study(tmp_path / name).cases}
        for name in ("met", "zonder")
    )
    assert ("vast" in with_it, "vast" in without) == (True, False)


def test_where_all_is_ruled_out_there_is_no_study(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "niets.yaml").write_text(NO_CASE, "utf-8")
    done = integraal("panel", "kies", SMALL, "--samen", "niets.yaml", "-o", "studie")
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[study-without-cases]" in done.stderr
    assert not (tmp_path / "studie").exists()


def test_fewer_cases_than_asked_for_are_said(integraal: Run, tmp_path: Path) -> None:
    shutil.copy(GOOD / "klein.yaml", tmp_path / "klein.yaml")
    done = integraal("panel", "kies", "klein.yaml", "--aantal", "300", "-o", "studie")
    assert done.returncode == 0, done.stderr
    count = len(read_study(tmp_path / "studie").cases)
    assert count < 300
    assert squeezed(SAY("panel_cases.fewer", wanted=300, count=count)) in squeezed(done.stdout)


def test_what_is_in_a_folder_stays_unless_it_may_go(integraal: Run, tmp_path: Path) -> None:
    folder = tmp_path / "studie"
    folder.mkdir()
    assert integraal("panel", "kies", SMALL, "-o", "studie").returncode == 0
    before = (folder / "studie.yaml").read_bytes()
    (folder / "criteria.yaml").write_text("wat het team schreef", "utf-8")
    again = ("panel", "kies", SMALL, "--zaad", "2", "-o", "studie")
    refused = integraal(*again)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "error[folder-not-empty]" in refused.stderr
    assert (folder / "studie.yaml").read_bytes() == before
    assert integraal(*again, "--overschrijf").returncode == 0
    assert (folder / "studie.yaml").read_bytes() != before
    assert (folder / "criteria.yaml").read_text("utf-8") == "wat het team schreef"


@pytest.mark.parametrize("mark", ["beoordelingen.json", "ingevuld/A.xlsx", "vellen/A.pdf"])
def test_cases_that_were_rated_or_printed_are_not_replaced(
    integraal: Run, tmp_path: Path, mark: str
) -> None:
    integraal("panel", "kies", SMALL, "-o", "studie")
    before = (tmp_path / "studie" / "studie.yaml").read_bytes()
    path = tmp_path / "studie" / mark
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x")
    done = integraal("panel", "kies", SMALL, "--zaad", "2", "-o", "studie", "--overschrijf")
    assert done.returncode == 1
    assert "error[study-has-marks]" in done.stderr
    assert (tmp_path / "studie" / "studie.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "code"),
    [("bestand", "not-a-study-folder"), ("er/niet/studie", "no-such-folder")],
)
def test_a_folder_that_cannot_be_is_refused(
    integraal: Run, tmp_path: Path, name: str, code: str
) -> None:
    (tmp_path / "bestand").write_text("x", "utf-8")
    done = integraal("panel", "kies", SMALL, "-o", name)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"error[{code}]" in done.stderr


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["-o", "s", "--aantal", "9"],
        ["-o", "s", "--aantal", "301"],
        ["-o", "s", "--aantal", "dertig"],
        ["-o", "s", "--zaad", "-1"],
        ["-o", "s", "--zaad", "10000"],
        ["-o", "s", "--zaad", "9" * 30],
    ],
)
def test_what_was_typed_wrong_is_said_before_any_work(
    integraal: Run, tmp_path: Path, line: list[str]
) -> None:
    done = integraal("panel", "kies", *line)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
    assert not (tmp_path / "s").exists()


def test_the_study_is_its_makers_alone(integraal: Run, tmp_path: Path) -> None:
    integraal("panel", "kies", SMALL, "-o", "studie")
    folder = tmp_path / "studie"
    modes = [path.stat().st_mode & 0o077 for path in (folder, folder / "studie.yaml")]
    assert modes == [0, 0]
