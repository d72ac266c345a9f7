"""What is left of a rule of another instrument as long as nobody began that instrument.

A rule that is taken from another instrument (`minimum_from`) may look at questions that are not
asked here. Their answers count where a case has them. Where it has none of them, the rule must keep
nothing open that nobody here could ever answer: it counts only if it holds whatever is answered
there, which its other parts can bring about alone.
"""

from collections.abc import Callable, Collection, Iterable

from integraal.engine.program import (
    ALWAYS,
    NEVER,
    And,
    Count,
    Negation,
    Node,
    Or,
    Weighed,
    Weighted,
)
from integraal.model import condition as c
from integraal.model.instrument import Instrument, Rule


def gate_of(instrument: Instrument, rule: Rule) -> tuple[str, ...]:
    """Name the questions of which one answer is enough for a rule of another instrument to count.

    These are the questions of that instrument that are not asked here and on which the rules that
    are taken from it rest; none for a rule of the instrument itself.
    """
    if not rule.minimum_of:
        return ()
    taken = [other for other in instrument.rules if other.minimum_of == rule.minimum_of]
    looked_at = {leaf.question for other in taken for leaf in c.leaves_of(other.when)}
    return tuple(question.id for question in instrument.unasked if question.id in looked_at)


class Least:
    """Writes conditions as they certainly are, whatever is answered to some questions."""

    def __init__(self, lowered: Callable[[c.Condition], Node], unasked: Collection[str]) -> None:
        self._lowered = lowered
        self._unasked = unasked

    def of(self, condition: c.Condition, *, negated: bool = False) -> Node:
        """Write a condition such that what is not known of these questions never makes it hold.

        Args:
            condition: Of the rule, or a part of it.
            negated: Whether the rule holds when this does not: then the worst is that it does.
        """
        match condition:
            case c.All(parts):
                return _all(self.of(part, negated=negated) for part in parts)
            case c.AnyOf(parts):
                return _any(self.of(part, negated=negated) for part in parts)
            case c.Not(part):
                return _not(self.of(part, negated=not negated))
            case c.AtLeastOf(count, parts):
                return Count(count, tuple(self.of(part, negated=negated) for part in parts))
            case c.Defined(_, part) | c.Reached(_, part):
                return self.of(part, negated=negated)
            case c.InScore(_, _, _, parts):
                least, most = (
                    tuple((weight, self.of(leaf, negated=flipped)) for weight, leaf in parts)
                    for flipped in (negated, not negated)
                )
                return within(condition, least, most)
            case leaf if leaf.question in self._unasked:
                return ALWAYS if negated else NEVER
            case leaf:
                return self._lowered(leaf)


def within(score: c.InScore, least: Weighed, most: Weighed) -> Node:
    """Write that a score lies within its bounds.

    Args:
        score: With its bounds.
        least: What counts towards the lower one.
        most: What counts towards the upper one.
    """
    bounds: list[Node] = []
    if score.low is not None:
        bounds.append(Weighted(score.low, least))
    if score.high is not None:
        bounds.append(Negation(Weighted(score.high + 1, most)))
    return bounds[0] if len(bounds) == 1 else And(tuple(bounds))


def _all(parts: Iterable[Node]) -> Node:
    kept = tuple(part for part in parts if part != ALWAYS)
    if NEVER in kept:
        return NEVER
    return And(kept) if kept else ALWAYS


def _any(parts: Iterable[Node]) -> Node:
    kept = tuple(part for part in parts if part != NEVER)
    if ALWAYS in kept:
        return ALWAYS
    return Or(kept) if kept else NEVER


def _not(part: Node) -> Node:
    if part in (ALWAYS, NEVER):
        return NEVER if part == ALWAYS else ALWAYS
    return Negation(part)
