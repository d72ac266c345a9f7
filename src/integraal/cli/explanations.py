"""Answer what somebody asks about an advice: as a page, and as data."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from integraal.cli.explanations_asked import Asked
from integraal.cli.language import words
from integraal.engine.evaluate import evaluate
from integraal.engine.explain.steps import smallest_steps
from integraal.engine.explain.what_if import suppose
from integraal.engine.explain.why import obstacles, supports
from integraal.engine.interpreter import without_dropped
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.case import Case
from integraal.report.data.why import obstacle_data, step_data, support_data, supposition_data

if TYPE_CHECKING:
    from integraal.report.blocks import Block, Document


def reply_document(program: Program, case: Case, request: Asked) -> "Document":
    """Lay out the replies for one case, below its level."""
    from integraal.report.pages.advice import level_page

    answers = without_dropped(program, case.latest.answers)
    advice = evaluate(program, answers)
    blocks = tuple(_blocks(program, answers, request))
    return level_page(case, program.instrument, answers, advice, words(), blocks)


def _blocks(program: Program, answers: Answers, request: Asked) -> Iterator["Block"]:
    from integraal.report.pages.what_if import WhatIf
    from integraal.report.pages.why import WhyBlocks

    instrument = program.instrument
    make = WhyBlocks(instrument, answers, words())
    advice = evaluate(program, answers)
    if request.why:
        yield from make.why(supports(program, answers), advice)
    if request.why_not is not None:
        target = request.why_not
        is_level = target not in {outcome.id for outcome in instrument.outcomes}
        higher = supports(program, answers, target) if is_level else []
        yield from make.why_not(target, advice, obstacles(program, answers, target), higher)
    if request.what_if:
        supposed = suppose(program, answers, request.what_if)
        yield from WhatIf(instrument, answers, supposed, words()).blocks()
    if request.step is not None:
        target_level = request.step or None
        steps = smallest_steps(program, answers, target_level)
        yield from make.steps(steps, target_level, advice)


def reply_data(program: Program, case: Case, request: Asked) -> dict[str, Any]:
    """Give the replies for one case as data, to stand beside the advice."""
    answers = without_dropped(program, case.latest.answers)
    data: dict[str, Any] = {}
    if request.why:
        data["why"] = [support_data(support) for support in supports(program, answers)]
    if request.why_not is not None:
        found = obstacles(program, answers, request.why_not)
        data["why_not"] = [obstacle_data(obstacle, answers) for obstacle in found]
    if request.what_if:
        supposed = suppose(program, answers, request.what_if)
        data["what_if"] = supposition_data(supposed, program.instrument)
    if request.step is not None:
        steps = smallest_steps(program, answers, request.step or None)
        data["smallest_steps"] = [step_data(step, program.instrument) for step in steps]
    return data
