"""What the search says can hold together is what trying every way shows, time and again."""

from itertools import product
from random import Random

import pytest

from integraal.engine.reach import trail
from integraal.engine.reach.conflicts import Search
from integraal.engine.reach.gates import FALSE, TRUE, Gates, Literal
from integraal.engine.reach.trail import GaveUpError


class _Everything:
    """Free literals, gates over them and demands, and all the ways in which these can hold."""

    def __init__(self, seed: int) -> None:
        random = self.random = Random(seed)
        self.gates = Gates()
        self.free = [self.gates.variable(guess=random.random() < 0.5) for _ in range(7)]
        self.made = list(self.free)
        for _ in range(12):
            self.made.append(self.gates.at_least(random.randint(1, 3), self._some(4)))
        self.made = [each for each in self.made if each > FALSE]
        self.search = Search(self.gates)
        self.demanded: list[Literal] = []

    def _some(self, most: int) -> list[Literal]:
        chosen = self.random.choices(self.made, k=self.random.randint(1, most))
        return [literal ^ (self.random.random() < 0.4) for literal in chosen]

    def values(self, way: tuple[bool, ...]) -> dict[Literal, bool]:
        """Whether each literal holds, in one way."""
        found = {TRUE: True}
        pairs = dict(zip(self.free, way, strict=True))
        for variable in range(1, len(self.gates.made_by)):
            gate, literal = self.gates.made_by[variable], 2 * variable
            if gate < 0:
                found[literal] = pairs.get(literal, False)
            else:
                parts = self.gates.parts[gate]
                holding = sum(found[part & ~1] is not bool(part & 1) for part in parts)
                found[literal] = holding >= self.gates.needed[gate]
        return found

    def can_hold(self, wanted: list[Literal]) -> bool:
        """Try every way."""
        every = [*wanted, *self.demanded]
        return any(
            all(values[each & ~1] is not bool(each & 1) for each in every)
            for values in map(self.values, product([False, True], repeat=len(self.free)))
        )

    def guesses(self, literal: Literal) -> bool:
        return bool(self.gates.guess[literal])


@pytest.mark.parametrize("seed", range(150))
def test_what_can_hold_together_is_found_and_shown_and_nothing_else(seed: int) -> None:
    one = _Everything(seed)
    for _ in range(12):
        wanted = one._some(4)
        found = one.search.finds(*wanted)
        assert found is one.can_hold(wanted)
        if found:
            assert all(map(one.guesses, [*wanted, *one.demanded]))
            way = tuple(map(one.guesses, one.free))
            for literal, holds in one.values(way).items():
                assert one.guesses(literal) is holds
        if one.random.random() < 0.2:
            one.demanded += one._some(1)
            one.search.demand(one.demanded[-1])


@pytest.mark.parametrize("seed", range(60))
def test_what_is_forgotten_leaves_no_trace_but_what_was_learned_about_the_rest(seed: int) -> None:
    one = _Everything(seed)
    for _ in range(8):
        mark, before = one.search.mark(), (len(one.gates.out), len(one.gates.fan))
        extra = one.gates.variable(guess=False)
        gate = one.gates.gate(2, [extra, *one._some(3), one.made[-1]])
        one.search.finds(gate)
        one.search.finds(gate ^ 1, extra)
        one.search.forget(mark)
        assert len(one.gates.fan) == before[1]
        wanted = one._some(3)
        assert one.search.finds(*wanted) is one.can_hold(wanted)


def _pigeons(count: int) -> tuple[Search, list[list[Literal]]]:
    """As many pigeons as this, each in a hole; there is one hole too few."""
    gates = Gates()
    nests = [[gates.variable(guess=False) for _ in range(count - 1)] for _ in range(count)]
    for nest in nests:
        gates.demand(1, nest)
    for pair in ((a, b) for n, a in enumerate(nests) for b in nests[:n]):
        for one, other in zip(*pair, strict=True):
            gates.demand(1, [one ^ 1, other ^ 1])
    return Search(gates), nests


def test_what_clashes_whatever_is_decided_is_found_out_once_and_remembered() -> None:
    search, nests = _pigeons(5)
    assert not search.finds()
    left = search.left
    assert not search.finds(nests[0][0])
    assert search.left == left


def test_the_same_questions_take_the_same_steps() -> None:
    spent = []
    for _ in range(2):
        one = _Everything(7)
        found = [one.search.finds(*one._some(4)) for _ in range(10)]
        spent.append((found, one.search.left))
    assert spent[0] == spent[1]


def test_a_search_over_too_many_ways_gives_up_and_goes_on_giving_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(trail, "BUDGET", 500)
    search, nests = _pigeons(8)
    for wanted in ((), (nests[0][0],)):
        with pytest.raises(GaveUpError):
            search.finds(*wanted)
    search.demand(nests[1][1])
    search.demand(nests[1][1])


def test_what_is_demanded_both_ways_can_never_be() -> None:
    gates = Gates()
    literal = gates.variable(guess=True)
    search = Search(gates)
    search.demand(literal)
    assert search.finds()
    search.demand(literal ^ 1)
    assert not search.finds()


def test_a_demand_that_cannot_be_met_any_more_is_noticed_when_it_is_made() -> None:
    gates = Gates()
    a, b = gates.variable(guess=False), gates.variable(guess=False)
    search = Search(gates)
    search.demand(a)
    assert search.finds()
    gates.demand(2, [a ^ 1, b])
    assert not search.finds()


def test_a_gate_and_its_opposite_are_one() -> None:
    gates = Gates()
    a, b = gates.variable(guess=False), gates.variable(guess=True)
    assert gates.at_least(1, [a, b]) == gates.at_least(2, [a ^ 1, b ^ 1]) ^ 1
    assert (gates.at_least(0, [a]), gates.at_least(1, [a, TRUE])) == (TRUE, TRUE)
    assert (gates.at_least(2, [a, FALSE]), gates.at_least(1, [a, FALSE])) == (FALSE, a)
