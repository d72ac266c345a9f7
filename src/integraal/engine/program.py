"""The small program that an instrument is lowered to: few node kinds, no names left to look up.

Every body that runs the model (the interpreter, the SQL writer, a solver) walks these nodes.
A leaf asks one thing of one answer; nodes combine leaves; a rule is a node and an effect.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, assert_never

from integraal.model.condition import Condition, Leaf
from integraal.model.instrument import Instrument, Question, Raise, Route, Rule


@dataclass(frozen=True, slots=True)
class Test:
    """The leaf with this index in the program."""

    leaf: int


@dataclass(frozen=True, slots=True)
class Constant:
    """Always, or never."""

    holds: bool


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """The part does not hold."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Count:
    """At least `needed` of the parts hold."""

    needed: int
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Weighted:
    """The weights of the parts that hold add up to at least `needed`."""

    needed: int
    weighed: "Weighed"
    """Every weight is above zero, so that a part that holds never takes anything away."""

    @property
    def parts(self) -> tuple["Node", ...]:
        """What is weighed."""
        return tuple(part for _, part in self.weighed)

    @property
    def most(self) -> int:
        """What the weights add up to when all parts hold."""
        return sum(weight for weight, _ in self.weighed)


Weighed: TypeAlias = tuple[tuple[int, "Node"], ...]
Node: TypeAlias = Test | Constant | And | Or | Negation | Count | Weighted


def leaves_in(node: Node) -> Iterator[int]:
    """The indices of the leaves below a node; they may repeat.

    >>> list(leaves_in(And((Test(0), Constant(holds=True), Negation(Test(2))))))
    [0, 2]
    """
    match node:
        case Test(leaf):
            yield leaf
        case Constant():
            return
        case And() | Or() | Count() | Weighted():
            for part in node.parts:
                yield from leaves_in(part)
        case Negation(part):
            yield from leaves_in(part)
        case _:
            assert_never(node)


ALWAYS = Constant(holds=True)
NEVER = Constant(holds=False)


@dataclass(frozen=True, slots=True)
class RankedRule:
    """A rule that raises the level to `rank` when `node` holds; rank 0 is the lowest level."""

    rule: Rule
    node: Node
    rank: int


@dataclass(frozen=True, slots=True)
class Watched:
    """A rule of another instrument that says of the same case that somebody may be in danger."""

    instrument: Instrument
    rule: Rule
    node: Node
    asked: Mapping[str, Node] = field(default_factory=dict)
    """When the questions apply on which the rule hangs; others always do."""


@dataclass(frozen=True, slots=True)
class Program:
    """An instrument, lowered."""

    instrument: Instrument
    leaves: tuple[Leaf, ...]
    asked: Mapping[str, Node]
    """For every question: when it applies, for the level or for anything else."""
    nodes: Mapping[Condition, Node]
    """For every condition in the instrument, parts included: what it was lowered to."""
    raising: tuple[RankedRule, ...]
    """The rules over answers that raise the level, in the instrument's order."""
    questions: Mapping[str, Question]
    """By their ids, in the order in which they are asked; then those that only count."""
    source_only: bool
    """Whether the questions that are our own addition are left out."""
    counted: Mapping[Condition, Node]
    """As `nodes`, for the rules that raise the level. It is another thing only where our own
    additions are left out: those on which somebody's danger hangs are asked all the same, and
    do not count for the level."""
    gated: Mapping[str, Node]
    """By their ids, the rules that are taken from another instrument and look at what is not asked
    here: each counts once that instrument was begun, or when it holds whatever is answered there.
    """
    scores: Mapping[str, Weighed] = field(default_factory=dict)
    """For every score, by its id: what counts, with how much."""
    watched: tuple[Watched, ...] = ()
    """The danger rules of other instruments, over the same leaves; the interpreter runs each
    instrument by itself instead."""
    watched_questions: Mapping[str, Question] = field(default_factory=dict)
    """What those rules ask, or hang on, and this instrument does not, by id."""

    @property
    def every_question(self) -> dict[str, Question]:
        """By their ids: the questions that count here, and those that are watched."""
        return {**self.questions, **self.watched_questions}

    def nodes_of(self, rule: Rule) -> Mapping[Condition, Node]:
        """What the condition of a rule, and every part of it, was lowered to."""
        return self.counted if isinstance(rule.effect, Raise) else self.nodes

    def node_of(self, rule: Rule) -> Node | None:
        """What a rule became; None where it looks at other rules or the direction."""
        return self.gated.get(rule.id) or self.written(rule)

    def written(self, rule: Rule) -> Node | None:
        """What the condition of a rule became, as its author wrote it; None where it has none."""
        return None if rule.condition is None else self.nodes_of(rule)[rule.condition]

    @property
    def promised_away(self) -> tuple[tuple[str, Node], ...]:
        """Routes that must not come out, not even as something that may be, while a node holds."""
        return tuple(
            (never.out.outcome, Constant(True) if never.when is None else self.nodes[never.when])
            for never in self.instrument.never
            if isinstance(never.out, Route) and not never.together_with
        )

    def is_asked(self, question: str) -> bool:
        """Whether a question is put to people here, and does not only count where it has one."""
        return all(question != other.id for other in self.instrument.unasked)
