"""Reply to all that somebody asks about the advice of one case."""

from collections.abc import Sequence

from integraal.engine.explain.steps import smallest_steps
from integraal.engine.explain.what_if import suppose
from integraal.engine.explain.why import goes_before, obstacles, supports
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.results.assessment import Assessment
from integraal.model.results.explanation import ANY_LEVEL, Explanation, Steps, WhyNot
from integraal.model.results.steps import Change


def explain(
    program: Program,
    assessment: Assessment,
    *,
    why: bool = False,
    why_not: str | None = None,
    what_if: Sequence[Change] = (),
    step: str | None = None,
) -> Explanation:
    """Reply to what is asked about a case under advice.

    Args:
        program: The lowered instrument.
        assessment: The case, under the advice of this program.
        why: Whether to ask which answers carry the advice.
        why_not: Id of a level or route that the advice is not.
        what_if: Other answers, at most one for each question.
        step: Id of a level to reach by the smallest change, or ANY_LEVEL.
    """
    answers = assessment.answers
    return Explanation(
        assessment=assessment,
        why=tuple(supports(program, answers)) if why else None,
        why_not=_why_not(program, answers, why_not) if why_not is not None else None,
        what_if=suppose(program, answers, what_if) if what_if else None,
        steps=_steps(program, answers, step) if step is not None else None,
    )


def _why_not(program: Program, answers: Answers, target: str) -> WhyNot:
    is_level = target not in {outcome.id for outcome in program.instrument.outcomes}
    above = supports(program, answers, target) if is_level else []
    before = None if is_level else goes_before(program, answers, target)
    return WhyNot(target, tuple(obstacles(program, answers, target)), tuple(above), before)


def _steps(program: Program, answers: Answers, target: str) -> Steps:
    wanted = None if target == ANY_LEVEL else target
    return Steps(target, tuple(smallest_steps(program, answers, wanted)))
