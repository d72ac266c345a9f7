"""A program over one set of answers, as literals: for every node, that it holds and that it fails.

Two rails carry Kleene's three truths: a node holds, or fails, or does neither and is unknown. Two
encodings over one circuit share every literal about which they agree, so that comparing "the same
answers, but for one" costs no more than that one.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, assert_never

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
from integraal.model.condition import Between, Known, Leaf, OneIn, SomeChosen
from integraal.solving.answer_space import AnswerLiterals
from integraal.solving.circuit import FALSE, TRUE, Circuit


class Rails(NamedTuple):
    """The two literals of one truth; never both hold."""

    holds: int
    fails: int

    def opposite(self) -> "Rails":
        """The rails of what holds when this fails."""
        return Rails(self.fails, self.holds)


class Encoding:
    """A program over one set of answers."""

    def __init__(
        self, circuit: Circuit, program: Program, answers: Mapping[str, AnswerLiterals]
    ) -> None:
        self.circuit = circuit
        self.program = program
        self.answers = answers
        self._known: dict[int, tuple[Node, Rails]] = {}
        """By identity: nodes are looked up by the million, and hashed all the way down."""

    def with_answer(self, answer: AnswerLiterals) -> "Encoding":
        """Make the encoding in which one question has another answer."""
        changed = {**self.answers, answer.question.id: answer}
        return Encoding(self.circuit, self.program, changed)

    def of(self, node: Node) -> Rails:
        """The rails of a node."""
        found = self._known.get(id(node))
        if found is None:
            found = self._known[id(node)] = (node, self._made(node))
        return found[1]

    def nodes(self) -> Iterator[Node]:
        """Every node that means something to an author."""
        yield from self.program.nodes.values()
        yield from self.program.counted.values()
        yield from self.program.asked.values()
        yield from self.program.gated.values()

    def complete(self) -> None:
        """Make all literals now: what is made later, a model that was found before cannot tell."""
        for node in self.nodes():
            self.of(node)

    def asked(self, question: str) -> Rails:
        """The rails of whether a question applies."""
        return self.of(self.program.asked[question])

    def reaches(self, rank: int) -> int:
        """Make the literal that says that the level is at least this rank, rule by rule."""
        raising = [rule for rule in self.program.raising if rule.rank >= rank]
        return TRUE if rank <= 0 else self.any_holds(rule.node for rule in raising)

    def stays_below(self, rank: int) -> int:
        """Make the literal that says that no answer more can make the level this rank."""
        raising = [rule for rule in self.program.raising if rule.rank >= rank]
        fail = (self.of(rule.node).fails for rule in raising)
        return FALSE if rank <= 0 else self.circuit.all_of(fail)

    def any_holds(self, nodes: Iterable[Node]) -> int:
        """Make the literal that says that one of these nodes holds."""
        return self.circuit.any_of(self.of(node).holds for node in nodes)

    def _made(self, node: Node) -> Rails:
        match node:
            case Test(index):
                return self._leaf(self.program.leaves[index])
            case Constant(holds):
                return Rails(TRUE, FALSE) if holds else Rails(FALSE, TRUE)
            case Negation(part):
                return self.of(part).opposite()
            case And(parts):
                return self._reached(len(parts), [self.of(part) for part in parts])
            case Or(parts):
                return self._reached(1, [self.of(part) for part in parts])
            case Count(needed, parts):
                return self._reached(needed, [self.of(part) for part in parts])
            case Weighted(needed, weighed):
                rails = [(weight, self.of(part)) for weight, part in weighed]
                return Rails(
                    self.circuit.sum_at_least(needed, ((n, rail.holds) for n, rail in rails)),
                    self.circuit.sum_at_least(
                        node.most - needed + 1, ((n, rail.fails) for n, rail in rails)
                    ),
                )
            case _:
                assert_never(node)

    def _reached(self, needed: int, rails: list[Rails]) -> Rails:
        """Hold when so many hold; fail when so many fail that the others cannot be enough."""
        return Rails(
            self.circuit.at_least(needed, (rail.holds for rail in rails)),
            self.circuit.at_least(len(rails) - needed + 1, (rail.fails for rail in rails)),
        )

    def _leaf(self, leaf: Leaf) -> Rails:
        answer = self.answers[leaf.question]
        match leaf:
            case OneIn(_, options):
                return self._one_of(answer, options)
            case Between(_, low, high):
                inside = {
                    value
                    for value in answer.yes
                    if (low is None or float(value) >= low)
                    and (high is None or float(value) <= high)
                }
                return self._one_of(answer, inside)
            case SomeChosen(_, options, count):
                rails = [Rails(answer.yes[option], answer.no[option]) for option in sorted(options)]
                return self._reached(count, rails)
            case Known(_, wanted):
                known = -answer.blank if leaf.in_part else answer.known
                rails_known = Rails(known, -known)
                return rails_known if wanted else rails_known.opposite()
            case _:
                assert_never(leaf)

    def _one_of(self, answer: AnswerLiterals, wanted: Iterable[str | float]) -> Rails:
        inside = set(wanted)
        return Rails(
            self.circuit.any_of(answer.yes[value] for value in answer.yes if value in inside),
            self.circuit.any_of(answer.yes[value] for value in answer.yes if value not in inside),
        )
