"""From a program and a case to a case under advice, the one value that pages are made of."""

from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import left_out, without_dropped
from integraal.engine.program import Program
from integraal.model.case import Case
from integraal.model.results.assessment import Assessment


def assess(program: Program, case: Case) -> Assessment:
    """Evaluate the latest moment of a case."""
    answers = without_dropped(program, case.latest.answers)
    return Assessment(
        case=case,
        instrument=program.instrument,
        answers=answers,
        advice=evaluate(program, answers),
        left_out=left_out(program, answers),
        source_only=program.source_only,
    )
