"""The sheet of a rater: each case whole, blind, and with room for her mark."""

import re
from dataclasses import replace

import pytest

from integraal.cli.output.formats import Format
from integraal.cli.output.seam import rendered
from integraal.report.blocks import Choices, WritingLines
from integraal.report.pages.panel.sheet import rater_sheet
from integraal.words.words import Words
from tests.panel.random_cases import random_study
from tests.panel.sheets import INSTRUMENT, ROUTES, STUDY, sheet_of
from tests.report.render.word import office

SHEET = sheet_of(STUDY, INSTRUMENT, "A")
PAGE = rater_sheet(SHEET, Words("nl"))


def told(form: Format) -> str:
    made = rendered(PAGE, form)
    assert isinstance(made, str)
    return made


@pytest.mark.parametrize("form", [Format.HTML, Format.MARKDOWN, Format.TERMINAL])
def test_every_format_has_each_case_once_in_her_order_with_room_for_level_sureness_and_why(
    form: Format,
) -> None:
    text = told(form)
    order = [each.case for each in SHEET.vignettes]
    assert list(dict.fromkeys(re.findall(r"Casus (K\d\d)", text))) == order
    for case in order:
        assert all(code in text for code in (case, f"{case}z", f"{case}w"))


def test_a_form_has_a_box_for_each_level_and_three_for_how_sure_she_is() -> None:
    assert PAGE.form is not None
    for (_, asked), vignette in zip(PAGE.form.units, SHEET.vignettes, strict=True):
        assert isinstance(asked.answer, Choices)
        assert [each.code for each in asked.answer.choices] == list("abcde")
        assert not asked.answer.several
        sure, why = asked.also
        assert isinstance(sure.answer, Choices)
        assert [each.code for each in sure.answer.choices] == ["1", "2", "3"]
        assert isinstance(why.answer, WritingLines)
        assert asked.code == vignette.case


def test_a_sheet_says_nothing_of_rules_advice_or_which_cases_belong_together() -> None:
    thirty = [replace(case, tells=("meervoudige-problemen",)) for case in STUDY.cases]
    thirty[3] = replace(thirty[3], repeats="K01", held_back=False)
    marked = replace(STUDY, cases=tuple(thirty))
    sheet = sheet_of(marked, INSTRUMENT, "A")
    text = str(rendered(rater_sheet(sheet, Words("nl")), Format.MARKDOWN))
    for rule in INSTRUMENT.rules:
        assert rule.id not in text
        assert rule.grounds.because not in text
    assert "herhaal" not in text.replace("herhaalde", "")


def test_many_routes_have_a_line_for_their_letters() -> None:
    study = random_study(ROUTES, 5)
    page = rater_sheet(sheet_of(study, ROUTES, "B"), Words("nl"))
    assert page.form is not None
    for _, asked in page.form.units:
        assert isinstance(asked.answer, WritingLines)
    text = str(rendered(page, Format.TERMINAL))
    assert "aa" in text  # the twenty-seventh route has its letter at the head


def test_no_case_is_broken_over_pages_in_word_or_pdf(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    office.need()
    folder = tmp_path_factory.mktemp("panel")
    docx = rendered(PAGE, Format.DOCX)
    pdf = rendered(PAGE, Format.PDF)
    assert isinstance(docx, bytes)
    assert isinstance(pdf, bytes)
    (folder / "A.typ.pdf").write_bytes(pdf)
    for made in (office.converted({"A": docx}, folder)["A"], folder / "A.typ.pdf"):
        pages = office.pages(made)
        # A page that has the story of a case has its last question as well.
        for vignette in SHEET.vignettes:
            begins = [n for n, page in enumerate(pages) if f"Casus {vignette.case}" in page]
            ends = [n for n, page in enumerate(pages) if f"{vignette.case}w" in page]
            assert begins == ends, vignette.case
            assert len(begins) == 1
        assert len(pages) <= 21
