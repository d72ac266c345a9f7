"""A network as a list for people, and the template."""

import csv
from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from integraal.batch.services.cells import texts_in
from integraal.exchange.services.service_list import list_csv, list_workbook
from integraal.model.services.network import KINDS, Target, TargetKind
from integraal.model.services.row import COLUMNS
from integraal.words.words import LANGUAGES, Words
from tests.network.sixty import SIXTY


def rows_in(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix("\ufeff")), delimiter=";"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_has_the_columns_and_no_row(language: str) -> None:
    [head] = rows_in(list_csv(None, Words(language)))
    assert len(head) == len(set(head)) == len(COLUMNS)


def test_each_service_is_a_row() -> None:
    assert len(rows_in(list_csv(SIXTY, Words("nl")))) == 1 + len(SIXTY.services)


def test_one_text_with_a_comma_is_read_back_as_one() -> None:
    [service, *_] = SIXTY.services
    network = replace(SIXTY, services=(replace(service, places=("Aalst, centrum",)),))
    [_, row] = rows_in(list_csv(network, Words("nl")))
    cell = row[COLUMNS.index("places")]
    assert texts_in({"places": cell}, "places") == ("Aalst, centrum",)


def test_a_text_that_a_spreadsheet_would_run_is_made_harmless() -> None:
    [service, *_] = SIXTY.services
    network = replace(SIXTY, services=(replace(service, name="=1+1"),))
    assert rows_in(list_csv(network, Words("nl")))[1][COLUMNS.index("name")] == "'=1+1"
    cell = load_workbook(BytesIO(list_workbook(network, (), Words("nl")))).worksheets[0]["C2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_the_explanation_names_the_areas_of_life_and_the_kinds_of_partners() -> None:
    targets = (
        Target("x", TargetKind.OPTION, "wonen", "Wonen en huren", "leefgebieden"),
        Target("x", TargetKind.OPTION, "caw", "Een CAW", KINDS),
    )
    guide = load_workbook(BytesIO(list_workbook(None, targets, Words("nl")))).worksheets[1]
    said = {row[0]: row[1] for row in guide.iter_rows(values_only=True) if row[1]}
    assert "Wonen en huren" in str(said["Waarvoor"])
    assert "Een CAW" in str(said["Soort partner"])
    assert "Een CAW" not in str(said["Waarvoor"])


def test_what_no_workbook_can_hold_is_shown_in_it_and_stops_nothing() -> None:
    [service, *_] = SIXTY.services
    network = replace(SIXTY, services=(replace(service, name="rood \x1b[31m\x9b\uffff"),))
    row = rows_in(list_csv(network, Words("nl")))[1]
    assert row[COLUMNS.index("name")] == "rood ␛[31m\ufffd\ufffd"
    cell = load_workbook(BytesIO(list_workbook(network, (), Words("nl")))).worksheets[0]["C2"]
    assert cell.value == "rood ␛[31m\ufffd\ufffd"
