"""A day says until when something may be kept, or that nobody said."""

from datetime import date

import pytest

from integraal.model.keeping.kept import State
from integraal.privacy.retention import state_of

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (None, State.NO_DAY),
        (date(2026, 11, 29), State.PAST),
        (TODAY, State.KEPT),
        (date(2056, 12, 31), State.KEPT),
        (date(2057, 1, 1), State.ENDLESS),
    ],
)
def test_the_day_itself_still_counts_and_a_far_one_is_no_limit(
    day: date | None, state: State
) -> None:
    assert state_of(day, TODAY) is state
