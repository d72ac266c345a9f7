"""How high the level certainly is, and how high it could still become."""

from typing import NamedTuple

from integraal.engine.interpreter import Evaluation
from integraal.model.truth import Truth


class Ranks(NamedTuple):
    """Places on the scale, 0 for the lowest level."""

    level: int
    """Highest rank whose rule is TRUE, else 0."""
    reach: int
    """Highest rank whose rule is TRUE or UNKNOWN, else 0."""


def ranks(evaluation: Evaluation) -> Ranks:
    """Work out both ranks; the highest level that holds wins (DMN: collect, max)."""
    level = reach = 0
    for raising in evaluation.program.raising:
        if raising.rank > level or raising.rank > reach:
            value = evaluation.of(raising.node)
            if value is Truth.TRUE:
                level = max(level, raising.rank)
            if value is not Truth.FALSE:
                reach = max(reach, raising.rank)
    return Ranks(level, reach)
