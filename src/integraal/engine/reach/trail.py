"""What holds as things are wanted and decided, and what follows from it, gate by gate.

A gate forces something when no more than its least is left; each literal is followed once. The
trail keeps the order, so that decisions can be taken back, and what forced a literal is known.
"""

from typing import NamedTuple

from integraal.engine.reach.gates import NO_GATE, TRUE, Gates, Literal

BUDGET = 400_000
"""Steps that all searches about one case may take together: some seconds at most."""


class GaveUpError(Exception):
    """The budget is spent; nothing is known about the outcome."""


class Mark(NamedTuple):
    """How many gates and literals there were, and how many of these were certain."""

    gates: int
    literals: int
    trail: int


class Trail:
    """Gates, what is certain or decided about them, and what is left of the budget."""

    def __init__(self, gates: Gates) -> None:
        self.gates = gates
        self.left = BUDGET
        self._holds = bytearray()
        """By literal: whether it holds as things are wanted and decided."""
        self._place: list[int] = []
        """By variable: where it stands on the trail."""
        self._level: list[int] = []
        """By variable: after how many decisions it came."""
        self._why: list[int] = []
        """By variable: the gate that forced it."""
        self._sure: list[int] = []
        """By gate: how many parts hold."""
        self._lost: list[int] = []
        """By gate: how many parts cannot hold any more."""
        self._trail: list[Literal] = []
        self._done = 0
        self._heads: list[int] = []
        """Where on the trail each decision stands."""
        self._contradicts = False
        self._make_room(1)
        self._put(TRUE, NO_GATE)

    def mark(self) -> Mark:
        """Remember what there is, to go back to with `forget`."""
        self._back(0)
        return Mark(len(self.gates.out), len(self.gates.fan), len(self._trail))

    def forget(self, since: Mark) -> None:
        """Take away what was made since then; what was learned about the rest is kept."""
        self._back(0)
        own, made = self.gates, self.gates.made_by
        learned = [
            own.parts[gate]
            for gate in range(since.gates, len(self._sure))
            if made[own.out[gate] >> 1] != gate and max(own.parts[gate]) < since.literals
        ]
        own.forget(since.gates, since.literals)
        del self._sure[since.gates :], self._lost[since.gates :]
        del self._holds[since.literals :]
        for by_variable in (self._place, self._level, self._why):
            del by_variable[since.literals // 2 :]
        self._forget_certainties(since)
        for parts in learned:
            own.demand(1, parts)

    def _forget_certainties(self, since: Mark) -> None:
        """Take from the trail what is certain of what there is no more."""
        new = self._trail[since.trail :]
        done = sum(literal < since.literals for literal in new[: max(self._done - since.trail, 0)])
        self._done = min(self._done, since.trail) + done
        del self._trail[since.trail :]
        for literal in new:
            if literal < since.literals:
                self._place[literal >> 1] = len(self._trail)
                self._trail.append(literal)

    def _catch_up(self) -> None:
        """Take in the variables and gates that are new."""
        self._make_room(len(self.gates.made_by) - len(self._why))
        for gate in range(len(self._sure), len(self.gates.out)):
            self._take_in(gate)
            if not self._settle(gate):
                self._contradicts = True

    def _make_room(self, variables: int) -> None:
        self._holds += bytearray(2 * variables)
        self._place += [0] * variables
        self._level += [0] * variables
        self._why += [NO_GATE] * variables

    def _take_in(self, gate: int) -> None:
        parts, followed = self.gates.parts[gate], self._followed
        self._sure.append(sum(map(followed, parts)))
        self._lost.append(sum(followed(part ^ 1) for part in parts))

    def _followed(self, literal: Literal) -> bool:
        """Whether a literal holds and its gates know."""
        return bool(self._holds[literal]) and self._place[literal >> 1] < self._done

    def _put(self, literal: Literal, why: int) -> None:
        variable = literal >> 1
        self._holds[literal] = 1
        self._place[variable] = len(self._trail)
        self._level[variable] = len(self._heads)
        self._why[variable] = why
        self._trail.append(literal)

    def _follow(self) -> int:
        """Follow what is forced; a gate that cannot be right any more ends it."""
        settle = self._settle
        while self._done < len(self._trail):
            if self.left <= 0:
                raise GaveUpError
            self.left -= 1
            for gate in self._told():
                if not settle(gate):
                    return gate
        return NO_GATE

    def _told(self) -> list[int]:
        """Tell the gates of the next literal on the trail, and name them."""
        literal, gates = self._trail[self._done], self.gates
        self._done += 1
        holding, failing = gates.fan[literal], gates.fan[literal ^ 1]
        for gate in holding:
            self._sure[gate] += 1
        for gate in failing:
            self._lost[gate] += 1
        own = gates.made_by[literal >> 1]
        if own != NO_GATE:
            gates.moved[own] = None
            return [own, *holding, *failing]
        if not gates.guess[literal]:
            gates.turn(literal)
        return [*holding, *failing]

    def _settle(self, gate: int) -> bool:
        """Put on the trail what a gate forces; False when it cannot be right any more."""
        holds, out, needed = self._holds, self.gates.out[gate], self.gates.needed[gate]
        spare = len(self.gates.parts[gate]) - needed - self._lost[gate]
        missing = needed - self._sure[gate]
        if holds[out]:
            if spare == 0 and missing > 0:
                self._force(gate, 0)
            return spare >= 0
        if holds[out ^ 1]:
            if missing == 1 and spare >= 0:
                self._force(gate, 1)
            return missing > 0
        if missing <= 0:
            self._put(out, gate)
        elif spare < 0:
            self._put(out ^ 1, gate)
        return True

    def _force(self, gate: int, opposite: int) -> None:
        holds = self._holds
        for part in self.gates.parts[gate]:
            if not (holds[part] or holds[part ^ 1]):
                self._put(part ^ opposite, gate)

    def _back(self, level: int) -> None:
        """Take back the decisions after the first so many, and what followed from them."""
        if len(self._heads) <= level:
            return
        start, fan = self._heads[level], self.gates.fan
        for place in range(len(self._trail) - 1, start - 1, -1):
            literal = self._trail[place]
            self._holds[literal] = 0
            if place < self._done:
                for gate in fan[literal]:
                    self._sure[gate] -= 1
                for gate in fan[literal ^ 1]:
                    self._lost[gate] -= 1
        del self._trail[start:], self._heads[level:]
        self._done = min(self._done, start)
