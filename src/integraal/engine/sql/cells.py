"""Read the cells of somebody's own table: clean text first, then one integer for each question.

A cell holds the id of an option, `weet_niet`, or, where several may be chosen, ids with `;`, `,` or
`|` between them, or `geen_van_deze`. Capitals, and blanks around an id, say nothing. NULL, and a
cell with nothing in it, is unknown. What is none of these is not understood: it makes its question
unknown, or of a list every option that is not named, and is told; it is never a no.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from integraal.engine.program import Program
from integraal.engine.sql.encoding import (
    Dialect,
    answer_name,
    bits_of,
    number_where_fits,
    query,
    quoted,
    summed,
)
from integraal.model.answers import DONT_KNOW, NONE_OF_THESE
from integraal.model.instrument import Kind, Question
from integraal.model.sheet import CASE

NOT_UNDERSTOOD = "not_understood"
"""The column with the ids of the questions of which something was not understood."""
_BLANKS = (9, 10, 13, 160)
"""Signs that look like a space: tab, line breaks, and a space at which no line breaks."""
_OPEN, _SHUT = 1, 2
"""Signs that stand in no text; a run of anything becomes one of it between them."""
_NO_NUMBER = "CASE WHEN 1 = 0 THEN 0.5 ELSE NULL END"
"""Unknown, and a number to every database."""


def used_questions(program: Program) -> tuple[Question, ...]:
    """The questions on which anything hangs that the SELECT says, in their order."""
    asked_about = {leaf.question for leaf in program.leaves}
    if program.instrument.present is not None:
        asked_about.add(program.instrument.present.question)
    return tuple(q for name, q in program.every_question.items() if name in asked_about)


class Cells:
    """How the cells of a row become answers."""

    def __init__(
        self,
        program: Program,
        dialect: Dialect,
        given: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Name the cells that are read.

        Args:
            program: The lowered instrument.
            dialect: Of the database.
            given: The columns that answer each question; None where every question that is used
                has one by its own name. A question without a column is unknown. Under `casus`, what
                the column with the name of the case is called, where that is something else.
        """
        self.dialect = dialect
        (self.case,) = (given or {}).get(CASE, (CASE,))
        self.old = _old_names(program)
        self.columns: dict[str, tuple[str, str]] = {}
        """The columns of the table, by the name of what was read there; each with its question."""
        self.texts: dict[Question, list[str]] = {}
        """The names of what was read for each question that is used."""
        for question in used_questions(program):
            listed = (question.id,) if given is None else given.get(question.id, ())
            names = [f"said{len(self.columns) + place}" for place in range(len(listed))]
            self.columns |= {
                name: (column, question.id) for name, column in zip(names, listed, strict=True)
            }
            self.texts[question] = names

    def steps(self, source: str, kept: Sequence[str]) -> list[tuple[str, str]]:
        """Name and write the steps from the table to its answers, with `not_understood`."""
        read = (f"{self.dialect.quote(self.case)} AS {CASE}", *kept)
        answers = (*self.answers(), (NOT_UNDERSTOOD, self.not_understood()))
        return [
            ("said", query(read, self.said(), source)),
            ("answered", query((CASE, *kept), answers, "said")),
        ]

    def said(self) -> Iterator[tuple[str, str]]:
        """Name and write the clean text of every cell that is read."""
        kinds = {question.id: question.kind for question in self.texts}
        for name, (column, question) in self.columns.items():
            text = self._spaced(f"LOWER(CAST({self.dialect.quote(column)} AS {self.dialect.text}))")
            match kinds[question]:
                case Kind.SEVERAL:
                    yield name, self._listed(text)
                case Kind.NUMBER:
                    yield name, f"REPLACE(TRIM({text}), ',', '.')"
                case _:
                    yield name, f"TRIM({text})"

    def answers(self) -> Iterator[tuple[str, str]]:
        """Name and write, for every question that is used, its answer as one integer, or number."""
        for question, texts in self.texts.items():
            if question.kind is Kind.NUMBER:
                written = self._number(question, texts[0]) if texts else _NO_NUMBER
                yield self.dialect.quote(question.id), written
            else:
                yield answer_name(question), self._answer(question, texts) if texts else "0"

    def not_understood(self) -> str:
        """Write the ids of the questions of which something was not understood, as `a;b`."""
        parts = [
            f"CASE WHEN {' OR '.join(self._is_strange(question, text) for text in texts)}"
            f" THEN {quoted(f';{question.id}')} ELSE '' END"
            for question, texts in self.texts.items()
            if texts
        ]
        return f"SUBSTR({' || '.join(parts)}, 2)" if parts else "''"

    # --- Clean text -------------------------------------------------------------------------------

    def _spaced(self, text: str) -> str:
        """Write a text with a space for every blank; quicker than to trim them all."""
        for blank in _BLANKS:
            text = f"REPLACE({text}, {self._sign(blank)}, ' ')"
        return text

    def _listed(self, text: str) -> str:
        """Write a list as `;a;b;`, with nothing around its items; an empty one is `;`."""
        for separator in (",", "|"):
            text = f"REPLACE({text}, '{separator}', ';')"
        text = self._single(f"';' || {text} || ';'", " ")
        for around in ("; ", " ;"):
            text = f"REPLACE({text}, '{around}', ';')"
        return self._single(text, ";")

    def _single(self, text: str, sign: str) -> str:
        """Write a text in which a sign never stands beside itself."""
        opened, shut = self._sign(_OPEN), self._sign(_SHUT)
        text = f"REPLACE({text}, '{sign}', {opened} || {shut})"
        text = f"REPLACE({text}, {shut} || {opened}, '')"
        return f"REPLACE({text}, {opened} || {shut}, '{sign}')"

    def _sign(self, number: int) -> str:
        return f"{self.dialect.sign}({number})"

    # --- What it says -----------------------------------------------------------------------------

    def _number(self, question: Question, text: str) -> str:
        """Write the number that a clean text is; NULL where it is none that answers."""
        return number_where_fits(self.dialect.number(text), question.numbers)

    def _answer(self, question: Question, texts: Sequence[str]) -> str:
        """Write the answer of one cell, or the highest need of more."""
        if question.kind is Kind.SEVERAL:
            return self._several(question, texts[0])
        if len(texts) > 1:
            return self._highest(question, texts)
        words = [(w, bit) for o, bit in bits_of(question) for w in self._words(question, o)]
        cases = " ".join(f"WHEN {quoted(word)} THEN {bit}" for word, bit in words)
        return f"CASE {texts[0]} {cases} ELSE 0 END"

    def _several(self, question: Question, text: str) -> str:
        *said, (_, none), (_, unsure) = bits_of(question)
        parts = [
            (" OR ".join(_has(text, word) for word in self._words(question, option)), bit)
            for option, bit in said
        ]
        alone, rest = quoted(_item(NONE_OF_THESE)), _rest(text, self._every_word(question))
        more = f"{text} <> {alone} AND {rest} <> ''"
        return summed([*parts, (f"{text} = {alone}", none), (more, unsure)])

    def _highest(self, question: Question, texts: Sequence[str]) -> str:
        """Write the highest need that cells say; not knowing goes before all but the highest."""
        *low, (most, highest) = bits_of(question)
        listed = ", ".join(map(quoted, self._every_word(question)))
        unclear = " OR ".join(f"({text} <> '' AND {text} NOT IN ({listed}))" for text in texts)
        said = [(self._says(question, option, texts), bit) for option, bit in reversed(low)]
        whole = [(self._says(question, most, texts), highest), (unclear, 0), *said]
        cases = " ".join(f"WHEN {test} THEN {bit}" for test, bit in whole)
        return f"CASE {cases} ELSE 0 END"

    def _says(self, question: Question, option: str, texts: Sequence[str]) -> str:
        listed = ", ".join(map(quoted, self._words(question, option)))
        return " OR ".join(f"{text} IN ({listed})" for text in texts)

    def _is_strange(self, question: Question, text: str) -> str:
        """Write the condition that a cell holds something that is not understood."""
        words = (*self._every_word(question), DONT_KNOW.value)
        match question.kind:
            case Kind.SEVERAL:
                return f"{text} <> {quoted(_item(NONE_OF_THESE))} AND {_rest(text, words)} <> ''"
            case Kind.NUMBER:
                return f"{_is_none_of(text, words)} AND {self._number(question, text)} IS NULL"
            case Kind.ONE | Kind.TEXT:
                return _is_none_of(text, words)
            case _:
                assert_never(question.kind)

    def _every_word(self, question: Question) -> list[str]:
        return [word for option in question.option_ids for word in self._words(question, option)]

    def _words(self, question: Question, option: str) -> list[str]:
        """How an option is called, and was called before."""
        return [option, *self.old.get((question.id, option), ())]


def _item(word: str) -> str:
    return f";{word};"


def _has(text: str, word: str) -> str:
    """Write that a clean list has an item; ids hold no sign that LIKE minds but `_`."""
    pattern = _item(word).replace("_", "!_")
    return f"{text} LIKE {quoted(f'%{pattern}%')} ESCAPE '!'"


def _rest(text: str, words: Iterable[str]) -> str:
    """Write what a clean list holds besides these words."""
    rest = f"REPLACE({text}, ';', ';;')"
    for word in words:
        rest = f"REPLACE({rest}, {quoted(_item(word))}, '')"
    return f"REPLACE({rest}, ';;', '')"


def _is_none_of(text: str, words: Iterable[str]) -> str:
    """Write that a clean text is something else, and not nothing."""
    return f"{text} NOT IN ({', '.join(map(quoted, ('', *words)))})"


def _old_names(program: Program) -> dict[tuple[str, str], list[str]]:
    """Names of before, by the question and the option that they became."""
    instruments = (program.instrument, *(each.instrument for each in program.watched))
    found: dict[tuple[str, str], list[str]] = {}
    for renamed in (each for instrument in instruments for each in instrument.renamed):
        names = found.setdefault((renamed.question, renamed.to), [])
        if renamed.option and renamed.option not in names:
            names.append(renamed.option)
    return found
