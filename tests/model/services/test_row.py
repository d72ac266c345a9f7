"""A service as a row of texts, with its organisation beside it."""

from datetime import date

from integraal.model.services.network import Network, Organisation
from integraal.model.services.region import Service, Wait
from integraal.model.services.row import COLUMNS, rows_of

BRIDGE = Organisation("brug", "De Brug (verzonnen)", "welzijn", "caw", committed=False)
HOUSE = Organisation("huis", "Het Huis (verzonnen)")
DESK = Service(
    "loket",
    "Loket",
    ("wonen",),
    needs_check=False,
    organisation="brug",
    key_point=True,
    checked=date(2026, 11, 1),
    wait=Wait(6, date(2026, 10, 12)),
)


def test_a_row_has_a_service_and_whose_it_is() -> None:
    [row] = rows_of(Network("x", "X", (DESK,), (BRIDGE,)))
    assert set(row) == set(COLUMNS)
    said = {name: value for name, value in row.items() if value}
    assert said == {
        "organisation": "De Brug (verzonnen)",
        "organisation_id": "brug",
        "sector": "welzijn",
        "kind": "caw",
        "committed": "nee",
        "id": "loket",
        "name": "Loket",
        "for": ("wonen",),
        "key_point": "ja",
        "checked": "2026-11-01",
        "wait_weeks": "6",
        "wait_asked": "2026-10-12",
    }


def test_an_organisation_without_services_has_a_row_of_its_own() -> None:
    rows = list(rows_of(Network("x", "X", (DESK,), (BRIDGE, HOUSE))))
    assert [row["organisation"] for row in rows] == ["De Brug (verzonnen)", "Het Huis (verzonnen)"]
    assert "name" not in rows[1]


def test_a_service_of_nobody_says_nothing_of_an_organisation() -> None:
    alone = Service("los", "Los", ("werk",), needs_check=True)
    [row] = rows_of(Network("x", "X", (alone,)))
    assert "organisation" not in row
    assert (row["wait_weeks"], row["checked"], row["key_point"]) == ("", "", "")
