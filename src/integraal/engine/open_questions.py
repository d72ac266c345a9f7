"""Which unanswered questions can still change the level, most telling first."""

from collections.abc import Iterator

from integraal.engine.explain import supporting
from integraal.engine.interpreter import Evaluation
from integraal.engine.program import InRange
from integraal.engine.ranks import Ranks, ranks
from integraal.model.advice import OpenQuestion
from integraal.model.answers import Answer
from integraal.model.instrument import Kind, Question
from integraal.model.truth import Truth


def open_questions(evaluation: Evaluation, found: Ranks) -> list[OpenQuestion]:
    """Name the open questions.

    The most telling question is the one whose answer narrows the range most, averaged over its
    possible answers; equals go by the level they could lead to, then by the instrument's order.
    """
    scale = evaluation.program.instrument.scale
    if scale is None:
        return []
    could_become = _could_become(evaluation, found)
    questions = [q for q in evaluation.program.instrument.questions() if q.id in could_become]
    questions.sort(
        key=lambda q: (_mean_width(evaluation, q), -could_become[q.id])  # sort is stable
    )
    return [OpenQuestion(q.id, scale.levels[could_become[q.id]]) for q in questions]


def _could_become(evaluation: Evaluation, found: Ranks) -> dict[str, int]:
    """Map each question that keeps a higher level open to the highest such rank."""
    highest: dict[str, int] = {}
    for raising in evaluation.program.raising:
        if raising.rank > found.level and evaluation.of(raising.node) is Truth.UNKNOWN:
            for question in supporting(evaluation, raising.node):
                highest[question] = max(raising.rank, highest.get(question, 0))
    return highest


def _mean_width(evaluation: Evaluation, question: Question) -> float:
    """Average how wide the range would still be, over the possible answers."""
    widths = []
    for answer in possible_answers(evaluation, question):
        after = Evaluation(evaluation.program, evaluation.answers.with_answer(question.id, answer))
        level, reach = ranks(after)
        widths.append(reach - level)
    return sum(widths) / len(widths)


def possible_answers(evaluation: Evaluation, question: Question) -> Iterator[Answer]:
    """Walk through answers that between them show what a question can do.

    Every option of a choose-one question; none, each and all of a choose-several question; both
    sides of every bound that the rules put on a number.
    """
    if question.kind is Kind.ONE:
        yield from question.option_ids
    elif question.kind is Kind.SEVERAL:
        yield frozenset()
        yield from (frozenset({option}) for option in question.option_ids)
        yield frozenset(question.option_ids)
    else:
        for leaf in evaluation.program.leaves:
            if isinstance(leaf, InRange) and leaf.question == question.id:
                bounds = [bound for bound in (leaf.low, leaf.high) if bound is not None]
                yield from (bound + step for bound in bounds for step in (-1, 0, 1))
