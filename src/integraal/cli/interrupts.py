"""Let every way of ending a command end it as Ctrl-C does: what was put down is cleared away.

Nothing can be done while a process is killed, so the next command does it. The same holds for work
that does not come to its end: a database can wait for itself, and Python hears nothing meanwhile.
"""

import os
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from integraal.cli import terminal as screen
from integraal.cli.exit_codes import INTERRUPTED
from integraal.cli.language import words
from integraal.reading.storage.atomic_write import clear_leftovers

_ENDINGS = ("SIGTERM", "SIGHUP")
"""The system shuts down; the window is closed. Windows has only the first."""
_PATIENCE = 10.0
"""Seconds that the work gets to end, once somebody asked for it."""
_is_done = threading.Event()
"""Whether the work ended, or heard that it has to."""


class Ended(KeyboardInterrupt):
    """The system or the window ends the command: nobody is there to be asked anything."""


def take_time() -> None:
    """Say that the work heard that it has to end, and asks somebody something first."""
    _is_done.set()


@contextmanager
def stoppable() -> Iterator[None]:
    """Let these signals end the work inside, or the process where the work does not end."""
    with tidily_ended(), _left_when_it_waits():
        yield


@contextmanager
def tidily_ended() -> Iterator[None]:
    """Turn these signals into a KeyboardInterrupt while the work inside runs."""
    known = [getattr(signal, name) for name in _ENDINGS if hasattr(signal, name)]
    before = {number: signal.signal(number, _stop) for number in known}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _left_when_it_waits() -> Iterator[None]:
    """Leave the process where the work inside does not end after any signal to do so.

    A signal is heard by a thread of our own, for the work may never let Python hear it.
    """
    heard, written = socket.socketpair()
    written.setblocking(False)
    _is_done.clear()
    stops = {signal.SIGINT, *(getattr(signal, name, signal.SIGINT) for name in _ENDINGS)}

    def leave() -> None:
        while (number := heard.recv(1)) and number[0] not in stops:
            pass
        if not _is_done.wait(_PATIENCE):
            screen.tell(words()("let_go"))
            os._exit(INTERRUPTED)

    listener = threading.Thread(target=leave, daemon=True)
    listener.start()
    before = signal.set_wakeup_fd(written.fileno(), warn_on_full_buffer=False)
    try:
        yield
    finally:
        _is_done.set()
        signal.set_wakeup_fd(before)
        written.close()  # and what listens hears that it is over
        listener.join()
        heard.close()


def _stop(number: int, frame: FrameType | None) -> None:
    del frame
    signal.signal(number, signal.SIG_IGN)  # a shell says again what the system said already
    raise Ended


def tell_cleared() -> None:
    """Clear what commands that were killed left, and say so: what was asked for is not there."""
    cleared = clear_leftovers()
    if cleared is None:
        return
    if not cleared.whole:
        screen.tell(words()("cleared_in_part"))
    elif cleared.unfinished:
        screen.tell(words()("cleared_unfinished", files=", ".join(cleared.unfinished)))
    else:
        screen.tell(words()("cleared"))
