"""Read cells as answers, in SQL: ids or labels in any language, and a mark where neither fits.

What a cell may say is written out beforehand, so that no row is looked at by Python. An answer is
one integer, as `Encoding.answers` has it, or a number; a cell that says nothing known becomes
FAULT, which no answer can be.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from integraal.batch.table.source import quoted_name
from integraal.engine.sql.encoding import (
    DONT_KNOW,
    NONE_OF_THESE,
    answer_name,
    bits_of,
    quoted,
    summed,
)
from integraal.model.instrument import Instrument, Kind, Question

NUMBER = "-?(0|[1-9][0-9]{0,14})([.,][0-9]{1,9})?"
"""As in a case file, or with a comma."""
FAULT = -1
"""No answer: those are 0 or more. Among numbers it is not a number."""
_LENGTH = 1 << 50
"""Counts, beside the bits of options, how long the ids are that were found in a cell."""
_KNOWN, _BLANK = 1 << 50, 1 << 56
"""Count, beside the bits of options, the cells of a question that say yes or no, or nothing."""
YES = ("ja", "yes", "oui", "1", "true", "x", "waar", "vrai")
NO = ("nee", "no", "non", "0", "false", "onwaar", "faux")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that a cell may hold besides ids, in small letters."""

    not_known: tuple[str, ...]
    """That nobody knows."""
    labels: Mapping[str, str]
    """Labels of options, with the option's id."""


@dataclass(frozen=True, slots=True)
class Used:
    """A question, and the columns that answer it."""

    question: Question
    columns: tuple[str, ...]
    """One column; or, for a choose-several question, one for each option, `question.option`."""
    by_option: bool = False

    @property
    def answer(self) -> str:
        """Name the column that holds the answer."""
        question = self.question
        is_number = question.kind is Kind.NUMBER
        return quoted_name(question.id) if is_number else answer_name(question)

    @property
    def is_fault(self) -> str:
        """Write the condition that the cell says nothing known."""
        is_number = self.question.kind is Kind.NUMBER
        return f"isnan({self.answer})" if is_number else f"{self.answer} = {FAULT}"


@dataclass(frozen=True, slots=True)
class Matched:
    """Which columns of a table answer which questions."""

    used: tuple[Used, ...]
    unknown: tuple[str, ...]
    """Columns that are no question; they are named and never copied."""
    groups: tuple[str, ...] = ()
    """Columns that are copied because they were asked for: a region, a period, a team."""


def match_columns(
    instrument: Instrument,
    columns: Sequence[str],
    case: str = "casus",
    groups: tuple[str, ...] = (),
) -> Matched:
    """Find the columns that answer a question: by its id, or by `question.option`."""
    used: list[Used] = []
    taken = {case, *groups}
    for question in instrument.questions():
        single = [name for name in columns if name == question.id]
        options = [f"{question.id}.{option}" for option in question.option_ids]
        if single:
            used.append(Used(question, (question.id,)))
        elif question.kind is Kind.SEVERAL and any(name in columns for name in options):
            used.append(Used(question, tuple(n for n in options if n in columns), by_option=True))
        taken |= {*single, *(name for name in options if used and used[-1].by_option)}
    return Matched(tuple(used), tuple(name for name in columns if name not in taken), groups)


def found_in(used: Used, words: Vocabulary) -> str | None:
    """Write which ids stand in a cell of several, and how long they are together.

    Worked out before `answer_of`, which looks at it twice, under the name `found_name(used)`.
    """
    if used.question.kind is not Kind.SEVERAL:
        return None
    if used.by_option:
        return _found_by_option(used, words)
    column = f"(';' || {quoted_name(used.columns[0])} || ';')"
    return summed(
        (f"contains({column}, {quoted(f';{option};')})", bit + (len(option) + 1) * _LENGTH)
        for option, bit in bits_of(used.question)
    )


def found_name(used: Used) -> str:
    """Name the column that holds what `found_in` writes."""
    return quoted_name(f"found {used.question.id}")


def answer_of(used: Used, words: Vocabulary) -> str:
    """Write the answer in the cells of a question.

    Args:
        used: The question with its columns.
        words: What a cell may hold besides ids.
    """
    if used.by_option:
        return _by_option(used)
    column = quoted_name(used.columns[0])
    match used.question.kind:
        case Kind.ONE:
            return _one(column, used, words)
        case Kind.SEVERAL:
            return _several(column, used, words)
        case Kind.NUMBER:
            return _number(column, words)
        case Kind.TEXT:
            raise AssertionError("a free text is in no rule")


def _one(column: str, used: Used, words: Vocabulary) -> str:
    bits = dict(bits_of(used.question))
    ids = " ".join(f"WHEN {quoted(option)} THEN {bit}" for option, bit in bits.items())
    others = " ".join(f"WHEN {quoted(word)} THEN {bits[o]}" for word, o in words.labels.items())
    unknown = " ".join(f"WHEN {quoted(word)} THEN 0" for word in words.not_known)
    slowly = f"CASE lower(trim({column})) WHEN '' THEN 0 {unknown} {others} ELSE {FAULT} END"
    return f"CASE {column} {ids} ELSE CASE WHEN {column} IS NULL THEN 0 ELSE {slowly} END END"


def _several(column: str, used: Used, words: Vocabulary) -> str:
    """Take the ids that were found where they fill the cell; else look at each part."""
    bits = dict(bits_of(used.question))
    found, none = found_name(used), bits[NONE_OF_THESE]
    said = f"({found} & {_LENGTH - 1})"
    known = {word: bits[o] for word, o in words.labels.items()}
    known |= bits | dict.fromkeys(words.not_known, bits[DONT_KNOW])
    keys, values = ", ".join(map(quoted, known)), ", ".join(map(str, known.values()))
    parts = f"list_filter(string_split_regex({column}, '[;,|]'), lambda p: trim(p) <> '')"
    each = f"list_distinct(list_transform({parts}, lambda p: lower(trim(p))))"
    each = f"list_transform({each}, lambda p: coalesce(MAP([{keys}], [{values}])[p], {FAULT}))"
    # A word and its id mean the same, so bits are put together and not added up.
    both = f"CASE WHEN a < 0 OR b < 0 THEN {FAULT} ELSE a | b END"
    slowly = f"list_reduce(list_prepend(0, {each}), lambda a, b: {both})"
    return (
        f"CASE WHEN {column} IS NULL THEN 0"
        f" WHEN {found} // {_LENGTH} = length({column}) + 1 THEN {_consistent(said, none)}"
        f" ELSE {_consistent(slowly, none)} END"
    )


def _consistent(said: str, none: int) -> str:
    """Write FAULT where "none of these" stands beside something else."""
    return f"CASE WHEN {said} & {none} <> 0 AND {said} <> {none} THEN {FAULT} ELSE {said} END"


def _number(column: str, words: Vocabulary) -> str:
    blank = _one_of(("", *words.not_known))
    number = f"TRY_CAST(replace(trim({column}), ',', '.') AS DOUBLE)"
    is_number = f"regexp_full_match(trim({column}), {quoted(NUMBER)})"
    return (
        f"CASE WHEN regexp_full_match(coalesce({column}, ''), {blank}, 'i') THEN NULL"
        f" WHEN {is_number} THEN {number}"
        " ELSE CAST('nan' AS DOUBLE) END"
    )


def _by_option(used: Used) -> str:
    """Put one yes/no column for each option together; an option without a column is unknown."""
    bits = dict(bits_of(used.question))
    found = found_name(used)
    chosen = f"({found} & {_KNOWN - 1})"
    all_said = len(used.columns) == len(used.question.option_ids)
    blank = f"{found} >= {_BLANK}" if all_said else "true"
    rest = (
        f"CASE WHEN {blank} THEN {bits[DONT_KNOW]}"
        f" WHEN {chosen} = 0 THEN {bits[NONE_OF_THESE]} ELSE 0 END"
    )
    return (
        f"CASE WHEN {found} IS NULL THEN {FAULT} WHEN {found} & {_BLANK - _KNOWN} = 0 THEN 0"
        f" ELSE {chosen} + {rest} END"
    )


def _found_by_option(used: Used, words: Vocabulary) -> str:
    """Write which options are a yes, and how many cells are a yes or a no, and how many are blank.

    NULL when a cell is none of these.
    """
    bits = dict(bits_of(used.question))
    yes, no, blank = (_one_of(listed) for listed in (YES, NO, ("", *words.not_known)))
    each = []
    for name in used.columns:
        cell = f"coalesce({quoted_name(name)}, '')"
        each.append(
            f"CASE WHEN regexp_full_match({cell}, {yes}, 'i')"
            f" THEN {bits[name.partition('.')[2]] + _KNOWN}"
            f" WHEN regexp_full_match({cell}, {no}, 'i') THEN {_KNOWN}"
            f" WHEN regexp_full_match({cell}, {blank}, 'i') THEN {_BLANK} END"
        )
    return f"({' + '.join(each)})"


def says_nothing_known(column: str, words: Vocabulary) -> str:
    """Write the condition that the cell of one option is no yes, no no, and not left open."""
    known = _one_of((*YES, *NO, "", *words.not_known))
    return f"NOT regexp_full_match(coalesce({column}, ''), {known}, 'i')"


def _one_of(listed: Iterable[str]) -> str:
    """Write the pattern of a cell that says one of these words, with spaces around it or not.

    A pattern and not `IN (...)`: DuckDB makes a join of a list, which takes memory for each one and
    loses the order of the rows.
    """
    return quoted(f" *({'|'.join(map(re.escape, listed))}) *")


def labels_of(question: Question, translated: Iterable[Question]) -> dict[str, str]:
    """List the words that stand for an option, in any language; none that could mean two."""
    found: dict[str, str] = {}
    unclear: set[str] = set()
    for each in (question, *translated):
        for option in each.options:
            for word in (option.id.casefold(), option.label.casefold()):
                if found.setdefault(word, option.id) != option.id:
                    unclear.add(word)
    own = {option.casefold() for option in question.option_ids}
    return {word: option for word, option in found.items() if word not in unclear - own}
