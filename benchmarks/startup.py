"""How long a start takes, as a multiple of a bare `python -c pass`, alternating in one run.

Run from anywhere: `python benchmarks/startup.py [ROUNDS]`. Python may keep its compiled files, as
it does for a user.
"""

import os
import pty
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from integraal.words.words import Words

ROOT = Path(__file__).parent.parent
CASE = str(ROOT / "data" / "voorbeelden" / "C-2041.yaml")
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 15
BARE = [sys.executable, "-c", "pass"]
PYTHON = [sys.executable, "-m", "integraal"]
# The menu itself, not only the text above it: only then can somebody answer.
MENU = Words("nl")("menu.stop").encode()
PATIENCE_SECONDS = 60


def finished(command: list[str]) -> float:
    """Seconds until a command ends."""
    start = time.perf_counter()
    subprocess.run(
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE_SECONDS,
    )
    return time.perf_counter() - start


def first_question() -> float:
    """Seconds until the first question stands on a real terminal."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        pid, screen = pty.fork()
        if pid == 0:
            os.environ["TERM"] = "xterm"
            os.execv(sys.executable, [*PYTHON, "reflecteer", "--casus", f"{folder}/b.yaml"])
        seen = b""
        while MENU not in seen:
            if not select.select([screen], [], [], PATIENCE_SECONDS)[0]:
                raise TimeoutError(seen.decode(errors="replace"))
            seen += os.read(screen, 65536)
        taken = time.perf_counter() - start
        os.write(screen, b"\x03")
        try:
            while os.read(screen, 65536):
                pass
        except OSError:
            pass
        os.waitpid(pid, 0)
        os.close(screen)
        return taken


MEASURED: list[tuple[str, float, Callable[[], float]]] = [
    ("integraal --version", 1.5, lambda: finished([*PYTHON, "--version"])),
    ("integraal --help", 15, lambda: finished([*PYTHON, "--help"])),
    (
        "integraal advies CASUS --formaat json",
        20,
        lambda: finished([*PYTHON, "advies", CASE, "--formaat", "json"]),
    ),
    ("integraal advies CASUS", 30, lambda: finished([*PYTHON, "advies", CASE])),
    (
        "integraal checklist --formaat pdf",
        60,
        lambda: finished([*PYTHON, "checklist", "--formaat", "pdf"]),
    ),
    ("integraal reflecteer, first question", 30, first_question),
]


def main() -> None:
    """Measure and print."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(f"Multiples of `python -c pass`, median of {ROUNDS} alternating rounds:")
    for name, aim, measure in MEASURED:
        measure()  # once to warm the disk
        ratios = []
        for _ in range(ROUNDS):
            bare = finished(BARE)
            ratios.append(measure() / bare)
        print(f"  {name:<42} {median(ratios):5.1f}x   aim <= {aim}x")


if __name__ == "__main__":
    main()
