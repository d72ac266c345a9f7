"""A page for a browser: every text as text, nothing fetched, nothing run."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.report.blocks import (
    Asked,
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
    Span,
    Table,
    WritingLines,
    inline,
)
from integraal.report.html import render_html
from integraal.report.words import LANGUAGES

from .pages import cases, family, form, professional, shipped
from .test_markdown import HOSTILE, KINDS, squeezed

EVERY: dict[str, Callable[[str], Block]] = {
    **KINDS,
    "asked": lambda text: Asked(
        text, (text, text), WritingLines(1, text), (text,), ((text,),), ((text,),)
    ),
    "fields": lambda text: Fields(((text, text),)),
    "rung with more": lambda text: Ladder(
        (Rung(1, text, text, about=text),), (text,), to_mark=True
    ),
}
VOID = {"meta", "br"}
FETCHES = {"script", "link", "img", "iframe", "object", "embed", "form", "base", "svg"}


class Page(HTMLParser):
    """What a browser makes of a page: its tags in their order, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, self.texts[-3:]

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.texts.append(data)

    @property
    def text(self) -> str:
        return squeezed(" ".join(self.texts))


def page(block: Block) -> Page:
    return Page(render_html(Document("Titel", "nl", (block,))))


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize(
    "hostile", [*HOSTILE, "\" onload='x' style=\"", "</style>", "]]>"], ids=ascii
)
def test_hostile_text_comes_out_as_text(kind: str, hostile: str) -> None:
    seen = page(EVERY[kind](hostile))
    assert squeezed(hostile) in seen.text
    assert seen.tags == page(EVERY[kind]("gewoon")).tags


@given(st.text(max_size=20).filter(lambda text: text.strip()), st.sampled_from(list(EVERY)))
def test_any_text_comes_out_as_text(text: str, kind: str) -> None:
    assert page(EVERY[kind](text)).tags == page(EVERY[kind]("gewoon")).tags


def pages() -> Iterator[Document]:
    for case in cases().values():
        yield professional(case)
        yield family(case)
    for language in LANGUAGES:
        yield form(language)


@pytest.mark.parametrize("document", list(pages()), ids=lambda document: document.title[:30])
def test_every_page_is_whole_and_fetches_nothing(document: Document) -> None:
    seen = Page(render_html(document))
    assert not FETCHES & set(seen.tags)
    assert not [name for name, _ in seen.attributes if name in ("src", "href") or name[:2] == "on"]
    assert seen.tags.count("h1") == 1
    assert document.footer in seen.text


def test_a_page_says_its_language_and_its_title() -> None:
    written = render_html(Document("Een <titel>", "fr", ()))
    assert '<html lang="fr">' in written
    assert "<title>Een &lt;titel&gt;</title>" in written
    assert "default-src 'none'" in written


def test_a_table_says_what_its_rows_and_columns_are_about() -> None:
    written = render_html(
        Document("T", "nl", (Table(("", "nu"), ((inline("Laag"), inline("3")),)),))
    )
    assert '<td></td><th scope="col">nu</th>' in written
    assert '<th scope="row">Laag</th><td>3</td>' in written


def test_a_ladder_has_its_highest_rung_on_top_and_says_its_marks() -> None:
    rungs = (
        Rung(1, "Laag", "weinig"),
        Rung(2, "Hoog", "veel", (Mark("◆", "advies", strong=True, column="A"),)),
    )
    for columns in ((), ("A", "B")):
        marks = (
            rungs
            if columns
            else (rungs[0], Rung(2, "Hoog", "veel", (Mark("◆", "advies", strong=True),)))
        )
        text = page(Ladder(marks, columns)).text
        assert text.index("Hoog") < text.index("Laag")
        assert "◆ advies" in text


def test_boxes_show_whether_they_are_ticked_and_whether_there_may_be_more() -> None:
    choices = (Choice("a", ("Ja",)), Choice("b", ("Nee",), ticked=True))
    for several, boxes in ((False, "○◉"), (True, "☐☒")):
        text = page(Choices(choices, several=several)).text
        assert re.sub("[^○◉☐☒]", "", text) == boxes


def test_there_are_as_many_lines_to_write_on_as_asked_for() -> None:
    assert render_html(Document("T", "nl", (WritingLines(4, "Wie?"),))).count('class="line"') == 4
    assert "blockquote" in page(WritingLines(4, "Wie?", "Wij")).tags


def test_a_form_has_room_to_write_and_boxes_to_mark() -> None:
    written = render_html(Document("T", "nl", (Table(("wat", "wie"), (), 3),), is_form=True))
    assert '<body class="form">' in written
    assert written.count('<tr class="blank"><td></td><td></td></tr>') == 3
    ladder = Ladder((Rung(1, "Laag", ""), Rung(2, "Hoog", "")), ("A", "B"), to_mark=True)
    assert page(ladder).text.count("☐") == 4


def test_what_is_urgent_and_what_is_strong_does_not_hang_on_colour() -> None:
    written = render_html(
        Document(
            "T", "nl", (Callout("Eerst dit", (Paragraph(inline(Span("nu", strong=True))),), True),)
        )
    )
    assert 'class="callout urgent"' in written
    assert "<strong>nu</strong>" in written


def test_lists_are_lists_numbered_or_to_tick() -> None:
    items = (Item(inline("a"), (inline("  b"),)),)
    assert "ol" in page(Items(items, numbered=True)).tags
    assert "☐" in page(Items(items, to_tick=True)).text
    assert "margin-left:1em" in render_html(Document("T", "nl", (Items(items),)))


def test_headings_go_no_deeper_than_a_browser_knows() -> None:
    assert "h6" in page(Heading(9, "diep")).tags


def test_the_form_shows_every_question() -> None:
    text = Page(render_html(form("nl"))).text
    assert [q.id for q in shipped().questions() if squeezed(q.ask) not in text] == []
