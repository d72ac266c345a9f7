"""How long `advies` takes on large instruments, as a multiple of ours; and `controleer`.

Run from anywhere: `python benchmarks/large_instruments.py [ROUNDS]`. The instruments are drawn at
random, always the same ones: choose-one, choose-several and number questions, rules of all, any,
not and counting over a few of them. The case is empty, which leaves most to look for.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import yaml

from integraal.reading.library import data_folder

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 5
PYTHON = [sys.executable, "-m", "integraal"]
SIZES = {(25, 50): None, (50, 100): 2.0, (100, 200): None, (200, 400): 5.0, (500, 1000): None}
"""Questions and rules, with the aim for `advies`."""
CHECKED, CHECKED_AIM_SECONDS = (100, 200), 30
EMPTY = "schema: integraal/casus/1\ncasus: L-1\nanswers: {}\n"
SOURCE = {"document": "001"}
NEEDS, AREAS = ("laag", "midden", "hoog"), "abcdef"
LEVELS = ("connectie", "coordinatie", "cooperatie", "integratie")
WAITING, FLAT = 0.1, 0.4
"""How many questions wait for another, and how many parts of a rule are no rule themselves."""
SEVERAL, NUMBER = 3, 4
"""Of every five questions, those of another kind than choose-one."""


class Drawn:
    """An instrument as data, drawn at random."""

    def __init__(self, questions: int, rules: int) -> None:
        self.random = Random(questions)  # noqa: S311 - no secret, always the same
        self.questions = questions
        asked = [self._question(number) for number in range(questions)]
        sections = [asked[start : start + 20] for start in range(0, questions, 20)]
        self.data = {
            "schema": "integraal/instrument/1",
            "id": f"groot-{questions}",
            "version": "1",
            "title": f"Groot {questions}",
            "source": SOURCE,
            "scale": "intensiteit",
            "sections": [
                {"id": f"s{number}", "title": f"Deel {number}", "questions": some}
                for number, some in enumerate(sections)
            ],
            "rules": [self._rule(number) for number in range(rules)],
        }

    def _question(self, number: int) -> dict[str, Any]:
        said = {"id": f"v{number}", "name": f"Vraag {number}", "ask": f"Wat is {number}?"}
        if number % 5 == SEVERAL:
            return {**said, "why": "x", "kind": "several", "options": _options(AREAS)}
        if number % 5 == NUMBER:
            return {**said, "why": "x", "kind": "number"}
        asked = {"ask_when": {"v0": {"at_least": "midden"}}}
        waits = number > NUMBER and self.random.random() < WAITING
        one = {**said, "why": "x", "kind": "one", "options": _options(NEEDS)}
        return {**one, **asked} if waits else one

    def _rule(self, number: int) -> dict[str, Any]:
        return {
            "id": f"r{number}",
            "when": self._combined(1),
            "at_least": self.random.choice(LEVELS),
            "because": f"Reden nummer {number}.",
            "support": "choice",
            "source": SOURCE,
        }

    def _leaf(self) -> dict[str, Any]:
        number = self.random.randrange(self.questions)
        if number % 5 == SEVERAL:
            some = {"at_least_chosen": self.random.randint(2, 4)}
            single = {"includes": self.random.choice(AREAS)}
            return {f"v{number}": self.random.choice([some, single])}
        if number % 5 == NUMBER:
            return {f"v{number}": {"at_least": self.random.randint(2, 9)}}
        return {f"v{number}": {"at_least": self.random.choice(NEEDS[1:])}}

    def _combined(self, depth: int) -> dict[str, Any]:
        parts = [
            self._leaf() if depth == 0 or self.random.random() < FLAT else self._combined(depth - 1)
            for _ in range(self.random.randint(2, 4))
        ]
        made: list[dict[str, Any]] = [
            {"any": parts},
            {"all": parts},
            {"at_least_of": {"count": 2, "of": parts}},
            {"all": [*parts[1:], {"not": self._leaf()}]},
        ]
        return self.random.choices(made, [7, 7, 3, 3])[0]


def _options(names: Sequence[str]) -> list[dict[str, str]]:
    return [{"id": name, "label": name} for name in names]


def finished(command: list[str], cwd: str, *, may_find: bool = False) -> float:
    """Seconds until a command ends; no figure where it did not do its work."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=cwd, check=False, stdout=subprocess.DEVNULL, timeout=600)
    if done.returncode not in ((0, 1) if may_find else (0,)):
        raise SystemExit(done.returncode)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "leeg.yaml").write_text(EMPTY, "utf-8")
        advise = [*PYTHON, "advies", "leeg.yaml", "--formaat", "json"]
        print(f"`integraal advies` on an empty case, median of {ROUNDS} alternating rounds:")
        for (questions, rules), aim in SIZES.items():
            name = f"{questions}.yaml"
            text = yaml.safe_dump(Drawn(questions, rules).data, allow_unicode=True)
            Path(folder, name).write_text(text, "utf-8")
            theirs = [*advise, "--instrument", name]
            finished(theirs, folder)  # an instrument that was read once is read sooner
            ratios = [finished(theirs, folder) / finished(advise, folder) for _ in range(ROUNDS)]
            said = f"   aim <= {aim}" if aim else ""
            print(f"  {questions} questions, {rules} rules: {median(ratios):.1f}x{said}")
        name = f"{CHECKED[0]}.yaml"
        check = [*PYTHON, "controleer"]
        ours = str(data_folder() / "questions.yaml")
        of_ours, before = finished([*check, ours], folder, may_find=True), os.times()
        seconds = finished([*check, name], folder, may_find=True)
        core = sum(os.times()[2:4]) - sum(before[2:4])
        print(f"`integraal controleer`, {CHECKED[0]} questions and {CHECKED[1]} rules:")
        print(f"  {seconds / of_ours:.1f}x the same of the shipped instrument")
        promised = f"aim <= {CHECKED_AIM_SECONDS} s where nothing else runs"
        print(f"  {core:.1f} s of a core, {seconds:.1f} s on the clock   {promised}")


if __name__ == "__main__":
    main()
