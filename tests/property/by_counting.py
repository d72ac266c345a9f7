"""What each check of `controleer` must find, by looking at every case there is.

Written a second time, from what a check claims in its first line, and without the solver.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

from integraal.engine.dangers import dangers
from integraal.engine.interpreter import Evaluation
from integraal.engine.program import Program
from integraal.model import condition as c
from integraal.model.answers import Answer, Answers
from integraal.model.instrument import (
    Act,
    Definition,
    Instrument,
    Kind,
    Limit,
    Never,
    Provisional,
    Question,
    Raise,
    Route,
    Rule,
    Score,
)
from integraal.model.tables import first_tables, rows, rows_above
from integraal.model.truth import Truth, all_of, any_of, at_least, negate
from tests.property.authored import Seen, seen

TRUE, FALSE = Truth.TRUE, Truth.FALSE


@dataclass(frozen=True)
class Counting:
    """An instrument, and all of its cases."""

    program: Program

    @property
    def instrument(self) -> Instrument:
        return self.program.instrument

    @cached_property
    def cases(self) -> list[Seen]:
        return seen(self.program)

    @cached_property
    def full(self) -> list[Seen]:
        return [case for case in self.cases if case.is_full]

    def can(self, *names: str, truth: Truth = TRUE) -> bool:
        """Whether there is a case in which all these rules hold, or fail."""
        return any(all(case.truths[name] is truth for name in names) for case in self.cases)

    def rank(self, case: Seen) -> int:
        assert case.advice.level is not None
        return self.instrument.rank(case.advice.level.id)

    def reach(self, case: Seen) -> int:
        assert case.advice.reach is not None
        return self.instrument.rank(case.advice.reach.id)

    def decides(self, rule: Rule) -> bool:
        """Whether there is a case that would get other advice without a rule."""
        match rule.effect:
            case Raise(level):
                rank = self.instrument.rank(level)
                rivals = [r.rule.id for r in self.program.raising if r.rank >= rank]
                others = [name for name in rivals if name != rule.id]
                return rank > 0 and any(self._alone(rule, others, case) for case in self.full)
            case Limit(level):
                rank = self.instrument.rank(level)
                limits = self.instrument.rules_with(Limit)
                others = [o.id for o in limits if self.instrument.rank(o.target) <= rank]
                others = [name for name in others if name != rule.id]
                return any(self._alone(rule, others, case) for case in self.cases)
            case Route():
                above = [other.id for other in rows_above(self.instrument, rule)]
                return any(self._alone(rule, above, case) for case in self.cases)
            case Act() | Provisional():
                return self.can(rule.id)

    def _alone(self, rule: Rule, others: list[str], case: Seen) -> bool:
        return case.truths[rule.id] is TRUE and not any(case.truths[o] is TRUE for o in others)


def _never_holds(counting: Counting) -> set[str]:
    return {rule.id for rule in counting.instrument.rules if not counting.can(rule.id)}


def _always_holds(counting: Counting) -> set[str]:
    rules = [rule for rule in counting.instrument.rules if rule.condition is not None]
    certain = {rule.id for rule in rules if not counting.can(rule.id, truth=FALSE)}
    return certain - _never_holds(counting)


def _never_decides(counting: Counting) -> set[str]:
    instrument = counting.instrument
    competing = [ranked.rule for ranked in counting.program.raising]
    competing += instrument.rules_with(Limit)
    competing += [row for table in first_tables(instrument) for row in rows(instrument, table)]
    found = {rule.id for rule in competing if not (rule.supports_only or counting.decides(rule))}
    return found - _never_holds(counting)


def _supports_only(counting: Counting) -> set[str]:
    rules = [rule for rule in counting.instrument.rules if rule.supports_only]
    return {rule.id for rule in rules if counting.decides(rule)}


def _levels(counting: Counting) -> set[str]:
    instrument = counting.instrument
    if not counting.program.raising:
        return set()
    meant = instrument.level_ids[: instrument.rank(instrument.highest or "hoog") + 1]
    return set(meant) - {instrument.level_ids[counting.rank(case)] for case in counting.full}


def _above_highest(counting: Counting) -> set[str]:
    instrument, highest = counting.instrument, counting.instrument.highest
    if not highest:
        return set()
    above = instrument.level_ids[instrument.rank(highest) + 1 :]
    raising = [ranked for ranked in counting.program.raising if ranked.rule.target in above]
    return {
        ranked.rule.target
        for ranked in raising
        if any(case.evaluation.of(ranked.node) is TRUE for case in counting.cases)
    }


def _routes(counting: Counting) -> set[str]:
    taken = {name for case in counting.cases for name in case.advice.outcomes_now}
    return {outcome.id for outcome in counting.instrument.outcomes} - taken


def _actions(counting: Counting) -> set[str]:
    called = {name for case in counting.cases for name in case.advice.action_ids}
    return {action.id for action in counting.instrument.actions} - called


def _need(counting: Counting) -> set[str]:
    by_answers = {_key(case.answers): case for case in counting.full}
    return {
        f"{question.id}: {name}"
        for question in counting.instrument.questions()
        for case in counting.full
        for name, more in _one_step(question, case.answers[question.id])
        if counting.rank(case)
        > counting.rank(by_answers[_key(case.answers.with_answer(question.id, more))])
    }


def _key(answers: Answers) -> frozenset[tuple[str, Answer]]:
    return frozenset(answers.items())


def _one_step(question: Question, answer: Answer) -> Iterator[tuple[str, Answer]]:
    """Walk through the answers with one step more need, each with the option it adds."""
    if question.kind is Kind.ONE:
        yield from ((more, more) for less, more in pairwise(question.option_ids) if less == answer)
    elif isinstance(answer, frozenset):
        yield from ((o, answer | {o}) for o in question.option_ids if o not in answer)


def _limits(counting: Counting) -> set[str]:
    def binds(rule: Rule) -> bool:
        rank = counting.instrument.rank(rule.target)
        return any(c.truths[rule.id] is TRUE and counting.rank(c) > rank for c in counting.cases)

    limits = counting.instrument.rules_with(Limit)
    return {rule.id for rule in limits if not binds(rule)} - _never_holds(counting)


def _gaps(counting: Counting) -> set[str]:
    tables = {t.id: rows(counting.instrument, t) for t in first_tables(counting.instrument)}
    return {
        name or "outcomes"
        for name, every in tables.items()
        if counting.can(*(row.id for row in every), truth=FALSE)
    }


def _overlaps(counting: Counting) -> set[str]:
    every = [rows(counting.instrument, table) for table in first_tables(counting.instrument)]
    pairs = [pair for table in every for pair in combinations(table, 2)]
    return {
        f"{one.id}, {other.id}"
        for one, other in pairs
        if one.effect != other.effect and other.id not in one.overrides
        if one.condition is not None and other.condition is not None
        if counting.can(one.id, other.id)
    }


def _promises(counting: Counting) -> set[str]:
    return {
        never.id
        for never in counting.instrument.never
        if any(_is_broken(counting, never, case) for case in counting.cases)
    }


def _is_broken(counting: Counting, never: Never, case: Seen) -> bool:
    may_hold = never.when is None or by_hand(case.evaluation, never.when) is not FALSE
    now = case.advice.outcomes_now
    if not may_hold or (never.together_with and not set(now) & set(never.together_with)):
        return False
    instrument = counting.instrument
    match never.out:
        case Raise(level):
            return counting.reach(case) >= instrument.rank(level)
        case Limit(level):
            feasible = case.advice.feasible
            return feasible is not None and instrument.rank(feasible.id) <= instrument.rank(level)
        case Route(name):
            return name in now or (not never.together_with and name in case.advice.outcomes_open)
        case Act(name):
            return name in case.advice.action_ids
        case Provisional():
            return any(reason.rule.effect == never.out for reason in case.advice.first)


def _at_rest(counting: Counting) -> set[str]:
    said = {danger.statement.id for danger in dangers(counting.program, Answers())}
    return {rule.id for rule in counting.instrument.danger_rules if rule.target in said}


def _overrides(counting: Counting) -> set[str]:
    return {
        f"{rule.id}, {other}"
        for rule in counting.instrument.rules
        for other in rule.overrides
        if not counting.can(rule.id, other)
    }


def _unused(counting: Counting) -> set[str]:
    instrument = counting.instrument
    asked = (question.ask_when for question in instrument.questions())
    conditions = (*(rule.condition for rule in instrument.rules), *asked)
    looked_at = {leaf.question for when in conditions if when for leaf in c.leaves_of(when)}
    looked_at |= {name for score in instrument.scores for name in score.questions}
    looked_at |= {instrument.present.question} if instrument.present else set()
    looked_at |= {instrument.withhold_until.question} if instrument.withhold_until else set()
    return {question.id for question in instrument.questions()} - looked_at


def _never_asked(counting: Counting) -> set[str]:
    return {
        question.id
        for question in counting.instrument.questions()
        if question.ask_when
        if all(case.evaluation.applies(question.id) is not TRUE for case in counting.cases)
    }


def _inapplicable(counting: Counting) -> set[str]:
    instrument = counting.instrument
    found = set()
    owners: list[tuple[Rule | Question | Definition, c.Condition | None]] = [
        *((rule, rule.condition) for rule in instrument.rules),
        *((question, question.ask_when) for question in instrument.questions()),
        *((one, one.when) for one in instrument.definitions),
    ]
    sometimes = {question.id for question in instrument.questions() if question.ask_when}
    for owner, when in owners:
        named = set(_under_not(when)) if when else set()
        for name in named & sometimes:
            if when and any(_only_because(case.evaluation, when, name) for case in counting.cases):
                found.add(f"{owner.id}, {name}")
    return found


def _under_not(when: c.Condition, *, is_negated: bool = False) -> Iterator[str]:
    """Name the questions under a `not` of a condition, or of what it names: not of a name's own."""
    match when:
        case c.All(parts) | c.AnyOf(parts) | c.AtLeastOf(_, parts):
            for part in parts:
                yield from _under_not(part, is_negated=is_negated)
        case c.Not(part):
            yield from _under_not(part, is_negated=not is_negated)
        case c.Defined(_, part) | c.Reached(_, part):
            yield from _under_not(part, is_negated=True) if is_negated else ()
        case c.InScore():
            return
        case leaf:
            yield from (leaf.question,) if is_negated else ()


def _only_because(evaluation: Evaluation, when: c.Condition, question: str) -> bool:
    """Whether a condition holds only because a question under a `not` does not apply."""
    return (
        evaluation.applies(question) is FALSE
        and by_hand(evaluation, when) is TRUE
        and by_hand(evaluation, when, taken_as_true=question) is not TRUE
    )


def by_hand(
    evaluation: Evaluation,
    when: c.Condition,
    taken_as_true: str = "",
    *,
    is_negated: bool = False,
) -> Truth:
    """Say whether a condition holds, as it is written; only single leaves are the interpreter's.

    Args:
        evaluation: Of a case.
        when: The condition.
        taken_as_true: A question; what stands under a `not` about it holds.
        is_negated: Whether the condition stands under a `not`.
    """

    def of(part: c.Condition, is_not: bool = is_negated) -> Truth:
        return by_hand(evaluation, part, taken_as_true, is_negated=is_not)

    match when:
        case c.Defined(_, part) | c.Reached(_, part):
            return of(part)
        case c.All(parts):
            return all_of(map(of, parts))
        case c.AnyOf(parts):
            return any_of(map(of, parts))
        case c.AtLeastOf(count, parts):
            return at_least(count, map(of, parts))
        case c.Not(part):
            return negate(of(part, not is_negated))
        case c.InScore() as score:
            return _in_score(evaluation, score)
        case leaf:
            is_taken = is_negated and leaf.question == taken_as_true
            return TRUE if is_taken else evaluation.of(evaluation.program.nodes[leaf])


def _in_score(evaluation: Evaluation, score: c.InScore) -> Truth:
    low, high = sums(evaluation, evaluation.program.instrument.score(score.score))
    least = 0 if score.low is None else score.low
    most = high if score.high is None else score.high
    if least <= low and high <= most:
        return TRUE
    return FALSE if high < least or low > most else Truth.UNKNOWN


def sums(evaluation: Evaluation, score: Score) -> tuple[int, int]:
    """The lowest and the highest sum that a case leaves open, question by question."""
    low = high = 0
    for item in score.items:
        applies = evaluation.applies(item.question)
        answer, counts = evaluation.answers.get(item.question), dict(item.options)
        chosen = getattr(answer, "chosen", answer)
        unknown: frozenset[str] = getattr(answer, "unknown", frozenset())
        if applies is FALSE:
            continue
        if isinstance(answer, str):
            least = most = counts[answer]
        elif isinstance(chosen, frozenset):
            least = sum(counts[name] for name in chosen)
            most = least + sum(counts[name] for name in unknown)
        else:
            least = 0 if item.several else min(counts.values())
            most = item.most
        low += least if applies is TRUE else 0
        high += most
    return low, high


def _bands(counting: Counting) -> set[str]:
    return {
        f"{score.id}, {band.id}"
        for score in counting.instrument.scores
        for band in score.bands
        if not _totals(counting, score) & set(range(band.low, band.high + 1))
    }


def _band_gaps(counting: Counting) -> set[str]:
    return {
        score.id
        for score in counting.instrument.scores
        if any(not score.met(total, total) for total in _totals(counting, score))
    }


def _totals(counting: Counting, score: Score) -> set[int]:
    return {sums(case.evaluation, score)[0] for case in counting.full}


BY_COUNTING: Mapping[str, Callable[[Counting], set[str]]] = {
    "rule-never-holds": _never_holds,
    "rule-always-holds": _always_holds,
    "rule-never-decides": _never_decides,
    "supports-only-decides": _supports_only,
    "level-never-reached": _levels,
    "above-highest": _above_highest,
    "outcome-never-reached": _routes,
    "action-never-called": _actions,
    "need-lowers-advice": _need,
    "limit-never-binds": _limits,
    "table-gap": _gaps,
    "table-overlap": _overlaps,
    "never-broken": _promises,
    "danger-at-rest": _at_rest,
    "overrides-nothing": _overrides,
    "question-unused": _unused,
    "question-never-asked": _never_asked,
    "not-over-inapplicable": _inapplicable,
    "band-never-reached": _bands,
    "band-gap": _band_gaps,
}
"""By the code of the check: the names of what is at fault."""
