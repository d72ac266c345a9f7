"""Read the file of a local network, or several together: organisations and their services."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from integraal.model.finding import Faulty, Finding
from integraal.model.services.network import Network, Organisation, Target
from integraal.model.services.region import Service, Wait
from integraal.reading.resolve.checks import Checks
from integraal.reading.services.meetings import ahead, check_gathered, gathered
from integraal.reading.services.regions import instrument_of_region, needs_check, stale
from integraal.reading.shapes.region import NetworkServiceShape, NetworkShape, RegionShape
from integraal.reading.trees import read_shape, read_tree
from integraal.reading.yaml_tree import below, word

_Entry = TypeVar("_Entry", Service, Organisation)
SECTORS = "bo_sectoren"
"""The question of `buurtoverleg` of which the options are the sectors."""


def is_network(path: Path) -> bool:
    """Whether a file says of itself that it is a network; else it may be a region.

    Raises:
        Faulty: if it cannot be read as YAML.
    """
    return not word(below(read_tree(path), "schema")).startswith("integraal/region/")


def read_network(
    path: Path, targets: Sequence[Target], today: date | None = None
) -> tuple[Network, tuple[Finding, ...]]:
    """Read the file of a network, or of a region.

    Args:
        path: The file.
        targets: Whatever a service can be for, of every instrument.
        today: To judge by whether an entry must be checked again; by default, today.

    Returns: The network, and entries that were last checked too long ago.

    Raises:
        Faulty: with every fault in it.
    """
    day = today or date.today()
    if not is_network(path):
        return _of_region(path, targets, day)
    shape, tree = read_shape(NetworkShape, path)
    checks = Checks(tree)
    _check_names(shape, checks, targets)
    check_gathered(shape, checks, targets)
    if checks.findings:
        raise Faulty(checks.findings)
    services = tuple(_service(each, day) for each in shape.services)
    organisations = tuple(Organisation(**dict(each)) for each in shape.organisations)
    network = Network(shape.id, shape.title, services, organisations, shape.note, gathered(shape))
    return network, (*stale(services, checks), *ahead(shape, checks, day))


def together(network: Network, later: Network, path: Path) -> tuple[Network, tuple[Finding, ...]]:
    """Put a network on top of another: what stands in both goes for the earlier.

    Args:
        network: The earlier, after which the two are called.
        later: From this file.
        path: The file.

    Returns: The two as one, and what was replaced.
    """
    whole = replace(
        network,
        services=_laid_on(network.services, later.services),
        organisations=_laid_on(network.organisations, later.organisations),
        gathered=later.gathered.laid_on(network.gathered),
    )
    return whole, tuple(_replaced(network, later, path))


def _of_region(
    path: Path, targets: Sequence[Target], today: date
) -> tuple[Network, tuple[Finding, ...]]:
    """A region's services are for the routes of one instrument."""
    shape, tree = read_shape(RegionShape, path)
    instrument, checks = instrument_of_region(path), Checks(tree)
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


def _replaced(network: Network, later: Network, path: Path) -> Iterator[Finding]:
    """Say what stands in an earlier file too, and does not count there any more."""
    services = {each.id for each in network.services}
    organisations = {each.id for each in network.organisations}
    for service in later.services:
        if service.id in services:
            yield Finding.warning("entry-replaced", path, id=service.id, name=service.name)
    for each in later.organisations:
        if each.id in organisations:
            yield Finding.warning("entry-replaced", path, id=each.id, name=each.name)


def _laid_on(these: Iterable[_Entry], those: Iterable[_Entry]) -> tuple[_Entry, ...]:
    """What the two hold, the later for the earlier, in the order in which they were first named."""
    entries = {each.id: each for each in these}
    entries.update((each.id, each) for each in those)
    return tuple(entries.values())
