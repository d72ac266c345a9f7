"""How high the level certainly is, and how high it could still become: exactly."""

from typing import NamedTuple

from integraal.engine.interpreter import Evaluation
from integraal.engine.reach.search import GaveUpError, Goal, fill_in
from integraal.model.truth import Truth


class Ranks(NamedTuple):
    """Places on the scale, 0 for the lowest level."""

    level: int
    """Highest rank that is reached whatever the unknown answers are."""
    reach: int
    """Highest rank that is reached for some way of filling them in."""


def ranks(evaluation: Evaluation) -> Ranks:
    """Work out both ranks exactly; the highest level that holds wins (DMN: collect, max).

    There is a way of filling in the unknown answers that gives `reach`, one that gives `level`,
    and none outside. Where a search gives up, the wider answer of Kleene stands, which is never
    wrong, only less precise.
    """
    rough = kleene_ranks(evaluation)
    if rough.level == rough.reach:
        return rough
    level = _exact_level(evaluation, rough)
    return Ranks(level, _exact_reach(evaluation, Ranks(level, rough.reach)))


def kleene_ranks(evaluation: Evaluation) -> Ranks:
    """Work out both ranks from the truth of each rule by itself.

    `level` is the highest rank whose rule is TRUE, `reach` the highest whose rule is not FALSE.
    """
    level = reach = 0
    for raising in evaluation.program.raising:
        if raising.rank > level or raising.rank > reach:
            value = evaluation.of(raising.node)
            if value is Truth.TRUE:
                level = max(level, raising.rank)
            if value is not Truth.FALSE:
                reach = max(reach, raising.rank)
    return Ranks(level, reach)


def _exact_level(evaluation: Evaluation, rough: Ranks) -> int:
    """Find the lowest rank at which all higher rules can be false together."""
    for rank in range(rough.level, rough.reach):
        higher = [raising for raising in evaluation.program.raising if raising.rank > rank]
        if _possible(evaluation, [Goal(raising.node, Truth.FALSE) for raising in higher]):
            return rank
    return rough.reach


def _exact_reach(evaluation: Evaluation, within: Ranks) -> int:
    """Find the highest rank of which some rule can hold."""
    for rank in range(within.reach, within.level, -1):
        rules = [raising for raising in evaluation.program.raising if raising.rank == rank]
        if any(_possible(evaluation, [Goal(rule.node, Truth.TRUE)]) for rule in rules):
            return rank
    return within.level


def _possible(evaluation: Evaluation, goals: list[Goal]) -> bool:
    """Whether the goals can be reached together; when nobody knows, they may be."""
    try:
        return fill_in(evaluation.program, evaluation.answers, goals) is not None
    except GaveUpError:
        return True
