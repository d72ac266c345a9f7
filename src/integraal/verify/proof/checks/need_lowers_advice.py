"""More need never lowers the level: options stand from low to high need, and rules follow.

Compared are two cases that differ in one answer only: one option higher, or one option more. What
holds for every such step holds for several steps together. Numbers have no such order: nobody says
whether more of them is more need.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from integraal.engine.interpreter import Evaluation
from integraal.engine.program import leaves_in
from integraal.model.answers import Answers
from integraal.model.instrument import Kind, Question
from integraal.model.truth import Truth
from integraal.solving.encoding import Encoding
from integraal.solving.prover import Prover
from integraal.verify.paths import option_path
from integraal.verify.proof.check import Check, Fault


class Step(NamedTuple):
    """From one answer to one with more need."""

    question: Question
    less: str
    """The option one lower; empty where an option is added."""
    more: str


def items(prover: Prover) -> Iterator[Step]:
    """List the steps in the questions on which the level depends."""
    named = {
        prover.program.leaves[index].question
        for raising in prover.program.raising
        for index in leaves_in(raising.node)
    }
    for question in prover.instrument.questions():
        if question.id in named and question.kind is Kind.ONE:
            yield from (Step(question, *both) for both in pairwise(question.option_ids))
        if question.id in named and question.kind is Kind.SEVERAL:
            yield from (Step(question, "", option) for option in question.option_ids)


def judge(prover: Prover, step: Step) -> Fault | None:
    """Look for two cases of which the one with more need has the lower level."""
    answer = prover.encoding.answers[step.question.id]
    more = prover.encoding.with_answer(answer.settled(prover.circuit, step.more))
    before = answer.yes[step.less] if step.less else answer.no[step.more]
    wanted = [before, prover.circuit.any_of(_falls(prover, more))]
    cases = prover.cases(wanted, prover.encoding, more)
    if cases is None:
        return None
    details = {"question": step.question.id, "less": step.less or "-", "more": step.more}
    return Fault(details, cases, ("level", "reach"), _fallen(prover, cases))


def _fallen(prover: Prover, cases: tuple[Answers, ...]) -> tuple[str, ...]:
    """Name the rules that hold in the first case, and do not in the second."""
    less, more = (Evaluation(prover.program, answers) for answers in cases)
    return tuple(
        raising.rule.id
        for raising in prover.program.raising
        if less.of(raising.node) is Truth.TRUE and more.of(raising.node) is Truth.FALSE
    )


def _falls(prover: Prover, more: Encoding) -> Iterator[int]:
    """For every rank, the literal that says that more need falls below it."""
    scale = prover.instrument.scale
    for rank in range(1, len(scale.levels) if scale else 0):
        yield prover.circuit.all_of([prover.encoding.reaches(rank), more.stays_below(rank)])


CHECK = Check(
    code="need-lowers-advice",
    items=items,
    judge=judge,
    name=lambda step: f"{step.question.id}: {step.more}",
    path=lambda instrument, step: option_path(instrument, step.question, step.more),
    of_any_advice=True,
)
