"""An instrument and its mutant over the same answers: where can they differ?"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.instrument import Limit, Rule
from integraal.solving.circuit import FALSE, TRUE
from integraal.solving.solver import BOUND, Solver
from integraal.verify.proof.answer_space import AnswerSpace, answers_in
from integraal.verify.proof.encoding import Encoding, Rails
from integraal.verify.proof.rule_encoding import rule_encoding


class Side:
    """One of the two, over answers that it shares with the other."""

    def __init__(self, encoding: Encoding) -> None:
        self.encoding = encoding
        self.program = encoding.program
        self.rules = encoding.program.instrument.rules

    @cached_property
    def _every_rule(self) -> dict[str, Rails]:
        return rule_encoding(self.encoding)

    def rails(self, rule: Rule) -> Rails:
        """The rails of a rule."""
        node = self.program.node_of(rule)
        return self._every_rule[rule.id] if node is None else self.encoding.of(node)

    def limited_to(self, rank: int) -> int:
        """Make the literal that says that what is feasible is at most this rank."""
        instrument = self.program.instrument
        return self.encoding.circuit.any_of(
            self.rails(rule).holds
            for rule in instrument.rules_with(Limit)
            if instrument.rank(rule.target) <= rank
        )

    def asks_about_present(self) -> int:
        """Make the literal that says that the answer about the present is not dropped."""
        present = self.program.instrument.present
        return -self.encoding.asked(present.question).fails if present else TRUE


class Pair(Solver):
    """Two programs that ask the same questions, over the same answers.

    Every question may raise OutOfBoundError.
    """

    def __init__(self, before: Program, after: Program, bound: int = BOUND) -> None:
        super().__init__(bound)
        self.answers = AnswerSpace(self.circuit, [before, after]).literals
        self.before = Side(Encoding(self.circuit, before, self.answers))
        self.after = Side(Encoding(self.circuit, after, self.answers))

    def can_differ(self) -> bool:
        """Whether any answers, unknown ones included, give another advice."""
        return self.find([self.circuit.any_of(self.differences())]) is not None

    def differences(self) -> Iterator[int]:
        """Make the literals that each say that something is different."""
        yield self.circuit.all_of([self._all_known(), self.other_level()])
        yield self.other_limit()
        yield self.other_present()
        yield from self.other_truths()

    def _all_known(self) -> int:
        """Make the literal that says that nothing is unknown, so that the rules settle the level.

        No level hangs on whether something is known: the reader refuses that.
        """
        return self.circuit.all_of(answer.known for answer in self.answers.values())

    def other_level(self) -> int:
        """Make the literal that says that the rules, one by one, give another level."""
        return self._at_some_rank(lambda side, rank: side.encoding.reaches(rank))

    def other_limit(self) -> int:
        """Make the literal that says that something else is feasible."""
        return self._at_some_rank(lambda side, rank: side.limited_to(rank))

    def other_present(self) -> int:
        """Make the literal that says that what there is now counts for only one of the two."""
        instrument = self.before.program.instrument
        if instrument.present is None:
            return FALSE
        question = instrument.question(instrument.present.question)
        answer = self.answers[question.id]
        at_a_level = self.circuit.any_of(answer.yes[o.id] for o in question.options if o.level)
        differ = self.unlike(self.before.asks_about_present(), self.after.asks_about_present())
        return self.circuit.all_of([differ, answer.known, at_a_level])

    def other_truths(self) -> Iterator[int]:
        """Make, for every rule, the literals that say that it holds, or fails, for only one."""
        for rule, changed in zip(self.before.rules, self.after.rules, strict=True):
            if rule.condition is None and rule.when == changed.when:
                continue  # differs only where the level or another rule does
            before, after = self.before.rails(rule), self.after.rails(changed)
            yield self.unlike(before.holds, after.holds)
            yield self.unlike(before.fails, after.fails)

    def _at_some_rank(self, literal: Callable[[Side, int], int]) -> int:
        ranks = range(len(self.before.program.instrument.level_ids))
        return self.circuit.any_of(
            self.unlike(literal(self.before, rank), literal(self.after, rank)) for rank in ranks
        )

    def unlike(self, one: int, other: int) -> int:
        """Make the literal that says that exactly one of these holds."""
        both_ways = ((one, -other), (-one, other))
        return self.circuit.any_of(self.circuit.all_of(way) for way in both_ways)

    def case(self, wanted: int) -> Answers | None:
        """Find answers with which a literal holds, with little in them; None if there are none."""
        model = self.find([wanted])
        if model is None:
            return None
        return answers_in(self.granting(self._wishes(), model, [wanted]), self.answers)

    def _wishes(self) -> Iterator[int]:
        """What leaves out every answer that can be missed; first, that a case file can say it."""
        answers = self.answers.values()
        yield from (answer.sayable for answer in answers)
        yield from (answer.blank for answer in answers)
        yield from (-literal for answer in answers if answer.no for literal in answer.yes.values())

    def needed_to_cover(self, rule: str, covering: Sequence[str]) -> tuple[str, ...]:
        """Keep of these rules the ones that are needed so that one holds whenever `rule` does."""
        side = self.before
        holds = side.rails(side.program.instrument.rule(rule)).holds
        needed = list(covering)
        for name in covering:
            without = [other for other in needed if other != name]
            fail = [side.rails(side.program.instrument.rule(other)).fails for other in without]
            if self.find([holds, self._all_known(), *fail]) is None:
                needed = without
        return tuple(needed)
