"""Markdown shows what somebody wrote as text: no markup comes out of it."""

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from integraal.model.answers import Answers
from integraal.report.blocks import (
    Asked,
    Bar,
    Bars,
    Block,
    Callout,
    Choice,
    Choices,
    Document,
    Fields,
    Heading,
    Item,
    Items,
    Ladder,
    Mark,
    Paragraph,
    Rung,
    SideBySide,
    Span,
    Table,
    WritingLines,
    inline,
)
from integraal.report.render.markdown import render_markdown
from integraal.report.render.visible import visible
from tests.report.shipped_pages import cases, form, professional, shipped

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<https://voorbeeld.invalid>",
    "<!-- weg -->",
    "[klik](https://voorbeeld.invalid)",
    "![foto](https://voorbeeld.invalid/x.png)",
    "[x]: https://voorbeeld.invalid",
    "*nadruk* **sterk** _ook_ __zo__ ~~door~~",
    "`code` en ```hek",
    "# kop",
    "kop\n===",
    "kop\n---",
    "- punt",
    "+ punt",
    "1. punt",
    "12) punt",
    "> aanhaling",
    "---",
    "***",
    "| a | b |",
    "a | b \\| c",
    "\\",
    "einde\\",
    "&lt;b&gt; &amp; &#60;",
    "regel een\n\n# regel twee",
    "~~~",
    "a  \nb",
    "- [ ] taak",
    ": [^1]",
    "=",
    "*",
]
KINDS: dict[str, Callable[[str], Block]] = {
    "heading": lambda text: Heading(2, text),
    "paragraph": lambda text: Paragraph(inline(text)),
    "strong": lambda text: Paragraph(inline("Advies: ", Span(text, strong=True), " einde")),
    "item": lambda text: Items((Item(inline(text), (inline(text),)),)),
    "numbered item": lambda text: Items((Item(inline(text)),), numbered=True),
    "item to tick": lambda text: Items((Item(inline(text)),), to_tick=True),
    "choice": lambda text: Choices((Choice("B3-a", (text,), (text,)),), several=True),
    "table": lambda text: Table((text, "b"), ((inline(text), inline("x")),)),
    "written": lambda text: WritingLines(1, written=text),
    "label": lambda text: WritingLines(1, label=text),
    "asked": lambda text: Asked(
        "B3",
        (text,),
        Choices((Choice("B3-a", (text,)),), several=False),
        (text,),
        ((text,),),
        ((text,),),
    ),
    "asked in words": lambda text: Asked("B3", (text,), WritingLines(1, written=text)),
    "fields": lambda text: Fields(((text,),)),
    "row to write in": lambda text: Table((text, "b"), (), blank_rows=1),
    "rung to mark": lambda text: Ladder((Rung(1, text, text, about=text),), (text,), to_mark=True),
    "rung": lambda text: Ladder((Rung(1, text, text, (Mark("◆", text, strong=True),)),)),
    "bars": lambda text: Bars(text, (Bar(text, 3, text, (inline(text),)),)),
    "callout": lambda text: Callout(text, (Paragraph(inline(text)),)),
    "side by side": lambda text: SideBySide(((Paragraph(inline(text)),), (Heading(2, text),))),
}
ALLOWED_HTML = re.compile(r"<br>")


def tokens(markdown: str) -> Iterator[Token]:
    """Parse as readers of Markdown do, and walk through all that was found."""
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        yield token
        yield from token.children or ()


def shown(markdown: str) -> str:
    """Give the text that a reader sees."""
    parts = [
        token.content if token.type in ("text", "code_inline") else " "
        for token in tokens(markdown)
        if token.type != "inline"
    ]
    return squeezed("".join(parts))


def squeezed(text: str) -> str:
    return " ".join(visible(text).split())


def markup(markdown: str) -> list[str]:
    """List every piece of markup that comes from no block of ours."""
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
@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_hostile_text_comes_out_as_text(kind: str, hostile: str) -> None:
    markdown = page(KINDS[kind](hostile))
    assert markup(markdown) == []
    assert squeezed(hostile) in shown(markdown)
    assert structure(markdown) == structure(page(KINDS[kind]("gewoon")))


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.sampled_from("aé1 \n\\`*_{}[]()<>#+-=.!|~$&;:/\"'^@\t\u202e"), max_size=16)
    .map(str.strip)
    .filter(str.strip),
    st.sampled_from(list(KINDS)),
)
def test_any_text_comes_out_as_text(text: str, kind: str) -> None:
    markdown = page(KINDS[kind](text))
    assert markup(markdown) == []
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
    assert page(Choices(choices, several=False)) == "- ○ `A1-a` Ja / Oui\n- ◉ `A1-b` Nee / Non\n"
    assert page(Choices(choices, several=True)) == "- ☐ `A1-a` Ja / Oui\n- ☒ `A1-b` Nee / Non\n"


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
