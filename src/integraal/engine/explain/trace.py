"""How the truth of a condition came about."""

from integraal.engine.interpreter import Evaluation
from integraal.engine.program import NEVER
from integraal.model import condition as c
from integraal.model.condition import Condition
from integraal.model.instrument import Rule
from integraal.model.results.trace import Trace
from integraal.model.truth import Truth


def trace(evaluation: Evaluation, rule: Rule) -> Trace | None:
    """Trace a rule down to the answers; None where it looks at other rules or the direction."""
    nodes = evaluation.program.nodes_of(rule)

    def traced(condition: Condition) -> Trace:
        truth = evaluation.of(nodes[condition])
        match condition:
            case c.All(parts) | c.AnyOf(parts) | c.AtLeastOf(_, parts):
                return Trace(condition, truth, tuple(map(traced, parts)))
            case c.Not(part) | c.Defined(_, part) | c.Reached(_, part):
                return Trace(condition, truth, (traced(part),))
            case c.InScore():
                return Trace(condition, truth)
            case _:
                is_left_out = nodes[condition] == NEVER
                applies = Truth.FALSE if is_left_out else evaluation.applies(condition.question)
                return Trace(condition, truth, applies=applies)

    return None if rule.condition is None else traced(rule.condition)
