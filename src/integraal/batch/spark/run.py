"""Evaluate a table with Spark: the same rows and the same rejects, in as many pieces as there are.

The SELECT is the same as everywhere. What goes in comes out or is rejected; the three are counted
apart and must add up. On this machine both results are written beside their places and moved there
together; elsewhere that is for Spark's own committer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from integraal.batch.advice_columns import advice_columns, keep_column
from integraal.batch.columns import Counted, Request
from integraal.batch.dialects import SPARK
from integraal.batch.heard import Hearing
from integraal.batch.matching import match_columns
from integraal.batch.privacy_check import (
    FEW,
    MOST_GROUPS,
    SAMPLE,
    check_column,
    check_few,
    check_group,
    doubts,
)
from integraal.batch.records import ANSWER, IDENTIFIES, REASONS, UNREADABLE, Records
from integraal.batch.spark.records import IS_REJECTED, SparkRecords
from integraal.batch.spark.session import failing_as
from integraal.batch.spark.source import Opened, address_of, open_table
from integraal.batch.spark.target import Target
from integraal.batch.spark.torn_lines import torn_lines
from integraal.batch.spark.torn_records import heard_torn
from integraal.engine.sql.select import select
from integraal.model.finding import Finding, Place
from integraal.model.sheet import URGENT

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, Observation, SparkSession

_ANSWERS = "integraal_answers"
_IS_URGENT = f"{URGENT} <> ''"


@dataclass(frozen=True, slots=True)
class SparkBatch(Request):
    """What to do; the source is a file or a folder of files, or an address of one."""

    source: str
    is_here: bool
    """Whether the source is a path of this machine, and not an address."""
    target: Target


def run(spark: "SparkSession", batch: SparkBatch) -> Counted:
    """Evaluate a table.

    Raises:
        Faulty: if the table as a whole cannot be read, has no column `casus` or no question in it,
            or a column of it identifies people; and if the result cannot be written.
    """
    from pyspark.sql import Observation

    place = Place(batch.source)
    opened = open_table(spark, address_of(batch.source) if batch.is_here else batch.source, place)
    matched = match_columns(batch, opened.columns)
    records = Records(batch.program, matched, SPARK, SPARK.name(IDENTIFIES))
    with failing_as("unreadable-table", place):
        few, doubted = _check_columns(batch, opened, records)
        reading = SparkRecords(records, opened)
        parts = reading.judged()
    target = Place(batch.target.answers)
    with batch.target.written(spark) as places, failing_as("spark-failed", target):
        watches = [Observation() for _ in parts]
        needed = reading.needed()
        sound = _together(
            map(lambda part, watch: _sound(part.select(needed), watch, records), parts, watches)
        )
        advice = _advice(batch, records, sound)
        advice.write.mode(batch.target.mode).parquet(places.answers)
        counts = _counted(watches, records)
        answered, in_danger = _answered(spark.read.parquet(places.answers))
        rejected_in_danger = 0
        if counts["rejected"]:
            hearing = Hearing(batch)
            heard = heard_torn(opened, hearing) if counts[UNREADABLE] else {}
            reading = reading.with_slips(hearing, parts) if counts[ANSWER] else reading
            listed = (reading.rejects(part, heard, batch.keep_until) for part in parts)
            places.write_rejects(_together(listed))
            told = (reading.rejected(part, heard).where(_IS_URGENT) for part in parts)
            rejected_in_danger = sum(part.count() for part in told)
        reasons = tuple((reason, counts[reason]) for reason in sorted(REASONS) if counts[reason])
        counted = Counted(
            counts["records"],
            answered,
            counts["rejected"],
            opened.encoding,
            matched.unknown,
            reasons,
            strays=opened.strays,
            in_danger=in_danger,
            rejected_in_danger=rejected_in_danger,
            moved=matched.moved,
            remarks=tuple(
                (remark, counts[name]) for remark, name in records.remarks() if counts[name]
            ),
            few_in_group=few,
            doubts=doubted,
            torn=torn_lines(opened, batch.source, is_here=batch.is_here)
            if counts[UNREADABLE]
            else (),
        )
        counted.check(batch.source)  # a promise to the user, so it is looked at every time
    return counted


def _answered(written: "DataFrame") -> tuple[int, int]:
    """Count the cases in a result, and those with a danger."""
    found = written.selectExpr("count(1) AS cases", f"count_if({_IS_URGENT}) AS urgent").head()
    return (int(found.cases), int(found.urgent)) if found else (0, 0)


def _advice(batch: "SparkBatch", records: Records, answers: "DataFrame") -> "DataFrame":
    """Evaluate answers, a row for each case, with the groups that are copied."""
    answers.createOrReplaceTempView(_ANSWERS)
    program, until = batch.program, keep_column(batch.keep_until)
    query = select(program, SPARK.select, _ANSWERS, kept=tuple(records.groups), encoded=True)
    named = zip(records.groups, records.matched.groups, strict=True)
    copied = (f"{column} AS {SPARK.name(name)}" for column, name in named)
    return answers.sparkSession.sql(query).selectExpr(
        *advice_columns(program, SPARK), *copied, *until
    )


def _check_columns(
    batch: SparkBatch, opened: Opened, records: Records
) -> tuple[int, tuple[Finding, ...]]:
    """Refuse a table of which a column holds what identifies people, before anything runs.

    Returns: How many records stand nearly alone by what is copied, and where somebody could
        perhaps be recognised.

    Raises:
        Faulty: naming the column and the kind, never a value.
    """
    source, names = batch.source, records.columns()
    sample = opened.texts(names).limit(SAMPLE).collect()
    columns = {name: [row[name] for row in sample] for name in names}
    for name, column in columns.items():
        check_column(source, name, column)
    groups = list(map(SPARK.name, records.matched.groups))
    if not groups:
        return 0, doubts(source, columns, records.texts(), {})
    copied = opened.texts([], records.matched.groups)
    in_all = copied.count()
    labels: dict[str, list[object]] = {}
    for name, group in zip(records.matched.groups, groups, strict=True):
        values = copied.select(group).distinct().limit(MOST_GROUPS + 1)
        labels[name] = [value for (value,) in values.collect()]
        check_group(source, name, labels[name], in_all)
    alone = copied.groupBy(*groups).count().where(f"count < {FEW}").agg({"count": "sum"}).head()
    few = int((alone and alone[0]) or 0)
    check_few(source, records.matched.groups, in_all, few, may_be_few=batch.may_be_few)
    return few, doubts(source, columns, records.texts(), labels)


def _together(parts: Iterable["DataFrame"]) -> "DataFrame":
    return reduce(lambda one, other: one.unionAll(other), parts)


def _sound(records: "DataFrame", watch: "Observation", read_as: Records) -> "DataFrame":
    """Count records, and what is wrong with them, while they pass; give those without a fault.

    Spark moves nothing past a count. So every cell is read once, and not once more to see whether
    it is good.
    """
    from pyspark.sql.functions import expr

    counts = {"records": "count(1)", "rejected": f"count_if({IS_REJECTED})"}
    counts |= {reason: f"count_if({SPARK.name(reason)})" for reason in REASONS}
    counts |= {name: f"count_if({name})" for _, name in read_as.remarks()}
    watched = records.observe(watch, *(expr(test).alias(name) for name, test in counts.items()))
    return watched.where(f"NOT {IS_REJECTED}")


def _counted(watches: Iterable["Observation"], read_as: Records) -> dict[str, int]:
    remarks = (name for _, name in read_as.remarks())
    total = dict.fromkeys(("records", "rejected", *REASONS, *remarks), 0)
    for watch in watches:
        for name, count in watch.get.items():
            total[name] += int(count)
    return total
