"""Lay out advice for the professional: what, why, what is open, what to do, on what grounds."""

from collections.abc import Iterable, Iterator

from integraal.model.instrument import Instrument
from integraal.model.results.advice import Reason
from integraal.model.results.assessment import Assessment
from integraal.model.scale import Level, Scale
from integraal.report.blocks import Alarm, Block, Callout, Document, Heading, Item, Paragraph
from integraal.report.parts.advice_parts import (
    decides,
    direction,
    estimates,
    gap,
    given_up,
    headline,
    ladder,
    reason_lines,
)
from integraal.report.parts.beside import beside_blocks
from integraal.report.parts.danger import alarm
from integraal.report.parts.foreign import foreign
from integraal.report.parts.further import NOTHING, Further
from integraal.report.parts.grounds import grounds_blocks, notes
from integraal.report.parts.others import closing
from integraal.report.parts.outcomes import Outcomes
from integraal.report.parts.role_card import who_text
from integraal.report.parts.scores import scores_blocks
from integraal.report.parts.services import (
    services_at_answers,
    services_at_forms,
    services_for,
)
from integraal.report.parts.source_only import not_of_source
from integraal.report.parts.timeline.agreed import agreed_blocks
from integraal.report.parts.timeline.decided import decided_blocks
from integraal.report.parts.timeline.known_before import along, known_before
from integraal.report.parts.written import written
from integraal.report.phrases.answer import own_answers
from integraal.report.phrases.case import case_line
from integraal.report.phrases.grounds import short_grounds
from integraal.report.prose import paragraph, points, section, urgent
from integraal.report.text import Inline, inline, quiet, strong
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
            *known_before(assessment, words),
            *page.actions(),
            *page.services(),
            *page.onward(),
            *page.estimates(),
            *written(assessment, words),
            *page.attention_points(),
            *grounds_blocks(assessment, words),
        )
    )


def footer(instrument: Instrument, words: Words) -> str:
    """What every page must say: advice, no decision; and which model made it."""
    said = words("footer", instrument=instrument.id, version=instrument.version)
    return f"{said}{in_its_language(instrument, words)}"


def in_its_language(shown: Instrument | Scale, words: Words) -> str:
    """Say behind a footer in which language its texts are, where that is not that of the page.

    Empty where it is.
    """
    if shown.language == words.language:
        return ""
    return f" ({words(f'footer.texts.{shown.language}')})"


def alarm_of(assessment: Assessment, words: Words) -> Alarm | None:
    """What comes before everything on a page about a case for professionals."""
    within, country = assessment.instrument.id, assessment.country
    return alarm(assessment.dangers, country, words, within=within)


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
        """Put blocks below what no page about advice is without."""
        top = (
            Heading(1, self.heading),
            paragraph(strong(self.words(f"reader.{self.assessment.reader.value}"))),
            *self.which_case(),
            *not_of_source([self.assessment], self.words),
            *self.to_ask_first(),
            *agreed_blocks(self.assessment.case, self.words),
            *self.level(),
            *self.outcomes(),
            *scores_blocks(self.assessment, self.words, about=not is_sheet),
            *decided_blocks(self.assessment, self.words),
            *beside_blocks(self.assessment, self.words),
        )
        return Document(
            title=title or self.instrument.title,
            language=self.words.language,
            blocks=(*top, *blocks, *self.closing()),
            footer=footer(self.instrument, self.words),
            is_sheet=is_sheet,
            alarm=alarm_of(self.assessment, self.words),
            foreign=foreign([self.instrument], self.words),
        )

    @property
    def heading(self) -> str:
        """What stands above it."""
        return self.instrument.title

    def which_case(self) -> Iterator[Block]:
        """Which case, of which day, and what counts that is of another day."""
        now = self.assessment
        yield paragraph(quiet(case_line(now.case, self.instrument, now.reader, self.words)))
        yield from along(now, self.words)

    def closing(self) -> Iterator[Block]:
        """The end of a page for others than professionals."""
        reader, lines = self.assessment.reader, self.further.lines
        if not reader.is_professional:
            told, country = [self.instrument], self.assessment.country
            yield from closing(told, reader, lines, country, self.words)

    def to_ask_first(self) -> Iterator[Block]:
        """What cannot wait, besides danger."""
        yield from urgent(map(self.action_item, self.assessment.to_ask_first), self.words)

    def level(self) -> Iterator[Block]:
        """Draw the levels, and say the advice in a sentence."""
        scale = self.instrument.scale
        if scale is None:
            return
        yield Heading(2, scale.title)
        yield ladder(scale, self.advice, self.words)
        yield Paragraph(headline(self.assessment, self.words))
        yield from given_up([self.advice.searched_all], self.words)
        if self.instrument.present is not None:
            yield paragraph(direction(self.assessment, self.words))
        if text := gap(self.assessment, self.words):
            yield paragraph(text)
        yield from notes((self.advice.level, self.advice.reach), self.words)

    def outcomes(self) -> Iterator[Block]:
        """Lay out the routes, table by table."""
        yield from Outcomes(self.assessment, self.words, self.further.region).blocks()

    def onward(self) -> Iterator[Block]:
        """Point to the instruments that fit next, each with the command to type."""
        steps = (
            Item(
                inline(strong(step.title)),
                (inline(step.because, quiet(f" {step.rests_on}")), inline(quiet(step.command))),
            )
            for step in self.further.onward
        )
        yield from section(self.words("onward.title"), steps)

    def provisional(self) -> Iterator[Block]:
        """The sentence that something must be done first."""
        if self.advice.provisional:
            lines = tuple(Paragraph(self.in_short(reason)) for reason in self.advice.first)
            yield Callout(self.words("advice.provisional"), lines)

    def reasons(self) -> Iterator[Block]:
        """The reasons: those that decide, and those of lower levels."""
        if self.advice.level is None:
            return
        deciding = [reason for reason in self.advice.reasons if decides(reason, self.advice)]
        lower = [reason for reason in self.advice.reasons if not decides(reason, self.advice)]
        title = self.words("reasons.title", level=self.advice.level.name.lower())
        yield from section(title, map(self.reason_item, deciding), numbered=True)
        if lower:
            yield paragraph(quiet(self.words("reasons.lower")))
            yield points(map(self.in_short, lower))

    def in_short(self, reason: Reason) -> Inline:
        """One reason on a line, with what it rests on."""
        return inline(reason.rule.grounds.because, " ", quiet(self.rests_on(reason)))

    def rests_on(self, reason: Reason) -> str:
        """What a reason rests on, in short."""
        return short_grounds(reason.rule, self.assessment.reader, self.words)

    def reason_item(self, reason: Reason) -> Item:
        """One reason."""
        doubt = "" if reason.certain else self.words("reason.either_way")
        below = tuple(reason_lines(reason, self.assessment, self.words))
        return Item(inline(reason.rule.grounds.because, doubt), below)

    def limits(self) -> Iterator[Block]:
        """What limits what is feasible now."""
        yield from section(self.words("limits.title"), map(self.reason_item, self.advice.limits))

    @property
    def still_asked(self) -> list[str]:
        """What is open, as it is asked, most telling first."""
        open_ones = [one.question for one in self.advice.open_questions]
        open_ones += [one.question for one in self.advice.open_routes]
        return [self.instrument.question(name).ask for name in dict.fromkeys(open_ones)]

    def open_questions(self) -> Iterator[Block]:
        """Ask what is still open, most telling first."""
        asks: dict[str, Inline] = {}
        perhaps = "" if self.advice.searched_all else "_perhaps"
        for question in self.advice.open_questions:
            asked = self.instrument.question(question.question)
            level = question.could_become.name.lower()
            note = self.words(f"open.could_become{perhaps}", level=level)
            asks[asked.id] = inline(asked.ask, " ", quiet(note))
        for route in self.advice.open_routes:
            asks.setdefault(route.question, inline(self.instrument.question(route.question).ask))
        title, about = self.words("open.title"), self.words(f"open.about{perhaps}")
        yield from section(title, asks.values(), about=about, numbered=True)

    def action_item(self, reason: Reason) -> Item:
        """One action with the answers that call for it."""
        told = own_answers(reason.answers, self.assessment, self.words)
        because = f"{self.words('because')} {self.words.apart(told)}" if told else ""
        action = self.instrument.action_of(reason.rule)
        who = who_text(action, self.instrument, self.words)
        below = " · ".join(filter(None, (who, because, self.rests_on(reason))))
        services = services_for(self.further.region, action.id, self.words)
        return Item(inline(action.text), (inline(quiet(below)), *services))

    def actions(self) -> Iterator[Block]:
        """List what to do or discuss, to tick off; and say so where there may be more."""
        actions = map(self.action_item, self.assessment.not_urgent)
        yield from section(self.words("actions.title"), actions, to_tick=True)
        if self.assessment.reader.is_professional and self.assessment.actions_may_come:
            yield paragraph(quiet(self.words("actions.more")))

    def services(self) -> Iterator[Block]:
        """Whom one can turn to for what people answered."""
        yield from services_at_answers(self.assessment, self.further.region, self.words)

    def estimates(self) -> Iterator[Block]:
        """Lay the estimates beside the advice."""
        lines = estimates(self.assessment, self.words)
        yield from section(self.words("estimate.title"), lines)

    def attention_points(self) -> Iterator[Block]:
        """What the level asks of people."""
        scale, level = self.instrument.scale, self.advice.level
        if scale is None or level is None:
            return
        yield Heading(2, self.words("attention.title", level=level.name.lower()))
        yield paragraph(level.what)
        for form in level.forms:
            examples = self.words("attention.examples", examples=self.words.listed(form.examples))
            yield paragraph(
                strong(f"{form.name}. "), form.what, f" {examples}" if form.examples else ""
            )
        yield from services_at_forms([level], self.further.region, self.words)
        yield points((point.text for point in level.attention_points), to_tick=True)
        yield from self.lower_points(scale, level)

    def lower_points(self, scale: Scale, level: Level) -> Iterator[Block]:
        """Name the points of lower levels in short."""
        lower = scale.levels[: scale.rank(level.id)]
        if lower:
            yield paragraph(quiet(self.words("attention.lower")))
            yield points(
                inline(
                    strong(self.words("pair", name=below.name, value="")),
                    self.words.apart(point.short for point in below.attention_points),
                )
                for below in lower
            )
