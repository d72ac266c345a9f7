"""A plot of counts on a terminal: to one scale, each with its words."""

import pytest

from integraal.report.blocks import Document
from integraal.report.figures import Bar, Bars
from integraal.report.render.terminal.document import render_terminal
from tests.report.render.kinds import COUNTS, NO_BARS

LONG = Bars("per zin", (Bar("Een zin die veel te lang is om voor een staaf te staan.", 5, "5"),))


def _drawn(bars: Bars, width: int = 80) -> list[str]:
    return render_terminal(Document("T", "nl", (bars,)), width, styled=False).splitlines()


def test_bars_are_drawn_to_one_scale_and_begin_below_each_other() -> None:
    lines = [line for line in _drawn(COUNTS) if "█" in line]
    assert [line.count("█") for line in lines] == [32, 16, 1]
    assert len({line.index("█") for line in lines}) == 1
    assert lines[0].endswith("█ 40 (40 %)")


def test_what_is_not_shown_has_words_and_no_bar() -> None:
    (line,) = (line for line in _drawn(COUNTS) if "Kust" in line)
    assert line.split() == ["Kust", "niet", "getoond"]


def test_smaller_lines_stand_below_their_bar() -> None:
    lines = _drawn(COUNTS)
    below = next(number for number, line in enumerate(lines) if "waarvan 10 nieuw" in line)
    assert "Noord" in lines[below - 1]


@pytest.mark.parametrize("width", [24, 40, 80])
@pytest.mark.parametrize("bars", [COUNTS, LONG], ids=["short", "long"])
def test_no_line_is_wider_than_the_screen(bars: Bars, width: int) -> None:
    assert max(map(len, _drawn(bars, width))) <= width


def test_a_long_label_stands_above_its_bar() -> None:
    lines = _drawn(LONG)
    label = next(number for number, line in enumerate(lines) if "Een zin" in line)
    assert "█" not in lines[label]
    assert lines[label + 1].strip().endswith("█ 5")


@pytest.mark.parametrize("bars", NO_BARS)
def test_a_plot_without_bars_can_be_drawn(bars: Bars) -> None:
    assert "█" not in "".join(_drawn(bars))
