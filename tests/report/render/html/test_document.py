"""A page for a browser: every text as text, nothing fetched, nothing run."""

import base64
import hashlib
import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.report.blocks import (
    Block,
    Callout,
    Choice,
    Choices,
    Document,
    Form,
    FormQuestion,
    Heading,
    Item,
    Items,
    Paragraph,
    Table,
    WritingLines,
)
from integraal.report.figures import Bars, Ladder, Mark, Rung
from integraal.report.render.html.document import render_html
from integraal.report.text import Span, inline
from integraal.words.words import LANGUAGES, Words
from tests.report.render.every import every_document
from tests.report.render.kinds import COUNTS, HOSTILE, KINDS, MARKUP, NO_BARS, form_with
from tests.report.render.reading_order import first_missing, letters, squeezed
from tests.report.shipped_pages import form, questions_of, shipped

VOID = {"meta", "br", "input"}
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


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "hostile", [*MARKUP, "\" onload='x' style=\"", "</style>", "]]>", *HOSTILE], ids=ascii
)
def test_hostile_text_comes_out_as_text(kind: str, hostile: str) -> None:
    seen = page(KINDS[kind](hostile))
    assert squeezed(hostile) in seen.text
    assert seen.tags == page(KINDS[kind]("gewoon")).tags


@given(st.text(max_size=20).filter(lambda text: text.strip()), st.sampled_from(list(KINDS)))
def test_any_text_comes_out_as_text(text: str, kind: str) -> None:
    assert page(KINDS[kind](text)).tags == page(KINDS[kind]("gewoon")).tags


@pytest.mark.parametrize("name", every_document())
def test_every_page_is_whole_and_fetches_nothing(name: str) -> None:
    document = every_document()[name]
    seen = Page(render_html(document))
    assert first_missing(document, seen.text, letters) == ""
    assert not FETCHES & set(seen.tags)
    assert not [name for name, _ in seen.attributes if name in ("src", "href") or name[:2] == "on"]
    assert seen.tags.count("h1") == 1
    assert document.footer in seen.text


def test_only_the_style_of_the_page_itself_is_allowed() -> None:
    for document in (every_document()["meldcode-nl-leeg"], Document("T", "nl", (), 'voet */ "}')):
        written = render_html(document)
        style = written.partition("<style>")[2].partition("</style>")[0]
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        allowed = f"default-src 'none'; style-src 'sha256-{digest}'"
        assert f'http-equiv="Content-Security-Policy" content="{allowed}"' in written
        assert " style=" not in written


def test_what_stands_at_the_foot_cannot_leave_its_place_in_the_style() -> None:
    for hostile in HOSTILE:
        written = render_html(Document("T", "nl", (), f'{hostile} "; }} body {{ display: none }}'))
        said = written.partition('@bottom-left { content: "')[2].partition('"; }')[0]
        assert re.fullmatch(r"([A-Za-z0-9]|\\[0-9a-f]+ )+", said)


def test_every_question_with_boxes_is_a_group_with_a_name() -> None:
    document = every_document()["voor-wie-doen-we-wat-nl-leeg"]
    tags = Page(render_html(document)).tags
    with_boxes = [
        question for question in questions_of(document) if isinstance(question.answer, Choices)
    ]
    assert tags.count("fieldset") == tags.count("legend") == len(with_boxes)


def test_round_boxes_of_two_questions_do_not_switch_each_other_off() -> None:
    choices = Choices((Choice("a", ("Ja",)), Choice("b", ("Nee",))), several=False)
    question = FormQuestion("A1", ("Ja?",), choices)
    seen = page(form_with(question, question))
    names = [value for name, value in seen.attributes if name == "name" and value != "viewport"]
    assert names[0] == names[1] != names[2] == names[3]


def test_a_text_in_another_language_says_which() -> None:
    written = render_html(every_document()["meldcode-nl-fr-leeg"])
    assert 'Weet ik niet / <span lang="fr">Je ne sais pas</span>' in written


def test_large_print_is_large() -> None:
    document = Document("T", "nl", ())
    assert '<html lang="nl" class=large>' in render_html(document, large=True)
    assert "class=large" not in render_html(document)


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
    for several, kind in ((False, "radio"), (True, "checkbox")):
        seen = page(form_with(FormQuestion("A1", ("Ja?",), Choices(choices, several=several))))
        assert [value for name, value in seen.attributes if name == "type"] == [kind, kind]
        assert [name for name, _ in seen.attributes].count("checked") == 1


def test_there_are_as_many_lines_to_write_on_as_asked_for() -> None:
    assert ("rows", "4") in page(WritingLines(4, "Wie?")).attributes
    assert render_html(Document("T", "nl", (WritingLines(4),))).count('class="line"') == 4
    written = page(WritingLines(4, "Wie?", "Wij"))
    assert "textarea" not in written.tags
    assert written.text.endswith("Wie? Wij")


def test_a_form_has_room_to_write_and_boxes_to_mark_each_with_a_name() -> None:
    agreements = Form((), (), ((Table(("wat", "wie"), (), 3),),))
    written = render_html(Document("T", "nl", (agreements,)))
    assert '<html lang="nl" class=roomy>' in written
    assert "<body class=form>" in written
    seen = Page(written)
    assert [value for name, value in seen.attributes if name == "aria-label"][1:] == [
        *("wat", "wie"),
        *("wat", "wie"),
        *("wat", "wie"),
    ]
    rungs = (Rung(1, "Laag", ""), Rung(2, "Hoog", ""))
    ladder = page(Ladder(rungs, ("A", "B"), to_mark=True))
    names = [value for name, value in ladder.attributes if name == "aria-label"]
    assert names == ["Hoog: A", "Hoog: B", "Laag: A", "Laag: B"]


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
    assert ("type", "checkbox") in page(Items(items, to_tick=True)).attributes
    assert 'class="below in-1"' in render_html(Document("T", "nl", (Items(items),)))


def test_headings_go_no_deeper_than_a_browser_knows() -> None:
    assert "h6" in page(Heading(9, "diep")).tags


def test_the_form_shows_every_question() -> None:
    text = Page(render_html(form("nl"))).text
    assert [q.id for q in shipped().questions() if squeezed(q.ask) not in text] == []


@pytest.mark.parametrize("bars", NO_BARS)
def test_a_plot_without_bars_can_be_written(bars: Bars) -> None:
    assert 'class="bar w' not in render_html(Document("T", "nl", (bars,)))


def test_a_plot_is_a_table_whose_bars_nobody_needs() -> None:
    written = render_html(Document("T", "nl", (COUNTS,)))
    assert "<caption>per regio</caption>" in written
    assert '<th scope="row">Zuid</th>' in written
    assert '<div class="bar w50" aria-hidden="true"></div>' in written
    assert written.count('class="bar w') == 3


def test_a_frame_begins_with_a_heading() -> None:
    written = render_html(Document("Titel", "nl", (KINDS["callout"]("Eerst dit"),)))
    assert '<h2 class="callout-title">Eerst dit</h2>' in written


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_says_on_a_screen_that_nothing_is_kept(language: str) -> None:
    document = Document("Titel", language, (KINDS["choice"]("Vraag"),))
    said = html.escape(Words(language)("paper.not_kept"))
    written = render_html(document)
    assert f'<p class="on-screen" lang="{language}"><strong>{said}</strong></p>' in written
    assert ".on-screen { display: none; }" in written
    other = Document("Titel", language, (KINDS["callout"]("Eerst dit"),))
    assert '<p class="on-screen"' not in render_html(other)


def test_not_knowing_ends_every_question_and_makes_room_of_its_own() -> None:
    """On a screen it stands below all columns, on paper at the end of the last line."""
    page = form("nl")
    written = render_html(page)
    asked = [question.answer for question in questions_of(page)]
    unsure = [each for each in asked if isinstance(each, Choices) and each.choices[-1].code == "?"]
    assert written.count('<li class="unsure">') == len(unsure) > 0
    assert ".choices .unsure { column-span: all; }" in written
    assert ".form .choices .unsure { margin-left: auto; }" in written


def test_what_is_typed_makes_room_for_itself() -> None:
    assert "textarea { field-sizing: content; }" in render_html(form("nl"))
