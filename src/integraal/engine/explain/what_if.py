"""What if: the advice with other answers beside the one there is, and which of them count."""

from collections.abc import Iterator, Sequence

from integraal.engine.compare.knowledge import kept
from integraal.engine.evaluate import evaluate
from integraal.engine.explain.cause import supporting, unique
from integraal.engine.interpreter import Evaluation, without_dropped
from integraal.engine.program import NEVER, Program
from integraal.model.answers import Answers
from integraal.model.results.advice import Advice
from integraal.model.results.steps import Change, Supposition, Uncounted
from integraal.model.truth import Truth


def suppose(program: Program, answers: Answers, changes: Sequence[Change]) -> Supposition:
    """Evaluate a case as it is, and with these answers in place of its own.

    Args:
        program: The lowered instrument.
        answers: Of the case.
        changes: At most one for each question.
    """
    answers = without_dropped(program, answers)
    supposed = answers
    for change in changes:
        supposed = supposed.with_answer(change.question, change.answer)
    counting = without_dropped(program, supposed)
    after = evaluate(program, counting)
    whole = evaluate(program, kept(program, answers, counting), with_open_questions=False)
    return Supposition(
        changes=tuple(changes),
        before=evaluate(program, answers),
        after=after,
        uncounted=tuple(_uncounted(program, Evaluation(program, supposed), changes)),
        less_known=_told(whole) != _told(after),
    )


def _told(advice: Advice) -> tuple[object, ...]:
    """All of advice that follows from what is known."""
    return advice.level, advice.reach, advice.truths


def _uncounted(
    program: Program, evaluation: Evaluation, changes: Sequence[Change]
) -> Iterator[Uncounted]:
    """The changes that no rule can see, or not yet."""
    for change in changes:
        asked = program.asked[change.question]
        applies = evaluation.of(asked)
        if asked == NEVER:
            yield Uncounted(change.question, Truth.FALSE, left_out=True)
        elif applies is not Truth.TRUE:
            because_of = unique(supporting(evaluation, asked))
            yield Uncounted(change.question, applies, because_of=because_of)
