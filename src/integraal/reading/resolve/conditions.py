"""Turn a condition as written in YAML into a Condition, with every name in it checked."""

import re
from collections.abc import Iterable
from collections.abc import Mapping as Questions
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from integraal.model import condition as c
from integraal.model.finding import Finding
from integraal.model.instrument import Kind, Misfit, Question, Score
from integraal.reading.mistakes.condition_words import (
    SAID_OF_NO_ANSWER,
    combining,
    meant_test,
    way_of_test,
    way_to_test,
)
from integraal.reading.numbers import bounds_told, number_in
from integraal.reading.resolve.scores import ScoreTests
from integraal.reading.shapes.fit import nearest, strange
from integraal.reading.yaml_tree import Mapping, Node, Scalar, Sequence, word

_COMBINING = ("all", "any", "not", "at_least_of")
_OUTCOME = "outcome"
RESERVED = (*_COMBINING, _OUTCOME, "direction", "otherwise")
"""Words that already mean something where a condition stands."""
_PAIR = re.compile(r"([\w-]+)\s*(?:=|:\s)\s*(\S.*)")
"""A question with an answer, written as text."""
_TESTS = {
    Kind.ONE: ("in", "at_least", "at_most", "known"),
    Kind.SEVERAL: ("includes", "includes_any", "at_least_chosen", "known"),
    Kind.NUMBER: ("at_least", "at_most", "known"),
}


class Names(Protocol):
    """What a condition may name beside questions."""

    @property
    def ids(self) -> list[str]:
        """Ids of the definitions."""

    def named(self, name: str, node: Node) -> c.Defined | None:
        """What a name of a definition stands for; None where that has a fault, which is noted."""

    def outcome(self, name: str, node: Node) -> c.Reached | None:
        """When a table surely leads to an outcome; None where that has a fault, which is noted."""


@dataclass
class ConditionReader:
    """Reads the conditions of one rule or question; collects what is wrong with them."""

    questions: Questions[str, Question]
    """The questions that may be asked about here."""
    owner: str
    """Id of the rule or question, for the message."""
    later: frozenset[str] = frozenset()
    """Questions that exist but come later than the one that asks."""
    findings: list[Finding] = field(default_factory=list)
    names: Names | None = None
    in_definition: bool = False
    """Whether it may look at an outcome."""
    asker: str = ""
    """Id of the question that is asked or not because of what is read; empty where none is."""
    scores: Questions[str, Score] = field(default_factory=dict)
    """The scores that may be asked about here."""

    def trigger(self, node: Node) -> c.Trigger | None:
        """Read what stands under `when`: a condition, `otherwise`, or a direction."""
        if isinstance(node, Scalar) and node.value == "otherwise":
            return c.Otherwise()
        if isinstance(node, Mapping) and [key.value for key, _ in node.entries] == ["direction"]:
            return self._direction(node.entries[0][1])
        return self.condition(node)

    def condition(self, node: Node) -> c.Condition | None:
        """Read one condition; None when it has a fault."""
        if not isinstance(node, Mapping):
            return self._named(node)
        if len(node.entries) != 1:
            self._wrong("one-per-condition", node, count=len(node.entries))
            return None
        key, value = node.entries[0]
        name = key.value or ""
        if name in _COMBINING:
            return self._combined(name, value)
        if name == _OUTCOME and self.names is not None and name not in self.questions:
            return self._outcome(key, value, self.names)
        return self._about_question(key, value)

    def _named(self, node: Node) -> c.Condition | None:
        """Read the name of a definition, which stands alone."""
        name, ids = word(node), self.names.ids if self.names else []
        if self.names is not None and name in ids:
            return self.names.named(name, node)
        pair = _PAIR.fullmatch(name)
        if pair and pair[1] in self.questions:
            pair_told = f"{pair[1]}: {pair[2]}"
            self._wrong("not-a-condition", node, word=name, way="pair", pair=pair_told)
        elif not ids or not name or name in (*RESERVED, *self.questions):
            self._wrong("not-a-condition", node, word=name, way=_way(node))
        else:
            self._wrong("unknown-definition", node, definition=name, suggestion=nearest(name, ids))
        return None

    def _outcome(self, key: Scalar, value: Node, names: Names) -> c.Condition | None:
        if self.in_definition:
            return names.outcome(word(value), value)
        self._wrong("outcome-outside-definition", key, outcome=word(value))
        return None

    def _combined(self, name: str, value: Node) -> c.Condition | None:
        if name == "not":
            part = self.condition(value)
            return None if part is None else c.Not(part)
        if name == "at_least_of":
            return self._at_least_of(value)
        parts = self._parts(value)
        if parts is None:
            return None
        return c.All(parts) if name == "all" else c.AnyOf(parts)

    def _at_least_of(self, node: Node) -> c.Condition | None:
        inner = self._exactly(node, "count", "of")
        if inner is None:
            return None
        parts = self._parts(inner["of"])
        count = self._count(inner["count"], None if parts is None else len(parts))
        return None if count is None or parts is None else c.AtLeastOf(count, parts)

    def _exactly(self, node: Node, *keys: str) -> dict[str, Node] | None:
        if not isinstance(node, Mapping):
            self._wrong("not-a-mapping", node, key="at_least_of")
            return None
        inner = {key.value or "": value for key, value in node.entries}
        for key, _ in node.entries:
            if key.value not in keys:
                name = key.value or ""
                self._wrong("unknown-key", key, key=name, suggestion=nearest(name, keys))
        for missing in (key for key in keys if key not in inner):
            self._wrong("missing-key", node, key=missing)
        return inner if inner.keys() == set(keys) else None

    def _parts(self, node: Node) -> tuple[c.Condition, ...] | None:
        parts = [self.condition(item) for item in self._items(node)]
        return None if None in parts else tuple(part for part in parts if part) or None

    def _items(self, node: Node, key: str = "") -> tuple[Node, ...]:
        """What stands in a list; nothing when it is none, or has nothing in it."""
        if isinstance(node, Sequence) and node.items:
            return node.items
        self._wrong("empty-list" if isinstance(node, Sequence) else "not-a-list", node, key=key)
        return ()

    def _about_question(self, key: Scalar, value: Node) -> c.Condition | None:
        name = key.value or ""
        if name in self.scores and name not in self.questions:
            return ScoreTests(self.owner, self.findings).condition(self.scores[name], value)
        question = self.questions.get(name)
        if question is None:
            if name in self.later:
                asker = self.asker or self.owner
                found = Finding.at("question-comes-later", key.place, owner=asker, question=name)
                self.findings.append(found)
                return None
            if self.names is not None and name in self.names.ids:
                self._wrong("definition-tested", key, definition=name)
                return None
            near = combining(name) or nearest(name, [*self.questions, *self.scores])
            self._wrong("unknown-question", key, question=name, suggestion=near)
            return None
        if question.kind is Kind.TEXT:
            self._wrong("text-in-condition", key, question=name)
            return None
        if isinstance(value, Scalar) and question.kind is Kind.ONE:
            options = self._options(question, [value])
            return None if options is None else c.OneIn(name, options)
        if not isinstance(value, Mapping) or len(value.entries) != 1:
            self._wrong("not-a-test", value, question=name, **way_to_test(question, value))
            return None
        test, argument = value.entries[0]
        return self._test(question, test, argument)

    def _test(self, question: Question, test: Scalar, argument: Node) -> c.Condition | None:
        name, known = test.value or "", _TESTS[question.kind]
        if name not in known:
            details = {"test": name, "question": question.id, **way_of_test(name)}
            finding = strange("unknown-test", test.place, name, known, **details)
            meant = meant_test(question.kind, name)
            self.findings.append(replace(finding, suggestion=meant or finding.suggestion))
            return None
        if name == "known":
            return self._known(question, argument)
        match question.kind:
            case Kind.ONE:
                return self._one_in(question, name, argument)
            case Kind.SEVERAL:
                return self._some_chosen(question, name, argument)
            case _:
                return self._between(question, name, argument)

    def _known(self, question: Question, argument: Node) -> c.Condition | None:
        said = word(argument)
        if said not in ("true", "false"):
            self._wrong("not-a-flag", argument, key="known", word=said)
            return None
        return c.Known(question.id, said == "true")

    def _one_in(self, question: Question, name: str, argument: Node) -> c.Condition | None:
        if name == "in":
            options = self._options(question, self._items(argument, question.id))
            return None if options is None else c.OneIn(question.id, options)
        boundary = self._options(question, [argument])
        if boundary is None:
            return None
        order = question.option_ids
        at = order.index(boundary[0])
        return c.OneIn(question.id, order[at:] if name == "at_least" else order[: at + 1])

    def _some_chosen(self, question: Question, name: str, argument: Node) -> c.Condition | None:
        if name == "at_least_chosen":
            every = question.option_ids
            count = self._count(argument, len(every))
            return None if count is None else c.SomeChosen(question.id, every, count)
        several = name == "includes_any"
        if not several and isinstance(argument, Sequence):
            self._wrong("includes-one", argument, question=question.id)
            return None
        items = self._items(argument, question.id) if several else [argument]
        options = self._options(question, items)
        return None if options is None else c.SomeChosen(question.id, options, 1)

    def _between(self, question: Question, name: str, argument: Node) -> c.Condition | None:
        number = self._number(argument)
        if number is None:
            return None
        if question.numbers.misfit(number) is Misfit.NOT_WHOLE:
            self._wrong("bound-not-whole", argument, question=question.id)
            return None
        low, high = (number, None) if name == "at_least" else (None, number)
        always = question.numbers.settled(low, high)
        if always is not None:
            code = "bound-always-holds" if always else "bound-never-holds"
            self._wrong(code, argument, question=question.id, **bounds_told(question.numbers))
            return None
        return c.Between(question.id, low, high)

    def _options(self, question: Question, nodes: Iterable[Node]) -> tuple[str, ...] | None:
        """The options that are named, in the question's order; None when one is not there."""
        order, named = question.option_ids, set[str]()
        for node in nodes if order else ():  # without options, that is what is said
            named.add(option := word(node))
            if option in SAID_OF_NO_ANSWER:
                self._wrong("no-answer", node, question=question.id, option=option, way=option)
            elif option not in order:
                details = {"question": question.id, "option": option}
                self.findings.append(
                    strange("unknown-option", node.place, option, order, **details)
                )
        found = tuple(option for option in order if option in named)
        return found if found and named <= set(order) else None

    def _number(self, node: Node) -> float | None:
        number = number_in(node.value) if isinstance(node, Scalar) else None
        if number is None:
            self._wrong("not-a-number", node)
        return number

    def _count(self, node: Node, most: int | None) -> int | None:
        """A whole number from 1 to `most`; None for `most` where nobody can tell."""
        number = self._number(node)
        if number is None:
            return None
        if not isinstance(number, int):
            self._wrong("not-a-whole-number", node)
            return None
        if most is not None and not 1 <= number <= most:
            self._wrong("count-out-of-range", node, most=most)
            return None
        return number

    def _direction(self, node: Node) -> c.WhenDirection | None:
        known, said = [direction.value for direction in c.Direction], word(node)
        if said in known:
            return c.WhenDirection(c.Direction(said))
        details = {"word": said, "key": "direction"}
        self.findings.append(strange("unknown-word", node.place, said, known, **details))
        return None

    def _wrong(self, code: str, node: Node, **details: Any) -> None:
        """Note a fault in the owner's name."""
        self.findings.append(Finding.at(code, node.place, owner=self.owner, **details))


def _way(node: Node) -> str:
    """Which remedy there is for what is no condition."""
    glued = re.fullmatch(r"[\w-]+:\S+", word(node))
    return "glued" if glued else "list" if isinstance(node, Sequence) else ""
