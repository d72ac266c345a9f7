"""Which questions one answer switches off, for whoever has the whole form on paper."""

from collections.abc import Iterator, Mapping

from integraal.engine.interpreter import Evaluation
from integraal.engine.program import Program
from integraal.model.answers import Answer, Answers
from integraal.model.instrument import Kind, Question
from integraal.model.truth import Truth

NONE_CHOSEN = ""
"""Stands for "none of these", which is no option."""


def skipped_by(program: Program) -> Mapping[tuple[str, str], frozenset[str]]:
    """Find, for every answer that alone switches questions off, which ones.

    What nobody knows switches nothing off.

    Returns: Question id and option id (NONE_CHOSEN for "none of these") to ids of questions that
        then do not apply; answers that switch nothing off are left out.

    >>> from integraal.engine.lower import lower
    >>> from integraal.reading.library import Library
    >>> found = skipped_by(lower(Library().instrument("voor-wie-doen-we-wat")))
    >>> {key: sorted(names) for key, names in found.items()}
    {('bestaande_vormen', ''): ['opbrengst']}
    """
    found = {}
    always_off = _off(program, Answers())
    for question in program.instrument.questions():
        for name, answer in _answers(question):
            off = _off(program, Answers({question.id: answer})) - always_off
            if off:
                found[question.id, name] = off
    return found


def _off(program: Program, answers: Answers) -> frozenset[str]:
    evaluation = Evaluation(program, answers)
    asked = (question.id for question in program.instrument.questions())
    return frozenset(name for name in asked if evaluation.applies(name) is Truth.FALSE)


def _answers(question: Question) -> Iterator[tuple[str, Answer]]:
    if question.kind is Kind.ONE:
        yield from ((option, option) for option in question.option_ids)
    elif question.kind is Kind.SEVERAL:
        yield NONE_CHOSEN, frozenset()
