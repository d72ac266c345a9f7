"""Lay several views of one case side by side: where they part, and what that changes.

A disagreement is two answers that cannot both be right. Not knowing is no disagreement: then
there is something to ask. The weight of a difference is found by trying: the answer of one in
the otherwise same case of another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import Evaluation, without_dropped
from integraal.engine.program import Program
from integraal.engine.search import closed, partly
from integraal.model.advice import Advice
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.comparison import Comparison, Difference, Said, Standing, Swap, View
from integraal.model.instrument import Act, Instrument, Kind, Question
from integraal.model.truth import Truth


def compare(program: Program, given: Sequence[Answers]) -> Comparison:
    """Compare views of one case.

    Args:
        program: The lowered instrument.
        given: The answers of each, in the order in which they are to be shown.
    """
    answers = [without_dropped(program, each) for each in given]
    table = _Table(program, tuple(View(each, evaluate(program, each)) for each in answers))
    return Comparison(
        views=table.views,
        disagreements=table.differences(_is_disagreement),
        to_ask=table.differences(_is_to_ask),
        asides=table.asides(),
        unknown_to_all=table.unknown_to_all(),
        agreed=tuple(row.question.id for row in table.rows if row.is_agreed),
        shared=evaluate(program, Answers(dict(table.shared()))),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """One question with the answers of those to whom it applies."""

    program: Program
    question: Question
    said: tuple[Said, ...]
    whole: bool
    """Whether it applies to everybody."""

    @property
    def is_aside(self) -> bool:
        return self.question.kind is Kind.TEXT or bool(self.question.estimate_of)

    @property
    def is_agreed(self) -> bool:
        return self.whole and len(self.said) == 1 and _is_known(self.said[0].answer)

    def conflict(self, one: Answer | None, other: Answer | None) -> bool:
        """Say whether two answers cannot both be right."""
        if _is_unknown(one) or _is_unknown(other):
            return False
        if self.question.kind is not Kind.SEVERAL:
            return one != other
        first, second = self.partly(one), self.partly(other)
        either = (first.chosen | first.unknown, second.chosen | second.unknown)
        return bool(first.chosen - either[1] or second.chosen - either[0])

    def partly(self, answer: Answer | None) -> Partly:
        return partly(self.program, self.question.id, DONT_KNOW if answer is None else answer)


def _is_disagreement(row: _Row) -> bool:
    pairs = combinations(row.said, 2)
    return any(row.conflict(one.answer, other.answer) for one, other in pairs)


def _is_to_ask(row: _Row) -> bool:
    known = [said for said in row.said if not _is_unknown(said.answer)]
    return bool(known) and len(row.said) > 1 and not _is_disagreement(row)


class _Table:
    """The questions with everybody's answers, in the instrument's order."""

    def __init__(self, program: Program, views: tuple[View, ...]) -> None:
        self.program = program
        self.views = views
        self.standings = [_standing(program.instrument, view.advice) for view in views]
        evaluations = [Evaluation(program, view.answers) for view in views]
        self.rows = [
            row
            for question in program.instrument.questions()
            if (row := _row(program, question, evaluations)).said
        ]

    def differences(self, wanted: object) -> tuple[Difference, ...]:
        raise NotImplementedError
