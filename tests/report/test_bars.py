"""A plot of counts: to one scale, and told by its words where nobody sees the bars."""

import pytest

from integraal.report.blocks import Bar, Bars, Document, inline
from integraal.report.render.html.document import render_html
from integraal.report.render.markdown import render_markdown
from integraal.report.render.terminal.document import render_terminal

COUNTS = Bars(
    "per regio",
    (
        Bar("Noord", 40, "40 (40 %)", (inline("waarvan 10 nieuw"),)),
        Bar("Zuid", 20, "20 (20 %)"),
        Bar("Oost", 1, "1 (1 %)"),
        Bar("Kust", 0, "niet getoond"),
    ),
)
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


@pytest.mark.parametrize("bars", [Bars("leeg", ()), Bars("niets", (Bar("a", 0, "niets"),))])
def test_a_plot_without_bars_can_be_drawn(bars: Bars) -> None:
    document = Document("T", "nl", (bars,))
    assert "█" not in "".join(_drawn(bars)) + render_markdown(document)
    assert 'class="bar w' not in render_html(document)


def test_in_markdown_a_plot_is_a_table() -> None:
    lines = render_markdown(Document("T", "nl", (COUNTS,))).splitlines()
    assert lines[0] == "| per regio |  |  |"
    assert lines[3] == f"| Zuid | {'█' * 10} | 20 (20 %) |"
    assert lines[5] == "| Kust |  | niet getoond |"


def test_in_a_browser_a_plot_is_a_table_whose_bars_nobody_needs() -> None:
    page = render_html(Document("T", "nl", (COUNTS,)))
    assert "<caption>per regio</caption>" in page
    assert '<th scope="row">Zuid</th>' in page
    assert '<div class="bar w50" aria-hidden="true"></div>' in page
    assert page.count('class="bar w') == 3
