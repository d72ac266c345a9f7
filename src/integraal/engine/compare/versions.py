"""Evaluate one case under two versions of an instrument; say what changed, and by which rules."""

from collections.abc import Iterator

from integraal.engine.evaluate import evaluate
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.instrument import Effect, Rule
from integraal.model.results.advice import Advice
from integraal.model.results.versions import Change, Picture, RuleChange, Turn
from integraal.model.truth import Truth


def version_change(old: Program, new: Program, before: Answers, after: Answers) -> Change:
    """Compare the advice of both versions.

    Args:
        old: The lowered old version.
        new: The lowered new version.
        before: The answers as the old version knows them.
        after: The same answers, under the names of the new version.
    """
    was, now = evaluate(old, before), evaluate(new, after)
    return Change(_picture(was), _picture(now), tuple(_rule_changes(old, new, was, now)))


def _picture(advice: Advice) -> Picture:
    return Picture(
        level=advice.level,
        reach=advice.reach,
        current=advice.current,
        feasible=advice.feasible,
        provisional=advice.provisional,
        outcomes=advice.certainties,
        actions=tuple(sorted(advice.action_ids)),
    )


def _rule_changes(old: Program, new: Program, was: Advice, now: Advice) -> Iterator[RuleChange]:
    """The rules of the new version, then those that it no longer has."""
    before, after = dict(was.truths), dict(now.truths)
    old_rules = {rule.id: rule for rule in old.instrument.rules}
    new_rules = {rule.id: rule for rule in new.instrument.rules}
    for name in new_rules | old_rules:
        rules = old_rules.get(name), new_rules.get(name)
        truths = before.get(name, Truth.FALSE), after.get(name, Truth.FALSE)
        if truths[0] is not truths[1]:
            yield RuleChange(_TURNS[truths], *rules)
        elif truths[0] is not Truth.FALSE and _effect(rules[0]) != _effect(rules[1]):
            yield RuleChange(Turn.OTHER_EFFECT, *rules)


def _effect(rule: Rule | None) -> Effect | None:
    return rule.effect if rule else None


_TURNS = {
    (Truth.FALSE, Truth.UNKNOWN): Turn.MIGHT,
    (Truth.FALSE, Truth.TRUE): Turn.HOLDS,
    (Truth.UNKNOWN, Truth.FALSE): Turn.RULED_OUT,
    (Truth.UNKNOWN, Truth.TRUE): Turn.HOLDS,
    (Truth.TRUE, Truth.FALSE): Turn.NO_LONGER,
    (Truth.TRUE, Truth.UNKNOWN): Turn.NOT_CERTAIN,
}
"""What happened, by the truth before and after."""
