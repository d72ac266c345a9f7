"""Evaluate a table with Spark: the same rows and the same rejects, in as many pieces as there are.

The SELECT is the same as everywhere. What goes in comes out or is rejected; the three are counted
apart and must add up. On this machine both results are written beside their places and moved there
together; elsewhere that is for Spark's own committer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from integraal.batch.duckdb.errors import uncounted
from integraal.batch.duckdb.privacy_check import (
    MOST_GROUPS,
    SAMPLE,
    answering,
    check_column,
    check_group,
)
from integraal.batch.duckdb.records import Records
from integraal.batch.duckdb.run import Counted, read_as
from integraal.batch.spark.cells import name_of
from integraal.batch.spark.records import IS_REJECTED, REASONS, SparkRecords
from integraal.batch.spark.result import result
from integraal.batch.spark.session import failing_as
from integraal.batch.spark.source import Opened, address_of, open_table
from integraal.batch.spark.target import Target
from integraal.engine.program import Program
from integraal.model.finding import Place
from integraal.model.instrument import Instrument

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, Observation, SparkSession


@dataclass(frozen=True, slots=True)
class SparkBatch:
    """What to do."""

    program: Program
    translated: tuple[Instrument, ...]
    """The instrument in other languages, for labels."""
    not_known: tuple[str, ...]
    """Words with which a cell says that nobody knows, in small letters."""
    source: str
    """A file or a folder of files, or an address of one."""
    is_here: bool
    """Whether the source is a path of this machine, and not an address."""
    target: Target
    groups: tuple[str, ...] = ()
    """Columns to copy into the result: a region, a period, a team."""


def run(spark: "SparkSession", batch: SparkBatch) -> Counted:
    """Evaluate a table.

    Raises:
        Faulty: if the table as a whole cannot be read, has no column `casus` or no question in it,
            or a column of it identifies people; and if the result cannot be written.
    """
    place = Place(batch.source)
    opened = open_table(spark, address_of(batch.source) if batch.is_here else batch.source, place)
    records = read_as(batch, opened.columns)
    with failing_as("unreadable-table", place):
        _check_columns(batch.source, opened, records)
        reading = SparkRecords(records, opened)
        parts = reading.judged()
    target = Place(batch.target.answers)
    with batch.target.written(spark) as places, failing_as("spark-failed", target):
        watches = [_watch() for _ in parts]
        needed = reading.needed()
        sound = _together(
            map(lambda part, watch: _sound(part.select(needed), watch), parts, watches)
        )
        advice = result(spark, batch.program, sound, records.matched.groups)
        advice.write.mode(batch.target.mode).parquet(places.answers)
        counts = _counted(watches)
        answered = spark.read.parquet(places.answers).count()
        if counts["rejected"]:
            places.write_rejects(_together(map(reading.rejects, parts)))
        if counts["records"] != answered + counts["rejected"]:  # a promise, so it is looked at
            raise uncounted(place, counts["records"], answered, counts["rejected"])
    reasons = tuple((reason, counts[reason]) for reason in sorted(REASONS) if counts[reason])
    unknown = records.matched.unknown
    return Counted(
        counts["records"], answered, counts["rejected"], opened.encoding, unknown, reasons
    )


def _check_columns(source: str, opened: Opened, records: Records) -> None:
    """Refuse a table of which a column holds what identifies people, before anything runs.

    Raises:
        Faulty: naming the column and the kind, never a value.
    """
    names = answering(records)
    sample = opened.texts(names).limit(SAMPLE).collect()
    for name in names:
        check_column(source, name, [row[name] for row in sample])
    for name in records.matched.groups:
        values = opened.texts([name]).select(name_of(name)).distinct().limit(MOST_GROUPS + 1)
        check_group(source, name, [value for (value,) in values.collect()])


def _together(parts: Iterable["DataFrame"]) -> "DataFrame":
    return reduce(lambda one, other: one.unionAll(other), parts)


def _watch() -> "Observation":
    from pyspark.sql import Observation

    return Observation()


def _sound(records: "DataFrame", watch: "Observation") -> "DataFrame":
    """Count records, and what is wrong with them, while they pass; give those without a fault.

    Spark moves nothing past a count. So every cell is read once, and not once more to see whether
    it is good.
    """
    from pyspark.sql.functions import expr

    counts = {"records": "count(1)", "rejected": f"count_if({IS_REJECTED})"}
    counts |= {reason: f"count_if({name_of(reason)})" for reason in REASONS}
    watched = records.observe(watch, *(expr(test).alias(name) for name, test in counts.items()))
    return watched.where(f"NOT {IS_REJECTED}")


def _counted(watches: Iterable["Observation"]) -> dict[str, int]:
    total = dict.fromkeys(("records", "rejected", *REASONS), 0)
    for watch in watches:
        for name, count in watch.get.items():
            total[name] += int(count)
    return total
