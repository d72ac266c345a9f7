"""Lay out advice as one sheet of paper: what the table needs, and room for what is agreed.

It says less than the page on a screen, and where it leaves something out it says how much: of the
lower reasons only how many there are, of the sources only their keys.
"""

from collections.abc import Iterator, Sequence

from integraal.model.results.advice import Reason
from integraal.model.results.assessment import Assessment
from integraal.model.scale import Level, Scale
from integraal.report.blocks import Block, Document, Heading, Item, Table
from integraal.report.pages.advice import Page
from integraal.report.parts.advice_parts import decides
from integraal.report.parts.further import NOTHING, Further
from integraal.report.parts.grounds import fitting, honest_end
from integraal.report.parts.services import services_at_forms
from integraal.report.parts.timeline.known_before import earlier_lines
from integraal.report.parts.written import written
from integraal.report.phrases.answer import own_answers
from integraal.report.phrases.case import case_name
from integraal.report.prose import Listed, paragraph, section
from integraal.report.text import inline, quiet
from integraal.words.words import Words

_REASONS, _OPEN, _POINTS, _AGREEMENTS = 6, 5, 6, 4
"""The most of each that a sheet has room for."""


def advice_sheet(assessment: Assessment, words: Words, further: Further = NOTHING) -> Document:
    """Compose the sheet.

    Args:
        assessment: The case under advice.
        words: In the language of its instrument.
        further: The services of a region, if somebody named them.
    """
    sheet = _Sheet(assessment, words, further)
    name = case_name(assessment.case, assessment.reader, words)
    return sheet.document(
        (
            *sheet.provisional(),
            *sheet.reasons(),
            *sheet.limits(),
            *sheet.open_questions(),
            *sheet.known_before(),
            *sheet.actions(),
            *sheet.services(),
            *sheet.estimates(),
            *written(assessment, words),
            *sheet.attention_points(),
            *sheet.rests(),
            *agreements(words),
        ),
        title=" · ".join((assessment.instrument.title, name)),
        is_sheet=True,
    )


class _Sheet(Page):
    """The page in short."""

    def reasons(self) -> Iterator[Block]:
        """The reasons that decide, each with one's own answers."""
        level = self.advice.level
        if level is None:
            return
        deciding = [reason for reason in self.advice.reasons if decides(reason, self.advice)]
        items = self.fitting(list(map(self.short_item, deciding)), _REASONS)
        if lower := len(self.advice.reasons) - len(deciding):
            key = "sheet.lower" if self.is_professional else "sheet.lower_others"
            items.append(inline(quiet(self.words(key, count=lower))))
        title = self.words("reasons.title", level=level.name.lower())
        yield from section(title, items)

    def short_item(self, reason: Reason) -> Item:
        """A reason with one's own answers and what it rests on, on a line below it."""
        told = self.words.apart(own_answers(reason.answers, self.assessment, self.words))
        below = " · ".join(filter(None, (told, self.rests_on(reason))))
        return Item(inline(reason.rule.grounds.because), (inline(quiet(below)),))

    def limits(self) -> Iterator[Block]:
        """What limits what is feasible now."""
        yield from section(self.words("limits.title"), map(self.in_short, self.advice.limits))

    def open_questions(self) -> Iterator[Block]:
        """Ask what can still change the advice, most telling first."""
        asked = self.still_asked
        yield from section(self.words("open.title"), self.fitting(asked, _OPEN))

    def known_before(self) -> Iterator[Block]:
        """The last known answers to what is open now."""
        told = list(earlier_lines(self.assessment, self.words))
        yield from section(self.words("known_before.title"), self.fitting(told, _OPEN))

    def attention_points(self) -> Iterator[Block]:
        """List what the level asks of people, to tick off."""
        level = self.advice.level
        if level is not None:
            texts = [point.text for point in level.attention_points]
            title = self.words("attention.title", level=level.name.lower())
            yield from section(title, self.fitting(texts, _POINTS), to_tick=True)
            yield from services_at_forms([level], self.further.region, self.words)
            if self.instrument.scale is not None:
                yield from self.lower_points(self.instrument.scale, level)

    def lower_points(self, scale: Scale, level: Level) -> Iterator[Block]:
        """Name the points of lower levels as closely as they can stand."""
        named = [
            self.words(
                "pair",
                name=lower.name,
                value=f"{self.words.apart(point.short for point in lower.attention_points)}.",
            )
            for lower in scale.levels[: scale.rank(level.id)]
        ]
        if named:
            yield paragraph(quiet(" ".join((self.words("attention.lower"), *named))))

    def rests(self) -> Iterator[Block]:
        """What the letters say, and that nobody validated it."""
        yield from honest_end([self.assessment], self.words)

    @property
    def is_professional(self) -> bool:
        return self.assessment.reader.is_professional

    def fitting(self, every: Sequence[Listed], most: int) -> list[Listed]:
        """As many as there is room for, and how many that leaves out."""
        more = "sheet.more" if self.is_professional else "family.more"
        return fitting(every, most, self.words, more)


def agreements(words: Words) -> Iterator[Block]:
    """Room for what is agreed now; what is open of before stands at the head."""
    header = tuple(words(f"checklist.agreement.{name}") for name in ("what", "who", "when", "done"))
    yield Heading(2, words("checklist.agreements"))
    yield Table(header, (), blank_rows=_AGREEMENTS)
