"""How long tables of cases take, as multiples of a floor measured in the same run.

Run from anywhere: `python benchmarks/batch.py [CASES…]`; without numbers 10^5, 10^6 and 10^7. The
floor is DuckDB scanning the same input and writing the very output of `batch`, without rules: it
reads what it writes from Parquet, which is quick. Both are whole processes, timed in turns. Before
a figure is printed, a sample of every result is held to the interpreter.
"""

import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import duckdb

from cases import answers_of, generate, write
from integraal.batch.columns import READABLE
from integraal.batch.duckdb.advice_table import advice_query, encoded_query
from integraal.batch.duckdb.connection import connected
from integraal.batch.duckdb.run import BLOCK, Batch, open_source, read_as
from integraal.batch.table.target import write_table
from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.sql.encoding import quoted
from integraal.model.truth import Truth
from integraal.reading.library import Library

NAME = "voor-wie-doen-we-wat"
SIZES = [int(size) for size in sys.argv[1:] if size.isdigit()] or [100_000, 1_000_000, 10_000_000]
FORMS = {"parquet": 2.0, "csv": 1.4}
"""Forms of a table, from and to, with the multiple of the floor that is aimed at."""
MANY = 2_000_000
"""From here on a table is measured once, and before that three times, of which the best counts."""
SAMPLE = 500
BATCH = [sys.executable, "-m", "integraal", "batch"]
FLOOR = """
import sys, duckdb
reader, path, result, target = sys.argv[1:]
c = duckdb.connect()
columns = [row[0] for row in c.execute(f"DESCRIBE SELECT * FROM {reader}").fetchall()]
counted = ", ".join(f'count("{name}")' for name in columns)
c.execute(f"SELECT {counted} FROM {reader}").fetchall()
c.execute(f"COPY (SELECT * FROM '{result}') TO '{target}'").fetchall()
"""


WATCH = """
import os, subprocess, sys, time
start = time.perf_counter()
quiet = subprocess.DEVNULL
process = subprocess.Popen(sys.argv[1:], stdout=quiet, stderr=quiet)
_, status, used = os.wait4(process.pid, 0)
process.returncode = 0
print(time.perf_counter() - start, used.ru_maxrss, used.ru_utime + used.ru_stime)
sys.exit(1 if status else 0)
"""
# A process of its own, because the peak of a child begins with what its parent holds.


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took."""

    seconds: float
    megabytes: int
    """At its peak."""
    processor: float
    """Seconds of the processor, which other work on the machine makes no longer."""


def measured(command: list[str]) -> Run:
    """Run a command to its end.

    Raises:
        AssertionError: if it fails.
    """
    told = subprocess.run(
        [sys.executable, "-c", WATCH, *command], capture_output=True, text=True, check=False
    )
    if told.returncode:
        raise AssertionError(f"{command} ended with {told.returncode}")
    seconds, kilobytes, processor = told.stdout.split()
    return Run(float(seconds), int(kilobytes) // 1024, float(processor))


def best(runs: list[Run]) -> Run:
    """Give the quickest, with the highest peak of all."""
    quickest = min(run.seconds for run in runs)
    peak = max(run.megabytes for run in runs)
    return Run(quickest, peak, min(run.processor for run in runs))


def reader_of(path: Path) -> str:
    """Write how DuckDB reads a table as texts."""
    kind = "read_parquet" if path.suffix == ".parquet" else "read_csv"
    return f"{kind}('{path}'{', all_varchar=true' if kind == 'read_csv' else ''})"


def in_turns(place: Path, form: str, count: int) -> tuple[Run, Run]:
    """Measure `batch` and its floor on the table in.FORM."""
    source, result, target = (place / f"{name}.{form}" for name in ("in", "uit", "floor"))
    whole, floor = [], []
    for _ in range(1 if count >= MANY else 3):
        whole.append(measured([*BATCH, str(source), str(result), "--overschrijf"]))
        kept = place / "uit.parquet"  # the floor of CSV writes what Parquet keeps of the same
        program = [sys.executable, "-c", FLOOR, reader_of(source), str(source), str(kept)]
        floor.append(measured([*program, str(target)]))
    target.unlink()
    return best(whole), best(floor)


def agrees(program: Program, place: Path) -> None:
    """Hold a sample of the result to the interpreter.

    Raises:
        AssertionError: if any case gets another level, rule or action, or is not in its place.
    """
    chance = random.Random(1)  # noqa: S311 - nothing secret
    with duckdb.connect() as connection:
        ((count,),) = connection.execute(f"SELECT count(*) FROM '{place}/in.parquet'").fetchall()
        wanted = sorted({chance.randrange(count) for _ in range(SAMPLE)})
        listed = ", ".join(map(str, wanted))

        def sample(name: str) -> list[dict[str, str]]:
            found = connection.execute(
                f"SELECT * FROM read_parquet('{place}/{name}', file_row_number=true)"
                f" WHERE file_row_number IN ({listed}) ORDER BY file_row_number"
            )
            names = [column[0] for column in found.description or ()]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

        given, said = sample("in.parquet"), sample("uit.parquet")
    if len(said) != len(wanted):
        raise AssertionError(f"{len(said)} of {len(wanted)} cases came out")
    for row, told in zip(given, said, strict=True):
        mine = _advice(program, row)
        theirs = {name: told[name] or None for name in mine}
        if theirs != mine:
            raise AssertionError(f"{row['casus']}: {theirs} is not {mine}")


def _advice(program: Program, row: dict[str, str]) -> dict[str, str | None]:
    answers = answers_of(program.instrument, row)
    advice = evaluate(program, answers, with_open_questions=False)
    holds = ";".join(name for name, truth in advice.truths if truth is Truth.TRUE)
    return {
        "casus": row["casus"],
        "level": advice.level.id if advice.level else None,
        "reach": advice.reach.id if advice.reach else None,
        "rules": holds or None,
        "rules_open": ";".join(advice.rules_open) or None,
    }


def rules_alone(program: Program, count: int) -> float:
    """Cases per second for the SELECT alone, from texts in memory to numbers in memory."""
    batch = Batch(program, (), ("weet ik niet",), Path("made"), Path("x.csv"), Path("x-afgekeurd"))
    with duckdb.connect() as connection:
        generate(connection, program.instrument, count)
        listed = connection.execute("DESCRIBE made").fetchall()
        records = read_as(batch, [name for name, *_ in listed])
        said = encoded_query(program, records, f"SELECT *, true AS {READABLE} FROM made")
        took = []
        for _ in range(3):
            start = time.perf_counter()
            connection.execute(f"CREATE OR REPLACE TABLE said AS {said}")
            took.append(time.perf_counter() - start)
    return count / min(took)


def where_it_goes(program: Program, place: Path, form: str) -> list[tuple[str, float]]:
    """Seconds for each part of the work, inside one process.

    Each part but writing does the former ones too, and is given without them.
    """
    batch = Batch(program, (), ("weet ik niet",), place / f"in.{form}", place / f"x.{form}", place)
    with connected() as (connection, scratch):
        opened, _ = open_source(connection, batch, scratch)
        records = read_as(batch, opened.columns)
        source = f"({records.cases(opened.rows)})"
        said = encoded_query(program, records, opened.rows)
        connection.execute(
            f"ATTACH {quoted(str(scratch / 'said.db'))} AS said (ROW_GROUP_SIZE {BLOCK})"
        )
        raw = ", ".join(f'count("{name}")' for name in opened.columns)
        read = ", ".join(f"sum({cells.answer})" for cells in records.cells())
        sums = "sum(level), sum(reach), sum(fired0 + open0), sum(current + direction + actions0)"
        steps = {
            "scanning": f"SELECT {raw} FROM ({opened.rows})",
            "reading answers": f"SELECT count(casus), {read} FROM {source}",
            "rules": f"SELECT count(casus), {sums} FROM ({said})",
            "keeping it": f"CREATE TABLE said.cases AS {said}",
        }
        took = [0.0]
        for query in steps.values():
            start = time.perf_counter()
            connection.execute(query).fetchall()
            took.append(time.perf_counter() - start)
        start = time.perf_counter()
        write_table(
            connection, advice_query(program, records, "said.cases", form), batch.target, form
        )
        writing = time.perf_counter() - start
    batch.target.unlink()
    parts = [(name, max(b - a, 0.0)) for name, (a, b) in zip(steps, pairwise(took), strict=True)]
    return [*parts, ("writing the file", writing)]


def main() -> None:
    """Generate, check, measure and print."""
    program = lower(Library().instrument(NAME))
    print(f"Cases of {NAME}, one answer in ten unknown; the floor does the same without rules.")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for count in SIZES:
            write(program.instrument, count, place / "in.parquet")
            measured([*BATCH, str(place / "in.parquet"), str(place / "uit.parquet")])
            agrees(program, place)
            print(f"\n{count:,} cases")
            for form, aim in FORMS.items():
                if form == "csv":
                    write(program.instrument, count, place / "in.csv")
                whole, floor = in_turns(place, form, count)
                print(
                    f"  {form + ' to ' + form:<20} {whole.seconds / floor.seconds:4.2f}x the floor"
                    f" (aim {aim}x)  {count / whole.seconds:>9,.0f} cases/s"
                    f"  {whole.seconds:6.1f} s  peak {whole.megabytes} MB"
                )
                if count < MANY:
                    parts = where_it_goes(program, place, form)
                    print("    " + ", ".join(f"{name} {part:.2f} s" for name, part in parts))
                (place / f"in.{form}").unlink()
            if count < MANY:
                rate = rules_alone(program, count)
                print(f"  rules alone, encoding included: {rate:,.0f} cases/s (aim 700,000)")
            for left in place.iterdir():
                left.unlink()


if __name__ == "__main__":
    main()
