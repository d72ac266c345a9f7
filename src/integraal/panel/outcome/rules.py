"""Lay each rule beside the raters: on the cases in which it decides, do they go as far?

A rule that raises the level is carried by each mark that goes as far as the rule does; a row of a
table by each mark that goes its route. Other rules lead to nothing that is marked.

The cases of a rule are few, and were chosen for it: an interval says what other raters would make
of these cases, and nothing of other cases. So a rule is carried or rejected only where most of its
cases say so, too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from integraal.model.instrument import Instrument, Raise, Route, Rule
from integraal.model.study.cases import StudyCase
from integraal.model.study.criteria import Enough
from integraal.model.study.findings import Estimate, RuleCase, RuleFinding, Verdict
from integraal.model.study.ratings import Rating
from integraal.panel.agreement.intervals import over_raters, widened
from integraal.panel.agreement.marks import Drawn, Marks, Unit
from integraal.panel.outcome.advised import advised, without
from integraal.panel.outcome.collected import Collection

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class _Case:
    case: StudyCase
    without: int
    """The level without the rule; -1 for a route."""


def rule_findings(
    found: Collection, enough: Enough, seed: int, count: int
) -> Iterator[RuleFinding]:
    """What a panel says of each rule that leads to something that was marked.

    Args:
        found: The ratings.
        enough: From how many on something is said.
        seed: What the draws hang on.
        count: How many draws.
    """
    for rule in found.instrument.rules:
        if isinstance(rule.effect, (Raise, Route)):
            cases = _decided(found, rule)
            yield _finding(found, rule, cases, enough, (seed, count))


def _decided(found: Collection, rule: Rule) -> list[_Case]:
    """The cases of the first round of which the advice is another without this rule."""
    told = [case for case in found.cases() if rule.id in case.tells]
    if not told:
        return []
    others = advised(without(found.instrument, rule.id), told)
    pairs = ((case, found.advice[case.id], others[case.id]) for case in told)
    if isinstance(rule.effect, Route):
        return [
            _Case(case, -1)
            for case, now, other in pairs
            if rule.target in now.routes and rule.target not in other.routes
        ]
    return [_Case(case, other.level) for case, now, other in pairs if other.level < now.level]


def _finding(
    found: Collection, rule: Rule, cases: Sequence[_Case], enough: Enough, how: tuple[int, int]
) -> RuleFinding:
    units, shown = [], []
    for number, one in enumerate(cases):
        ratings = found.by_case[one.case.id]
        marks = tuple(
            _carries(found.instrument, rule, ratings.get(rater), found.advice[one.case.id].level)
            for rater in found.raters
        )
        units.append(Unit(number, marks, 1, 1))
        names = found.instrument.level_ids
        is_level = isinstance(rule.effect, Raise)
        shown.append(
            RuleCase(
                one.case.id,
                names[found.advice[one.case.id].level] if is_level else rule.target,
                names[one.without] if is_level else "",
                sum(mark or 0 for mark in marks),
                sum(mark is not None for mark in marks),
                tuple(ratings[name] for name in found.raters if name in ratings),
            )
        )
    if not units:
        return RuleFinding(rule.id, Verdict.UNTOLD, Estimate(None), ())
    marks_of = Marks(tuple(units), len(units), len(found.raters), 2)
    share = over_raters(marks_of, _carried, *how)["carried"]
    share = widened(share, share.raters)
    return RuleFinding(rule.id, _verdict(share, enough, shown), share, tuple(shown))


def _carries(instrument: Instrument, rule: Rule, rating: Rating | None, level: int) -> int | None:
    """Whether a mark goes as far as a rule; None where there is none."""
    if rating is None:
        return None
    if isinstance(rule.effect, Route):
        return None if rating.routes is None else int(rule.target in rating.routes)
    return int(instrument.rank(rating.level) >= level) if rating.level else None


def _carried(marks: Marks, drawn: Drawn) -> dict[str, float | None]:
    total = carried = 0
    for unit in marks.units:
        times = drawn.cases[unit.case]
        for mark, weight in zip(unit.marks, drawn.raters, strict=True):
            if mark is not None:
                total += times * weight
                carried += times * weight * mark
    return {"carried": carried / total if total else None}


def _verdict(share: Estimate, enough: Enough, cases: Sequence[RuleCase]) -> Verdict:
    if share.cases < enough.cases or share.marks < enough.marks:
        return Verdict.TOO_FEW
    halves = [one.carry / one.marked for one in cases if one.marked]
    for_it, against = sum(half > _HALF for half in halves), sum(half < _HALF for half in halves)
    if share.low is not None and share.low > _HALF and for_it * 2 > len(halves):
        return Verdict.CARRIED
    if share.high is not None and share.high < _HALF and against * 2 > len(halves):
        return Verdict.REJECTED
    return Verdict.OPEN
