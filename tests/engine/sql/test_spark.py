"""Spark, in pieces on two cores, says of every case what the interpreter says of it."""

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pytest

from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.sql.dialects import SPARK
from integraal.engine.sql.select import select
from integraal.model.answers import Answers
from integraal.model.instrument import Kind
from integraal.reading.cases.case_instruments import neighbours
from integraal.reading.library import Library
from tests.conftest import INSTRUMENTS
from tests.engine.sql.dirty import check_each, dirty_rows
from tests.engine.sql.own_table import check_statements, program_of
from tests.engine.sql.rows import (
    WITH_EVERY_CONDITION,
    Said,
    by_select,
    cases_of,
    check_said,
    made_up,
    row,
)
from tests.reading.helpers import good

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

PIECES = 4
# One session for all of them: so they run one after another.
pytestmark = pytest.mark.xdist_group("spark")


def rows_by_spark(
    spark: "SparkSession",
    program: Program,
    rows: Sequence[Sequence[str | float | None]],
    *,
    are_texts: bool = False,
) -> list[dict[str, Any]]:
    """Say what Spark says of each row, in at least PIECES pieces."""
    from pyspark.sql.types import DoubleType, IntegerType, StringType, StructField, StructType

    questions = list(program.every_question.values())
    numbers = [question.kind is Kind.NUMBER and not are_texts for question in questions]
    fields = [StructField("casus", IntegerType())] + [
        StructField(question.id, DoubleType() if is_number else StringType())
        for question, is_number in zip(questions, numbers, strict=True)
    ]
    numbered = []
    for number, row_ in enumerate(rows):
        cells = zip(row_, numbers, strict=True)
        numbered.append([number, *(float(c) if n and c is not None else c for c, n in cells)])
    table = spark.createDataFrame(numbered, StructType(fields)).repartition(PIECES)
    table.createOrReplaceTempView("cases")
    said = spark.sql(select(program, SPARK))
    assert said.rdd.getNumPartitions() >= PIECES
    found = sorted(said.collect(), key=lambda each: int(each.casus))
    return [each.asDict() for each in found]


def by_spark(spark: "SparkSession", program: Program, cases: Sequence[Answers]) -> list[Said]:
    """Say what Spark says of each case."""
    found = rows_by_spark(spark, program, [row(program, answers) for answers in cases])
    return [by_select(program, each) for each in found]


def _agree(spark: "SparkSession", program: Program, cases: Sequence[Answers]) -> None:
    said = by_spark(spark, program, cases)
    check_said(program, cases, said)


@pytest.mark.parametrize("source_only", [False, True], ids=["whole", "source-only"])
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_case_of_an_author_and_many_made_up_get_the_same(
    spark: "SparkSession", name: str, source_only: bool
) -> None:
    program, cases = cases_of(name, source_only=source_only)
    _agree(spark, program, cases)


@pytest.mark.parametrize("name", WITH_EVERY_CONDITION)
def test_every_condition_there_is_means_the_same(spark: "SparkSession", name: str) -> None:
    program = lower(good(name))
    _agree(spark, program, list(made_up(program.instrument, 400, random.Random(name))))


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_of_a_dirty_row_it_says_what_is_understood_and_names_the_rest(
    spark: "SparkSession", name: str
) -> None:
    _check_dirty(spark, lower(Library().instrument(name), others=neighbours(name, "nl")), name)


@pytest.mark.parametrize("name", ["klein.yaml", "tellen.yaml", "routes.yaml", "tafels.yaml"])
def test_of_dirty_rows_every_condition_means_the_same(spark: "SparkSession", name: str) -> None:
    _check_dirty(spark, lower(good(name)), name)


def _check_dirty(spark: "SparkSession", program: Program, seed: str) -> None:
    rows = dirty_rows(program, 200, random.Random(seed))
    cells = [dirty.cells for dirty in rows]
    check_each(program, rows, rows_by_spark(spark, program, cells, are_texts=True))


def test_a_view_and_its_ids_run(spark: "SparkSession") -> None:
    def run(text: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in spark.sql(text).collect()]

    try:
        check_statements(program_of("procesregie"), SPARK, run)
    finally:
        run("DROP VIEW IF EXISTS own_advice")
        run("DROP VIEW IF EXISTS own_advice_ids")
        run("DROP TABLE IF EXISTS own_cases")
