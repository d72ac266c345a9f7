"""Ask a SAT solver whether some literals can hold together, within a bound.

The bound is a number of conflicts, not of seconds: the same question then has the same answer on
every machine. A question that passes it is not answered "no"; it says that it was not answered.
"""

from collections.abc import Iterable, Sequence
from types import TracebackType

BOUND = 200_000
"""Conflicts that the questions of one check may take together; some seconds of work at most."""


class OutOfBoundError(Exception):
    """The bound was passed: nothing is known about the answer."""


class Model:
    """A way in which everything can hold that was asked for."""

    __slots__ = ("_holding",)

    def __init__(self, literals: Iterable[int]) -> None:
        self._holding = frozenset(literal for literal in literals if literal > 0)

    def holds(self, literal: int) -> bool:
        """Say whether a literal holds here; one that no clause speaks of does not."""
        return (abs(literal) in self._holding) is (literal > 0)


class Solver:
    """Clauses, and what can be asked of them.

    >>> with Solver() as solver:
    ...     solver.add([-2, 3])
    ...     solver.find([2, -3]) is None, solver.find([2]).holds(3)
    (True, True)
    """

    def __init__(self) -> None:
        from pysat.solvers import Glucose4

        self._solver = Glucose4()
        self._left = BOUND

    def __enter__(self) -> "Solver":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back the memory; nothing can be asked afterwards."""
        self._solver.delete()

    def add(self, clause: list[int]) -> None:
        """Add a clause: at least one of its literals holds."""
        self._solver.add_clause(clause)

    def allow(self, bound: int) -> None:
        """Say how many conflicts the questions from here on may take together."""
        self._left = bound

    def find(self, wanted: Sequence[int]) -> Model | None:
        """Find a way in which all of these literals hold; None when there is none.

        Raises:
            OutOfBoundError: when the bound is passed first.
        """
        before = self._conflicts()
        # Zero would mean: no bound at all.
        self._solver.conf_budget(max(self._left, 1))
        found = self._solver.solve_limited(assumptions=list(wanted))
        self._left -= self._conflicts() - before
        if found is None:
            raise OutOfBoundError
        return Model(self._solver.get_model()) if found else None

    def _conflicts(self) -> int:
        return int(self._solver.accum_stats()["conflicts"])
