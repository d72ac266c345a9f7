"""Look for a way in which literals over gates can hold together, and learn from every clash.

What is wanted is followed as far as it forces anything. Where the guess then still falls short of
what is wanted, one free variable is decided that brings it nearer; where decisions clash, the
reason is worked out, kept as a demand of its own, and never run into again. Nothing is decided
about what the guess gets right by itself, so that a search costs what must change, not what there
is. The guess stays as it was left: the next search begins where this one arrived.

The order is fixed by the order in which gates were made, and the budget counts steps, so that the
same questions have the same answers on every machine.

Source: Marques-Silva and Sakallah 1996 (learning from conflicts); Goel 1981 (deciding about inputs
only, traced back from what is wanted).
"""

from collections.abc import Iterable, Sequence

from integraal.engine.reach.gates import NO_GATE, Literal
from integraal.engine.reach.trail import Trail


class Search(Trail):
    """What can hold together, over gates, within a budget."""

    def demand(self, literal: Literal) -> None:
        """Demand of all searches from here on that a literal holds."""
        self._back(0)
        self._catch_up()
        if self._holds[literal ^ 1]:
            self._contradicts = True
        elif not self._holds[literal]:
            self._put(literal, NO_GATE)

    def finds(self, *wanted: Literal) -> bool:
        """Whether these can hold together with all that is demanded; then the guess shows how.

        Raises:
            GaveUpError: when the budget is spent first.
        """
        self._back(0)
        self._catch_up()
        while not self._contradicts:
            clash = self._follow()
            if clash != NO_GATE:
                self._learn(clash)
            elif len(self._heads) < len(wanted):
                if self._holds[wanted[len(self._heads)] ^ 1]:
                    return False
                self._decide(wanted[len(self._heads)])
            elif (gate := self._short_of()) != NO_GATE:
                self._decide(self._nearer(gate))
            else:
                return True
        return False

    def _decide(self, literal: Literal) -> None:
        self._heads.append(len(self._trail))
        if not self._holds[literal]:
            self._put(literal, NO_GATE)

    def _learn(self, clash: int) -> None:
        """Keep why these decisions clash, and go back to where that says something."""
        if not self._heads:
            self._contradicts = True
            return
        first, others = self._reason_of(clash)
        clause = sorted({literal ^ 1 for literal in others})
        levels = [self._level[literal >> 1] for literal in clause]
        self._back(max(levels, default=0))
        if clause:
            gate = self.gates.demand(1, (first ^ 1, *clause))
            self._take_in(gate)
            self._put(first ^ 1, gate)
        else:
            self._put(first ^ 1, NO_GATE)

    def _reason_of(self, clash: int) -> tuple[Literal, list[Literal]]:
        """Find what of the last decision, and what of those before it, cannot hold together."""
        here, level = len(self._heads), self._level
        seen: set[int] = set()
        earlier: list[Literal] = []
        place, waiting = len(self._trail), 0
        telling: Iterable[Literal] = self._clashing(clash)
        while True:
            for literal in telling:
                variable = literal >> 1
                if variable in seen or not level[variable]:
                    continue
                seen.add(variable)
                if level[variable] == here:
                    waiting += 1
                else:
                    earlier.append(literal)
            place -= 1
            while self._trail[place] >> 1 not in seen:
                place -= 1
            waiting -= 1
            if not waiting:
                return self._trail[place], earlier
            telling = self._forcing(self._trail[place])

    def _clashing(self, gate: int) -> list[Literal]:
        """List what cannot hold together according to a gate."""
        out, needed = self.gates.out[gate], self.gates.needed[gate]
        parts = self.gates.parts[gate]
        if self._holds[out]:
            failing = [part ^ 1 for part in parts if self._holds[part ^ 1]]
            return [out, *failing[: len(parts) - needed + 1]]
        return [out ^ 1, *[part for part in parts if self._holds[part]][:needed]]

    def _forcing(self, literal: Literal) -> list[Literal]:
        """List what forced a literal, by its gate."""
        gate, before = self._why[literal >> 1], self._place[literal >> 1]
        out, needed, parts = self.gates.out[gate], self.gates.needed[gate], self.gates.parts[gate]
        spare = len(parts) - needed
        if literal == out:
            return self._held(parts, before, 0, needed)
        if literal == out ^ 1:
            return self._held(parts, before, 1, spare + 1)
        if self._holds[out]:
            return [out, *self._held(parts, before, 1, spare)]
        return [out ^ 1, *self._held(parts, before, 0, needed - 1)]

    def _held(
        self, parts: Sequence[Literal], before: int, opposite: int, most: int
    ) -> list[Literal]:
        """List so many of these literals, or their opposites, that held by then."""
        turned = [part ^ opposite for part in parts]
        return [each for each in turned if self._holds[each] and self._place[each >> 1] < before][
            :most
        ]

    def _short_of(self) -> int:
        """Find a gate of which the guess is not yet what it must be."""
        moved, out = self.gates.moved, self.gates.out
        while moved:
            gate = next(reversed(moved))
            must = out[gate] if self._holds[out[gate]] else out[gate] ^ 1
            if self._holds[must] and self._is_guessed(gate) is not (must == out[gate]):
                return gate
            del moved[gate]
        return NO_GATE

    def _is_guessed(self, gate: int) -> bool:
        return self.gates.guessed[gate] >= self.gates.needed[gate]

    def _nearer(self, gate: int) -> Literal:
        """Trace back from a gate that falls short to a free variable that may help."""
        gates, holds = self.gates, self._holds
        wanted = not self._is_guessed(gate)
        while True:
            turned = [part if wanted else part ^ 1 for part in gates.parts[gate]]
            short = [each for each in turned if not (gates.guess[each] or holds[each ^ 1])]
            literal = next((each for each in short if not holds[each]), short[0])
            gate = gates.made_by[literal >> 1]
            if gate == NO_GATE:
                return literal
            wanted = literal == gates.out[gate]
