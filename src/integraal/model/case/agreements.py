"""An agreement has an identity: what is done, moved or agreed anew later is the same one."""

from collections.abc import Iterator, Sequence
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


def agreements_now(case: Case) -> tuple[Agreed, ...]:
    """What was agreed, each once, as it stands now, in the order in which it was first agreed.

    Those of the same words for what and who are one. A day after today settles nothing.
    """
    known = _standing(case.moments)
    return (*known, *(one for one in _standing(case.ahead) if not _is_known(one, known)))


def days_ever(case: Case) -> Iterator[tuple[date, int]]:
    """Every day on which something had to be looked at again, with how often that changed.

    A day is there, or not, by the agreements that are open; 0 says that it stood since it came.
    """
    states = [_open_days(case.moments[:count]) for count, _ in enumerate(case.moments, 1)]
    states[-1] |= set(_days(agreements_now(case)))
    for day in sorted(set().union(*states)):
        there = [day in state for state in states]
        since = there[there.index(True) :]
        yield day, sum(one != other for one, other in pairwise(since))


def _open_days(moments: Sequence[Moment]) -> set[date]:
    return set(_days(_standing(moments)))


def _days(agreed: Sequence[Agreed]) -> Iterator[date]:
    for one in agreed:
        if one.agreement.by is not None and not one.agreement.done:
            yield one.agreement.by


def _standing(moments: Sequence[Moment]) -> tuple[Agreed, ...]:
    found: dict[tuple[str, str], Agreed] = {}
    for moment in moments:
        for one in moment.agreements:
            first = found.get(_identity(one))
            found[_identity(one)] = Agreed(one, first.day if first else moment.day)
    return tuple(found.values())


def _is_known(one: Agreed, known: Sequence[Agreed]) -> bool:
    return any(_identity(one.agreement) == _identity(other.agreement) for other in known)


def _identity(one: Agreement) -> tuple[str, str]:
    return " ".join(one.what.casefold().split()), " ".join(one.who.casefold().split())
