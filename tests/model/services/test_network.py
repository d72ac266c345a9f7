"""A network says whose a service is and what it is for; an instrument, what that can be."""

from integraal.model.services.care_map import CareMap, Found, Wanted
from integraal.model.services.network import Network, Organisation, TargetKind
from integraal.model.services.region import Service
from integraal.model.services.targets import targets_of
from integraal.reading.library import Library

BRIDGE = Organisation("brug", "De Brug (verzonnen)", "welzijn")
DESK = Service("balie", "Balie", ("wonen", "gedeelde-zorg/wachtlijsten"), organisation="brug")
NETWORK = Network("wijk", "De wijk", (DESK,), (BRIDGE,), "Vraag het na.")


def test_an_organisation_is_found_by_its_id() -> None:
    assert NETWORK.organisation(DESK.organisation) is BRIDGE
    assert NETWORK.organisation("elders") is None


def test_for_one_instrument_a_network_is_a_region() -> None:
    region = NETWORK.as_region("gedeelde-zorg")
    assert (region.id, region.instrument, region.services) == ("wijk", "gedeelde-zorg", (DESK,))
    assert region.note == NETWORK.note


def test_what_is_meant_of_one_instrument_is_not_meant_of_another() -> None:
    assert DESK.is_for("wonen", "procesregie")
    assert DESK.is_for("wachtlijsten", "gedeelde-zorg")
    assert DESK.is_for("wachtlijsten")
    assert not DESK.is_for("wachtlijsten", "procesregie")
    assert not DESK.is_for("school")


def test_a_service_can_be_for_every_route_action_and_area_of_an_instrument() -> None:
    found = {
        each.id: each
        for name in ("voor-wie-doen-we-wat", "kruispunt-onthaal")
        for each in targets_of(Library().instrument(name))
    }
    assert found["wonen"].kind is TargetKind.OPTION
    assert (found["wonen"].question, found["wonen"].label) == ("leefgebieden", "Wonen")
    assert found["welzijn-licht"].kind is TargetKind.OUTCOME
    for name in ("voor-wie-doen-we-wat", "kruispunt-onthaal"):
        instrument = Library().instrument(name)
        for statement in (*instrument.actions, *instrument.outcomes):
            assert statement.id in found


def test_a_map_says_what_a_service_is_for_in_words_and_each_once() -> None:
    targets = tuple(
        each
        for name in ("voor-wie-doen-we-wat", "gedeelde-zorg")
        for each in targets_of(Library().instrument(name))
    )
    care_map = CareMap(NETWORK, targets, Found(Wanted(), NETWORK.services))
    assert care_map.labels(DESK)[0] == "Wonen"
    assert len(care_map.labels(DESK)) == len(set(care_map.labels(DESK))) == 2
