"""The questions of an instrument: which comes next, and what going back means.

An Interview is a value: every step makes a new one. It asks nothing and saves nothing itself.
"""

from dataclasses import dataclass, field, replace

from integraal.engine.evaluate import evaluate
from integraal.engine.explain.cause import supporting
from integraal.engine.interpreter import Evaluation, without_dropped
from integraal.engine.program import Program
from integraal.engine.reach.open_questions import open_questions
from integraal.engine.reach.open_routes import urgent_questions
from integraal.engine.reach.ranks import Outlook
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
    again: frozenset[str] = frozenset()
    """Questions to put once more although they have an answer; skipped, they keep it."""
    short: bool = False
    """Whether only what is urgent or can still change the outcome is asked, most telling first."""
    trail: tuple[str, ...] = ()
    """The questions shown in a short sitting before the one on the screen."""
    begun: int = 0
    """How many questions had an answer, or were passed, when a short sitting began."""

    @classmethod
    def start(
        cls,
        program: Program,
        answers: Answers | None = None,
        *,
        with_text: bool = False,
        short: bool = False,
        passed: frozenset[str] = frozenset(),
        again: frozenset[str] = frozenset(),
    ) -> "Interview":
        """Begin at the first question that has no answer yet, or at the most telling one."""
        begun = cls(program, answers or Answers(), None, with_text, passed, again, short)
        known = [q for q in begun.questions if q.id in begun.answers or q.id in passed]
        return replace(begun, begun=len(known))._onward()

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
        if self.short:
            shown = list(dict.fromkeys(self.trail))
            here = shown.index(self.position) if self.position in shown else len(shown)
            left = [name for name in self._telling() if name != self.position]
            number = self.begun + here + 1
            return number, number + len(left)
        ids = [question.id for question in self.questions]
        return (ids.index(self.position) + 1 if self.position in ids else len(ids)), len(ids)

    def answer(self, answer: Answer) -> "Interview":
        """Answer the question on the screen and go to the next open one."""
        if self.position is None:
            raise ValueError("there is no question on the screen")
        answers = without_dropped(self.program, self.answers.with_answer(self.position, answer))
        again = self.again - {self.position}
        return replace(self, answers=answers, again=again)._onward()

    def skip(self) -> "Interview":
        """Go on without answering; an answer given before stays."""
        if self.position is None:
            return self
        return replace(self, passed=self.passed | {self.position})._onward()

    def erase(self) -> "Interview":
        """Take the answer to the question on the screen back, and go on."""
        if self.position is None:
            return self
        answers = without_dropped(self.program, self.answers.without(self.position))
        return replace(self, answers=answers, again=self.again - {self.position}).skip()

    def back(self) -> "Interview":
        """Go to the question before this one; at the first one, stay."""
        if self.short:
            before = self.trail[-1:] or (self.position,)
            return replace(self, position=before[0], trail=self.trail[:-1])
        questions = self.questions
        ids = [question.id for question in questions]
        here = ids.index(self.position) if self.position in ids else len(ids)
        return replace(self, position=ids[max(here - 1, 0)] if ids else None)

    def go_to(self, question_id: str) -> "Interview":
        """Put a question on the screen, to look at it again.

        Raises:
            KeyError: if the question does not apply.
        """
        if question_id not in {question.id for question in self.questions}:
            raise KeyError(question_id)
        return replace(self, position=question_id)

    @property
    def left_unasked(self) -> tuple[Question, ...]:
        """The questions that have no answer and were not put to anybody."""
        return tuple(question for question in self.questions if self._is_open(question.id))

    def _telling(self) -> tuple[str, ...]:
        """Ids of the questions that may still be urgent, change the level or change a route.

        Those that were dealt with are left out. One that may turn out not to apply waits until
        those before it are dealt with.
        """
        evaluation = Evaluation(self.program, self.answers)
        open_now = urgent_questions(evaluation)
        open_now += [q.question for q in open_questions(Outlook(evaluation))]
        if self.program.instrument.tables:
            advice = evaluate(self.program, self.answers, with_open_questions=False)
            open_now += [q.question for q in advice.open_routes]
        asked = filter(self.program.is_asked, dict.fromkeys(open_now))
        left = list(filter(self._is_open, asked))
        left += [name for name in self._waited_for(evaluation, left) if name not in left]
        return tuple(sorted(left, key=lambda name: evaluation.applies(name) is not Truth.TRUE))

    def _waited_for(self, evaluation: Evaluation, names: list[str]) -> tuple[str, ...]:
        """Name what must be known first to know whether these questions apply."""
        needed = (
            name
            for waiting in names
            for name in supporting(evaluation, self.program.asked[waiting])
            if evaluation.applies(waiting) is Truth.UNKNOWN
        )
        return tuple(filter(self._is_open, needed))

    def _onward(self) -> "Interview":
        if self.short:
            shown = (*self.trail, self.position) if self.position else self.trail
            return replace(self, position=next(iter(self._telling()), None), trail=shown)
        questions = self.questions
        ids = [question.id for question in questions]
        after = questions[ids.index(self.position) + 1 :] if self.position in ids else questions
        return replace(self, position=next((q.id for q in after if self._is_open(q.id)), None))

    def _is_open(self, question: str) -> bool:
        """Whether a question has no answer, or is put again, and was not passed."""
        has_answer = question in self.answers and question not in self.again
        return not has_answer and question not in self.passed
