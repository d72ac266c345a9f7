"""Networks on top of each other: that of a team on that of its region."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from integraal.model.finding import Finding
from integraal.model.services.network import Network, Organisation
from integraal.model.services.region import Service

_Entry = TypeVar("_Entry", Service, Organisation)


def together(network: Network, later: Network, path: object) -> tuple[Network, tuple[Finding, ...]]:
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


def _replaced(network: Network, later: Network, path: object) -> Iterator[Finding]:
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
