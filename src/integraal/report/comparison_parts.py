"""Parts of the sheet for a meeting: who said what, where advices stand, what a swap would do."""

from collections.abc import Iterable, Iterator

from integraal.model.codes import letters
from integraal.model.comparison import Comparison, Difference, Said, Standing
from integraal.model.instrument import Instrument, Question
from integraal.model.scale import Level, Scale
from integraal.report.advice_parts import SHAPES
from integraal.report.answer_text import answer_text, lowered
from integraal.report.blocks import Inline, Ladder, Mark, Rung, Span, inline
from integraal.report.words import Words


class Voices:
    """Says things about views, each view by its letter."""

    def __init__(self, instrument: Instrument, comparison: Comparison, words: Words) -> None:
        """Take what every sentence needs; instrument and words are in the same language."""
        self.instrument = instrument
        self.comparison = comparison
        self.words = words
        self.letters = tuple(letters(index) for index in range(len(comparison.views)))

    def who(self, views: Iterable[int]) -> str:
        """Name views by their letters, as in `A en C`."""
        return self.words.listed([self.letters[view] for view in sorted(views)])

    def answer(self, question: Question, said: Said) -> str:
        """Say an answer inside a sentence."""
        return lowered(answer_text(question, said.answer, self.words))

    def says(self, who: str, what: str) -> Inline:
        """Say something of a view."""
        return inline(Span(who, strong=True), self.words("pair", name="", value=what))

    def said(self, difference: Difference) -> Inline:
        """Name a question and say who answered what, on one line."""
        question = self.instrument.question(difference.question)
        parts: list[Span] = []
        for said in difference.said:
            parts.extend([Span(" · ")] if parts else [])
            parts.extend(self.says(self.who(said.views), self.answer(question, said)))
        return inline(Span(f"{question.name}.", strong=difference.changes_advice), " ", *parts)

    def swaps(self, difference: Difference) -> Iterator[Inline]:
        """Say from what to what an advice goes; equal changes together, in the order of views."""
        known = {view for said in difference.said if said.is_known for view in said.views}
        together: dict[tuple[tuple[int, ...], str], list[int]] = {}
        for swap in sorted(difference.swaps, key=lambda swap: swap.view):
            if swap.moves:
                change = self.change(swap.before, swap.after)
                together.setdefault((swap.givers, change), []).append(swap.view)
        for (givers, change), views in together.items():
            key = "compare.swap" if known.issuperset(givers) else "compare.without"
            whose, whence = self.who(views), self.who(givers)
            text = self.words(key, whose=whose, givers=whence, change=change)
            yield inline(Span(text, quiet=True))
        if any(swap.is_urgent for swap in difference.swaps):
            yield inline(Span(self.words("compare.urgent"), quiet=True))

    def change(self, before: Standing, after: Standing) -> str:
        """Say from what to what, and of a range only the side that moves."""
        if before.outcomes != after.outcomes or before.level != after.level:
            both = before.level != after.level and before.reach != after.reach
            is_wide = both and not (self.settled(before) or self.settled(after))
            say = self.standing if is_wide or before.outcomes != after.outcomes else self.floor
            return self.words("compare.change", before=say(before), after=say(after))
        say = self.floor if self.settled(before) or self.settled(after) else self.top
        return self.words("compare.change", before=say(before), after=say(after))
