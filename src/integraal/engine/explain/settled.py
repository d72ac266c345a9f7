"""Which definitions some facts settle: by what names a reason can be told."""

from collections.abc import Iterator, Mapping, Sequence

from integraal.engine.explain.support import support_within
from integraal.engine.interpreter import Evaluation
from integraal.engine.program import Node
from integraal.model import condition as c
from integraal.model.condition import Condition
from integraal.model.results.trace import Fact, Settled
from integraal.model.truth import Truth


def settled(
    evaluation: Evaluation,
    nodes: Mapping[Condition, Node],
    condition: Condition,
    facts: Sequence[Fact],
) -> tuple[Settled, ...]:
    """Find the definitions by which facts make a condition what it is, each with its own.

    Args:
        evaluation: Of the case.
        nodes: What the parts of the condition were lowered to.
        condition: That holds, or does not.
        facts: That make it so, whatever else is answered.

    Returns: The outermost, each once, in the order of the condition; those they rest on within.
    """
    found: dict[str, Settled] = {}
    for defined in _deciding(evaluation, nodes, condition):
        node = nodes[defined]
        own = support_within(evaluation, node, facts)
        if own is not None and defined.definition not in found:
            found[defined.definition] = Settled(
                defined.definition,
                evaluation.of(node) is Truth.TRUE,
                own,
                settled(evaluation, nodes, defined.part, own),
            )
    return tuple(found.values())


def _deciding(
    evaluation: Evaluation, nodes: Mapping[Condition, Node], condition: Condition
) -> Iterator[c.Defined]:
    """The outermost definitions that may have made a condition what it is."""
    match condition:
        case c.Defined():
            yield condition
        case c.All(parts) | c.AnyOf(parts) | c.AtLeastOf(_, parts):
            value = evaluation.of(nodes[condition])
            for part in parts:
                # Parts with another value than the whole did not decide it.
                if evaluation.of(nodes[part]) is value:
                    yield from _deciding(evaluation, nodes, part)
        case c.Not(part) | c.Reached(_, part):
            yield from _deciding(evaluation, nodes, part)
        case _:
            return
