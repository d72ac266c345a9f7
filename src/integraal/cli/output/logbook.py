"""A log without contents, for whoever must be able to say how a tool was used; off by default.

Each command adds a line to the file that INTEGRAAL_LOGBOEK names: when, which command, which
version, and how many cases it read. Never an answer, a name, a path or a word that somebody typed.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from integraal import __version__
from integraal.cli import terminal as screen
from integraal.cli.app import COMMANDS
from integraal.cli.language import words

VARIABLE = "INTEGRAAL_LOGBOEK"
_BEGIN = b'{"when": '
"""How each line begins, and so how a log is known: no line goes to any other file."""
_MODE = 0o600
_read: ContextVar[dict[str, int]] = ContextVar("integraal.logbook")


@contextlib.contextmanager
def logbook(arguments: Sequence[str]) -> Iterator[None]:
    """Write down that a command ran, if somebody asked for that; its exit code stays what it is."""
    path = os.environ.get(VARIABLE, "")
    if not path:
        yield
        return
    read: dict[str, int] = {}
    before = _read.set(read)
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        yield
    finally:
        _read.reset(before)
        _write(path, {"when": when, **_what(arguments), "cases": sum(read.values())})


def count_cases(name: str, count: int = 1) -> None:
    """Remember how many cases were read from a file; the name is forgotten at the end."""
    read = _read.get(None)
    if read is not None:
        read[name] = count


def _what(arguments: Sequence[str]) -> dict[str, str]:
    command = next((word for word in arguments if word in COMMANDS), "")
    return {"command": command, "version": __version__}


def _write(path: str, line: dict[str, Any]) -> None:
    import json

    try:
        _append(path, f"{json.dumps(line)}\n".encode())
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) else ""
        with contextlib.suppress(OSError):
            reason = words().detail("reason", reason or "")
            screen.tell(words()("logbook_failed", variable=VARIABLE, reason=reason))


def _append(path: str, line: bytes) -> None:
    """Add a line to a log, or begin one for its owner only.

    Raises:
        OSError: if that cannot be done, or the file is no log of ours.
    """
    # Not blocking: a FIFO that nobody reads would otherwise be waited for.
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags | getattr(os, "O_CLOEXEC", 0), _MODE)
    with os.fdopen(handle, "rb+", buffering=0) as file:
        found = os.fstat(handle)
        is_ours = stat.S_ISREG(found.st_mode) and file.read(len(_BEGIN)) in (b"", _BEGIN)
        if not is_ours:
            raise OSError(errno.EINVAL, words()("logbook_not_one"))
        file.write(line)
