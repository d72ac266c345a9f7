"""Try every change of a rule on what raters marked, and say what it would have gained.

A mark above the advice weighs as the team wrote for advice that is too light, one below it as
for one that is too heavy, and each step as much again; routes weigh as they wrote for those.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from integraal.model.study.cases import StudyCase
from integraal.model.study.criteria import Criteria
from integraal.model.study.findings import Estimate, Proposal, Recalibration
from integraal.model.study.ratings import Rating
from integraal.panel.agreement.intervals import draws, interval
from integraal.panel.agreement.marks import Drawn
from integraal.panel.outcome.advised import Advised, advised
from integraal.panel.outcome.collected import Collection
from integraal.panel.recalibration.candidates import Candidate, candidates

_LEAST = 1e-9


def recalibration(found: Collection, criteria: Criteria, seed: int, count: int) -> Recalibration:
    """Which changes of rules would have agreed better with the first round.

    Args:
        found: The ratings.
        criteria: What differences weigh.
        seed: What the draws hang on.
        count: How many draws.
    """
    first, held = _Round(found, criteria), _Round(found, criteria, held_back=True)
    tried, best = 0, dict[str, tuple[float, Candidate]]()
    for candidate in candidates(found.instrument):
        tried += 1
        gain = first.gain(candidate)
        if gain > max(_LEAST, best[candidate.rule.id][0] if candidate.rule.id in best else 0):
            best[candidate.rule.id] = gain, candidate
    ranked = sorted(best.values(), key=lambda each: -each[0])
    how = seed, count
    return Recalibration(
        tried, tuple(_proposal(candidate, first, held, how) for _, candidate in ranked)
    )


def _proposal(
    candidate: Candidate, first: "_Round", held: "_Round", how: tuple[int, int]
) -> Proposal:
    before, after = candidate.ends
    return Proposal(
        candidate.rule.id,
        candidate.change,
        before,
        after,
        first.estimate(candidate, how),
        (first.same({}), first.same(first.others(candidate))),
        tuple(first.others(candidate)),
        held.estimate(candidate, how) if held.is_rated else None,
    )


@dataclass(frozen=True, slots=True)
class _Round:
    """The cases of one round, with what was marked."""

    found: Collection
    criteria: Criteria
    held_back: bool = False

    @property
    def cases(self) -> tuple[StudyCase, ...]:
        return self.found.cases(held_back=self.held_back)

    @property
    def is_rated(self) -> bool:
        return any(self.found.by_case[case.id] for case in self.cases)

    def others(self, candidate: Candidate) -> dict[str, Advised]:
        """The cases of which the advice changes, with what it becomes."""
        changed = advised(candidate.within(self.found.instrument), self.cases)
        return {name: one for name, one in changed.items() if one != self.found.advice[name]}

    def gain(self, candidate: Candidate) -> float:
        """How much less marks and advice differ, a mark."""
        gains = list(self._gains(self.others(candidate)).values())
        marks = sum(len(self.found.by_case[case.id]) for case in self.cases)
        return sum(sum(each.values()) for each in gains) / marks if marks else 0.0

    def estimate(self, candidate: Candidate, how: tuple[int, int]) -> Estimate:
        """How much less marks and advice differ, a mark, in the cases of which the advice changes.

        Those cases and the raters are drawn again: where it hangs on one case, nothing is sure.
        """
        gains = {case: by for case, by in self._gains(self.others(candidate)).items() if by}
        raters = self.found.raters

        def mean(drawn: Drawn) -> float | None:
            total = weighed = 0.0
            for by, times in zip(gains.values(), drawn.cases, strict=True):
                for rater, weight in zip(raters, drawn.raters, strict=True):
                    if rater in by:
                        total += times * weight
                        weighed += times * weight * by[rater]
            return weighed / total if total else None

        means = (mean(each) for each in draws(len(gains), len(raters), *how)) if gains else ()
        values = [value for value in means if value is not None]
        once = Drawn((1,) * len(gains), (1,) * len(raters))
        marks = sum(map(len, gains.values()))
        found = Estimate(mean(once), cases=len(gains), raters=len(raters), marks=marks)
        return interval(found, values, how[1], len(gains))

    def same(self, others: Mapping[str, Advised]) -> float:
        """Which part of the marks is what is advised."""
        pairs = [
            (others.get(case.id, self.found.advice[case.id]), rating)
            for case in self.cases
            for rating in self.found.by_case[case.id].values()
        ]
        alike = sum(self._is_same(one, rating) for one, rating in pairs)
        return alike / len(pairs) if pairs else 0.0

    def _is_same(self, one: Advised, rating: Rating) -> bool:
        if rating.level:
            return one.level == self.found.instrument.rank(rating.level)
        return rating.routes == one.routes

    def _gains(self, others: Mapping[str, Advised]) -> dict[str, dict[str, float]]:
        """By case and rater."""
        return {
            case: {
                rater: self._apart(self.found.advice[case], rating) - self._apart(one, rating)
                for rater, rating in self.found.by_case[case].items()
            }
            for case, one in others.items()
        }

    def _apart(self, one: Advised, rating: Rating) -> float:
        apart = 0.0
        if rating.level:
            mark = self.found.instrument.rank(rating.level)
            apart += self.criteria.under.weight * max(0, mark - one.reach)
            apart += self.criteria.over.weight * max(0, one.level - mark)
        if rating.routes is not None:
            missed = rating.routes - one.routes - one.may
            apart += self._weighed(missed, self.criteria.missed.weight, self.criteria.under.weight)
            extra = one.routes - rating.routes
            apart += self._weighed(extra, self.criteria.extra.weight, self.criteria.over.weight)
        return apart

    def _weighed(self, routes: frozenset[str], safe: int, other: int) -> float:
        return sum(safe if name in self.criteria.safety_routes else other for name in routes)
