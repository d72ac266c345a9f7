"""How long a table of cases takes with Spark, as multiples of DuckDB in the same run.

Run from anywhere: `python benchmarks/spark.py [CASES]`; 10^6 without a number. Spark runs in two
workers on this machine. Before a figure is printed, all rows of both results are held to each
other. Two things are told apart: starting Spark, and a table that meets a Java which has compiled
already what it runs; a table that is many times as large hardly pays more than that.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from cases import write
from integraal.batch.spark.run import SparkBatch, run
from integraal.batch.spark.session import spark_session
from integraal.batch.spark.target import Target
from integraal.engine.lower import lower
from integraal.reading.library import Library

NAME = "voor-wie-doen-we-wat"
CASES = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
MASTER = "local[2]"
FORMS = ("parquet", "csv")
BATCH = [sys.executable, "-m", "integraal", "batch"]


def seconds(*arguments: str) -> float:
    """Seconds for the whole process."""
    start = time.perf_counter()
    subprocess.run([*BATCH, *arguments, "--stil"], check=True)
    return time.perf_counter() - start


def once_warm(place: Path) -> dict[str, float]:
    """Seconds to start Spark, and for each form in a Java that did the same before."""
    program = lower(Library().instrument(NAME))
    start = time.perf_counter()
    took = {}
    with spark_session(MASTER) as session:
        took["start"] = time.perf_counter() - start
        for form in FORMS:
            for turn in range(2):
                paths = (str(place / f"{form}{turn}"), str(place / "af.csv"))
                target = Target(*paths, is_here=True, overwrite=False)
                source = str(place / f"in.{form}")
                batch = SparkBatch(program, (), ("weet ik niet",), source, True, target)
                start = time.perf_counter()
                run(session, batch)
                took[form] = time.perf_counter() - start
    return took


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
    instrument = Library().instrument(NAME)
    print(f"{CASES:,} cases of {NAME}, one answer in ten unknown; Spark {MASTER}.")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        duck, whole = {}, {}
        for form in FORMS:
            write(instrument, CASES, place / f"in.{form}")
            source, one, other = (str(place / name) for name in (f"in.{form}", "uit.parquet", form))
            duck[form] = seconds(source, one, "--overschrijf")
            whole[form] = seconds(source, other, "--motor", "spark", "--spark-master", MASTER)
            agree(Path(one), Path(other) / "*.parquet")
        took = once_warm(place)
        print(f"  to start Spark: {took['start']:.1f} s")
        for form in FORMS:
            process, warm = whole[form] / duck[form], took[form] / duck[form]
            print(
                f"  {form + ' to parquet':<20} whole process {process:4.1f}x DuckDB"
                f" ({duck[form]:.1f} s); warm, without starting, {warm:.1f}x"
            )


if __name__ == "__main__":
    main()
