"""Read the file of a local network: organisations and their services."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from integraal.model.finding import Faulty, Finding
from integraal.model.services.network import SECTORS, Network, Organisation, Target
from integraal.model.services.region import Service, Wait
from integraal.reading.resolve.checks import Checks
from integraal.reading.services.meetings import ahead, check_gathered, gathered
from integraal.reading.services.regions import needs_check, stale
from integraal.reading.shapes.region import NetworkServiceShape, NetworkShape, RegionShape
from integraal.reading.trees import fitted, read_listing
from integraal.reading.yaml_tree import Node, below, word
from integraal.words.words import code_of_language


def is_network(tree: Node) -> bool:
    """Whether a file says of itself that it is a network; else it may be a region."""
    return not word(below(tree, "schema")).startswith("integraal/region/")


def read_network(
    path: Path, targets: Sequence[Target], today: date | None = None
) -> tuple[Network, tuple[Finding, ...]]:
    """Read the file of a network, or of a region; see `network_in`.

    Raises:
        Faulty: with every fault in it.
    """
    return network_in(read_listing(path), targets, today)


def network_in(
    tree: Node, targets: Sequence[Target], today: date | None = None
) -> tuple[Network, tuple[Finding, ...]]:
    """Find the network in a file that was read.

    Args:
        tree: Of the file, which may be that of a region.
        targets: Whatever a service can be for, of every instrument.
        today: To judge by whether an entry must be checked again; by default, today.

    Returns: The network, and entries that were last checked too long ago.

    Raises:
        Faulty: with every fault in it.
    """
    day = today or date.today()
    if not is_network(tree):
        return _of_region(tree, targets, day)
    shape = fitted(NetworkShape, tree)
    checks = Checks(tree)
    _check_names(shape, checks, targets)
    check_gathered(shape, checks, targets)
    if checks.findings:
        raise Faulty(checks.findings)
    services = tuple(_service(each, day) for each in shape.services)
    organisations = tuple(Organisation(**dict(each)) for each in shape.organisations)
    network = Network(shape.id, shape.title, services, organisations, shape.note, gathered(shape))
    return network, (*stale(services, checks), *ahead(shape, checks, day))


def _of_region(
    tree: Node, targets: Sequence[Target], today: date
) -> tuple[Network, tuple[Finding, ...]]:
    """A region's services are for the routes of one instrument."""
    shape, checks = fitted(RegionShape, tree), Checks(tree)
    instrument = shape.instrument
    theirs = [each for each in targets if each.instrument == instrument]
    names = sorted({each.instrument for each in targets})
    if checks.known("instrument", instrument, names, ("instrument",)):
        _check_services(shape, checks, theirs)
    if checks.findings:
        raise Faulty(checks.findings)
    services = tuple(
        Service(
            **dict(each) | {"serves": tuple(f"{instrument}/{outcome}" for outcome in each.serves)},
            needs_check=needs_check(each.checked, today),
        )
        for each in shape.services
    )
    return Network(shape.id, shape.title, services, note=shape.note), tuple(stale(services, checks))


def _check_names(shape: NetworkShape, checks: Checks, targets: Sequence[Target]) -> None:
    organisations = [each.id for each in shape.organisations]
    checks.unique(organisations, ("organisations",))
    sectors = [each.id for each in targets if each.question == SECTORS]
    for index, each in enumerate(shape.organisations):
        if each.sector:
            checks.known("sector", each.sector, sectors, ("organisations", index, "sector"))
    _check_services(shape, checks, targets)
    for index, service in enumerate(shape.services):
        for number, spoken in enumerate(service.languages):
            if code := code_of_language(spoken):
                where = ("services", index, "languages", number)
                checks.found("language-by-name", where, code, language=spoken)
        if service.organisation:
            at = ("services", index, "organisation")
            checks.known("organisation", service.organisation, organisations, at)


def _check_services(
    shape: NetworkShape | RegionShape, checks: Checks, targets: Sequence[Target]
) -> None:
    checks.unique([service.id for service in shape.services], ("services",))
    names = {name for each in targets for name in (each.id, f"{each.instrument}/{each.id}")}
    listed = sorted(names)
    for index, service in enumerate(shape.services):
        for number, wanted in enumerate(service.serves):
            checks.known("target", wanted, listed, ("services", index, "for", number))


def _service(shape: NetworkServiceShape, today: date) -> Service:
    wait = shape.wait and Wait(shape.wait.weeks, shape.wait.asked)
    return Service(**dict(shape) | {"wait": wait}, needs_check=needs_check(shape.checked, today))
