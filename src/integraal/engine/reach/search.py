"""See the unknown answers as free literals, and the rules over them as gates, to look for ways out.

Kleene's truths are right but can be wide: two rules that need opposite answers to one question are
both unknown, though never both true. Whether some way of filling in the unknown answers makes
these hold and those not, is what a search over gates tells exactly.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import inf
from typing import TypeAlias, assert_never

from integraal.engine.interpreter import Evaluation, leaf_truth
from integraal.engine.program import (
    And,
    Constant,
    Count,
    Negation,
    Node,
    Or,
    Program,
    Test,
    Weighted,
)
from integraal.engine.reach.conflicts import Search
from integraal.engine.reach.gates import FALSE, NO_GATE, TRUE, Gates, Literal
from integraal.engine.reach.numbers import representatives
from integraal.model.answers import DONT_KNOW, Answer, Partly
from integraal.model.condition import Between, Known, Leaf, OneIn, SomeChosen
from integraal.model.instrument import Kind, Question
from integraal.model.truth import Truth

Values: TypeAlias = Mapping[str | float, Literal]
"""For every option of a question, or number that the rules can tell apart: it is in the answer."""


class Unknowns:
    """The answers of a case as literals: what is known is fixed, what is not is free."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.gates = Gates()
        self.search = Search(self.gates)
        self._evaluation = evaluation
        self._program = evaluation.program
        self._above: dict[str, AbstractSet[int]] = {}
        self._values: dict[str, Values] = {}
        self._nodes: dict[int, Literal] = {}

    def literal(self, node: Node) -> Literal:
        """The literal of whether a node holds."""
        if id(node) not in self._nodes:  # nodes are looked up often, and hashed all the way down
            self._nodes[id(node)] = self._made(node)
        return self._nodes[id(node)]

    def _made(self, node: Node) -> Literal:
        match node:
            case Test(index):
                return self._leaf(self._program.leaves[index])
            case Constant(holds):
                return TRUE if holds else FALSE
            case And(parts):
                return self.gates.at_least(len(parts), map(self.literal, parts))
            case Or(parts):
                return self.gates.at_least(1, map(self.literal, parts))
            case Negation(part):
                return self.literal(part) ^ 1
            case Count(needed, parts):
                return self.gates.at_least(needed, map(self.literal, parts))
            case Weighted(needed, weighed):
                every = (
                    literal for weight, part in weighed for literal in [self.literal(part)] * weight
                )
                return self.gates.at_least(needed, every)
            case _:
                assert_never(node)

    def _leaf(self, leaf: Leaf) -> Literal:
        value = leaf_truth(leaf, self._evaluation.answers)
        if value is Truth.UNKNOWN:
            return self._unknown(leaf)
        return TRUE if value is Truth.TRUE else FALSE

    def _unknown(self, leaf: Leaf) -> Literal:
        match leaf:
            case Known():
                raise AssertionError("whether something is known is never unknown")
            case OneIn(question, options):
                values = self.values(question)
                return self.gates.at_least(1, (values[option] for option in options))
            case SomeChosen(question, options, count):
                values = self.values(question)
                return self.gates.at_least(count, (values[option] for option in options))
            case Between(question, low, high):
                least, most = -inf if low is None else low, inf if high is None else high
                values = self.values(question)
                within = (values[value] for value in values if least <= float(value) <= most)
                return self.gates.at_least(1, within)
            case _:
                assert_never(leaf)

    def values(self, question: str) -> Values:
        """The literals of an answer that is not known, or not wholly."""
        if question not in self._values:
            self._values[question] = self._made_values(self._program.every_question[question])
        return self._values[question]

    def _made_values(self, question: Question) -> Values:
        if question.kind is Kind.SEVERAL:
            answer = self._evaluation.answers.get(question.id, DONT_KNOW)
            known = partly(self._program, question.id, answer)
            return {option: self._option(option, known) for option in question.option_ids}
        every: Sequence[str | float] = question.option_ids
        if question.kind is Kind.NUMBER:
            every = representatives(self._program, question.id)
        literals = [self.gates.variable(guess=not place) for place in range(len(every))]
        self._demand_one(literals)
        return dict(zip(every, literals, strict=True))

    def _option(self, option: str, known: Partly) -> Literal:
        if option in known.unknown:
            return self.gates.variable(guess=False)
        return TRUE if option in known.chosen else FALSE

    def _demand_one(self, literals: Sequence[Literal]) -> None:
        """Demand that exactly one of these holds."""
        self.gates.demand(1, literals)
        self.gates.demand(len(literals) - 1, [literal ^ 1 for literal in literals])

    def holding(self, question: str, answer: Answer) -> list[Literal]:
        """The literals of an open question that hold when this is the answer to it."""
        chosen = answer if isinstance(answer, frozenset) else {answer}
        free = [(value, each) for value, each in self.values(question).items() if each > FALSE]
        return [literal if value in chosen else literal ^ 1 for value, literal in free]

    def guess(self) -> bytes:
        """The guess as it is, to go back to."""
        return bytes(self.gates.guess)

    def go_back_to(self, guess: bytes) -> None:
        """Guess of what is free as it was guessed before."""
        for literal in range(0, len(guess), 2):
            is_free = self.gates.made_by[literal >> 1] == NO_GATE
            if is_free and self.gates.guess[literal] != guess[literal]:
                self.gates.turn(literal | (not guess[literal]))

    def above(self, question: str) -> AbstractSet[int]:
        """The variables that hang on a question."""
        if question not in self._above:
            free = [literal for literal in self.values(question).values() if literal > FALSE]
            self._above[question] = self.gates.above(free)
        return self._above[question]

    def tells(self, question: str, literal: Literal) -> bool:
        """Whether one answer to a question can make a literal hold while all demands are met.

        The demands are met with an answer to it of their own, so that the two answers may differ;
        all other answers are the same.

        Raises:
            GaveUpError: when the budget is spent first.
        """
        before = self.search.mark()
        copied = self._copied(question, literal)
        try:
            return self.search.finds(copied)
        finally:
            self.search.forget(before)

    def _copied(self, question: str, literal: Literal) -> Literal:
        """Make a literal anew over an answer of its own to a question."""
        gates, above, copies = self.gates, self.above(question), dict[int, Literal]()
        free = [each for each in self.values(question).values() if each > FALSE]
        for each in free:
            copies[each >> 1] = gates.variable(guess=bool(gates.guess[each]))
        if self._program.every_question[question].kind is not Kind.SEVERAL:
            self._demand_one(list(copies.values()))

        def copy(old: Literal) -> Literal:
            variable = old >> 1
            if variable not in above:
                return old
            if variable not in copies:
                gate = gates.made_by[variable]
                parts = [copy(part) for part in gates.parts[gate]]
                copies[variable] = gates.gate(gates.needed[gate], parts)
            return copies[variable] ^ (old & 1)

        return copy(literal)


def partly(program: Program, question: str, answer: Answer) -> Partly:
    """See an answer to a choose-several question as what is chosen and what may be."""
    if isinstance(answer, Partly):
        return answer
    if isinstance(answer, frozenset):
        return Partly(answer, frozenset())
    return Partly(frozenset(), frozenset(program.instrument.question(question).option_ids))


def closed(chosen: frozenset[str], unknown: frozenset[str]) -> Answer:
    """Make an answer to a choose-several question out of what is chosen and what may be."""
    return Partly(chosen, unknown) if unknown else chosen
