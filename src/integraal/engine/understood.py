"""Take of every answer what its question understands; the rest is not known, and never a no.

Readers refuse what is no option, and say where it stands. Whatever comes here all the same, from
whoever imports this or from another version of an instrument, must not pass for a certain answer.
"""

from collections.abc import Mapping
from math import isfinite
from typing import assert_never

from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.instrument import Kind, Question


def understood(questions: Mapping[str, Question], answers: Answers) -> Answers:
    """Put DONT_KNOW in the place of what is no answer; a list may stay known in part.

    Args:
        questions: By their ids; answers to others are left as they are.
        answers: Whatever somebody gave.
    """
    for name, answer in tuple(answers.items()):
        question = questions.get(name)
        taken = answer if question is None else _taken(question, answer)
        if taken is not answer:
            answers = answers.with_answer(name, taken)
    return answers


def _taken(question: Question, answer: Answer) -> Answer:
    match question.kind:
        case Kind.ONE:
            return answer if answer in question.option_ids else DONT_KNOW
        case Kind.SEVERAL:
            return _several(frozenset(question.option_ids), answer)
        case Kind.NUMBER:
            if isinstance(answer, bool) or not isinstance(answer, (int, float)):
                return DONT_KNOW
            fits = isfinite(answer) and question.numbers.misfit(answer) is None
            return answer if fits else DONT_KNOW
        case Kind.TEXT:
            return answer
        case _:
            assert_never(question.kind)


def _several(options: frozenset[str], answer: Answer) -> Answer:
    """Take the options that are named; if anything else is, nobody knows about the others."""
    if isinstance(answer, str):
        answer = frozenset({answer})
    chosen, may_be = answer, frozenset[str]()
    if isinstance(answer, Partly):
        chosen, may_be = answer.chosen, answer.unknown
    if not isinstance(chosen, frozenset):
        return DONT_KNOW
    if chosen | may_be <= options:
        return answer
    named = chosen & options
    others = options - named
    if not others:
        return named
    return Partly(named, others) if named else DONT_KNOW
