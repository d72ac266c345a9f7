"""On the screen of a professional an advice is short; everywhere else it is whole."""

from pathlib import Path

import pytest

from integraal.cli.inputs import instrument_for, open_instrument, read_case
from integraal.cli.language import speaking
from integraal.cli.output.short import short_document, whole_command
from integraal.engine.assess import assess
from integraal.engine.lower import lower
from integraal.reading.cases.case_instruments import neighbours
from integraal.reading.library import Library, data_folder
from integraal.report.render.terminal.document import render_terminal
from integraal.report.render.text import plain
from integraal.words.words import LANGUAGES, Words
from tests.cli.interview.answering import SAY, asked, write_case
from tests.cli.terminal import Terminal, squeezed
from tests.conftest import Run

SHIPPED = sorted((data_folder() / "voorbeelden").rglob("*.yaml"))
CASE = "C-1.yaml"


@pytest.fixture
def case(tmp_path: Path, examples: Path) -> str:
    (tmp_path / CASE).write_bytes((examples / "marina.yaml").read_bytes())
    return CASE


# --- How long it is -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name + path.stem)
def test_the_page_of_every_example_is_at_most_30_lines(path: Path, language: str) -> None:
    with speaking(language):
        shown = path.relative_to(data_folder().parent).as_posix()
        instrument = open_instrument(instrument_for(str(path)), language)
        others = tuple(map(lower, neighbours(instrument.id, language)))
        found = assess(lower(instrument), read_case(str(path), instrument, quiet=True), others)
        page = short_document(found, whole_command(shown, instrument=None, source_only=False))
    text = render_terminal(page, 80, styled=False)
    assert len(text.splitlines()) <= 30
    assert all(len(line) <= 80 for line in text.splitlines())
    assert f"integraal advies {shown}" in " ".join(text.split())


def test_there_are_examples_with_danger_and_without() -> None:
    assert len(SHIPPED) >= 13


# --- When it is -----------------------------------------------------------------------------------


def test_on_a_screen_it_is_short_and_says_how_to_see_all(tmp_path: Path, case: str) -> None:
    with Terminal(tmp_path, "advies", case, rows=40) as terminal:
        assert terminal.wait_for_end() == 0
        assert "Alles zien: integraal advies C-1.yaml --volledig" in terminal.seen
        assert "Bronnen" not in terminal.seen
        assert len(terminal.seen.rstrip().splitlines()) <= 30


@pytest.mark.parametrize("more", [(), ("-f", "terminal"), ("--volledig",)])
def test_through_a_pipe_it_is_whole(
    integraal: Run, case: str, tmp_path: Path, more: tuple[str, ...]
) -> None:
    whole = integraal("advies", case, *more).stdout
    assert "Bronnen:" in whole
    assert "--volledig" not in whole
    integraal("advies", case, *more, "-o", "alles.txt")
    assert (tmp_path / "alles.txt").read_text("utf-8") == whole


@pytest.mark.parametrize(
    "asking",
    [
        ("--volledig",),
        ("--waarom",),
        ("--waarom-niet", "integratie"),
        ("--kleinste-stap",),
        ("--voor", "gezin"),
        ("--voor", "tafel"),
    ],
)
def test_whoever_asks_for_more_or_for_somebody_else_gets_all_of_that(
    integraal: Run, tmp_path: Path, case: str, asking: tuple[str, ...]
) -> None:
    plain_screen = {"TERM": "dumb", "PYTHONUTF8": "1"}
    with Terminal(tmp_path, "advies", case, *asking, rows=200, env=plain_screen) as terminal:
        terminal.wait_for_end()
        shown = terminal.seen
    assert squeezed(integraal("advies", case, *asking).stdout) in squeezed(shown)


def test_services_of_a_region_are_not_left_out(tmp_path: Path) -> None:
    region = data_folder() / "regio" / "voorbeeldregio.yaml"
    write_case(tmp_path / CASE, {"direct_gevaar": "nee", "wie_vraagt": "burger"})
    asking = ("advies", CASE, "-i", "kruispunt-onthaal", "--regio", region)
    with Terminal(tmp_path, *asking, rows=200) as terminal:
        terminal.wait_for_end()
        assert "Bronnen" in terminal.seen


def test_the_command_is_the_one_that_shows_the_same_advice() -> None:
    with speaking("nl"):
        told = plain(whole_command("mijn map/C-1.yaml", instrument="meldcode", source_only=True))
        assert told.endswith(
            "integraal advies 'mijn map/C-1.yaml' -i meldcode --alleen-bron --volledig"
        )
        assert plain(whole_command("-", instrument=None, source_only=False)) == SAY(
            "short.whole_option"
        )
    with speaking("fr"):
        told = plain(whole_command(CASE, instrument=None, source_only=False))
        assert told.endswith("integraal advies C-1.yaml --taal=fr --volledig")


def test_on_paper_all_of_it_takes_more_than_the_sheet(integraal: Run, case: str) -> None:
    sheet, whole = (
        integraal("advies", case, "-f", "html", *more).stdout for more in ((), ("--volledig",))
    )
    assert "Bronnen:" not in sheet
    assert "Bronnen:" in whole


# --- After the questions --------------------------------------------------------------------------


def _answered(folder: Path) -> None:
    known = {question.id: "weet_niet" for question in asked(Library().instrument("meldcode"))}
    write_case(folder / CASE, known | {"md_vermoeden": "ja", "direct_gevaar": "nee"})


def test_after_the_questions_the_screen_ends_on_it(tmp_path: Path) -> None:
    _answered(tmp_path)
    asking = ("reflecteer", "meldcode", "--casus", CASE, "--eenvoudig")
    with Terminal(tmp_path, *asking, rows=60) as terminal:
        terminal.wait_for_line(SAY("review.prompt")).press("enter")
        assert terminal.wait_for_end() == 0
        seen = terminal.seen
        assert "integraal advies C-1.yaml" in seen
        assert "--volledig" in seen
        assert "Bronnen" not in seen


def test_answers_that_nobody_keeps_are_shown_whole_above_it(tmp_path: Path) -> None:
    asking = ("reflecteer", "buurtoverleg", "--kort", "--eenvoudig")
    with Terminal(tmp_path, *asking, rows=60) as terminal:
        terminal.wait_for_line(SAY("keep.ask").rstrip()).press("enter")
        while not terminal.says(SAY("short.whole_above")):
            before = terminal.seen
            terminal.send("\r")
            terminal.wait_until(lambda: terminal.seen != before, "more")  # noqa: B023
        terminal.wait_for_end()
        seen = terminal.seen
    assert "Bronnen:" in seen
    assert seen.index("Bronnen:") < seen.index(Words("nl")("short.whole_above"))
