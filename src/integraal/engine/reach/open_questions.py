"""Which unanswered questions can still change the level, most telling first."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import permutations
from typing import TypeAlias

from integraal.engine.explain.cause import supporting, unique
from integraal.engine.interpreter import Evaluation, leaf_truth
from integraal.engine.program import Node, Program, RankedRule, leaves_in
from integraal.engine.reach.ranks import Ranks, kleene_ranks
from integraal.engine.reach.search import (
    GaveUpError,
    Goal,
    closed,
    fill_in,
    partly,
    representatives,
)
from integraal.model.answers import DONT_KNOW, Answer, Answers
from integraal.model.instrument import Kind, Question
from integraal.model.results.advice import OpenQuestion
from integraal.model.truth import Truth

Change: TypeAlias = Callable[[Answers], Answers]


def open_questions(evaluation: Evaluation, found: Ranks) -> list[OpenQuestion]:
    """Name the open questions: those of which two answers can lead to two levels.

    The most telling question is the one whose answer narrows the range most, averaged over its
    possible answers; equals go by the level they could lead to, then by the instrument's order.
    """
    scale = evaluation.program.instrument.scale
    if scale is None or found.level == found.reach:
        return []
    could_become = {
        question: rank
        for question in _candidates(evaluation, found)
        if (rank := highest_difference(evaluation, question, found)) is not None
    }
    questions = [q for q in evaluation.program.questions.values() if q.id in could_become]
    questions.sort(key=lambda q: (_mean_width(evaluation, q), -could_become[q.id]))
    return [OpenQuestion(q.id, scale.levels[could_become[q.id]]) for q in questions]


def _candidates(evaluation: Evaluation, found: Ranks) -> tuple[str, ...]:
    """Name the questions that keep a rule above the level open, as far as Kleene can tell."""
    nodes = [raising.node for raising in _undecided(evaluation, found)]
    return unique(name for node in nodes for name in supporting(evaluation, node))


def _undecided(evaluation: Evaluation, found: Ranks) -> list[RankedRule]:
    """List the rules that might still raise the level, highest first."""
    might = [
        raising
        for raising in evaluation.program.raising
        if found.level < raising.rank <= found.reach
        and evaluation.of(raising.node) is Truth.UNKNOWN
    ]
    return sorted(might, key=lambda raising: -raising.rank)


def highest_difference(evaluation: Evaluation, question: str, found: Ranks) -> int | None:
    """Find the highest rank that one answer to a question reaches and another does not.

    Returns: The rank; None when no answer to this question can change the level, whatever the
        other unknown answers are.
    """
    for raising in _undecided(evaluation, found):
        if question in supporting(evaluation, raising.node):
            # Without an answer to spare, it may matter: never leave out what might.
            try:
                if _makes_the_difference(evaluation, question, raising):
                    return raising.rank
            except GaveUpError:
                return raising.rank
    return None


def _makes_the_difference(evaluation: Evaluation, question: str, raising: RankedRule) -> bool:
    """Whether one answer can make this rule hold where another leaves the level lower."""
    program, answers = evaluation.program, evaluation.answers
    as_high = [rule for rule in program.raising if rule.rank >= raising.rank]
    for one, other in _pairs(program, question, answers):
        if not _tells_apart(program, raising.node, question, one(answers), other(answers)):
            continue
        goals = [
            Goal(raising.node, Truth.TRUE, one),
            *(Goal(rule.node, Truth.FALSE, other) for rule in as_high),
        ]
        if fill_in(program, answers, goals) is not None:
            return True
    return False


def _tells_apart(program: Program, node: Node, question: str, one: Answers, other: Answers) -> bool:
    """Whether any leaf about this question sees, or may see, a difference."""
    leaves = {program.leaves[index] for index in leaves_in(node)}
    pairs = [
        (leaf_truth(leaf, one), leaf_truth(leaf, other))
        for leaf in leaves
        if leaf.question == question
    ]
    return any(before is not after or before is Truth.UNKNOWN for before, after in pairs)


def _pairs(program: Program, question_id: str, answers: Answers) -> Iterator[tuple[Change, Change]]:
    """Pairs of answers to one question; those with more need come first.

    Of a choose-several question the pairs differ in one option: if two answers lead to two
    levels, so do two on the way from the one to the other that differ in one option only.
    """
    question = program.instrument.question(question_id)
    if question.kind is Kind.SEVERAL:
        known = partly(program, question_id, answers.get(question_id, DONT_KNOW))
        for option in question.option_ids:
            if option in known.unknown:
                with_it = partial(_settled, program, question_id, option, True)
                without = partial(_settled, program, question_id, option, False)
                yield from permutations((with_it, without), 2)
        return
    possible = extremes(program, question_id, answers)
    changes = [partial(_answered, question_id, answer) for answer in reversed(possible)]
    yield from permutations(changes, 2)


def _answered(question: str, answer: Answer, answers: Answers) -> Answers:
    return answers.with_answer(question, answer)


def _settled(
    program: Program, question: str, option: str, chosen: bool, answers: Answers
) -> Answers:
    known = partly(program, question, answers.get(question, DONT_KNOW))
    certain = known.chosen | {option} if chosen else known.chosen - {option}
    return answers.with_answer(question, closed(certain, known.unknown - {option}))


def extremes(program: Program, question_id: str, answers: Answers) -> list[Answer]:
    """List the answers to try; for choose-several, what is known with more and more added."""
    question = program.instrument.question(question_id)
    if question.kind is Kind.ONE:
        return list(question.option_ids)
    if question.kind is Kind.SEVERAL:
        return list(_subsets(program, question, answers))
    return list(representatives(program, question_id))


def _subsets(program: Program, question: Question, answers: Answers) -> Iterator[Answer]:
    """From what is certainly chosen to everything that may be, with each option alone between."""
    known = partly(program, question.id, answers.get(question.id, DONT_KNOW))
    yield known.chosen
    yield known.chosen | known.unknown
    for option in question.option_ids:
        if option in known.unknown and len(known.unknown) > 1:
            yield known.chosen | {option}
            yield known.chosen | known.unknown - {option}


def _mean_width(evaluation: Evaluation, question: Question) -> float:
    """Average how wide the range would still be, over the possible answers."""
    widths = []
    for answer in extremes(evaluation.program, question.id, evaluation.answers):
        answers = evaluation.answers.with_answer(question.id, answer)
        after = Evaluation(evaluation.program, answers, are_understood=True)
        level, reach = kleene_ranks(after)
        widths.append(reach - level)
    return sum(widths) / len(widths)
