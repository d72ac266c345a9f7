"""Lay out what recurs in a neighbourhood: since when, whom it concerns, what nobody is there for.

Themes are of meetings; beside them stands what recurs over cases, in counts that may be shown.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from integraal.model.instrument import Urgency
from integraal.model.results.signals import YES, About, Reported, Theme
from integraal.model.services.gathering import Memory, Recurring, Watched
from integraal.model.services.network import Network, Target
from integraal.report.blocks import Block, Callout, Document, Heading
from integraal.report.meetings.arranged import arranged
from integraal.report.meetings.days import days
from integraal.report.phrases.signals import SignalsText
from integraal.report.prose import page, paragraph, points, section
from integraal.report.text import quiet, strong
from integraal.words.words import Words

MOST = 5
"""Of cases, what is told of each kind: that of most cases."""


def memory_page(
    memory: Memory, sectors: Sequence[Target], reported: Sequence[Reported], words: Words
) -> Document:
    """Compose the page.

    Args:
        memory: What meetings remember.
        sectors: With their names.
        reported: What recurs over cases, for each instrument.
        words: In the language of the page.
    """
    parts = _Memory(memory, sectors, words)
    beside = (block for one in reported for block in of_cases(one, memory.network, words))
    return page(words("meetings.memory"), words, (*parts.blocks(), *beside, parts.end()))


class _Memory:
    """The parts of the page."""

    def __init__(self, memory: Memory, sectors: Iterable[Target], words: Words) -> None:
        self.memory = memory
        self.words = words
        self.sectors = {each.id: each.label for each in sectors}

    def blocks(self) -> Iterator[Block]:
        """What meetings remember."""
        say, memory = self.words, self.memory
        if memory.since is None:
            yield paragraph(say("meetings.memory_none"))
            return
        told = {"count": memory.meetings, "day": say.date(memory.since)}
        title = memory.network.title
        yield paragraph(quiet(say("meetings.memory_of", network=title, **told)))
        yield paragraph(say("meetings.memory_about"))
        if memory.unnoted:
            unnoted = paragraph(say("meetings.unnoted", count=memory.unnoted))
            yield unnoted
        if not memory.recurring:
            yield paragraph(strong(say("meetings.recurs_none")))
        for one in memory.recurring:
            yield Heading(2, one.text)
            yield points(self._lines(one))
        yield from section(say("meetings.watched"), map(self._watched, memory.watched))
        yield from section(
            say("meetings.alike"),
            (say("meetings.alike_pair", one=one, other=other) for one, other in memory.alike),
            about=say("meetings.alike_about"),
        )
        yield from section(
            say("meetings.open"),
            (arranged(one, day, memory.network, say) for day, one in memory.open),
            to_tick=True,
        )

    def end(self) -> Block:
        """How to read it."""
        return Callout(self.words("signals.how"), (paragraph(self.words("meetings.honest")),))

    def _lines(self, one: Recurring) -> Iterator[str]:
        say = self.words
        first = say.date(one.meetings[0])
        told = {"count": len(one.meetings), "days": days(one.meetings, say)}
        yield say("meetings.since", day=first, **told)
        names = say.listed([each.name for each in one.brought_by])
        yield say("meetings.brought_by", organisations=names)
        if sectors := dict.fromkeys(each.sector for each in one.brought_by if each.sector):
            named = say.listed([self.sectors.get(each, each) for each in sectors])
            yield say("meetings.sectors", sectors=named)
        yield from self._concerned(one)
        for day, agreed in one.agreed:
            what = arranged(agreed, day, self.memory.network, say)
            key = "agreed_done" if agreed.done else "agreed"
            yield say(f"meetings.{key}", day=say.date(day), what=what)
        if not one.agreed:
            yield say("meetings.agreed_none")

    def _concerned(self, one: Recurring) -> Iterator[str]:
        say = self.words
        if not one.about:
            yield say("meetings.concerns_unknown")
            return
        yield say("meetings.concerns", labels=say.apart(each.label for each in one.about))
        if one.services:
            names = say.listed([each.name for each in one.services])
            yield say("meetings.served_by", services=names)
        if one.unserved:
            labels = say.apart(each.label for each in one.unserved)
            yield say("meetings.served_by_none", labels=labels)

    def _watched(self, one: Watched) -> str:
        return self.words(
            "meetings.watched_line",
            theme=one.text,
            count=len(one.meetings),
            days=days(one.meetings, self.words),
            organisations=self.words.listed([each.name for each in one.brought_by]),
        )


def of_cases(reported: Reported, network: Network, words: Words) -> Iterator[Block]:
    """What recurs over cases: limits, and what nobody on the map is there for."""
    name = reported.instrument.title
    yield Heading(2, words("meetings.cases"))
    yield paragraph(words("meetings.cases_about", instrument=name))
    limits = list(_told(reported, words, (About.LIMIT,), lambda _: True))
    unserved = list(
        _told(
            reported,
            words,
            (About.OUTCOME, About.ACTION),
            lambda theme: not is_served(theme, reported, network),
        )
    )
    if not (limits or unserved):
        yield paragraph(words("meetings.cases_none"))
    for key, lines in (("limit", limits), ("unserved", unserved)):
        for block in section(words(f"meetings.cases_{key}"), lines):
            yield Heading(3, block.text) if isinstance(block, Heading) else block


def is_served(theme: Theme, reported: Reported, network: Network) -> bool:
    """Whether some service on the map is for an action or a route, or help lines are.

    Whom to call in danger stands with the danger itself: no map lacks a service for it.
    """
    instrument = reported.instrument
    told = (*instrument.actions, *instrument.outcomes)
    if any(each.id == theme.id and each.urgent is Urgency.DANGER for each in told):
        return True
    return any(each.is_for(theme.id, instrument.id) for each in network.services)


def shown(
    reported: Reported, kinds: Iterable[About], keep: Callable[[Theme], bool]
) -> Iterator[Theme]:
    """Themes of which the count may be shown, those of most cases first."""
    themes = [theme for about in kinds for theme in reported.signals.about(about) if keep(theme)]
    known = [theme for theme in themes if theme.line(YES).total]
    yield from sorted(known, key=lambda theme: -(theme.line(YES).total or 0))[:MOST]


def _told(
    reported: Reported, words: Words, kinds: Iterable[About], keep: Callable[[Theme], bool]
) -> Iterator[str]:
    text = SignalsText(reported, words)
    for theme in shown(reported, kinds, keep):
        share = text.share(theme, theme.line(YES))
        yield words("pair", name=text.item(theme).rstrip("."), value=share)
