"""Lay out several views of one case on one side of paper, for the meeting.

It says less than the page on a screen: what changes advice first, and of the rest how much there
is. The whole page has all of it.
"""

from collections.abc import Iterator, Sequence

from integraal.model.results.comparison import Comparison, Difference
from integraal.model.services.help_line import HelpLine
from integraal.report.blocks import Block, Document, Heading, Item
from integraal.report.pages.comparison import Sheet
from integraal.report.parts.grounds import fitting, grounds_in_short, honest_end, notes
from integraal.report.phrases.answer import lowered
from integraal.report.prose import Listed, paragraph, section
from integraal.report.text import beside_each_other, inline, quiet, strong
from integraal.words.words import Words

_FIRST, _ASK, _GROUNDS = 6, 2, 2
"""The most of each that a side has room for."""


def comparison_sheet(
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
    return _Brief(comparison, words).document(people, lines)


class _Brief(Sheet):
    """The page in short."""

    def fitting(self, every: Sequence[Listed], most: int) -> list[Listed]:
        """As many as there is room for, and how many that leaves out."""
        return fitting(every, most, self.words, "compare.more")

    def people(self, people: Sequence[str]) -> Iterator[Block]:
        yield paragraph(*beside_each_other(self.who_is_who(people)))

    def advices(self) -> Iterator[Block]:
        yield from super().advices() if self.is_few else self.advices_in_words()

    @property
    def is_few(self) -> bool:
        """Whether there is room for the ladder: where nothing comes before it."""
        return self.alarm() is None

    def advices_in_words(self) -> Iterator[Block]:
        """Everybody's advice on a line or two."""
        yield Heading(2, self.words("compare.advices"))
        told = [
            self.voices.says(letter, self.voices.standing(view.standing))
            for letter, view in zip(self.voices.letters, self.comparison.views, strict=True)
        ]
        yield paragraph(*beside_each_other(told))
        yield from self.beside_the_advices()

    def estimates(self) -> Iterator[Block]:
        said = list(map(self.voices.said, self.estimated))
        if said:
            yield paragraph(*beside_each_other(said))

    def item(self, difference: Difference) -> Item:
        swaps = beside_each_other(list(self.voices.swaps(difference)))
        return Item(self.voices.said(difference), (swaps,) if swaps else ())

    def first(self) -> Iterator[Block]:
        items = self.fitting(list(map(self.item, self.first_ones)), _FIRST)
        title, about = self.words("compare.first"), self.words("compare.first_brief")
        shown = section(title, items, about=about, numbered=True)
        yield from shown if items else super().first()

    def rest(self) -> Iterator[Block]:
        """Only what these differences are about: no advice changes by them."""
        names = [lowered(self.name(each.question)) for each in self.others]
        if names:
            title = strong(f"{self.words('compare.rest')}. ")
            told = self.words("compare.rest_brief", questions=self.words.listed(names))
            yield paragraph(title, told)

    def to_ask(self) -> Iterator[Block]:
        """What could change advice; how much else somebody does not know, in a count."""
        every: list[Listed] = [*self.unknown_to_all(), *map(self.item, self.telling)]
        items = self.fitting(every, _ASK)
        if self.less:
            items.append(inline(quiet(self.words("compare.ask_count", count=len(self.less)))))
        yield from section(self.words("compare.ask"), items)

    def agreed(self) -> Iterator[Block]:
        if not self.comparison.agreed:
            yield from super().agreed()
            return
        advice = self.voices.standing(self.comparison.common_ground)
        count = len(self.comparison.agreed)
        yield paragraph(
            strong(f"{self.words('compare.agreed')}. "),
            self.words("compare.agreed_count", count=count, advice=advice),
        )

    def grounds(self) -> Iterator[Block]:
        views = [view.assessment for view in self.comparison.views]
        told = list(zip(self.voices.letters, views, strict=True))
        title = self.words("compare.grounds")
        yield from grounds_in_short(told, self.words, title=title, most=_GROUNDS)
        levels = [level for each in views for level in (each.advice.level, each.advice.reach)]
        yield from notes(levels, self.words)
        yield from honest_end(views, self.words)
