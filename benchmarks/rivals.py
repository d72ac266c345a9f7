"""How many times as fast `integraal batch` is as others with the same rules and the same cases.

Run from anywhere: `python benchmarks/rivals.py [CASES]`, with the extra `benchmarks` installed. The
others are a Python program as a person would write it (`by_hand.py`) and three rule engines
(`rule_engines.py`). All go from CSV to CSV and give every column that batch gives. Batch and the
program by hand are processes of their own, timed in turns from start to end. The engines are too
slow for so many rows: they get the first ones, inside this process, so that starting them up is not
counted.

Before a figure is printed, all results are compared: every row of the program by hand with that of
batch, and a sample of every other with the interpreter.
"""

import csv
import runpy
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from by_hand import NAME, program_by_hand
from cases import answers_of, write
from cells_to_advice import COLUMNS, Finishing, cases_of, row_of_advice
from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.reading.library import Library
from rule_engines import Engine, JsonLogicInPython, JsonLogicInRust, Zen

CASES = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
SAMPLE = min(CASES, 2_000)
"""So many rows are held to the interpreter; the engines get no more than these."""
TURNS = 3
BATCH = [sys.executable, "-m", "integraal", "batch"]
Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Rival:
    """Somebody else, with the same rules."""

    name: str
    aim: int
    """How many times as fast batch wants to be; 0 where nothing was aimed at."""
    engine: Callable[[Program], Engine]


RIVALS = (
    Rival("zen-engine, its own batch", 100, Zen),
    Rival("JSON-Logic in Python", 1000, JsonLogicInPython),
    Rival("JSON-Logic in Rust", 0, JsonLogicInRust),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """How fast one of them was."""

    name: str
    aim: int
    per_second: float
    parts: tuple[tuple[str, float], ...]
    """Where the time went: seconds for each part of the work."""

    def line(self, batch: float) -> str:
        """Lay it out beside batch, at `batch` cases per second."""
        aim = f">= {self.aim:,}x" if self.aim else ""
        whole = sum(seconds for _, seconds in self.parts)
        parts = ", ".join(f"{name} {100 * part / whole:.0f} %" for name, part in self.parts)
        times = f"{batch / self.per_second:,.1f}x"
        return f"  {self.name:<26} {self.per_second:>9,.0f} {times:>8} {aim:>9}   {parts}"


def seconds(command: list[str]) -> float:
    """Seconds until a command ends."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def rows_of(path: Path, count: int) -> tuple[list[str], Rows]:
    """Read the header and the first rows of a table."""
    with path.open(newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        header = next(reader)
        return header, list(islice(reader, count))


def held_to(name: str, rows: Iterable[Sequence[str]], wanted: Iterable[Sequence[str]]) -> None:
    """Hold the rows of somebody to what they should be.

    Raises:
        AssertionError: naming the first case and column that differ.
    """
    for said, right in zip(rows, wanted, strict=True):
        for column, mine, yours in zip(COLUMNS, said, right, strict=True):
            if mine != yours:
                raise AssertionError(f"{name}, {right[0]}, {column}: {mine!r} is not {yours!r}")


def by_the_interpreter(program: Program, header: Sequence[str], rows: Rows) -> Rows:
    """Work out what every other must say."""
    wanted = []
    for row in rows:
        answers = answers_of(program.instrument, dict(zip(header, row, strict=True)))
        advice = evaluate(program, answers, with_open_questions=False)
        wanted.append(row_of_advice(program, row[0], advice))
    return wanted


def processes(source: Path, script: Path, folder: Path) -> tuple[float, float]:
    """Time batch and the program by hand in turns; hold every row of one to the other.

    Returns: Seconds of each, the quickest of some turns.
    """
    ours, theirs = folder / "batch.csv", folder / "by_hand.csv"
    batch = [*BATCH, str(source), str(ours), "--overschrijf"]
    hand = [sys.executable, str(script), str(source), str(theirs)]
    took = [(seconds(batch), seconds(hand)) for _ in range(TURNS)]
    with ours.open(newline="") as mine, theirs.open(newline="") as yours:
        held_to("by hand", csv.reader(yours), csv.reader(mine))
    return min(each for each, _ in took), min(each for _, each in took)


def parts_by_hand(script: Path, source: Path) -> tuple[tuple[str, float], ...]:
    """Seconds for reading, rules and writing of the program by hand, on some of the cases."""
    advise = runpy.run_path(str(script))["advise"]
    count = min(CASES, 100_000)
    start = time.perf_counter()
    with source.open(newline="", encoding="utf-8") as file:
        deque(islice(csv.reader(file), count), maxlen=0)
    read = time.perf_counter()
    rows = rows_of(source, count)[1]
    ready = time.perf_counter()
    advice = list(map(advise, rows))
    ruled = time.perf_counter()
    written(source.with_name("parts.csv"), advice)
    return (
        ("reading", read - start),
        ("rules", ruled - ready),
        ("writing", time.perf_counter() - ruled),
    )


def written(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write rows of advice."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows)


def engines_of(program: Program) -> list[tuple[Rival, Engine]]:
    """Load the rules into every engine."""
    try:
        return [(rival, rival.engine(program)) for rival in RIVALS]
    except ModuleNotFoundError as missing:
        install = "pip install -c constraints.txt -e '.[benchmarks]'"
        sys.exit(f"There is no {missing.name} here to compare with. This installs it: {install}")


def of_engine(rival: Rival, engine: Engine, program: Program, source: Path, wanted: Rows) -> Figure:
    """Measure an engine from CSV to CSV, and hold it to the interpreter."""
    finishing = Finishing(program)
    list(engine.truths(cases_of(program, *rows_of(source, 10))))
    start = time.perf_counter()
    cases = cases_of(program, *rows_of(source, SAMPLE))
    read = time.perf_counter()
    truths = list(engine.truths(cases))
    evaluated = time.perf_counter()
    rows = [finishing.row_of(case, each) for case, each in zip(cases, truths, strict=True)]
    written(source.with_name("engine.csv"), rows)
    end = time.perf_counter()
    held_to(rival.name, rows, wanted)
    parts = (("reading", read - start), ("engine", evaluated - read), ("rest", end - evaluated))
    return Figure(rival.name, rival.aim, SAMPLE / (end - start), parts)


def measured(program: Program, folder: Path) -> None:
    """Compare, measure and print."""
    engines = engines_of(program)
    source, script, one = folder / "cases.csv", folder / "by_hand.py", folder / "one.csv"
    write(program.instrument, CASES, source)
    write(program.instrument, 1, one)
    script.write_text(program_by_hand(program), encoding="utf-8")
    header, rows = rows_of(source, SAMPLE)
    wanted = by_the_interpreter(program, header, rows)
    batch, hand = processes(source, script, folder)
    held_to("batch", rows_of(folder / "batch.csv", SAMPLE)[1], wanted)
    starting = seconds([*BATCH, str(one), str(folder / "one-out.csv")])
    figures = [Figure("by hand, in Python", 6, CASES / hand, parts_by_hand(script, source))]
    figures += [of_engine(*pair, program, source, wanted) for pair in engines]
    print(f"{CASES:,} cases of {NAME}, one answer in ten unknown, CSV to CSV.")
    print(f"Equal: all rows of batch and by hand; {SAMPLE:,} of every other and the interpreter.")
    print(f"  {'':<26} {'cases/s':>9} {'batch is':>8} {'aim':>9}   where the time goes")
    share = f"starting {100 * starting / batch:.0f} % of {batch:.1f} s"
    print(f"  {'integraal batch':<26} {CASES / batch:>9,.0f} {'':>8} {'':>9}   {share}")
    for figure in figures:
        print(figure.line(CASES / batch))


def main() -> None:
    """Run in a folder that is gone afterwards."""
    program = lower(Library().instrument(NAME))
    with tempfile.TemporaryDirectory() as folder:
        measured(program, Path(folder))


if __name__ == "__main__":
    main()
