"""Look for a way of filling in the unknown answers under which some nodes hold and others do not.

Kleene's truths are right but can be wide: two rules that need opposite answers to one question are
both unknown, though never both true. Filling in answers one at a time, and looking at Kleene again
after each, gives the exact truth. Kleene prunes nearly everything, so the first descent nearly
always arrives.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import assert_never

from integraal.engine.interpreter import Evaluation
from integraal.engine.program import And, Constant, Count, Negation, Node, Or, Program, Test
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.condition import Between, Known, Leaf, OneIn, SomeChosen
from integraal.model.truth import Truth, negate

BUDGET = 20_000
"""Steps after which a search gives up; far more than a real instrument ever takes."""


class GaveUpError(Exception):
    """The search took too long; nothing is known about its outcome."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A node that must become TRUE or FALSE."""

    node: Node
    wanted: Truth
    given: Callable[[Answers], Answers] | None = None
    """Changes the answers for this goal only: so one search can ask about two answers at once."""


def fill_in(program: Program, answers: Answers, goals: Sequence[Goal]) -> Answers | None:
    """Find answers that agree with what is known and reach every goal.

    Args:
        program: The lowered instrument.
        answers: Those of an evaluation, which understands them all.
        goals: What must come true together.

    Returns: The answers, with as few filled in as were needed; None when there are none.

    Raises:
        GaveUpError: when that took more than BUDGET steps.
    """
    return _Search(program, goals).descend(answers)


class _Search:
    def __init__(self, program: Program, goals: Sequence[Goal]) -> None:
        self.program = program
        self.goals = goals
        self.steps = 0

    def descend(self, answers: Answers) -> Answers | None:
        self.steps += 1
        if self.steps > BUDGET:
            raise GaveUpError
        undecided: tuple[Goal, Evaluation] | None = None
        seen: dict[object, Evaluation] = {}
        for goal in self.goals:
            evaluation = seen.get(goal.given) or self.evaluation(goal, answers)
            seen[goal.given] = evaluation
            value = evaluation.of(goal.node)
            if value is Truth.UNKNOWN:
                undecided = undecided or (goal, evaluation)
            elif value is not goal.wanted:
                return None
        if undecided is None:
            return answers
        goal, evaluation = undecided
        leaf, wanted = _first_unknown(evaluation, goal.node, goal.wanted)
        for answer in _narrowed(self.program, leaf, evaluation.answers, wanted):
            found = self.descend(answers.with_answer(leaf.question, answer))
            if found is not None:
                return found
        return None

    def evaluation(self, goal: Goal, answers: Answers) -> Evaluation:
        changed = goal.given(answers) if goal.given else answers
        return Evaluation(self.program, changed, are_understood=True)


def _first_unknown(evaluation: Evaluation, node: Node, wanted: Truth) -> tuple[Leaf, Truth]:
    """Find a leaf that keeps a node unknown, and the truth of it that would serve."""
    match node:
        case Constant():
            raise AssertionError("a constant is never unknown")
        case Test(index):
            return evaluation.program.leaves[index], wanted
        case Negation(part):
            return _first_unknown(evaluation, part, negate(wanted))
        case And(parts) | Or(parts) | Count(_, parts):
            part = next(part for part in parts if evaluation.of(part) is Truth.UNKNOWN)
            return _first_unknown(evaluation, part, wanted)
        case _:
            assert_never(node)


def _narrowed(program: Program, leaf: Leaf, answers: Answers, wanted: Truth) -> Iterator[Answer]:
    """Answers that know more; those that serve the wanted truth come first."""
    match leaf:
        case Known():
            raise AssertionError("whether something is known is never unknown")
        case OneIn(question, options):
            ids = program.instrument.question(question).option_ids
            serving = [option for option in ids if (option in options) is (wanted is Truth.TRUE)]
            yield from serving
            yield from (option for option in ids if option not in serving)
        case SomeChosen(question, options, _):
            yield from _one_option_more(program, question, options, answers, wanted)
        case Between(question, _, _):
            yield from representatives(program, question)
        case _:
            assert_never(leaf)


def _one_option_more(
    program: Program, question: str, options: tuple[str, ...], answers: Answers, wanted: Truth
) -> Iterator[Answer]:
    """Settle one option of a choose-several question, both ways."""
    known = partly(program, question, answers.get(question, DONT_KNOW))
    order = program.instrument.question(question).option_ids
    option = next(o for o in order if o in known.unknown and o in options)
    rest = known.unknown - {option}
    both = (closed(known.chosen | {option}, rest), closed(known.chosen, rest))
    yield from both if wanted is Truth.TRUE else both[::-1]


def partly(program: Program, question: str, answer: Answer) -> Partly:
    """See an answer to a choose-several question as what is chosen and what may be."""
    if isinstance(answer, Partly):
        return answer
    if isinstance(answer, frozenset):
        return Partly(answer, frozenset())
    return Partly(frozenset(), frozenset(program.instrument.question(question).option_ids))


def closed(chosen: frozenset[str], unknown: frozenset[str]) -> Answer:
    """Make an answer to a choose-several question out of what is chosen and what may be."""
    return Partly(chosen, unknown) if unknown else chosen


def representatives(program: Program, question: str) -> list[float]:
    """One number for every way in which the rules can tell numbers apart, lowest first.

    These are every bound, a number between each two, and one beyond either end.
    """
    bounds = sorted(
        {
            bound
            for leaf in program.leaves
            if isinstance(leaf, Between) and leaf.question == question
            for bound in (leaf.low, leaf.high)
            if bound is not None
        }
    )
    if not bounds:
        return [0]
    between = [(low + high) / 2 for low, high in pairwise(bounds)]
    return sorted([bounds[0] - 1, *bounds, *between, bounds[-1] + 1])
