"""Turn answers into bits of a program's leaves, once for each row.

An answer is one integer with a bit for each option, and 0 where nobody knows; every leaf is a test
of such an integer, or of a number. A leaf has a bit on two rails: it is known whether it holds, and
it is known to hold.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from integraal.engine.program import Program
from integraal.model.answers import DONT_KNOW, NONE_OF_THESE
from integraal.model.condition import Between, Known, Leaf, OneIn, SomeChosen
from integraal.model.instrument import Kind, Numbers, Question

WORD = 62
"""Bits in one integer column, so that every sum of them stays a positive 64-bit integer."""


def quoted(text: str) -> str:
    """Write a text literal.

    >>> quoted("d'accord")
    "'d''accord'"
    """
    return "'" + text.replace("'", "''") + "'"


@dataclass(frozen=True, slots=True)
class Dialect:
    """What differs between databases."""

    name: str
    quote: Callable[[str], str]
    """A name as an identifier, and nothing else where there is no such column."""
    number: Callable[[str], str]
    """The number that a text is, and NULL where it is none; as `batch` reads it, with a point."""
    text: str = "TEXT"
    """The type of texts."""
    sign: str = "CHR"
    """The function that gives a sign by its number."""
    literal: Callable[[str], str] = quoted
    """A text of people as a literal."""
    step: str = "AS (\n  {}\n)"
    """A step, around its query. PostgreSQL and SQLite write one step out in the next, again and
    again, until the query is too large to plan, unless they are told not to."""


class Encoding:
    """How the answers to the questions become bits of leaves."""

    def __init__(self, program: Program, dialect: Dialect) -> None:
        self.program = program
        self.dialect = dialect
        self.questions = program.every_question

    def words(self) -> range:
        """Number the integer columns that hold the leaves."""
        return words_for(len(self.program.leaves))

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
        return f"{bit_and(answer_name(question), mask)} <> 0"

    def _unsure(self, question: Question) -> str:
        """Write the condition that nobody knows about the options that were not chosen, if any."""
        every = sum(bit for option, bit in bits_of(question) if option in question.option_ids)
        all_but_one = f"{bit_and(answer_name(question), every)} <> {every}"
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


def bit_and(column: str, mask: int | str) -> str:
    """Write the bits of a column that a mask has too."""
    return f"({column} & {mask})"


def answer_name(question: Question) -> str:
    """Name the column that holds an answer as one integer."""
    return f"answer_{question.id.replace('-', '_')}"


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


def query(kept: Iterable[str], named: Iterable[tuple[str, str]], source: str) -> str:
    """Write one step. All of it comes from a checked instrument, and none from a case."""
    listed = ",\n    ".join((*kept, *(f"{expression} AS {name}" for name, expression in named)))
    return f"SELECT {listed}\n  FROM {source}"  # noqa: S608


def number_where_fits(number: str, numbers: Numbers) -> str:
    """Write a number, or NULL where it is no answer.

    Args:
        number: An expression; written more than once.
        numbers: Those that are.

    >>> number_where_fits("n", Numbers(whole=True, least=0))
    'CASE WHEN CAST(n AS BIGINT) = n AND n >= 0 THEN n END'
    """
    tests = [f"CAST({number} AS BIGINT) = {number}"] if numbers.whole else []
    if (numbers.least, numbers.most) != (None, None):
        tests.append(_between(number, numbers.least, numbers.most))
    return f"CASE WHEN {' AND '.join(tests)} THEN {number} END" if tests else number


def _between(column: str, low: float | None, high: float | None) -> str:
    bounds = [f"{column} >= {low}" if low is not None else ""]
    bounds.append(f"{column} <= {high}" if high is not None else "")
    return " AND ".join(filter(None, bounds)) or f"{column} IS NOT NULL"
