"""Kill a process before each step that it takes on the disk, to look at what it leaves.

Run as a program, this module is the process that starts those that are killed: forks of one that
has loaded all there is, so that a step takes little time. It knows nothing of pytest.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any, NoReturn

from tests.in_process import clean_environment

ROOT = Path(__file__).parent.parent
SCRATCH = "tijdelijk"
STEPS = ("link", "mkdir", "rename", "replace", "rmdir", "unlink")
RENAMES = ("link", "rename", "replace")
Work = Callable[[Path, Callable[[], None]], None]
"""Makes ready in a folder, calls what it is given, and then does what is to be killed."""


def killed_at_each_step(work: Work, folder: Path, steps: tuple[str, ...] = STEPS) -> list[Path]:
    """Do some work again and again, and kill it before the first step, the second, and so on.

    Returns: The folders in which it was done, each with temporary files in SCRATCH; in the last of
        them it came to its end.
    """
    command = [sys.executable, "-m", __name__, work.__module__, work.__name__, str(folder), *steps]
    done = subprocess.run(
        command, cwd=ROOT, env=clean_environment(), check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return sorted(folder.iterdir(), key=lambda path: int(path.name))


def _kill_each(work: Work, folder: Path, steps: list[str]) -> None:
    for number in count():
        here = folder / str(number)
        (here / SCRATCH).mkdir(parents=True)
        pid = os.fork()
        if pid == 0:
            _be_killed(work, here, number, steps)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if code == 0:
            return
        if code != -signal.SIGKILL:
            sys.exit(code)


def _be_killed(work: Work, here: Path, number: int, names: list[str]) -> NoReturn:
    code = 1
    try:
        tempfile.tempdir = str(here / SCRATCH)
        steps = count()

        def before(step: Callable[..., Any]) -> Callable[..., Any]:
            def take(*given: Any, **named: Any) -> Any:
                if next(steps) == number:
                    os.kill(os.getpid(), signal.SIGKILL)
                return step(*given, **named)

            return take

        def begin() -> None:
            for name in names:
                setattr(os, name, before(getattr(os, name)))

        work(here, begin)
        code = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    module, name, place, *names = sys.argv[1:]
    _kill_each(getattr(import_module(module), name), Path(place), names)
