"""How many cases a test makes up: enough for every day, and more where there is time."""

import os

TIMES = int(os.environ.get("INTEGRAAL_TIMES", "1"))
"""How often as many; `.ci/long` asks for more."""


def times(count: int) -> int:
    """The number of cases to make up, of which `count` are for every day."""
    return count * TIMES
