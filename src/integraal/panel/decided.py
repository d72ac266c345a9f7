"""Decisions that people recorded against advice, as ratings of one: apart from those of a panel.

Which case it was is not taken along: it gets a number here, and its reason passes the guard.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from integraal.engine.assess import assess
from integraal.engine.program import Program
from integraal.model.case import Case, Decision, Moment
from integraal.model.study.ratings import Rating
from integraal.privacy.guard import kinds_blocked, kinds_doubtful

RATER = "X"
"""Whoever decided: all of them together have one letter, for nobody knows who they were."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as a rating, and of what in its reason was heard."""

    rating: Rating
    left_out: str
    """Kinds of what identifies a person, for which the reason was left out."""
    doubtful: str
    """Kinds of what could."""


def decided(cases: Iterable[Case], program: Program, day: date) -> Iterator[Decided]:
    """The decisions about one instrument, in the order of the cases.

    Args:
        cases: As they were read.
        program: Of the instrument.
        day: Of today.
    """
    number = 0
    for case in cases:
        for until, decision in _decisions(case, program.instrument.id):
            number += 1
            advice = assess(program, until, ()).advice
            why = " ".join(decision.because.split())
            blocked = kinds_blocked([why], day)
            rating = Rating(
                RATER,
                f"B{number:03}",
                level=decision.level,
                routes=frozenset({decision.outcome}) if decision.outcome else None,
                why="" if blocked else why,
                advised=advice.level.id if decision.level and advice.level else "",
            )
            yield Decided(rating, blocked, "" if blocked else kinds_doubtful([why], day))


def _decisions(case: Case, instrument: str) -> Iterator[tuple[Case, Decision]]:
    """Each decision, with the case as it stood when it was made."""
    answered: list[Moment] = []
    for moment in case.until_now:
        if moment in case.moments:
            answered.append(moment)
        for each in moment.decisions:
            if each.instrument == instrument and answered:
                yield replace(case, moments=tuple(answered), noted=(), ahead=()), each
