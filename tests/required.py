"""What a test needs of a machine: it is skipped without, and fails where `.ci/run` installed it."""

import os

import pytest

BROWSER, OFFICE = "INTEGRAAL_BROWSER", "INTEGRAAL_OFFICE"
POSTGRES, SPARK = "INTEGRAAL_POSTGRES", "INTEGRAAL_SPARK"
"""Settings that `.ci/run` makes."""


def need(is_there: object, what: str, setting: str) -> None:
    """Go on where something is there.

    Args:
        is_there: Whether it is.
        what: What it is called.
        setting: When set, a machine without it fails the test.
    """
    if not is_there:
        if os.environ.get(setting):
            pytest.fail(f"there is no {what} here")
        pytest.skip(f"there is no {what} here; .ci/run installs it")
