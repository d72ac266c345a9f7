"""Open what a user names of services: the files of a region or a network, one or several."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.cli import terminal as screen
from integraal.cli.language import words
from integraal.cli.services.listing import Listing, people_at
from integraal.model.services.network import KINDS, Network, Target
from integraal.model.services.region import Region
from integraal.model.services.together import together
from integraal.privacy.discreet import discreetly
from integraal.reading.library import FIRST_INSTRUMENT, Library
from integraal.reading.services.targets import targets_of_all

if TYPE_CHECKING:
    from integraal.model.instrument import Instrument

STANDING_REGION = "INTEGRAAL_REGIO"
"""The variable with the files of the region or network of every command."""
AREAS = (FIRST_INSTRUMENT, "leefgebieden")
"""The instrument and the question of which the options are the areas of life."""


def open_region(name: str, instrument: "Instrument", *, quiet: bool = False) -> Region:
    """Open the file of a region or a network, and say where people are named in it.

    Raises:
        Faulty: with every fault in it.
    """
    listing = Listing(Path(name), every_target())
    with discreetly():
        if listing.is_network:
            found, notes = listing.network()
            region = found.as_region(instrument.id)
        else:
            from integraal.reading.services.regions import region_in

            region = region_in(listing.tree, instrument)[0]
            notes = people_at(listing.tree, region)
    screen.report_all(() if quiet else notes)
    return region


def region_for(
    named: Sequence[str], instrument: "Instrument", *, quiet: bool = False
) -> Region | None:
    """The regions or networks that a command names, else those that the environment has for all.

    The latter, and several together, may be of another instrument, which then has no services
    in them.

    Args:
        named: Files; what stands in a later one goes for an earlier.
        instrument: The one whose routes and actions are taken up.
        quiet: Whether nothing is said of what stops nobody.

    Raises:
        Faulty: with every fault in the first file that has one.
    """
    if len(named) == 1:
        return open_region(named[0], instrument, quiet=quiet)
    network = standing_network(named, quiet=quiet)
    return None if network is None else network.as_region(instrument.id)


def desks_in(there: Region | Network | None) -> tuple[str, ...]:
    """What may stand in a text of a case: it is of a desk there."""
    if there is None:
        return ()
    from integraal.privacy.desks import desks_of

    return desks_of(there)


def standing_network(named: Sequence[str] = (), *, quiet: bool = False) -> Network | None:
    """The network of the files that a command names, else of those of the environment.

    Raises:
        Faulty: with every fault in the first file that has one.
    """
    names = named or standing_regions()
    return open_network(names, every_target(), quiet=quiet) if names else None


def standing_regions() -> list[str]:
    """The files that the environment names, with the sign between them that paths have there."""
    standing = os.environ.get(STANDING_REGION, "")
    # One file may have that sign in its name.
    several = [standing] if Path(standing).is_file() else standing.split(os.pathsep)
    return [name for name in several if name]


def areas_of(targets: Iterable[Target]) -> Iterator[Target]:
    """The areas of life among what a service can be for."""
    return (each for each in targets if (each.instrument, each.question) == AREAS)


def named_in_lists(language: str = "") -> list[Target]:
    """What an explanation of a list names: the areas of life, and the kinds of partners."""
    every = every_target(language)
    return [*areas_of(every), *(each for each in every if each.question == KINDS)]


def every_target(language: str = "") -> tuple[Target, ...]:
    """Whatever a service can be for, of every instrument, in a language or that of this process."""
    return targets_of_all(Library(), language or words().language)


def open_network(
    names: Sequence[str], targets: Sequence[Target], *, quiet: bool = False
) -> Network:
    """Open the files of a network as one, and say what is remarkable about them.

    Args:
        names: Of the files; what stands in a later one goes for an earlier.
        targets: What a service can be for.
        quiet: Whether nothing is said of what stops nobody.

    Raises:
        Faulty: with every fault in the first file that has one.
    """
    first, *others = map(Path, names)
    with discreetly():
        network, notes = Listing(first, targets).network()
        for path in others:
            later, remarks = Listing(path, targets).network()
            network, replaced = together(network, later, path)
            notes = (*notes, *remarks, *replaced)
    screen.report_all(() if quiet else notes)
    return network
