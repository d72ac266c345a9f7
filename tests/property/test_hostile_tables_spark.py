"""Whatever a table is, Spark answers it or refuses it with a finding, and loses no record of it."""

import contextlib
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from integraal.model.finding import Faulty
from tests.batch.spark.test_run import small, spark_says
from tests.counts import times
from tests.property.test_hostile_tables import FORMS, made_table

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.xdist_group("spark")
READ = (".csv", ".jsonl", ".parquet")


@pytest.mark.parametrize("number", range(times(6)))
def test_a_hostile_table_is_answered_or_refused(
    spark: "SparkSession", tmp_path: Path, number: int
) -> None:
    chance = random.Random(number)
    form = READ[number % len(READ)]
    source = tmp_path / f"in{form}"
    FORMS[form](source, made_table(chance), chance)
    with contextlib.suppress(Faulty):  # which says why; any other error is none of ours
        counted = spark_says(spark, small(), source, tmp_path).counted
        assert counted.records == counted.answered + counted.rejected
