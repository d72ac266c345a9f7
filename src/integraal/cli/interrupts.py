"""Let every way of ending a command end it as Ctrl-C does: what was put down is cleared away.

Nothing can be done while a process is killed, so the next command does it.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from integraal.cli import terminal as screen
from integraal.cli.language import words
from integraal.reading.storage.atomic_write import clear_leftovers

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


def tell_cleared() -> None:
    """Clear what commands that were killed left, and say so: what was asked for is not there."""
    cleared = clear_leftovers()
    if cleared is None:
        return
    if cleared.unfinished:
        screen.tell(words()("cleared_unfinished", files=", ".join(cleared.unfinished)))
    else:
        screen.tell(words()("cleared"))
