"""Hear danger in records that Spark could not tell apart, as they were typed.

They come to this machine one by one, since hearing is done in Python: workers need nothing for it.
Only what tells of danger is kept, under a digest of the record.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from integraal.batch.columns import READABLE
from integraal.batch.dialects import SPARK
from integraal.batch.heard import Heard, Hearing
from integraal.batch.spark.json_lines import BROKEN
from integraal.batch.spark.source import Opened
from integraal.batch.table.typed_rows import cells_of
from integraal.model.sheet import URGENT

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

TORN = f"CASE WHEN NOT {READABLE} THEN sha2({SPARK.name(BROKEN)}, 256) END"
"""The digest of a record that is none; NULL for the others."""
_HEARD = "integraal_heard"


def heard_torn(opened: Opened, hearing: Hearing) -> dict[str, str]:
    """Hear what the records make true that are none.

    Args:
        opened: How the table was opened.
        hearing: What is listened with.

    Returns: For the digest of each with a danger, the ids of its dangers.
    """
    found: dict[str, str] = {}
    for digest, text in _torn(opened):
        if digest not in found and (ids := _hear(opened, hearing, text).ids):
            found[digest] = ";".join(ids)
    return found


def _torn(opened: Opened) -> Iterator[tuple[str, str]]:
    first = opened.columns[0]  # Spark reads no CSV of which nothing is asked but what is broken
    every = opened.texts([first]).where(f"NOT {READABLE}")
    wanted = (f"{TORN} AS digest", SPARK.name(BROKEN), SPARK.name(first))
    for row in every.selectExpr(*wanted).toLocalIterator():
        yield row[0], row[1]


def _hear(opened: Opened, hearing: Hearing, text: str) -> Heard:
    if opened.form != "csv":
        return hearing.line(text)
    return hearing.record(cells_of(opened.columns, text, opened.delimiter))


def with_heard(rejected: "DataFrame", heard: dict[str, str]) -> "DataFrame":
    """Put what was heard beside the rejects that it was heard in.

    Args:
        rejected: With URGENT, and with the digest of each in a column `torn`.
        heard: The ids of dangers, by digest.
    """
    if not heard:
        return rejected
    from pyspark.sql.functions import broadcast

    spark = rejected.sparkSession
    known = spark.createDataFrame(list(heard.items()), f"torn string, {_HEARD} string")
    others = [SPARK.name(name) for name in rejected.columns if name != URGENT]
    joined = rejected.join(broadcast(known), "torn", "left")
    return joined.selectExpr(*others, f"coalesce({_HEARD}, {URGENT}) AS {URGENT}")
