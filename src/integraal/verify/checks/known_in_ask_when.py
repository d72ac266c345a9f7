"""Whether a question was answered never overturns a level, a limit or a route.

A rule may not look at that itself. But a question can be asked only when another has an answer, and
then a rule about it changes from true to false, or back, when somebody merely answers more.
"""

from collections.abc import Iterator
from typing import NamedTuple

from integraal.engine.program import IsKnown, leaves_in
from integraal.model import condition as c
from integraal.model.instrument import Instrument, Limit, Question, Raise, Route, Rule
from integraal.verify.answer_space import AnswerLiterals
from integraal.verify.check import Check, Fault
from integraal.verify.places import Path, leaves_with_paths, question_path
from integraal.verify.proving import Proving


class Hanging(NamedTuple):
    """A rule that depends on whether a question was answered."""

    rule: Rule
    known: str
    """Whether this question was answered matters."""
    asking: Question
    """Here it says so."""


def items(proving: Proving) -> Iterator[Hanging]:
    """List such rules, with every question whose being answered matters."""
    asking = {
        leaf.question: question
        for question in reversed(list(proving.instrument.questions()))
        for leaf, _, _ in leaves_with_paths(question.ask_when or c.All(()))
        if isinstance(leaf, c.Known)
    }
    for rule in proving.instrument.rules:
        if isinstance(rule.effect, (Raise, Limit, Route)):
            for known in _known_below(proving, rule):
                yield Hanging(rule, known, asking[known])


def _known_below(proving: Proving, rule: Rule) -> Iterator[str]:
    if isinstance(rule.when, (c.Otherwise, c.WhenDirection)):
        return
    leaves = [proving.program.leaves[i] for i in leaves_in(proving.program.nodes[rule.when])]
    yield from dict.fromkeys(leaf.question for leaf in leaves if isinstance(leaf, IsKnown))


def judge(proving: Proving, hanging: Hanging) -> Fault | None:
    """Look for two cases, the second with one answer more, of which one holds and one fails."""
    circuit = proving.circuit
    less = proving.world.answers[hanging.known]
    more = proving.space.fresh(less.question)
    world = proving.world.with_answer(more)
    node = proving.program.nodes[hanging.rule.when]  # type: ignore[index]
    before, after = proving.world.of(node), world.of(node)
    overturned = circuit.any_of(
        [
            circuit.all_of([before.holds, after.fails]),
            circuit.all_of([before.fails, after.holds]),
        ]
    )
    wanted = [-less.known, more.known, overturned, *_only_adds(proving, less, more)]
    cases = proving.cases(wanted, proving.world, world)
    if cases is None:
        return None
    details = (("rule", hanging.rule.id), ("question", hanging.known))
    field = {Raise: "level", Limit: "feasible"}.get(type(hanging.rule.effect), "outcomes")
    return Fault(details, cases, (field,), (hanging.rule.id,))


def _only_adds(proving: Proving, less: AnswerLiterals, more: AnswerLiterals) -> Iterator[int]:
    """Say that an answer knows more than another, and nothing else."""
    for known, fuller in ((less.yes, more.yes), (less.no, more.no)):
        for value, literal in known.items():
            yield proving.circuit.any_of([-literal, fuller[value]])


def _path(instrument: Instrument, hanging: Hanging) -> Path:
    return question_path(instrument, hanging.asking, "ask_when")


CHECK = Check(
    code="known-in-ask-when",
    items=items,
    judge=judge,
    name=lambda hanging: f"{hanging.rule.id}, {hanging.known}",
    path=_path,
)
