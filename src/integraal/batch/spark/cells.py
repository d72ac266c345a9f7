"""Read cells as answers in Spark's SQL: exactly what `cells` reads in DuckDB's.

Only functions differ, and how a text is written: in Spark a backslash begins something, and older
versions read `''` as the end of one text and the begin of the next.
"""

from integraal.batch.duckdb.cells import FAULT, NO, NUMBER, YES, Used, Vocabulary
from integraal.engine.sql.encoding import DONT_KNOW, NONE_OF_THESE, answer_name, bits_of, summed
from integraal.model.instrument import Kind, Question

_LENGTH = 1 << 50
"""Counts, beside the bits of options, how long the ids are that were found in a cell."""


def name_of(column: str) -> str:
    """Write the name of a column as Spark wants it.

    >>> name_of("leefgebieden.wonen")
    '`leefgebieden.wonen`'
    """
    return "`" + column.replace("`", "``") + "`"


def text(value: str) -> str:
    r"""Write a text as a literal.

    >>> text("d'accord")
    "'d\\'accord'"
    """
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def whole(pattern: str) -> str:
    r"""Write a pattern that a whole text must fit; Java's `$` also fits before a line break.

    >>> whole("[0-9]+")
    "'\\\\A(?:[0-9]+)\\\\z'"
    """
    return text(rf"\A(?:{pattern})\z")


def answer_column(question: Question) -> str:
    """Name the column that holds an answer."""
    return name_of(question.id) if question.kind is Kind.NUMBER else answer_name(question)


def is_fault(question: Question) -> str:
    """Write the condition that a cell says nothing known."""
    column = answer_column(question)
    return f"isnan({column})" if question.kind is Kind.NUMBER else f"{column} = {FAULT}"


def says_nothing_known(column: str, words: Vocabulary) -> str:
    """Write the condition that the cell of one option is no yes, no no, and not left open."""
    known = _listed((*YES, *NO, "", *words.not_known))
    return f"lower(trim(coalesce({column}, ''))) NOT IN ({known})"


def found_in(used: Used) -> str | None:
    """Write which ids stand in a cell of several, and how long they are together.

    Worked out before `answer_of`, which looks at it twice, under the name `found_name(used)`.
    """
    if used.question.kind is not Kind.SEVERAL or used.by_option:
        return None
    column = f"concat(';', {name_of(used.columns[0])}, ';')"
    return summed(
        (f"contains({column}, {text(f';{option};')})", bit + (len(option) + 1) * _LENGTH)
        for option, bit in bits_of(used.question)
    )


def found_name(used: Used) -> str:
    """Name the column that holds what `found_in` writes."""
    return name_of(f"found {used.question.id}")


def answer_of(used: Used, words: Vocabulary) -> str:
    """Write the answer in the cells of a question.

    Args:
        used: The question with its columns, which hold texts.
        words: What a cell may hold besides ids.
    """
    if used.by_option:
        return _by_option(used, words)
    column = name_of(used.columns[0])
    match used.question.kind:
        case Kind.ONE:
            return _one(column, used.question, words)
        case Kind.SEVERAL:
            return _several(column, used, words)
        case Kind.NUMBER:
            return _number(column, words)
        case Kind.TEXT:
            raise AssertionError("a free text is in no rule")


def _one(column: str, question: Question, words: Vocabulary) -> str:
    bits = dict(bits_of(question))
    ids = _cases(bits)
    others = _cases(
        {word: bits[o] for word, o in words.labels.items()} | dict.fromkeys(words.not_known, 0)
    )
    slowly = f"CASE lower(trim({column})) WHEN '' THEN 0 {others} ELSE {FAULT} END"
    return f"CASE WHEN {column} IS NULL THEN 0 ELSE CASE {column} {ids} ELSE {slowly} END END"


def _cases(meanings: dict[str, int]) -> str:
    return " ".join(f"WHEN {text(word)} THEN {number}" for word, number in meanings.items())


def _several(column: str, used: Used, words: Vocabulary) -> str:
    """Take the ids that were found where they fill the cell; else look at each part."""
    bits = dict(bits_of(used.question))
    found, none = found_name(used), bits[NONE_OF_THESE]
    known = {word: bits[o] for word, o in words.labels.items()}
    known |= bits | dict.fromkeys(words.not_known, bits[DONT_KNOW])
    listed = ", ".join(f"{text(word)}, {number}L" for word, number in known.items())
    parts = f"filter(split({column}, '[;,|]'), p -> trim(p) <> '')"
    said = f"coalesce(try_element_at(map({listed}), lower(trim(p))), {FAULT}L)"
    # A word and its id mean the same, so bits are put together and not added up.
    both = f"CASE WHEN a < 0 OR b < 0 THEN {FAULT}L ELSE a | b END"
    slowly = f"aggregate(transform({parts}, p -> {said}), 0L, (a, b) -> {both})"
    return (
        f"CASE WHEN {column} IS NULL THEN 0"
        f" WHEN {found} div {_LENGTH} = length({column}) + 1"
        f" THEN {_consistent(f'({found} & {_LENGTH - 1})', none)}"
        f" ELSE {_consistent(slowly, none)} END"
    )


def _consistent(said: str, none: int) -> str:
    """Write FAULT where "none of these" stands beside something else."""
    return f"CASE WHEN ({said} & {none}) <> 0 AND {said} <> {none} THEN {FAULT} ELSE {said} END"


def _number(column: str, words: Vocabulary) -> str:
    written = f"replace(trim({column}), ',', '.')"
    number = f"try_cast({written} AS DOUBLE)"
    return (
        f"CASE WHEN {column} IS NULL OR lower(trim({column})) IN ('', {_listed(words.not_known)})"
        f" THEN NULL WHEN {written} RLIKE {whole(NUMBER)}"
        f" THEN {number} ELSE double('NaN') END"
    )


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(map(text, words))


def _by_option(used: Used, words: Vocabulary) -> str:
    """Put one yes/no column for each option together; an option without a column is unknown."""
    bits = dict(bits_of(used.question))
    said = {name.partition(".")[2]: f"lower(trim({name_of(name)}))" for name in used.columns}
    yes, no, unknown = map(_listed, (YES, NO, ("", *words.not_known)))

    def some(test: str) -> str:
        return f"coalesce({' OR '.join(f'{word} {test}' for word in said.values())}, false)"

    all_said = len(said) == len(used.question.option_ids)
    blank = " OR ".join(f"coalesce({word}, '') IN ({unknown})" for word in said.values())
    chosen = summed((f"{word} IN ({yes})", bits[option]) for option, word in said.items())
    return (
        f"CASE WHEN {some(f'NOT IN ({yes}, {no}, {unknown})')} THEN {FAULT}"
        f" WHEN NOT {some(f'IN ({yes}, {no})')} THEN 0"
        f" ELSE {chosen} + CASE WHEN {blank if all_said else 'true'} THEN {bits[DONT_KNOW]}"
        f" WHEN {chosen} = 0 THEN {bits[NONE_OF_THESE]} ELSE 0 END END"
    )
