"""Gates of one kind: a literal that holds exactly when at least so many of others do.

All parts together (`and`), any of them (`or`) and counting are one thing, so that whatever reasons
over gates has one case to look at. A literal is a number: of variable `n` it is `2n`, and `2n + 1`
is its opposite, so that `^ 1` turns it round.

Beside the gates stands a guess: a value for every variable such that every gate is what its parts
make it. When one variable is turned, only what hangs on it is looked at again.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Literal: TypeAlias = int
TRUE: Literal = 0
"""Always holds; `FALSE` never does."""
FALSE: Literal = TRUE ^ 1
NO_GATE = -1


class Gates:
    """Variables, what some of them stand for, and a guess.

    >>> gates = Gates()
    >>> a, b = gates.variable(guess=True), gates.variable(guess=False)
    >>> both, any_of = gates.at_least(2, [a, b]), gates.at_least(1, [a, b])
    >>> bool(gates.guess[both]), bool(gates.guess[any_of]), gates.at_least(2, [b, a]) == both
    (False, True, True)
    >>> gates.turn(b)
    >>> bool(gates.guess[both])
    True
    """

    def __init__(self) -> None:
        self.out: list[Literal] = []
        """By gate: what it makes; TRUE where it only demands."""
        self.needed: list[int] = []
        self.parts: list[tuple[Literal, ...]] = []
        self.guessed: list[int] = []
        """By gate: how many parts hold in the guess."""
        self.fan: list[list[int]] = [[], []]
        """By literal: the gates of which it is a part, in the order in which they were made."""
        self.made_by: list[int] = [NO_GATE]
        """By variable: the gate that makes it; NO_GATE for what is free."""
        self.guess = bytearray((1, 0))
        """By literal: whether it holds in the guess."""
        self.moved: dict[int, None] = {}
        """Gates of which the guess is new: whoever minds looks at them and takes them out."""
        self._made: dict[tuple[int, tuple[Literal, ...]], Literal] = {}

    def variable(self, *, guess: bool) -> Literal:
        """Make a literal that is free to hold or not."""
        literal = len(self.fan)
        self.fan += [], []
        self.made_by.append(NO_GATE)
        self.guess += bytearray((guess, not guess))
        return literal

    def at_least(self, needed: int, parts: Iterable[Literal]) -> Literal:
        """Make the literal that holds exactly when at least `needed` of these do; each only once.

        Literals that occur twice count twice.
        """
        listed = list(parts)
        needed -= listed.count(TRUE)
        left = tuple(sorted(part for part in listed if part > FALSE))
        if not 0 < needed <= len(left):
            return TRUE if needed <= 0 else FALSE
        if len(left) == 1:
            return left[0]
        opposite = len(left) - needed + 1, tuple(sorted(part ^ 1 for part in left))
        if opposite in self._made:
            return self._made[opposite] ^ 1
        if (needed, left) not in self._made:
            self._made[needed, left] = self.gate(needed, left)
        return self._made[needed, left]

    def gate(self, needed: int, parts: Sequence[Literal]) -> Literal:
        """Make a gate, whether there is such a one or not."""
        holds = sum(self.guess[part] for part in parts) >= needed
        made = self.variable(guess=holds)
        self.made_by[made >> 1] = self.demand(needed, parts, made)
        return made

    def demand(self, needed: int, parts: Sequence[Literal], out: Literal = TRUE) -> int:
        """Demand that at least `needed` of these hold exactly when `out` does.

        Returns: The gate.
        """
        gate = len(self.out)
        self.out.append(out)
        self.needed.append(needed)
        self.parts.append(tuple(parts))
        self.guessed.append(sum(self.guess[part] for part in parts))
        for part in parts:
            self.fan[part].append(gate)
        self.moved[gate] = None
        return gate

    def turn(self, literal: Literal) -> None:
        """Let a free literal hold in the guess that did not, and all that follows from it."""
        changed = self._count(literal)
        while changed:
            gate = changed.pop()
            out = self.out[gate]
            now = out if self.guessed[gate] >= self.needed[gate] else out ^ 1
            self.moved[gate] = None
            if out != TRUE and not self.guess[now]:
                changed += self._count(now)

    def _count(self, literal: Literal) -> list[int]:
        """Count one literal as holding that did not; list the gates for which it tells."""
        self.guess[literal], self.guess[literal ^ 1] = 1, 0
        guessed, needed, changed = self.guessed, self.needed, []
        for gate in self.fan[literal]:
            guessed[gate] += 1
            if guessed[gate] == needed[gate]:
                changed.append(gate)
        for gate in self.fan[literal ^ 1]:
            guessed[gate] -= 1
            if guessed[gate] == needed[gate] - 1:
                changed.append(gate)
        return changed

    def above(self, literals: Iterable[Literal]) -> set[int]:
        """Find the variables that hang on these: their own, and every gate that they reach."""
        found = {literal >> 1 for literal in literals}
        waiting = list(found)
        while waiting:
            variable = waiting.pop()
            for gate in (*self.fan[2 * variable], *self.fan[2 * variable + 1]):
                made = self.out[gate] >> 1
                if made not in found and self.made_by[made] == gate:
                    found.add(made)
                    waiting.append(made)
        return found

    def settled_by(self, literals: Iterable[Literal]) -> set[Literal]:
        """Find what certainly holds once these do, by the look of each gate alone (Kleene)."""
        found = set(literals)
        waiting, sure, lost = list(found), Counter[int](), Counter[int]()
        while waiting:
            literal = waiting.pop()
            for counted, side, turned in ((sure, literal, 0), (lost, literal ^ 1, 1)):
                for gate in self.fan[side]:
                    counted[gate] += 1
                    spare = len(self.parts[gate]) - self.needed[gate]
                    enough = spare + 1 if turned else self.needed[gate]
                    if counted[gate] == enough and self.out[gate] != TRUE:
                        found.add(self.out[gate] ^ turned)
                        waiting.append(self.out[gate] ^ turned)
        return found

    def forget(self, gates: int, literals: int) -> None:
        """Take away everything that was made after there were this many gates and literals."""
        for gate in range(len(self.out) - 1, gates - 1, -1):
            for part in self.parts[gate]:
                self.fan[part].pop()
            self.moved.pop(gate, None)
        del self.out[gates:], self.needed[gates:], self.parts[gates:], self.guessed[gates:]
        del self.fan[literals:], self.made_by[literals // 2 :], self.guess[literals:]
