"""A case that notices a change: few answers, and what the instrument says of them now."""

import re
from collections.abc import Iterator

from integraal.engine.evaluate import evaluate
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.results.advice import Advice
from integraal.model.results.trial import Change
from integraal.verify.case_text import case_text
from integraal.verify.mutation.pair import Pair


def witness(pair: Pair, change: Change, *, source_only: bool) -> str:
    """Write a case that is as expected on the instrument and not on its mutant.

    Returns: The case, ready to paste; empty when the engine, which has the last word, sees no
        difference in any that was found.
    """
    before, after = pair.before.program, pair.after.program
    for answers in _candidates(pair):
        fields, rules = _told_apart(before, after, answers)
        if fields or rules:
            # The rule that was changed says it all, where it shows.
            rules = [change.owner] if change.owner in rules else rules
            name = _name(change)
            return case_text(name, before, answers, fields, rules, source_only=source_only)
    return ""


def _candidates(pair: Pair) -> Iterator[Answers]:
    # First where the level surely is another: a case that says so is the easiest to read.
    for goal in (pair.other_level(), *pair.differences()):
        answers = pair.case(goal)
        if answers is not None:
            yield answers


def _told_apart(before: Program, after: Program, answers: Answers) -> tuple[list[str], list[str]]:
    """Name the fields of the advice and the rules that are not the same."""
    one = evaluate(before, answers, with_open_questions=False)
    other = evaluate(after, answers, with_open_questions=False)
    values, others = _values(one), _values(other)
    truths = dict(other.truths)
    fields = [name for name, value in values.items() if value != others[name]]
    return fields, [rule for rule, truth in one.truths if truths[rule] is not truth]


def _values(advice: Advice) -> dict[str, object]:
    return {
        "level": advice.level,
        "current": advice.current,
        "feasible": advice.feasible,
        "provisional": advice.provisional,
        "outcomes": [outcome.id for outcome in advice.outcomes],
        "actions": set(advice.action_ids),
    }


def _name(change: Change) -> str:
    parts = (change.owner, change.edit.value, change.part, change.after or change.before)
    return "-".join(re.sub(r"[^a-z0-9_]+", "-", part).strip("-") for part in parts if part)
