"""A PDF is one sheet to fill in or a page to read, and every text in it is text."""

import io
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from integraal.engine.lower import lower
from integraal.engine.reach.skip_logic import skipped_by
from integraal.reading.library import Library
from integraal.report.blocks import (
    Block,
    Callout,
    Choice,
    Choices,
    Document,
    Form,
    FormQuestion,
    FormSection,
    Heading,
    Item,
    Items,
    Paragraph,
    SideBySide,
    Table,
    WritingLines,
)
from integraal.report.figures import Ladder, Mark, Rung
from integraal.report.pages.checklist import checklist
from integraal.report.parts.answer_room import Paper
from integraal.report.render.pdf.document import MOST_SIDES, render_pdf
from integraal.report.render.pdf.look import DENSITIES, FORM, LARGE, PAGE
from integraal.report.render.pdf.text import drawable
from integraal.report.text import Span, inline
from integraal.words.words import LANGUAGES, Words
from tests.conftest import INSTRUMENTS
from tests.counts import times
from tests.report.render.every import every_document
from tests.report.render.kinds import KINDS
from tests.report.render.pdf.paper import (
    A4,
    fonts,
    furthest,
    in_pdf,
    opened,
    outline,
    squeezed,
    tags,
    words_in,
)
from tests.report.render.sides import SIDES
from tests.report.shipped_pages import (
    blocks_in,
    cases,
    every_page,
    family,
    form,
    professional,
    questions_of,
)

pytestmark = pytest.mark.xdist_group("pdf")

SHEETS = [(name, language) for name in INSTRUMENTS for language in LANGUAGES]


@cache
def sheet(name: str, language: str) -> tuple[Document, bytes]:
    """Give a blank form, as a document and as a PDF."""
    instrument = Library().instrument(name, language)
    skips = skipped_by(lower(instrument))
    document = checklist([instrument], [Words(language)], paper=Paper(skips))
    return document, in_pdf(document)


def told(document: Document) -> Iterator[str]:
    """Walk through what a form says, in reading order."""
    for block in blocks_in(document.blocks):
        if isinstance(block, Heading):
            yield block.text
        if isinstance(block, FormQuestion):
            yield from (block.code, *block.asks, *block.skip_when)
            yield from (prompt for prompts in block.prompts for prompt in prompts)
            if isinstance(block.answer, Choices):
                for choice in block.answer.choices:
                    yield from (choice.code, *choice.labels, *choice.hints)
            yield from (text for texts in block.go_to for text in texts)


def missing_in_order(wanted: Iterator[str], page: str) -> list[str]:
    """Give the texts that do not stand on a page, each after the one before."""
    at, missing = 0, []
    for text in map(squeezed, wanted):
        found = page.find(text, at)
        if found < 0:
            missing.append(text)
        else:
            at = found + len(text)
    return missing


@pytest.mark.parametrize("name", SIDES)
def test_a_form_takes_no_more_sides_than_it_may(name: str) -> None:
    assert len(opened(in_pdf(every_document()[name])).pages) <= SIDES[name]


@pytest.mark.parametrize(("name", "language"), SHEETS)
def test_every_blank_form_is_one_sheet_of_a4(name: str, language: str) -> None:
    pages = opened(sheet(name, language)[1]).pages
    assert 1 <= len(pages) <= MOST_SIDES
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages}
    assert sizes == {A4}


@pytest.mark.parametrize(("name", "language"), SHEETS)
def test_a_form_says_every_question_and_answer_in_order(name: str, language: str) -> None:
    document, file = sheet(name, language)
    assert missing_in_order(told(document), words_in(file)) == []


@pytest.mark.parametrize(("name", "language"), SHEETS)
def test_a_form_carries_its_fonts_title_language_and_bookmarks(name: str, language: str) -> None:
    document, file = sheet(name, language)
    reader = opened(file)
    assert all(fonts(file).values())
    assert reader.metadata is not None
    assert reader.metadata.title == document.title
    assert str(reader.root_object["/Lang"]) == language
    sections = [b.text for b in blocks_in(document.blocks) if isinstance(b, Heading)]
    assert outline(file) == sections


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_a_form_is_tagged_and_claims_pdf_ua(name: str) -> None:
    document, file = sheet(name, "nl")
    root: Any = opened(file).root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert tags(file).count("/H3") == len(questions_of(document))


def test_every_kind_of_page_can_be_printed() -> None:
    for name, document in every_page():
        file = in_pdf(document)
        assert squeezed(document.title) in words_in(file), name


def test_the_same_document_gives_the_same_bytes() -> None:
    document = professional(cases()["C-2041"])
    assert render_pdf(document) == render_pdf(document)
    assert render_pdf(form("nl")) == render_pdf(form("nl"))


def test_a_filled_in_form_has_a_cross_for_each_answer_and_a_blank_one_none() -> None:
    answers = cases()["C-2041"].latest.answers
    document = form("nl", answers=answers)
    answered = [question.answer for question in questions_of(document)]
    ticked = [c for a in answered if isinstance(a, Choices) for c in a.choices if c.ticked]
    assert ticked
    assert words_in(in_pdf(document)).count("×") == len(ticked)
    assert "×" not in words_in(in_pdf(form("nl")))


def test_languages_share_the_boxes() -> None:
    document = form("nl", "fr")
    page = words_in(in_pdf(document))
    asks = [squeezed(text) for question in questions_of(document) for text in question.asks]
    assert [text for text in asks if text not in page] == []


def test_a_second_language_is_read_aloud_in_that_language() -> None:
    document = form("nl", "fr")
    texts = sum(len(question.asks) for question in questions_of(document)) // 2
    spoken = tags(in_pdf(document), "/Lang")
    assert set(spoken) <= {"nl", "fr"}
    assert spoken.count("fr") >= texts
    assert "fr" not in tags(in_pdf(form("nl")), "/Lang")


def test_the_footer_and_the_number_stand_on_every_page() -> None:
    document = form("nl")
    pages = opened(in_pdf(document)).pages
    for number, page in enumerate(pages, 1):
        text = squeezed(page.extract_text())
        assert squeezed(document.footer) in text
        assert text.endswith(f"{number}/{len(pages)}")


def test_large_print_has_no_small_type_but_its_footer() -> None:
    document = form("nl")
    file = in_pdf(document, large=True)
    # The footer stands between the words of what runs on over a page end.
    foot = squeezed(document.footer)
    said = words_in(file)
    assert foot in said
    assert missing_in_order(told(document), said.replace(foot, "")) == []
    small: set[str] = set()

    def look(text: str, _: Any, matrix: list[float], __: Any, size: float) -> None:
        if text.strip() and abs(size * matrix[3]) < 15.9:
            small.add(text.strip())

    for page in PdfReader(io.BytesIO(file)).pages:
        page.extract_text(visitor_text=look)
    shown = squeezed("".join(small))
    body = [text for text in told(document) if squeezed(text) in small]
    assert body == [], shown


def test_no_density_goes_below_eight_points_or_seven_millimetres() -> None:
    for look in (*DENSITIES, PAGE, LARGE, FORM):
        assert min(look.size, look.small, look.foot) >= 8
        assert min(look.write, look.line, look.field) >= 7
        assert look.margin >= 12
    assert min(LARGE.size, LARGE.small) >= 16


HOSTILE = {
    "typst": '#panic("x") $x^2$ @ref <label> = heading *b* _i_ `c` \\ #{1+1} // /* ]] ))',
    "quotes": '" \' ` \\" \\n \\u{41} «»',
    "html": "<script>alert(1)</script> &amp; <!-- x --> <?xml?> ]]>",
    "markdown": "**a** [b](http://c) | d | # e",
    "ansi": "\x1b[31mrood\x1b[0m \x07",
    "nul": "a\x00b",
    "emoji": "\U0001f600 \U0001f468\u200d\U0001f469",
    "cjk": "中文 かな 한국",
    "private": "\ue000 \U0010fffd \ufffe",
    "loose accents": "e\u0301 o\u0308 x\u0301",
    "turned": "a\u202ecba\u202c \u2066x\u2069",
    "greek": "Ελένη Иван",
    "lines": "een\ntwee\tdrie\u2028vier\r\nvijf",
}


def disguised(value: Any, text: str) -> Any:
    """Put a text in every place of a document where a text can stand."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(disguised(item, text) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        own = {f.name: disguised(getattr(value, f.name), text) for f in fields(value)}
        if isinstance(value, Document):
            own["language"] = value.language
        return replace(value, **own)
    return value


BLOCKS = (
    Heading(1, "t"),
    Heading(4, "t"),
    Paragraph(inline("t", Span("t", strong=True), Span("t", quiet=True))),
    Items((Item(inline("t"), (inline("t"),)),), numbered=True),
    Items((Item(inline("t")),), to_tick=True),
    Table(("t", "t"), ((inline("t"), inline("t")),), blank_rows=1),
    WritingLines(1, "t", "t"),
    Ladder((Rung(1, "t", "t", (Mark("t", "t", strong=True),)),)),
    Ladder((Rung(1, "t", "t", (Mark("t", "t", column="t"),), "t"),), ("t",)),
    Callout("t", (Paragraph(inline("t")),), urgent=True),
    SideBySide(((Paragraph(inline("t")),), (Paragraph(inline("t")),))),
)
QUESTIONS = (
    FormQuestion("t", ("t", "t"), Choices((Choice("t", ("t",), ("t",)),), several=True), ("t",)),
    FormQuestion("t", ("t",), WritingLines(2), prompts=(("t",),), go_to=(("t",),)),
)
FORM_OF_ALL = Form(BLOCKS[:2], (FormSection(BLOCKS[2:3], QUESTIONS),), (BLOCKS[3:],))
LITTLE = Document("t", "nl", (FORM_OF_ALL,), "t")


@pytest.mark.parametrize("others", [(), (Paragraph(inline("t")),)], ids=["form", "page"])
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_text_wherever_it_stands(kind: str, others: tuple[Block, ...]) -> None:
    text = HOSTILE[kind]
    document = disguised(replace(LITTLE, blocks=(*LITTLE.blocks, *others)), text)
    page = words_in(in_pdf(document))
    # Every place shows it, once or more; the footer stands on each page.
    places = 30
    assert page.count(squeezed(drawable(text))) >= places


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_block_is_drawn(kind: str) -> None:
    heading, block = Heading(1, "t"), KINDS[kind]("Onmiskenbaar")
    assert "Onmiskenbaar" in words_in(in_pdf(Document("t", "nl", (heading, block))))


def test_ten_thousand_letters_without_a_space_stay_on_the_page() -> None:
    text = "lang" * 2500
    blocks = (
        Heading(1, "t"),
        Paragraph(inline(text)),
        Items((Item(inline(text), (inline(text),)),)),
        Table(("t", "t"), ((inline("t"), inline(text)),)),
        WritingLines(1, written=text),
    )
    file = in_pdf(Document("t", "nl", blocks))
    assert words_in(file).count("lang") == 5 * 2500
    assert furthest(file) < A4[0] - 30


def test_hebrew_and_arabic_are_drawn_in_letters() -> None:
    page = words_in(in_pdf(disguised(LITTLE, "שלום")))
    assert "[U+" not in page
    assert set("שלום") <= set(page)
    assert "[U+" not in words_in(in_pdf(disguised(LITTLE, "سلام")))


@settings(max_examples=times(25))
@given(st.text(min_size=1, max_size=60))
def test_no_text_stops_the_press(text: str) -> None:
    small = Document(
        "t", "nl", (Heading(1, text), Paragraph(inline(text, Span(text, strong=True))))
    )
    assert render_pdf(replace(small, title=text)).startswith(b"%PDF-1.7")


def test_an_answer_longer_than_a_page_goes_on_on_the_next() -> None:
    answer = "Hier staat iets. " * 800
    question = FormQuestion("A1", ("Wat is er nodig?",), WritingLines(2, written=answer))
    others = (replace(question, code=f"B{n}", answer=WritingLines(2)) for n in range(9))
    form_of = Form((Heading(1, "t"),), (FormSection((), (question, *others)),), ())
    document = Document("t", "nl", (form_of,))
    pages = opened(in_pdf(document)).pages
    assert len(pages) > MOST_SIDES
    page = words_in(in_pdf(document))
    assert (page.count("Hier"), page.count("staat"), page.count("iets.")) == (800, 800, 800)


def test_a_family_page_is_one_sheet_in_type_that_anybody_reads() -> None:
    for case in cases().values():
        assert len(opened(in_pdf(family(case))).pages) <= MOST_SIDES


def test_a_frame_is_a_heading_and_danger_before_the_title_as_well() -> None:
    frame = KINDS["callout"]("Eerst dit")
    for blocks in ((Heading(1, "Titel"), frame), (frame, Heading(1, "Titel"))):
        file = render_pdf(Document("Titel", "nl", blocks))
        assert "Eerst dit" in outline(file)


def test_in_large_print_no_question_is_broken_by_the_head() -> None:
    document, _ = sheet("voor-wie-doen-we-wat", "nl")
    pages = [squeezed(p.extract_text()) for p in opened(render_pdf(document, large=True)).pages]
    form = document.form
    assert form is not None
    for _, question in form.units:
        asked = squeezed(question.asks[0])
        page = next(page for page in pages if asked in page)
        assert isinstance(question.answer, WritingLines) or all(
            squeezed(choice.labels[0]) in page for choice in question.answer.choices
        )
