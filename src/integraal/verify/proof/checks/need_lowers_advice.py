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
from integraal.model.instrument import Instrument, Kind, Question
from integraal.model.truth import Truth
from integraal.verify.places import Path, option_path
from integraal.verify.proof.check import Check, Fault
from integraal.verify.proof.claims import Proving
from integraal.verify.proof.world import World


class Step(NamedTuple):
    """From one answer to one with more need."""

    question: Question
    less: str
    """The option one lower; empty where an option is added."""
    more: str


def items(proving: Proving) -> Iterator[Step]:
    """List the steps in the questions on which the level depends."""
    named = {
        proving.program.leaves[index].question
        for raising in proving.program.raising
        for index in leaves_in(raising.node)
    }
    for question in proving.instrument.questions():
        if question.id in named and question.kind is Kind.ONE:
            yield from (Step(question, *both) for both in pairwise(question.option_ids))
        if question.id in named and question.kind is Kind.SEVERAL:
            yield from (Step(question, "", option) for option in question.option_ids)


def judge(proving: Proving, step: Step) -> Fault | None:
    """Look for two cases of which the one with more need has the lower level."""
    answer = proving.world.answers[step.question.id]
    more = proving.world.with_answer(answer.settled(proving.circuit, step.more))
    before = answer.yes[step.less] if step.less else answer.no[step.more]
    wanted = [before, proving.circuit.any_of(_falls(proving, more))]
    cases = proving.cases(wanted, proving.world, more)
    if cases is None:
        return None
    details = {"question": step.question.id, "less": step.less or "-", "more": step.more}
    return Fault(details, cases, ("level", "reach"), _fallen(proving, cases))


def _fallen(proving: Proving, cases: tuple[Answers, ...]) -> tuple[str, ...]:
    """Name the rules that hold in the first case, and do not in the second."""
    less, more = (Evaluation(proving.program, answers) for answers in cases)
    return tuple(
        raising.rule.id
        for raising in proving.program.raising
        if less.of(raising.node) is Truth.TRUE and more.of(raising.node) is Truth.FALSE
    )


def _falls(proving: Proving, more: World) -> Iterator[int]:
    """For every rank, the literal that says that more need falls below it."""
    scale = proving.instrument.scale
    for rank in range(1, len(scale.levels) if scale else 0):
        yield proving.circuit.all_of([proving.world.reaches(rank), more.stays_below(rank)])


def _path(instrument: Instrument, step: Step) -> Path:
    return option_path(instrument, step.question, step.more)


CHECK = Check(
    code="need-lowers-advice",
    items=items,
    judge=judge,
    name=lambda step: f"{step.question.id}: {step.more}",
    path=_path,
    of_any_advice=True,
)
