"""What the tests of this floor share: to ask for findings as values, and never to wait for ever."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from integraal.model.finding import Faulty, Finding
from integraal.model.instrument import Instrument, Question
from integraal.reading.library import Library

TESTS = Path(__file__).parent.parent
GOOD = TESTS / "instruments" / "good"


def good(name: str) -> Instrument:
    """Read one of the good instruments, such as `klein.yaml`."""
    return Library(cache=None).instrument_file(GOOD / name)


def nowhere(_: str) -> Question | None:
    """Find no question of any other instrument."""
    return None


def faults(read: Callable[[], object]) -> tuple[Finding, ...]:
    """Give what is said against reading this; empty when it can be read."""
    try:
        read()
    except Faulty as faulty:
        return faulty.findings
    return ()


def codes(read: Callable[[], object]) -> list[str]:
    """Give only the codes."""
    return [finding.code for finding in faults(read)]


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Fail instead of waiting for ever."""

    def too_late(_: int, __: FrameType | None) -> None:
        raise TimeoutError(f"still busy after {seconds} s")

    before = signal.signal(signal.SIGALRM, too_late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
