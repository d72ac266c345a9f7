"""Make raters up, with a bias and a noise that are known: to see what a study would find.

They rate as the rules do, or as the rules without some of them would; and then they slip.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass

from integraal.model.instrument import Instrument
from integraal.model.study.cases import Study, rater_letters
from integraal.model.study.ratings import Rating, Ratings, Sureness
from integraal.panel.outcome.advised import Advised, advised, without


@dataclass(frozen=True, slots=True)
class Practice:
    """How raters are who are made up."""

    raters: int
    noise: float = 0.2
    """Part of the marks that falls a step beside, up or down; or goes another route."""
    bias: float = 0.0
    """Part of the marks that lies a step higher; below nought, a step lower. For routes: part of
    the cases with a route too many, or one too few."""
    against: tuple[str, ...] = ()
    """Ids of rules that they do not hold with."""
    second_round: bool = False
    """Whether they rate the cases that were held back, too."""


def practised(study: Study, instrument: Instrument, how: Practice, seed: int, why: str) -> Ratings:
    """What made-up raters mark.

    Args:
        study: Its cases.
        instrument: Of the study.
        how: What they are like.
        seed: What chance hangs on.
        why: What stands as their reason.
    """
    held = instrument
    for rule in how.against:
        held = without(held, rule)
    cases = [case for case in study.cases if how.second_round or not case.held_back]
    truths = advised(held, cases)
    chance = random.Random(seed)  # noqa: S311 - no key
    rater = _Rater(instrument, how, chance)
    taken = tuple(
        rater.mark(letter, case.id, truths[case.id], why)
        for letter in study.raters[: how.raters] or rater_letters(how.raters)
        for case in cases
    )
    return Ratings(study.instrument, study.version, taken, practice=True)


@dataclass(frozen=True, slots=True)
class _Rater:
    instrument: Instrument
    how: Practice
    chance: random.Random

    def mark(self, letter: str, case: str, truth: Advised, why: str) -> Rating:
        levels = self.instrument.level_ids
        return Rating(
            rater=letter,
            case=case,
            level=levels[self._slipped(truth.level, len(levels))] if levels else "",
            routes=self._routes(truth.routes) if self.instrument.outcomes else None,
            sure=self.chance.choice(tuple(Sureness)),
            why=why,
        )

    def _slipped(self, level: int, levels: int) -> int:
        if self.chance.random() < self.how.noise:
            level += self.chance.choice((-1, 1))
        if self.chance.random() < abs(self.how.bias):
            level += 1 if self.how.bias > 0 else -1
        return min(levels - 1, max(0, level))

    def _routes(self, routes: Iterable[str]) -> frozenset[str]:
        order = [one.id for one in self.instrument.outcomes]
        found = sorted(routes, key=order.index)
        if found and self.chance.random() < self.how.noise:
            gone = found.pop(self.chance.randrange(len(found)))
            table = self.instrument.outcome(gone).table
            beside = [o.id for o in self.instrument.outcomes if o.table == table and o.id != gone]
            found += self.chance.sample(beside, 1) if beside else []
        if self.chance.random() < abs(self.how.bias):
            if self.how.bias > 0:
                found.append(self.chance.choice(order))
            else:
                found = found[1:]
        return frozenset(found)
