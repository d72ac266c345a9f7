"""Find the smallest improvements that lead to another level, among what people can change.

Nobody steps towards more need. How people work together now is what the advice is laid beside, so
that it is never a step; and what was said about something that a step changes is no longer known.
"""

from collections.abc import Iterator
from itertools import combinations

from integraal.engine.interpreter import Evaluation, without_dropped
from integraal.engine.program import Program, leaves_in
from integraal.engine.reach.ranks import Ranks, ranks
from integraal.model.answers import DONT_KNOW, Answer, Answers
from integraal.model.instrument import Kind, Question
from integraal.model.results.steps import Change, Step
from integraal.model.truth import Truth

MOST_CHANGES = 2
"""Advice to change three things at once is no longer a small step."""


def smallest_steps(program: Program, answers: Answers, target: str | None = None) -> list[Step]:
    """Find the steps with the fewest changes, one or two, that lead to another level.

    Only questions that the instrument marks as changeable are changed: agreements, involvement,
    consent; never facts about people, nor the forms in which people work together now.

    Args:
        program: The lowered instrument, with a scale.
        answers: Of the case.
        target: Id of the level to reach; None for any other level.

    Returns: Steps of equal size, those to the lowest level first; empty when no step of at most
        two changes leads there, or none is needed.
    """
    scale = program.instrument.scale
    if scale is None:
        return []
    answers = without_dropped(program, answers)
    now = ranks(Evaluation(program, answers)).level
    wanted = None if target is None else scale.rank(target)
    if wanted == now:
        return []  # it is there already
    for size in range(1, MOST_CHANGES + 1):
        found = []
        for changes in combinations(possible_changes(program, answers), size):
            if len({change.question for change in changes}) < size:
                continue
            level, reach = _after(program, answers, changes)
            if level == wanted or (wanted is None and level != now):
                found.append(Step(changes, scale.levels[level], scale.levels[reach]))
        if found:
            return sorted(found, key=lambda step: scale.rank(step.level.id))
    return []


def _after(program: Program, answers: Answers, changes: tuple[Change, ...]) -> Ranks:
    """Work out level and reach after these changes.

    Not knowing is no step: what is no longer known about what they change lowers no level.
    """
    kept = _changed(program, answers, changes)
    known = _without_told_of(program, kept, changes)
    found = ranks(Evaluation(program, known))
    if known == kept:
        return found
    with_it = ranks(Evaluation(program, kept))
    return Ranks(max(found.level, with_it.level), max(found.reach, with_it.reach))


def _changed(program: Program, answers: Answers, changes: tuple[Change, ...]) -> Answers:
    for change in changes:
        answers = answers.with_answer(change.question, change.answer)
    return without_dropped(program, answers)


def _without_told_of(program: Program, answers: Answers, changes: tuple[Change, ...]) -> Answers:
    """Leave out what was answered about something that these change."""
    gone = {change.question for change in changes}
    about: set[str] = set()
    for question in program.instrument.questions():  # one asks about what stands above it
        asks_about = {
            program.leaves[leaf].question for leaf in leaves_in(program.asked[question.id])
        }
        if asks_about & (gone | about) and question.id not in gone:
            about.add(question.id)
    return without_dropped(program, answers.without(*about))


def possible_changes(program: Program, answers: Answers) -> list[Change]:
    """List every improvement of one answer that people could bring about."""
    evaluation = Evaluation(program, answers)
    present = program.instrument.present
    return [
        Change(question.id, answer)
        for question in program.instrument.questions()
        if question.changeable and not (present and question.id == present.question)
        if evaluation.applies(question.id) is not Truth.FALSE
        for answer in _others(question, answers.get(question.id, DONT_KNOW))
    ]


def _others(question: Question, now: Answer) -> Iterator[Answer]:
    """The answers that people could work towards, from the one given.

    Of ordered options that is the one with the least need: nobody works towards disagreeing a
    little less, or towards finding out. Of several options, one more or one fewer.
    """
    if question.kind is Kind.ONE:
        if now in question.option_ids[1:]:
            yield question.option_ids[0]
    elif isinstance(now, frozenset):
        for option in question.option_ids:
            yield now ^ {option}
