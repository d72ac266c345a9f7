"""The map of a network on a page: by area of life, or what somebody looked for, the best first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from integraal.model.services.care_map import CareMap, Found, Gap, Wanted
from integraal.model.services.network import Target
from integraal.model.services.region import KEY_POINT, Service
from integraal.report.blocks import Block, Document, Heading, Item, Items, SideBySide
from integraal.report.phrases.waiting import waited
from integraal.report.prose import page, paragraph, points
from integraal.report.render.text import plain
from integraal.report.text import Inline, Span, inline, quiet, strong
from integraal.words.words import Words

_FEW = 4
"""What a service is for, as far as it is told in a search."""


@dataclass(frozen=True, slots=True)
class Told:
    """A map in one language."""

    map: CareMap
    """All of it, or what somebody looked for."""
    areas: Sequence[Target]
    """Of life, by which all of it is laid out."""
    words: Words


def care_map_page(told: Sequence[Told], day: date) -> Document:
    """Compose the page.

    Args:
        told: The same map in one language, or in several that stand beside each other.
        day: On which it was made: whoever finds it later must know how old it is.
    """
    first = told[0]
    parts = zip(*(_Map(each.map, each.words).parts(each.areas, day) for each in told), strict=True)
    blocks = [block for part in parts for block in _beside(part)]
    if note := first.map.network.note:
        blocks.append(paragraph(quiet(note)))
    made = page(first.map.network.title, first.words, blocks)
    others = tuple(each.words.language for each in told[1:])
    return replace(made, further_languages=others, is_map=True)


def search_lines(told: Told) -> dict[str, tuple[list[str], list[str]]]:
    """What stands at the head of each service when it is found, and below that, as texts.

    Args:
        told: All of the map; what is found is told as where somebody looked for something.
    """
    wanted = replace(told.map, found=Found(Wanted(words="?"), told.map.found.services))
    layout = _Map(wanted, told.words)
    items = {each.id: layout.item(each, whole=True) for each in told.map.found.services}
    return {
        name: ([span.text for span in item.text], [plain(line) for line in item.below])
        for name, item in items.items()
    }


def _beside(part: Sequence[Sequence[Block]]) -> Iterator[Block]:
    """A part of the map in its languages, in each row a service, so that the same is on a line."""
    if len(part) == 1:
        yield from part[0]
        return
    rows = zip(*map(_rows, part), strict=True)
    yield from (SideBySide(columns) for columns in rows)


def _rows(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    *lead, last = blocks
    if not isinstance(last, Items) or last.numbered:
        yield tuple(blocks)
        return
    first, *others = (Items((item,)) for item in last.items)
    yield (*lead, first)
    yield from ((one,) for one in others)


class _Map:
    """The parts of the page."""

    def __init__(self, care_map: CareMap, words: Words) -> None:
        self.map = care_map
        self.words = words

    def parts(self, areas: Sequence[Target], day: date) -> Iterator[list[Block]]:
        """What belongs together; of the same map as many in each language."""
        found, network = self.map.found, self.map.network
        count, every = len(found.services), len(network.services)
        looked = looked_for(found, self.map.targets, self.words)
        if looked:
            told = self.words("care_map.found", looked=looked, count=count, every=every)
            yield [paragraph(strong(told)), self._made(day)]
            yield list(self._result(found))
        else:
            yield [paragraph(self.words("care_map.whole", count=every)), self._made(day)]
            yield from self._by_area(found.services, areas)
            yield list(self._gaps())
        if any(service.key_point for service in found.services):
            yield [paragraph(quiet(f"{KEY_POINT} {self.words('care_map.key_point')}"))]

    def _made(self, day: date) -> Block:
        return paragraph(quiet(self.words("care_map.day", day=self.words.date(day))))

    def _result(self, found: Found) -> Iterator[Block]:
        if not found.services:
            yield paragraph(self.words("care_map.none"))
            return
        if found.only_some_words:
            yield paragraph(self.words("care_map.only_some"))
        yield points((self.item(service, whole=True) for service in found.services), numbered=True)

    def _by_area(
        self, services: Sequence[Service], areas: Sequence[Target]
    ) -> Iterator[list[Block]]:
        """Each area with its services; what one service offers is told where it first stands."""
        told: set[str] = set()
        of_no_area = {service.id for service in services}
        for area in areas:
            there = [each for each in services if each.is_for(area.id, area.instrument)]
            of_no_area -= {each.id for each in there}
            yield from self._section(area.label, there, told)
        rest = [service for service in services if service.id in of_no_area]
        yield from self._section(self.words("care_map.elsewhere"), rest, told)

    def _section(
        self, title: str, there: Iterable[Service], told: set[str]
    ) -> Iterator[list[Block]]:
        listed = sorted(there, key=lambda each: (not each.key_point, each.name))
        if listed:
            items = [self.item(each, whole=each.id not in told) for each in listed]
            yield [Heading(2, title), points(items)]
            told.update(each.id for each in listed)

    def item(self, service: Service, *, whole: bool) -> Item:
        """A service with all that is told of it, or only how to reach it."""
        owner = self.map.network.organisation(service.organisation)
        behind = f" · {owner.name}" if owner and owner.name != service.name else ""
        mark = f"{KEY_POINT} " if service.key_point else ""
        name = inline(strong(mark), strong(service.name), Span(behind))
        if not whole:
            contact = f" · {service.contact}" if service.contact else ""
            return Item((*name, Span(contact)))
        return Item(name, tuple(self._below(service)))

    def _below(self, service: Service) -> Iterator[Inline]:
        facts = "".join(self._facts(service)).removeprefix(" · ")
        if not self.map.found.wanted.is_something:
            # All of a map must stand on a sheet of paper: no line is begun for a few words.
            if told := " · ".join(filter(None, (service.about.removesuffix("."), facts))):
                yield inline(quiet(told))
            return
        if service.about:
            yield inline(service.about)
        labels = self.map.labels(service)
        if labels:
            left = len(labels) - _FEW
            more = (self.words("care_map.more", count=left),) if left > 0 else ()
            yield inline(
                quiet(self.words("care_map.for", labels="; ".join((*labels[:_FEW], *more))))
            )
        if facts:
            yield inline(quiet(facts))

    def _facts(self, service: Service) -> Iterator[str]:
        told = (
            ("audience", service.audience),
            ("access", service.access),
            ("languages", self.words.spoken(service.languages)),
            ("cost", service.cost),
            ("places", ", ".join(service.places)),
            ("contact", service.contact),
        )
        for name, text in told:
            if text:
                yield f" · {self.words(f'care_map.{name}', text=text)}"
        if wait := waited(service, self.words):
            yield f" · {wait}"
        if service.needs_check:
            yield f" · {self.words('service.needs_check')}"

    def _gaps(self) -> Iterator[Block]:
        yield Heading(2, self.words("care_map.gaps"))
        if not self.map.gaps:
            yield paragraph(self.words("care_map.no_gaps"))
            return
        yield paragraph(self.words("care_map.gaps_about"))
        by_area: dict[str, list[Gap]] = {}
        for gap in self.map.gaps:
            by_area.setdefault(gap.target.label, []).append(gap)
        yield points(self._gap(area, lacking) for area, lacking in by_area.items())

    def _gap(self, area: str, lacking: Sequence[Gap]) -> str:
        languages = [gap.language for gap in lacking if gap.language]
        publics = [gap.audience for gap in lacking if gap.audience]
        told = []
        if languages:
            told.append(self.words("care_map.gap_spoken", languages=self.words.spoken(languages)))
        if publics:
            told.append(self.words("care_map.gap_public", publics=", ".join(publics)))
        said = self.words.apart(told) or self.words("care_map.gap")
        return self.words("pair", name=area, value=f"{said}.")


def looked_for(found: Found, targets: Sequence[Target], words: Words) -> str:
    """What somebody looked for, in words; empty for all of the map."""
    wanted = found.wanted
    labels = {target.id: target.label for target in targets}
    asked = [words("care_map.wanted_words", text=wanted.words)] if wanted.words else []
    asked += [labels.get(each, each) for each in wanted.serves]
    if wanted.language:
        asked.append(words("care_map.languages", text=words.spoken([wanted.language])))
    if wanted.place:
        asked.append(words("care_map.places", text=wanted.place))
    said = "; ".join(asked)
    return said[:1].upper() + said[1:]
