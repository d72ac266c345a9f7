"""How long `integraal controleer` takes on all of `data/`, as a multiple of two other starts.

Run from anywhere: `python benchmarks/controleer.py [ROUNDS]`. The aim is three seconds on two
cores; seconds are printed beside the multiples, since the aim is in seconds.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
DATA = str(ROOT / "data")
CASE = str(ROOT / "data" / "voorbeelden" / "C-2041.yaml")
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 10
AIM_SECONDS = 3
BARE = [sys.executable, "-c", "pass"]
PYTHON = [sys.executable, "-m", "integraal"]
CHECK = [*PYTHON, "controleer", DATA]
ADVISE = [*PYTHON, "advies", CASE, "--formaat", "json"]


def finished(command: list[str]) -> float:
    """Seconds until a command ends."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return time.perf_counter() - start


def proven() -> None:
    """Print what is proven: the time is worth nothing without it."""
    done = subprocess.run([*CHECK, "-f", "json"], check=True, capture_output=True, text=True)
    said = json.loads(done.stdout)
    for proof in said["instruments"]:
        count = sum(proof["proven"].values())
        print(f"  {proof['instrument']}: {count} proven over {proof['combinations']:.1e} cases")
    print(f"  findings, not proven included: {len(said['findings'])}")


def main() -> None:
    """Measure and print."""
    print(f"`integraal controleer data`, median of {ROUNDS} alternating rounds:")
    proven()
    rounds = [tuple(map(finished, (BARE, ADVISE, CHECK))) for _ in range(ROUNDS)]
    for name, other in (("python -c pass", 0), ("integraal advies CASUS -f json", 1)):
        print(f"  {median(r[2] / r[other] for r in rounds):5.1f}x {name}")
    print(f"  {median(r[2] for r in rounds):5.2f} s   aim <= {AIM_SECONDS} s on two cores")


if __name__ == "__main__":
    main()
