"""No rule holds, and no question is asked, only because another question does not apply.

What does not apply is false, so `not` over it is true: `not: {opbrengst: voldoende}` also holds
where nothing was there to yield anything. An author who means that says it, or excludes it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from integraal.engine.program import ALWAYS, And, Count, Negation, Node, Or
from integraal.model import condition as c
from integraal.model.instrument import Definition, Instrument, Question, Rule
from integraal.solving.prover import Prover
from integraal.verify.paths import Path, conditions, leaves_with_paths, question_path, rule_path
from integraal.verify.proof.check import Check, Fault


class Negated(NamedTuple):
    """A condition in which a question that may not apply stands under a `not`."""

    owner: Rule | Question | Definition
    condition: c.Condition
    question: str
    path: Path
    """Where in the condition it stands."""


def items(prover: Prover) -> Iterator[Negated]:
    """List such conditions, each question once."""
    defined = ((one, one.when) for one in prover.instrument.definitions if not one.minimum_of)
    used = (pair for pair in defined if pair[1] in prover.program.nodes)
    for owner, condition in (*conditions(prover.instrument), *used):
        seen: set[str] = set()
        for leaf, path, is_negated in leaves_with_paths(condition):
            sometimes = prover.program.asked[leaf.question] != ALWAYS
            if is_negated and sometimes and leaf.question not in seen:
                seen.add(leaf.question)
                yield Negated(owner, condition, leaf.question, path)


def judge(prover: Prover, negated: Negated) -> Fault | None:
    """Look for a case in which the condition holds, but would not if the `not` were false."""
    encoding = prover.encoding
    holds = encoding.of(prover.program.nodes[negated.condition]).holds
    without = _taken_as_true(prover, negated.condition, negated.question)
    does_not_apply = encoding.asked(negated.question).fails
    case = prover.case(does_not_apply, holds, -encoding.of(without).holds)
    if case is None:
        return None
    details = {"owner": negated.owner.id, "question": negated.question}
    rules = (negated.owner.id,) if isinstance(negated.owner, Rule) else ()
    return Fault(details, (case,), (), rules)


def _taken_as_true(
    prover: Prover, condition: c.Condition, question: str, *, negated: bool = False
) -> Node:
    """Lower a condition again, with what stands under a `not` about a question taken as true."""

    def lowered(part: c.Condition, flipped: bool = negated) -> Node:
        return _taken_as_true(prover, part, question, negated=flipped)

    match condition:
        case c.All(parts):
            return And(tuple(map(lowered, parts)))
        case c.AnyOf(parts):
            return Or(tuple(map(lowered, parts)))
        case c.AtLeastOf(count, parts):
            return Count(count, tuple(map(lowered, parts)))
        case c.Not(part):
            return Negation(lowered(part, not negated))
        case c.Defined(_, part) | c.Reached(_, part):
            return lowered(part)
        case c.InScore():
            return prover.program.nodes[condition]
        case _:
            is_meant = negated and condition.question == question
            return ALWAYS if is_meant else prover.program.nodes[condition]


def _path(instrument: Instrument, negated: Negated) -> Path:
    if isinstance(negated.owner, Rule):
        return rule_path(instrument, negated.owner, "when", *negated.path)
    if isinstance(negated.owner, Definition):
        number = [one.id for one in instrument.definitions].index(negated.owner.id)
        return ("definitions", number, "when", *negated.path)
    return question_path(instrument, negated.owner, "ask_when", *negated.path)


CHECK = Check(
    code="not-over-inapplicable",
    items=items,
    judge=judge,
    name=lambda negated: f"{negated.owner.id}, {negated.question}",
    path=_path,
)
