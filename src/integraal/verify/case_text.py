"""Write cases as an author would: ready to paste under `cases:` in a file of test cases.

What is expected is what the instrument says now. As long as the fault is there the case passes, and
shows it; once it is mended the author writes down what should be.
"""

from collections.abc import Iterable, Iterator

from integraal.engine.evaluate import evaluate
from integraal.engine.program import Program
from integraal.model.answers import Answer, Answers, Partly, answer_value
from integraal.model.instrument import Question
from integraal.model.results.advice import Advice
from integraal.model.truth import Truth

_BY_TRUTH = {Truth.TRUE: "rules", Truth.UNKNOWN: "rules_open", Truth.FALSE: "rules_off"}
_NULLS = ("null", "~", "")


def case_text(
    name: str,
    program: Program,
    answers: Answers,
    fields: Iterable[str],
    rules: Iterable[str],
    *,
    source_only: bool = False,
) -> str:
    """Write one case, with these fields of its advice and the truth of these rules."""
    advice = evaluate(program, answers)
    questions = [q for q in program.instrument.questions() if q.id in answers]
    expected = [*_expected(advice, fields), *_truths(advice, rules)]
    lines = [
        f"  - id: {name}",
        *(["    source_only: true"] if source_only else []),
        "    answers:",
        *(f"      {q.id}: {_answer(q, answers[q.id])}" for q in questions),
        "    expect:" if expected else "    expect: {}",
        *(f"      {line}".rstrip() for line in expected),
    ]
    return "\n".join(lines)


def _expected(advice: Advice, fields: Iterable[str]) -> Iterator[str]:
    for field in fields:
        match field:
            case "level" | "reach" | "current" | "feasible":
                level = getattr(advice, field)
                yield f"{field}: {level.id if level else ''}"
            case "direction":
                yield f"direction: {advice.direction.value}"
            case "provisional":
                yield f"provisional: {str(advice.provisional).lower()}"
            case "actions":
                yield f"actions: {_listed(advice.action_ids)}"
            case "outcomes":
                yield f"outcomes: {_listed(outcome.id for outcome in advice.outcomes)}"
            case _:
                raise KeyError(field)


def _truths(advice: Advice, rules: Iterable[str]) -> Iterator[str]:
    truths = dict(advice.truths)
    for truth, key in _BY_TRUTH.items():
        named = [rule for rule in dict.fromkeys(rules) if truths[rule] is truth]
        if named:
            yield f"{key}: {_listed(named)}"


def _answer(question: Question, answer: Answer) -> str:
    value = answer_value(answer, question.option_ids)
    if isinstance(value, str):
        return f'"{value}"' if value in _NULLS else value
    if not isinstance(value, list):
        return f"{value:.9f}".rstrip("0").rstrip(".")
    said = _listed(value)
    if not isinstance(answer, Partly):
        return said
    excluded = set(question.option_ids) - answer.chosen - answer.unknown
    # No case file can say this; a table with a column for each option can.
    return f"{said}  # not: {', '.join(sorted(excluded))}" if excluded else said


def _listed(names: Iterable[str]) -> str:
    return f"[{', '.join(f'{name!r}' if name in _NULLS else name for name in names)}]"
