"""No test begins on one day and ends on another."""

import time
from datetime import datetime

import pytest

from tests import conftest
from tests.conftest import LONGEST_TEST_SECONDS, pytest_runtest_setup, seconds_left_of


def test_it_is_known_how_long_a_day_goes_on() -> None:
    assert seconds_left_of(datetime(2026, 11, 30, 23, 59, 50)) == 10
    assert seconds_left_of(datetime(2026, 11, 30)) == 24 * 60 * 60


@pytest.mark.parametrize(("left", "waited"), [(10.0, [10.0]), (LONGEST_TEST_SECONDS, [])])
def test_a_test_waits_for_the_next_day_only_where_this_one_is_nearly_over(
    left: float, waited: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr(conftest, "seconds_left_of", lambda _: left)
    monkeypatch.setattr(time, "sleep", slept.append)
    pytest_runtest_setup()
    assert slept == waited
