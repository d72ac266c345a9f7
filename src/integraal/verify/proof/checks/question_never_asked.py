"""Every question that is asked only sometimes, is asked in some case."""

from collections.abc import Iterator

from integraal.model.condition import leaves_of
from integraal.model.instrument import Question, Rule
from integraal.solving.prover import Prover
from integraal.verify.paths import conditions, question_path
from integraal.verify.proof.check import Check, Fault
from integraal.verify.proof.checks.rule_never_holds import nearest_miss


def judge(prover: Prover, question: Question) -> Fault | None:
    """Look for a case in which a question certainly applies."""
    if prover.can(prover.encoding.asked(question.id).holds):
        return None
    node = prover.program.asked[question.id]
    return nearest_miss(prover, node, {"question": question.id}, tuple(_using(prover, question)))


def _using(prover: Prover, question: Question) -> Iterator[str]:
    """Name the rules that look at a question."""
    for owner, condition in conditions(prover.instrument):
        looks = any(leaf.question == question.id for leaf in leaves_of(condition))
        if looks and isinstance(owner, Rule):
            yield owner.id


CHECK = Check(
    code="question-never-asked",
    items=lambda prover: [q for q in prover.instrument.questions() if q.ask_when],
    judge=judge,
    path=lambda instrument, question: question_path(instrument, question, "ask_when"),
)
