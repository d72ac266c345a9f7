"""Lower an Instrument into a Program.

Relevance disappears here: every leaf becomes `ask_when AND leaf`, so neither the interpreter
nor the SQL writer has to know that questions can be skipped.
"""

from integraal.engine.program import (
    ALWAYS,
    NEVER,
    And,
    Count,
    Negation,
    Node,
    Or,
    Program,
    RankedRule,
    Test,
)
from integraal.model import condition as c
from integraal.model.instrument import Instrument, Question, Raise


def lower(instrument: Instrument, *, source_only: bool = False) -> Program:
    """Lower an instrument once; the program then serves any number of cases.

    Args:
        instrument: Resolved, so that every name in it leads somewhere.
        source_only: Leave out the sections that are our own addition: their questions then
            never apply, so their rules never fire.
    """
    lowering = _Lowering(instrument, source_only)
    for rule in instrument.rules:
        if rule.condition is not None:
            lowering.node(rule.condition)
    for never in instrument.never:
        lowering.node(never.when)
    return Program(
        instrument=instrument,
        leaves=tuple(lowering.leaves),
        asked=lowering.asked,
        nodes=lowering.nodes,
        raising=tuple(lowering.raising()),
        questions={question.id: question for question in instrument.questions()},
        source_only=source_only,
    )


class _Lowering:
    """The state of one lowering: leaves and nodes made so far."""

    def __init__(self, instrument: Instrument, source_only: bool) -> None:
        self.instrument = instrument
        self.leaves: dict[c.Leaf, int] = {}
        self.nodes: dict[c.Condition, Node] = {}
        self.asked: dict[str, Node] = {}
        # Questions stand after those that their ask_when looks at, so one pass is enough.
        for section in instrument.sections:
            left_out = source_only and section.own_addition
            for question in section.questions:
                self.asked[question.id] = NEVER if left_out else self._asked(question)

    def _asked(self, question: Question) -> Node:
        return ALWAYS if question.ask_when is None else self.node(question.ask_when)

    def raising(self) -> list[RankedRule]:
        return [
            RankedRule(rule, self.nodes[rule.condition], self.instrument.rank(rule.target))
            for rule in self.instrument.rules_with(Raise)
            if rule.condition is not None and self.instrument.scale is not None
        ]

    def node(self, condition: c.Condition) -> Node:
        if condition not in self.nodes:
            self.nodes[condition] = self._lowered(condition)
        return self.nodes[condition]

    def _lowered(self, condition: c.Condition) -> Node:
        match condition:
            case c.All(parts):
                return And(tuple(self.node(part) for part in parts))
            case c.AnyOf(parts):
                return Or(tuple(self.node(part) for part in parts))
            case c.Not(part):
                return Negation(self.node(part))
            case c.AtLeastOf(count, parts):
                return Count(count, tuple(self.node(part) for part in parts))
            case _:
                return self._relevant(condition)

    def _relevant(self, leaf: c.Leaf) -> Node:
        test = Test(self.leaves.setdefault(leaf, len(self.leaves)))
        asked = self.asked[leaf.question]
        if asked == ALWAYS:
            return test
        return NEVER if asked == NEVER else And((asked, test))
