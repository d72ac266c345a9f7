"""Turn the definitions of an instrument into model values, and find what a name stands for.

A definition may name another, and may look at an outcome: then it rests on the rows of a table,
which may name definitions themselves. So each is read when it is first named, and one that comes
round to itself is said with the whole circle.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeAlias

from integraal.model import condition as c
from integraal.model.definitions import Row, leading_to
from integraal.model.finding import Finding
from integraal.model.instrument import Definition, OutcomePolicy, Question, Score
from integraal.model.source import Grounds
from integraal.reading.resolve.checks import Checks, Path
from integraal.reading.resolve.conditions import RESERVED, ConditionReader
from integraal.reading.shapes import instrument as s
from integraal.reading.shapes.fit import nearest
from integraal.reading.shapes.instrument import DefinitionShape
from integraal.reading.yaml_tree import MAX_DEPTH, MAX_NODES, Node, find

_Key: TypeAlias = tuple[str, str]
"""What kind of thing it is, and its id: a rule and a definition may have one id."""


@dataclass
class Definitions:
    """The definitions and the triggers of one instrument; each is read once."""

    checks: Checks
    shape: s.InstrumentShape
    questions: Mapping[str, Question]
    """Those that were read; more may come."""
    scores: Mapping[str, Score]
    """Those that may be asked about; more may come."""
    asker: str = ""
    """Id of the question of which it is being read when it is asked; empty where none is."""
    later: frozenset[str] = frozenset()
    """The questions that come later than that one."""
    _read: dict[str, c.Defined | None] = field(default_factory=dict)
    _triggers: dict[int, c.Trigger | None] = field(default_factory=dict)
    _within: list[_Key] = field(default_factory=list)
    """What is being read: each because of what stands before it."""
    _extents: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Of each definition, how many parts it has when written out, and how deep they stand."""
    _written_out: int = 0

    @property
    def ids(self) -> list[str]:
        """The names there are."""
        return [definition.id for definition in self.shape.definitions]

    def every(self, grounds: Callable[[DefinitionShape, Path], Grounds]) -> tuple[Definition, ...]:
        """Make the definitions, once all questions were read; those with a fault are left out."""
        self.checks.unique(self.ids, ("definitions",))
        made = [
            self._made(shape, ("definitions", index), grounds)
            for index, shape in enumerate(self.shape.definitions)
        ]
        return tuple(one for one in made if one is not None)

    def _made(
        self,
        shape: DefinitionShape,
        path: Path,
        grounds: Callable[[DefinitionShape, Path], Grounds],
    ) -> Definition | None:
        if shape.id in self.questions:
            self.checks.found("definition-is-question", (*path, "id"), definition=shape.id)
        elif shape.id in self.scores:
            self.checks.found("duplicate-id", (*path, "id"), id=shape.id)
        elif shape.id in RESERVED:
            self.checks.found("reserved-id", (*path, "id"), id=shape.id)
        named = self.named(shape.id, find(self.checks.tree, (*path, "id")))
        rests_on = grounds(shape, path)
        return None if named is None else Definition(shape.id, shape.name, named.part, rests_on)

    def named(self, name: str, node: Node) -> c.Defined | None:
        """What a name of a definition stands for; None where that has a fault, which is noted."""
        if ("definition", name) in self._within:
            self._circle(("definition", name))
            return None
        if name not in self._read:
            with self._reading(("definition", name)):
                when = find(self.checks.tree, ("definitions", self.ids.index(name), "when"))
                part = self.reader(name, in_definition=True).condition(when)
            self._read[name] = None if part is None else c.Defined(name, part)
        found = self._read[name]
        if found is not None and not self._fits(found, node):
            self._read[name] = None  # said once is enough
        return self._read[name]

    def trigger(self, index: int) -> c.Trigger | None:
        """What stands under `when` of a rule; None where it has a fault, which is noted."""
        if index not in self._triggers:
            name = self.shape.rules[index].id
            with self._reading(("rule", name)):
                when = find(self.checks.tree, ("rules", index, "when"))
                self._triggers[index] = self.reader(name).trigger(when)
        return self._triggers[index]

    def outcome(self, name: str, node: Node) -> c.Reached | None:
        """When a table surely leads to an outcome; None where that has a fault, which is noted."""
        outcomes = {outcome.id: outcome for outcome in self.shape.outcomes}
        if name not in outcomes:
            near = nearest(name, list(outcomes))
            unknown = Finding.at("unknown-outcome", node.place, outcome=name, suggestion=near)
            self.checks.findings.append(unknown)
            return None
        table = outcomes[name].table
        policies = {each.id: each.policy for each in self.shape.tables}
        policy = policies.get(table or "", self.shape.outcome_policy)
        is_first = policy == OutcomePolicy.FIRST.value
        with self._reading(("outcome", name)):
            rows = self._rows([name])
            if is_first or any(row is None or row[1] == c.Otherwise() for row in rows):
                rows = self._rows([one.id for one in outcomes.values() if one.table == table])
        whole = [row for row in rows if row is not None]
        found = c.Reached(name, leading_to(name, whole, first=is_first))
        return found if len(whole) == len(rows) and self._fits(found, node) else None

    def reader(self, owner: str, *, in_definition: bool = False) -> ConditionReader:
        """Make what reads a condition of a rule, a question, a promise or a definition."""
        return ConditionReader(
            self.questions,
            owner,
            self.later,
            self.checks.findings,
            self,
            in_definition,
            self.asker,
            self.scores,
        )

    def _rows(self, outcomes: Collection[str]) -> list[Row | None]:
        """The rows that lead to outcomes, from the top; None for each that has a fault."""
        leading = [
            n
            for n, rule in enumerate(self.shape.rules)
            if rule.outcome and rule.outcome in outcomes
        ]
        return [self._row(index) for index in leading]

    def _row(self, index: int) -> Row | None:
        rule = self.shape.rules[index]
        if ("rule", rule.id) in self._within:
            self._circle(("rule", rule.id))
            return None
        when = self.trigger(index)
        if when is None or isinstance(when, c.WhenDirection):
            return None
        return rule.outcome or "", when

    @contextmanager
    def _reading(self, key: _Key) -> Iterator[None]:
        self._within.append(key)
        yield
        self._within.pop()

    def _circle(self, key: _Key) -> None:
        circle = [*self._within[self._within.index(key) :], key]
        defined = next(name for kind, name in circle if kind == "definition")
        path: Path = ("definitions", self.ids.index(defined), "id")
        named = " → ".join(name for _, name in circle)
        self.checks.found("definition-in-a-circle", path, circle=named)

    def _fits(self, named: c.Named, node: Node) -> bool:
        """Whether a name stays within bounds; what it stands for could be enormous."""
        size, depth = self._extent(named)
        if self._written_out > MAX_NODES:
            return False  # which was said
        self._written_out += size
        for code, found, limit in (
            ("too-deep", depth, MAX_DEPTH),
            ("too-many-nodes", self._written_out, MAX_NODES),
        ):
            if found > limit:
                self.checks.findings.append(Finding.at(code, node.place, limit=limit))
                return False
        return True

    def _extent(self, condition: c.Condition) -> tuple[int, int]:
        match condition:
            case c.All(parts) | c.AnyOf(parts) | c.AtLeastOf(_, parts):
                below = [self._extent(part) for part in parts]
            case c.Not(part) | c.Reached(_, part):
                below = [self._extent(part)]
            case c.Defined(name, part):
                if name not in self._extents:
                    self._extents[name] = self._extent(part)
                below = [self._extents[name]]
            case c.InScore(_, _, _, parts):
                below = [(1, 1)] * len(parts)
            case _:
                below = []
        return 1 + sum(size for size, _ in below), 1 + max((deep for _, deep in below), default=0)
