"""Hold advice against what an author expects of it."""

from collections.abc import Iterator

from integraal.model.example import Difference, Expectation
from integraal.model.results.advice import Advice
from integraal.model.truth import Truth
from integraal.verify.mutation.seen import Seen

PAGES = {"for_others": "hidden", "for_child": "hidden_from_child"}
"""Whether a reader has a page, and what then is not on it."""
SETS = ("urgent", "ask_first", *PAGES.values(), "left_out", "not_counted")
"""Fields that name things exactly, in any order."""


def differences(expect: Expectation, advice: Advice) -> list[Difference]:
    """List what is not as expected; empty when all is well."""
    return [
        *_values(expect, advice),
        *_lists(expect, advice),
        *_rules(expect, advice),
        *_scores(expect, advice),
    ]


def _values(expect: Expectation, advice: Advice) -> Iterator[Difference]:
    found = {
        "level": advice.level.id if advice.level else None,
        "reach": advice.reach.id if advice.reach else None,
        "current": advice.current.id if advice.current else None,
        "feasible": advice.feasible.id if advice.feasible else None,
        "direction": advice.direction.value,
        "provisional": advice.provisional,
    }
    for name, value in found.items():
        if name in expect.fields and getattr(expect, name) != value:
            yield Difference(name, str(getattr(expect, name)), str(value))


def _lists(expect: Expectation, advice: Advice) -> Iterator[Difference]:
    actions = sorted(advice.action_ids)
    if expect.actions is not None and sorted(expect.actions) != actions:
        yield Difference("actions", ", ".join(sorted(expect.actions)), ", ".join(actions))
    now = advice.outcomes_now
    if expect.outcomes is not None and expect.outcomes != now:
        yield Difference("outcomes", ", ".join(expect.outcomes), ", ".join(now))
    might = (expect.outcomes_open, advice.outcomes_open)
    if {"outcomes", "outcomes_open"} & expect.fields and might[0] != might[1]:
        yield Difference("outcomes_open", *map(", ".join, might))


def _rules(expect: Expectation, advice: Advice) -> Iterator[Difference]:
    truths = dict(advice.truths)
    wanted = {
        "rules": (expect.rules, Truth.TRUE),
        "rules_open": (expect.rules_open, Truth.UNKNOWN),
        "rules_off": (expect.rules_off, Truth.FALSE),
    }
    for field, (names, truth) in wanted.items():
        for name in names:
            if truths.get(name) is not truth:
                found = truths[name].name if name in truths else "-"
                yield Difference(field, f"{name}: {truth.name}", f"{name}: {found}")


def _scores(expect: Expectation, advice: Advice) -> Iterator[Difference]:
    found = {each.score: (each.low, each.high) for each in advice.scores}
    for name, wanted in expect.scores:
        if found.get(name) != wanted:
            yield Difference("scores", *(f"{name}: {said}" for said in (wanted, found.get(name))))


def differences_in_all(expect: Expectation, seen: Seen) -> list[Difference]:
    """List what is not as expected, in the advice and in what of safety stands around it."""
    return [*differences(expect, seen.advice), *safety_differences(expect, seen)]


def safety_differences(expect: Expectation, seen: Seen) -> list[Difference]:
    """List what is not as expected around the advice; only what its author wrote is worked out."""
    return [*_sets(expect, seen), *_called(expect, seen), *_promises(expect, seen)]


def _sets(expect: Expectation, seen: Seen) -> Iterator[Difference]:
    for name in PAGES:
        wanted = getattr(expect, name)
        if wanted is not None and wanted != getattr(seen, name):
            yield Difference(name, wanted, getattr(seen, name))
    for name in SETS:
        wanted = getattr(expect, name)
        found = () if wanted is None else getattr(seen, name)
        if wanted is not None and set(wanted) != set(found):
            yield Difference(name, ", ".join(sorted(wanted)), ", ".join(sorted(found)))


def _called(expect: Expectation, seen: Seen) -> Iterator[Difference]:
    for danger, lines in expect.calls:
        found = seen.calls.get(danger, ())
        if set(lines) != set(found):
            told = (f"{danger}: {', '.join(sorted(some))}" for some in (lines, found))
            yield Difference("calls", *told)


def _promises(expect: Expectation, seen: Seen) -> Iterator[Difference]:
    for field, wanted in (("promises", True), ("promises_off", False)):
        for name in getattr(expect, field):
            if (name in seen.promises) is not wanted:
                truth = {True: Truth.TRUE.name, False: Truth.FALSE.name}
                yield Difference(field, f"{name}: {truth[wanted]}", f"{name}: {truth[not wanted]}")
