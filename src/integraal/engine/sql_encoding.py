"""Turn answer columns into bits of a program's leaves, once for each row.

A leaf has a bit on two rails: it is known whether it holds, and it is known to hold. A text column
holds the id of an option, `weet_niet`, or, where several may be chosen, ids with `;` between them;
NULL is unknown.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from integraal.engine.program import InRange, IsKnown, Leaf, OneIn, Program, SomeChosen
from integraal.model.instrument import Kind, Question

WORD = 62
"""Bits in one integer column, so that every sum of them stays a positive 64-bit integer."""
DONT_KNOW = "weet_niet"


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

    def __init__(self, program: Program, dialect: Dialect) -> None:
        self.program = program
        self.dialect = dialect
        self.questions = {q.id: q for q in program.instrument.questions()}
        self.used = [q for q in self.questions.values() if q.id in self._asked_about()]

    def _asked_about(self) -> set[str]:
        present = self.program.instrument.present
        return {leaf.question for leaf in self.program.leaves} | (
            {present.question} if present else set()
        )

    def words(self) -> range:
        """Number the integer columns that hold the leaves."""
        return range((len(self.program.leaves) + WORD - 1) // WORD)

    def chosen(self) -> Iterator[tuple[str, str]]:
        """Name and write, for every choose-several question, which options were chosen."""
        for question in self.used:
            if question.kind is Kind.SEVERAL:
                column = self.dialect.quote(question.id)
                parts = [
                    (self.dialect.contains(column, option), bit)
                    for bit, option in enumerate(question.option_ids)
                ]
                yield chosen_name(question), summed((test, 1 << bit) for test, bit in parts)

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
        column = self.dialect.quote(question.id)
        if question.kind is Kind.NUMBER:
            return f"{column} IS NOT NULL"
        whole = f"{column} IS NOT NULL AND {column} <> {quoted(DONT_KNOW)}"
        if question.kind is Kind.SEVERAL:
            return f"({whole} AND NOT {self.dialect.contains(column, DONT_KNOW)})"
        return f"({whole})"

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
        column = self.dialect.quote(question.id)
        bits: list[tuple[str, int]] = []
        of_option: dict[str, int] = {}
        for bit, leaf in leaves:
            match leaf:
                case OneIn(_, options):
                    for option in question.option_ids:
                        if option in options:
                            of_option[option] = of_option.get(option, 0) + (1 << bit)
                case SomeChosen(_, options, count):
                    bits.append((self._enough(question, options, count), 1 << bit))
                case InRange(_, low, high):
                    bits.append((_between(column, low, high), 1 << bit))
                case IsKnown(_, wanted):
                    known = self.known(question)
                    bits.append((known if wanted else f"NOT {known}", 1 << bit))
                case _:
                    assert_never(leaf)
        cases = " ".join(f"WHEN {quoted(o)} THEN {mask}" for o, mask in of_option.items())
        chosen = f"CASE {column} {cases} ELSE 0 END" if cases else ""
        return " + ".join(filter(None, (chosen, summed(bits))))

    def _known(self, question: Question, leaves: list[tuple[int, Leaf]]) -> str:
        column = self.dialect.quote(question.id)
        always = sum(1 << bit for bit, leaf in leaves if isinstance(leaf, IsKnown))
        whole = sum(1 << bit for bit, leaf in leaves if not isinstance(leaf, IsKnown))
        bits = [(self.known(question), whole)] if whole else []
        if question.kind is Kind.SEVERAL:
            # Enough chosen is enough, also when nobody knows about the other options.
            partly = f"{column} IS NOT NULL AND {self.dialect.contains(column, DONT_KNOW)}"
            bits += [
                (f"{partly} AND {self._enough(question, leaf.options, leaf.count)}", 1 << bit)
                for bit, leaf in leaves
                if isinstance(leaf, SomeChosen)
            ]
        return " + ".join(
            filter(None, (str(always) if always else "", summed(bits) if bits else ""))
        )

    def _enough(self, question: Question, options: frozenset[str], count: int) -> str:
        chosen = chosen_name(question)
        bits = [1 << bit for bit, option in enumerate(question.option_ids) if option in options]
        if count <= 1:
            return f"{self.dialect.bit_and(chosen, str(sum(bits)))} <> 0" if count else "1 = 1"
        counted = summed((f"{self.dialect.bit_and(chosen, str(bit))} <> 0", 1) for bit in bits)
        return f"{counted} >= {count}"


def chosen_name(question: Question) -> str:
    """Name the column that holds which options of a question were chosen."""
    return f"chosen_{question.id.replace('-', '_')}"


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
