"""Reasons, obstacles and steps as data."""

from collections.abc import Iterable
from typing import Any, assert_never

from integraal.model import condition as c
from integraal.model.answers import Answers, answer_value
from integraal.model.instrument import Instrument
from integraal.model.results.explanation import Explanation
from integraal.model.results.steps import Change, Step, Supposition
from integraal.model.results.trace import Fact, Obstacle, Settled, Support, Trace
from integraal.report.data.plain import answer_data, fields, routes


def replies_data(explanation: Explanation) -> dict[str, Any]:
    """The replies to what was asked, to stand beside the advice."""
    instrument, answers = explanation.assessment.instrument, explanation.assessment.answers
    data: dict[str, Any] = {}
    if explanation.why is not None:
        data["why"] = [_support_data(support) for support in explanation.why]
    if explanation.why_not is not None:
        found = explanation.why_not.obstacles
        data["why_not"] = [_obstacle_data(obstacle, answers) for obstacle in found]
        before = explanation.why_not.before
        data["goes_before"] = _support_data(before) if before else None
    if explanation.what_if is not None:
        data["what_if"] = _supposition_data(explanation.what_if, instrument)
    if explanation.steps is not None:
        steps = explanation.steps.steps
        data["smallest_steps"] = [_step_data(step, instrument) for step in steps]
    return data


def _support_data(support: Support) -> dict[str, Any]:
    """A rule that holds, with the fewest facts that make it hold."""
    return {
        "rule": support.rule.id,
        "facts": _facts_data(support.facts),
        "definitions": [_settled_data(one) for one in support.settled],
    }


def _settled_data(settled: Settled) -> dict[str, Any]:
    """A definition that holds, or does not, with the fewest facts that make it so."""
    return {
        "definition": settled.definition,
        "holds": settled.holds,
        "facts": _facts_data(settled.facts),
        "definitions": [_settled_data(one) for one in settled.within],
    }


def _facts_data(facts: Iterable[Fact]) -> list[dict[str, Any]]:
    return [
        {"question": fact.question, "option": fact.option or None, "chosen": fact.chosen}
        for fact in facts
    ]


def _obstacle_data(obstacle: Obstacle, answers: Answers) -> dict[str, Any]:
    """A rule that would lead elsewhere, with the truth of each part of its condition."""
    trace = obstacle.trace
    return {
        "rule": obstacle.rule.id,
        "truth": obstacle.truth.name.lower(),
        "condition": _trace_data(trace, answers) if trace else None,
    }


def _trace_data(trace: Trace, answers: Answers) -> dict[str, Any]:
    condition = trace.condition
    data = {"kind": _kind(condition), "truth": trace.truth.name.lower()}
    if isinstance(condition, c.Combined):
        if isinstance(condition, c.Defined):
            data["definition"] = condition.definition
        if isinstance(condition, c.Reached):
            data["outcome"] = condition.outcome
        return {**data, "parts": [_trace_data(part, answers) for part in trace.parts]}
    if isinstance(condition, c.InScore):
        return {**data, **fields(condition, "score", "low", "high")}
    answer = answers.get(condition.question)
    said = None if answer is None else answer_value(answer, None)
    return {**data, "question": condition.question, "answer": said}


def _kind(condition: c.Condition) -> str:  # noqa: C901 - one case per kind of condition
    """Name what a condition asks; the words are a contract, whatever the model calls it."""
    match condition:
        case c.All():
            return "all"
        case c.AnyOf():
            return "any"
        case c.Not():
            return "not"
        case c.AtLeastOf():
            return "at_least_of"
        case c.Defined():
            return "definition"
        case c.Reached():
            return "outcome"
        case c.InScore():
            return "in_score"
        case c.OneIn():
            return "one_in"
        case c.SomeChosen():
            return "some_chosen"
        case c.Between():
            return "between"
        case c.Known():
            return "known"
        case _:
            assert_never(condition)


def _change_data(change: Change, instrument: Instrument) -> dict[str, Any]:
    """Another answer to one question."""
    question = instrument.question(change.question)
    return {"question": question.id, "answer": answer_data(change.answer, question)}


def _step_data(step: Step, instrument: Instrument) -> dict[str, Any]:
    """Changes that together lead to a level, and what it could still become then."""
    changes = [_change_data(change, instrument) for change in step.changes]
    return {**fields(step, "level", "reach"), "changes": changes}


def _supposition_data(supposed: Supposition, instrument: Instrument) -> dict[str, Any]:
    """Other answers, the advice in its main lines after them, and which of them do not count."""
    after = supposed.after
    return {
        "changes": [_change_data(change, instrument) for change in supposed.changes],
        **fields(after, "level", "reach", "feasible", "current", "provisional", "direction"),
        "outcomes": routes(after.outcomes),
        "actions": list(after.action_ids),
        **fields(supposed, "added", "dropped", "no_longer_certain", "less_known"),
        "uncounted": [
            {
                "question": uncounted.question,
                "applies": uncounted.applies.name.lower(),
                **fields(uncounted, "left_out", "because_of"),
            }
            for uncounted in supposed.uncounted
        ],
    }
