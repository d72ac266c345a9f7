"""A file for Word: every text as text, every box to tick, and the same every time."""

import io
import zipfile
from collections.abc import Iterator
from itertools import chain, pairwise, permutations
from time import process_time

import docx
import pytest
from docx.document import Document as Book
from docx.oxml.ns import qn

from integraal.report.blocks import (
    Block,
    Choice,
    Choices,
    Document,
    FormQuestion,
    Heading,
    Item,
    Items,
    Paragraph,
    Table,
)
from integraal.report.figures import Ladder
from integraal.report.render.word.answer_lines import STARTS, shared
from integraal.report.render.word.document import render_docx
from integraal.report.render.word.look import FORMS, LARGE, PAGE, Look
from integraal.report.text import inline
from tests.report.render.every import blank, every_document
from tests.report.render.kinds import HOSTILE, KINDS, MARKUP, form_with
from tests.report.render.reading_order import first_missing, squeezed
from tests.report.shipped_pages import blocks_in

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DOCUMENTS = every_document()


def opened(document: Document, *, large: bool = False) -> Book:
    return docx.Document(io.BytesIO(render_docx(document, large=large)))


def with_only(block: Block) -> Book:
    return opened(Document("Titel", "nl", (block,)))


def text_of(book: Book) -> str:
    """Give the text in the order of the file; a paragraph, a tab and a break each end a word."""
    parts = []
    for node in book.element.body.iter():
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.tag in (qn("w:p"), qn("w:tab"), qn("w:br")):
            parts.append(" ")
    return squeezed("".join(parts))


def shape_of(book: Book) -> list[str]:
    return [node.tag for node in book.element.body.iter()]


def boxes(book: Book) -> list[bool]:
    """Say of every box whether it is ticked."""
    return [
        node.get(f"{W14}val") == "1"
        for node in book.element.body.iter()
        if node.tag == f"{W14}checked"
    ]


def boxes_of(document: Document) -> Iterator[bool]:
    for block in blocks_in(document.blocks):
        answer = block.answer if isinstance(block, FormQuestion) else block
        if isinstance(answer, Choices):
            yield from (choice.ticked for choice in answer.choices)
        elif isinstance(block, FormQuestion) and block.beside:
            yield from (choice.ticked for choice in block.beside.choices)
        elif isinstance(answer, Items) and answer.to_tick:
            yield from (False for _ in answer.items)
        elif isinstance(answer, Ladder) and answer.to_mark:
            yield from (False for _ in answer.rungs for _ in answer.columns)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_text_and_every_box_is_there_in_its_order(name: str) -> None:
    book = opened(DOCUMENTS[name])
    assert first_missing(DOCUMENTS[name], text_of(book)) == ""
    assert boxes(book) == list(boxes_of(DOCUMENTS[name]))


def of_every_kind(text: str) -> Document:
    blocks = [(made(text), Paragraph(inline(kind))) for kind, made in KINDS.items()]
    return Document("Titel", "nl", tuple(block for pair in blocks for block in pair))


@pytest.mark.parametrize("hostile", [*HOSTILE, *MARKUP], ids=lambda text: ascii(text[:20]))
def test_hostile_text_comes_out_as_text(hostile: str) -> None:
    document = of_every_kind(hostile)
    book = opened(document)
    assert first_missing(document, text_of(book)) == ""
    # A text as short as a harmless one stands in the same places.
    assert shape_of(book) == shape_of(opened(of_every_kind("a" * len(hostile))))


def test_a_hostile_title_and_foot_come_out_as_text() -> None:
    for hostile in HOSTILE:
        book = opened(Document(hostile, "nl", (), hostile))
        assert squeezed(book.core_properties.title) == squeezed(hostile[:255])
        assert squeezed(hostile) in squeezed(book.sections[0].footer.paragraphs[0].text)


def test_the_same_document_gives_the_same_bytes_and_tells_nothing_of_its_maker() -> None:
    document = blank("meldcode", "nl", "fr")
    made = render_docx(document)
    assert made == render_docx(document)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in parts.namelist() if "thumbnail" in name]
    about = docx.Document(io.BytesIO(made)).core_properties
    assert (about.author, about.comments, about.last_modified_by) == ("", "", "")


@pytest.mark.parametrize(
    ("language", "locale"), [("nl", "nl-NL"), ("en", "en-GB"), ("fr", "fr-BE")]
)
def test_a_file_says_its_title_and_its_language(language: str, locale: str) -> None:
    document = blank("meldcode", language)
    book = opened(document)
    assert (book.core_properties.title, book.core_properties.language) == (document.title, locale)
    spoken = book.styles.element.xpath("//w:docDefaults//w:lang/@w:val")
    assert spoken == [locale]


def test_what_is_said_in_another_language_is_marked_as_such() -> None:
    book = opened(blank("meldcode", "nl", "fr"))
    french = [run for run in book.element.body.iter(qn("w:r")) if run.xpath("./w:rPr/w:lang")]
    said = squeezed(" ".join("".join(run.xpath("./w:t/text()")) for run in french))
    assert "Je ne sais pas" in said
    assert "Weet ik niet" not in said


def test_a_page_is_a4_and_counts_its_pages_at_the_foot() -> None:
    book = opened(blank("meldcode", "nl"))
    for section in book.sections:
        sides = (section.page_width, section.page_height)
        assert [round(side.mm) for side in sides if side is not None] == [210, 297]
    foot = book.sections[0].footer._element
    assert foot.xpath(".//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]


def test_questions_stand_in_two_columns_save_in_large_print() -> None:
    def columns(*, large: bool) -> list[str]:
        book = opened(blank("meldcode", "nl"), large=large)
        return [section._sectPr.xpath("./w:cols/@w:num or '1'") for section in book.sections]

    assert len(columns(large=False)) == 3
    assert len(columns(large=True)) == 1


def test_large_print_is_large() -> None:
    book = opened(blank("meldcode", "nl"), large=True)
    assert book.styles["Normal"].font.size.pt == 16.0


@pytest.mark.parametrize("look", [*FORMS.values(), PAGE, LARGE], ids=lambda look: f"{look.size}")
def test_a_pen_has_room_and_letters_can_be_read_however_close_they_stand(look: Look) -> None:
    assert look.small >= 8
    assert min(look.write, look.line, look.field) >= 7
    # The squares of DejaVu, the smallest we know, take 0.718 of the size of its type.
    assert look.box * 0.718 * 25.4 / 72 >= 3.7
    # A line leaves four fifths of its height above its foot; there the box ends, lowered a little.
    assert look.box * 0.729 - 1.5 <= look.box_line * 0.8


@pytest.mark.parametrize("look", [*FORMS.values(), PAGE, LARGE], ids=lambda look: f"{look.size}")
def test_answers_share_lines_in_their_order_and_none_is_lost(look: Look) -> None:
    texts = ["Ja", "Nee", "Weet ik niet", "Ja, maar dan alleen als het gezin dat zelf wil", "Soms"]
    for answers in chain.from_iterable(permutations(texts, size) for size in range(1, 6)):
        lines = list(shared(look, answers, unsure=False))
        assert [number for _, numbers in lines for number in numbers] == [*range(len(answers))]
        assert all(len(numbers) <= len(STARTS[style]) for style, numbers in lines)


def test_yes_no_and_not_knowing_stand_on_one_line() -> None:
    for look in FORMS.values():
        assert len(list(shared(look, ("Ja", "Nee", "Weet ik niet"), unsure=True))) == 1


@pytest.mark.parametrize("look", FORMS.values(), ids=lambda look: f"{look.size}")
def test_not_knowing_stands_at_one_place_of_the_last_line(look: Look) -> None:
    texts = ["Ja", "Soms", "Ja, maar dan alleen als het gezin dat zelf wil", "Niet vaak", "Nee"]
    for answers in chain.from_iterable(permutations(texts, size) for size in range(1, 6)):
        lines = list(shared(look, (*answers, "Weet ik niet"), unsure=True))
        assert [number for _, numbers in lines for number in numbers] == [*range(len(answers) + 1)]
        style, numbers = lines[-1]
        assert STARTS[style][len(numbers) - 1] == 0.62


def test_in_large_print_every_answer_has_a_line_of_its_own() -> None:
    lines = list(shared(LARGE, ("Ja", "Nee", "Weet ik niet"), unsure=True))
    assert [len(numbers) for _, numbers in lines] == [1, 1, 1]


def test_questions_and_frames_are_headings_for_the_navigation_pane() -> None:
    document = Document("Titel", "nl", (Heading(1, "Titel"), KINDS["callout"]("Eerst dit")))
    book = opened(document)
    for name, level in (("Callout Title", 2), ("Question", 3)):
        [outline] = book.styles[name].element.xpath("./w:pPr/w:outlineLvl/@w:val")
        assert int(outline) == level - 1
    [title] = book.element.body.xpath(".//w:p[w:pPr/w:pStyle/@w:val='CalloutTitle']")
    assert "Eerst dit" in "".join(title.xpath(".//w:t/text()"))


@pytest.mark.parametrize("name", ["voor-wie-doen-we-wat-nl-leeg", "procesregie-fr-leeg"])
def test_a_question_is_a_heading_outside_tables_and_holds_its_lines_together(name: str) -> None:
    document = DOCUMENTS[name]
    form = document.form
    assert form is not None
    body = opened(document).element.body
    lines = body.xpath("./w:p[not(.//w:sectPr)]")
    questions = body.xpath("./w:p[w:pPr/w:pStyle/@w:val='Question']")
    assert len(questions) == len([*form.units])
    for question, after in pairwise((*questions, None)):
        end = lines.index(after) if after is not None else len(lines)
        own = lines[lines.index(question) : end]
        boxes = [line for line in own if line.xpath(".//w:sdt")]
        kept = [bool(line.xpath("./w:pPr/w:keepNext[not(@w:val='0')]")) for line in boxes]
        assert all(kept[:-1]), squeezed("".join(question.xpath(".//w:t/text()")))


@pytest.mark.parametrize("name", ["voor-wie-doen-we-wat-nl-leeg", "voor-wie-doen-we-wat-nl-advies"])
def test_no_row_is_broken_and_no_heading_stands_alone(name: str) -> None:
    book = opened(DOCUMENTS[name])
    rows = book.element.body.xpath(".//w:tr")
    assert [row for row in rows if not row.xpath("./w:trPr/w:cantSplit")] == []
    for level in (1, 2, 3):
        assert book.styles[f"Heading {level}"].paragraph_format.keep_with_next


def test_the_header_of_a_table_comes_back_on_every_page() -> None:
    row = (inline("Laag"), inline("3"))
    book = with_only(Table(("", "nu"), (row, row)))
    assert len(book.element.body.xpath(".//w:tr/w:trPr/w:tblHeader")) == 1


def test_a_column_of_a_table_has_room_for_its_longest_word() -> None:
    """«Beoordelaar» above letters, beside columns with much to say, was broken in the middle."""
    much = "kappa, kwadratisch gewogen"
    header = ("Beoordelaar", "Oordelen", *[much] * 4)
    book = with_only(Table(header, (tuple(map(inline, ("A", "21", *[f"{much} {much}"] * 4))),)))
    grid = book.element.body.xpath(".//w:tblGrid/w:gridCol/@w:w")
    millimetres = [int(each) / 1440 * 25.4 for each in grid]
    for wide, name in zip(millimetres, header, strict=True):
        assert wide > max(1.1 * PAGE.length(word) for word in name.split()) + 2
    assert sum(millimetres) == pytest.approx(PAGE.width, abs=0.5)


def test_every_numbered_list_begins_at_one() -> None:
    items = Items((Item(inline("a")), Item(inline("b"))), numbered=True)
    book = opened(Document("T", "nl", (items, Paragraph(inline("en")), items)))
    numbers = [
        paragraph._p.xpath("./w:pPr/w:numPr/w:numId/@w:val")[0]
        for paragraph in book.paragraphs
        if paragraph.style is not None and paragraph.style.name == "List Number"
    ]
    assert len(numbers) == 4
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_boxes_are_square_where_several_may_be_ticked_and_else_round() -> None:
    choices = (Choice("a", ("Ja",)), Choice("b", ("Nee",), ticked=True))
    for several, drawn in ((False, "○◉"), (True, "☐☒")):
        question = FormQuestion("A1", ("Ja?",), Choices(choices, several=several))
        text = text_of(with_only(form_with(question)))
        assert "".join(sign for sign in text if sign in "○◉☐☒") == drawn


def test_every_box_has_a_number_and_a_name_of_its_own() -> None:
    book = opened(DOCUMENTS["voor-wie-doen-we-wat-nl-leeg"])
    numbers = book.element.body.xpath(".//w:sdtPr/w:id/@w:val")
    names = book.element.body.xpath(".//w:sdtPr/w:alias/@w:val")
    assert len(set(numbers)) == len(numbers) == len(names)
    assert "B1-a Eén professional is genoeg" in names
    assert max(map(len, names)) <= 64


def test_a_long_page_takes_as_long_as_its_lines_and_not_their_square() -> None:
    def seconds(lines: int) -> float:
        block = Items(tuple(Item(inline(f"Dienst {number}")) for number in range(lines)))
        begin = process_time()
        render_docx(Document("x", "nl", (block,)))
        return process_time() - begin

    seconds(10)
    assert seconds(24_000) < 16 * seconds(2_400)
