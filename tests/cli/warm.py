"""The real command in a process of its own that has started already: a fork of one that is ready.

Starting Python and loading all there is takes ten times as long as what most commands then do. So
one process does that once, and becomes the command, as a fork, as often as it is asked to. Nothing
that a command does is there for the next one. What a start decides (encodings, what is loaded when)
is for tests that start Python themselves.

Run as a program, this module is that process. It knows nothing of pytest.
"""

import atexit
import contextlib
import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import termios
import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

ORDER_BYTES = 1 << 20
NUMBER_BYTES = 8
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD, signal.SIGWINCH)


class Warm:
    """A command that runs; what is asked of it has the names that `subprocess.Popen` gives them."""

    def __init__(
        self,
        folder: Path,
        arguments: Sequence[str],
        env: Mapping[str, str],
        streams: tuple[int, int, int],
        *,
        is_terminal: bool = False,
    ) -> None:
        """Let it begin.

        Args:
            folder: Where it runs.
            arguments: Of the command.
            env: All of its environment.
            streams: Its stdin, stdout and stderr; they are the caller's to close.
            is_terminal: Whether these are a terminal, to be its own.
        """
        self._told, its = socket.socketpair()
        order = {"folder": str(folder), "arguments": list(arguments), "env": dict(env)}
        text = json.dumps(order | {"is_terminal": is_terminal}).encode()
        with its:
            socket.send_fds(_ready(), [text], [its.fileno(), *streams])
        self.args = arguments
        self.pid = self._number()
        self._code: int | None = None

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end; its exit code, negative for a signal.

        Raises:
            subprocess.TimeoutExpired: if it does not end in time.
        """
        if self._code is None:
            self._told.settimeout(timeout)
            try:
                self._code = self._number()
            except TimeoutError:
                raise subprocess.TimeoutExpired(list(self.args), timeout or 0) from None
            self._told.close()
        return self._code

    def kill(self) -> None:
        """Kill it, if it has not ended."""
        if self._code is None:
            with contextlib.suppress(ProcessLookupError):  # it ended just now
                os.kill(self.pid, signal.SIGKILL)

    def _number(self) -> int:
        read = self._told.recv(NUMBER_BYTES, socket.MSG_WAITALL)
        assert len(read) == NUMBER_BYTES, "the process that is ready has gone"
        return int.from_bytes(read, "big", signed=True)


class Piped(Warm):
    """A command that runs between pipes."""

    def __init__(self, folder: Path, arguments: Sequence[str], env: Mapping[str, str]) -> None:
        """Let it begin."""
        (given, stdin), (stdout, out), (stderr, err) = os.pipe(), os.pipe(), os.pipe()
        super().__init__(folder, arguments, env, (given, out, err))
        for number in (given, out, err):
            os.close(number)
        self.stdin = os.fdopen(stdin, "wb", 0)
        self.stdout = os.fdopen(stdout, "rb", 0)
        self.stderr = os.fdopen(stderr, "rb", 0)


@cache
def _ready() -> socket.socket:
    """Start the process that is ready, once; it ends when this one does."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    dropped = ("INTEGRAAL", "COLUMNS", "LINES", "NO_COLOR", "COV_")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    with its:
        process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(its.fileno())],
            cwd=Path(__file__).parents[2],
            env={**clean, "LC_ALL": "C.UTF-8"},
            pass_fds=[its.fileno()],
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C in the terminal of the tests is not for it
        )
    atexit.register(_end, ours, process)
    return ours


def _end(orders: socket.socket, process: "subprocess.Popen[bytes]") -> None:
    orders.close()
    process.wait()


# --- In the process that is ready -----------------------------------------------------------------


def _serve(orders: socket.socket) -> None:
    """Become the command as often as somebody asks."""
    _load()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody here waits for those who tell of an end
    while True:
        text, streams, _, _ = socket.recv_fds(orders, ORDER_BYTES, 4)
        if not text:
            return
        if os.fork() == 0:
            _tell(orders, json.loads(text), streams)
        for stream in streams:
            os.close(stream)


def _load() -> None:
    """Load what an interview on a terminal loads, and what an advice does."""
    import prompt_toolkit  # noqa: F401
    import questionary  # noqa: F401
    import rich.console  # noqa: F401

    import integraal.cli.interview  # noqa: F401
    from integraal.cli.main import run

    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        sys.stdout = sys.stderr = nowhere
        run(["advies", "--help"])
        run(["reflecteer", "--help"])


def _tell(orders: socket.socket, order: dict[str, Any], given: list[int]) -> NoReturn:
    """Start the command, tell its number, wait for its end and tell its exit code."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    orders.close()
    told, *streams = given
    pid = os.fork()
    if pid == 0:
        os.close(told)
        _become(order, streams)
    for stream in streams:
        os.close(stream)
    os.write(told, pid.to_bytes(NUMBER_BYTES, "big", signed=True))
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    os.write(told, code.to_bytes(NUMBER_BYTES, "big", signed=True))
    os._exit(0)


def _become(order: dict[str, Any], streams: list[int]) -> NoReturn:
    """Be the command: own streams, folder and environment, as if it had been started there."""
    code = 1
    try:
        os.setsid()
        if order["is_terminal"]:
            fcntl.ioctl(streams[0], termios.TIOCSCTTY, 0)
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        os.closerange(3, 256)
        for number in SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.chdir(order["folder"])
        os.environ.clear()
        os.environ.update(order["env"])
        tempfile.tempdir = None  # TMPDIR may say something else here
        sys.stdin = open(0, encoding="utf-8", errors="surrogateescape")  # noqa: SIM115
        sys.stdout = open(1, "w", encoding="utf-8", errors="surrogateescape")  # noqa: SIM115
        sys.stderr = open(2, "w", 1, encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
        from integraal.__main__ import main

        sys.argv = ["integraal", *order["arguments"]]
        code = main()
        atexit._run_exitfuncs()
        sys.stdout.flush()
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
