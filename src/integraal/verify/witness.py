"""A case that notices a change: few answers, and what the instrument says of them now."""

from collections.abc import Iterator

from integraal.engine.evaluate import evaluate
from integraal.model.advice import Advice
from integraal.model.answers import Answers
from integraal.model.example import Example, Expectation
from integraal.model.instrument import Act
from integraal.model.testing import Change
from integraal.model.truth import Truth
from integraal.verify.pair import Pair

_LISTS = {Truth.TRUE: "rules", Truth.UNKNOWN: "rules_open", Truth.FALSE: "rules_off"}


def witness(pair: Pair, change: Change, *, source_only: bool) -> Example | None:
    """Find a case; None when the engine, which has the last word, sees no difference in any."""
    goals = [pair.other_level(), pair.other_limit(), pair.other_present(), *pair.other_truths()]
    for goal in goals:
        answers = pair.case(goal)
        expect = _expected(pair, answers, change) if answers is not None else None
        if answers is not None and expect is not None:
            return Example(_name(change), answers, expect, source_only=source_only)
    return None


def _expected(pair: Pair, answers: Answers, change: Change) -> Expectation | None:
    """Write down what must be, where the mutant says something else."""
    before = evaluate(pair.before.program, answers, with_open_questions=False)
    after = evaluate(pair.after.program, answers, with_open_questions=False)
    values, other = _values(before), _values(after)
    differing = {name: value for name, value in values.items() if value != other[name]}
    truths = dict(before.truths)
    changed = [rule for rule, truth in after.truths if truths[rule] is not truth]
    # The rule that was changed says it all, where it shows.
    for rule in [change.owner] if change.owner in changed else changed:
        name = _LISTS[truths[rule]]
        differing[name] = (*differing.get(name, ()), rule)
    return Expectation(**differing, fields=frozenset(differing)) if differing else None
