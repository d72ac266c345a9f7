"""Read records as cases with Spark, and count what is wrong with each.

Cells and faults are written as for every engine. Only lines have no number here: pieces of a file
are read apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from integraal.batch.advice_columns import keep_column, urgent_column
from integraal.batch.columns import READABLE, REJECTED
from integraal.batch.dialects import SPARK
from integraal.batch.heard import Hearing
from integraal.batch.records import ANSWER, IDENTIFIES, REASONS, UNREADABLE, Records
from integraal.batch.spark.json_lines import BROKEN, FILE
from integraal.batch.spark.source import Opened
from integraal.batch.spark.torn_records import TORN, with_heard
from integraal.engine.sql.select import select
from integraal.model.sheet import CASE, URGENT
from integraal.privacy.identifiers import identifiers

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

IS_REJECTED = f"({' OR '.join(map(SPARK.name, REASONS))})"
"""Condition that anything is wrong with a record."""
_MOST_WORDS = 100_000
"""That are listened to; nobody writes so many for a yes."""
_TEXTS, _REJECTED = "integraal_texts", "integraal_rejected"


@dataclass(frozen=True, slots=True)
class SparkRecords:
    """How the records of a table are read."""

    records: Records
    opened: Opened

    def judged(self) -> list["DataFrame"]:
        """Read all records, with their answers and a column for each of REASONS.

        Names of cases that could be a number or a date of a person are looked at in Python, which
        is slow, and needs integraal where Spark's workers are. So these records are a part of their
        own, which is there only if there are any.
        """
        cases = self._cases()
        suspects = cases.where(self.records.is_suspect)
        if suspects.select(CASE).head() is None:
            return [self._judged(cases, closely=False)]
        others = cases.where(f"NOT {self.records.is_suspect}")
        return [self._judged(others, closely=False), self._judged(suspects, closely=True)]

    def _cases(self) -> "DataFrame":
        texts = self.opened.texts(self.records.columns(), self.records.matched.groups)
        texts.createOrReplaceTempView(_TEXTS)
        kept = (SPARK.name(FILE), SPARK.name(BROKEN), *self.records.given_cells())
        return texts.sparkSession.sql(self.records.cases(f"SELECT * FROM {_TEXTS}", kept))

    def needed(self) -> list[str]:
        """List the columns that the rules look at; texts are heavy to carry on."""
        remarks = (name for _, name in self.records.remarks())
        own = (*self.records.groups, *self.records.answers, *remarks)
        return [CASE, *own, *map(SPARK.name, REASONS)]

    def _judged(self, cases: "DataFrame", *, closely: bool) -> "DataFrame":
        from pyspark.sql.functions import col, expr, udf

        tests: dict[str, list[str]] = {reason: ["false"] for reason in REASONS}
        for fault in self.records.faults():
            tests[fault.reason].append(fault.test)
        del tests[IDENTIFIES]
        flags = [
            f"coalesce({'true' if reason == UNREADABLE else READABLE} AND ({' OR '.join(any_of)}),"
            f" false) AS {SPARK.name(reason)}"
            for reason, any_of in tests.items()
        ]
        identifies = expr("false")
        if closely:
            # A function without a name travels whole: workers need nothing of this floor.
            look = udf(lambda name: bool(identifiers(name)), "boolean", useArrow=False)
            identifies = look(col(CASE)) & col(READABLE)
        return cases.selectExpr("*", *flags).withColumn(IDENTIFIES, identifies)

    def with_slips(self, hearing: Hearing, parts: Iterable["DataFrame"]) -> "SparkRecords":
        """The same, where words that are nearly an answer are heard for danger.

        Args:
            hearing: What is listened with.
            parts: All records, each with what is wrong with it.
        """
        if not self.records.can_slip:
            return self
        said = f"{self.records.slipped()} AS slipped"
        words = [
            (row.question, row.word)
            for part in parts
            for row in part.where(SPARK.name(ANSWER))
            .selectExpr(said)
            .selectExpr("inline(slipped)")
            .groupBy("question", "word")
            .count()
            .orderBy("count", "question", "word", ascending=[False, True, True])
            .limit(_MOST_WORDS)
            .collect()
        ]
        return replace(self, records=replace(self.records, slips=hearing.slips(words)))

    def rejects(
        self, judged: "DataFrame", heard: dict[str, str], keep_until: date | None = None
    ) -> "DataFrame":
        """List what is wrong with records, a row for each fault, in the columns SPARK_REJECTED.

        Args:
            judged: Records, each with what is wrong with it.
            heard: Of lines that are no record, the dangers in them.
            keep_until: Until when they may be kept; None for no such column.
        """
        file = f"{SPARK.harmless(SPARK.name(FILE))} AS file"
        line = "CAST(NULL AS BIGINT) AS line"
        columns = (line, *REJECTED[1:], file, *keep_column(keep_until))
        return (
            self.rejected(judged, heard)
            .selectExpr(SPARK.name(FILE), URGENT, "inline(found)")
            .selectExpr(*columns)
        )

    def rejected(self, judged: "DataFrame", heard: dict[str, str]) -> "DataFrame":
        """List the records that are rejected, each with its faults and the dangers it tells of.

        Args:
            judged: Records.
            heard: The dangers of those that are none (`heard_torn`).
        """
        from pyspark.sql import Observation
        from pyspark.sql.functions import count, lit

        program, file = self.records.program, SPARK.name(FILE)
        own = (CASE, file, f"{self.records.told()} AS found", f"{TORN} AS torn")
        listed = (*own, *self.records.readable_answers())
        told = judged.where(IS_REJECTED).selectExpr(*listed)
        # Counted only because nothing moves past a count: else Spark writes the reading of every
        # cell out in every rule that looks at it, and is never done planning.
        told = told.observe(Observation(), count(lit(1)).alias("records"))
        told.createOrReplaceTempView(_REJECTED)
        kept = (file, "found", "torn")
        said = select(program, SPARK.select, _REJECTED, kept=kept, encoded=True)
        urgent = f"nullif({urgent_column(program, SPARK)}, '') AS {URGENT}"
        return with_heard(judged.sparkSession.sql(said).selectExpr(*kept, urgent), heard)
