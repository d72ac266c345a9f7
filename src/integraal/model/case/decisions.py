"""What people decided otherwise: it stands beside advice until they decide anew."""

from dataclasses import dataclass
from datetime import date

from integraal.model.case.case import Case, Decision


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and when people took it."""

    decision: Decision
    day: date | None


def decided_now(case: Case, instrument: str) -> Decided | None:
    """The last decision about the advice of an instrument; None where people took none.

    One of a day after today is not taken yet.

    Args:
        case: With its moments.
        instrument: Id of the instrument.
    """
    taken = (
        Decided(decision, moment.day)
        for moment in reversed(case.until_now)
        for decision in reversed(moment.decisions)
        if decision.instrument == instrument
    )
    return next(taken, None)
