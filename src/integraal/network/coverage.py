"""Where nobody is: areas of life without a service, or without one in a language or for some."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from integraal.model.services.care_map import Gap
from integraal.model.services.network import Network, Target
from integraal.model.services.region import Service
from integraal.network.search import folded, words_in


def gaps(
    network: Network, areas: Iterable[Target], everybody: Collection[str] = ()
) -> Iterator[Gap]:
    """What no service is for, area by area; then what lacks where there are services.

    That is each language in which people speak elsewhere in the network, and each public that
    another service is for.

    Args:
        network: Of the services.
        areas: Of life.
        everybody: What a service says that is for all people, in any language.
    """
    languages = sorted({spoken for each in network.services for spoken in each.languages})
    for_all = frozenset(map(words_in, everybody))
    publics = {
        folded(each.audience): each.audience
        for each in network.services
        if each.audience and not _is_for_all(each, for_all)
    }
    lacking: list[Gap] = []
    for area in areas:
        there = [each for each in network.services if each.is_for(area.id, area.instrument)]
        if not there:
            yield Gap(area)
            continue
        lacking += [Gap(area, language) for language in _unspoken(there, languages)]
        if not any(_is_for_all(each, for_all) for each in there):
            served = {folded(each.audience) for each in there}
            lacking += [
                Gap(area, audience=text)
                for name, text in sorted(publics.items())
                if name not in served
            ]
    yield from lacking


def _unspoken(there: Sequence[Service], languages: Iterable[str]) -> list[str]:
    """The languages that nobody speaks in these services."""
    # Of a service that names no language nobody knows what people speak there.
    if not all(each.languages for each in there):
        return []
    spoken = {language for each in there for language in each.languages}
    return [each for each in languages if each not in spoken]


def _is_for_all(service: Service, everybody: Collection[tuple[str, ...]]) -> bool:
    """Whether it says so, or does not say for whom it is, so that nobody is kept away."""
    said = words_in(service.audience)
    return not said or said in everybody
