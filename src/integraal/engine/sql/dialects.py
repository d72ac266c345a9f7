"""How databases write the few things in which they differ."""

from integraal.engine.sql.encoding import Dialect

_NUMBER = "-?(0|[1-9][0-9]{0,14})([.][0-9]{1,20})?"


def _double_quotes(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _backticks(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _spark_literal(text: str) -> str:
    r"""Write a text as a literal of Spark, in which a backslash begins something.

    Older versions read `''` as the end of one text and the begin of the next.

    >>> _spark_literal("d'accord")
    "'d\\'accord'"
    """
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _duckdb_number(text: str) -> str:
    is_number = f"regexp_full_match({text}, '{_NUMBER}')"
    return f"CASE WHEN {is_number} THEN CAST({text} AS DOUBLE) END"


def _postgres_number(text: str) -> str:
    return f"CASE WHEN {text} ~ '^{_NUMBER}$' THEN CAST({text} AS DOUBLE PRECISION) END"


def _spark_number(text: str) -> str:
    # To Java, `$` also fits before some line breaks.
    return f"CASE WHEN {text} RLIKE '^{_NUMBER}$' THEN TRY_CAST({text} AS DOUBLE) END"


def _sqlite_number(text: str) -> str:
    """Write a number by what it looks like: SQLite has no patterns of its own but these."""
    tests = (
        f"({text} GLOB '[0-9]*' OR {text} GLOB '-[0-9]*')",
        f"{text} GLOB '*[0-9]'",
        *(f"{text} NOT GLOB '{unlike}'" for unlike in ("*.*.*", "0[0-9]*", "-0[0-9]*")),
        f"SUBSTR({text}, 2) NOT GLOB '*[^0-9.]*'",
        f"ABS(CAST({text} AS REAL)) < 1e15",
    )
    return f"CASE WHEN {' AND '.join(tests)} THEN CAST({text} AS REAL) END"


DUCKDB = Dialect("duckdb", _double_quotes, _duckdb_number)
POSTGRES = Dialect("postgres", _double_quotes, _postgres_number, step="AS MATERIALIZED (\n  {}\n)")
# Between double quotes, SQLite takes a name that it does not know for a text.
# It knows MATERIALIZED since 2021 only; a query with an OFFSET stays as it is in every version.
SQLITE = Dialect(
    "sqlite",
    _backticks,
    _sqlite_number,
    sign="CHAR",
    step="AS (\n  {}\n  LIMIT -1 OFFSET 0\n)",
)
SPARK = Dialect("spark", _backticks, _spark_number, "STRING", literal=_spark_literal)
DIALECTS = {dialect.name: dialect for dialect in (DUCKDB, POSTGRES, SQLITE, SPARK)}
"""By name."""
