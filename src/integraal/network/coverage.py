"""Where nobody is: areas of life that no service is for, or none in a language people speak."""

from collections.abc import Iterable, Iterator

from integraal.model.services.care_map import Gap
from integraal.model.services.network import Network, Target


def gaps(network: Network, areas: Iterable[Target]) -> Iterator[Gap]:
    """What no service is for, area by area; then, of areas with services, the languages that lack.

    Args:
        network: Of the services.
        areas: Of life. What is asked of an area is asked in each language of the network.
    """
    lacking: list[Gap] = []
    languages = sorted({spoken for each in network.services for spoken in each.languages})
    for area in areas:
        there = [each for each in network.services if each.is_for(area.id, area.instrument)]
        if not there:
            yield Gap(area)
            continue
        spoken = {language for each in there for language in each.languages}
        # Of a service that names no language nobody knows what people speak there.
        if all(each.languages for each in there):
            lacking += [Gap(area, each) for each in languages if each not in spoken]
    yield from lacking
