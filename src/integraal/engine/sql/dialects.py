"""How databases write the few things in which they differ."""

from integraal.engine.sql.encoding import Dialect, quoted


def _ampersand(left: str, right: str) -> str:
    return f"({left} & {right})"


def _bitand(left: str, right: str) -> str:
    return f"BITAND({left}, {right})"


def _like(column: str, option: str) -> str:
    """Look for an option between separators; ids hold no sign that LIKE minds but `_`."""
    pattern = quoted(f"%;{option.replace('_', '!_')};%")
    return f"CONCAT(';', {column}, ';') LIKE {pattern} ESCAPE '!'"


def _contains(column: str, option: str) -> str:
    return f"contains(';' || {column} || ';', {quoted(f';{option};')})"


def _double_quotes(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _brackets(name: str) -> str:
    return "[" + name.replace("]", "]]") + "]"


def _backticks(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


DUCKDB = Dialect("duckdb", _ampersand, _contains, _double_quotes)
POSTGRES = Dialect("postgres", _ampersand, _like, _double_quotes, "AS MATERIALIZED")
SQLSERVER = Dialect("sqlserver", _ampersand, _like, _brackets)
SPARK = Dialect("spark", _ampersand, _like, _backticks)
SNOWFLAKE = Dialect("snowflake", _bitand, _like, _double_quotes)
DIALECTS = {dialect.name: dialect for dialect in (DUCKDB, POSTGRES, SQLSERVER, SPARK, SNOWFLAKE)}
"""By name."""
