"""Scores: whole numbers that options count for, added up, with names for what a sum means."""

from collections.abc import Iterator
from dataclasses import dataclass

from integraal.model.condition import InScore, Leaf, OneIn, SomeChosen
from integraal.model.source import Grounds
from integraal.model.text import Text


@dataclass(frozen=True, slots=True)
class Weights:
    """What each option of one question counts for."""

    question: str
    options: tuple[tuple[str, int], ...]
    """Every option in the question's order, with a whole number from 0."""
    several: bool = False
    """Whether more than one may be chosen; then what is chosen is added up."""

    @property
    def most(self) -> int:
        """What the question counts for at most."""
        counts = [count for _, count in self.options]
        return sum(counts) if self.several else max(counts)


@dataclass(frozen=True, slots=True)
class Band:
    """A run of sums that has a name, both ends included."""

    id: str
    name: Text
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Score:
    """A sum over the answers to some questions; one that does not apply counts for nothing."""

    id: str
    name: Text
    items: tuple[Weights, ...]
    bands: tuple[Band, ...]
    """From low to high; there is at least one, so that a sum never stands alone."""
    grounds: Grounds
    minimum_of: str = ""
    """Id of the instrument that it is taken from; empty for a score of the instrument itself."""

    @property
    def most(self) -> int:
        """The highest sum that there can be, as far as single questions tell."""
        return sum(item.most for item in self.items)

    @property
    def questions(self) -> frozenset[str]:
        """Ids of the questions that count."""
        return frozenset(item.question for item in self.items)

    @property
    def parts(self) -> tuple[tuple[int, Leaf], ...]:
        """What counts, with how much, all above zero, in the order of the questions."""
        return tuple(part for item in self.items for part in weighed(item))

    def between(self, low: int | None, high: int | None) -> InScore:
        """The condition that the sum lies within these bounds."""
        return InScore(self.id, low, high, self.parts)

    def met(self, low: int, high: int) -> tuple[Band, ...]:
        """The bands that sums from one to another can lie in."""
        return tuple(band for band in self.bands if band.low <= high and band.high >= low)


def weighed(item: Weights) -> Iterator[tuple[int, Leaf]]:
    """Write a question as parts that add up to what its answer counts for.

    Of one option the parts are steps: "counts for 2 or more" adds what 2 is above the weight below
    it. So an unknown answer leaves the sum between its lowest and highest weight, and no wider. The
    first step, which every option has, hangs on all options; it counts whatever the answer is.

    >>> item = Weights("slaap", (("nooit", 0), ("soms", 1), ("vaak", 3)))
    >>> [(count, leaf.options) for count, leaf in weighed(item)]
    [(1, ('soms', 'vaak')), (2, ('vaak',))]
    """
    if item.several:
        for option, count in item.options:
            if count:
                yield count, SomeChosen(item.question, (option,), 1)
        return
    below = 0
    for step in sorted({count for _, count in item.options} - {0}):
        reaching = tuple(option for option, count in item.options if count >= step)
        yield step - below, OneIn(item.question, reaching)
        below = step
