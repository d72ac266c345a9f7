"""Write the advice of a table of answers as Spark does it: ids in place of numbers and bits."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from integraal.batch.duckdb.advice_table import PROMISED
from integraal.batch.duckdb.records import CASE, group_name
from integraal.batch.spark.cells import name_of, text
from integraal.engine.program import Program
from integraal.engine.sql.dialects import SPARK
from integraal.engine.sql.encoding import WORD
from integraal.engine.sql.select import DIRECTIONS, columns, select

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_ANSWERS = "integraal_answers"


def result(
    spark: "SparkSession", program: Program, answers: "DataFrame", groups: Sequence[str] = ()
) -> "DataFrame":
    """Evaluate answers, a row for each case.

    Args:
        spark: A session.
        program: The lowered instrument.
        answers: `casus`, groups, and an answer to each question as `Encoding.answers` has it.
        groups: Names of columns that are copied.
    """
    kept = {group_name(number): name for number, name in enumerate(groups)}
    answers.createOrReplaceTempView(_ANSWERS)
    advice = spark.sql(select(program, SPARK, _ANSWERS, kept=tuple(kept), encoded=True))
    copied = (f"{column} AS {name_of(name)}" for column, name in kept.items())
    return advice.selectExpr(*_shown(program), *copied)


def _shown(program: Program) -> list[str]:
    """Write the columns of the result, in the order of PROMISED."""
    instrument, names = program.instrument, columns(program)
    levels = [level.id for level in instrument.scale.levels] if instrument.scale else []
    rules = [rule.id for rule in instrument.rules]
    shown = (
        CASE,
        _chosen("level", levels),
        _chosen("reach", levels),
        "settled = 1",
        "provisional = 1",
        _chosen("current", levels),
        _chosen("feasible", levels),
        _chosen("direction", [each.value for each in DIRECTIONS]),
        _ids(names.fired, rules),
        _ids(names.open, rules),
        _ids(names.outcomes, [outcome.id for outcome in instrument.outcomes]),
        _ids(names.actions, [action.id for action in instrument.actions]),
        text(instrument.version),
        text(instrument.fingerprint),
    )
    named = zip(shown, PROMISED, strict=True)
    return [f"{expression} AS {name}" for expression, name in named]


def _chosen(column: str, ids: Sequence[str]) -> str:
    """Write the id that a number stands for; NULL where it stands for none."""
    cases = " ".join(f"WHEN {number} THEN {text(one)}" for number, one in enumerate(ids))
    return f"CASE {column} {cases} ELSE NULL END" if cases else "CAST(NULL AS STRING)"


def _ids(words: Sequence[str], ids: Sequence[str]) -> str:
    """Write the ids whose bits are set, with `;` between them, in their order.

    What has no bit is NULL, and concat_ws leaves that out. Nothing is gathered over rows.
    """
    parts = (
        f"CASE WHEN ({words[number // WORD]} & {1 << number % WORD}) <> 0 THEN {text(one)} END"
        for number, one in enumerate(ids)
    )
    return f"concat_ws(';', {', '.join(parts)})" if ids else "''"
