"""Hold an advice against what an author expects of it."""

from collections.abc import Iterator

from integraal.model.example import Difference, Expectation
from integraal.model.results.advice import Advice
from integraal.model.truth import Truth


def differences(expect: Expectation, advice: Advice) -> list[Difference]:
    """List what is not as expected; empty when all is well."""
    return [*_values(expect, advice), *_lists(expect, advice), *_rules(expect, advice)]


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
    outcomes = tuple(outcome.id for outcome in advice.outcomes)
    if expect.outcomes is not None and expect.outcomes != outcomes:
        yield Difference("outcomes", ", ".join(expect.outcomes), ", ".join(outcomes))


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
