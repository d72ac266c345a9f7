"""How the truth of a condition came about."""

from integraal.engine.interpreter import Evaluation
from integraal.model import condition as c
from integraal.model.condition import Condition
from integraal.model.results.trace import Trace


def trace(evaluation: Evaluation, condition: Condition) -> Trace:
    """Trace a condition of the program's instrument, down to the answers."""
    truth = evaluation.of(evaluation.program.nodes[condition])
    match condition:
        case c.All(parts) | c.AnyOf(parts) | c.AtLeastOf(_, parts):
            return Trace(condition, truth, tuple(trace(evaluation, part) for part in parts))
        case c.Not(part):
            return Trace(condition, truth, (trace(evaluation, part),))
        case _:
            return Trace(condition, truth, applies=evaluation.applies(condition.question))
