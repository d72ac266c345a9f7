"""A case that notices a change: few answers, and what the instrument says of them now."""

import re
from collections.abc import Iterable, Iterator

from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.results.advice import Advice
from integraal.model.results.trial import Change, Edit
from integraal.verify.case_text import case_text, expected_lines, listed
from integraal.verify.mutation.differences import PAGES, SETS
from integraal.verify.mutation.pair import Pair
from integraal.verify.mutation.seen import Seen


def witness(pair: Pair, change: Change) -> str:
    """Write a case that is as expected on the instrument and not on its mutant.

    Returns: The case, ready to paste; empty when the engine, which has the last word, sees no
        difference in any that was found.
    """
    before, after = pair.before.program, pair.after.program
    return first_witness(before, after, change, _candidates(pair))


def first_witness(
    before: Program,
    after: Program,
    change: Change,
    candidates: Iterable[Answers],
) -> str:
    """Write the first of these cases in which the engine sees a difference; empty without one."""
    for answers in candidates:
        one, other = Seen(before, answers), Seen(after, answers)
        fields, rules = _told_apart(one, other)
        more = list(_around(one, other))
        if fields or rules or more:
            # The rule that was changed says it all, where it shows.
            rules = [change.owner] if change.owner in rules else rules
            expected = [*expected_lines(one.advice, fields, rules), *more]
            return case_text(_name(change), before, answers, expected)
    return ""


def _candidates(pair: Pair) -> Iterator[Answers]:
    # First where the level surely is another: a case that says so is the easiest to read.
    for goal in (pair.other_level(), *pair.differences()):
        answers = pair.case(goal)
        if answers is not None:
            yield answers


def _told_apart(one: Seen, other: Seen) -> tuple[list[str], list[str]]:
    """Name the fields of the advice and the rules that are not the same."""
    values, others = _values(one.advice), _values(other.advice)
    truths = dict(other.advice.truths)
    fields = [name for name, value in values.items() if value != others[name]]
    return fields, [rule for rule, truth in one.advice.truths if truths[rule] is not truth]


def _values(advice: Advice) -> dict[str, object]:
    return {
        "level": advice.level,
        "current": advice.current,
        "feasible": advice.feasible,
        "provisional": advice.provisional,
        "outcomes": (advice.outcomes_now, advice.outcomes_open),
        "actions": set(advice.action_ids),
        "scores": [(each.score, each.low, each.high) for each in advice.scores],
    }


def _around(one: Seen, other: Seen) -> Iterator[str]:
    """Write what stands around the advice and is not the same."""
    calls, others = one.calls, other.calls
    for page in PAGES:
        if getattr(one, page) != getattr(other, page):
            yield f"{page}: {getattr(one, page)}"
    # Where somebody has no page a list of everything says nothing.
    bare = [hidden for page, hidden in PAGES.items() if getattr(one, page) != "shown"]
    for name in SETS:
        ids = getattr(one, name)
        if name not in bare and set(ids) != set(getattr(other, name)):
            yield f"{name}: {listed(ids)}"
    changed = [name for name in calls if name in others and set(calls[name]) != set(others[name])]
    if changed:
        yield "calls:"
        yield from (f"  {name}: {_lines(calls[name])}" for name in changed)
    for key, mine, theirs in (("promises", one, other), ("promises_off", other, one)):
        names = [name for name in mine.promises if name not in theirs.promises]
        if names:
            yield f"{key}: {listed(names)}"


def _lines(names: Iterable[str]) -> str:
    """Write ids of help lines; one of digits alone would be read as a number."""
    quoted = (f'"{name}"' if name.isdigit() else name for name in names)
    return f"[{', '.join(quoted)}]"


def _name(change: Change) -> str:
    # One option may count in several questions of a score.
    of = change.question if change.edit is Edit.WEIGHT else ""
    parts = (change.owner, change.edit.value, of, change.part, change.after or change.before)
    return "-".join(re.sub(r"[^a-z0-9_]+", "-", part).strip("-") for part in parts if part)
