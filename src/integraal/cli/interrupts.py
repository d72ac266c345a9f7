"""Let every way of ending a command end it as Ctrl-C does: what was put down is cleared away."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDINGS = ("SIGTERM", "SIGHUP")
"""The system shuts down; the window is closed. Windows has only the first."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Turn these signals into a KeyboardInterrupt while the work inside runs."""
    known = [getattr(signal, name) for name in _ENDINGS if hasattr(signal, name)]
    before = {number: signal.signal(number, _stop) for number in known}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise KeyboardInterrupt
