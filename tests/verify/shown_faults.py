"""For every check: how its fault shows in a case that somebody merely runs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.example import Example
from integraal.model.instrument import Act, Effect, Route
from integraal.model.results.advice import Advice
from integraal.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Shown:
    """Cases that were run, and what the finding said."""

    program: Program
    examples: Sequence[Example]
    said: dict[str, str]

    @property
    def advices(self) -> list[Advice]:
        return [evaluate(self.program, example.answers) for example in self.examples]

    def table(self, outcome: str) -> str:
        return self.program.instrument.outcome(outcome).table

    @property
    def advice(self) -> Advice:
        (only,) = self.advices
        return only

    def truth(self, key: str = "rule") -> Truth:
        return dict(self.advice.truths)[self.said[key]]

    def rank(self, level: str) -> int:
        scale = self.program.instrument.scale
        assert scale is not None
        return scale.rank(level)

    def without_the_rule(self) -> Advice:
        """Give the advice of the same instrument without the rule that the finding is about."""
        instrument = self.program.instrument
        rules = tuple(rule for rule in instrument.rules if rule.id != self.said["rule"])
        return evaluate(lower(replace(instrument, rules=rules)), self.examples[0].answers)


def decided(advice: Advice) -> object:
    """Give what an advice comes to, leaving out its reasons."""
    effects = [reason.rule.effect for reason in advice.actions]
    actions = [effect.action for effect in effects if isinstance(effect, Act)]
    outcomes = [(outcome.id, outcome.certain) for outcome in advice.outcomes]
    ways = (advice.level, advice.reach, advice.feasible, advice.direction, advice.provisional)
    return ways, actions, outcomes


def level(advice: Advice) -> str:
    assert advice.level is not None
    return advice.level.id


def more_need_is_less(shown: Shown) -> bool:
    less, more = shown.examples
    question = shown.said["question"]
    only = less.answers.without(question).items() == more.answers.without(question).items()
    low, high = (shown.rank(level(advice)) for advice in shown.advices)
    return only and low > high


def limit_does_nothing(shown: Shown) -> bool:
    advice = shown.advice
    assert advice.feasible is not None
    return shown.truth() is Truth.TRUE and shown.rank(level(advice)) <= shown.rank(
        advice.feasible.id
    )


def does_not_apply(shown: Shown) -> bool:
    evaluation = Evaluation(shown.program, shown.examples[0].answers)
    return evaluation.applies(shown.said["question"]) is Truth.FALSE


def owner_holds(shown: Shown) -> bool:
    """Say whether the rule holds, or the question applies, in whose condition the fault is."""
    owner = shown.said["owner"]
    if owner in shown.program.asked:
        evaluation = Evaluation(shown.program, shown.examples[0].answers)
        return evaluation.applies(owner) is Truth.TRUE
    return shown.truth("owner") is Truth.TRUE


def promise_broken(shown: Shown) -> bool:
    """Say whether what was promised never to come out does, or may, while its condition may hold.

    A route that may come out is named on no page while it is promised away: its rule is open.
    """
    instrument = shown.program.instrument
    never = next(n for n in instrument.never if n.id == shown.said["promise"])
    out: set[Effect] = {Route(one.id) for one in shown.advice.outcomes if one.holds_now}
    if not never.together_with:
        out |= {instrument.rule(name).effect for name in shown.advice.rules_open}
    out |= {reason.rule.effect for reason in (*shown.advice.actions, *shown.advice.limits)}
    evaluation = Evaluation(shown.program, shown.examples[0].answers)
    if never.when is not None and evaluation.of(shown.program.nodes[never.when]) is Truth.FALSE:
        return False
    beside = {Route(name) for name in never.together_with}
    return never.out in out and (not beside or bool(beside & out))


Predicate: TypeAlias = Callable[[Shown], bool]
SHOWS: dict[str, Predicate] = {
    "rule-always-holds": lambda shown: shown.truth() is Truth.TRUE,
    "rule-never-holds": lambda shown: shown.truth() is Truth.FALSE,
    "rule-never-decides": lambda shown: (
        shown.truth() is Truth.TRUE and decided(shown.without_the_rule()) == decided(shown.advice)
    ),
    "supports-only-decides": lambda shown: (
        decided(shown.without_the_rule()) != decided(shown.advice)
    ),
    "level-never-reached": lambda shown: level(shown.advice) == shown.said["instead"],
    "above-highest": lambda shown: (
        shown.rank(level(shown.advice)) > shown.rank(shown.said["highest"])
    ),
    "outcome-never-reached": lambda shown: (
        shown.said["outcome"] not in {outcome.id for outcome in shown.advice.outcomes}
    ),
    "action-never-called": lambda shown: (
        Act(shown.said["action"]) not in [reason.rule.effect for reason in shown.advice.actions]
    ),
    "need-lowers-advice": more_need_is_less,
    "limit-never-binds": limit_does_nothing,
    "table-gap": lambda shown: (
        shown.said["table"] not in [shown.table(outcome.id) for outcome in shown.advice.outcomes]
    ),
    "table-overlap": lambda shown: shown.truth("first") is shown.truth("second") is Truth.TRUE,
    "never-broken": promise_broken,
    "danger-at-rest": lambda shown: (
        len(shown.examples[0].answers) == 0 and shown.truth() is Truth.TRUE
    ),
    "overrides-nothing": lambda shown: (
        not shown.truth("rule") is shown.truth("other") is Truth.TRUE
    ),
    "band-never-reached": lambda shown: (
        shown.said["band"] not in shown.advice.scores[0].bands
        and shown.advice.scores[0].low == int(shown.said["instead"])
    ),
    "band-gap": lambda shown: (
        shown.advice.scores[0].bands == () and shown.advice.scores[0].low == int(shown.said["sum"])
    ),
    "question-unused": lambda shown: len({repr(decided(advice)) for advice in shown.advices}) == 1,
    "question-never-asked": does_not_apply,
    "not-over-inapplicable": lambda shown: does_not_apply(shown) and owner_holds(shown),
}
