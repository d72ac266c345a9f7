"""Find the fewest answers that make a rule hold, whatever else is answered.

A node that holds does so on account of sets of facts: all parts of an `and` together, any part of
an `or`. Each node is given its smallest sets, the smaller first; the smallest of the whole is the
answer.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice, product
from typing import TypeAlias, assert_never

from integraal.engine.interpreter import Evaluation
from integraal.engine.program import And, Constant, Count, Negation, Node, Or, Test, Weighted
from integraal.engine.reach.search import partly
from integraal.model.answers import DONT_KNOW
from integraal.model.condition import Between, Known, Leaf, OneIn, SomeChosen
from integraal.model.results.trace import Fact
from integraal.model.truth import Truth

Facts: TypeAlias = frozenset[Fact]
MOST = 400
"""How many sets are kept for a node: the smallest ones; far above what a readable rule has."""


def smallest_support(evaluation: Evaluation, node: Node) -> tuple[Fact, ...]:
    """Find the fewest facts that make a node what it is.

    Args:
        evaluation: Of the case.
        node: TRUE or FALSE; facts cannot make anything unknown.

    Returns: The facts, in the order of the questions and their options.
    """
    return _in_order(evaluation, _best(_sets(evaluation, node)))


def support_within(
    evaluation: Evaluation, node: Node, facts: Sequence[Fact]
) -> tuple[Fact, ...] | None:
    """Find the fewest of these facts that make a node what it is; None where they do not.

    Args:
        evaluation: Of the case.
        node: TRUE or FALSE.
        facts: To choose from.
    """
    enough = [some for some in _sets(evaluation, node) if some.issubset(facts)]
    return _in_order(evaluation, _best(enough)) if enough else None


def _best(sets: list[Facts]) -> Facts:
    return min(sets, key=lambda facts: (len(facts), sorted(facts)))


def _in_order(evaluation: Evaluation, facts: Facts) -> tuple[Fact, ...]:
    order = {
        (question.id, option): number
        for number, (question, option) in enumerate(
            (question, option)
            for question in evaluation.program.questions.values()
            for option in ("", *question.option_ids)
        )
    }
    return tuple(sorted(facts, key=lambda fact: order[fact.question, fact.option]))


def _sets(evaluation: Evaluation, node: Node) -> list[Facts]:
    """List the sets of facts that each make a node what it is."""
    value = evaluation.of(node)
    match node:
        case Test(index):
            return _leaf_sets(evaluation, evaluation.program.leaves[index], value)
        case Constant():
            return [frozenset()]
        case Negation(part):
            return _sets(evaluation, part)
        case And(parts):
            return _combined(evaluation, parts, value, len(parts) if value is Truth.TRUE else 1)
        case Or(parts):
            return _combined(evaluation, parts, value, 1 if value is Truth.TRUE else len(parts))
        case Count(needed, parts):
            enough = needed if value is Truth.TRUE else len(parts) - needed + 1
            return _combined(evaluation, parts, value, enough)
        case Weighted(needed, weighed):
            enough = needed if value is Truth.TRUE else node.most - needed + 1
            return _summed(evaluation, weighed, value, enough)
        case _:
            assert_never(node)


def _combined(
    evaluation: Evaluation, parts: tuple[Node, ...], value: Truth, enough: int
) -> list[Facts]:
    """Unite the sets of `enough` parts that have the value of the whole, in every way."""
    telling = [_sets(evaluation, part) for part in parts if evaluation.of(part) is value]
    united: list[Facts] = []
    for chosen in combinations(telling, enough):
        united.extend(_united(chosen))
    return _smallest(united)


def _united(chosen: Iterable[list[Facts]]) -> list[Facts]:
    whole: list[Facts] = [frozenset()]
    for sets in chosen:
        # Step by step, so that no more than the smallest are ever carried along.
        whole = _smallest([one | other for one, other in product(whole, sets)])
    return whole


def _summed(
    evaluation: Evaluation, weighed: Iterable[tuple[int, Node]], value: Truth, enough: int
) -> list[Facts]:
    """Unite the sets of parts with the value of the whole whose weights are enough together."""
    telling: dict[tuple[Facts, ...], int] = {}
    for weight, part in weighed:
        if evaluation.of(part) is value:
            # Parts that stand for one answer carry its weight together.
            sets = tuple(_sets(evaluation, part))
            telling[sets] = telling.get(sets, 0) + weight
    heaviest = sorted(telling.items(), key=lambda pair: -pair[1])
    for count in range(len(heaviest) + 1):
        found = list(islice(_enough(heaviest, count, enough), MOST))
        if found:
            return _smallest([facts for some in found for facts in _united(map(list, some))])
    raise AssertionError("what is so is so by its parts")


def _enough(
    heaviest: Sequence[tuple[tuple[Facts, ...], int]], count: int, enough: int
) -> Iterator[list[tuple[Facts, ...]]]:
    """Every way of taking `count` whose weights are enough together."""
    if sum(weight for _, weight in heaviest[:count]) < enough:
        return  # not even the heaviest are
    if count == 0:
        yield []
        return
    for place, (sets, weight) in enumerate(heaviest[: len(heaviest) - count + 1]):
        for rest in _enough(heaviest[place + 1 :], count - 1, enough - weight):
            yield [sets, *rest]


def _smallest(sets: list[Facts]) -> list[Facts]:
    return sorted(set(sets), key=lambda facts: (len(facts), sorted(facts)))[:MOST]


def _leaf_sets(evaluation: Evaluation, leaf: Leaf, value: Truth) -> list[Facts]:
    match leaf:
        case OneIn(question, _) | Between(question, _, _) | Known(question, _):
            return [frozenset({Fact(question)})]
        case SomeChosen(question, options, count):
            answer = evaluation.answers.get(question, DONT_KNOW)
            known = partly(evaluation.program, question, answer)
            if value is Truth.TRUE:
                chosen = known.chosen.intersection(options)
                facts = [Fact(question, option) for option in sorted(chosen)]
                return [frozenset(some) for some in combinations(facts, count)][:MOST]
            without = set(options) - known.chosen - known.unknown
            facts = [Fact(question, option, chosen=False) for option in sorted(without)]
            enough = len(options) - count + 1
            return [frozenset(some) for some in combinations(facts, enough)][:MOST]
        case _:
            assert_never(leaf)
