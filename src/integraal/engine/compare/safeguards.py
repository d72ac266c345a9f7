"""What kept people safe in a version of an instrument, and does so no more, or otherwise.

No advice need change where one of these goes: a danger that no longer alarms, a line that is not
called, a mark by which others did not read, a promise. So no case has to show it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from integraal.model.instrument import Instrument, Never, Release, Statement, Urgency
from integraal.model.results.trial import NONE, Change, Edit, Owner

_URGENCY = (None, Urgency.ASK, Urgency.DANGER)


def weakened(old: Instrument, new: Instrument) -> Iterator[Change]:
    """Everything of the old version that a new one of the same instrument has lost or changed."""
    if old.id != new.id:
        return
    yield from _statements(Owner.ACTION, old.actions, new.actions)
    yield from _statements(Owner.OUTCOME, old.outcomes, new.outcomes)
    called = {each.question: each.to for each in new.renamed if not each.option}
    read = {question.id for question in new.every_question() if not question.sensitive}
    for question in old.questions():
        if question.sensitive and called.get(question.id, question.id) in read:
            yield Change(Edit.SENSITIVE, question.id, Owner.QUESTION)
    read = {rule.id for rule in new.rules if not rule.sensitive}
    for rule in old.rules:
        if rule.sensitive and rule.id in read:
            yield Change(Edit.SENSITIVE, rule.id)
    until = old.withhold_until
    known = until and replace(until, question=called.get(until.question, until.question))
    yield from _release(new.id, known, new.withhold_until)
    yield from _promises(old.never, new.never)


def _statements(of: Owner, old: Iterable[Statement], new: Iterable[Statement]) -> Iterator[Change]:
    now = {one.id: one for one in new}
    for was in old:
        one = now.get(was.id)
        urgency = one.urgent if one else None
        if was.urgent and _URGENCY.index(urgency) < _URGENCY.index(was.urgent):
            after = urgency.value if urgency else NONE
            yield Change(Edit.URGENCY, was.id, of, before=was.urgent.value, after=after)
        elif one:
            lost = (line for line in was.call if line not in one.call)
            yield from (Change(Edit.CALL, was.id, of, before=line) for line in lost)
        if was.sensitive and one and not one.sensitive:
            yield Change(Edit.SENSITIVE, was.id, of)


def _release(owner: str, was: Release | None, now: Release | None) -> Iterator[Change]:
    if was != now:
        before, after = (_said(one) for one in (was, now))
        yield Change(Edit.RELEASE, owner, Owner.INSTRUMENT, before=before, after=after)


def _said(until: Release | None) -> str:
    return f"{until.question}: {until.option} / {until.never}" if until else NONE


def _promises(old: Iterable[Never], new: Iterable[Never]) -> Iterator[Change]:
    now = {never.id: never for never in new}
    for was in old:
        one = now.get(was.id)
        if one is None:
            yield Change(Edit.DROPPED, was.id, Owner.PROMISE)
        elif (was.out, was.when, was.together_with) != (one.out, one.when, one.together_with):
            yield Change(Edit.OTHER, was.id, Owner.PROMISE)
