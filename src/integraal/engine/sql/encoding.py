"""Turn answer columns into bits of a program's leaves, once for each row.

First every answer becomes one integer with a bit for each option, and 0 where nobody knows; then
every leaf is a test of such an integer. A leaf has a bit on two rails: it is known whether it
holds, and it is known to hold. A text column holds the id of an option, `weet_niet`, or, where
several may be chosen, ids with `;` between them or `geen_van_deze`; NULL, or a text that is none
of these, is unknown. Where anything else stands among the ids, nobody knows about the options that
do not.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from integraal.engine.program import Program
from integraal.model.answers import DONT_KNOW, NONE_OF_THESE
from integraal.model.condition import Between, Known, Leaf, OneIn, SomeChosen
from integraal.model.instrument import Kind, Question

WORD = 62
"""Bits in one integer column, so that every sum of them stays a positive 64-bit integer."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """What differs between databases."""

    name: str
    bit_and: Callable[[str, str], str]
    """`a & b`."""
    contains: Callable[[str, str], str]
    """Whether the text column, in the form `a;b`, holds this option."""
    quote: Callable[[str], str]
    """A name as an identifier."""
    step: str = "AS"
    """How a step begins. PostgreSQL writes one step out in the next, again and again, until the
    query is too large to plan, unless it is told not to."""


def quoted(text: str) -> str:
    """Write a text literal.

    >>> quoted("d'accord")
    "'d''accord'"
    """
    return "'" + text.replace("'", "''") + "'"


class Encoding:
    """How the answers to the questions become bits of leaves."""

    def __init__(
        self,
        program: Program,
        dialect: Dialect,
        given: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Settle which questions are used.

        Args:
            program: The lowered instrument.
            dialect: Of the database.
            given: The columns that answer each question; None where every question that is used
                has one by its own name. A question without a column is unknown.
        """
        self.program = program
        self.dialect = dialect
        self.given = given
        self.old = _old_names(program)
        asked_about = {leaf.question for leaf in program.leaves}
        if program.instrument.present is not None:
            asked_about.add(program.instrument.present.question)
        self.questions = program.every_question
        self.used = [q for name, q in self.questions.items() if name in asked_about]

    def words(self) -> range:
        """Number the integer columns that hold the leaves."""
        return words_for(len(self.program.leaves))

    def answers(self) -> Iterator[tuple[str, str]]:
        """Name and write, for every question that is used, its answer as one integer."""
        for question in self.used:
            columns = self._columns_of(question)
            if question.kind is Kind.NUMBER:
                own = self.dialect.quote(question.id)
                if columns != [own]:
                    yield own, columns[0] if columns else _NO_NUMBER
            else:
                yield answer_name(question), self._answer(question, columns) if columns else "0"

    def _columns_of(self, question: Question) -> list[str]:
        given = (question.id,) if self.given is None else self.given.get(question.id, ())
        return [self.dialect.quote(column) for column in given]

    def _answer(self, question: Question, columns: Sequence[str]) -> str:
        """Write the answer of one column, or the highest need of more."""
        if question.kind is Kind.SEVERAL:
            return self._several(question, columns[0])
        if len(columns) > 1:
            return self._highest(question, columns)
        words = [(w, bit) for o, bit in bits_of(question) for w in self._words(question, o)]
        cases = " ".join(f"WHEN {quoted(word)} THEN {bit}" for word, bit in words)
        return f"CASE {columns[0]} {cases} ELSE 0 END"

    def _several(self, question: Question, column: str) -> str:
        *said, (_, unsure) = bits_of(question)
        parts = [
            (" OR ".join(self.dialect.contains(column, w) for w in self._words(question, o)), bit)
            for o, bit in said
        ]
        words = [word for option in question.option_ids for word in self._words(question, option)]
        return summed([*parts, (_more(words, column), unsure)])

    def _highest(self, question: Question, columns: Sequence[str]) -> str:
        """Write the highest need that columns say; not knowing goes before all but the highest."""
        *low, (most, highest) = bits_of(question)
        every = [word for option in question.option_ids for word in self._words(question, option)]
        listed = ", ".join(map(quoted, every))
        unclear = " OR ".join(f"({c} <> '' AND {c} NOT IN ({listed}))" for c in columns)
        said = [(self._said(question, option, columns), bit) for option, bit in reversed(low)]
        whole = [(self._said(question, most, columns), highest), (unclear, 0), *said]
        cases = " ".join(f"WHEN {test} THEN {bit}" for test, bit in whole)
        return f"CASE {cases} ELSE 0 END"

    def _said(self, question: Question, option: str, columns: Sequence[str]) -> str:
        listed = ", ".join(map(quoted, self._words(question, option)))
        return " OR ".join(f"{column} IN ({listed})" for column in columns)

    def _words(self, question: Question, option: str) -> list[str]:
        """How an option is called, and was called before."""
        return [option, *self.old.get((question.id, option), ())]

    def true_word(self, word: int) -> str:
        """Write the bits of the leaves that are known to hold."""
        parts = [self._true(question, leaves) for question, leaves in self._of_word(word)]
        return " + ".join(part for part in parts if part) or "0"

    def known_word(self, word: int) -> str:
        """Write the bits of the leaves of which it is known whether they hold."""
        parts = [self._known(question, leaves) for question, leaves in self._of_word(word)]
        return " + ".join(part for part in parts if part) or "0"

    def known(self, question: Question) -> str:
        """Write the condition that the whole answer to a question is known."""
        if question.kind is Kind.NUMBER:
            return f"{self.dialect.quote(question.id)} IS NOT NULL"
        answer = answer_name(question)
        if question.kind is Kind.SEVERAL:
            return f"({answer} <> 0 AND NOT {self._unsure(question)})"
        return f"{answer} <> 0"

    def _begun(self, question: Question) -> str:
        """Write the condition that any of the answer to a question is known."""
        if question.kind is not Kind.SEVERAL:
            return self.known(question)
        return self.chosen(question, (*question.option_ids, NONE_OF_THESE))

    def chosen(self, question: Question, options: Iterable[str]) -> str:
        """Write the condition that one of these options was chosen."""
        mask = sum(bit for option, bit in bits_of(question) if option in options)
        return f"{self.dialect.bit_and(answer_name(question), str(mask))} <> 0"

    def _unsure(self, question: Question) -> str:
        """Write the condition that nobody knows about the options that were not chosen, if any."""
        every = sum(bit for option, bit in bits_of(question) if option in question.option_ids)
        all_but_one = f"{self.dialect.bit_and(answer_name(question), str(every))} <> {every}"
        return f"({self.chosen(question, (DONT_KNOW.value,))} AND {all_but_one})"

    def _of_word(self, word: int) -> Iterator[tuple[Question, list[tuple[int, Leaf]]]]:
        here = [
            (index - word * WORD, leaf)
            for index, leaf in enumerate(self.program.leaves)
            if index // WORD == word
        ]
        order = {name: number for number, name in enumerate(self.questions)}
        here.sort(key=lambda pair: order[pair[1].question])
        for name, leaves in groupby(here, key=lambda pair: pair[1].question):
            yield self.questions[name], list(leaves)

    def _true(self, question: Question, leaves: list[tuple[int, Leaf]]) -> str:
        return summed((self._holds(question, leaf), 1 << bit) for bit, leaf in leaves)

    def _holds(self, question: Question, leaf: Leaf) -> str:
        match leaf:
            case OneIn(_, options):
                return self.chosen(question, options)
            case SomeChosen(_, options, count):
                return self._enough(question, options, count)
            case Between(_, low, high):
                return _between(self.dialect.quote(question.id), low, high)
            case Known(_, wanted):
                known = self._begun(question) if leaf.in_part else self.known(question)
                return known if wanted else f"NOT ({known})"
            case _:
                assert_never(leaf)

    def _known(self, question: Question, leaves: list[tuple[int, Leaf]]) -> str:
        always = sum(1 << bit for bit, leaf in leaves if isinstance(leaf, Known))
        whole = sum(1 << bit for bit, leaf in leaves if not isinstance(leaf, Known))
        parts = [(self.known(question), whole)] if whole else []
        if question.kind is Kind.SEVERAL:
            # Enough chosen is enough, also when nobody knows about the other options.
            parts += [
                (f"{self._unsure(question)} AND {self._holds(question, leaf)}", 1 << bit)
                for bit, leaf in leaves
                if isinstance(leaf, SomeChosen)
            ]
        return " + ".join(filter(None, (str(always) if always else "", summed(parts))))

    def _enough(self, question: Question, options: tuple[str, ...], count: int) -> str:
        if count <= 1:
            return self.chosen(question, options) if count else "1 = 1"
        counted = summed((self.chosen(question, (option,)), 1) for option in sorted(options))
        return f"{counted} >= {count}"


def words_for(bits: int) -> range:
    """Number the integer columns that hold so many bits.

    >>> list(words_for(63))
    [0, 1]
    """
    return range((bits + WORD - 1) // WORD)


def masks(bits: Iterable[int]) -> list[tuple[int, int]]:
    """Which columns hold these bits, each with what selects them there.

    >>> masks([0, 2, 62])
    [(0, 5), (1, 1)]
    """
    found: dict[int, int] = {}
    for number in bits:
        word, bit = divmod(number, WORD)
        found[word] = found.get(word, 0) | 1 << bit
    return list(found.items())


def answer_name(question: Question) -> str:
    """Name the column that holds an answer as one integer."""
    return f"answer_{question.id.replace('-', '_')}"


_NO_NUMBER = "CASE WHEN 1 = 0 THEN 0.5 ELSE NULL END"
"""Unknown, and a number to every database."""


def _old_names(program: Program) -> dict[tuple[str, str], list[str]]:
    """Names of before, by the question and the option that they became."""
    instruments = (program.instrument, *(each.instrument for each in program.watched))
    found: dict[tuple[str, str], list[str]] = {}
    for renamed in (each for instrument in instruments for each in instrument.renamed):
        names = found.setdefault((renamed.question, renamed.to), [])
        if renamed.option and renamed.option not in names:
            names.append(renamed.option)
    return found


def _more(words: Iterable[str], column: str) -> str:
    """Write the condition that a cell holds more than options, or than that none applies."""
    rest = f"CONCAT(';', REPLACE({column}, ';', ';;'), ';')"
    for option in words:
        rest = f"REPLACE({rest}, {quoted(f';{option};')}, '')"
    return f"{column} <> {quoted(NONE_OF_THESE)} AND REPLACE({rest}, ';;', '') <> ''"


def bits_of(question: Question) -> list[tuple[str, int]]:
    """List what may stand in an answer, each with its bit: the options, in their order.

    Where several may be chosen there are two more: that none applies, and that nobody knows about
    the others.
    """
    words = question.option_ids
    if question.kind is Kind.SEVERAL:
        words = (*words, NONE_OF_THESE, DONT_KNOW.value)
    return [(word, 1 << bit) for bit, word in enumerate(words)]


def summed(parts: Iterable[tuple[str, int]]) -> str:
    """Add up integers, each counted where its condition holds.

    >>> summed([("a = 1", 4)])
    'CASE WHEN a = 1 THEN 4 ELSE 0 END'
    """
    return " + ".join(f"CASE WHEN {test} THEN {value} ELSE 0 END" for test, value in parts)


def _between(column: str, low: float | None, high: float | None) -> str:
    bounds = [f"{column} >= {low:g}" if low is not None else ""]
    bounds.append(f"{column} <= {high:g}" if high is not None else "")
    return " AND ".join(filter(None, bounds)) or f"{column} IS NOT NULL"
