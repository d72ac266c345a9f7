"""Evaluate one case under two versions of an instrument; say what changed, and by which rules."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from integraal.engine.dangers import dangers
from integraal.engine.evaluate import evaluate
from integraal.engine.outcomes import ask_first
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.instrument import Effect, Instrument, Renamed, Rule
from integraal.model.results.advice import Advice
from integraal.model.results.versions import (
    Change,
    Gone,
    Picture,
    RuleChange,
    Swapped,
    TextChange,
    Turn,
)
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
    pictures = _picture(old, before, was), _picture(new, after, now)
    return Change(*pictures, tuple(_rule_changes(old, new, was, now)))


def text_changes(
    old: Mapping[str, str], after: Mapping[str, str], renamed: Sequence[Renamed]
) -> Iterator[TextChange]:
    """The texts that are not what they were, in the order of the new version; then what is gone.

    Args:
        old: Every text of the old version, by its key.
        after: Those of the new one.
        renamed: What the new version calls otherwise; a new name is no new text.
    """
    before = {_key_now(key, renamed): text for key, text in old.items()}
    for key in dict.fromkeys((*after, *before)):
        one, other = before.get(key, ""), after.get(key, "")
        if one != other:
            yield TextChange(key, one, other)


def _key_now(key: str, renamed: Sequence[Renamed]) -> str:
    """The key of a text of a question under the names of a new version."""
    parts = key.split(".")
    if parts[0] != "questions":
        return key
    for each in renamed:
        if not each.option and each.question == parts[1]:
            parts[1] = each.to
    for each in renamed:
        if each.option and parts[1:4] == [each.question, "options", each.option]:
            parts[3] = each.to
    return ".".join(parts)


def swapped_labels(old: Instrument, new: Instrument) -> Iterator[Swapped]:
    """The options whose labels changed places, of the questions that both versions ask."""
    before = {question.id: question for question in old.questions()}
    for question in new.questions():
        if question.id not in before:
            continue
        was = {option.id: option.label for option in before[question.id].options}
        now = {option.id: option.label for option in question.options}
        for one, other in combinations([option for option in now if option in was], 2):
            if was[one] != was[other] and (now[one], now[other]) == (was[other], was[one]):
                yield Swapped(question.id, one, other)


def gone(old: Instrument, new: Instrument) -> Iterator[Gone]:
    """What the old version asked and the new one does not, without a word about it."""
    if old.id != new.id:
        return
    said = {(each.question, each.option) for each in new.renamed}
    said |= {(each.question, each.option) for each in new.retired}
    now_called = {each.question: each.to for each in new.renamed if not each.option}
    now = {question.id: question.option_ids for question in new.every_question()}
    for question in old.questions():
        name = now_called.get(question.id, question.id)
        if name not in now:
            if (question.id, "") not in said:
                yield Gone(question.id)
            continue
        for option in question.option_ids:
            if option not in now[name] and (name, option) not in said:
                yield Gone(name, option)


def _picture(program: Program, answers: Answers, advice: Advice) -> Picture:
    return Picture(
        level=advice.level,
        reach=advice.reach,
        current=advice.current,
        feasible=advice.feasible,
        provisional=advice.provisional,
        outcomes=advice.routes_now,
        actions=tuple(sorted(advice.action_ids)),
        urgent=tuple(danger.statement.id for danger in dangers(program, answers)),
        ask_first=tuple(sorted(ask_first(program.instrument, advice))),
        searched_all=advice.searched_all,
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
