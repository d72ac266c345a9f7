"""An answer in words."""

from collections.abc import Iterable

from integraal.model.answers import DONT_KNOW, Answer, Partly
from integraal.model.instrument import Kind, Question
from integraal.model.results.assessment import Assessment
from integraal.words.numbers import counted
from integraal.words.words import Words


def answer_text(question: Question, answer: Answer | None, words: Words) -> str:
    """One answer as people would say it; None is a question that was not answered."""
    if answer is None:
        return words("answer.none")
    if answer is DONT_KNOW:
        return words("answer.dont_know")
    if isinstance(answer, Partly):
        chosen = _chosen(question, answer.chosen)
        return words("answer.partly", chosen=chosen) if chosen else words("answer.dont_know")
    if isinstance(answer, frozenset):
        return _chosen(question, answer) if answer else words("answer.none_of_these")
    if question.kind is Kind.ONE and answer in question.option_ids:
        return question.option(str(answer)).label
    if question.kind is Kind.NUMBER and isinstance(answer, (int, float)):
        return counted(question, answer, words)
    return str(answer)


def _chosen(question: Question, chosen: frozenset[str]) -> str:
    labels = [option.label for option in question.options if option.id in chosen]
    return ", ".join([*labels[:1], *map(lowered, labels[1:])])


def lowered(text: str) -> str:
    """Start with a small letter, as inside a sentence; abbreviations and the English I stay.

    >>> lowered("Geld"), lowered("GIZ"), lowered("I don't know"), lowered("Ik"), lowered("Eén")
    ('geld', 'GIZ', "I don't know", 'ik', 'één')
    """
    if text.startswith("Eén"):  # a capital takes no accent here, a small letter does
        return f"é{text[1:]}"
    stays = text[1:2].isupper() or text.startswith("I ")
    return text if stays else text[:1].lower() + text[1:]


def own_answers(names: Iterable[str], assessment: Assessment, words: Words) -> list[str]:
    """The answers to these questions, each with the question's name."""
    questions = map(assessment.instrument.question, names)
    said = [(q, answer_text(q, assessment.answers.get(q.id), words)) for q in questions]
    # A country keeps its capital.
    shown = [(q.name, text if q.from_case else lowered(text)) for q, text in said]
    return [words("pair", name=name, value=text) for name, text in shown]
