"""Turn and, or, not and counting into clauses, so that a SAT solver can reason about them.

A literal is a number that the solver knows; its negative is the opposite. Each gate says exactly
what it stands for, in both directions, and equal gates are made only once: two conditions that
share parts share literals.
"""

from collections.abc import Callable, Iterable

TRUE = 1
"""The literal that always holds; `-TRUE` never does."""
FALSE = -TRUE


class Circuit:
    """Makes literals, and hands over the clauses that tie them together.

    >>> clauses: list[list[int]] = []
    >>> circuit = Circuit(clauses.append)
    >>> a, b = circuit.variable(), circuit.variable()
    >>> both = circuit.all_of([a, b])
    >>> both == circuit.all_of([b, a, TRUE]), circuit.all_of([a, -a]) == FALSE
    (True, True)
    >>> clauses
    [[1], [-4, 2], [-4, 3], [4, -2, -3]]
    """

    def __init__(self, add: Callable[[list[int]], None]) -> None:
        self._add = add
        self._last = TRUE
        self._gates: dict[frozenset[int], int] = {}
        self._add([TRUE])

    def variable(self) -> int:
        """Make a literal that is free to hold or not."""
        self._last += 1
        return self._last

    def all_of(self, literals: Iterable[int]) -> int:
        """Make the literal that holds exactly when all of these do; none at all always holds."""
        parts = frozenset(literals) - {TRUE}
        if FALSE in parts or any(-part in parts for part in parts):
            return FALSE
        if len(parts) <= 1:
            return next(iter(parts), TRUE)
        if parts not in self._gates:
            self._gates[parts] = self._gate(sorted(parts, key=abs))
        return self._gates[parts]

    def any_of(self, literals: Iterable[int]) -> int:
        """Make the literal that holds exactly when at least one of these does."""
        return -self.all_of(-literal for literal in literals)

    def at_least(self, needed: int, literals: Iterable[int]) -> int:
        """Make the literal that holds exactly when at least `needed` of these do.

        Literals that occur twice count twice.
        """
        listed = list(literals)
        if not 0 < needed <= len(listed):
            return TRUE if needed <= 0 else FALSE
        if needed in (1, len(listed)):
            return self.any_of(listed) if needed == 1 else self.all_of(listed)
        # reached[n]: at least n of the literals seen so far hold.
        reached = [TRUE, *[FALSE] * needed]
        for literal in listed:
            for count in range(needed, 0, -1):
                one_more = self.all_of([literal, reached[count - 1]])
                reached[count] = self.any_of([reached[count], one_more])
        return reached[needed]

    def sum_at_least(self, needed: int, weighed: Iterable[tuple[int, int]]) -> int:
        """Make the literal that holds exactly when the weights of those that do reach `needed`.

        Args:
            needed: What the weights must add up to; 0 or less always is reached.
            weighed: Each weight, above zero, with its literal.

        Source: Eén and Sörensson 2006, section 5.3 (a decision diagram: one gate for each literal
            and each sum that may still be missing when it is looked at, the heaviest first).
        """
        if needed <= 0:
            return TRUE
        listed = sorted(weighed, key=lambda pair: -pair[0])
        missing = [{needed}]
        for weight, _ in listed:
            missing.append({n - w for n in missing[-1] for w in (0, weight) if n > w})
        reached = dict.fromkeys(missing[-1], FALSE)
        for (weight, literal), sums in zip(reversed(listed), reversed(missing[:-1]), strict=True):
            reached = {
                n: self.any_of([reached[n], self.all_of([literal, reached.get(n - weight, TRUE)])])
                for n in sums
            }
        return reached[needed]

    def at_most_one(self, literals: Iterable[int]) -> None:
        """Demand that no two of these hold together."""
        listed = list(literals)
        for index, first in enumerate(listed):
            for second in listed[index + 1 :]:
                self._add([-first, -second])

    def demand(self, *literals: int) -> None:
        """Demand that at least one of these holds."""
        self._add(list(literals))

    def _gate(self, parts: list[int]) -> int:
        made = self.variable()
        for part in parts:
            self._add([-made, part])
        self._add([made, *(-part for part in parts)])
        return made
