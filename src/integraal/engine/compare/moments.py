"""Follow a case through its moments: the advice at each, and what changed since the last.

What people no longer say is no change of theirs: advice is only called lower, or higher, by what
they say otherwise.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from integraal.engine.assess import assess, seen
from integraal.engine.compare.knowledge import kept, knowledge
from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import Evaluation
from integraal.engine.program import Program
from integraal.model.answers import Answer, Answers
from integraal.model.case import Case, Moment
from integraal.model.case.timeline import own_moments
from integraal.model.instrument import Kind, Question
from integraal.model.reader import FULL_SIGHT, Sight
from integraal.model.results.advice import Advice
from integraal.model.results.assessment import Assessment
from integraal.model.results.course import Changed, Course, Shift, Stage


def course(
    program: Program, case: Case, others: Sequence[Program], sight: Sight = FULL_SIGHT
) -> Course:
    """Evaluate every moment of an instrument, and lay each beside the one before.

    Where an answer from another moment counts since, the case as it stands now comes last.

    Args:
        program: The instrument in view.
        case: With one moment or more.
        others: The other instruments that may see a danger in it.
        sight: What whom the page is for sees of it.
    """
    stages: list[Stage] = []
    for each in _assessed(program, case, others):
        now = seen(each, program, sight)
        if not stages:
            stages.append(Stage(now, (), None))
            continue
        stages.append(_stage(program, stages[-1].assessment, now))
    return Course(tuple(stages))


def _assessed(program: Program, case: Case, others: Sequence[Program]) -> Iterator[Assessment]:
    *before, last = (_until(case, each) for each in own_moments(program.instrument, case))
    yield from (assess(program, until, others) for until in before)
    then, now = assess(program, last, others), assess(program, case, others)
    counts = (then.answers.get(name) == now.answers.get(name) for name in program.questions)
    if not all(counts):
        yield then
    # Danger is read from the whole case.
    yield now


def _until(case: Case, moment: Moment) -> Case:
    """The case as it was on the day of a moment."""
    count = next(n for n, each in enumerate(case.moments, 1) if each is moment)
    return replace(case, moments=case.moments[:count], ahead=())


def _stage(program: Program, before: Assessment, now: Assessment) -> Stage:
    changed = tuple(_changes(program, before.answers, now.answers))
    shift = _level_shift(program, before.advice, now.advice)
    if not any(each.knowledge.is_lost for each in changed):
        return Stage(now, changed, shift)
    whole = evaluate(program, kept(program, before.answers, now.answers), with_open_questions=False)
    said = _level_shift(program, before.advice, whole)
    less_known = _level_shift(program, whole, now.advice) is not None
    # Where only its range moved by what people say, no fall of the level itself is theirs.
    is_theirs = whole.level in (now.advice.level, None) or whole.level != before.advice.level
    is_told = said is None or (said is shift and is_theirs)
    return Stage(now, changed, said if is_told else Shift.OTHER, less_known)


def _changes(program: Program, before: Answers, after: Answers) -> Iterator[Changed]:
    evaluation = Evaluation(program, after)
    # What people agreed, did or set up says how they work together, not what is needed.
    present = program.instrument.present.question if program.instrument.present else ""
    for question in program.questions.values():
        old, new = before.get(question.id), after.get(question.id)
        if old != new:
            says_need = not (
                question.id == present
                or question.from_case
                or question.estimate_of
                or question.changeable
            )
            shift = _shift(question, old, new) if says_need else Shift.OTHER
            applies = evaluation.applies(question.id)
            became = knowledge(program, question, old, new, applies)
            yield Changed(question.id, old, new, shift, became)


def _shift(question: Question, old: Answer | None, new: Answer | None) -> Shift:
    """Whether there is more need or less, where the order of the options tells."""
    if question.kind is Kind.ONE:
        order = question.option_ids
        if old in order and new in order:
            more = order.index(str(new)) > order.index(str(old))
            return Shift.UP if more else Shift.DOWN
    if isinstance(old, frozenset) and isinstance(new, frozenset):
        if old < new:
            return Shift.UP
        return Shift.DOWN if new < old else Shift.OTHER
    return Shift.OTHER


def _level_shift(program: Program, before: Advice, after: Advice) -> Shift | None:
    old, new = (_ranks(program, advice) for advice in (before, after))
    if old is None or new is None:  # without a scale advice has no more than its routes
        return None if before.routes_now == after.routes_now else Shift.OTHER
    if old == new:
        return None
    if new[0] >= old[0] and new[1] >= old[1]:
        return Shift.UP
    return Shift.DOWN if new[0] <= old[0] and new[1] <= old[1] else Shift.OTHER


def _ranks(program: Program, advice: Advice) -> tuple[int, int] | None:
    """Where the level stands and how high it may become; None where there is no scale."""
    if advice.level is None or advice.reach is None:
        return None
    rank = program.instrument.rank
    return rank(advice.level.id), rank(advice.reach.id)
