"""What belongs together stands together on paper, and a side is neither too full nor empty."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from integraal.engine.assess import assess
from integraal.engine.lower import lower
from integraal.reading.cases.casefile import read_case
from integraal.reading.library import Library, data_folder
from integraal.report.blocks import (
    Block,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Table,
    WritingLines,
)
from integraal.report.figures import Ladder
from integraal.report.pages.advice_sheet import advice_sheet
from integraal.report.render.pdf.document import Typesetter
from integraal.report.render.pdf.look import CALM, DENSITIES, LARGE, PAGE
from integraal.report.text import inline
from integraal.words.words import LANGUAGES, Words
from tests.conftest import INSTRUMENTS
from tests.report.render.every import blank
from tests.report.render.pdf.paper import A4, Piece, drawn, in_pdf, opened, pieces, squeezed, tags
from tests.report.shipped_pages import blocks_in, cases, family, questions_of

pytestmark = pytest.mark.xdist_group("pdf")

POINTS = 72 / 25.4
"""In a millimetre."""
LARGE_FORMS = [(name, *rest) for name in INSTRUMENTS for rest in (("nl",), ("fr",), ("nl", "fr"))]
AGREED = ("Uitzoeken of de problemen alleen samen aan te pakken zijn", "procesregisseur")


@cache
def sheet(path: str) -> Document:
    """Lay out the advice of an example case as a sheet of paper."""
    file = data_folder() / "voorbeelden" / path
    name = file.parent.name if file.parent.name in INSTRUMENTS else "voor-wie-doen-we-wat"
    instrument = Library().instrument(name, "nl")
    case = read_case(Path(str(file)), instrument, lambda _: None).case
    return advice_sheet(assess(lower(instrument), case, ()), Words("nl"))


@cache
def large(*form: str) -> bytes:
    """Print a blank form large: an instrument and its languages."""
    return in_pdf(blank(*form), large=True)


def agreements(*rows: tuple[str, str, str], blank_rows: int = 4) -> Table:
    """Make a table of agreements, with a box for each."""
    cells = tuple(tuple(map(inline, (*row, "☐"))) for row in rows)
    return Table(("Wat", "Wie", "Wanneer", "Klaar"), cells, blank_rows)


def filler(count: int) -> tuple[Paragraph, ...]:
    """Fill a page with so many lines."""
    return (Paragraph(inline("Hier staat een regel.")),) * count


def page_of(found: list[Piece], text: str) -> int:
    """Say on which page a text begins."""
    return next(piece.page for piece in found if squeezed(text).startswith(squeezed(piece.text)))


@pytest.mark.parametrize("is_large", [False, True])
def test_agreements_stand_in_rows_between_lines_over_the_whole_width(is_large: bool) -> None:
    rows = (
        ("Bellen", "procesregisseur", "1 oktober 2026"),
        ("Kijken", "school", "15 januari 2027"),
    )
    file = in_pdf(Document("t", "nl", (Heading(1, "t"), agreements(*rows))), large=is_large)
    found = pieces(file)
    starts = {piece.text: piece for piece in found}
    last = starts["Klaar"].page
    (size, side) = (LARGE.size, LARGE.margin) if is_large else (PAGE.size, PAGE.margin)
    assert starts["Klaar"].x > A4[0] - side * POINTS - 30 * POINTS
    columns = [starts[name].x for name in ("procesregisseur", "1 oktober 2026")]
    assert columns == [starts[name].x for name in ("school", "15 januari 2027")]
    assert columns == [starts[name].x for name in ("Wie", "Wanneer")]
    lines = sorted(drawn(file)[last].lines, reverse=True)
    table = [p for p in found if p.page == last and lines[-1] < p.y < starts["Klaar"].y]
    assert len({p.text for p in table}) >= 6
    for piece in table:
        assert not [line for line in lines if piece.y - size * 0.25 < line < piece.y + size * 0.7]
    between = [sum(above > p.y > below for p in table) for above, below in pairwise(lines)]
    assert between[0] >= 3
    assert not any(between[1:])


def test_an_agreement_has_a_box_for_a_pen_and_so_has_a_row_to_write_in() -> None:
    rows = (("Bellen", "school", "morgen"), ("Schrijven", "wijkteam", "later"))
    file = in_pdf(Document("t", "nl", (Heading(1, "t"), agreements(*rows), *filler(1))))
    assert "☐" not in "".join(piece.text for piece in pieces(file))
    (side,) = drawn(file)
    assert (len(side.lines), len(side.boxes)) == (2 + 4, 2 + 4)


def test_a_long_word_stays_in_its_column() -> None:
    word = "gezinsondersteuningscoördinatoren"
    table = agreements((word, word, word))
    file = in_pdf(Document("t", "nl", (Heading(1, "t"), table)), large=True)
    starts = sorted({round(p.x) for p in pieces(file) if p.text in ("Wat", "Wie", "Wanneer")})
    widest = (starts[1] - starts[0]) / (LARGE.size * 0.45)
    assert all(len(p.text) <= widest for p in pieces(file) if p.text.strip("-") in word)


@pytest.mark.parametrize("form", LARGE_FORMS, ids="-".join)
def test_nothing_in_large_print_leaves_its_page_or_touches_the_footer(form: tuple[str]) -> None:
    file = large(*form)
    sides, foot = len(opened(file).pages), squeezed(blank(*form).footer)
    edge, floor = LARGE.margin * POINTS, LARGE.bottom * POINTS
    for piece in pieces(file):
        assert edge - 1 <= piece.x < A4[0] - edge
        is_foot = squeezed(piece.text) in foot or piece.text == f"{piece.page + 1} / {sides}"
        assert piece.y > floor or is_foot
        assert 5 * POINTS < piece.y < A4[1] - edge
    for side in drawn(file):
        assert all(floor < y < A4[1] for y in (*side.lines, *side.boxes))


@pytest.mark.parametrize("form", LARGE_FORMS, ids="-".join)
def test_no_two_texts_in_large_print_stand_over_each_other(form: tuple[str]) -> None:
    found = pieces(large(*form))
    lines = sorted({(p.page, round(p.y, 1), round(p.x)) for p in found})
    close = [
        (one, other)
        for one, other in pairwise(lines)
        if one[0] == other[0] and 0.5 < other[1] - one[1] < 8 and abs(one[2] - other[2]) < 20
    ]
    assert close == []


@pytest.mark.parametrize("name", ["voor-wie-doen-we-wat", "gedeelde-zorg"])
def test_what_a_rung_means_stands_below_its_name_in_large_print(name: str) -> None:
    document, found = blank(name, "nl"), pieces(large(name, "nl"))
    (ladder,) = [b for b in blocks_in(document.blocks) if isinstance(b, Ladder)]
    for rung in ladder.rungs:
        named = next(p for p in reversed(found) if p.text == rung.name)
        means = next(p for p in found if p.text and rung.about.startswith(p.text))
        assert (means.page, round(means.x)) == (named.page, round(named.x))
        assert len(means.text) > 40


@pytest.mark.parametrize("name", ["voor-wie-doen-we-wat", "gedeelde-zorg"])
def test_the_last_question_in_large_print_is_not_alone_on_its_page(name: str) -> None:
    document, found = blank(name, "nl"), pieces(large(name, "nl"))
    codes = [question.code for question in questions_of(document)[-2:]]
    pages = [next(p.page for p in found if p.text == code) for code in codes]
    ladder = next(p.page for p in found if p.text.startswith("Hoe intensief"))
    assert pages[1] in (pages[0], ladder)


@pytest.mark.parametrize("count", range(0, 40, 3))
def test_lines_to_write_on_stand_with_what_they_are_for(count: int) -> None:
    label = WritingLines(3, "Ruimte voor jullie:")
    blocks: tuple[Block, ...] = (
        Heading(1, "t"),
        *filler(count),
        Heading(2, "Jullie"),
        *filler(1),
        label,
    )
    file = in_pdf(Document("t", "nl", blocks), large=True)
    found = pieces(file)
    page = next(p.page for p in found if p.text == "Jullie")
    assert [p.page for p in found if p.text in ("Hier staat een regel.", label.label)][-2:] == [
        page
    ] * 2
    assert len(drawn(file)[page].lines) == 3


def test_the_words_of_a_family_have_their_lines_on_the_same_page() -> None:
    for case in cases().values():
        file = in_pdf(family(case), large=True)
        label = next(p for p in pieces(file) if p.text.startswith("Ruimte voor"))
        below = sorted((y for y in drawn(file)[label.page].lines if y < label.y), reverse=True)
        assert len(below) >= 3
        assert label.y - below[2] < 150  # the room itself, and not what people write further on


@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.parametrize("path", ["C-3007.yaml", "gedeelde-zorg/G-4410.yaml"])
def test_an_item_is_not_parted_from_its_smaller_lines(path: str, is_large: bool) -> None:
    document = sheet(path)
    file = in_pdf(document, large=is_large)
    sides = [squeezed(page.extract_text()) for page in opened(file).pages]
    items = [i for b in blocks_in(document.blocks) if isinstance(b, Items) for i in b.items]
    assert len(sides) > 1
    for item in items:
        whole = ["".join(s.text for s in line) for line in (item.text, *item.below)]
        assert any(all(squeezed(text) in side for text in whole) for side in sides), whole


def test_an_item_longer_than_a_page_goes_on_on_the_next() -> None:
    item = Item(inline("Hier staat iets. " * 400), (inline("En dit. " * 200),))
    file = in_pdf(Document("t", "nl", (Heading(1, "t"), Items((item,), to_tick=True))))
    text = "".join(squeezed(page.extract_text()) for page in opened(file).pages)
    assert (text.count("Hier"), text.count("iets."), text.count("dit.")) == (400, 400, 200)
    assert all(piece.y > 30 for piece in pieces(file))


@pytest.mark.parametrize(
    ("name", "language"), [("kruispunt-onthaal", "fr"), ("buurtoverleg", "en")]
)
def test_a_form_that_nearly_fits_on_one_side_does(name: str, language: str) -> None:
    assert len(opened(in_pdf(blank(name, language))).pages) == 1


@pytest.mark.parametrize("name", INSTRUMENTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_takes_a_second_side_only_where_a_calm_look_needs_it_too(
    name: str, language: str
) -> None:
    """Else a question more, or a number to call, would cost a side without anybody knowing why."""
    form = blank(name, language)
    sides = len(opened(in_pdf(form)).pages)
    assert Typesetter(form).sides(DENSITIES[CALM - 1]) >= sides


@pytest.mark.parametrize("name", INSTRUMENTS)
@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_a_last_side_is_filled_with_rows_to_write_in(name: str, language: str) -> None:
    side = drawn(in_pdf(blank(name, language)))[-1]
    rows = [y for y in side.lines if y < min(side.boxes, default=A4[1])]
    assert 4 <= len(rows) <= 12
    assert min(rows) < A4[1] / 5


def test_rows_to_write_in_never_make_another_side() -> None:
    for count in range(0, 60, 2):
        table = agreements(("Bellen", "school", "morgen"))
        least = Document("t", "nl", (Heading(1, "t"), *filler(count), table))
        more = in_pdf(least)
        # What does not stand last does not grow.
        fixed = in_pdf(Document("t", "nl", (*least.blocks, Items(()))))
        assert len(opened(more).pages) <= len(opened(fixed).pages)
        rows = [len(side.lines) for side in drawn(more)]
        assert 5 <= sum(rows) <= 1 + 12
        assert rows[:-1] == [0] * (len(rows) - 1)


def test_a_table_that_grows_is_still_one_table_for_who_listens() -> None:
    file = in_pdf(sheet("verloop/C-4210.yaml"))
    assert tags(file).count("/Table") == 1
    assert tags(file).count("/TH") == 4


def test_agreements_longer_than_a_page_go_on_on_the_next() -> None:
    rows = tuple((f"{n} afspreken wat er moet gebeuren", "school", "later") for n in range(60))
    file = in_pdf(Document("t", "nl", (Heading(1, "t"), agreements(*rows))))
    found = pieces(file)
    assert page_of(found, rows[-1][0]) > 0
    assert all(any(p.text == row[0] for p in found) for row in rows)
    assert all(p.y > 30 for p in found)
