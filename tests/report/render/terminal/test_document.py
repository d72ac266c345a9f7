"""Pages on a terminal: readable at 80 columns and at 40, in colour and without."""

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len  # noqa: TID253 - a start imports no tests

from integraal.report.blocks import (
    Callout,
    Choice,
    Choices,
    Document,
    FormQuestion,
    Heading,
    Item,
    Items,
    Paragraph,
    SideBySide,
    Table,
    WritingLines,
)
from integraal.report.figures import Ladder, Rung
from integraal.report.pages.advice import advice_page
from integraal.report.pages.checklist import checklist
from integraal.report.pages.family.page import family_page
from integraal.report.render.terminal.document import render_terminal
from integraal.report.render.visible import visible
from integraal.report.text import Span, inline
from integraal.words.words import Words
from tests.report.render.kinds import form_with
from tests.report.shipped_pages import (
    assessed,
    cases,
    every_page,
    family,
    form,
    professional,
    with_hostile_texts,
)

PAGES = dict(every_page())
ANSI = re.compile(r"\x1b\[[0-9;]*m")
TEXTS = frozenset(
    {
        *("title", "about", "name", "ask", "why", "label", "hint", "short", "text"),
        *("for_family", "because", "intensity", "what", "note"),
    }
)


@pytest.mark.parametrize("name", PAGES)
def test_no_line_is_longer_than_the_terminal_is_wide(name: str) -> None:
    for width in (24, 40, 59, 80, 200):
        drawn = render_terminal(PAGES[name], width, styled=False)
        assert [line for line in drawn.splitlines() if cell_len(line) > width] == []


@pytest.mark.parametrize("name", PAGES)
def test_without_style_there_is_nothing_but_text(name: str) -> None:
    for line in render_terminal(PAGES[name], 80, styled=False).split("\n"):
        assert visible(line) == line


@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("width", [40, 80])
def test_style_adds_nothing_to_the_text_and_colour_nothing_to_the_meaning(
    width: int, colour: bool
) -> None:
    page = professional(cases()["C-2041"])
    plain = render_terminal(page, width, styled=False)
    styled = render_terminal(page, width, styled=True, colour=colour)
    assert "\x1b[1m" in styled
    lines = [ANSI.sub("", line).rstrip() for line in styled.splitlines()]
    assert lines == plain.splitlines()


def test_without_colour_only_weight_is_used() -> None:
    styled = render_terminal(professional(cases()["C-2041"]), 80, styled=True)
    assert set(ANSI.findall(styled)) <= {"\x1b[1m", "\x1b[2m", "\x1b[0m", "\x1b[1;2m"}


def test_a_mark_is_told_by_the_number_and_the_name_of_its_rung_a_shape_and_a_word() -> None:
    drawn = render_terminal(professional(cases()["C-2041"]), 80, styled=False)
    ladder = [line.split() for line in drawn.splitlines() if re.match(r"  [1-5] [│┃]", line)]
    assert [line[0] for line in ladder] == ["5", "4", "3", "2", "1"]
    rungs = {line[2]: " ".join(line[3:]) for line in ladder}
    assert "◆ advies" in rungs["Coördinatie"]
    assert "● nu" in rungs["Connectie"]
    assert "▲ hooguit haalbaar" in rungs["Coöperatie"]


def test_on_a_narrow_terminal_the_marks_stand_under_their_rung() -> None:
    lines = render_terminal(professional(cases()["C-2041"]), 40, styled=False).splitlines()
    at = next(number for number, line in enumerate(lines) if "Connectie" in line)
    assert lines[at + 1].strip() == "● nu"


def test_a_narrow_terminal_shows_the_same_words() -> None:
    page = family(cases()["C-3007"])
    wide, narrow = (
        re.sub(r"[─═_]+", "", render_terminal(page, width, styled=False)).split()
        for width in (80, 40)
    )
    assert narrow == wide


def test_a_long_document_is_not_drawn_wider_than_reads_well() -> None:
    drawn = render_terminal(form("nl"), 300, styled=False)
    assert max(map(cell_len, drawn.splitlines())) <= 88


def test_two_languages_stand_side_by_side_where_there_is_room_and_else_below_each_other() -> None:
    columns = ((Paragraph(inline("links")),), (Paragraph(inline("rechts")),))
    page = Document("Titel", "nl", (SideBySide(columns),))
    assert re.fullmatch(r"links +rechts\n", render_terminal(page, 80, styled=False))
    assert render_terminal(page, 40, styled=False) == "links\nrechts\n"


def test_a_table_becomes_names_and_values_where_there_is_no_room_for_its_columns() -> None:
    names = ("Naam", "Titel", "Versie", "Talen", "Bron")
    table = Table(names, (tuple(inline(name.lower()) for name in names),))
    page = Document("Titel", "nl", (table,))
    assert "Naam: naam\nTitel: titel\nVersie: versie" in render_terminal(page, 30, styled=False)
    assert re.search(r"Naam +Titel +Versie", render_terminal(page, 80, styled=False))


def test_every_kind_of_list_shows_its_sign_and_breaks_under_its_text() -> None:
    long = "een twee drie vier vijf zes zeven acht"
    items = (Item(inline(long), (inline(Span("want", quiet=True)),)),)
    page = Document(
        "Titel", "nl", (Items(items), Items(items, numbered=True), Items(items, to_tick=True))
    )
    assert render_terminal(page, 30, styled=False).splitlines() == [
        "  • een twee drie vier vijf",
        "    zes zeven acht",
        "    want",
        "  1. een twee drie vier vijf",
        "     zes zeven acht",
        "     want",
        "  ☐ een twee drie vier vijf",
        "    zes zeven acht",
        "    want",
    ]


def test_the_code_of_an_answer_is_dim_and_its_words_are_not() -> None:
    choices = Choices((Choice("A1-a", ("Ja",), ("soms",)),), several=False)
    page = Document("Titel", "nl", (form_with(FormQuestion("A1", ("Wil je?",), choices)),))
    drawn = render_terminal(page, 40, styled=True).splitlines()
    assert drawn[-1] == "  ○ \x1b[2mA1-a  \x1b[0mJa\x1b[2m (soms)\x1b[0m"


def test_an_urgent_callout_has_a_heavier_frame() -> None:
    calm, urgent = (
        render_terminal(
            Document("T", "nl", (Callout("Let op", (Paragraph(inline("x")),), urgent=flag),)),
            40,
            styled=False,
        )
        for flag in (False, True)
    )
    assert ("┌" in calm, "┏" in calm) == (True, False)
    assert ("┌" in urgent, "┏" in urgent) == (False, True)


def test_there_is_room_to_write_or_what_was_written() -> None:
    blank = Document("T", "nl", (WritingLines(2, "Wat is er nodig?"),))
    written = Document("T", "nl", (WritingLines(2, "Wat is er nodig?", "Rust."),))
    assert render_terminal(blank, 40, styled=False).count("_" * 38) == 2
    assert render_terminal(written, 40, styled=False) == "Wat is er nodig?\n  Rust.\n"


def test_a_wide_script_is_measured_in_columns_not_in_characters() -> None:
    wide = "漢字" * 30
    page = Document("T", "nl", (Heading(1, wide), Paragraph(inline(wide))))
    drawn = render_terminal(page, 40, styled=False)
    assert [line for line in drawn.splitlines() if cell_len(line) > 40] == []


def test_a_ladder_with_long_names_stays_within_the_terminal() -> None:
    rungs = tuple(Rung(n, "Lange naam van een niveau " * 2, "woorden " * 6) for n in (1, 2))
    drawn = render_terminal(Document("T", "nl", (Ladder(rungs),)), 40, styled=False)
    assert [line for line in drawn.splitlines() if cell_len(line) > 40] == []


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("styled", [False, True])
def test_an_instrument_of_somebody_else_cannot_give_the_terminal_orders(
    width: int, styled: bool
) -> None:
    hostile = "\x1b]0;titel\x07\x1b[2J\x9b31m\r\n\u202e[bold red]"
    assessment = assessed(cases()["C-3007"])
    bad = replace(
        assessment,
        instrument=with_hostile_texts(assessment.instrument, hostile, TEXTS),
        advice=with_hostile_texts(assessment.advice, hostile, TEXTS),
    )
    words = Words("nl")
    for page in (
        advice_page(bad, words),
        family_page(bad, (), words),
        checklist([bad.instrument], [words], bad.answers),
    ):
        drawn = ANSI.sub("", render_terminal(page, width, styled=styled))
        assert all(visible(line) == line for line in drawn.split("\n"))
        assert "[bold" in drawn
        assert [line for line in drawn.splitlines() if cell_len(line) > width] == []
