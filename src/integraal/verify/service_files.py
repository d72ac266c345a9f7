"""What is wrong with the files of a region and of a network, and what is remarkable about them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from integraal.model.finding import Finding
from integraal.model.services.network import Network
from integraal.model.services.region import Region
from integraal.model.services.targets import targets_of
from integraal.privacy.desks import desk_faults, people_at_desks, region_texts
from integraal.privacy.discreet import discreetly
from integraal.reading.library import Library
from integraal.reading.services.networks import network_in
from integraal.reading.services.regions import instrument_of_region, region_in
from integraal.reading.trees import read_listing
from integraal.reading.yaml_tree import Node, find


def region_findings(path: Path, library: Library) -> Iterable[Finding]:
    """Read a region file beside the instrument that it is for."""
    with discreetly():
        tree = read_listing(path)
        region, notes = region_in(tree, library.instrument(instrument_of_region(path)))
    return (*_of_people(tree, region), *notes)


def network_findings(path: Path, library: Library) -> Iterable[Finding]:
    """Read the file of a network, whose services are for whatever the instruments have."""
    found = [library.instrument_file(header.path) for header in library.headers("instrument")]
    with discreetly():
        tree = read_listing(path)
        network, notes = network_in(tree, [each for one in found for each in targets_of(one)])
    return (*_of_people(tree, network), *notes)


def _of_people(tree: Node, desks: Region | Network) -> Iterator[Finding]:
    """Where somebody can be recognised: what is refused, and what may be a name."""
    texts = list(region_texts(desks))
    for looked_for in (desk_faults, people_at_desks):
        yield from looked_for(texts, lambda at: find(tree, at).place)
