"""Lay out an advice for the professional: what, why, what is open, what to do, on what grounds."""

from collections.abc import Iterable, Iterator

from integraal.model.case import Case
from integraal.model.instrument import Instrument
from integraal.model.results.advice import Reason
from integraal.model.results.assessment import Assessment
from integraal.model.scale import Level, Scale
from integraal.report.blocks import Block, Callout, Document, Heading, Item, Items, Paragraph
from integraal.report.pages.advice_parts import (
    decides,
    direction,
    estimates,
    gap,
    headline,
    ladder,
    reason_lines,
)
from integraal.report.pages.further import NOTHING, Further
from integraal.report.pages.grounds import grounds_blocks
from integraal.report.pages.outcomes import Outcomes
from integraal.report.phrases.answer import own_answers
from integraal.report.text import Span, inline
from integraal.words.words import Words


def advice_page(assessment: Assessment, words: Words, further: Further = NOTHING) -> Document:
    """Compose the page.

    Args:
        assessment: The case under advice.
        words: In the language of its instrument.
        further: Instruments that fit next, and the services of a region.
    """
    page = Page(assessment, words, further)
    return page.document(
        (
            *page.provisional(),
            *page.reasons(),
            *page.limits(),
            *page.open_questions(),
            *page.actions(),
            *page.onward(),
            *page.estimates(),
            *page.attention_points(),
            *grounds_blocks(assessment, words),
        )
    )


def case_line(case: Case, words: Words) -> str:
    """Say which case, and of which day."""
    day = case.latest.day
    parts = [words("case.line", casus=case.id)]
    if day is not None:
        parts.append(words.date(day.year, day.month, day.day))
    return " · ".join(parts)


def footer(instrument: Instrument, words: Words) -> str:
    """Say what every page must say: advice, no decision; and which model made it."""
    return words("footer", instrument=instrument.id, version=instrument.version)


class Page:
    """The parts of the page, each a few blocks."""

    def __init__(self, assessment: Assessment, words: Words, further: Further = NOTHING) -> None:
        self.assessment = assessment
        self.instrument = assessment.instrument
        self.advice = assessment.advice
        self.words = words
        self.further = further

    def document(
        self, blocks: Iterable[Block], *, title: str = "", is_sheet: bool = False
    ) -> Document:
        """Put blocks below what no page about an advice is without."""
        top = (
            Heading(1, self.instrument.title),
            Paragraph(inline(Span(case_line(self.assessment.case, self.words), quiet=True))),
            *self.left_out(),
            *self.urgent(),
            *self.level(),
            *self.outcomes(),
        )
        return Document(
            title=title or self.instrument.title,
            language=self.words.language,
            blocks=(*top, *blocks),
            footer=footer(self.instrument, self.words),
            is_sheet=is_sheet,
        )

    def left_out(self) -> Iterator[Block]:
        """Say which stored answers were left out of the page, safety among them maybe."""
        names = [self.instrument.question(name).name for name in self.assessment.left_out]
        if names:
            text = self.words("advice.left_out", questions=self.words.listed(names))
            title = self.words("advice.left_out_title")
            yield Callout(title, (Paragraph(inline(text)),), urgent=True)

    def urgent(self) -> Iterator[Block]:
        """Say what cannot wait."""
        if self.assessment.urgent:
            items = Items(tuple(map(self.action_item, self.assessment.urgent)))
            yield Callout(self.words("advice.urgent"), (items,), urgent=True)

    def level(self) -> Iterator[Block]:
        """Draw the levels, and say the advice in a sentence."""
        scale = self.instrument.scale
        if scale is None:
            return
        yield Heading(2, scale.title)
        yield ladder(scale, self.advice, self.words)
        yield Paragraph(headline(self.assessment, self.words))
        if self.instrument.present is not None:
            yield Paragraph(inline(direction(self.advice, self.words)))
        if gap(scale, self.advice, self.words):
            yield Paragraph(inline(gap(scale, self.advice, self.words)))

    def outcomes(self) -> Iterator[Block]:
        """Lay out the routes, table by table."""
        yield from Outcomes(self.assessment, self.words, self.further.region).blocks()

    def onward(self) -> Iterator[Block]:
        """Point to the instruments that fit next, each with the command to type."""
        if not self.further.onward:
            return
        yield Heading(2, self.words("onward.title"))
        yield Items(
            tuple(
                Item(
                    inline(Span(step.title, strong=True)),
                    (inline(step.because), inline(Span(step.command, quiet=True))),
                )
                for step in self.further.onward
            )
        )

    def provisional(self) -> Iterator[Block]:
        """Say that something must be done first."""
        if self.advice.provisional:
            lines = tuple(
                Paragraph(inline(reason.rule.grounds.because)) for reason in self.advice.first
            )
            yield Callout(self.words("advice.provisional"), lines)

    def reasons(self) -> Iterator[Block]:
        """Give the reasons: those that decide, and those of lower levels."""
        if self.advice.level is None:
            return
        deciding: list[Reason] = []
        lower: list[Reason] = []
        for reason in self.advice.reasons:
            (deciding if decides(reason, self.advice) else lower).append(reason)
        if deciding:
            yield Heading(2, self.words("reasons.title", level=self.advice.level.name.lower()))
            yield Items(tuple(self.reason_item(reason) for reason in deciding), numbered=True)
        if lower:
            yield Paragraph(inline(Span(self.words("reasons.lower"), quiet=True)))
            yield Items(tuple(Item(inline(r.rule.grounds.because)) for r in lower))

    def reason_item(self, reason: Reason) -> Item:
        """Give one reason."""
        doubt = "" if reason.certain else self.words("reason.either_way")
        below = tuple(reason_lines(reason, self.assessment, self.words))
        return Item(inline(reason.rule.grounds.because, doubt), below)

    def limits(self) -> Iterator[Block]:
        """Say what limits what is feasible now."""
        if self.advice.limits:
            yield Heading(2, self.words("limits.title"))
            yield Items(tuple(self.reason_item(reason) for reason in self.advice.limits))

    def open_questions(self) -> Iterator[Block]:
        """Ask what is still open, most telling first."""
        if not (self.advice.open_questions or self.advice.open_routes):
            return
        yield Heading(2, self.words("open.title"))
        yield Paragraph(inline(self.words("open.about")))
        items = []
        for question in self.advice.open_questions:
            asked = self.instrument.question(question.question)
            level = question.could_become.name.lower()
            note = self.words("open.could_become", level=level)
            items.append(Item(inline(asked.ask, " ", Span(note, quiet=True))))
        said = {question.question for question in self.advice.open_questions}
        items += [
            Item(inline(self.instrument.question(route.question).ask))
            for route in self.advice.open_routes
            if route.question not in said
        ]
        yield Items(tuple(items), numbered=True)

    def action_item(self, reason: Reason) -> Item:
        """Give one action with the answers that call for it."""
        told = own_answers(reason.answers, self.assessment, self.words)
        because = f"{self.words('because')} {'; '.join(told)}" if told else ""
        below = (inline(Span(because, quiet=True)),) if because else ()
        return Item(inline(self.instrument.action_of(reason.rule).text), below)

    def actions(self) -> Iterator[Block]:
        """List what to do or discuss, to tick off."""
        actions = self.assessment.not_urgent
        if actions:
            yield Heading(2, self.words("actions.title"))
            yield Items(tuple(map(self.action_item, actions)), to_tick=True)

    def estimates(self) -> Iterator[Block]:
        """Lay the estimates beside the advice."""
        lines = estimates(self.assessment, self.words)
        if lines:
            yield Heading(2, self.words("estimate.title"))
            yield Items(tuple(Item(inline(line)) for line in lines))

    def attention_points(self) -> Iterator[Block]:
        """Say what the level asks of people."""
        scale, level = self.instrument.scale, self.advice.level
        if scale is None or level is None:
            return
        yield Heading(2, self.words("attention.title", level=level.name.lower()))
        yield Paragraph(inline(level.what))
        for form in level.forms:
            examples = self.words("attention.examples", examples=self.words.listed(form.examples))
            yield Paragraph(
                inline(
                    Span(f"{form.name}. ", strong=True),
                    form.what,
                    f" {examples}" if form.examples else "",
                )
            )
        if level.note:
            yield Callout(self.words("attention.note"), (Paragraph(inline(level.note)),))
        yield Items(
            tuple(Item(inline(point.text)) for point in level.attention_points), to_tick=True
        )
        yield from self.lower_points(scale, level)

    def lower_points(self, scale: Scale, level: Level) -> Iterator[Block]:
        """Name the points of lower levels in short."""
        lower = scale.levels[: scale.rank(level.id)]
        if lower:
            yield Paragraph(inline(Span(self.words("attention.lower"), quiet=True)))
            yield Items(
                tuple(
                    Item(
                        inline(
                            Span(self.words("pair", name=below.name, value=""), strong=True),
                            "; ".join(point.short for point in below.attention_points),
                        )
                    )
                    for below in lower
                )
            )
