"""Write which dangers a row makes true, of whatever instrument; what two say alike is said once.

It is what `gathered` finds in a case: a danger of another instrument is left out where one that
goes before it has the same cause and calls at least the same lines.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from integraal.engine.dangers import danger_id
from integraal.engine.program import (
    ALWAYS,
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
from integraal.engine.sql.conditions import Conditions
from integraal.model.instrument import Instrument, Rule
from integraal.model.text import Text

_NEVER = "1 = 0"


@dataclass(frozen=True, slots=True)
class TableDanger:
    """A danger as tables name it, with every rule that can make it true."""

    id: str
    """Of the statement; of another instrument with that before it: `meldcode/bel-eerst-112`."""
    instrument: str
    calls: frozenset[str]
    nodes: tuple[Node, ...]
    asked: Mapping[str, Node]
    """When its questions apply: an answer to one that does not is the cause of nothing."""
    text: Text


def table_dangers(program: Program) -> tuple[TableDanger, ...]:
    """Every danger that a row can show, in the order in which they are told."""
    found: dict[str, TableDanger] = {}
    for instrument, rule, node, asked in _rules(program):
        statement = instrument.danger_of(rule)
        name = danger_id(program, instrument, statement)
        nodes = (*(found[name].nodes if name in found else ()), node)
        calls = frozenset(statement.call)
        found[name] = TableDanger(name, instrument.id, calls, nodes, asked, statement.text)
    kept: list[TableDanger] = []
    for danger in found.values():
        if not any(_is_always_said(danger, other) for other in kept):
            kept.append(danger)
    return tuple(kept)


def _is_always_said(danger: TableDanger, other: TableDanger) -> bool:
    """Whether another instrument has the very same rule, so that it says all of it."""
    is_same = danger.nodes == other.nodes[:1] and danger.instrument != other.instrument
    return is_same and danger.calls <= other.calls


def _rules(program: Program) -> Iterator[tuple[Instrument, Rule, Node, Mapping[str, Node]]]:
    for rule in program.instrument.danger_rules:
        node = program.node_of(rule)
        if node is not None:
            yield program.instrument, rule, node, program.asked
    for watched in program.watched:
        yield watched.instrument, watched.rule, watched.node, watched.asked


def questions_in(node: Node, program: Program) -> frozenset[str]:
    """Ids of the questions that a node asks about.

    >>> from integraal.reading.library import Library
    >>> from integraal.engine.lower import lower
    >>> program = lower(Library().instrument("voor-wie-doen-we-wat"))
    >>> [sorted(questions_in(d.nodes[0], program)) for d in table_dangers(program)]
    [['direct_gevaar'], ['veiligheid']]
    """
    match node:
        case Test(leaf):
            return frozenset({program.leaves[leaf].question})
        case Constant():
            return frozenset()
        case Negation(part):
            return questions_in(part, program)
        case And() | Or() | Count() | Weighted():
            return frozenset().union(*(questions_in(part, program) for part in node.parts))
        case _:
            assert_never(node)


class DangerConditions:
    """The conditions that a row shows each danger, over the rails of its leaves."""

    def __init__(self, program: Program, conditions: Conditions) -> None:
        self.program = program
        self.conditions = conditions

    def shown(self) -> Iterator[str]:
        """Write, for each of `table_dangers`, that it is true and not said already."""
        before: list[TableDanger] = []
        for danger in table_dangers(self.program):
            tests = [self._told(danger, place, before) for place in range(len(danger.nodes))]
            yield f"({' OR '.join(tests)})"
            before.append(danger)

    def _told(self, danger: TableDanger, place: int, before: list[TableDanger]) -> str:
        """Write that the rule at this place makes it true, with a cause that is not said yet."""
        said = [
            self._same_cause(danger, danger.nodes[place], other, number)
            for other in before
            if other.instrument != danger.instrument and danger.calls <= other.calls
            for number in range(len(other.nodes))
        ]
        said = [each for each in said if each != _NEVER]
        return " AND ".join((self._first(danger, place), *(f"NOT {each}" for each in said)))

    def _first(self, danger: TableDanger, place: int) -> str:
        """Write that this rule is the first that makes a danger true."""
        earlier = (f"NOT {self._holds(node)}" for node in danger.nodes[:place])
        return " AND ".join((self._holds(danger.nodes[place]), *earlier))

    def _holds(self, node: Node) -> str:
        return f"({self.conditions.of(node).holds})"

    def _same_cause(self, danger: TableDanger, node: Node, other: TableDanger, place: int) -> str:
        """Write that a danger that goes before is true, by the same answers as a node."""
        theirs = other.nodes[place]
        tests = [self._first(other, place)]
        of_both = questions_in(node, self.program) | questions_in(theirs, self.program)
        for question in sorted(of_both):
            mine = self._hangs_on(node, question, danger.asked)
            its = self._hangs_on(theirs, question, other.asked)
            if _NEVER in (mine, its) and "" in (mine, its):
                return _NEVER
            tests.append(_alike(mine, its))
        return f"({' AND '.join(filter(None, tests))})"

    def _hangs_on(self, node: Node, question: str, asked: Mapping[str, Node]) -> str:
        """Write that an answer is a cause of a node that holds; empty where it always is."""
        if questions_in(node, self.program) == {question} and _has_a_cause(node):
            return ""
        cause = self._cause(node, question, holds=True)
        if cause is None:
            return _NEVER
        applies = asked.get(question, ALWAYS)
        if applies == ALWAYS:
            return cause
        return f"({cause} AND NOT ({self.conditions.of(applies).fails}))"

    def _cause(self, node: Node, question: str, *, holds: bool) -> str | None:
        """Write that an answer makes a node hold, or fail, as `supporting` finds it."""
        rails = self.conditions.of(node)
        match node:
            case Test(leaf):
                is_it = self.program.leaves[leaf].question == question
                return (rails.holds if holds else rails.fails) if is_it else None
            case Constant():
                return None
            case Negation(part):
                return self._cause(part, question, holds=not holds)
            case And() | Or() | Count() | Weighted():
                return self._among(node.parts, question, holds=holds)
            case _:
                assert_never(node)

    def _among(self, parts: tuple[Node, ...], question: str, *, holds: bool) -> str | None:
        tests = []
        for part in parts:
            cause = self._cause(part, question, holds=holds)
            if cause is not None:
                rails = self.conditions.of(part)
                tests.append(f"({rails.holds if holds else rails.fails} AND {cause})")
        return f"({' OR '.join(tests)})" if tests else None


def _has_a_cause(node: Node) -> bool:
    """Whether some answer is always a cause of a node; a count can hold or fail by itself.

    >>> _has_a_cause(Or((Test(0), Negation(Test(1))))), _has_a_cause(Count(0, (Test(0),)))
    (True, False)
    """
    match node:
        case Test():
            return True
        case Negation(part):
            return _has_a_cause(part)
        case And(parts) | Or(parts):
            return bool(parts) and all(map(_has_a_cause, parts))
        case Constant() | Count() | Weighted():
            return False
        case _:
            assert_never(node)


def _alike(one: str, other: str) -> str:
    """Write that two conditions are both so, or both not; an empty one always is so."""
    if _NEVER in (one, other):
        rest = other if one == _NEVER else one
        return "" if rest == _NEVER else f"NOT {rest}"
    if not (one and other):
        return one or other
    return f"(({one} AND {other}) OR NOT ({one} OR {other}))"
