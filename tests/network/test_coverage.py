"""Where nobody is: told of each area without a service, and of each language that lacks."""

from dataclasses import replace

from integraal.model.services.network import Network, targets_of
from integraal.model.services.region import Service
from integraal.network.coverage import gaps
from integraal.reading.library import Library

AREAS = [
    each
    for each in targets_of(Library().instrument("voor-wie-doen-we-wat"))
    if each.question == "leefgebieden"
]


def told(*services: Service) -> list[tuple[str, str]]:
    """The gaps of a network with these services."""
    network = Network("wijk", "De wijk", services)
    return [(gap.target.id, gap.language) for gap in gaps(network, AREAS)]


def test_every_area_without_a_service_is_told() -> None:
    assert told() == [(area.id, "") for area in AREAS]
    assert ("wonen", "") not in told(Service("loket", "Loket", ("wonen",)))


def test_a_language_of_the_network_that_lacks_in_an_area_is_told() -> None:
    housing = Service("loket", "Loket", ("wonen",), languages=("nl", "fr"))
    work = Service("werk", "Werk", ("werk",), languages=("nl",))
    assert ("werk", "fr") in told(housing, work)
    assert ("wonen", "fr") not in told(housing, work)
    # Of a service that names none nobody knows what people speak there.
    assert ("werk", "fr") not in told(housing, replace(work, languages=()))


def test_a_network_with_a_service_for_everything_has_no_gaps() -> None:
    everywhere = tuple(area.id for area in AREAS)
    assert told(Service("loket", "Loket", everywhere, languages=("nl", "fr"))) == []
