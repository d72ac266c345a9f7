"""Until when something may be kept: a day that was chosen, passed, missing, or no day at all."""

from datetime import date, timedelta

from integraal.model.keeping.kept import State

KEEP_DAYS = 365
"""How long what is new may be kept; our choice, to be changed by hand."""
LONGEST_YEARS = 30
"""A day further ahead is no limit: no law on care that we know asks for longer.

Source: Jeugdwet art. 7.3.8 and BW 7:454 (20 years); Belgium, law of 22 April 2019 on the quality of
practice, art. 35 (30 to 50 years for the patient record of a care provider, which this is not).
"""


def kept_from(day: date) -> date:
    """Until when what is made on a day may be kept, where nobody says otherwise."""
    return day + timedelta(days=KEEP_DAYS)


def state_of(keep_until: date | None, today: date) -> State:
    """Say what a day means today.

    >>> state_of(date(2026, 11, 30), date(2026, 11, 30)).value
    'kept'
    >>> state_of(date(9999, 12, 31), date(2026, 11, 30)).value
    'endless'
    """
    if keep_until is None:
        return State.NO_DAY
    if keep_until < today:
        return State.PAST
    return State.ENDLESS if keep_until.year > today.year + LONGEST_YEARS else State.KEPT
