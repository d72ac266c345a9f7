"""The real command in this process: own streams, folder and environment, and nothing left behind.

A command that starts Python anew takes ten times as long. What a process of its own would hide is
looked for here at every run: whatever the command changed in the process that it ran in.
"""

import io
import locale
import os
import signal
import subprocess
import sys
import tempfile
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from contextvars import Context, copy_context
from pathlib import Path
from typing import Any

import ruamel.yaml  # noqa: F401 - it sets filters for warnings when it is loaded, not when used

from integraal.cli.main import run

Main = Callable[[Sequence[str]], int]
COLUMNS = "80"


def clean_environment() -> dict[str, str]:
    """The environment without what would make the command another one on this machine."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("INTEGRAAL", "COLUMNS"))}


def run_in_process(
    folder: Path,
    *arguments: str | Path,
    stdin: str = "",
    env: Mapping[str, str] | None = None,
    main: Main = run,
) -> subprocess.CompletedProcess[str]:
    """Run the command as a process would, with files for its streams.

    Args:
        folder: Where it runs.
        arguments: Of the command.
        stdin: What it can read.
        env: Further variables.
        main: The command.

    Raises:
        AssertionError: if it leaves anything behind in this process.
    """
    given = [str(argument) for argument in arguments]
    variables = {**clean_environment(), "COLUMNS": COLUMNS, **(env or {})}
    with _surroundings(folder, variables, stdin) as (scratch, out, err):
        context = copy_context()
        before = _state(context, scratch)
        code = context.run(main, given)
        after = _state(context, scratch)
        texts = (_written(out), _written(err))
    left = {name: (before[name], after[name]) for name in before if before[name] != after[name]}
    assert not left, f"left behind by {given}: {left}"
    return subprocess.CompletedProcess(given, code, *texts)


def _state(context: Context, scratch: Path) -> dict[str, Any]:
    """What a command finds in its process, and leaves as it was."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return {
        "folder": Path.cwd(),
        "environment": dict(os.environ),
        "streams": [(id(stream), stream.encoding, stream.errors) for stream in streams],
        "arguments": list(sys.argv),
        "filters of warnings": list(warnings.filters),
        "handlers of signals": {n: signal.getsignal(n) for n in signal.valid_signals()},
        "hook for exceptions": sys.excepthook,
        "locale": locale.setlocale(locale.LC_ALL),
        "context variables": {variable.name: id(value) for variable, value in context.items()},
        "threads": set(threading.enumerate()),
        "temporary files": sorted(path.name for path in scratch.iterdir()),
    }


@contextmanager
def _surroundings(
    folder: Path, variables: Mapping[str, str], stdin: str
) -> Iterator[tuple[Path, io.TextIOWrapper, io.TextIOWrapper]]:
    """Put everything in place that a process would have for itself; put it back whatever happens.

    Yields:
        A folder for temporary files, stdout and stderr.
    """
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="in-process-")))
        files = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(3)]
        files[0].write(stdin.encode())
        files[0].seek(0)
        came = io.TextIOWrapper(files[0], "utf-8")
        out = io.TextIOWrapper(files[1], "utf-8")
        err = io.TextIOWrapper(files[2], "utf-8", "backslashreplace", line_buffering=True)
        stack.enter_context(_restored(scratch))
        sys.stdin, sys.stdout, sys.stderr = came, out, err
        os.environ.clear()
        os.environ.update(variables)
        os.chdir(folder)
        yield scratch, out, err


@contextmanager
def _restored(scratch: Path) -> Iterator[None]:
    """Put back afterwards what is about to be changed, and what a faulty command may change."""
    folder, environment, hook = Path.cwd(), dict(os.environ), sys.excepthook
    streams, arguments = (sys.stdin, sys.stdout, sys.stderr), list(sys.argv)
    handlers = {number: signal.getsignal(number) for number in signal.valid_signals()}
    place, temporary = locale.setlocale(locale.LC_ALL), tempfile.tempdir
    tempfile.tempdir = str(scratch)
    try:
        with warnings.catch_warnings():
            yield
    finally:
        tempfile.tempdir = temporary
        locale.setlocale(locale.LC_ALL, place)
        for number, handler in handlers.items():
            if signal.getsignal(number) != handler:
                signal.signal(number, handler)
        sys.stdin, sys.stdout, sys.stderr = streams
        sys.argv[:], sys.excepthook = arguments, hook
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(folder)


def _written(stream: io.TextIOWrapper) -> str:
    """What was printed, with the line ends that Python gives to text."""
    stream.seek(0)
    return stream.read()
