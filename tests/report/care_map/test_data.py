"""The map as data: each service whole, the best first, and what nobody is for."""

from datetime import date

from integraal.model.services.care_map import CareMap, Found, Gap, Wanted
from integraal.model.services.network import Network, Organisation, Target, TargetKind
from integraal.model.services.region import Service, Wait
from integraal.report.care_map.data import care_map_data

AREA = Target("voor-wie-doen-we-wat", TargetKind.OPTION, "wonen", "Wonen", "leefgebieden")
DESK = Service(
    "balie", "Balie", ("werk",), organisation="brug", wait=Wait(2, date(2026, 11, 2))
)  # fmt: skip


def test_a_service_is_told_whole_and_so_is_a_gap() -> None:
    network = Network("wijk", "De wijk", (DESK,), (Organisation("brug", "De Brug"),))
    made = care_map_data(CareMap(network, (AREA,), Found(Wanted(), (DESK,)), (Gap(AREA, "fr"),)))
    (service,) = made["services"]
    assert service["organisation"] == {"id": "brug", "name": "De Brug", "sector": ""}
    assert (service["for"], service["wait"]) == (["werk"], {"weeks": 2, "asked": "2026-11-02"})
    assert (service["needs_check"], service["checked"]) == (True, None)
    gap = {"id": "wonen", "label": "Wonen", "language": "fr", "audience": ""}
    assert made["gaps"] == [{"instrument": AREA.instrument, **gap}]
    assert made["only_some_words"] is False


def test_what_is_not_known_is_null() -> None:
    network = Network("wijk", "De wijk", (Service("a", "A", ("werk",)),))
    made = care_map_data(CareMap(network, (), Found(Wanted("a"), network.services)))
    (service,) = made["services"]
    assert (service["organisation"], service["wait"]) == (None, None)
    assert made["wanted"]["words"] == "a"
