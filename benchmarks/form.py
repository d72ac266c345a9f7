"""How soon a form in the browser is ready, and how soon an answer is an advice.

    python benchmarks/form.py

It needs node, a Chromium and what stands in `tests/browser/package.json`. Milliseconds, the median
of several openings; a form with one instrument, and one with all that may stand together.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.report.render.html.browser import chromium  # noqa: E402 - found by the line above

TOGETHER = (
    *("voor-wie-doen-we-wat", "kruispunt-onthaal", "kruispunt-doorstroom"),
    *("procesregie", "meldcode", "gedeelde-zorg"),
)
OPENINGS = 7
READY, ANSWER = 300, 30
"""The aims, in milliseconds."""


def main() -> None:
    """Print a line for each form."""
    program = chromium()
    if program is None:
        sys.exit("no Chromium with axe: see CONTRIBUTING.md")
    for names in (TOGETHER[:1], TOGETHER):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "formulier.html"
            command = [sys.executable, "-m", "integraal", "export", "formulier", *names, "-o", path]
            subprocess.run(command, check=True, capture_output=True)
            seen = [_opened(program, path) for _ in range(OPENINGS)]
            size = path.stat().st_size / 1000
        ready = median(one["ready"] for one in seen)
        worked = median(one["worked"] for one in seen)
        answer = median(time for one in seen for time in one["answers"])
        slowest = max(one["answers"][len(one["answers"]) * 95 // 100] for one in seen)
        print(
            f"{len(names)} instruments: {size:.0f} kB, ready in {ready:.0f} ms, "
            f"of which it worked {worked:.0f} (aim {READY}), "
            f"an answer in {answer:.1f} ms (aim {ANSWER}), 95 % within {slowest:.1f} ms"
        )


def _opened(program: str, path: Path) -> dict[str, Any]:
    steps = [["open", path.as_uri(), 1280], ["worked"], ["times"]]
    told = subprocess.run(
        [shutil.which("node") or "node", "form.mjs", program, str(path.parent)],
        cwd=ROOT / "tests" / "browser",
        input=json.dumps(steps),
        capture_output=True,
        text=True,
        check=True,
    )
    worked, times = json.loads(told.stdout)["told"]
    return {**times, "worked": worked}


if __name__ == "__main__":
    main()
