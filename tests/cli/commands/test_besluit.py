"""`integraal besluit`: people choose otherwise, beside the advice and never in its place."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from integraal.reading.library import Library
from integraal.words.words import Words
from tests.cli.noted import MAY
from tests.cli.terminal import Terminal, squeezed
from tests.conftest import Run

SAY = Words("nl")
LINE = "Connectie / het gezin wil eerst rust / ouders en wijkteam\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "C-1.yaml"
    path.write_text(MAY, "utf-8")
    return path


def advised(integraal: Run, case: Path, *more: str) -> Any:
    return json.loads(integraal("advies", case, "-f", "json", *more).stdout)


def test_what_people_chose_stands_beside_the_advice_and_changes_nothing_of_it(
    integraal: Run, case: Path
) -> None:
    before = advised(integraal, case)
    done = integraal("besluit", case, "-", stdin=LINE)
    assert done.returncode == 0, done.stderr
    after = advised(integraal, case)
    assert after["decided"] == {
        "moment": date.today().isoformat(),
        "level": "connectie",
        "outcome": None,
        "because": "het gezin wil eerst rust",
        "who": "ouders en wijkteam",
    }
    assert {**after, "decided": None} == before


def test_it_asks_and_says_what_the_advice_is_now(case: Path) -> None:
    with Terminal(case.parent, "besluit", case.name) as terminal:
        terminal.wait_for("Het advies is nu: minstens").wait_for("Waar kiezen jullie voor?")
        terminal.enter("heel veel").wait_for("staat niet in de lijst")
        terminal.enter("2").wait_for("Waarom?")
        terminal.enter("het gezin wil eerst rust").wait_for("Wie besloot dit?")
        terminal.enter("").wait_for("Vastgelegd op").wait_for_end()
    now = yaml.safe_load(case.read_text("utf-8"))["moments"][1]
    assert now == {
        "moment": date.today(),
        "decisions": [
            {
                "instrument": "voor-wie-doen-we-wat",
                "level": "connectie",
                "because": "het gezin wil eerst rust",
            }
        ],
    }


@pytest.mark.parametrize(
    "line",
    [
        *("advies", "advies --volledig", "advies -f html", "advies --waarom", "verloop"),
        *("checklist --casus", "vergelijk eerder.yaml"),
    ],
)
def test_it_stands_on_every_later_page_for_professionals(
    line: str, integraal: Run, case: Path
) -> None:
    case.with_name("eerder.yaml").write_text(MAY, "utf-8")
    integraal("besluit", case, "-", stdin=LINE)
    page = squeezed(integraal(*line.split(), case).stdout).replace("│", "")
    assert squeezed(SAY("decided.title")) in page
    assert squeezed("het gezin wil eerst rust (ouders en wijkteam)") in page


@pytest.mark.parametrize("reader", ["gezin", "tafel", "kind"])
def test_others_read_it_only_where_somebody_marked_it(
    reader: str, integraal: Run, case: Path
) -> None:
    integraal("besluit", case, "-", stdin=LINE)
    as_one_line = ("-f", "markdown")  # on a screen a line may end anywhere, by the length of a day
    pages = [[name, case, "--voor", reader, *as_one_line] for name in ("advies", "verloop")]
    assert all("eerst rust" not in integraal(*page).stdout for page in pages)
    integraal("besluit", case, "-", "--voor-iedereen", stdin=LINE)
    for page in pages:
        assert ("eerst rust" in integraal(*page).stdout) is (reader != "kind")


def test_the_last_decision_counts_and_answers_that_came_since_are_said(
    integraal: Run, case: Path
) -> None:
    text = """schema: integraal/casus/1
casus: C-1
moments:
  - moment: 2026-05-01
    instruments: {voor-wie-doen-we-wat: "2026.1"}
    answers: {aantal_professionals: drie_of_meer}
    decisions:
      - {instrument: voor-wie-doen-we-wat, level: segregatie, because: dat leek genoeg}
      - {instrument: voor-wie-doen-we-wat, level: connectie, because: er is toch meer nodig}
  - moment: 2026-09-01
    instruments: {voor-wie-doen-we-wat: "2026.1"}
    answers: {aantal_professionals: twee}
"""
    case.write_text(text, "utf-8")
    page = squeezed(integraal("advies", case).stdout).replace("│", "")
    assert squeezed("er is toch meer nodig") in page
    assert squeezed("dat leek genoeg") not in page
    assert squeezed(SAY("decided.before_answers", day="1 september 2026")) in page


def test_a_route_can_be_chosen_too_and_one_that_is_sensitive_is_for_nobody_else(
    integraal: Run, tmp_path: Path
) -> None:
    case = tmp_path / "C-2.yaml"
    case.write_text(
        "schema: integraal/casus/1\ncasus: C-2\nland: nl\nmoment: 2026-05-01\n"
        'instruments: {procesregie: "2026.1"}\n'
        "answers: {professional_betrokken: ja, kader: vrijwillig}\n",
        "utf-8",
    )
    first = integraal("besluit", case, "-", stdin="1 / de school kent het gezin / ouders\n")
    assert first.returncode == 0, first.stderr
    found = advised(integraal, case)["decided"]
    assert (found["level"], bool(found["outcome"])) == (None, True)
    other = advised(integraal, case, "-i", "voor-wie-doen-we-wat")
    assert other["decided"] is None


@pytest.mark.parametrize("line", ["Heel veel / want\n", "Connectie\n", "Connectie / \n", "\n"])
def test_a_decision_without_a_choice_or_a_reason_is_none(
    line: str, integraal: Run, case: Path
) -> None:
    done = integraal("besluit", case, "-", stdin=line)
    assert (done.returncode, case.read_text("utf-8")) == (2, MAY)


def test_whoever_stops_decides_nothing(integraal: Run, case: Path) -> None:
    for piped in ("", "\n", "2\n", "2\nstop\n"):
        assert integraal("besluit", case, stdin=piped).returncode == 1
    assert case.read_text("utf-8") == MAY


def test_a_reason_that_tells_who_somebody_is_is_refused(integraal: Run, case: Path) -> None:
    done = integraal("besluit", case, "-", stdin="Connectie / moeder is op 06-12345678\n")
    assert (done.returncode, "text-identifies" in done.stderr) == (1, True)
    written = MAY + "decisions:\n  - {instrument: voor-wie-doen-we-wat, level: connectie, "
    case.write_text(f"{written}because: bel 06-12345678}}\n", "utf-8")
    read = integraal("advies", case)
    assert (read.returncode, "text-identifies" in read.stderr) == (1, True)
    assert "12345678" not in read.stderr


def test_what_is_typed_behind_the_command_is_taken_with_a_remark(
    integraal: Run, case: Path
) -> None:
    done = integraal("besluit", case, LINE.strip())
    assert squeezed(SAY("note.shell_keeps", command="integraal besluit")) in squeezed(done.stderr)
    assert advised(integraal, case)["decided"]["level"] == "connectie"


def test_danger_is_said_whatever_people_decide(integraal: Run, case: Path) -> None:
    case.write_text(f"{MAY}  direct_gevaar: ja\n", "utf-8")
    assert "112" in integraal("besluit", case, "-", stdin=LINE).stderr
    assert advised(integraal, case)["urgent"]


def test_a_family_reads_the_level_in_its_own_words(integraal: Run, case: Path) -> None:
    integraal("besluit", case, "-", "--voor-iedereen", stdin=LINE)
    page = squeezed(integraal("advies", case, "--voor", "gezin").stdout).replace("│", "")
    scale = Library().instrument("voor-wie-doen-we-wat").scale
    assert scale is not None
    [level] = [each for each in scale.levels if each.id == "connectie"]
    assert squeezed(level.for_family[1:].rstrip(".")) in page
