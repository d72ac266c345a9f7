"""Where nobody is: told of each area without a service, and of each language that lacks."""

from dataclasses import replace

from integraal.model.services.network import Network
from integraal.model.services.region import Service
from integraal.model.services.targets import targets_of
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


def for_whom(*services: Service) -> list[tuple[str, str]]:
    """The areas with services of which none is for some people, and for whom."""
    network = Network("wijk", "De wijk", services)
    every = ("Iedereen", "tout le monde")
    return [(gap.target.id, gap.audience) for gap in gaps(network, AREAS, every) if gap.audience]


def test_people_whom_no_service_of_an_area_is_for_are_told() -> None:
    young = Service("a", "A", ("wonen",), audience="jongeren")
    adults = Service("b", "B", ("werk",), audience="Volwassenen")
    assert for_whom(young, adults) == [("wonen", "Volwassenen"), ("werk", "jongeren")]
    same = replace(adults, audience="Jongeren")
    assert for_whom(young, same) == []


def test_where_a_service_is_for_everybody_or_says_nothing_nobody_lacks() -> None:
    young = Service("a", "A", ("wonen",), audience="jongeren")
    for said in ("iedereen", "Tout le monde", ""):
        assert for_whom(young, Service("b", "B", ("werk",), audience=said)) == []
    some = Service("b", "B", ("werk",), audience="iedereen met schulden")
    assert ("werk", "jongeren") in for_whom(young, some)
