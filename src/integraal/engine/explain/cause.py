"""Which answers make a node hold, and which keep it open."""

from collections.abc import Iterator
from typing import assert_never

from integraal.engine.interpreter import Evaluation
from integraal.engine.program import And, Constant, Count, Negation, Node, Or, Test, Weighted


def supporting(evaluation: Evaluation, node: Node) -> Iterator[str]:
    """Name the questions whose answers make a node what it is, in the order of the condition.

    Of a node that is TRUE these are the answers that make it so; of one that is FALSE those that
    prevent it; of one that is UNKNOWN those that are missing. Names may repeat.
    """
    value = evaluation.of(node)
    match node:
        case Test(index):
            yield evaluation.program.leaves[index].question
        case Constant():
            return
        case And() | Or() | Count() | Weighted():
            # Parts with another value than the whole did not decide it.
            for part in node.parts:
                if evaluation.of(part) is value:
                    yield from supporting(evaluation, part)
        case Negation(part):
            yield from supporting(evaluation, part)
        case _:
            assert_never(node)


def unique(names: Iterator[str]) -> tuple[str, ...]:
    """Keep the first of each name.

    >>> unique(iter(["a", "b", "a"]))
    ('a', 'b')
    """
    return tuple(dict.fromkeys(names))
