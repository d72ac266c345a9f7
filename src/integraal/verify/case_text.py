"""Write cases as an author would: ready to paste under `cases:` in a file of test cases.

What is expected is what the instrument says now. As long as the fault is there the case passes, and
shows it; once it is mended the author writes down what should be.
"""

from collections.abc import Iterable, Iterator, Sequence

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
    expected: Sequence[str],
    *,
    others: Iterable[Program] = (),
) -> str:
    """Write one case.

    Args:
        name: Its id.
        program: What gives the advice.
        answers: To its questions; those to questions of another instrument are written last.
        expected: What is expected, line by line; see `expected_lines`.
        others: Other instruments that the case has answers of.
    """
    asked = {q.id: q for one in (*others, program) for q in one.questions.values()}
    lines = [
        f"  - id: {name}",
        *(["    source_only: true"] if program.source_only else []),
        "    answers:",
        *(f"      {q.id}: {_answer(q, answers[q.id])}" for q in asked.values() if q.id in answers),
        *(f"      {name}: {answers[name]}" for name in answers if name not in asked),
        "    expect:",
        *(f"      {line}".rstrip() for line in expected),
    ]
    return "\n".join(lines)


def expected_lines(advice: Advice, fields: Iterable[str], rules: Iterable[str]) -> list[str]:
    """Write these fields of advice and the truth of these rules, as an author expects them.

    Where there are none, the actions: a case that expects nothing notices nothing.
    """
    return [*_expected(advice, fields), *_truths(advice, rules)] or [
        *_expected(advice, ["actions"])
    ]


def _expected(advice: Advice, fields: Iterable[str]) -> Iterator[str]:
    for field in fields:
        match field:
            case "level" | "reach" | "current" | "feasible":
                level = getattr(advice, field)
                yield f"{field}: {level.id if level else ''}"
            case "direction" | "provisional":
                value = advice.direction.value if field == "direction" else advice.provisional
                yield f"{field}: {str(value).lower()}"
            case "actions":
                yield f"actions: {listed(advice.action_ids)}"
            case "outcomes":
                yield f"outcomes: {listed(advice.outcomes_now)}"
                if advice.outcomes_open:
                    yield f"outcomes_open: {listed(advice.outcomes_open)}"
            case "scores":
                yield f"scores: {_scores(advice)}"
            case _:
                raise KeyError(field)


def _scores(advice: Advice) -> str:
    told = (f"{each.score}: [{each.low}, {each.high}]" for each in advice.scores)
    return f"{{{', '.join(told)}}}"


def _truths(advice: Advice, rules: Iterable[str]) -> Iterator[str]:
    truths = dict(advice.truths)
    for truth, key in _BY_TRUTH.items():
        named = [rule for rule in dict.fromkeys(rules) if truths[rule] is truth]
        if named:
            yield f"{key}: {listed(named)}"


def _answer(question: Question, answer: Answer) -> str:
    value = answer_value(answer, question.option_ids)
    if isinstance(value, str):
        return f'"{value}"' if value in _NULLS else value
    if not isinstance(value, list):
        return f"{value:.9f}".rstrip("0").rstrip(".")
    said = listed(value)
    if not isinstance(answer, Partly):
        return said
    excluded = set(question.option_ids) - answer.chosen - answer.unknown
    # No case file can say this; a table with a column for each option can.
    return f"{said}  # not: {', '.join(sorted(excluded))}" if excluded else said


def listed(names: Iterable[str]) -> str:
    """Write a list of ids on one line."""
    return f"[{', '.join(f'{name!r}' if name in _NULLS else name for name in names)}]"
