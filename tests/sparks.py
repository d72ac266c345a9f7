"""A real Spark on this machine, two workers in one Java, for the tests that need it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from integraal.batch.spark.session import check_spark, spark_session
from integraal.model.finding import Faulty
from tests.required import SPARK, need

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

MASTER = "local[2]"
SMALL_BYTES = 16_384
"""So that even a small table is read in several pieces."""
# For tables of a few rows the best machine code takes Java longer to make than all the rest. Every
# Java that a test starts inherits this.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")


@contextmanager
def real_spark() -> Iterator["SparkSession"]:
    """Start Spark."""
    with spark_session(MASTER) as session:
        session.conf.set("spark.sql.files.maxPartitionBytes", str(SMALL_BYTES))
        session.conf.set("spark.sql.files.openCostInBytes", str(SMALL_BYTES))
        yield session


def need_spark() -> None:
    """Go on where there is a Java for Spark."""
    try:
        check_spark(MASTER)
    except Faulty as faulty:
        reason = faulty.findings[0].code
        need(is_there=False, what=f"Spark ({reason})", setting=SPARK)
