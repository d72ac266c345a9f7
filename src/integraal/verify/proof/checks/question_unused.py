"""Every question is used: by a rule, a score, another question, or to think about.

Or it says how people work together now, or that others may read what is sensitive.

Of one that is not, the two cases differ only in its answer, and get the same advice.
"""

from collections.abc import Iterator

from integraal.model.answers import Answer, Answers
from integraal.model.condition import leaves_of
from integraal.model.instrument import Instrument, Kind, Question
from integraal.solving.answer_space import SOME_TEXT
from integraal.solving.prover import Prover
from integraal.verify.paths import conditions, question_path
from integraal.verify.proof.check import Check, Fault


def items(prover: Prover) -> Iterator[Question]:
    """List the questions that are not only to think about."""
    for question in prover.instrument.questions():
        if not (question.for_reflection or question.estimate_of):
            yield question


def judge(prover: Prover, question: Question) -> Fault | None:
    """Look for any use of a question."""
    if question.id in set(_used(prover.instrument)):
        return None
    cases = (Answers(), Answers({question.id: _some_answer(question)}))
    fields = ("level", "reach") if prover.instrument.scale else ()
    return Fault({"question": question.id}, cases, (*fields, "actions", "outcomes"))


def _used(instrument: Instrument) -> Iterator[str]:
    """Name the questions that something looks at."""
    if instrument.present is not None:
        yield instrument.present.question
    if instrument.withhold_until is not None:
        yield instrument.withhold_until.question
    for score in instrument.scores:
        yield from score.questions
    for _, condition in conditions(instrument):
        yield from (leaf.question for leaf in leaves_of(condition))


def _some_answer(question: Question) -> Answer:
    match question.kind:
        case Kind.ONE:
            return question.option_ids[-1]
        case Kind.SEVERAL:
            return frozenset(question.option_ids)
        case Kind.NUMBER:
            return question.numbers.nearest(1)
        case Kind.TEXT:
            return SOME_TEXT


CHECK = Check("question-unused", items, judge, path=question_path)
