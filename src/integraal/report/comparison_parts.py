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
        """Say who answered what, on one line."""
        question = self.instrument.question(difference.question)
        parts: list[Span] = []
        for said in difference.said:
            parts.extend([Span(" · ")] if parts else [])
            parts.extend(self.says(self.who(said.views), self.answer(question, said)))
        return tuple(parts)

    def swaps(self, difference: Difference) -> Iterator[Inline]:
        """Say from what to what the advice goes; equal changes together."""
        known = {view for said in difference.said if said.is_known for view in said.views}
        together: dict[tuple[tuple[int, ...], str, str], list[int]] = {}
        for swap in difference.swaps:
            if swap.moves:
                key = (swap.givers, self.standing(swap.before), self.standing(swap.after))
                together.setdefault(key, []).append(swap.view)
        for (givers, before, after), views in together.items():
            sentence = "compare.swap" if known.issuperset(givers) else "compare.without"
            text = self.words(
                sentence,
                whose=self.who(views),
                givers=self.who(givers),
                before=before,
                after=after,
            )
            yield inline(Span(text, quiet=True))
        if any(swap.is_urgent for swap in difference.swaps):
            yield inline(Span(self.words("compare.urgent"), quiet=True))

    def standing(self, standing: Standing) -> str:
        """Say an advice in few words: its level or range, and its routes."""
        routes = {outcome.id: outcome.text for outcome in self.instrument.outcomes}
        parts = [lowered(routes[outcome].rstrip(".")) for outcome in standing.outcomes]
        if standing.level and standing.reach:
            parts.insert(0, self.range(standing.level, standing.reach))
        return "; ".join(parts) or self.words("compare.no_outcome")

    def range(self, level: Level, reach: Level) -> str:
        """Say a level, or from which to which it can still go."""
        if level == reach:
            return lowered(level.name)
        return self.words("compare.range", low=lowered(level.name), high=lowered(reach.name))

    def ladder(self, scale: Scale) -> Ladder:
        """Draw the levels with everybody's advice in a column of their own."""
        return Ladder(
            tuple(
                Rung(rank, level.name, "", tuple(self._marks(level)))
                for rank, level in enumerate(scale.levels, 1)
            ),
            self.letters,
        )

    def _marks(self, level: Level) -> Iterator[Mark]:
        for letter, view in zip(self.letters, self.comparison.views, strict=True):
            advice = view.advice
            if level == advice.level:
                key = "compare.mark.advice" if advice.is_settled else "compare.mark.at_least"
                yield Mark(SHAPES["advice"], self.words(key), strong=True, column=letter)
            elif level == advice.reach:
                word = self.words("compare.mark.reach")
                yield Mark(SHAPES["reach"], word, column=letter)
