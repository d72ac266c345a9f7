"""An agreement has an identity: what is done, moved or agreed anew later is the same one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from integraal.model.case.case import Agreement, Case, Moment


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreement as it stands now."""

    agreement: Agreement
    """As the last moment that names it says."""
    day: date | None
    """When it was first agreed."""
    last: tuple[date | None, int]
    """The moment at which its words stand last, and its number there, counted from 1."""


def agreements_now(case: Case) -> tuple[Agreed, ...]:
    """What was agreed, each once, as it stands now, in the order in which it was first agreed.

    Those of the same words for what and who are one. A day after today settles nothing.
    """
    known = _standing(case.until_now)
    return (*known, *(one for one in _standing(case.ahead) if not _is_known(one, known)))


def open_agreements(case: Case) -> tuple[Agreement, ...]:
    """What is still to be done, the first day first; what has no day comes last."""
    every = (one.agreement for one in agreements_now(case))
    return tuple(sorted((o for o in every if not o.done), key=lambda one: one.by or date.max))


def days_ever(case: Case) -> Iterator[tuple[date, int]]:
    """Every day on which something had to be looked at again, with how often that changed.

    A day is there, or not, by the agreements that are open; 0 says that it stood since it came.
    """
    states = list(_states(case.until_now))
    states[-1] = states[-1] | set(_days(agreements_now(case)))
    for day in sorted(set().union(*states)):
        there = [day in state for state in states]
        since = there[there.index(True) :]
        yield day, sum(one != other for one, other in pairwise(since))


def _states(moments: Sequence[Moment]) -> Iterator[set[date]]:
    """The days that there were after each agreement that was made, moved or done."""
    found: dict[tuple[str, str], Agreed] = {}
    yield set()
    for moment in moments:
        for number, one in _said(moment):
            _take(found, moment, number, one)
            yield set(_days(found.values()))


def _days(agreed: Iterable[Agreed]) -> Iterator[date]:
    for one in agreed:
        if one.agreement.by is not None and not one.agreement.done:
            yield one.agreement.by


def _standing(moments: Sequence[Moment]) -> tuple[Agreed, ...]:
    found: dict[tuple[str, str], Agreed] = {}
    for moment in moments:
        for number, one in _said(moment):
            _take(found, moment, number, one)
    return tuple(found.values())


def _said(moment: Moment) -> Iterator[tuple[int, Agreement]]:
    """What a moment says of agreements, each with its number there; 0 for what was done since."""
    yield from enumerate(moment.agreements, 1)
    yield from ((0, one) for one in moment.closed)


def _take(
    found: dict[tuple[str, str], Agreed], moment: Moment, number: int, one: Agreement
) -> None:
    before = found.get(_identity(one))
    day = before.day if before else moment.day
    last = (moment.day, number) if number or before is None else before.last
    found[_identity(one)] = Agreed(one, day, last)


def is_same(one: Agreement, other: Agreement) -> bool:
    """Whether two are one agreement, whatever its day is and whether it was done."""
    return _identity(one) == _identity(other)


def _is_known(one: Agreed, known: Sequence[Agreed]) -> bool:
    return any(is_same(one.agreement, other.agreement) for other in known)


def _identity(one: Agreement) -> tuple[str, str]:
    return " ".join(one.what.casefold().split()), " ".join(one.who.casefold().split())
