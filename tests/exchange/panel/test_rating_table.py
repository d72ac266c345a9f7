"""The sheet of a rater as a table."""

import csv
from io import BytesIO, StringIO

from openpyxl import load_workbook

from integraal.exchange.panel.rating_table import rating_csv, rating_workbook
from integraal.words.words import Words
from tests.panel.random_cases import random_study
from tests.panel.sheets import INSTRUMENT, ROUTES, STUDY, sheet_of

SHEET = sheet_of(STUDY, INSTRUMENT, "A")
BOOK = rating_workbook(SHEET, INSTRUMENT.title, Words("nl"))


def test_each_case_has_a_row_in_her_order_with_room_behind_it() -> None:
    rows = list(load_workbook(BytesIO(BOOK)).worksheets[0].iter_rows(values_only=True))
    assert rows[0] == ("casus", "verhaal", "niveau", "hoe zeker", "waarom, in één regel", "vel")
    assert [row[0] for row in rows[1:]] == [each.case for each in SHEET.vignettes]
    assert {row[2:5] for row in rows[1:]} == {(None, None, None)}
    assert {row[5] for row in rows[1:]} == {f"A {SHEET.check}"}


def test_levels_and_sureness_are_offered_and_nothing_is_refused_while_typing() -> None:
    sheet = load_workbook(BytesIO(BOOK)).worksheets[0]
    offered = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    assert sorted(offered) == ["C2:C31", "D2:D31"]
    assert not any(each.showErrorMessage for each in offered.values())
    lists = load_workbook(BytesIO(BOOK)).worksheets[2]
    assert next(cell.value for cell in lists["C"]) == "a Segregatie (ieder apart)"


def test_routes_are_typed_for_several_may_fit() -> None:
    sheet = sheet_of(random_study(ROUTES, 4), ROUTES, "B")
    book = load_workbook(BytesIO(rating_workbook(sheet, ROUTES.title, Words("nl"))))
    places = [str(each.sqref) for each in book.worksheets[0].data_validations.dataValidation]
    assert places == ["D2:D5"]


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert rating_workbook(SHEET, INSTRUMENT.title, Words("nl")) == BOOK


def test_csv_has_the_same_rows() -> None:
    rows = list(csv.reader(StringIO(rating_csv(SHEET, Words("nl"))[1:]), delimiter=";"))
    assert [row[0] for row in rows] == ["casus", *(each.case for each in SHEET.vignettes)]
    assert {len(row) for row in rows} == {6}
