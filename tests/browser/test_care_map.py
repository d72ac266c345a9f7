"""What a map gives its page to look through is what the map has, and no more."""

import json
from datetime import date
from typing import Any

import pytest

from integraal.browser.care_map import search_code, search_data, search_style
from integraal.model.services.network import Target, TargetKind
from integraal.model.services.region import KEY_POINT, Service
from integraal.words.words import LANGUAGES, Words

DAY = date(2026, 12, 1)
AREAS = [
    Target("een", TargetKind.OPTION, "wonen", "Wonen", "leefgebieden"),
    Target("een", TargetKind.OPTION, "werk", "Werk", "leefgebieden"),
]
DESK = Service(
    "loket", "Loket", ("wonen",), languages=("fr", "nl"), places=("Ninove", "Aalst"), key_point=True
)
HOME = Service("thuis", "Thuis", ("een/werk",), languages=("nl",), needs_check=False)
LINES = {
    "loket": (["Loket"], ["op afspraak", "053 00 00 00"]),
    "thuis": (["Thuis"], []),
    "elders": (["Elders"], ["van een andere kaart"]),
}
SERVICES = [(DESK, ((4.0, "Loket"), (2.0, ""), (1.0, "op afspraak"))), (HOME, ((4.0, "Thuis"),))]


def data(language: str = "nl") -> dict[str, Any]:
    return search_data(SERVICES, LINES, AREAS, Words(language), DAY)


def test_a_service_has_its_own_texts_lines_and_areas() -> None:
    first, second = data()["services"]
    assert first["texts"] == [[4.0, "Loket"], [1.0, "op afspraak"]]  # an empty text finds nothing
    assert (first["head"], first["below"]) == LINES["loket"]
    assert (first["areas"], second["areas"]) == (["wonen"], ["werk"])
    assert (first["is_key_point"], second["is_key_point"]) == (True, False)
    assert (first["needs_check"], second["needs_check"]) == (True, False)


def test_what_people_choose_from_is_what_the_services_have_each_once() -> None:
    found = data()
    assert found["places"] == ["Aalst", "Ninove"]
    assert found["languages"] == [["fr", "Frans"], ["nl", "Nederlands"]]
    assert found["areas"] == [["wonen", "Wonen"], ["werk", "Werk"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_said_is_in_the_language_of_the_page(language: str) -> None:
    words, found = Words(language), data(language)
    said = found["say"]
    assert said["none"] == words("care_map.none")
    assert said["key_point"] == f"{KEY_POINT} {words('care_map.key_point')}"
    assert words.date(DAY) in said["day"]
    assert found["idle"] == words("care_map.idle").split()
    assert all(said.values())


def test_a_service_without_lines_is_never_left_out_unsaid() -> None:
    with pytest.raises(KeyError):
        search_data(SERVICES, {"loket": LINES["loket"]}, AREAS, Words("nl"), DAY)


def test_nothing_of_another_map_comes_with_it() -> None:
    assert "van een andere kaart" not in json.dumps(data())


def test_what_runs_there_asks_nothing_of_others() -> None:
    """No address stands in it, and nothing that could call one."""
    code, style = search_code(), search_style()
    assert "addEventListener" in code
    for call in ("fetch(", "XMLHttpRequest", "sendBeacon", "WebSocket", "import(", "http://"):
        assert call not in code
    assert "url(" not in style
    assert "@import" not in style
