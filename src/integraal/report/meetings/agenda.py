"""Lay out the agenda of a meeting of a network, on one sheet."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from integraal.model.services.gathering import Memory, Plan
from integraal.report.blocks import Block, Document, Fields, Heading, Item, Table, WritingLines
from integraal.report.meetings.arranged import arranged
from integraal.report.meetings.days import day_of_week
from integraal.report.prose import Listed, page, paragraph, section
from integraal.report.text import Inline, inline, quiet, strong
from integraal.words.words import Words

ITEMS = (
    ("welcome", 10),
    ("know", 20),
    ("exchange", 20),
    ("question", 25),
    ("map", 15),
    ("signals", 15),
    ("agreed", 10),
    ("chair", 5),
)
"""What there is, with minutes: two hours together. The order is that of the document."""
_MOST = 3
"""Lines of anything that there is room for."""
_LINES = 5
"""To write on."""
_HOUR, _DAY = 60, 24 * 60


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting that is to come."""

    day: date
    plan: Plan
    memory: Memory
    begin: time | None = None
    where: str = ""
    is_proposal: bool = False
    """Whether nobody chose the day."""


def agenda_page(coming: Coming, words: Words) -> Document:
    """Compose the page."""
    made = page(words("meetings.agenda"), words, _Agenda(coming, words).blocks())
    return replace(made, is_sheet=True)


class _Agenda:
    """The parts of the page."""

    def __init__(self, coming: Coming, words: Words) -> None:
        self.coming = coming
        self.network = coming.plan.network
        self.words = words

    def blocks(self) -> Iterator[Block]:
        """All of them."""
        say = self.words
        told = f" · {day_of_week(self.coming.day, say)}"
        yield paragraph(strong(self.network.title), told)
        if self.coming.is_proposal:
            yield paragraph(quiet(say("meetings.proposal")))
        if self.coming.where:
            yield paragraph(say("meetings.invite_where", where=self.coming.where))
        names = ("chair", "notes") if self.coming.where else ("place", "chair", "notes")
        yield Fields(tuple((say(f"meetings.{name}"),) for name in names))
        yield paragraph(say("meetings.rule"))
        yield self._times()
        yield from self._listed("last_time", self._agreed(), to_tick=True)
        yield from self._listed("to_signal", self._signals())
        yield from self._listed("to_map", self._map())
        yield from self._listed("to_miss", self._missed())
        yield Heading(2, say("meetings.hand_over"))
        following = self.network.organisation(self.network.gathered.next_chair)
        if following is None:
            yield paragraph(say("meetings.hand_over_nobody"))
        else:
            yield paragraph(say("meetings.hand_over_to", name=following.name))
        yield WritingLines(_LINES, say("meetings.today"))

    def _times(self) -> Table:
        begin = self.coming.begin
        at = 0 if begin is None else begin.hour * _HOUR + begin.minute
        rows: list[tuple[Inline, ...]] = []
        for name, minutes in ITEMS:
            when = f"{self._clock(at)}–{self._clock(at + minutes)}"
            rows.append((inline(when), inline(self.words(f"meetings.item.{name}")), ()))
            at += minutes
        header = (
            self.words("agenda.time"),
            self.words("agenda.what"),
            self.words("meetings.brings"),
        )
        return Table(header, tuple(rows))

    def _clock(self, minute: int) -> str:
        if self.coming.begin is None:
            return str(minute)
        return f"{minute % _DAY // _HOUR:02}:{minute % _HOUR:02}"

    def _listed(
        self, name: str, every: Iterable[Listed], *, to_tick: bool = False
    ) -> Iterator[Block]:
        """As many as there is room for, and how many more there are."""
        listed = list(every)
        left = len(listed) - _MOST
        more: Sequence[Listed] = (self.words("meetings.more", count=left),) if left > 0 else ()
        title = self.words(f"meetings.{name}")
        yield from section(title, [*listed[:_MOST], *more], to_tick=to_tick)

    def _agreed(self) -> Iterator[Item]:
        for day, one in self.coming.memory.open:
            yield Item(inline(arranged(one, day, self.network, self.words)))

    def _signals(self) -> Iterator[str]:
        for one in self.coming.memory.recurring:
            yield self.words(
                "meetings.to_signal_line",
                theme=one.text,
                meetings=len(one.meetings),
                organisations=len(one.brought_by),
            )

    def _map(self) -> Iterator[str]:
        old = [each.name for each in self.network.services if each.needs_check]
        if old:
            yield self.words(
                "meetings.to_map_count",
                count=len(old),
                every=len(self.network.services),
                names=self.words.listed(old[:_MOST]),
            )

    def _missed(self) -> Iterator[str]:
        if self.coming.plan.is_recorded:
            names = [each.name for each, _ in self.coming.plan.missing]
            names += [each.name for each in self.coming.plan.long_away]
            if names:
                yield self.words.apart(dict.fromkeys(names))
