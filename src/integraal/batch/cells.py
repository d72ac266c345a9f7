"""Read cells as answers, in SQL: ids or labels in any language, and a mark where neither fits.

What a cell may say is written out beforehand, so that no row is looked at by Python. A cell that
says none of it becomes FAULT, which no answer can be.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from integraal.batch.source import quoted_name
from integraal.engine.sql_encoding import DONT_KNOW, quoted
from integraal.model.instrument import Instrument, Kind, Question
from integraal.reading.casefile import NONE_OF_THESE

FAULT = "?"
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


@dataclass(frozen=True, slots=True)
class Matched:
    """Which columns of a table answer which questions."""

    used: tuple[Used, ...]
    unknown: tuple[str, ...]
    """Columns that are no question; they are named and never copied."""


def match_columns(instrument: Instrument, columns: Sequence[str], case: str = "casus") -> Matched:
    """Find the columns that answer a question: by its id, or by `question.option`."""
    used: list[Used] = []
    taken = {case}
    for question in instrument.questions():
        single = [name for name in columns if name == question.id]
        options = [f"{question.id}.{option}" for option in question.option_ids]
        if single:
            used.append(Used(question, (question.id,)))
        elif question.kind is Kind.SEVERAL and any(name in columns for name in options):
            used.append(Used(question, tuple(n for n in options if n in columns), by_option=True))
        taken |= {*single, *(name for name in options if used and used[-1].by_option)}
    return Matched(tuple(used), tuple(name for name in columns if name not in taken))


def answer_of(used: Used, words: Vocabulary) -> str:
    """Write the answer in the cells of a question: an id, ids with `;`, a number, NULL or FAULT.

    Args:
        used: The question with its columns.
        words: What a cell may hold besides ids.
    """
    if used.by_option:
        return _by_option(used, words)
    column = quoted_name(used.columns[0])
    match used.question.kind:
        case Kind.ONE:
            return _one(column, used.question, words)
        case Kind.SEVERAL:
            return _several(column, used.question, words)
        case Kind.NUMBER:
            return _number(column, words)
        case Kind.TEXT:
            return "CAST(NULL AS VARCHAR)"  # a free text is in no rule, and is not copied


def _one(column: str, question: Question, words: Vocabulary) -> str:
    ids = " ".join(f"WHEN {quoted(o)} THEN {quoted(o)}" for o in question.option_ids)
    folded = f"lower(trim({column}))"
    others = " ".join(f"WHEN {quoted(word)} THEN {quoted(o)}" for word, o in words.labels.items())
    unknown = " ".join(f"WHEN {quoted(word)} THEN {quoted(DONT_KNOW)}" for word in words.not_known)
    slowly = f"CASE {folded} WHEN '' THEN NULL {unknown} {others} ELSE {quoted(FAULT)} END"
    return f"CASE {column} {ids} ELSE CASE WHEN {column} IS NULL THEN NULL ELSE {slowly} END END"


def _several(column: str, question: Question, words: Vocabulary) -> str:
    known = {**words.labels, **{o: o for o in question.option_ids}}
    known |= dict.fromkeys(words.not_known, DONT_KNOW) | {NONE_OF_THESE: NONE_OF_THESE}
    keys = ", ".join(quoted(word) for word in known)
    values = ", ".join(quoted(option) for option in known.values())
    parts = f"list_filter(string_split_regex({column}, '[;,|]'), lambda p: trim(p) <> '')"
    each = f"list_transform({parts}, lambda p: MAP([{keys}], [{values}])[lower(trim(p))])"
    ids = "|".join(question.option_ids)
    plain = f"regexp_full_match({column}, {quoted(f'({ids})(;({ids}))*')})"
    slowly = (
        f"CASE WHEN list_contains(list_transform({each}, lambda p: p IS NULL), true)"
        f" OR (list_contains({each}, {quoted(NONE_OF_THESE)}) AND len({each}) > 1)"
        f" THEN {quoted(FAULT)} ELSE NULLIF(array_to_string({each}, ';'), '') END"
    )
    return (
        f"CASE WHEN {column} IS NULL OR trim({column}) = '' THEN NULL"
        f" WHEN {plain} THEN {column} ELSE {slowly} END"
    )


def _number(column: str, words: Vocabulary) -> str:
    unknown = ", ".join(map(quoted, words.not_known))
    number = f"TRY_CAST(replace(trim({column}), ',', '.') AS DOUBLE)"
    finite = f"{number} IS NOT NULL AND isfinite({number})"
    return (
        f"CASE WHEN {column} IS NULL OR lower(trim({column})) IN ('', {unknown}) THEN NULL"
        f" WHEN {finite} THEN CAST({number} AS VARCHAR) ELSE {quoted(FAULT)} END"
    )


def _by_option(used: Used, words: Vocabulary) -> str:
    """Put one yes/no column for each option together; an option without a column is unknown."""
    columns = {name.partition(".")[2]: quoted_name(name) for name in used.columns}
    said = {
        o: f"lower(trim({columns[o]}))" if o in columns else "CAST(NULL AS VARCHAR)"
        for o in used.question.option_ids
    }
    said_so = (YES, NO, ("", *words.not_known))
    yes, no, unknown = (", ".join(map(quoted, listed)) for listed in said_so)
    fault = _or(
        f"({word} IS NOT NULL AND {word} NOT IN ({yes}, {no}, {unknown}))" for word in said.values()
    )
    blank = _or(f"({word} IS NULL OR {word} IN ({unknown}))" for word in said.values())
    known = _or(f"{word} IN ({yes}, {no})" for word in said.values())
    chosen = " || ".join(
        f"CASE WHEN {word} IN ({yes}) THEN {quoted(f'{o};')} ELSE '' END"
        for o, word in said.items()
    )
    rest = f"CASE WHEN {blank} THEN {quoted(DONT_KNOW)} ELSE '' END"
    return (
        f"CASE WHEN {fault} THEN {quoted(FAULT)} WHEN NOT coalesce({known}, false) THEN NULL"
        f" ELSE coalesce(NULLIF(rtrim({chosen} || {rest}, ';'), ''), {quoted(NONE_OF_THESE)}) END"
    )


def _or(tests: Iterable[str]) -> str:
    return f"({' OR '.join(tests)})"


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
