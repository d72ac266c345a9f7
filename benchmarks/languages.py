"""Say a rule of a Program in another language, twice: when it surely holds, and when it might.

Two truths are enough for three: what might hold and does not surely hold is unknown. The cells of a
case are texts, empty where nobody knows; so "might be one of these" is "is one of these, or empty".
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, combinations
from typing import Any, Protocol, TypeVar, assert_never

from integraal.engine.program import (
    And,
    Constant,
    Count,
    Negation,
    Node,
    Or,
    Program,
    Test,
    Weighted,
)
from integraal.model.condition import Between, Known, Leaf, OneIn, SomeChosen

Said = TypeVar("Said")
NEVER = "1 == 0"


class Language(Protocol[Said]):
    """A language that rules can be said in."""

    def one_in(self, leaf: OneIn, *, might: bool) -> Said:
        """Say that the answer is one of some options."""

    def some_chosen(self, leaf: SomeChosen, *, might: bool) -> Said:
        """Say that enough of some options are chosen."""

    def is_known(self, question: str, *, wanted: bool) -> Said:
        """Say that the answer is known, or is not."""

    def all_of(self, parts: Sequence[Said]) -> Said:
        """Say that all parts hold."""

    def any_of(self, parts: Sequence[Said]) -> Said:
        """Say that any part holds."""

    def negation(self, part: Said) -> Said:
        """Say that the part does not hold."""


def say(program: Program, node: Node, language: Language[Said], *, might: bool) -> Said:
    """Say when a node holds.

    Args:
        program: The lowered instrument.
        node: Of the program.
        language: To say it in.
        might: Whether to say when it might hold, rather than when it surely does.
    """
    match node:
        case Test(index):
            return _say_leaf(program, index, language, might=might)
        case Constant(holds):
            return language.all_of([]) if holds else language.any_of([])
        case Negation(part):
            return language.negation(say(program, part, language, might=not might))
        case And(parts):
            return language.all_of([say(program, part, language, might=might) for part in parts])
        case Or(parts):
            return language.any_of([say(program, part, language, might=might) for part in parts])
        case Count(needed, parts):
            ways = Or(tuple(And(chosen) for chosen in combinations(parts, needed)))
            return say(program, ways, language, might=might)
        case Weighted():
            raise NotImplementedError("a generated table has no scores")
        case _:
            assert_never(node)


def say_open(program: Program, node: Node, language: Language[Said]) -> Said:
    """Say when a node of which it is known that it does not surely hold, might still hold.

    Shorter than saying when it might: of an answer that is none of the options asked for, it is
    enough to see whether there is one.
    """
    if isinstance(node, Or):
        return language.any_of([say_open(program, part, language) for part in node.parts])
    leaf = program.leaves[node.leaf] if isinstance(node, Test) else None
    if isinstance(leaf, Known):
        return language.any_of([])
    if isinstance(leaf, OneIn | SomeChosen):
        return language.is_known(leaf.question, wanted=False)
    return say(program, node, language, might=True)


def _say_leaf(program: Program, index: int, language: Language[Said], *, might: bool) -> Said:
    leaf = program.leaves[index]
    match leaf:
        case OneIn():
            return language.one_in(leaf, might=might)
        case SomeChosen():
            return language.some_chosen(leaf, might=might)
        case Known(question, wanted):
            return language.is_known(question, wanted=wanted)
        case Between():
            raise NotImplementedError("a generated table has no numbers")
        case _:
            assert_never(leaf)


@dataclass(frozen=True)
class Infix:
    """Written with `and`, `or`, `not` and `in`, as Python and ZEN are.

    The cell of a question goes by its id, the options chosen by `chosen_ID` and their number by
    `count_ID`.
    """

    options: Mapping[str, tuple[str, ...]]
    """All options of each question, in their order."""
    lists: str
    """The brackets of a list."""
    empty: str
    """How to say that a cell is empty."""
    names: Mapping[Leaf, str] = field(default_factory=dict)
    """Leaves that were worked out before, by a name."""

    def one_in(self, leaf: OneIn, *, might: bool) -> str:
        """Compare a cell."""
        if leaf in self.names:
            return self._or_unknown(self.names[leaf], leaf.question, might=might)
        options = _options(self.options, leaf, might=might)
        if len(options) == 1:
            return f"{leaf.question} == {json.dumps(options[0])}"
        listed = ", ".join(map(json.dumps, options))
        return f"{leaf.question} in {self.lists[0]}{listed}{self.lists[1]}"

    def some_chosen(self, leaf: SomeChosen, *, might: bool) -> str:
        """Count what was chosen, or look for single options."""
        if leaf in self.names:
            said = self.names[leaf]
        elif _counts(self.options, leaf):
            said = f"count_{leaf.question} >= {leaf.count}"
        else:
            chosen = f"in chosen_{leaf.question}"
            said = self.any_of([f"{json.dumps(o)} {chosen}" for o in _options(self.options, leaf)])
        return self._or_unknown(said, leaf.question, might=might)

    def _or_unknown(self, said: str, question: str, *, might: bool) -> str:
        return self.any_of([said, self.is_known(question, wanted=False)]) if might else said

    def is_known(self, question: str, *, wanted: bool) -> str:
        """See whether a cell is empty."""
        return f'{question} != ""' if wanted else self.empty.format(question)

    def all_of(self, parts: Sequence[str]) -> str:
        """Join with `and`, which binds closer than `or`."""
        return " and ".join(parts) if parts else "1 == 1"

    def any_of(self, parts: Sequence[str]) -> str:
        """Join with `or`, in brackets, so that it can stand anywhere."""
        joined = " or ".join(bare(part) for part in parts)
        return f"({joined})" if len(parts) > 1 else joined or NEVER

    def negation(self, part: str) -> str:
        """Put `not` before it."""
        return f"not {part}" if bare(part) != part or part.isidentifier() else f"not ({part})"


def bare(said: str) -> str:
    """Take the brackets off what `any_of` joined.

    >>> bare('(a in ("x", "y") or b)'), bare("(a or b) and (c or d)")
    ('a in ("x", "y") or b', '(a or b) and (c or d)')
    """
    depths = list(accumulate((sign == "(") - (sign == ")") for sign in said))
    is_whole = said[:1] == "(" and depths.index(0) == len(said) - 1
    return said[1:-1] if is_whole else said


class JsonLogic:
    """Written as JSON-Logic, over the same names as Infix."""

    def __init__(self, options: Mapping[str, tuple[str, ...]]) -> None:
        self.options = options

    def one_in(self, leaf: OneIn, *, might: bool) -> Any:
        """Look a cell up in a list."""
        options = _options(self.options, leaf, might=might)
        cell = {"var": leaf.question}
        return {"==": [cell, options[0]]} if len(options) == 1 else {"in": [cell, options]}

    def some_chosen(self, leaf: SomeChosen, *, might: bool) -> Any:
        """Count what was chosen, or look for single options."""
        if _counts(self.options, leaf):
            said: Any = {">=": [{"var": f"count_{leaf.question}"}, leaf.count]}
        else:
            chosen = {"var": f"chosen_{leaf.question}"}
            said = self.any_of([{"in": [o, chosen]} for o in _options(self.options, leaf)])
        return self.any_of([said, self.is_known(leaf.question, wanted=False)]) if might else said

    def is_known(self, question: str, *, wanted: bool) -> Any:
        """See whether a cell is empty."""
        return {"!=" if wanted else "==": [{"var": question}, ""]}

    def all_of(self, parts: Sequence[Any]) -> Any:
        """Join with `and`."""
        return {"and": list(parts)} if parts else True

    def any_of(self, parts: Sequence[Any]) -> Any:
        """Join with `or`."""
        return {"or": list(parts)} if parts else False

    def negation(self, part: Any) -> Any:
        """Put `!` before it."""
        return {"!": [part]}


def options_in_order(program: Program) -> dict[str, tuple[str, ...]]:
    """List the options of each question."""
    return {question.id: question.option_ids for question in program.instrument.questions()}


def _options(
    every: Mapping[str, tuple[str, ...]], leaf: OneIn | SomeChosen, *, might: bool = False
) -> list[str]:
    """List the options of a leaf in the order of its question; first that there is no answer."""
    here = [option for option in every[leaf.question] if option in leaf.options]
    return ["", *here] if might else here


def _counts(every: Mapping[str, tuple[str, ...]], leaf: SomeChosen) -> bool:
    """Say whether a leaf counts over all options, rather than looking for one of some.

    Raises:
        NotImplementedError: if more than one of only some options must be chosen.
    """
    if len(leaf.options) == len(every[leaf.question]):
        return True
    if leaf.count != 1:
        raise NotImplementedError(f"some of the options, counted: {leaf}")
    return False
