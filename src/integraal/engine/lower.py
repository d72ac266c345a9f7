"""Lower an Instrument into a Program.

Relevance disappears here: every leaf becomes `ask_when AND leaf`, so neither the interpreter
nor the SQL writer has to know that questions can be skipped.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from integraal.engine.minimum import Least, gate_of, within
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
    Watched,
    Weighed,
)
from integraal.model import condition as c
from integraal.model.instrument import Instrument, Question, Raise, Rule


def lower(
    instrument: Instrument, *, source_only: bool = False, others: Iterable[Instrument] = ()
) -> Program:
    """Lower an instrument once; the program then serves any number of cases.

    Args:
        instrument: Resolved, so that every name in it leads somewhere.
        source_only: Leave out the questions that are our own addition: they then never apply, so
            their rules never fire. Those on which somebody's danger hangs stay, with what settles
            whether they apply, and do not count for the level.
        others: Instruments whose danger rules are lowered along, whole, for bodies that look at
            every case once.
    """
    own = {question.id for question in instrument.every_question() if question.own_addition}
    off = own if source_only else set()
    leaves: dict[c.Leaf, int] = {}
    danger = _hanging_on(instrument, instrument.danger_questions)
    lowering = _Lowering(instrument, off - danger, leaves)
    counting = _Lowering(instrument, off, leaves) if source_only else lowering
    for rule in instrument.rules:
        if rule.condition is not None:
            lowering.node(rule.condition)
            if isinstance(rule.effect, Raise):
                counting.node(rule.condition)
    for never in instrument.never:
        if never.when is not None:
            lowering.node(never.when)
    watching = [other for other in others if other.id != instrument.id]
    watched = tuple(each for other in watching for each in _watched(other, leaves))
    asked = {leaf.question for leaf in leaves}
    raising = tuple(counting.raising())
    scores = {score.id: counting.weighed(score.parts) for score in instrument.scores}
    return Program(
        instrument=instrument,
        leaves=tuple(leaves),
        asked={name: _either(node, counting.asked[name]) for name, node in lowering.asked.items()},
        nodes=lowering.nodes,
        raising=raising,
        questions={question.id: question for question in instrument.every_question()},
        source_only=source_only,
        counted=counting.nodes,
        gated=counting.gated,
        scores=scores,
        watched=watched,
        watched_questions={
            question.id: question
            for other in watching
            for question in other.questions()
            if question.id in asked - lowering.asked.keys()
        },
    )


def _watched(other: Instrument, leaves: dict[c.Leaf, int]) -> Iterator[Watched]:
    """Lower the danger rules of another instrument, and nothing else of it."""
    rules = [(rule, rule.condition) for rule in other.danger_rules]
    needed = {leaf.question for rule, _ in rules for leaf in c.leaves_of(rule.when)}
    lowering = _Lowering(other, frozenset(), leaves, only=_hanging_on(other, needed))
    for rule, condition in rules:
        if condition is not None:
            yield Watched(other, rule, lowering.node(condition), lowering.asked)


def _either(one: Node, other: Node) -> Node:
    """When one of two holds.

    Where our own additions are left out a question may count for the level though, for what people
    are asked about danger, it does not apply: it is asked then too, and its answer is not dropped.
    """
    return one if other in (one, NEVER) else Or((one, other))


def _hanging_on(instrument: Instrument, questions: AbstractSet[str]) -> set[str]:
    """The questions, with those that settle whether they apply."""
    found = set(questions)
    for question in reversed(list(instrument.questions())):
        if question.id in found and question.ask_when is not None:
            found |= {leaf.question for leaf in c.leaves_of(question.ask_when)}
    return found


class _Lowering:
    """The state of one lowering: leaves and nodes made so far."""

    def __init__(
        self,
        instrument: Instrument,
        off: AbstractSet[str],
        leaves: dict[c.Leaf, int],
        only: AbstractSet[str] | None = None,
    ) -> None:
        self.instrument = instrument
        self.leaves = leaves
        self.nodes: dict[c.Condition, Node] = {}
        self.asked: dict[str, Node] = {}
        self.off = off
        self.gated: dict[str, Node] = {}
        for question in instrument.every_question():
            if only is None or question.id in only:
                self.applies(question)

    def applies(self, question: Question) -> Node:
        """When a question applies."""
        if question.id not in self.asked:
            off = question.id in self.off
            self.asked[question.id] = NEVER if off else self._asked(question)
        return self.asked[question.id]

    def _asked(self, question: Question) -> Node:
        return ALWAYS if question.ask_when is None else self.node(question.ask_when)

    def raising(self) -> list[RankedRule]:
        return [
            RankedRule(rule, self._raising(rule, rule.condition), self.instrument.rank(rule.target))
            for rule in self.instrument.rules_with(Raise)
            if rule.condition is not None and self.instrument.scale is not None
        ]

    def _raising(self, rule: Rule, condition: c.Condition) -> Node:
        gate = gate_of(self.instrument, rule)
        if not any(leaf.question in gate for leaf in c.leaves_of(condition)):
            return self.node(condition)
        begun = Or(tuple(self.node(c.Known(name, wanted=True, in_part=True)) for name in gate))
        surely = Least(self.node, gate).of(condition)
        counts = And((begun, self.node(condition)))
        self.gated[rule.id] = counts if surely == NEVER else Or((counts, surely))
        return self.gated[rule.id]

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
            case c.Defined(_, part) | c.Reached(_, part):
                return self.node(part)  # a name adds nothing: bodies never meet one
            case c.InScore():
                weighed = self.weighed(condition.parts)
                return within(condition, weighed, weighed)
            case _:
                return self._relevant(condition)

    def weighed(self, parts: Iterable[tuple[int, c.Leaf]]) -> Weighed:
        """Lower what counts for a score, with how much."""
        return tuple((weight, self._weighed(leaf)) for weight, leaf in parts)

    def _weighed(self, leaf: c.Leaf) -> Node:
        question = self.instrument.question(leaf.question)
        if isinstance(leaf, c.OneIn) and len(leaf.options) == len(question.options):
            return self.applies(question)  # what counts whatever the answer, counts without one
        return self.node(leaf)

    def _relevant(self, leaf: c.Leaf) -> Node:
        test = Test(self.leaves.setdefault(leaf, len(self.leaves)))
        if isinstance(leaf, c.Known) and leaf.in_part:
            return test  # of the answers as they stand, whether or not the question applies
        asked = self.applies(self.instrument.question(leaf.question))
        if asked == ALWAYS:
            return test
        return NEVER if asked == NEVER else And((asked, test))
