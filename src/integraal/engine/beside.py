"""Lay advice beside what other instruments say of the same case, where that is something else.

One case is one story: where two instruments do not say the same, the page says both, and why.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.instrument import Instrument, Raise
from integraal.model.results.advice import Advice
from integraal.model.results.beside import Beside, HigherLevel, TaskBeside

_Said: TypeAlias = tuple[Instrument, Advice]


def beside(
    program: Program, advice: Advice, others: Iterable[Program], answers: Answers
) -> Iterator[Beside]:
    """What others say of a case that they have answers of.

    Args:
        program: The instrument in view.
        advice: Its advice.
        others: The other instruments; those of which nothing is answered but what is asked here,
            say nothing.
        answers: Of the case, to the questions of all of them.
    """
    begun = [other for other in others if _is_begun(program, other, answers)]
    # What another one takes over, that one says.
    told = {name for one in begun for name in one.instrument.minimum_from}
    for other in begun:
        if other.instrument.id in told:
            continue
        same_mode = lower(other.instrument, source_only=True) if program.source_only else other
        theirs = evaluate(same_mode, answers, with_open_questions=False)
        here, there = (program.instrument, advice), (other.instrument, theirs)
        yield from _higher(here, there)
        yield from _tasks(there, here, other.instrument)
        yield from _tasks(here, there, other.instrument)


def _is_begun(program: Program, other: Program, answers: Answers) -> bool:
    """Whether a case has an answer that only the other instrument asks for."""
    here = {question.id for question in program.instrument.questions()}
    there = (question.id for question in other.instrument.questions())
    return any(answers.known(name) for name in there if name not in here)


def _higher(here: _Said, there: _Said) -> Iterator[HigherLevel]:
    (instrument, advice), (other, theirs) = here, there
    if not (advice.level and theirs.level and theirs.reach and instrument.scale and other.scale):
        return
    is_one_scale = other.scale.id == instrument.scale.id
    if is_one_scale and instrument.rank(theirs.level.id) > instrument.rank(advice.level.id):
        deciding = (r for r in theirs.reasons if r.rule.effect == Raise(theirs.level.id))
        because = tuple(reason.rule.grounds.because for reason in deciding)
        yield HigherLevel(other, theirs.level, theirs.reach, because)


def _tasks(asking: _Said, advising: _Said, other: Instrument) -> Iterator[TaskBeside]:
    """The routes of one that hold, and ask for a task above the level of the other."""
    (asks, routes), (advises, advice) = asking, advising
    if advice.level is None or advice.reach is None:
        return
    for outcome in routes.outcomes:
        task = asks.outcome(outcome.id)
        is_there = outcome.holds_now and task.task_below in advises.level_ids
        if is_there and advises.rank(advice.level.id) < advises.rank(task.task_below):
            yield TaskBeside(other, task, advice.level, advice.reach, asks.id == other.id)
