"""A map as CSV: a row for each service, and nothing in it that a spreadsheet runs."""

import csv
import io
from datetime import date

import pytest

from integraal.batch.services.headings import Chosen, called, headings
from integraal.exchange.care_map import COLUMNS, care_map_csv
from integraal.model.services.care_map import CareMap, Found, Wanted
from integraal.model.services.network import Network, Organisation
from integraal.model.services.region import Service, Wait
from integraal.model.services.row import COLUMNS as LIST_COLUMNS

DESK = Service(
    "loket",
    'Loket "wonen", é',
    ("wonen", "voor-wie-doen-we-wat/werk"),
    organisation="brug",
    languages=("nl", "fr"),
    wait=Wait(6, date(2026, 10, 12)),
    key_point=True,
)


def rows(*services: Service) -> list[dict[str, str]]:
    network = Network(
        "w", "W", services, (Organisation("brug", "De Brug", "welzijn", "caw", committed=False),)
    )
    made = care_map_csv(CareMap(network, (), Found(Wanted(), services)))
    return list(csv.DictReader(io.StringIO(made)))


def test_a_service_is_a_row_with_all_that_is_known_of_it() -> None:
    [row] = rows(DESK)
    assert tuple(row) == COLUMNS
    assert (row["name"], row["organisation"], row["sector"]) == (DESK.name, "De Brug", "welzijn")
    assert (row["for"], row["languages"]) == ("wonen; voor-wie-doen-we-wat/werk", "nl; fr")
    assert (row["wait_weeks"], row["wait_asked"]) == ("6", "2026-10-12")
    assert (row["kind"], row["committed"]) == ("caw", "nee")
    assert (row["key_point"], row["needs_check"], row["checked"]) == ("ja", "ja", "")


@pytest.mark.parametrize("text", ["=1+1", "+32 2", "-1", "@SUM(A1)", "\t=1", "'=1"])
def test_a_spreadsheet_runs_nothing(text: str) -> None:
    [row] = rows(Service("a", text, ("wonen",), contact=text))
    assert row["name"] == row["contact"] == f"'{text}"


def test_the_map_as_a_table_can_be_read_as_a_list_again() -> None:
    known = called()
    read = headings(dict(enumerate(COLUMNS, 1)), known, Chosen())
    assert read.unknown == ("needs_check",)
    assert set(LIST_COLUMNS) == set(read.columns.values())


def test_a_terminal_obeys_nothing_in_it() -> None:
    [row] = rows(Service("a", "\x1b[2J=1", ("wonen",), about="een\ntwee\x07"))
    assert (row["name"], row["about"]) == ("␛[2J=1", "een\ntwee␇")
