"""What is longer than the window is shown page by page; danger has the last word."""

from pathlib import Path

import pytest

from tests.cli.interview.answering import SAY, write_case
from tests.cli.terminal import Terminal, squeezed
from tests.conftest import Run

CASE = "C-1.yaml"
WHOLE = ("advies", CASE, "--volledig")
LAST = "Advies, geen besluit. Mensen beslissen."
DANGER = "Iemand kan in gevaar zijn."


@pytest.fixture(autouse=True)
def _case(tmp_path: Path) -> None:
    write_case(tmp_path / CASE, {"direct_gevaar": "ja", "gezinsleden": "twee"})


def test_a_long_page_waits_and_says_how_one_goes_on(tmp_path: Path) -> None:
    with Terminal(tmp_path, *WHOLE, env={"PAGER": None, "LESS": None}) as terminal:
        terminal.wait_for(SAY("pager.how"))
        assert LAST not in terminal.seen
        terminal.send("G").wait_for(LAST)
        terminal.send("q")
        assert terminal.wait_for_end() == 0


def test_after_it_closed_danger_is_the_last_line(tmp_path: Path) -> None:
    with Terminal(tmp_path, *WHOLE, env={"PAGER": None, "LESS": None}) as terminal:
        terminal.wait_for(SAY("pager.how")).send("q")
        assert terminal.wait_for_end() == 0
        end = squeezed(terminal.screen)[-200:]
    assert squeezed(DANGER) in end
    assert end.endswith(squeezed("0800-2000 Veilig Thuis (Nederland).")) or "112" in end


def test_ctrl_c_is_for_the_pager(tmp_path: Path) -> None:
    with Terminal(tmp_path, *WHOLE, env={"PAGER": None, "LESS": None}) as terminal:
        before = len(terminal.wait_for(SAY("pager.how")).raw)
        terminal.press("ctrl-c").wait_until(lambda: len(terminal.raw) > before, "the prompt again")
        terminal.send("G").wait_for(LAST).send("q")
        assert terminal.wait_for_end() == 0
        assert squeezed(SAY("interrupted")) not in squeezed(terminal.seen)


@pytest.mark.parametrize("pager", ["cat", "", "er-is-geen-pager", "'open"])
def test_without_a_pager_all_of_it_is_printed(tmp_path: Path, pager: str) -> None:
    with Terminal(tmp_path, *WHOLE, env={"PAGER": pager}) as terminal:
        assert terminal.wait_for_end() == 0
        assert LAST in terminal.seen
        assert terminal.seen.count("Bronnen:") == 1


def test_the_pager_is_the_one_that_people_chose(tmp_path: Path) -> None:
    with Terminal(tmp_path, *WHOLE, env={"PAGER": "head -n 2"}) as terminal:
        assert terminal.wait_for_end() == 0
        seen = terminal.seen
    assert LAST not in seen
    assert squeezed(DANGER) in squeezed(seen)


def test_a_terminal_that_can_only_print_lines_has_none(tmp_path: Path) -> None:
    with Terminal(tmp_path, *WHOLE, env={"TERM": "dumb"}) as terminal:
        assert terminal.wait_for_end() == 0
        assert LAST in terminal.seen


def test_a_page_that_fits_and_a_short_page_have_none(tmp_path: Path) -> None:
    for asking, rows in ((WHOLE, 200), (("advies", CASE), 24)):
        with Terminal(tmp_path, *asking, rows=rows) as terminal:
            assert terminal.wait_for_end() == 0
            assert LAST in terminal.seen


def test_a_pipe_has_none(integraal: Run) -> None:
    assert LAST in integraal(*WHOLE, env={"PAGER": "head -n 2"}).stdout
