"""Find a small case in which something holds, over every answer to every question."""

from collections.abc import Iterator, Sequence

from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.solving.answer_space import AnswerSpace, answers_in
from integraal.solving.solver import BOUND, Model, Solver


class CaseFinder(Solver):
    """The answers to the questions that some programs share; every question has a bound."""

    def __init__(self, programs: Sequence[Program], bound: int = BOUND) -> None:
        super().__init__(bound)
        self.answers = AnswerSpace(self.circuit, programs).literals

    def all_known(self) -> int:
        """Make the literal that says that nothing is unknown, so that the rules settle the level.

        No level hangs on whether something is known: the reader refuses that.
        """
        return self.circuit.all_of(answer.known for answer in self.answers.values())

    def unlike(self, one: int, other: int) -> int:
        """Make the literal that says that exactly one of these holds."""
        both_ways = ((one, -other), (-one, other))
        return self.circuit.any_of(self.circuit.all_of(way) for way in both_ways)

    def case(self, *wanted: int) -> Answers | None:
        """Find answers with which literals hold, with little in them; None if there are none."""
        return next(self.cases(*wanted), None)

    def cases(self, *wanted: int) -> Iterator[Answers]:
        """Find answers with which literals hold, and again, never the same ones twice."""
        model = self.find(wanted)
        while model is not None:
            model = self.granting(self._wishes(), model, wanted)
            yield answers_in(model, self.answers)
            self.add([-literal for literal in self._said(model)])
            model = self.find(wanted)

    def _said(self, model: Model) -> Iterator[int]:
        """What a model says of every answer."""
        for answer in self.answers.values():
            for literal in (*answer.yes.values(), *answer.no.values()):
                yield literal if model.holds(literal) else -literal

    def _wishes(self) -> Iterator[int]:
        """What leaves out every answer that can be missed; first, that a case file can say it."""
        answers = self.answers.values()
        yield from (answer.sayable for answer in answers)
        yield from (answer.blank for answer in answers)
        yield from (-literal for answer in answers if answer.no for literal in answer.yes.values())
