"""Lay out several views of one case on one sheet: the start of a meeting, never a verdict.

First what is urgent and where everybody's advice stands, then the differences that change an
advice, then the rest. People are letters, with the name of their file.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from integraal.model.instrument import Kind, Statement, Urgency
from integraal.model.results.comparison import Comparison, Difference, Said
from integraal.model.services.help_line import HelpLine
from integraal.report.blocks import Alarm, Block, Document, Heading, Item, Paragraph, WritingLines
from integraal.report.pages.advice import footer
from integraal.report.parts.advice_parts import given_up
from integraal.report.parts.comparison_parts import Voices, alarm_of_all
from integraal.report.parts.foreign import foreign
from integraal.report.parts.grounds import grounds_in_short, honest_end, notes
from integraal.report.parts.others import closing
from integraal.report.parts.source_only import not_of_source
from integraal.report.parts.timeline.decided import decided_lines
from integraal.report.parts.timeline.known_before import earlier_lines
from integraal.report.phrases.answer import lowered, own_answers
from integraal.report.phrases.case import case_name
from integraal.report.phrases.grounds import short_grounds
from integraal.report.prose import page, paragraph, points, section, urgent
from integraal.report.text import Inline, inline, quiet, strong
from integraal.words.words import Words


def comparison_page(
    people: Sequence[str],
    comparison: Comparison,
    words: Words,
    lines: Sequence[HelpLine] = (),
) -> Document:
    """Compose the sheet.

    Args:
        people: How each is named, in the order of the views; empty leaves room to write it.
        comparison: What the engine found.
        words: In the language of its instrument.
        lines: Every help line, for a sheet for others than professionals.
    """
    return Sheet(comparison, words).document(people, lines)


class Sheet:
    """The parts of the sheet, each a few blocks."""

    def __init__(self, comparison: Comparison, words: Words) -> None:
        self.instrument = comparison.instrument
        self.comparison = comparison
        self.words = words
        self.voices = Voices(comparison, words)
        self.first_ones = [d for d in comparison.disagreements if d.changes_advice]
        self.others = [d for d in comparison.disagreements if not d.changes_advice]
        self.telling = [d for d in comparison.to_ask if d.changes_advice]
        self.less = [d for d in comparison.to_ask if not d.changes_advice]
        self.asking_changes = bool(comparison.unknown_to_all or self.telling)

    def document(self, people: Sequence[str], lines: Sequence[HelpLine]) -> Document:
        """Put the parts together; see `comparison_page`."""
        words, views = self.words, [view.assessment for view in self.comparison.views]
        now, told = views[-1], self.instrument
        names = dict.fromkeys(case_name(each.case, each.reader, words) for each in views)
        cases = ", ".join(names)
        end: Iterable[Block] = ()
        if not now.reader.is_professional:
            end = closing([told], now.reader, lines, self.country, words)
        blocks = (
            paragraph(strong(words(f"reader.{now.reader.value}"))),
            paragraph(quiet(f"{words('case.line', casus=cases)} · {told.title}")),
            *self.people(people),
            *self.countries(),
            *not_of_source(views, words),
            *self.to_ask_first(),
            *self.advices(),
            *self.decided(),
            *self.first(),
            *self.rest(),
            *self.to_ask(),
            *self.known_before(),
            *self.agreed(),
            *self.own_words(),
            *self.grounds(),
            Heading(2, words("checklist.agreements")),
            WritingLines(3, words("compare.agreement")),
            *end,
        )
        foot = footer(told, words)
        made = page(words("compare.title"), words, blocks, foot, foreign([told], words))
        return replace(made, alarm=self.alarm(), is_sheet=True)

    def name(self, question: str) -> str:
        """How a question is called."""
        return self.instrument.question(question).name

    def people(self, people: Sequence[str]) -> Iterator[Block]:
        """Who is which letter, and what the sheet is for."""
        yield points(self.who_is_who(people))
        yield paragraph(self.words("compare.about"))

    def who_is_who(self, people: Sequence[str]) -> list[Inline]:
        """Each letter with whose it is and of which day."""
        lines = []
        views = self.comparison.views
        for letter, person, view in zip(self.voices.letters, people, views, strict=True):
            day = view.assessment.day
            when = f" · {self.words.date(day)}" if day else ""
            # A name that stays off the page can be written on it by who holds the sheet.
            who = person or self.words("compare.who")
            lines.append(inline(strong(letter), f"  {who}", quiet(when)))
        return lines

    def countries(self) -> Iterator[Block]:
        """That not everybody names the same country: law and routes differ by it."""
        views: dict[str, list[int]] = {}
        for index, view in enumerate(self.comparison.views):
            views.setdefault(view.assessment.country, []).append(index)
        said = [
            self.words(
                "compare.country", who=self.voices.who(who), land=self.words(f"place.{land}")
            )
            for land, who in views.items()
            if land
        ]
        if len(said) > 1:
            yield paragraph(strong(self.words("compare.countries", said=self.words.listed(said))))

    @property
    def country(self) -> str:
        """Where all views say that the case is; empty where they do not."""
        said = {view.assessment.country for view in self.comparison.views}
        return said.pop() if len(said) == 1 else ""

    def alarm(self) -> Alarm | None:
        """The dangers that anybody's answers show, with whose they are."""
        return alarm_of_all(self.voices, self.country)

    def decided(self) -> Iterator[Block]:
        """What people decided otherwise, each with whose answers stand beside it."""
        lines = [
            inline(strong(f"{letter}  "), line)
            for letter, view in zip(self.voices.letters, self.comparison.views, strict=True)
            for line in decided_lines(view.assessment, self.words)
        ]
        yield from section(self.words("decided.title"), lines)

    def to_ask_first(self) -> Iterator[Block]:
        """What comes first for whom, besides danger; it does not wait for agreement."""
        items = []
        asks = (one for one in self.instrument.actions if one.urgent is Urgency.ASK)
        for action in asks:
            views = [
                index
                for index, view in enumerate(self.comparison.views)
                if action.id in view.standing.urgent
            ]
            if views:
                who = self.words("compare.from", who=self.voices.who(views))
                rests = self.rests_of(action, views)
                items.append(Item(inline(action.text), (inline(quiet(f"{who} {rests}")),)))
        yield from urgent(items, self.words)

    def rests_of(self, action: Statement, views: Sequence[int]) -> str:
        """What it rests on that something comes first, in the first view that says so."""
        now = self.comparison.views[views[0]].assessment
        rules = (reason.rule for reason in now.to_ask_first if reason.rule.target == action.id)
        return next((short_grounds(rule, now.reader, self.words) for rule in rules), "")

    def advices(self) -> Iterator[Block]:
        """Where everybody's advice stands."""
        yield Heading(2, self.words("compare.advices"))
        scale = self.instrument.scale
        if scale is not None:
            yield self.voices.ladder(scale)
        else:
            yield points(
                self.voices.says(letter, self.voices.standing(view.standing))
                for letter, view in zip(self.voices.letters, self.comparison.views, strict=True)
            )
        yield from self.beside_the_advices()

    def beside_the_advices(self) -> Iterator[Block]:
        """Whether all was looked at, whether all advices are one, and what is estimated."""
        seen = (view.assessment.advice for view in self.comparison.views)
        yield from given_up((advice.searched_all for advice in seen), self.words)
        if self.comparison.same_advice:
            yield paragraph(self.words("compare.same_advice"))
        yield from self.estimates()

    @property
    def estimated(self) -> list[Difference]:
        """What people estimated beforehand."""
        question = self.instrument.question
        return [each for each in self.comparison.asides if question(each.question).estimate_of]

    def estimates(self) -> Iterator[Block]:
        """What people estimated beforehand, each on a line."""
        yield from map(Paragraph, map(self.voices.said, self.estimated))

    def first(self) -> Iterator[Block]:
        """What to talk about first, because it changes advice."""
        if not self.comparison.disagreements:
            yield paragraph(self.words("compare.no_difference"))
            return
        yield Heading(2, self.words("compare.first"))
        if not self.first_ones:
            key = "compare.first_ask" if self.asking_changes else "compare.first_none"
            yield paragraph(self.words(key))
            return
        yield paragraph(self.words("compare.first_about"))
        yield points(map(self.item, self.first_ones), numbered=True)

    def item(self, difference: Difference) -> Item:
        """One difference, with what the advice of one becomes with the answer of another."""
        return Item(self.voices.said(difference), tuple(self.voices.swaps(difference)))

    def rest(self) -> Iterator[Block]:
        """Where people differ and no advice changes."""
        title, about = self.words("compare.rest"), self.words("compare.rest_about")
        yield from section(title, map(self.item, self.others), about=about)

    def to_ask(self) -> Iterator[Block]:
        """What one knows and another does not."""
        unknown = list(self.unknown_to_all())
        if not unknown and not self.comparison.to_ask:
            return
        yield Heading(2, self.words("compare.ask"))
        yield from map(paragraph, unknown)
        if self.telling:
            yield paragraph(self.words("compare.ask_about"))
            yield points(map(self.item, self.telling))
        if less := list(self.asked_less(self.less)):
            yield paragraph(self.words("compare.ask_rest"))
            yield points(less)

    def unknown_to_all(self) -> Iterator[str]:
        """That nobody knows some answers, where there are any."""
        unknown = [lowered(self.name(question)) for question in self.comparison.unknown_to_all]
        if unknown:
            yield self.words("compare.unknown_to_all", questions=self.words.listed(unknown))

    def asked_less(self, differences: list[Difference]) -> Iterator[Inline]:
        """Name for everybody what they do not know or did not answer."""
        for index, letter in enumerate(self.voices.letters):
            names = [
                self.missing(difference.question, said)
                for difference in differences
                for said in difference.said
                if index in said.views and not said.is_known
            ]
            if names:
                yield self.voices.says(letter, self.words.listed(names))

    def missing(self, question: str, said: Said) -> str:
        """Name a question that was not answered, or of which the answer is not known."""
        name = lowered(self.name(question))
        return name if said.answer is None else self.words("compare.not_known", question=name)

    def known_before(self) -> Iterator[Block]:
        """What people knew at an earlier moment of their own and leave open now."""
        told = (
            self.voices.says(letter, line)
            for letter, view in zip(self.voices.letters, self.comparison.views, strict=True)
            for line in earlier_lines(view.assessment, self.words)
        )
        about = self.words("known_before.about")
        yield from section(self.words("known_before.title"), told, about=about)

    def agreed(self) -> Iterator[Block]:
        """What everybody said, and which advice follows from that alone."""
        yield Heading(2, self.words("compare.agreed"))
        if not self.comparison.agreed:
            yield paragraph(self.words("compare.agreed_none"))
            return
        anyone = self.comparison.views[0].assessment
        told = own_answers(self.comparison.agreed, anyone, self.words)
        yield paragraph(" · ".join(told))
        advice = self.voices.standing(self.comparison.common_ground)
        yield paragraph(self.words("compare.agreed_about", advice=advice))

    def grounds(self) -> Iterator[Block]:
        """What carries everybody's advice, and that nobody validated it."""
        views = [view.assessment for view in self.comparison.views]
        told = list(zip(self.voices.letters, views, strict=True))
        yield from grounds_in_short(told, self.words, title=self.words("compare.grounds"))
        levels = [level for each in views for level in (each.advice.level, each.advice.reach)]
        yield from notes(levels, self.words)
        yield from honest_end(views, self.words)

    def own_words(self) -> Iterator[Block]:
        """What people wrote themselves."""
        said = (
            self.voices.said(aside)
            for aside in self.comparison.asides
            if self.instrument.question(aside.question).kind is Kind.TEXT
        )
        yield from section(self.words("compare.own_words"), said)
