"""A template offers every question that a rule can read, in words that `batch` understands."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from integraal.batch.columns import NO, YES
from integraal.batch.matching import labels_of
from integraal.exchange.case_sheet import FIRST, IDS, OPTION, ROOM, TITLE
from integraal.exchange.columns import LONGEST_PROMPT, YES_OR_NO, list_name
from integraal.exchange.template import template
from integraal.model.codes import shown_options
from integraal.model.instrument import Instrument, Kind, Option, Question
from integraal.model.sheet import GROUPING, HEAD, MADE_FOR
from integraal.reading.library import Library
from integraal.words.words import LANGUAGES, Words, typed_in_any_language
from tests.conftest import INSTRUMENTS
from tests.engine.builders import an_instrument, one
from tests.exchange.filling import ids

EVERY = [(name, language) for name in INSTRUMENTS for language in LANGUAGES]


@cache
def opened(instrument: Instrument, language: str = "nl") -> Workbook:
    """Make a template and open it, once for all tests: none of them writes in it."""
    return load_workbook(BytesIO(template(instrument, Words(language))))


def named(book: Workbook, name: str) -> list[str]:
    """The texts in the cells that have a name."""
    ((sheet, cells),) = book.defined_names[name].destinations
    found = book[sheet][cells.replace("$", "")]
    rows = found if isinstance(found, tuple) else ((found,),)
    return [str(cell.value) for row in rows for cell in row]


def guards(sheet: Worksheet) -> dict[str, DataValidation]:
    """What may stand in each column, by the id of the column."""
    found = {}
    for number, name in enumerate(ids(sheet), 1):
        letter = get_column_letter(number)
        place = f"{letter}{FIRST}:{letter}{FIRST + ROOM - 1}"
        (found[name],) = [
            one for one in sheet.data_validations.dataValidation if str(one.sqref) == place
        ]
    return found


def wanted(instrument: Instrument) -> list[str]:
    columns = ["casus", *GROUPING]
    for question in instrument.questions():
        if question.kind is Kind.SEVERAL:
            columns += [f"{question.id}.{option}" for option in question.option_ids]
        elif question.kind is not Kind.TEXT:
            columns.append(question.id)
    return columns


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_every_question_but_a_text_has_its_column(name: str, language: str) -> None:
    instrument = Library().instrument(name, language)
    assert ids(opened(instrument, language).worksheets[0]) == wanted(instrument)


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_every_choice_offers_the_labels_of_its_question_and_that_nobody_knows(
    name: str, language: str
) -> None:
    instrument = Library().instrument(name, language)
    book, say = opened(instrument, language), Words(language)
    offered = guards(book.worksheets[0])
    for question in instrument.questions():
        if question.kind is Kind.ONE:
            guard = offered[question.id]
            assert (guard.type, guard.formula1) == ("list", list_name(question.id))
            labels = [option.label for option in shown_options(question)]
            assert named(book, str(guard.formula1)) == [*labels, say("answer.dont_know")]
        if question.kind is Kind.SEVERAL:
            for option in question.option_ids:
                guard = offered[f"{question.id}.{option}"]
                assert (guard.type, guard.formula1) == ("list", YES_OR_NO)


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_batch_understands_every_word_that_can_be_chosen(name: str, language: str) -> None:
    instrument = Library().instrument(name, language)
    book = opened(instrument, language)
    others = [Library().instrument(name, each) for each in LANGUAGES]
    for question in instrument.questions():
        if question.kind is Kind.ONE:
            *labels, unknown = named(book, list_name(question.id))
            meant = labels_of(question, [other.question(question.id) for other in others])
            shown = [option.id for option in shown_options(question)]
            assert [meant[label.casefold()] for label in labels] == shown
            assert unknown.casefold() in typed_in_any_language("typed.dont_know")
        if question.kind is Kind.SEVERAL:
            yes, no, unknown = named(book, YES_OR_NO)
            assert yes in YES
            assert no in NO
            assert unknown.casefold() in typed_in_any_language("typed.dont_know")


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_every_cell_is_said_something_of_and_no_more_than_a_spreadsheet_shows(
    name: str, language: str
) -> None:
    instrument = Library().instrument(name, language)
    sheet = opened(instrument, language).worksheets[0]
    for guard in sheet.data_validations.dataValidation:
        assert len(guard.formula1 or "") <= 255
        assert len(guard.errorTitle or "") <= 32
        assert len(guard.error or "") <= 255
    for column, guard in guards(sheet).items():
        title, prompt = str(guard.promptTitle or ""), str(guard.prompt or "")
        assert 0 < len(title) <= 32
        assert 0 < len(prompt) <= LONGEST_PROMPT
        if column not in GROUPING:
            assert guard.showErrorMessage
            assert guard.errorStyle == "stop"
        if column in {question.id for question in instrument.questions()}:
            assert instrument.question(column).ask in prompt


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_a_question_that_is_not_always_needed_says_of_what_it_depends(name: str) -> None:
    instrument = Library().instrument(name)
    offered = guards(opened(instrument).worksheets[0])
    start = Words("nl")("template.only_when").partition("{")[0]
    for question in instrument.questions():
        for column, guard in offered.items():
            if column.partition(".")[0] == question.id:
                assert (start in str(guard.prompt)) is (question.ask_when is not None)


def test_a_number_takes_only_numbers_that_answer_its_question() -> None:
    book = opened(Library().instrument("procesregie"))
    guard = guards(book.worksheets[0])["pogingen"]
    assert (guard.type, guard.operator, guard.formula1) == ("whole", "between", "0")
    assert "een heel getal, minstens 0 (keer)" in str(guard.error)


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_no_cell_is_a_formula_and_what_is_typed_stays_text(name: str, language: str) -> None:
    instrument = Library().instrument(name, language)
    book = opened(instrument, language)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    sheet = book.worksheets[0]
    numbers = {question.id for question in instrument.questions() if question.kind is Kind.NUMBER}
    for number, column in enumerate(ids(sheet), 1):
        kept = sheet.column_dimensions[get_column_letter(number)].number_format
        assert kept == ("General" if column in numbers else "@")


def test_words_of_an_instrument_that_look_like_formulas_stay_words() -> None:
    label = '=HYPERLINK("http://voorbeeld.invalid")'
    asked = replace(one("vraag", "a", "b"), name="@naam", ask="+1", why="-2")
    asked = replace(asked, options=(Option("a", label), Option("b", "-1")))
    book = opened(an_instrument(asked))
    assert named(book, list_name("vraag"))[:2] == [label, "-1"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}


def test_a_text_that_is_too_long_to_show_is_cut_between_words() -> None:
    asked = replace(one("vraag", "a", "b"), ask="woord " * 60)
    prompt = guards(opened(an_instrument(asked)).worksheets[0])["vraag"].prompt
    assert prompt is not None
    assert prompt.endswith("woord…")
    assert len(prompt) <= LONGEST_PROMPT


def test_an_instrument_that_asks_the_region_itself_has_one_column_for_it() -> None:
    asked: Question = one("regio", "noord", "zuid")
    assert ids(opened(an_instrument(asked)).worksheets[0]) == ["casus", "periode", "team", "regio"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_says_what_it_was_made_for_and_where_its_cases_begin(language: str) -> None:
    instrument = Library().instrument("meldcode", language)
    book = opened(instrument, language)
    mark = [instrument.id, instrument.version, instrument.fingerprint]
    assert named(book, MADE_FOR) == mark
    ((sheet, cells),) = book.defined_names[HEAD].destinations
    assert sheet == book.sheetnames[0]
    last = get_column_letter(len(wanted(instrument)))
    assert cells == f"$A${IDS}:${last}${OPTION}"


def test_people_see_questions_and_not_ids_or_lists() -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    book = opened(instrument)
    cases, guide, lists = book.worksheets
    assert cases.row_dimensions[IDS].hidden
    assert (cases.sheet_state, guide.sheet_state) == ("visible", "visible")
    assert lists.sheet_state == "hidden"
    assert cases.freeze_panes == f"B{FIRST}"
    shown = [str(cell.value) for row in cases.iter_rows(IDS + 1, OPTION) for cell in row]
    explained = [str(cell.value) for row in guide.iter_rows() for cell in row]
    for question in instrument.questions():
        if question.kind is not Kind.TEXT:
            assert f"{question.name}\n{question.ask}" in shown
            assert {question.name, question.ask, question.why} <= set(explained)


def test_a_question_with_several_answers_stands_once_above_all_of_them() -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    sheet = opened(instrument).worksheets[0]
    columns = ids(sheet)
    areas = instrument.question("leefgebieden").option_ids
    start = columns.index(f"leefgebieden.{areas[0]}") + 1
    merged = f"{get_column_letter(start)}{TITLE}:{get_column_letter(start + len(areas) - 1)}{TITLE}"
    assert merged in {str(each) for each in sheet.merged_cells.ranges}


@pytest.mark.parametrize("name", ["gedeelde-zorg", "kruispunt-kernprincipes"])
def test_texts_that_are_left_out_are_named_with_the_reason(name: str) -> None:
    instrument = Library().instrument(name)
    texts = [question.name for question in instrument.questions() if question.kind is Kind.TEXT]
    guide = opened(instrument).worksheets[1]
    told = Words("nl")("template.guide_texts", questions=", ".join(texts))
    assert told in [row[0].value for row in guide.iter_rows()]


def test_the_same_instrument_gives_the_same_bytes() -> None:
    instrument = Library().instrument("procesregie")
    first, second = (template(instrument, Words("nl")) for _ in range(2))
    assert first == second
    with ZipFile(BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-01-01T00:00:00Z</dcterms:modified>" in parts.read("docProps/core.xml")
