"""Measure one kind of mark: all of it together, by rater, by pair of raters, by outcome."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from integraal.model.study.criteria import Measure
from integraal.model.study.findings import Estimate, PairFinding, Part, RaterFinding, Spread
from integraal.panel.agreement.intervals import estimates, widened
from integraal.panel.agreement.marks import Drawn, Marks, table
from integraal.panel.agreement.measures import (
    Found,
    among_raters,
    of_pair,
    safety,
    with_advice,
    with_oneself,
)
from integraal.panel.outcome.collected import Collected


def part(found: Collected, categories: tuple[str, ...], seed: int, count: int) -> Part:
    """All about one kind of mark.

    Args:
        found: The marks.
        categories: Ids of what could be marked.
        seed: What the draws hang on.
        count: How many draws.
    """
    outcomes = dict.fromkeys(outcome for _, outcome in found.units if outcome)
    return Part(
        categories,
        {**measured(found.marks, seed, count), **_with_oneself(found, seed, count)},
        tuple(_raters(found)),
        tuple(_pairs(found)),
        tuple(_spreads(found)),
        {outcome: _of_outcome(found, outcome, seed, count) for outcome in outcomes},
    )


def measured(marks: Marks, seed: int, count: int) -> dict[Measure, Estimate]:
    """Agreement among raters and with the advice."""

    def both(some: Marks, drawn: Drawn) -> Found:
        return {**among_raters(some, drawn), **with_advice(some, drawn)}

    return parts_widened(estimates(marks, both, seed, count))


def of_safety(marks: Marks, seed: int, count: int) -> dict[Measure, Estimate]:
    """Which safety routes are missed, and which are extra."""
    return parts_widened(estimates(marks, safety, seed, count))


def parts_widened(found: Mapping[Measure, Estimate]) -> dict[Measure, Estimate]:
    """Parts with what few cases leave possible; coefficients as they are."""
    return {name: widened(one) if name.is_share else one for name, one in found.items()}


def _with_oneself(found: Collected, seed: int, count: int) -> dict[Measure, Estimate]:
    if not found.repeats.units:
        return {}
    return parts_widened(estimates(found.repeats, with_oneself, seed, count))


def _of_outcome(found: Collected, outcome: str, seed: int, count: int) -> dict[Measure, Estimate]:
    units = [
        unit
        for unit, (_, name) in zip(found.marks.units, found.units, strict=True)
        if name == outcome
    ]
    marks = found.marks.of(units)
    return {**measured(marks, seed, count), **of_safety(marks, seed, count)}


def _raters(found: Collected) -> Iterator[RaterFinding]:
    once, again = found.marks, found.repeats
    for number, rater in enumerate(found.raters):
        alone = tuple(int(other == number) for other in range(once.raters))
        marks = sum(unit.marks[number] is not None for unit in once.units)
        beside = with_advice(once, Drawn((1,) * once.cases, alone))
        pairs = [
            (first.marks[number], second.marks[number])
            for first, second in zip(again.units[::2], again.units[1::2], strict=True)
        ]
        both = [pair for pair in pairs if None not in pair]
        alike = sum(one == other for one, other in both)
        yield RaterFinding(rater, marks, beside, len(both), alike)


def _pairs(found: Collected) -> Iterator[PairFinding]:
    drawn = Drawn.once(found.marks)
    for one, other in combinations(range(len(found.raters)), 2):
        beside = table(found.marks, drawn, one, other)
        measures = of_pair(beside, found.marks.categories)
        names = found.raters[one], found.raters[other]
        yield PairFinding(*names, sum(map(sum, beside)), measures)


def _spreads(found: Collected) -> Iterator[Spread]:
    for unit, (case, outcome) in zip(found.marks.units, found.units, strict=True):
        marks = (
            (rater, mark)
            for rater, mark in zip(found.raters, unit.marks, strict=True)
            if mark is not None
        )
        yield Spread(case, outcome, unit.advice, unit.reach, tuple(marks))
