"""How long a table of cases takes with Spark, as multiples of DuckDB in the same run.

Run from anywhere: `python benchmarks/spark.py [CASES]`; 10^6 without a number. Spark runs in two
workers on this machine. Before a figure is printed, all rows of both results are held to each
other. Starting Spark is told apart, and so is a second time in the same Java, which by then has
compiled what it runs: that is what a table pays that is many times as large.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from cases import write
from integraal.batch.spark_run import SparkBatch, run
from integraal.batch.spark_session import spark_session
from integraal.batch.spark_target import Target
from integraal.engine.lower import lower
from integraal.reading.library import Library

NAME = "voor-wie-doen-we-wat"
CASES = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
MASTER = "local[2]"
FORMS = ("parquet", "csv")
BATCH = [sys.executable, "-m", "integraal", "batch"]


def by_duckdb(source: Path, target: Path) -> float:
    """Seconds for the whole process."""
    start = time.perf_counter()
    command = [*BATCH, str(source), str(target), "--stil"]
    subprocess.run(command, check=True)
    return time.perf_counter() - start


def by_spark(source: Path, folder: Path) -> tuple[float, float, float]:
    """Seconds to start, for the first time, and for the second time in the same Java."""
    program = lower(Library().instrument(NAME))
    start = time.perf_counter()
    took = []
    with spark_session(MASTER) as session:
        took.append(time.perf_counter() - start)
        for turn in range(2):
            target = Target(str(folder / f"uit{turn}"), str(folder / "af.csv"), True, False)
            batch = SparkBatch(program, (), ("weet ik niet",), str(source), True, target)
            start = time.perf_counter()
            run(session, batch)
            took.append(time.perf_counter() - start)
    return took[0], took[1], took[2]


def agree(one: Path, other: Path) -> None:
    """Hold all rows of two results to each other.

    Raises:
        AssertionError: if any row of one is not in the other.
    """
    with duckdb.connect() as connection:
        tables = [f"SELECT * FROM read_parquet('{path}')" for path in (one, other)]
        ((rows, differ),) = connection.execute(
            f"SELECT (SELECT count(*) FROM ({tables[0]})), (SELECT count(*) FROM"
            f" (({tables[0]} EXCEPT ALL {tables[1]}) UNION ALL"
            f" ({tables[1]} EXCEPT ALL {tables[0]})))"
        ).fetchall()
    if rows != CASES or differ:
        raise AssertionError(f"{differ} of {rows} rows differ")


def main() -> None:
    """Generate, check, measure and print."""
    print(f"{CASES:,} cases of {NAME}, one answer in ten unknown; Spark {MASTER}.")
    for form in FORMS:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            source = place / f"in.{form}"
            write(Library().instrument(NAME), CASES, source)
            duck = by_duckdb(source, place / "uit.parquet")
            started, first, second = by_spark(source, place)
            agree(place / "uit.parquet", place / "uit1" / "*.parquet")
            whole = started + first
            print(
                f"  {form + ' to parquet':<20} {whole / duck:4.1f}x DuckDB ({duck:.1f} s):"
                f" {started / duck:.1f}x to start, {first / duck:.1f}x the first time,"
                f" {second / duck:.1f}x the second"
            )


if __name__ == "__main__":
    main()
