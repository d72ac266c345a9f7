"""How long a search in a network of 5,000 services takes, as a multiple of `integraal --help`.

Run from anywhere: `python benchmarks/network.py [ROUNDS]`. What is measured is the time of the
processor, since other work on the machine does not count then; the commands alternate.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 9
SERVICES = 5_000
AIM = 5
PYTHON = [sys.executable, "-m", "integraal"]
AREAS = ["wonen", "werk", "school", "financien", "gezondheid", "verslaving", "netwerk"]
KINDS = ["Schuldhulpverlening", "Woonbegeleiding", "Taalcafé", "Psycholoog", "Buurthuis"]


def network(path: Path) -> None:
    """Write a network; the same each time."""
    chance = random.Random(1)  # noqa: S311 - made up, and the same each time
    lines = ["schema: integraal/netwerk/1", "id: groot", "title: Groot netwerk (verzonnen)"]
    lines.append("organisations:")
    lines += [f"  - {{id: org-{n}, name: Organisatie {n} (verzonnen)}}" for n in range(200)]
    lines.append("services:")
    for number in range(SERVICES):
        lines += [
            f"  - id: dienst-{number}",
            f"    organisation: org-{number % 200}",
            f"    name: {chance.choice(KINDS)} {number}",
            f"    about: Eerste gesprek en samen zoeken in wijk {number % 700}.",
            f"    for: [{', '.join(chance.sample(AREAS, 2))}]",
            "    languages: [nl, fr]",
            "    access: op afspraak, elke werkdag",
            "    wait: {weeks: 6, asked: 2026-10-12}",
            f"    places: [Wijk {number % 50}, '9{number % 900:03d}']",
            "    contact: balie",
        ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def seconds(*arguments: str) -> float:
    """Seconds of the processor that a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*PYTHON, *arguments], check=False, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure, and print the multiples."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "groot.yaml"
        network(path)
        os.environ["INTEGRAAL_CACHE"] = str(Path(folder) / "cache")
        asked = ("kaart", str(path), "schuldhulpverlening 17", "--stil")
        first = seconds(*asked)
        pairs = [(seconds("--help"), seconds(*asked)) for _ in range(ROUNDS)]
    helped, found = (median(each) for each in zip(*pairs, strict=True))
    print(f"{SERVICES} services, {helped:.3f} s for --help")
    print(f"  first search of a day, which reads the file: {first / helped:.1f}")
    print(f"  any other search: {found / helped:.1f} (aim: {AIM} at most)")


if __name__ == "__main__":
    main()
