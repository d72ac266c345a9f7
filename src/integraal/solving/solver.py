"""Ask a SAT solver whether some literals can hold together, within a bound.

The bound is a number of conflicts, not of seconds: the same question then has the same answer on
every machine. A question that passes it is not answered "no"; it says that it was not answered.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Self

from integraal.solving.circuit import Circuit

BOUND = 200_000
"""Conflicts that the questions of one check may take together; some seconds of work at most."""


class OutOfBoundError(Exception):
    """The bound was passed: nothing is known about the answer."""


class Model:
    """A way in which everything can hold that was asked for."""

    __slots__ = ("_literals",)

    def __init__(self, literals: Sequence[int]) -> None:
        self._literals = literals  # one for each variable, in order

    def holds(self, literal: int) -> bool:
        """Whether a literal holds here; one that no clause speaks of does not."""
        place = abs(literal) - 1
        holds = place < len(self._literals) and self._literals[place] > 0
        return holds is (literal > 0)


class Solver:
    """A circuit as clauses, and what can be asked of them.

    At the end of `with` the memory is given back; nothing can be asked afterwards.

    >>> with Solver() as solver:
    ...     a, b = solver.circuit.variable(), solver.circuit.variable()
    ...     solver.add([-a, b])
    ...     solver.find([a, -b]) is None, solver.find([a]).holds(b)
    (True, True)
    """

    def __init__(self, bound: int = BOUND) -> None:
        from pysat.solvers import Glucose4

        self._solver = Glucose4()
        self._left = bound
        self.circuit = Circuit(self.add)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._solver.delete()

    def add(self, clause: list[int]) -> None:
        """Add a clause: at least one of its literals holds."""
        self._solver.add_clause(clause)

    def allow(self, bound: int) -> None:
        """Set how many conflicts the questions from here on may take together."""
        self._left = bound

    def find(self, wanted: Sequence[int]) -> Model | None:
        """Find a way in which all of these literals hold; None when there is none.

        Raises:
            OutOfBoundError: when the bound is passed first.
        """
        before = self._conflicts()
        # Zero would mean: no bound at all.
        self._solver.conf_budget(max(self._left, 1))
        # Each once: Glucose opens a level for each, and has room for no more than its variables.
        found = self._solver.solve_limited(assumptions=list(dict.fromkeys(wanted)))
        self._left -= self._conflicts() - before
        if found is None:
            raise OutOfBoundError
        return Model(self._solver.get_model()) if found else None

    def granting(self, wishes: Iterable[int], model: Model, wanted: Sequence[int]) -> Model:
        """Find a model that grants as many wishes as can be, one by one.

        Args:
            wishes: Literals, the most important first.
            model: In which everything holds that is wanted.
            wanted: What must go on holding.

        Returns: The best model that was found before the bound was passed.
        """
        fixed = list(wanted)
        with suppress(OutOfBoundError):
            for wish in wishes:
                found = model if model.holds(wish) else self.find([*fixed, wish])
                if found is not None:
                    model = found
                    fixed.append(wish)
        return model

    def _conflicts(self) -> int:
        return int(self._solver.accum_stats()["conflicts"])
