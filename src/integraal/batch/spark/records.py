"""Read records as cases with Spark, and find those that cannot be answered; never tell a value.

What is read from a record, and what is wrong with one, is what `records` and `rejects` say of the
same record. Only lines have no number here: pieces of a file are read apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from integraal.batch.duckdb.privacy_check import answering
from integraal.batch.duckdb.records import CASE, SUSPECT_NAME, Records, group_name
from integraal.batch.duckdb.rejects import REJECTED
from integraal.batch.spark.cells import (
    answer_column,
    answer_of,
    found_in,
    found_name,
    is_fault,
    name_of,
    says_nothing_known,
    text,
    whole,
)
from integraal.batch.spark.source import BROKEN, FILE, Opened
from integraal.model.instrument import Kind
from integraal.privacy.identifiers import identifiers

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

UNREADABLE, MISSING, FORM, ANSWER, IDENTIFIES = REASONS = (
    "unreadable-record",
    "case-missing",
    "case-form",
    "no-such-answer",
    "case-identifies",
)
SPARK_REJECTED = (*REJECTED, "file")
"""Columns of the rejects; `line` stays empty, and `file` says where the record came from."""
IS_REJECTED = f"({' OR '.join(map(name_of, REASONS))})"
"""Condition that anything is wrong with a record."""
_PSEUDONYM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
_SUSPECT = f"coalesce({CASE} RLIKE {text(SUSPECT_NAME)}, false)"


@dataclass(frozen=True, slots=True)
class SparkRecords:
    """How the records of a table are read."""

    records: Records
    opened: Opened

    def judged(self) -> list["DataFrame"]:
        """Give all records, with their answers and a column for each of REASONS.

        Names of cases that could be a number or a date of a person are looked at in Python, which
        is slow, and needs integraal where Spark's workers are. So these records are a part of their
        own, which is there only if there are any.
        """
        cases = self._cases()
        suspects = cases.where(_SUSPECT)
        if suspects.select(CASE).head() is None:
            return [self._judged(cases, closely=False)]
        others = cases.where(f"NOT {_SUSPECT}")
        return [self._judged(others, closely=False), self._judged(suspects, closely=True)]

    def _cases(self) -> "DataFrame":
        """Read every cell as an answer; what has no column is not answered."""
        found = [
            f"{expression} AS {found_name(used)}"
            for used in self.records.matched.used
            if (expression := found_in(used)) is not None
        ]
        groups = self.records.matched.groups
        kept = [f"{name_of(name)} AS {group_name(number)}" for number, name in enumerate(groups)]
        cells = (name for used in self.records.answerable() for name in used.columns)
        given = [f"{name_of(name)} AS {_given(name)}" for name in cells]
        texts = self.opened.texts([*answering(self.records), *groups])
        return texts.selectExpr("*", *found).selectExpr(
            f"trim({CASE}) AS {CASE}",
            *(name_of(FILE), name_of(BROKEN)),
            *(*kept, *given, *self._answers()),
        )

    def _answers(self) -> Iterator[str]:
        words = dict(self.records.words)
        columns = {used.question.id: used for used in self.records.answerable()}
        for question in self.records.instrument.questions():
            used = columns.get(question.id)
            if question.kind is Kind.TEXT:
                continue
            if used is not None:
                yield f"{answer_of(used, words[question.id])} AS {answer_column(question)}"
            else:
                empty = "CAST(NULL AS DOUBLE)" if question.kind is Kind.NUMBER else "0"
                yield f"{empty} AS {answer_column(question)}"

    def needed(self) -> list[str]:
        """List the columns that the rules look at; texts are heavy to carry on."""
        groups = (group_name(number) for number, _ in enumerate(self.records.matched.groups))
        asked = (q for q in self.records.instrument.questions() if q.kind is not Kind.TEXT)
        return [CASE, *groups, *map(answer_column, asked), *map(name_of, REASONS)]

    def _judged(self, cases: "DataFrame", *, closely: bool) -> "DataFrame":
        from pyspark.sql.functions import col, expr, udf

        sound = f"NOT {name_of(BROKEN)}"
        bad_cell = " OR ".join(is_fault(used.question) for used in self.records.answerable())
        tests = {
            UNREADABLE: name_of(BROKEN),
            MISSING: f"{sound} AND coalesce({CASE}, '') = ''",
            FORM: f"{sound} AND {CASE} <> '' AND NOT {CASE} RLIKE {whole(_PSEUDONYM)}",
            ANSWER: f"{sound} AND ({bad_cell or 'false'})",
        }
        flags = [f"coalesce({test}, false) AS {name_of(reason)}" for reason, test in tests.items()]
        identifies = expr("false")
        if closely:
            # A function without a name travels whole: workers need nothing of this floor.
            look = udf(lambda name: bool(identifiers(name)), "boolean", useArrow=False)
            identifies = look(col(CASE)) & ~col(BROKEN)
        return cases.selectExpr("*", *flags).withColumn(IDENTIFIES, identifies)

    def _faults_by_cell(self) -> Iterator[tuple[str, str]]:
        """Write what can be wrong with the cells of each column, as `Records.faults_by_cell`."""
        words = dict(self.records.words)
        for used in self.records.answerable():
            for name in used.columns:
                test = is_fault(used.question)
                if used.by_option:
                    test = says_nothing_known(_given(name), words[used.question.id])
                yield name, test

    def rejects(self, judged: "DataFrame") -> "DataFrame":
        """List what is wrong with records, a row for each fault, in the columns SPARK_REJECTED."""
        nothing = "CAST(NULL AS STRING)"
        faults = [
            _told(name_of(UNREADABLE), nothing, nothing, UNREADABLE),
            *(
                _told(name_of(reason), text(CASE), CASE, reason)
                for reason in (MISSING, FORM, IDENTIFIES)
            ),
            *(
                _told(f"{name_of(ANSWER)} AND {test}", text(name), _given(name), ANSWER)
                for name, test in self._faults_by_cell()
            ),
        ]
        found = f"filter(array({', '.join(faults)}), one -> one IS NOT NULL)"
        of_record = judged.where(IS_REJECTED).selectExpr(name_of(FILE), f"inline({found})")
        return of_record.selectExpr(
            "CAST(NULL AS BIGINT) AS line", *REJECTED[1:], f"{name_of(FILE)} AS file"
        )


def _given(column: str) -> str:
    """Name the column that keeps a value as it was given."""
    return name_of(f"given {column}")


def _told(test: str, column: str, value: str, reason: str) -> str:
    """Write what is told of a fault; NULL where it is not so."""
    kind = (
        f"CASE WHEN coalesce({value}, '') = '' THEN 'empty' WHEN {value} RLIKE {whole('[0-9]+')}"
        f" THEN 'digits' WHEN {value} RLIKE '[0-9]' THEN 'mixed' ELSE 'letters' END"
    )
    return (
        f"CASE WHEN {test} THEN named_struct('column', {column}, 'kind', {kind},"
        f" 'length', length({value}), 'reason', {text(reason)}) END"
    )
