"""What became of an answer that was known: another one, no longer known, or no longer asked.

A missing answer is no other answer. Whatever is laid beside an earlier moment, or beside the case
as it is, must tell what people said otherwise from what they no longer say.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from integraal.engine.interpreter import Evaluation, without_dropped
from integraal.engine.program import Program, leaves_in
from integraal.engine.reach.search import closed, partly
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.case import Case
from integraal.model.case.timeline import look
from integraal.model.instrument import Act, Kind, Question, Route
from integraal.model.results.knowledge import Earlier, Knowledge
from integraal.model.truth import Truth


def knowledge(
    program: Program,
    question: Question,
    before: Answer | None,
    after: Answer | None,
    applies: Truth,
) -> Knowledge:
    """Say what became of an answer.

    Args:
        program: The lowered instrument.
        question: The question.
        before: Its answer then; None for none.
        after: Its answer now.
        applies: Whether the question applies now.
    """
    if before == after:
        return Knowledge.SAME
    if applies is Truth.FALSE:
        return Knowledge.DOES_NOT_APPLY
    if _contradict(program, question, before, after):
        return Knowledge.CHANGED
    if _is_lost(program, question, before, after):
        return Knowledge.NOT_ASKED if after is None else Knowledge.NOT_KNOWN
    is_known = after is not None and after is not DONT_KNOW
    return Knowledge.LEARNED if is_known else Knowledge.NEVER_KNOWN


def kept(program: Program, before: Answers, after: Answers) -> Answers:
    """Put back whatever was known before and is open now: as if nobody had stopped knowing it."""
    evaluation = Evaluation(program, after)
    for question in program.questions.values():
        old, new = before.get(question.id), after.get(question.id)
        may_apply = evaluation.applies(question.id) is not Truth.FALSE
        if may_apply and _is_lost(program, question, old, new):
            after = after.with_answer(question.id, _put_back(program, question, old, new))
    return without_dropped(program, after)


def earlier_answers(program: Program, case: Case) -> tuple[Earlier, ...]:
    """List the last known answers to what the moment that is looked at leaves open.

    What something urgent hangs on comes first, then the order of asking.
    """
    now = look(program.instrument, case)
    others = [moment for moment in case.moments if moment is not now.moment]
    days = [moment.day for moment in others]
    said = [*(moment.answers for moment in others), now.answers]
    moments = [without_dropped(program, answers) for answers in said]
    evaluation = Evaluation(program, moments[-1])
    first = _urgent_questions(program)
    return tuple(
        found
        for question in sorted(program.questions.values(), key=lambda q: q.id not in first)
        if question.kind is not Kind.TEXT
        if evaluation.applies(question.id) is not Truth.FALSE
        for found in _last_known(program, question, days, moments)
    )


def _urgent_questions(program: Program) -> frozenset[str]:
    """The questions that rules for something urgent look at."""
    instrument = program.instrument
    stated = {Act(one.id): one for one in instrument.actions}
    routes = {Route(one.id): one for one in instrument.outcomes}
    urgent = {effect for effect, one in (stated | routes).items() if one.urgent}
    nodes = [program.node_of(rule) for rule in instrument.rules if rule.effect in urgent]
    return frozenset(
        program.leaves[leaf].question for node in nodes if node for leaf in leaves_in(node)
    )


def _last_known(
    program: Program, question: Question, days: Sequence[date | None], moments: Sequence[Answers]
) -> Iterator[Earlier]:
    """Walk back through the moments as long as they know more of what is open now."""
    said = [answers.get(question.id) for answers in moments]
    still_open = _seen(program, question, said[-1]).unknown
    for place in range(len(said) - 2, -1, -1):
        answer = said[place]
        not_known_then = still_open & _seen(program, question, answer).unknown
        if answer is not None and not_known_then != still_open:
            was_asked = any(later is not None for later in said[place + 1 :])
            yield Earlier(question.id, answer, days[place], was_asked=was_asked)
            still_open = not_known_then


def _seen(program: Program, question: Question, answer: Answer | None) -> Partly:
    """An answer as what is chosen and what may be; what is in neither is not."""
    given = DONT_KNOW if answer is None else answer
    if question.kind is Kind.SEVERAL:
        return partly(program, question.id, given)
    if given is DONT_KNOW:
        return Partly(frozenset(), frozenset({""}))
    return Partly(frozenset({str(given)}), frozenset())


def _is_lost(
    program: Program, question: Question, before: Answer | None, after: Answer | None
) -> bool:
    """Whether something that was known is open now."""
    was, now = _seen(program, question, before), _seen(program, question, after)
    return bool(now.unknown - was.unknown)


def _contradict(
    program: Program, question: Question, before: Answer | None, after: Answer | None
) -> bool:
    """Whether these two answers, which are not the same, both know something and differ there."""
    was, now = _seen(program, question, before), _seen(program, question, after)
    if question.kind is not Kind.SEVERAL:
        return not (was.unknown or now.unknown)
    gone = was.chosen - now.chosen - now.unknown
    come = now.chosen - was.chosen - was.unknown
    return bool(gone | come)


def _put_back(
    program: Program, question: Question, before: Answer | None, after: Answer | None
) -> Answer:
    was, now = _seen(program, question, before), _seen(program, question, after)
    if question.kind is Kind.SEVERAL:
        chosen = now.chosen | (now.unknown & was.chosen)
        return closed(chosen, now.unknown & was.unknown)
    assert before is not None  # noqa: S101 - what is lost was known
    return before
