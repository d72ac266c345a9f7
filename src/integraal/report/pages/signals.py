"""Lay out what recurs over many cases: levels, the gap, and what stands most often in the way.

Everything here may be read by anybody: counts deviate and are rounded, and None where not shown.
"""

from collections.abc import Iterator, Sequence

from integraal.model.results.signals import YES, About, Line, Reported, Theme, Thresholds
from integraal.report.blocks import Block, Callout, Document, Heading, Item, Table
from integraal.report.figures import Bar, Bars
from integraal.report.phrases.signals import SignalsText
from integraal.report.prose import page, paragraph, points
from integraal.report.text import Inline, inline, quiet
from integraal.words.honest import honest_text
from integraal.words.words import Words

MOST = 10
"""Limits, actions or routes that a page shows; of more, those of most cases."""
_LISTS = (About.LIMIT, About.OUTCOME, About.ACTION)


def signals_page(reported: Reported, words: Words) -> Document:
    """Compose the page."""
    parts = _Parts(reported, words)
    blocks = (
        paragraph(quiet(parts.which())),
        *parts.warnings(),
        *parts.sizes(),
        *parts.danger(),
        *parts.levels(),
        *parts.gap(),
        *(block for about in _LISTS for block in parts.listed(about)),
        *parts.grounds(),
    )
    title = words("signals.title", instrument=reported.instrument.title)
    name = f"{reported.instrument.id} {reported.signals.version}"
    return page(title, words, blocks, words("signals.footer", instrument=name))


def _off(thresholds: Thresholds) -> int:
    """How far a count on the page is off at most, nine out of ten times."""
    return thresholds.margin + thresholds.round_to // 2


class _Parts:
    def __init__(self, reported: Reported, words: Words) -> None:
        self.signals = reported.signals
        self.instrument = reported.instrument
        self.day = reported.day
        self.words = words
        self.text = SignalsText(reported, words)

    def which(self) -> str:
        day = self.words.date(self.day)
        parts = [f"{self.instrument.id} {self.signals.version}", day]
        if self.signals.column:
            parts.append(self.words("signals.by", column=self.signals.column))
        return " · ".join(parts)

    def warnings(self) -> Iterator[Block]:
        """How to read this, and first of all what must not be missed."""
        thresholds = self.signals.thresholds
        if self.signals.looser:
            names = self.words.listed([self.words(f"signals.{n}") for n in self.signals.looser])
            told = self.words("signals.looser", thresholds=names)
            title = self.words("signals.looser_title")
            yield Callout(title, (paragraph(told),), urgent=True)
        if not self.signals.is_same_version:
            ours = self.instrument.version
            told = self.words("signals.other_version", version=self.signals.version, ours=ours)
            title = self.words("signals.other_version_title")
            yield Callout(title, (paragraph(told),))
        lines = [
            self.words("signals.talk"),
            self.words("signals.rounded", step=thresholds.round_to, off=_off(thresholds)),
            self.words("signals.hidden", hidden=self.text.hidden, below=thresholds.suppress_below),
            self.words("signals.deviation_why"),
            self.words("signals.unknown"),
        ]
        yield Callout(self.words("signals.how"), (points(lines),))

    def sizes(self) -> Iterator[Block]:
        yield Heading(2, self.words("signals.cases"))
        yield paragraph(self.words("signals.total", count=self.text.plain(self.signals.size)))
        groups = self.signals.groups
        if self.signals.column and not groups:
            least = self.signals.thresholds.least_group
            yield paragraph(self.words("signals.no_groups", below=least))
        if groups:
            bars = (
                Bar(self.text.group(index), group.size, self.text.plain(group.size))
                for index, group in enumerate(groups)
            )
            yield Bars(self.words("signals.by", column=self.signals.column), tuple(bars))
        if any(group.is_rest for group in groups):
            yield paragraph(quiet(self.words("signals.rest_about")))

    def danger(self) -> Iterator[Block]:
        """Say in how many cases somebody may be in danger, before all else that was counted."""
        yield points(map(self._said, self.signals.about(About.DANGER)))
        yield paragraph(self.words("signals.whom_to_call"))

    def levels(self) -> Iterator[Block]:
        """Plot what is advised and what it could become, highest level first, as on a ladder."""
        themes = [
            theme for about in (About.LEVEL, About.REACH) for theme in self.signals.about(about)
        ]
        if themes:
            yield Heading(2, self.words("signals.levels"))
        for theme in themes:
            yield self._plot(theme, tuple(reversed(theme.lines)))
            if theme.about is About.LEVEL:
                yield from self._by_group(theme)
        told = [*self.signals.about(About.SETTLED), *self.signals.about(About.PROVISIONAL)]
        if told:
            yield points(map(self._said, told))

    def gap(self) -> Iterator[Block]:
        """Lay present, advice and feasible side by side, and say how often they differ."""
        wanted = (About.CURRENT, About.LEVEL, About.FEASIBLE)
        themes = [theme for about in wanted for theme in self.signals.about(about)]
        if len(themes) < 2:  # noqa: PLR2004 - a gap has two sides
            return
        yield Heading(2, self.words("signals.gap"))
        yield self._side_by_side(themes)
        for theme in self.signals.about(About.DIRECTION):
            yield self._plot(theme, theme.lines)
            yield from self._by_group(theme)
        above = self.signals.about(About.ABOVE_FEASIBLE)
        if above:
            yield points(map(self._said, above))

    def listed(self, about: About) -> Iterator[Block]:
        """Plot limits, actions or routes, those of most cases first."""
        themes = self.signals.about(about)
        if not themes:
            return
        yield Heading(2, self.words(f"signals.{about.value}s"))
        shown = [theme for theme in themes if theme.line(YES).total is not None]
        # In the order of the instrument where the counts look the same: no order of its own.
        shown.sort(key=lambda theme: -(theme.line(YES).total or 0))
        if shown:
            bars = tuple(self._bar_of(theme) for theme in shown[:MOST])
            yield Bars(self.words(f"signals.caption.{about.value}"), bars)
        if len(shown) > MOST:
            said = self.words("signals.less_often", count=len(shown) - MOST)
            yield paragraph(quiet(said))
        others = len(themes) - len(shown)
        if others:
            said = self.words(f"signals.others.{about.value}", count=others)
            yield paragraph(quiet(said))

    def grounds(self) -> Iterator[Block]:
        yield Heading(2, self.words("grounds.title"))
        thresholds = self.signals.thresholds
        sources = {source.id: source.title for source in self.instrument.sources}
        cited = [sources.get(one.document, one.document) for one in thresholds.citations]
        told = [
            self.words(
                "signals.thresholds",
                below=thresholds.suppress_below,
                step=thresholds.round_to,
                rate=thresholds.no_rate_below,
                group=thresholds.least_group,
                deviation=thresholds.deviation,
                day=self.words.date(thresholds.valid_from),
            ),
            self.words("signals.sources", sources=self.words.listed(cited)),
            self.words("signals.remains"),
            honest_text(self.instrument, self.words),
        ]
        yield points(told)

    # --- Parts ------------------------------------------------------------------------------------

    def _plot(self, theme: Theme, lines: Sequence[Line]) -> Bars:
        """Plot the values of a theme; the caption says of how many cases the percentages are."""
        caption = self.words(f"signals.caption.{theme.about.value}")
        known = self.signals.known(theme)
        if known is not None:
            key = "signals.caption_of" if theme.unknown is None else "signals.caption_of_known"
            caption = self.words(key, caption=caption, count=self.text.plain(known))
        bars = [
            Bar(self.text.value(theme, line), line.total or 0, self.text.count(theme, line))
            for line in lines
        ]
        if theme.unknown is not None:
            unknown = theme.unknown
            text = self.text.plain(unknown.total)
            bars.append(Bar(self.words("signals.not_known"), unknown.total or 0, text))
        return Bars(caption, tuple(bars))

    def _by_group(self, theme: Theme) -> Iterator[Block]:
        if not self.signals.groups:
            return
        lines = [*theme.lines, *([theme.unknown] if theme.unknown else [])]
        rows: list[tuple[Inline, ...]] = []
        for index in range(len(self.signals.groups)):
            counts = (self.text.count(theme, line, index) for line in lines)
            known = self.text.plain(self.signals.known(theme, index))
            rows.append((inline(self.text.group(index)), inline(known), *map(inline, counts)))
        key = "signals.column_all" if theme.unknown is None else "signals.column_known"
        names = (self.text.value(theme, line) for line in lines)
        yield Table(("", self.words(key), *names), tuple(rows))

    def _side_by_side(self, themes: Sequence[Theme]) -> Table:
        scale = self.instrument.scale
        met = {line.value: line for theme in themes for line in theme.lines}
        own = [level.id for level in reversed(scale.levels)] if scale else []
        # What is no level, such as "no limit known", comes last.
        values = [*own, *(value for value in met if value not in own)]
        rows: list[tuple[Inline, ...]] = []
        for value in values:
            cells = []
            for theme in themes:
                line = next((line for line in theme.lines if line.value == value), None)
                cells.append(inline(self.text.plain(line.total) if line else "–"))
            rows.append((inline(self.text.level(value)), *cells))
        if any(theme.unknown for theme in themes):
            unknown = [self.text.plain(t.unknown.total) if t.unknown else "–" for t in themes]
            rows.append((inline(self.words("signals.not_known")), *map(inline, unknown)))
        header = ("", *(self.words(f"signals.{theme.about.value}") for theme in themes))
        return Table(header, tuple(rows))

    def _said(self, theme: Theme) -> Item:
        """In a sentence: of how many cases something holds, and below it of each group."""
        what = self.words(f"signals.said.{theme.about.value}")
        line = theme.line(YES)
        told = self.words("pair", name=what, value=self.text.share(theme, line))
        return Item(inline(told), self.text.groups(theme, line))

    def _bar_of(self, theme: Theme) -> Bar:
        line = theme.line(YES)
        text = self.text.share(theme, line)
        return Bar(self.text.item(theme), line.total or 0, text, self.text.groups(theme, line))
