"""How long a table of cases takes, as multiples of a floor measured in the same run.

Run from anywhere: `python benchmarks/batch.py [CASES]`. The floor is DuckDB scanning the same input
and writing an output of the same shape without rules. Before a figure is printed, a sample of the
result is held to the interpreter.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from cases import generate
from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.sql import select
from integraal.engine.sql_dialects import DUCKDB
from integraal.model.answers import DONT_KNOW, Answer, Answers
from integraal.model.instrument import Kind
from integraal.reading.library import Library

NAME = "voor-wie-doen-we-wat"
CASES = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
SAMPLE = 500
COMMAND = [sys.executable, "-m", "integraal", "batch"]


def seconds(command: list[str]) -> float:
    """Seconds until a command ends."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def floor_seconds(source: Path, result: Path, target: Path) -> float:
    """Seconds for a process that scans the input and writes the output's shape, without rules."""
    reader = "read_parquet" if source.suffix == ".parquet" else "read_csv"
    options = "" if source.suffix == ".parquet" else ", all_varchar=true"
    program = f"""
import duckdb
c = duckdb.connect()
c.execute("CREATE TEMP TABLE scanned AS SELECT * FROM {reader}('{source}'{options})")
c.execute("COPY (SELECT * FROM {reader}('{result}'{options})) TO '{target}'")
"""
    return seconds([sys.executable, "-c", program])


def rules_alone(connection: duckdb.DuckDBPyConnection, program: Program) -> float:
    """Cases per second for the SELECT alone, encoding included."""
    asked = program.instrument.questions()
    missing = [q.id for q in asked if q.kind not in (Kind.ONE, Kind.SEVERAL)]
    empty = "".join(f', CAST(NULL AS VARCHAR) AS "{name}"' for name in missing)
    connection.execute(f"CREATE VIEW cases AS SELECT *{empty} FROM made")
    start = time.perf_counter()
    connection.execute(f"CREATE OR REPLACE TABLE said AS {select(program, DUCKDB)}")
    return CASES / (time.perf_counter() - start)


def agrees(connection: duckdb.DuckDBPyConnection, program: Program, result: Path) -> None:
    """Hold a sample of the result to the interpreter.

    Raises:
        AssertionError: if any case gets another level, reach or action.
    """
    chance = random.Random(1)  # noqa: S311 - nothing secret
    numbers = {f"C-{chance.randrange(CASES)}" for _ in range(SAMPLE)}
    listed = ", ".join(f"'{name}'" for name in numbers)
    made = connection.execute(f"SELECT * FROM made WHERE casus IN ({listed})")
    names = [column[0] for column in made.description]
    cases = {row[0]: dict(zip(names, row, strict=True)) for row in made.fetchall()}
    said = connection.execute(
        f"SELECT casus, level, reach FROM read_parquet('{result}') WHERE casus IN ({listed})"
    ).fetchall()
    if len(said) != len(numbers):
        raise AssertionError(f"{len(said)} of {len(numbers)} cases came out")
    for name, level, reach in said:
        advice = evaluate(program, _answers(program, cases[name]), with_open_questions=False)
        mine = tuple(each.id if each else None for each in (advice.level, advice.reach))
        if mine != (level, reach):
            raise AssertionError(f"{name}: {mine} is not {(level, reach)}")


def _answers(program: Program, row: dict[str, str | None]) -> Answers:
    given: dict[str, Answer] = {}
    for question in program.instrument.questions():
        cell = row.get(question.id)
        if cell is None:
            given[question.id] = DONT_KNOW
        elif question.kind is Kind.SEVERAL:
            given[question.id] = frozenset(cell.split(";")) - {"geen_van_deze"}
        else:
            given[question.id] = cell
    return Answers({name: answer for name, answer in given.items() if answer is not DONT_KNOW})


def main() -> None:
    """Generate, check, measure and print."""
    program = lower(Library().instrument(NAME))
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        place = Path(folder)
        generate(connection, program.instrument, CASES)
        for form in ("parquet", "csv"):
            connection.execute(f"COPY made TO '{place / f'in.{form}'}'")
        took = {
            form: seconds([*COMMAND, str(place / f"in.{form}"), str(place / f"uit.{form}")])
            for form in ("parquet", "csv")
        }
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        agrees(connection, program, place / "uit.parquet")
        print(f"{CASES} cases of {NAME}, one answer in ten unknown:")
        for form, whole in took.items():
            paths = (place / f"in.{form}", place / f"uit.{form}", place / f"floor.{form}")
            floor = floor_seconds(*paths)
            print(f"  {form} to {form:<8} {whole / floor:5.1f}x the floor   ({whole:.1f} s)")
        print(f"  rules alone, encoding included: {rules_alone(connection, program):,.0f} cases/s")
        print(f"  peak memory of batch: {peak} MB")


if __name__ == "__main__":
    main()
