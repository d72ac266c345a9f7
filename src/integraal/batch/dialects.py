"""How the engines that read tables write the few things in which their SQL differs.

Each stands on its dialect of the SELECT. What both understand alike is written once, in `cells`
and `records`, and is not here.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from integraal.engine.sql.dialects import DUCKDB as DUCKDB_SELECT
from integraal.engine.sql.dialects import SPARK as SPARK_SELECT
from integraal.engine.sql.encoding import WORD, Dialect, quoted

_CHUNK = 8
FORMULA = "=+-@\t\r"
"""Signs with which a spreadsheet takes a cell for a formula."""
SPACES = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
"""The spaces besides the plain one, as Unicode has them (Zs)."""
_AS_FORMULA = rf"\A'*[{re.escape(FORMULA)}]"
"""Begin of a text that a spreadsheet runs, or that looks as if we had made one harmless."""


@dataclass(frozen=True, slots=True)
class TableDialect:
    """What differs between databases in reading cells and writing advice."""

    select: Dialect
    """How the rules are written."""
    text: Callable[[str], str]
    """A text as a literal."""
    matches: Callable[[str, str], str]
    """Whether some part of a value fits a pattern."""
    one_of: Callable[[str, Iterable[str]], str]
    """Whether a cell is one of these words, in whatever case, with spaces around it or not; an
    empty cell is the empty word."""
    function: Callable[[str, str], str]
    """A function for a list: its parameter, and what becomes of that."""
    transform: str
    """Name of the function that changes each item of a list."""
    fold: Callable[[str, str], str]
    """One integer out of a list of them: from 0, with what becomes of `a` and `b`."""
    join: str
    """Name of the function that makes one text of a list."""
    array: Callable[[str], str]
    """A list of these items."""
    record: Callable[[Mapping[str, str]], str]
    """A value with named parts."""
    ids: Callable[[Sequence[str], Sequence[str]], str]
    """The ids whose bits are set in columns of bits, with `;` between them, in their order."""

    def name(self, column: str) -> str:
        """Write the name of a column."""
        return self.select.quote(column)

    def harmless(self, value: str) -> str:
        """Write a text so that no spreadsheet that opens it in CSV takes it for a formula."""
        mark = self.text("'")
        return (
            f"CASE WHEN {self.matches(value, _AS_FORMULA)} THEN {mark} || {value} ELSE {value} END"
        )

    def unmarked(self, value: str) -> str:
        """Write a text as it was before `harmless`."""
        marked = self.matches(value, f"\\A'{_AS_FORMULA[2:]}")
        return f"CASE WHEN {marked} THEN substr({value}, 2) ELSE {value} END"

    def full_match(self, value: str, pattern: str) -> str:
        """Write whether a whole value fits a pattern; a `$` may also fit before a line break."""
        return self.matches(value, rf"\A(?:{pattern})\z")


# --- DuckDB ---------------------------------------------------------------------------------------


def _one_of_words(value: str, words: Iterable[str]) -> str:
    # A pattern and not `IN (...)`: DuckDB makes a join of a list, which takes memory for each one
    # and loses the order of the rows.
    pattern = quoted(rf"\p{{Zs}}*({'|'.join(map(re.escape, words))})\p{{Zs}}*")
    return f"regexp_full_match(coalesce({value}, ''), {pattern}, 'i')"


def _record(parts: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"'{name}': {value}" for name, value in parts.items()) + "}"


def _ids_by_eight(words: Sequence[str], ids: Sequence[str]) -> str:
    """Write ids eight bits at a time.

    Each of the 256 ways is written out beforehand, so that a row costs a few look-ups and no text
    is put together from single rules.
    """
    parts = []
    for word, name in enumerate(words):
        of_word = ids[word * WORD : (word + 1) * WORD]
        for shift in range(0, len(of_word), _CHUNK):
            here = of_word[shift : shift + _CHUNK]
            ways = (
                ";".join(one for bit, one in enumerate(here) if way >> bit & 1)
                for way in range(1, 1 << len(here))
            )
            listed = ", ".join(("NULL", *map(quoted, ways)))  # NULL takes no `;` with it
            parts.append(f"([{listed}])[1 + (({name} >> {shift}) & {(1 << len(here)) - 1})]")
    return f"concat_ws(';', {', '.join(parts)})" if parts else "''"


DUCKDB = TableDialect(
    DUCKDB_SELECT,
    text=quoted,
    matches=lambda value, pattern: f"regexp_matches({value}, {quoted(pattern)})",
    one_of=_one_of_words,
    function=lambda name, body: f"lambda {name}: {body}",
    transform="list_transform",
    fold=lambda items, body: f"list_reduce(list_prepend(0, {items}), lambda a, b: {body})",
    join="array_to_string",
    array=lambda items: f"[{items}]",
    record=_record,
    ids=_ids_by_eight,
)

# --- Spark ----------------------------------------------------------------------------------------


_spark_text = SPARK_SELECT.literal


def _listed_words(value: str, words: Iterable[str]) -> str:
    return f"lower(trim(coalesce({value}, ''))) IN ({', '.join(map(_spark_text, words))})"


def _named_struct(parts: Mapping[str, str]) -> str:
    listed = ", ".join(f"'{name}', {value}" for name, value in parts.items())
    return f"named_struct({listed})"


def _ids_one_by_one(words: Sequence[str], ids: Sequence[str]) -> str:
    """Write ids; what has no bit is NULL, and concat_ws leaves that out."""
    parts = (
        f"CASE WHEN ({words[number // WORD]} & {1 << number % WORD}) <> 0"
        f" THEN {_spark_text(one)} END"
        for number, one in enumerate(ids)
    )
    return f"concat_ws(';', {', '.join(parts)})" if ids else "''"


SPARK = TableDialect(
    SPARK_SELECT,
    text=_spark_text,
    matches=lambda value, pattern: f"{value} RLIKE {_spark_text(pattern)}",
    one_of=_listed_words,
    function=lambda name, body: f"{name} -> {body}",
    transform="transform",
    fold=lambda items, body: f"aggregate({items}, 0L, (a, b) -> {body})",
    join="array_join",
    array=lambda items: f"array({items})",
    record=_named_struct,
    ids=_ids_one_by_one,
)
