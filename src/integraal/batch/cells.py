"""Read cells as answers, in SQL: ids or labels in any language, and a mark where neither fits.

What a cell may say is written out beforehand, so that no row is looked at by Python. An answer is
one integer, as `Encoding.answers` has it, or a number; a cell that says nothing known becomes
FAULT, which no answer can be. Every dialect reads a cell as the same answer.

Two columns may have become one question. Then the answer of the highest need counts, and not
knowing goes before all but the highest; a fault in the one keeps what the other says.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from integraal.batch.columns import NO, YES, Used
from integraal.batch.dialects import TableDialect
from integraal.engine.sql.encoding import answer_name, bits_of, number_where_fits, summed
from integraal.model.answers import DONT_KNOW, NONE_OF_THESE
from integraal.model.instrument import Kind, Question

NUMBER = "-?(0|[1-9][0-9]{0,14})([.,][0-9]{1,9})?"
"""As in a case file, or with a comma."""
FAULT = -1
"""No answer: those are 0 or more. Among numbers it is not a number. One below is a fault beside an
answer in another column: FAULT less that answer."""
BLANK = r"[\s\p{Z};,|]*"
"""Pattern of an item of a list that says nothing."""
_SHIFT = 50
_LENGTH = 1 << _SHIFT
"""Counts, beside the bits of options, how long the ids are that were found in a cell."""
_KNOWN, _BLANK = 1 << 50, 1 << 56
"""Count, beside the bits of options, the cells of a question that say yes or no, or nothing."""


def answer_column(question: Question, dialect: TableDialect) -> str:
    """Name the column that holds an answer."""
    is_number = question.kind is Kind.NUMBER
    return dialect.name(question.id) if is_number else answer_name(question)


def list_as_text(items: str, dialect: TableDialect) -> str:
    """Write a list as one text, as it stands in a cell; NULL where there is no list at all.

    An empty one says that none applies; an item with nothing in it says that nobody knows about the
    others, and never no.
    """
    unknown = f"item IS NULL OR {dialect.full_match('item', BLANK)}"
    said = f"CASE WHEN {unknown} THEN {dialect.text(DONT_KNOW.value)} ELSE item END"
    each = f"{dialect.transform}({items}, {dialect.function('item', said)})"
    joined = f"{dialect.join}({each}, ';')"
    return f"CASE {joined} WHEN '' THEN {dialect.text(NONE_OF_THESE)} ELSE {joined} END"


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells that answer one question, in one dialect of SQL."""

    used: Used
    dialect: TableDialect

    @property
    def answer(self) -> str:
        """The name of the column that holds the answer."""
        return answer_column(self.used.question, self.dialect)

    @property
    def is_fault(self) -> str:
        """The condition that the cell says nothing known."""
        is_number = self.used.question.kind is Kind.NUMBER
        return f"isnan({self.answer})" if is_number else f"{self.answer} < 0"

    @property
    def readable(self) -> str:
        """What can be read of the answer where the cell may be a fault."""
        if self.used.question.kind is Kind.NUMBER:
            return f"CASE WHEN isnan({self.answer}) THEN NULL ELSE {self.answer} END"
        return f"CASE WHEN {self.answer} < 0 THEN {FAULT} - {self.answer} ELSE {self.answer} END"

    @property
    def found(self) -> str:
        """The name of the column that holds what `found_in` writes."""
        return self.dialect.name(f"found {self.used.question.id}")

    @property
    def _bits(self) -> dict[str, int]:
        return dict(bits_of(self.used.question))

    @property
    def _blank(self) -> tuple[str, ...]:
        return ("", *self.used.words.not_known)

    def found_in(self) -> str | None:
        """Write which ids stand in a cell of several, and how long they are together.

        Worked out before `answer_of`, which looks at it twice, under the name `found`.
        """
        if self.used.by_two_names:
            return self._found_by_name()
        if self.used.question.kind is not Kind.SEVERAL:
            return None
        if self.used.by_option:
            return self._found_by_option()
        column = f"(';' || {self.dialect.name(self.used.columns[0])} || ';')"
        return summed(
            (
                f"contains({column}, {self.dialect.text(f';{option};')})",
                bit + (len(option) + 1) * _LENGTH,
            )
            for option, bit in self._bits.items()
        )

    def answer_of(self) -> str:
        """Write the answer in the cells of the question."""
        if self.used.by_option:
            return self._by_option()
        if self.used.by_two_names:
            return self._by_name()
        column = self.dialect.name(self.used.columns[0])
        match self.used.question.kind:
            case Kind.ONE:
                return self._one(column)
            case Kind.SEVERAL:
                return self._several(column)
            case Kind.NUMBER:
                return self._number(column)
            case Kind.TEXT:
                raise AssertionError("a free text is in no rule")

    def says_nothing_known(self, column: str) -> str:
        """Write the condition that the cell of one option is no yes, no no, and not left open."""
        return f"NOT {self.dialect.one_of(column, (*YES, *NO, *self._blank))}"

    def is_no_answer(self, column: str) -> str:
        """Write the condition that the cell of one of several names says nothing known."""
        return f"{self._need(column)} < 0"

    def differ(self) -> str:
        """Write the condition that columns which became one question say different things."""
        needs = [self._need(self.dialect.name(column)) for column in self.used.columns]
        pairs = combinations(needs, 2)
        return " OR ".join(f"({a} > 0 AND {b} > 0 AND {a} <> {b})" for a, b in pairs)

    def has_old(self, old: str) -> str:
        """Write the condition that a cell holds an option under an old name."""
        word = re.escape(old)
        pattern = rf"(?i)(\A|[;,|])\p{{Zs}}*{word}\p{{Zs}}*([;,|]|\z)"
        names = map(self.dialect.name, self.used.columns)
        tests = (self.dialect.matches(f"coalesce({name}, '')", pattern) for name in names)
        return " OR ".join(tests)

    @property
    def _needs(self) -> dict[int, int]:
        """The answer that each place in the order of needs stands for; 0 stands for nothing."""
        *low, highest = (self._bits[option] for option in self.used.question.option_ids)
        return dict(enumerate((0, *low, 0, highest)))

    def _need(self, column: str) -> str:
        """Write how much need a cell says: 0 where it says nothing, FAULT where it is no answer."""
        places = {bit: place for place, bit in self._needs.items() if bit}
        words = {w: places[self._bits[o]] for w, o in self.used.words.labels.items()}
        unsure = dict.fromkeys(self.used.words.not_known, len(places))
        meanings = {"": 0} | unsure | words
        return f"CASE lower(trim(coalesce({column}, ''))) {self._cases(meanings)} ELSE {FAULT} END"

    def _found_by_name(self) -> str:
        """Write the highest need that the columns of a question say, and whether any is a fault."""
        needs = ", ".join(self._need(self.dialect.name(column)) for column in self.used.columns)
        return f"greatest(0, {needs}) * 2 + CASE WHEN least({needs}) < 0 THEN 1 ELSE 0 END"

    def _by_name(self) -> str:
        cases = (
            f"WHEN {2 * place} THEN {bit} WHEN {2 * place + 1} THEN {FAULT - bit}"
            for place, bit in self._needs.items()
        )
        return f"CASE {self.found} {' '.join(cases)} ELSE 0 END"

    def _one(self, column: str) -> str:
        bits, words = self._bits, self.used.words
        others = dict.fromkeys(words.not_known, 0) | {w: bits[o] for w, o in words.labels.items()}
        slowly = f"CASE lower(trim({column})) {self._cases({'': 0} | others)} ELSE {FAULT} END"
        slowly = f"CASE WHEN {column} IS NULL THEN 0 ELSE {slowly} END"
        return f"CASE {column} {self._cases(bits)} ELSE {slowly} END"

    def _cases(self, meanings: Mapping[str, int]) -> str:
        return " ".join(f"WHEN {self.dialect.text(word)} THEN {n}" for word, n in meanings.items())

    def _several(self, column: str) -> str:
        """Take the ids that were found where they fill the cell; else look at each part."""
        bits, words, dialect = self._bits, self.used.words, self.dialect
        known = {word: bits[option] for word, option in words.labels.items()}
        known |= bits | dict.fromkeys(words.not_known, bits[DONT_KNOW.value])
        # Folded beforehand: inside the CASE it would be done anew for every word.
        folded, is_there = (dialect.function("p", f) for f in ("lower(trim(p))", "p <> ''"))
        parts = f"split(translate({column}, ',|', ';;'), ';')"
        parts = f"filter({dialect.transform}({parts}, {folded}), {is_there})"
        meant = f"CAST(CASE p {self._cases(known)} ELSE {FAULT} END AS BIGINT)"
        each = f"{dialect.transform}({parts}, {dialect.function('p', meant)})"
        # A word and its id mean the same, so bits are put together and not added up.
        slowly = dialect.fold(each, f"CASE WHEN a < 0 OR b < 0 THEN {FAULT} ELSE a | b END")
        quickly = f"({self.found} & {_LENGTH - 1})"
        return (
            f"CASE WHEN {column} IS NULL THEN 0"
            f" WHEN ({self.found} >> {_SHIFT}) = length({column}) + 1"
            f" THEN {self._consistent(quickly)} ELSE {self._consistent(slowly)} END"
        )

    def _consistent(self, said: str) -> str:
        """Write FAULT where "none of these" stands beside something else."""
        none = self._bits[NONE_OF_THESE]
        return f"CASE WHEN ({said} & {none}) <> 0 AND {said} <> {none} THEN {FAULT} ELSE {said} END"

    def _number(self, column: str) -> str:
        written = f"replace(trim({column}), ',', '.')"
        number = number_where_fits(f"TRY_CAST({written} AS DOUBLE)", self.used.question.numbers)
        fault = "CAST('nan' AS DOUBLE)"
        return (
            f"CASE WHEN {self.dialect.one_of(column, self._blank)} THEN NULL"
            f" WHEN {self.dialect.full_match(written, NUMBER)} THEN coalesce({number}, {fault})"
            f" ELSE {fault} END"
        )

    def _by_option(self) -> str:
        """Put one yes/no column for each option together; one without a column is unknown."""
        bits, found = self._bits, self.found
        chosen = f"({found} & {_KNOWN - 1})"
        all_said = len(self.used.columns) == len(self.used.question.option_ids)
        blank = f"{found} >= {_BLANK}" if all_said else "true"
        rest = (
            f"CASE WHEN {blank} THEN {bits[DONT_KNOW.value]}"
            f" WHEN {chosen} = 0 THEN {bits[NONE_OF_THESE]} ELSE 0 END"
        )
        return (
            f"CASE WHEN {found} IS NULL THEN {FAULT}"
            f" WHEN ({found} & {_BLANK - _KNOWN}) = 0 THEN 0 ELSE {chosen} + {rest} END"
        )

    def _found_by_option(self) -> str:
        """Write which options are a yes, how many cells are a yes or a no, and how many are blank.

        NULL when a cell is none of these.
        """
        each = []
        for column, option in zip(self.used.columns, self.used.options, strict=True):
            yes = self._bits[option] + _KNOWN
            meanings = ((YES, yes), (NO, _KNOWN), (self._blank, _BLANK))
            cases = (
                f"WHEN {self.dialect.one_of(self.dialect.name(column), words)} THEN {meaning}"
                for words, meaning in meanings
            )
            each.append(f"CASE {' '.join(cases)} END")
        return f"({' + '.join(each)})"
