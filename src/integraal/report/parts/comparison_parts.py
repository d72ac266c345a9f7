"""Parts of the sheet for a meeting: who said what, where advices stand, what a swap would do."""

from collections.abc import Callable, Iterable, Iterator

from integraal.model.codes import letters
from integraal.model.instrument import Kind, Question
from integraal.model.results.comparison import Comparison, Difference, Said, Standing
from integraal.model.results.danger import Danger
from integraal.model.scale import Level, Scale
from integraal.report.blocks import Alarm
from integraal.report.figures import Ladder, Mark, Rung
from integraal.report.parts.advice_parts import SHAPES
from integraal.report.parts.danger import alarm
from integraal.report.phrases.answer import answer_text, lowered
from integraal.report.phrases.level import (
    NAMED,
    certain_text,
    possible_text,
    range_text,
    routes_text,
    standing_text,
)
from integraal.report.text import Inline, Span, beside_each_other, inline, quiet, strong
from integraal.words.words import Words


class Voices:
    """Says things about views, each view by its letter."""

    def __init__(self, comparison: Comparison, words: Words) -> None:
        """Take what every sentence needs; instrument and words are in the same language."""
        self.instrument = comparison.instrument
        self.comparison = comparison
        self.words = words
        self.letters = tuple(letters(index) for index in range(len(comparison.views)))

    def who(self, views: Iterable[int]) -> str:
        """Name views by their letters, as in `A en C`."""
        return self.words.listed([self.letters[view] for view in sorted(views)])

    def answer(self, question: Question, said: Said) -> str:
        """An answer inside a sentence; somebody's own words as they are."""
        text = answer_text(question, said.answer, self.words)
        return text if question.kind is Kind.TEXT else lowered(text)

    def says(self, who: str, what: str) -> Inline:
        """Say something of a view."""
        return inline(strong(who), self.words("pair", name="", value=what))

    def said(self, difference: Difference) -> Inline:
        """Name a question and say who answered what, on one line."""
        question = self.instrument.question(difference.question)
        each = [self.says(self.who(s.views), self.answer(question, s)) for s in difference.said]
        if difference.does_not_apply:
            who = self.who(difference.does_not_apply)
            each.append(self.says(who, self.words("condition.does_not_apply")))
        name = Span(f"{question.name}.", strong=difference.changes_advice)
        return inline(name, " ", *beside_each_other(each))

    def swaps(self, difference: Difference) -> Iterator[Inline]:
        """From what to what advice goes; equal changes together, in the order of views."""
        known = {view for said in difference.said if said.is_known for view in said.views}
        together: dict[tuple[tuple[int, ...], bool, str], list[int]] = {}
        for swap in sorted(difference.swaps, key=lambda swap: swap.view):
            if swap.moves:
                change = self.change(swap.before, swap.after)
                together.setdefault((swap.givers, swap.less_known, change), []).append(swap.view)
        for (givers, less_known, change), views in together.items():
            key = "compare.less_known" if less_known else "compare.swap"
            key = key if known.issuperset(givers) else "compare.without"
            whose, whence = self.who(views), self.who(givers)
            text = self.words(key, whose=whose, givers=whence, change=change)
            yield inline(quiet(text))
        if any(swap.is_urgent for swap in difference.swaps):
            yield inline(quiet(self.words("compare.urgent")))

    def change(self, before: Standing, after: Standing) -> str:
        """From what to what, and of a range only the side that moves."""
        if before.outcomes != after.outcomes:
            said = self._routes_that_move(before, after, NAMED)
            if said[0] == said[1]:  # they part in what there was no room for
                said = self._routes_that_move(before, after, len(self.instrument.outcomes))
        else:
            say = _side_that_moves(before, after)
            levels = [(s.level, s.reach) for s in (before, after)]
            said = [say(low, high, self.words) for low, high in levels if low and high]
        return " → ".join(said)

    def _routes_that_move(self, before: Standing, after: Standing, most: int) -> list[str]:
        """What each says that the other does not; with the level, where that moves as well."""
        both = {*before.outcomes} & {*after.outcomes}
        is_level = (before.level, before.reach) != (after.level, after.reach)
        told = []
        for each in (before, after):
            own = [route for route in each.outcomes if route not in both]
            routes = routes_text(self.instrument, own, self.words, most)
            parts = [routes or self.words("compare.nothing_else")]
            if is_level and each.level and each.reach:
                parts.insert(0, range_text(each.level, each.reach, self.words))
            told.append(self.words.apart(parts))
        return told

    def standing(self, standing: Standing, most: int = NAMED) -> str:
        """Advice in few words: its level or range, and its routes."""
        return standing_text(standing, self.instrument, self.words, most)

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
            standing = view.standing
            if level == standing.level:
                key = "mark.advice" if standing.is_settled else "compare.mark.at_least"
                yield Mark(SHAPES["advice"], self.words(key), strong=True, column=letter)
            elif level == standing.reach:
                word = self.words("compare.mark.reach")
                yield Mark(SHAPES["reach"], word, column=letter)


def alarm_of_all(voices: Voices, country: str) -> Alarm | None:
    """The dangers that anybody's answers show, with whose they are.

    Args:
        voices: Of everybody.
        country: Where all say that the case is; empty where they do not.
    """
    said: dict[tuple[str, str], list[int]] = {}
    first: dict[tuple[str, str], Danger] = {}
    for index, view in enumerate(voices.comparison.views):
        for danger in view.assessment.dangers:
            key = (danger.instrument.id, danger.statement.id)
            said.setdefault(key, []).append(index)
            first.setdefault(key, danger)
    words = voices.words
    whose = [words("compare.from", who=voices.who(views)) for views in said.values()]
    return alarm(
        tuple(first.values()),
        country,
        words,
        within=voices.instrument.id,
        from_whom=dict(enumerate(whose)),
    )


def _side_that_moves(before: Standing, after: Standing) -> Callable[[Level, Level, Words], str]:
    if before.level == after.level:
        return possible_text
    is_half_said = before.reach == after.reach or before.is_settled or after.is_settled
    return certain_text if is_half_said else range_text
