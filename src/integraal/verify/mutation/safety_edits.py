"""Change one thing of what keeps people safe: urgency, whom to call, who may read it, a promise.

No rule changes here, so the advice mostly stays what it was: what a case must notice is what stands
around it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias, TypeVar

from integraal.engine.compare.condition_edits import ConditionEdits
from integraal.model.instrument import (
    Instrument,
    Never,
    Question,
    Release,
    Statement,
    Urgency,
)
from integraal.model.results.trial import NONE, OF_SOURCE, OWN, Change, Edit, Owner

Edited: TypeAlias = Iterator[tuple[Change, Instrument]]
T = TypeVar("T")


def safety_edits(instrument: Instrument) -> Edited:
    """Every change of one of these things."""
    yield from _of_statements(instrument)
    yield from _of_rules(instrument)
    for question in instrument.questions():
        for change, asked in _of_question(instrument, question):
            yield change, asking(instrument, asked)
    yield from _of_release(instrument)
    yield from _of_promises(instrument)


def _of_statements(instrument: Instrument) -> Edited:
    kinds = {Owner.ACTION: instrument.actions, Owner.OUTCOME: instrument.outcomes}
    for of, statements in kinds.items():
        for statement in statements:
            for change, changed in _of_statement(of, statement):
                yield change, _saying(instrument, of, changed)


def _of_rules(instrument: Instrument) -> Edited:
    for rule in instrument.rules:
        if rule.sensitive:
            rules = _with(instrument.rules, rule, replace(rule, sensitive=False))
            yield Change(Edit.SENSITIVE, rule.id), replace(instrument, rules=rules)


def _of_release(instrument: Instrument) -> Edited:
    for before, after, release in _releases(instrument):
        change = Change(Edit.RELEASE, instrument.id, Owner.INSTRUMENT, "", "", before, after)
        yield change, replace(instrument, withhold_until=release)


def _of_statement(of: Owner, statement: Statement) -> Iterator[tuple[Change, Statement]]:
    for before, after in _LESS_URGENT.get(statement.urgent, ()):
        change = Change(Edit.URGENCY, statement.id, of, "", "", before, after)
        urgent = None if after == NONE else Urgency(after)
        yield change, replace(statement, urgent=urgent)
    for line in statement.call:
        kept = tuple(other for other in statement.call if other != line)
        change = Change(Edit.CALL, statement.id, of, before=line)
        yield change, replace(statement, call=kept)
    if statement.sensitive:
        yield Change(Edit.SENSITIVE, statement.id, of), replace(statement, sensitive=False)


_LESS_URGENT: Mapping[Urgency | None, tuple[tuple[str, str], ...]] = {
    Urgency.DANGER: (("danger", "ask"), ("danger", NONE)),
    Urgency.ASK: (("ask", NONE),),
}


def _saying(instrument: Instrument, of: Owner, changed: Statement) -> Instrument:
    statements = instrument.actions if of is Owner.ACTION else instrument.outcomes
    said = tuple(changed if one.id == changed.id else one for one in statements)
    if of is Owner.ACTION:
        return replace(instrument, actions=said)
    return replace(instrument, outcomes=said)


def _of_question(instrument: Instrument, question: Question) -> Iterator[tuple[Change, Question]]:
    if question.sensitive:
        change = Change(Edit.SENSITIVE, question.id, Owner.QUESTION)
        yield change, replace(question, sensitive=False)
    # Where nothing is our own addition nobody leaves any out.
    if instrument.has_own_additions:
        before, after = question.own_addition, not question.own_addition
        told = {True: OWN, False: OF_SOURCE}
        change = Change(
            Edit.ADDITION, question.id, Owner.QUESTION, "", "", told[before], told[after]
        )
        yield change, replace(question, own_addition=after)


def asking(instrument: Instrument, changed: Question) -> Instrument:
    """The instrument with one question changed."""
    sections = tuple(
        replace(
            section,
            questions=tuple(changed if q.id == changed.id else q for q in section.questions),
        )
        for section in instrument.sections
    )
    return replace(instrument, sections=sections)


def _releases(instrument: Instrument) -> Iterator[tuple[str, str, Release | None]]:
    """When others may read: never, or after the answer that talking is not safe, or another."""
    until = instrument.withhold_until
    if until is None:
        return
    yield until.option, NONE, None
    yield until.option, until.never, replace(until, option=until.never, never=until.option)
    asked = (q.option_ids for q in instrument.questions() if q.id == until.question)
    for other in next(asked, ()):
        if other not in (until.option, until.never):
            yield until.option, other, replace(until, option=other)
            yield until.never, other, replace(until, never=other)


def _of_promises(instrument: Instrument) -> Edited:
    questions = {question.id: question for question in instrument.every_question()}
    for never in instrument.never:
        kept = tuple(other for other in instrument.never if other is not never)
        yield Change(Edit.DROPPED, never.id, Owner.PROMISE), replace(instrument, never=kept)
        changes: list[tuple[Change, Never]] = []
        if never.when is not None:
            edits = ConditionEdits(questions, never.id, Owner.PROMISE).edits(never.when)
            changes += [(change, replace(never, when=when)) for change, when in edits]
        # Without any other route beside it the promise would say more, not less.
        for route in never.together_with if len(never.together_with) > 1 else ():
            fewer = tuple(other for other in never.together_with if other != route)
            change = Change(Edit.TOGETHER, never.id, Owner.PROMISE, before=route)
            changes.append((change, replace(never, together_with=fewer)))
        for change, changed in changes:
            yield change, replace(instrument, never=_with(instrument.never, never, changed))


def _with(every: Iterable[T], old: T, new: T) -> tuple[T, ...]:
    return tuple(new if one is old else one for one in every)
