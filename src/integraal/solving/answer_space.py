"""Every answer there can be to every question, as literals; and back from a model to Answers.

Unknown is part of the space: of a choose-one question no option needs to hold, and of a
choose-several question each option is chosen, not chosen, or neither (`Partly`). Numbers are told
apart only as far as the rules can tell: by one for each interval between their bounds that has any
number which answers the question.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod
from typing import TypeAlias

from integraal.engine.program import Program
from integraal.engine.reach.numbers import bounds_in, told_apart
from integraal.engine.reach.search import closed
from integraal.model.answers import Answer, Answers
from integraal.model.instrument import Kind, Question
from integraal.solving.circuit import FALSE, TRUE, Circuit
from integraal.solving.solver import Model

Value: TypeAlias = str | float
"""An option id, a number, or SOME_TEXT."""
SOME_TEXT = "tekst"
"""Stands for whatever somebody may write; rules see no more of it than that it is there."""


@dataclass(frozen=True, slots=True)
class AnswerLiterals:
    """The answers to one question."""

    question: Question
    yes: Mapping[Value, int]
    """For every value: it is the answer, or among the answers."""
    no: Mapping[Value, int]
    """For every option of a choose-several question: it certainly is not. Else empty."""
    known: int
    """The whole answer is known."""
    blank: int
    """Nothing of the answer is known."""
    sayable: int
    """A case file can say it: it has no way to exclude an option and leave another open."""

    def settled(self, circuit: Circuit, value: Value, *, chosen: bool = True) -> "AnswerLiterals":
        """Settle one value: it is the answer; of choose-several, it alone is settled."""
        if self.question.kind is Kind.SEVERAL:
            yes = {**self.yes, value: TRUE if chosen else FALSE}
            no = {**self.no, value: FALSE if chosen else TRUE}
            return _several(circuit, self.question, yes, no)
        fixed = {other: TRUE if other == value else FALSE for other in self.yes}
        return _single(circuit, self.question, fixed)


class AnswerSpace:
    """The answers to every question of some programs; one id is one question to all of them."""

    def __init__(self, circuit: Circuit, programs: Iterable[Program]) -> None:
        self._circuit = circuit
        self._programs = tuple(programs)
        every = (q for program in self._programs for q in program.questions.values())
        questions = {question.id: question for question in reversed(list(every))}
        self.literals = {name: self.fresh(questions[name]) for name in reversed(questions)}

    def fresh(self, question: Question) -> AnswerLiterals:
        """Make literals of their own for the answers to a question."""
        yes = {value: self._circuit.variable() for value in self._values(question)}
        if question.kind is not Kind.SEVERAL:
            self._circuit.at_most_one(yes.values())
            return _single(self._circuit, question, yes)
        no = {value: self._circuit.variable() for value in yes}
        for value, literal in yes.items():
            self._circuit.demand(-literal, -no[value])
        return _several(self._circuit, question, yes, no)

    def _values(self, question: Question) -> list[Value]:
        match question.kind:
            case Kind.ONE | Kind.SEVERAL:
                return list(question.option_ids)
            case Kind.NUMBER:
                bounds = {b for p in self._programs for b in bounds_in(p, question.id)}
                return list(told_apart(sorted(bounds), question.numbers))
            case Kind.TEXT:
                return [SOME_TEXT]

    def size(self) -> int:
        """Count the ways of answering everything, unknown included."""
        return prod(
            3 ** len(answer.yes) if answer.question.kind is Kind.SEVERAL else len(answer.yes) + 1
            for answer in self.literals.values()
        )


def _single(circuit: Circuit, question: Question, yes: Mapping[Value, int]) -> AnswerLiterals:
    known = circuit.any_of(yes.values())
    return AnswerLiterals(question, yes, {}, known, blank=-known, sayable=TRUE)


def _several(
    circuit: Circuit, question: Question, yes: Mapping[Value, int], no: Mapping[Value, int]
) -> AnswerLiterals:
    known = circuit.all_of(circuit.any_of([yes[value], no[value]]) for value in yes)
    none_excluded = circuit.all_of(-literal for literal in no.values())
    none_chosen = circuit.all_of(-literal for literal in yes.values())
    return AnswerLiterals(
        question,
        yes,
        no,
        known,
        blank=circuit.all_of([none_chosen, none_excluded]),
        sayable=circuit.any_of([known, none_excluded]),
    )


def answers_in(model: Model, literals: Mapping[str, AnswerLiterals]) -> Answers:
    """Read the answers out of a model; what is unknown is left out."""
    found = {name: answer_in(model, answer) for name, answer in literals.items()}
    return Answers({name: answer for name, answer in found.items() if answer is not None})


def answer_in(model: Model, literals: AnswerLiterals) -> Answer | None:
    """Read one answer out of a model; None when nothing of it is known."""
    if model.holds(literals.blank):
        return None
    chosen = [value for value, literal in literals.yes.items() if model.holds(literal)]
    if literals.question.kind is not Kind.SEVERAL:
        return chosen[0]
    excluded = {value for value, literal in literals.no.items() if model.holds(literal)}
    options = frozenset(literals.question.option_ids)
    certain = frozenset(str(value) for value in chosen)
    return closed(certain, options - certain - excluded)
