"""The real command as a process of its own, for what needs one: signals, pipes, encodings."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.in_process import COLUMNS, clean_environment

PATIENCE_SECONDS = 120
_LIKE_ANYBODY = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
"""Root without its powers: the owner of its files, and bound by what these say of themselves."""


def run_as_process(
    folder: Path, *arguments: str | Path, stdin: str = "", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command to its end; stdin, stdout and stderr are pipes."""
    return _run(folder, (), arguments, stdin, env)


def run_like_anybody(
    folder: Path, *arguments: str | Path, stdin: str = "", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command as one to whom something can be forbidden, also where root runs tests."""
    return _run(folder, _LIKE_ANYBODY if os.geteuid() == 0 else (), arguments, stdin, env)


def _run(
    folder: Path,
    around: Sequence[str],
    arguments: Sequence[str | Path],
    stdin: str,
    env: Mapping[str, str] | None,
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*around, sys.executable, "-m", "integraal", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**clean_environment(), "COLUMNS": COLUMNS, **(env or {})},
        check=False,
        timeout=PATIENCE_SECONDS,
    )


def start(
    folder: Path,
    *arguments: str | Path,
    env: Mapping[str, str] | None = None,
    before: Callable[[], None] | None = None,
) -> subprocess.Popen[bytes]:
    """Start the command; stdin, stdout and stderr are pipes of bytes.

    Args:
        folder: Where it runs.
        arguments: Of the command.
        env: Further variables.
        before: What the new process does before it becomes the command.
    """
    dropped = ("INTEGRAAL", "COLUMNS", "LINES", "NO_COLOR")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(dropped)}
    return subprocess.Popen(
        [sys.executable, "-m", "integraal", *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**clean, "COLUMNS": "80", **(env or {})},
        preexec_fn=before,  # noqa: PLW1509 - these tests start no threads before this
    )


def ended(process: subprocess.Popen[bytes], stdin: bytes = b"") -> tuple[int, str, str]:
    """Give it its last input; wait for its exit code, stdout and stderr."""
    out, err = process.communicate(stdin, timeout=PATIENCE_SECONDS)
    return process.returncode, out.decode(), err.decode()
