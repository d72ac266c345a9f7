"""Walk through the questions of an instrument: which comes next, and what going back means.

An Interview is a value: every step makes a new one. It asks nothing and saves nothing itself.
"""

from dataclasses import dataclass, field, replace

from integraal.engine.interpreter import Evaluation, without_dropped
from integraal.engine.program import Program
from integraal.model.answers import Answer, Answers
from integraal.model.instrument import Question
from integraal.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Interview:
    """Where somebody stands in an instrument."""

    program: Program
    answers: Answers = field(default_factory=Answers)
    position: str | None = None
    """Id of the question on the screen; None when there is nothing left to ask."""
    with_text: bool = False
    """Whether questions that are only asked on request are asked."""
    passed: frozenset[str] = frozenset()
    """Questions that were skipped in this sitting."""

    @classmethod
    def start(
        cls, program: Program, answers: Answers | None = None, *, with_text: bool = False
    ) -> "Interview":
        """Begin at the first question that has no answer yet."""
        fresh = cls(program, answers or Answers(), None, with_text)
        return fresh._moved_to(fresh._first_open(fresh.questions))

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that apply, or may apply, in order."""
        evaluation = Evaluation(self.program, self.answers)
        return tuple(
            question
            for question in self.program.instrument.questions()
            if (self.with_text or not question.on_request)
            and evaluation.applies(question.id) is not Truth.FALSE
        )

    @property
    def question(self) -> Question | None:
        """The question on the screen."""
        return next((q for q in self.questions if q.id == self.position), None)

    @property
    def progress(self) -> tuple[int, int]:
        """Number of the question on the screen, and how many there are as far as known now."""
        ids = [question.id for question in self.questions]
        return (ids.index(self.position) + 1 if self.position in ids else len(ids)), len(ids)

    def answer(self, answer: Answer) -> "Interview":
        """Give an answer to the question on the screen and go to the next open one."""
        if self.position is None:
            raise ValueError("there is no question on the screen")
        answers = without_dropped(self.program, self.answers.with_answer(self.position, answer))
        return replace(self, answers=answers)._onward()

    def skip(self) -> "Interview":
        """Go on without answering; an answer given before stays."""
        if self.position is None:
            return self
        return replace(self, passed=self.passed | {self.position})._onward()

    def back(self) -> "Interview":
        """Go to the question before this one; at the first one, stay."""
        questions = self.questions
        ids = [question.id for question in questions]
        here = ids.index(self.position) if self.position in ids else len(ids)
        return self._moved_to(ids[max(here - 1, 0)] if ids else None)

    def go_to(self, question_id: str) -> "Interview":
        """Put a question on the screen, to look at it again.

        Raises:
            KeyError: if the question does not apply.
        """
        if question_id not in {question.id for question in self.questions}:
            raise KeyError(question_id)
        return self._moved_to(question_id)

    def _onward(self) -> "Interview":
        questions = self.questions
        ids = [question.id for question in questions]
        after = questions[ids.index(self.position) + 1 :] if self.position in ids else questions
        return self._moved_to(self._first_open(after))

    def _first_open(self, questions: tuple[Question, ...]) -> str | None:
        return next(
            (q.id for q in questions if q.id not in self.answers and q.id not in self.passed), None
        )

    def _moved_to(self, position: str | None) -> "Interview":
        return replace(self, position=position)
