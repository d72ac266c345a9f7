"""Markdown shows what somebody wrote as text: no markup comes out of it."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from integraal.model.answers import Answers
from integraal.report.blocks import Block, Choice, Choices, Document, FormQuestion, Paragraph
from integraal.report.figures import Bars, Ladder, Mark, Rung
from integraal.report.render.markdown import render_markdown
from integraal.report.text import Span, inline
from tests.counts import times
from tests.report.render.kinds import COUNTS, KINDS, MARKUP, NO_BARS, form_with
from tests.report.render.reading_order import squeezed
from tests.report.shipped_pages import cases, form, professional, shipped

ALLOWED_HTML = re.compile(r"<br>")


def tokens(markdown: str) -> Iterator[Token]:
    """Parse as readers of Markdown do, and walk through all that was found."""
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        yield token
        yield from token.children or ()


def shown(markdown: str) -> str:
    """Give the text that a reader sees."""
    parts = [
        token.content if token.type in ("text", "code_inline", "fence") else " "
        for token in tokens(markdown)
        if token.type != "inline"
    ]
    return squeezed("".join(parts))


def markup(markdown: str) -> list[str]:
    """List every piece of markup that no text of ours may become; a listing stands in a fence."""
    return [
        token.type
        for token in tokens(markdown)
        if token.type in ("html_block", "link_open", "image", "s_open", "code_block", "fence")
        or (token.type == "html_inline" and not ALLOWED_HTML.fullmatch(token.content))
        or token.type in ("em_open", "hardbreak")
    ]


def structure(markdown: str) -> list[str]:
    """List the blocks that a reader sees."""
    return [token.type for token in tokens(markdown) if token.type.endswith("_open")]


def page(block: Block) -> str:
    """Write a page with only this on it."""
    return render_markdown(Document("Titel", "nl", (block,)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("hostile", MARKUP, ids=ascii)
def test_hostile_text_comes_out_as_text(kind: str, hostile: str) -> None:
    markdown = page(KINDS[kind](hostile))
    assert markup(markdown) == markup(page(KINDS[kind]("gewoon")))
    assert squeezed(hostile) in shown(markdown)
    assert structure(markdown) == structure(page(KINDS[kind]("gewoon")))


@settings(max_examples=times(300), deadline=None)
@given(
    st.text(st.sampled_from("aé1 \n\\`*_{}[]()<>#+-=.!|~$&;:/\"'^@\t\u202e"), max_size=16)
    .map(str.strip)
    .filter(str.strip),
    st.sampled_from(list(KINDS)),
)
def test_any_text_comes_out_as_text(text: str, kind: str) -> None:
    markdown = page(KINDS[kind](text))
    assert markup(markdown) == markup(page(KINDS[kind]("gewoon")))
    assert squeezed(text) in shown(markdown)
    assert structure(markdown) == structure(page(KINDS[kind]("gewoon")))


@pytest.mark.parametrize("kind", ["written", "label", "callout", "heading"])
def test_spaces_before_a_text_do_not_turn_it_into_code(kind: str) -> None:
    markdown = page(KINDS[kind]("      *vijf* spaties"))
    assert markup(markdown) == []
    assert "*vijf* spaties" in shown(markdown)
    assert structure(markdown) == structure(page(KINDS[kind]("gewoon")))


def test_what_is_strong_comes_out_strong_with_its_spaces_outside() -> None:
    markdown = page(Paragraph(inline("Advies:", Span(" coördinatie ", strong=True), "nu")))
    assert markdown == "Advies: **coördinatie** nu\n"


def test_boxes_show_whether_they_are_ticked_and_whether_there_may_be_more() -> None:
    choices = (Choice("A1-a", ("Ja", "Oui")), Choice("A1-b", ("Nee", "Non"), ticked=True))
    one, several = (
        page(form_with(FormQuestion("A1", ("Ja?",), Choices(choices, several=several))))
        for several in (False, True)
    )
    assert one == "**A1  Ja?**\n\n- ○ `A1-a` Ja / Oui\n- ◉ `A1-b` Nee / Non\n"
    assert several == "**A1  Ja?**\n\n- ☐ `A1-a` Ja / Oui\n- ☒ `A1-b` Nee / Non\n"


def test_a_ladder_has_its_highest_rung_on_top() -> None:
    rungs = (Rung(1, "Laag", "weinig"), Rung(2, "Hoog", "veel", (Mark("●", "nu"),)))
    assert page(Ladder(rungs)).splitlines()[2:] == [
        "| 2 | Hoog | veel | ● nu |",
        "| 1 | Laag | weinig |  |",
    ]


def test_every_page_says_at_its_foot_what_it_is() -> None:
    markdown = render_markdown(professional(cases()["C-2041"]))
    assert markdown.rstrip().splitlines()[-1].startswith("*Advies, geen besluit.")


def test_a_text_of_a_case_cannot_become_markup_on_the_form() -> None:
    answers = Answers({"wat_nodig": "<b>dik</b> [klik](https://voorbeeld.invalid)\n\n# kop"})
    plain = Answers({"wat_nodig": "gewoon"})
    filled = render_markdown(form("nl", answers=answers))
    assert structure(filled) == structure(render_markdown(form("nl", answers=plain)))
    assert "<b>dik</b> [klik](https://voorbeeld.invalid)" in shown(filled)


def test_the_form_in_markdown_shows_every_question() -> None:
    text = shown(render_markdown(form("nl")))
    assert [q.id for q in shipped().questions() if squeezed(q.ask) not in text] == []


@pytest.mark.parametrize("bars", NO_BARS)
def test_a_plot_without_bars_can_be_written(bars: Bars) -> None:
    assert "█" not in page(bars)


def test_a_plot_is_a_table() -> None:
    lines = page(COUNTS).splitlines()
    assert lines[0] == "| per regio |  |  |"
    assert lines[3] == f"| Zuid | {'█' * 10} | 20 (20 %) |"
    assert lines[5] == "| Kust |  | niet getoond |"
