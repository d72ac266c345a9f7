"""How high the level certainly is, and how high it could still become: exactly."""

from collections.abc import Iterable
from math import inf
from typing import NamedTuple

from integraal.engine.interpreter import Evaluation
from integraal.engine.program import RankedRule
from integraal.engine.reach.gates import Literal
from integraal.engine.reach.search import Unknowns
from integraal.engine.reach.trail import GaveUpError
from integraal.model.answers import Answer
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
    return Outlook(evaluation).ranks


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


class Outlook:
    """How far a case can yet move: looked for once, within one budget."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.searched_all = True
        """Whether everything was shown; else what may be was taken to be."""
        self.unknowns = Unknowns(evaluation)
        self._rough = rough = kleene_ranks(evaluation)
        self.open_rules = _open_rules(evaluation, rough)
        self._literals = [self.unknowns.literal(rule.node) for rule in self.open_rules]
        level = self._exact_level(rough)
        self._lowest = self.unknowns.guess()
        self.ranks = Ranks(level, self._exact_reach(Ranks(level, rough.reach)))

    def rule_out(self, rank: int) -> None:
        """Demand of what is looked for from here on that no rule of this rank or more holds."""
        for literal in self._from(rank):
            self.unknowns.search.demand(literal ^ 1)
        self.unknowns.go_back_to(self._lowest)

    def tells(self, question: str, rule: RankedRule) -> bool:
        """Whether a question alone can make a rule hold; when nobody knows, it can.

        What was demanded of the search before is met with another answer to that question.
        """
        literal = self.unknowns.literal(rule.node)
        if literal >> 1 not in self.unknowns.above(question):
            return False
        try:
            return self.unknowns.tells(question, literal)
        except GaveUpError:
            self.searched_all = False
            return True

    def with_answer(self, question: str, answer: Answer) -> Ranks:
        """Work out both ranks as they would be with one answer more, by each rule alone."""
        now = self.unknowns.gates.settled_by(self.unknowns.holding(question, answer))
        rules = list(zip(self.open_rules, self._literals, strict=True))  # the highest first
        least = self._rough.level
        level = next((rule.rank for rule, literal in rules if literal in now), least)
        reach = next((rule.rank for rule, literal in rules if literal ^ 1 not in now), least)
        return Ranks(level, reach)

    def _exact_level(self, rough: Ranks) -> int:
        """Find the lowest rank at which all higher rules can be false together."""
        for rank in range(rough.level, rough.reach):
            if self._possible(literal ^ 1 for literal in self._from(rank + 1)):
                return rank
        return rough.reach

    def _exact_reach(self, within: Ranks) -> int:
        """Find the highest rank of which some rule can hold."""
        for rank in range(within.reach, within.level, -1):
            if any(self._possible([literal]) for literal in self._from(rank, rank)):
                return rank
        return within.level

    def _from(self, least: int, most: float = inf) -> list[Literal]:
        """The literals of the open rules from one rank to another."""
        rules = zip(self.open_rules, self._literals, strict=True)
        return [literal for rule, literal in rules if least <= rule.rank <= most]

    def _possible(self, literals: Iterable[Literal]) -> bool:
        """Whether these can hold together; when nobody knows, they can."""
        try:
            return self.unknowns.search.finds(*literals)
        except GaveUpError:
            self.searched_all = False
            return True


def _open_rules(evaluation: Evaluation, rough: Ranks) -> list[RankedRule]:
    """The rules that may still raise the level, the highest first."""
    above = [rule for rule in evaluation.program.raising if rough.level < rule.rank]
    still = [rule for rule in above if evaluation.of(rule.node) is Truth.UNKNOWN]
    return sorted(still, key=lambda rule: -rule.rank)
