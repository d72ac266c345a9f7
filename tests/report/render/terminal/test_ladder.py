"""A ladder with a column for everybody, wide and narrow; one without is tested on real pages."""

import pytest

from integraal.report.blocks import Document
from integraal.report.figures import Ladder, Mark, Rung
from integraal.report.render.markdown import render_markdown
from integraal.report.render.terminal.document import render_terminal

RUNGS = (
    Rung(1, "Laag", "", (Mark("◆", "advies", strong=True, column="B"),)),
    Rung(2, "Hoog", "", (Mark("◇", "misschien", column="B"), Mark("◆", "advies", column="A"))),
)


def _drawn(*columns: str, width: int = 80) -> list[str]:
    document = Document("T", "nl", (Ladder(RUNGS, columns),))
    return render_terminal(document, width, styled=False).splitlines()


def test_everybody_s_marks_stand_under_their_own_name() -> None:
    head, high, low = [line for line in _drawn("A", "B") if line]
    assert high.index("◆ advies") == head.index("A")
    assert high.index("◇ misschien") == low.index("◆ advies") == head.index("B")


def test_who_has_no_marks_has_an_empty_column() -> None:
    assert _drawn("A", "B", "C")[1].split() == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("names", "width"), [(("A", "B"), 40), (tuple("ABCDEFGHIJKLMNOPQRSTUVW"), 80)]
)
def test_without_room_marks_stand_below_and_say_whose_they_are(
    names: tuple[str, ...], width: int
) -> None:
    lines = _drawn(*names, width=width)
    assert "      ◆ A advies" in lines
    assert "      ◇ B misschien" in lines


def test_without_room_for_its_words_a_rung_has_them_below_its_name() -> None:
    rungs = (Rung(1, "Ieder werkt hier apart", "laag tot midden", RUNGS[0].marks),)
    drawn = render_terminal(Document("T", "nl", (Ladder(rungs),)), 40, styled=False)
    assert drawn.splitlines()[1:] == [
        "  1 ┃ Ieder werkt hier apart",
        "      laag tot midden",
        "      ◆ B advies",
    ]


def test_markdown_has_the_names_above_the_columns_and_none_for_missing_words() -> None:
    page = render_markdown(Document("T", "nl", (Ladder(RUNGS, ("A", "B")),)))
    assert page.splitlines() == [
        "|  |  | A | B |",
        "| --- | --- | --- | --- |",
        "| 2 | Hoog | ◆ advies | ◇ misschien |",
        "| 1 | **Laag** |  | ◆ advies |",
    ]


def test_a_name_cannot_give_the_terminal_orders() -> None:
    assert "\x1b" not in "".join(_drawn("\x1b[31m"))
