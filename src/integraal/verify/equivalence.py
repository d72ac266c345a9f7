"""Can a change in an instrument ever be noticed? Proven over all answers, or shown by a case.

Two instruments that ask the same questions stand in one circuit, over the same answers, unknown
ones included. When no answers give any rule another truth, nor another limit or present, and no
full answers give another level, the advice is the same for everybody: the lowest and the highest
level that unknown answers leave possible are those of the full answers behind them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType

from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.condition import Otherwise, WhenDirection
from integraal.model.instrument import Limit, Raise, Rule
from integraal.verify.answer_space import AnswerSpace, answers_in
from integraal.verify.circuit import TRUE, Circuit
from integraal.verify.rule_rails import rule_rails
from integraal.verify.solver import Model, Solver
from integraal.verify.world import Rails, World


class Pair:
    """Two programs that ask the same questions, over the same answers.

    Raises:
        OutOfBoundError: from any question that could not be settled within the solver's bound.
    """

    def __init__(self, before: Program, after: Program) -> None:
        self.solver = Solver()
        self.circuit = Circuit(self.solver.add)
        self.answers = AnswerSpace(self.circuit, [before, after]).literals
        self.before = _Side(World(self.circuit, before, self.answers))
        self.after = _Side(World(self.circuit, after, self.answers))

    def __enter__(self) -> "Pair":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.solver.close()
