"""Lay out the agenda of a meeting: a fixed structure and time, on one sheet.

What each case is about its bringer writes down; what stands there already is what people do not
know yet, where they differ, and what was agreed last time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import time

from integraal.model.case.agreements import agreements_now
from integraal.model.results.comparison import Turn
from integraal.model.services.help_line import HelpLine
from integraal.report.blocks import (
    Alarm,
    Block,
    Document,
    Fields,
    Heading,
    Item,
    Table,
    WritingLines,
)
from integraal.report.pages.advice import in_its_language
from integraal.report.parts.comparison_parts import Voices
from integraal.report.parts.danger import alarm
from integraal.report.parts.grounds import fitting, honest_end
from integraal.report.parts.others import closing
from integraal.report.parts.services import behind_items, nobody_behind
from integraal.report.phrases.case import case_name
from integraal.report.phrases.grounds import short_grounds
from integraal.report.prose import Listed, page, paragraph, section, urgent
from integraal.report.text import Inline, inline, quiet, strong
from integraal.words.words import Words

BESIDES = 5
"""Minutes to begin with, to look back, and to end."""
_MOST = 3
"""Of anything that there is room for at a case."""
_HOUR = 60
_DAY = 24 * _HOUR


def agenda_page(
    turns: Sequence[Turn],
    words: Words,
    lines: Sequence[HelpLine] = (),
    *,
    minutes: int = 10,
    begin: time | None = None,
) -> Document:
    """Compose the page.

    Args:
        turns: The cases, in the order in which they are talked about.
        words: In the language of the page.
        lines: Every help line, for a page for others than professionals.
        minutes: For each case.
        begin: When the meeting does; None to count minutes from zero.
    """
    agenda = _Agenda(turns, words, minutes, begin)
    reader = turns[0].now.reader
    views = [view for turn in turns for view in turn.views]
    end = honest_end(views, words)
    if not reader.is_professional:
        lands = {view.country for view in views}
        land = lands.pop() if len(lands) == 1 else ""
        end = closing([turn.now.instrument for turn in turns], reader, lines, land, words)
    blocks = (
        paragraph(strong(words(f"reader.{reader.value}"))),
        paragraph(words("agenda.about")),
        Fields(tuple((words(key),) for key in ("checklist.date", "agenda.chair", "agenda.notes"))),
        *agenda.to_ask_first(),
        agenda.times(),
        *(block for turn in turns for block in agenda.turn(turn)),
        *end,
    )
    made = page(words("agenda.title"), words, blocks, agenda.footer())
    return replace(made, alarm=agenda.alarm(), is_sheet=True)


class _Agenda:
    def __init__(
        self, turns: Sequence[Turn], words: Words, minutes: int, begin: time | None
    ) -> None:
        self.turns = turns
        self.words = words
        self.minutes = minutes
        self.start = 0 if begin is None else begin.hour * _HOUR + begin.minute
        self.is_clock = begin is not None

    def named(self, turn: Turn) -> str:
        """The case, as who reads the page may know it."""
        name = case_name(turn.now.case, turn.now.reader, self.words)
        return self.words("agenda.case", casus=name)

    def times(self) -> Table:
        """When what is talked about, with room for who brings it."""
        parts = [
            (self.words("agenda.welcome"), BESIDES),
            (self.words("agenda.last"), BESIDES),
            *((self.named(turn), self.minutes) for turn in self.turns),
            (self.words("agenda.end"), BESIDES),
        ]
        at, rows = self.start, list[tuple[Inline, ...]]()
        for what, minutes in parts:
            rows.append((inline(f"{self.clock(at)}–{self.clock(at + minutes)}"), inline(what), ()))
            at += minutes
        header = tuple(self.words(f"agenda.{name}") for name in ("time", "what", "who"))
        return Table(header, tuple(rows))

    def clock(self, minute: int) -> str:
        """A time of day, or minutes since the beginning."""
        if not self.is_clock:
            return str(minute)
        return f"{minute % _DAY // _HOUR:02}:{minute % _HOUR:02}"

    def turn(self, turn: Turn) -> Iterator[Block]:
        """What there is to know of a case before it is talked about."""
        yield Heading(2, self.named(turn))
        yield WritingLines(2, self.words("agenda.question"))
        if turn.comparison is not None:
            yield from self.differences(turn)
        yield from self.listed("agenda.ask", self.not_known(turn), turn)
        yield from self.listed("agenda.agreed", self.still_open(turn), turn, to_tick=True)
        who = behind_items(turn.views, turn.region, self.words)
        yield from self.listed("service.who", who, turn)
        yield from nobody_behind(turn.views, turn.region, self.words)

    def listed(
        self, title: str, every: list[Listed], turn: Turn, *, to_tick: bool = False, about: str = ""
    ) -> Iterator[Block]:
        """As many as there is room for, under a heading of their own."""
        more = "agenda.more" if turn.now.reader.is_professional else "family.more"
        shown = fitting(every, _MOST, self.words, more)
        for block in section(self.words(title), shown, about=about, to_tick=to_tick):
            yield replace(block, level=3) if isinstance(block, Heading) else block

    def differences(self, turn: Turn) -> Iterator[Block]:
        """Where people differ: what changes advice comes first."""
        if turn.comparison is None:
            return
        voices = Voices(turn.comparison, self.words)
        who = zip(voices.letters, turn.people, strict=True)
        named = [f"{letter} {person or self.words('compare.who')}" for letter, person in who]
        yield paragraph(quiet(" · ".join(named)))
        ranked = sorted(turn.comparison.disagreements, key=lambda one: not one.changes_advice)
        said: list[Listed] = [voices.said(difference) for difference in ranked]
        about = self.words("agenda.differ_about")
        yield from self.listed("agenda.differ", said, turn, about=about)

    def not_known(self, turn: Turn) -> list[Listed]:
        """What can still change advice and nobody knows, most telling first."""
        names: list[str] = []
        for view in turn.views:
            names += [one.question for one in view.advice.open_questions]
            names += [one.question for one in view.advice.open_routes]
        known = {name for name in names for view in turn.views if view.answers.known(name)}
        instrument = turn.now.instrument
        return [instrument.question(n).ask for n in dict.fromkeys(names) if n not in known]

    def still_open(self, turn: Turn) -> list[Listed]:
        """What was agreed and is not done, in any view."""
        agreed = [one.agreement for view in turn.views for one in agreements_now(view.case)]
        items: dict[tuple[str, str], Listed] = {}
        for one in agreed:
            if not one.done:
                by = self.words.date(one.by) if one.by else ""
                below = " · ".join(filter(None, (one.who, by)))
                items.setdefault(
                    (one.what, one.who), Item(inline(one.what), (inline(quiet(below)),))
                )
        return list(items.values())

    def to_ask_first(self) -> Iterator[Block]:
        """What cannot wait, besides danger, with the case it is of."""
        first = {
            (self.named(turn), view.instrument.action_of(reason.rule).text): short_grounds(
                reason.rule, view.reader, self.words
            )
            for turn in self.turns
            for view in turn.views
            for reason in view.to_ask_first
        }
        items = (
            Item(inline(text), (inline(quiet(f"{named} {rests}")),))
            for (named, text), rests in first.items()
        )
        yield from urgent(items, self.words)

    def alarm(self) -> Alarm | None:
        """The dangers in any case, with whose they are."""
        found = {
            (turn.now.case.id, danger.statement.id): (danger, self.named(turn), view.country)
            for turn in self.turns
            for view in turn.views
            for danger in view.dangers
        }
        lands = {land for _, _, land in found.values()}
        return alarm(
            [danger for danger, _, _ in found.values()],
            lands.pop() if len(lands) == 1 else "",
            self.words,
            from_whom=dict(enumerate(named for _, named, _ in found.values())),
        )

    def footer(self) -> str:
        """With which instruments the cases were looked at."""
        every = {turn.now.instrument.id: turn.now.instrument for turn in self.turns}.values()
        named = [f"{one.id} {one.version}{in_its_language(one, self.words)}" for one in every]
        return self.words("course.footer", instruments=", ".join(named))
