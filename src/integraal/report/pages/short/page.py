"""Lay out advice in short, for a screen: what decides, what goes first, and how to see all.

Whatever it leaves out it counts. How much there is room for is asked of it, since only a renderer
knows how long lines become.
"""

from collections.abc import Iterator, Sequence

from integraal.model.results.advice import Outcome, Reason
from integraal.model.results.assessment import Assessment
from integraal.model.scale import Level, Scale
from integraal.report.blocks import Alarm, Block, Document, Heading, Item, Paragraph
from integraal.report.pages.advice import Page, alarm_of, footer
from integraal.report.pages.short.room import ROOMS, Room, Said, said
from integraal.report.parts.advice_parts import (
    decides,
    direction,
    gap,
    given_up,
    plain_ladder,
)
from integraal.report.parts.beside import beside_blocks
from integraal.report.parts.danger import closer
from integraal.report.parts.foreign import foreign
from integraal.report.parts.further import Further
from integraal.report.parts.grounds import honest_line
from integraal.report.parts.role_card import who_text
from integraal.report.parts.scores import scores_blocks
from integraal.report.parts.source_only import not_of_source
from integraal.report.parts.timeline.agreed import agreed_in_short
from integraal.report.parts.timeline.decided import decided_in_short
from integraal.report.parts.timeline.known_before import along, earlier_lines
from integraal.report.phrases.answer import lowered
from integraal.report.phrases.case import case_line
from integraal.report.phrases.grounds import letter
from integraal.report.prose import paragraph, points, section
from integraal.report.text import Inline, Span, inline, quiet, strong
from integraal.words.words import Words

_EARLIER = 2


def short_page(
    assessment: Assessment, words: Words, further: Further, room: Room = ROOMS[0]
) -> Document:
    """Compose the page.

    Args:
        assessment: The case under advice.
        words: In the language of its instrument.
        further: How to see all of it.
        room: How much of each there is room for.
    """
    page = _Short(assessment, words, further)
    page.room = room
    return Document(
        title=assessment.instrument.title,
        language=words.language,
        blocks=(
            *page.head(),
            *page.to_ask_first(),
            *agreed_in_short(assessment.case, words),
            *page.level(),
            *page.outcomes(),
            *scores_blocks(assessment, words, about=False),
            *decided_in_short(assessment, words),
            *beside_blocks(assessment, words),
            *page.reasons(),
            *page.limits(),
            *page.open_questions(),
            *page.known_before(),
            *page.actions(),
            *page.attention_points(),
            page.whole(),
        ),
        footer=f"{honest_line(assessment, words)} {footer(assessment.instrument, words)}",
        in_short=True,
        alarm=page.alarm(),
        foreign=foreign([assessment.instrument], words),
    )


class _Short(Page):
    """The page in short."""

    room: Room

    def alarm(self) -> Alarm | None:
        """What comes before everything, close together."""
        made = alarm_of(self.assessment, self.words)
        if made is None:
            return None
        dangers, country = self.assessment.dangers, self.assessment.country
        within, whole = self.instrument.id, not self.room.tight
        return closer(made, dangers, country, self.words, within=within, whole=whole)

    def head(self) -> Iterator[Block]:
        """Which instrument, which case, and for whom."""
        now = self.assessment
        case = case_line(now.case, self.instrument, now.reader, self.words)
        yield Heading(1, self.instrument.title)
        reader = self.words(f"reader.{now.reader.value}")
        yield paragraph(strong(reader), quiet(f" {case}"))
        yield from along(now, self.words)
        yield from not_of_source([now], self.words)

    def to_ask_first(self) -> Iterator[Block]:
        """What cannot wait, besides danger: all of it."""
        asked = list(map(self.action_line, self.assessment.to_ask_first))
        yield from self.brief(self.words("advice.urgent"), asked)

    def action_line(self, reason: Reason) -> Inline:
        """One action, with whose it is and the letter of what it rests on."""
        action = self.instrument.action_of(reason.rule)
        rests_on = letter(reason.rule.grounds.support, self.words)
        who = who_text(action, self.instrument, self.words)
        return inline(action.text, quiet(f" {who}. {rests_on}" if who else f" {rests_on}"))

    def level(self) -> Iterator[Block]:
        """Draw the levels, and say the advice and what it comes down to."""
        scale, advice = self.instrument.scale, self.advice
        if scale is None or advice.level is None or advice.reach is None:
            return
        is_marked = advice.current_at_least is not None or advice.feasible is not None
        if self.room.ladder and (is_marked or not self.knows_little):
            yield plain_ladder(scale, advice, self.words)
        yield paragraph(*self._sentence(scale))
        if not self.room.ladder and advice.current_at_least is not None:
            yield paragraph(direction(self.assessment, self.words))
        yield from given_up([advice.searched_all], self.words)
        if text := gap(self.assessment, self.words):
            yield paragraph(text)

    @property
    def knows_little(self) -> bool:
        """Whether every level is still possible, so that none of them is advice."""
        scale = self.instrument.scale
        ends = (scale.levels[0], scale.levels[-1]) if scale else ()
        return (self.advice.level, self.advice.reach) == ends

    def _sentence(self, scale: Scale) -> Iterator[Span]:
        """The advice and what it comes down to, and whether something must be done first."""
        if self.knows_little:
            lowest, highest = scale.levels[0].plain[0], scale.levels[-1].plain[0]
            ends = {"lowest": lowered(lowest), "highest": lowered(highest)}
            yield strong(self.words("short.too_little", **ends))
        else:
            yield from self._levels()
        if self.advice.provisional:
            yield strong(f" {self.words('advice.provisional')}.")

    def _levels(self) -> Iterator[Span]:
        """The lowest and the highest level that there may be, with what they come down to."""
        advice, reach = self.advice, self.advice.reach
        whatever = "advice.settled_whatever" if advice.rules_open else "advice.settled"
        between = "advice.range_between" if advice.searched_all else "advice.range_between_perhaps"
        yield Span(self.words(f"advice.{'settled' if advice.is_settled else 'range'}_before"))
        yield self._meaning(advice.level)
        if advice.is_settled or reach is None:
            yield Span(self.words(whatever))
            return
        yield Span(self.words(between))
        yield strong(lowered(reach.plain[0])) if self.room.ladder else self._meaning(reach)
        yield Span(self.words("short.range_after"))

    def _meaning(self, level: Level | None) -> Span:
        name, means = level.plain if level else ("", "")
        return strong(f"{lowered(name)} ({means})")

    def outcomes(self) -> Iterator[Block]:
        """The routes that hold, table by table, and how many others might."""
        tables = self.instrument.tables
        items = [item for table in tables for item in self._routes(table.id, table.title)]
        if items:
            yield points(items)

    def _routes(self, table: str, title: str) -> Iterator[Item]:
        asked = quiet(f"{title} " if title else "")
        routes = self.advice.routes(table)
        holding = [outcome for outcome in routes if outcome.holds_now]
        maybe = len(routes) - len(holding)
        for outcome in holding:
            yield self._route(outcome, asked, maybe if outcome is holding[-1] else 0)
        if maybe and not holding:
            yield Item(inline(asked, quiet(self.words("short.maybe", count=maybe))))

    def _route(self, outcome: Outcome, asked: Span, more: int) -> Item:
        room, because = self.room, outcome.reason.rule.grounds.because
        text = strong(said(self.instrument.outcome(outcome.id).text, room.routes))
        doubt = "" if outcome.certain else self.words("outcomes.may_change")
        besides = f" {self.words('short.maybe_more', count=more)}" if more else ""
        rests_on = quiet(f" {self.rests_on(outcome.reason)}{besides}")
        if because and room.because:
            below = inline(said(because, room.because), rests_on)
            return Item(inline(asked, text, doubt), (below,))
        return Item(inline(asked, text, doubt, rests_on))

    def reasons(self) -> Iterator[Block]:
        """The reasons that decide, and how many ask for less."""
        level = self.advice.level
        if level is None or self.knows_little:
            return
        deciding = [reason for reason in self.advice.reasons if decides(reason, self.advice)]
        lower = len(self.advice.reasons) - len(deciding)
        key = "short.lower_one" if lower == 1 else "short.lower"
        ending = self.words(key, count=lower) if lower else ""
        title = self.words("reasons.title", level=lowered(level.plain[0]))
        reasons = list(map(self._reason, deciding))
        yield from self.brief(title, reasons, self.room.reasons, ending=ending)

    def _reason(self, reason: Reason) -> Inline:
        doubt = "" if reason.certain else self.words("reason.either_way")
        because = said(reason.rule.grounds.because, Said.BEGIN if self.room.tight else Said.WHOLE)
        return inline(because, doubt, quiet(f" {self.rests_on(reason)}"))

    def limits(self) -> Iterator[Block]:
        """All that limits what is feasible now."""
        limits = list(map(self.in_short, self.advice.limits))
        yield from self.brief(self.words("limits.title"), limits)

    def open_questions(self) -> Iterator[Block]:
        """The question that tells the most, and how many there are besides."""
        asked = self.still_asked
        if asked:
            title = self.words("short.first_question")
            rest = self.more(len(asked) - 1, of=1)
            yield paragraph(self.named(title), asked[0], quiet(rest and f" {rest}"))

    def known_before(self) -> Iterator[Block]:
        """The last known answers to what is open now, what is sensitive first."""
        names = [earlier.question for earlier in self.assessment.earlier]
        every = zip(names, earlier_lines(self.assessment, self.words), strict=True)
        told = sorted(every, key=lambda one: not self.instrument.question(one[0]).sensitive)
        lines = [inline(line) for _, line in told]
        yield from self.brief(self.words("known_before.title"), lines, _EARLIER)

    def actions(self) -> Iterator[Block]:
        """What to do or discuss, and whether there may be more."""
        actions = list(map(self.action_line, self.assessment.not_urgent))
        may_come = self.assessment.actions_may_come
        ending = self.words("short.actions_more") if may_come else ""
        title = self.words("actions.title")
        yield from self.brief(title, actions, self.room.actions, ending=ending, to_tick=True)

    def attention_points(self) -> Iterator[Block]:
        """The first points of the level in a few words, and how many there are besides."""
        scale, level = self.instrument.scale, self.advice.level
        if scale is None or level is None or self.knows_little:
            return
        points_ = level.attention_points
        shown = self.words.apart(point.short for point in points_[: self.room.points])
        rest = self.more(len(points_) - self.room.points, of=self.room.points)
        lower = sum(len(each.attention_points) for each in scale.levels[: scale.rank(level.id)])
        below = self.words("short.lower_points", count=lower) if lower else ""
        title = self.words("attention.title", level=lowered(level.plain[0]))
        ending = " ".join(filter(None, (rest, below)))
        yield paragraph(self.named(title), shown, quiet(f" {ending}" if shown else ending))

    def brief(
        self,
        title: str,
        every: Sequence[Inline],
        most: int | None = None,
        *,
        ending: str = "",
        to_tick: bool = False,
    ) -> Iterator[Block]:
        """As many of a list as there is room for, and how many that leaves out.

        What is one line at most stands behind its title.
        """
        shown = every[:most]
        left_out = self.more(len(every) - len(shown), of=len(shown))
        rest = " ".join(filter(None, (left_out, ending)))
        if not shown:
            if rest:
                yield paragraph(self.named(title), quiet(rest))
        elif len(shown) == 1:
            yield Paragraph((self.named(title), *shown[0], quiet(rest and f" {rest}")))
        else:
            lines = [*shown[:-1], (*shown[-1], quiet(rest and f" {rest}"))]
            yield from section(title, lines, to_tick=to_tick)

    def named(self, title: str) -> Span:
        """A title with what follows on its line."""
        return strong(self.words("pair", name=title, value=""))

    def whole(self) -> Block:
        """How to see all of it."""
        return Paragraph(self.further.whole or inline(self.words("short.whole_option")))

    def more(self, count: int, *, of: int) -> str:
        """How many there are besides those that are shown; nothing where there are none."""
        if count <= 0:
            return ""
        return self.words("short.more" if of else "short.count", count=count)
