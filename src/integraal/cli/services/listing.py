"""Open a file of services: read once, looked at for people, and remembered until it changes.

What is remembered is what stands in the file and what was said of it on this day. Its key is made
of every byte of the file, of the code that reads it and looks for people, and of what a service
can be for; so a change of any of them is a file that nobody read yet.
"""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.model.finding import Faulty, Finding
from integraal.model.services.network import Network, Target
from integraal.model.services.region import Region
from integraal.model.services.remembered import Remembered
from integraal.reading.cache import Cache, Entry

if TYPE_CHECKING:
    from integraal.reading.yaml_tree import Node


class Listing:
    """One file of services."""

    def __init__(self, path: Path, targets: Sequence[Target]) -> None:
        """Name it; nothing is read yet.

        Args:
            path: The file.
            targets: What a service can be for.
        """
        self._path, self._targets = path, targets

    @cached_property
    def tree(self) -> "Node":
        """The file as it stands there.

        Raises:
            Faulty: with everything that is wrong with it as YAML.
        """
        from integraal.reading.trees import read_listing

        return read_listing(self._path)

    @cached_property
    def is_network(self) -> bool:
        """Whether it is the file of a network; else it may be that of a region."""
        if self._known is not None:
            return not self._known.is_region
        from integraal.reading.services.networks import is_network

        return is_network(self.tree)

    def network(self) -> tuple[Network, tuple[Finding, ...]]:
        """The network in it, and what is remarkable about it.

        Raises:
            Faulty: with every fault in it; or where somebody can be recognised in it.
        """
        if self._known is None:
            from integraal.reading.services.networks import is_network, network_in

            network, notes = network_in(self.tree, self._targets)
            notes = (*notes, *people_at(self.tree, network))
            self._known = Remembered(network, notes, not is_network(self.tree))
            if self._entry is not None:
                self._entry.write(self._known)
        return self._known.network, self._known.notes

    @cached_property
    def _known(self) -> Remembered | None:
        return self._entry.read(Remembered) if self._entry else None

    @cached_property
    def _entry(self) -> Entry | None:
        cache = Cache.of_user()
        names = sorted(f"{each.instrument}/{each.id} {each.question}" for each in self._targets)
        # What was checked half a year ago must be checked again: that is another the next day.
        seen_on = (date.today().isoformat(), *names)
        return cache.listing(self._path, seen_on) if cache else None


def people_at(tree: "Node", desks: Region | Network) -> tuple[Finding, ...]:
    """Where people are named in a file of services.

    Raises:
        Faulty: where somebody can be recognised in it.
    """
    from integraal.privacy.desks import desk_faults, people_at_desks, region_texts
    from integraal.reading.yaml_tree import find

    texts = list(region_texts(desks))
    if faults := desk_faults(texts, lambda at: find(tree, at).place):
        raise Faulty(faults)
    return tuple(people_at_desks(texts, lambda at: find(tree, at).place))
