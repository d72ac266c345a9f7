"""`integraal vergelijk`: several people's files in, one sheet for the meeting out."""

import json
import re
from pathlib import Path

import pytest

from integraal.reading.library import data_folder
from integraal.words.words import LANGUAGES, Words
from tests.cli.interview.answering import SAY, write_case
from tests.conftest import ROOT, Run

PEOPLE = ("wijkteam", "school", "gezin")


@pytest.fixture
def views(examples: Path) -> list[Path]:
    return [examples / "vergelijken" / f"{person}.yaml" for person in PEOPLE]


def test_three_files_make_one_sheet(integraal: Run, views: list[Path]) -> None:
    done = integraal("vergelijk", *views)
    assert done.returncode == 0
    assert "\nVerschillen op tafel\n════" in done.stdout
    assert "  • A  wijkteam" in done.stdout
    assert "4 ┃ Coöperatie                  ◆ advies   ◇ misschien   ◇ misschien\n" in done.stdout


def test_the_handleiding_shows_a_piece_of_the_real_sheet(integraal: Run, views: list[Path]) -> None:
    page = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- tests/cli/commands/test_vergelijk.py .*-->\n```\n([\s\S]*?)```", page)
    assert shown is not None
    assert shown[1] in integraal("vergelijk", *views).stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheet_speaks_the_language_asked_for(
    integraal: Run, views: list[Path], language: str
) -> None:
    done = integraal("vergelijk", *views, "--taal", language)
    title = Words(language)("compare.title")
    assert f"\n{title}\n{'═' * len(title)}\n" in done.stdout


def test_markdown_goes_to_a_file_that_is_not_overwritten(
    integraal: Run, views: list[Path], tmp_path: Path
) -> None:
    ask = ("vergelijk", *views, "-f", "markdown", "-o", "blad.md")
    assert integraal(*ask).returncode == 0
    sheet = (tmp_path / "blad.md").read_text(encoding="utf-8")
    assert "\n# Verschillen op tafel\n" in sheet
    assert integraal(*ask).returncode == 1
    assert integraal(*ask, "--overschrijf").returncode == 0


def test_a_file_is_as_wide_as_paper_whatever_the_screen(
    integraal: Run, views: list[Path], tmp_path: Path
) -> None:
    integraal("vergelijk", *views, "-o", "blad.txt", env={"COLUMNS": "40"})
    lines = (tmp_path / "blad.txt").read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) == 80


def test_whoever_prints_it_is_warned_of_what_is_urgent_beside_the_sheet(
    integraal: Run, views: list[Path]
) -> None:
    done = integraal("vergelijk", *views)
    assert "Bedenk eerst of\nje dat met iedereen tegelijk bespreekt." in done.stderr
    assert "Bedenk eerst" not in done.stdout


def test_quiet_says_nothing_beside_the_sheet(integraal: Run, views: list[Path]) -> None:
    assert integraal("vergelijk", *views, "--stil").stderr == ""


def test_without_what_is_urgent_there_is_no_warning(integraal: Run, views: list[Path]) -> None:
    assert integraal("vergelijk", *views[1:]).stderr == ""


def test_source_only_leaves_our_own_questions_out(integraal: Run, views: list[Path]) -> None:
    done = integraal("vergelijk", *views, "--alleen-bron")
    assert "Verloop en stabiliteit" not in done.stdout


def test_source_only_says_what_it_does_not_count_also_where_advice_is_the_same(
    integraal: Run, tmp_path: Path
) -> None:
    for name, safety in (("een", "herhaald_of_acuut"), ("twee", "geen_zorg")):
        write_case(tmp_path / f"{name}.yaml", {"veiligheid": safety})
    asked = ("vergelijk", "een.yaml", "twee.yaml", "--alleen-bron")
    page = " ".join(integraal(*asked).stdout.split())
    assert "telt zo niet mee voor het niveau" in page
    assert page.index("telt zo niet mee") < page.index("volgt hetzelfde advies")
    said = json.loads(integraal(*asked, "-f", "json").stdout)
    assert said["source_only"] is True
    assert [view["not_counted"] for view in said["views"]] == [["veiligheid"]] * 2


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_files_is_wrong_usage(integraal: Run, views: list[Path], count: int) -> None:
    done = integraal("vergelijk", *views[:count])
    assert (done.returncode, done.stdout) == (2, "")
    assert "CASUS" in done.stderr
    assert "integraal vergelijk --help" in done.stderr


def test_files_about_different_cases_are_compared_with_a_warning(
    integraal: Run, views: list[Path], examples: Path
) -> None:
    done = integraal("vergelijk", views[0], examples / "C-3007.yaml")
    assert done.returncode == 0
    assert "verschillende casussen (C-4102 en C-3007)" in done.stderr
    assert "Casus C-4102, C-3007" in done.stdout


def test_all_faults_of_all_files_are_said_and_no_sheet_is_made_without_somebody(
    integraal: Run, views: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "een.yaml").write_text("schema: integraal/casus/1\ncasus: C-1\nland: fr\n")
    done = integraal("vergelijk", "een.yaml", views[0], "twee.yaml")
    assert (done.returncode, done.stdout) == (1, "")
    assert "een.yaml:3:7: error[unknown-word]" in done.stderr
    assert "twee.yaml: error[no-such-file]" in done.stderr


def test_a_case_may_come_from_a_pipe(integraal: Run, views: list[Path]) -> None:
    text = views[0].read_text(encoding="utf-8")
    done = integraal("vergelijk", "-", views[1], stdin=text)
    assert "  • A  C-4102" in done.stdout


def test_a_file_name_that_could_name_somebody_is_not_on_the_sheet(
    integraal: Run, views: list[Path], tmp_path: Path
) -> None:
    copy = tmp_path / "jan@voorbeeld.nl.yaml"
    copy.write_text(views[0].read_text(encoding="utf-8"), encoding="utf-8")
    done = integraal("vergelijk", copy, views[1])
    assert "jan" not in done.stdout
    assert "  • A  C-4102" in done.stdout


def test_notes_about_a_case_are_said_unless_quiet(
    integraal: Run, views: list[Path], tmp_path: Path
) -> None:
    old = tmp_path / "oud.yaml"
    old.write_text(
        views[1].read_text(encoding="utf-8").replace("land: nl", "keep_until: 2020-01-01"),
        encoding="utf-8",
    )
    assert "past-keep-until" in integraal("vergelijk", old, views[2]).stderr
    assert integraal("vergelijk", old, views[2], "--stil").stderr == ""


def test_another_instrument_may_be_compared_with(integraal: Run, tmp_path: Path) -> None:
    good = ROOT / "tests" / "instruments" / "good" / "routes.yaml"
    for name, age in (("een", 2), ("twee", 6)):
        text = f"schema: integraal/casus/1\ncasus: C-1\nanswers:\n  leeftijd: {age}\n"
        (tmp_path / f"{name}.yaml").write_text(text)
    done = integraal("vergelijk", "een.yaml", "twee.yaml", "--instrument", good)
    assert "1. Leeftijd. A: 2 · B: 6" in done.stdout


@pytest.mark.parametrize("again", ["gezin.yaml", "./gezin.yaml", "link.yaml"])
def test_a_file_is_not_laid_beside_itself(
    integraal: Run, views: list[Path], tmp_path: Path, again: str
) -> None:
    (tmp_path / "gezin.yaml").write_bytes(views[2].read_bytes())
    (tmp_path / "link.yaml").symlink_to("gezin.yaml")
    done = integraal("vergelijk", "gezin.yaml", again)
    assert (done.returncode, done.stdout) == (2, "")
    assert "geef van iedereen één bestand" in done.stderr


def test_at_the_end_stands_who_there_is_for_what_any_of_them_named(
    integraal: Run, examples: Path
) -> None:
    network = data_folder() / "regio" / "voorbeeldnetwerk.yaml"
    views = [examples / "vergelijken" / f"{name}.yaml" for name in ("gezin", "school")]
    page = integraal("vergelijk", *views, "--regio", network)
    assert page.returncode == 0, page.stderr
    assert "→ " in page.stdout.split(SAY("service.who"))[1]
    assert SAY("service.who") not in integraal("vergelijk", *views).stdout
    data = json.loads(integraal("vergelijk", *views, "--regio", network, "-f", "json").stdout)
    assert any(each["services"] for each in data["services"])
