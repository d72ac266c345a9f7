"""Turn a condition as written in YAML into a Condition, with every name in it checked."""

import re
from collections.abc import Callable
from collections.abc import Mapping as Questions
from dataclasses import dataclass, field

from integraal.model import condition as c
from integraal.model.finding import Finding, Place
from integraal.model.instrument import Kind, Question
from integraal.reading.shapes.fit import nearest
from integraal.reading.yaml_tree import Mapping, Node, Scalar, Sequence

_COMBINING = ("all", "any", "not", "at_least_of")
_TESTS = {
    Kind.ONE: ("in", "at_least", "at_most", "known"),
    Kind.SEVERAL: ("includes", "includes_any", "at_least_chosen", "known"),
    Kind.NUMBER: ("at_least", "at_most", "known"),
    Kind.TEXT: ("known",),
}


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

    def trigger(self, node: Node) -> c.Trigger | None:
        """Read what stands under `when`: a condition, `otherwise`, or a direction."""
        if isinstance(node, Scalar):
            if node.value == "otherwise":
                return c.Otherwise()
            self._wrong(node.place, "not-a-condition", word=node.value or "")
            return None
        if isinstance(node, Mapping) and [key.value for key, _ in node.entries] == ["direction"]:
            return self._direction(node.entries[0][1])
        return self.condition(node)

    def condition(self, node: Node) -> c.Condition | None:
        """Read one condition; None when it has a fault."""
        if not isinstance(node, Mapping):
            word = node.value or "" if isinstance(node, Scalar) else ""
            self._wrong(node.place, "not-a-condition", word=word)
            return None
        if len(node.entries) != 1:
            self._wrong(node.place, "one-per-condition", count=str(len(node.entries)))
            return None
        key, value = node.entries[0]
        name = key.value or ""
        if name in _COMBINING:
            return self._combined(name, value)
        return self._about_question(key, value)

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
        count = self._whole(inner["count"])
        if count is None or parts is None:
            return None
        if not 1 <= count <= len(parts):
            self._wrong(inner["count"].place, "count-out-of-range", most=str(len(parts)))
            return None
        return c.AtLeastOf(count, parts)

    def _exactly(self, node: Node, *keys: str) -> dict[str, Node] | None:
        if not isinstance(node, Mapping):
            self._wrong(node.place, "not-a-mapping", key="at_least_of")
            return None
        inner = {key.value or "": value for key, value in node.entries}
        for key, _ in node.entries:
            if key.value not in keys:
                name = key.value or ""
                self.findings.append(
                    Finding.at(
                        "unknown-key",
                        key.place,
                        owner=self.owner,
                        key=name,
                        suggestion=nearest(name, keys),
                    )
                )
        for missing in (key for key in keys if key not in inner):
            self._wrong(node.place, "missing-key", key=missing)
        return inner if inner.keys() == set(keys) else None

    def _parts(self, node: Node) -> tuple[c.Condition, ...] | None:
        if not isinstance(node, Sequence):
            self._wrong(node.place, "not-a-list", key="")
            return None
        if not node.items:
            self._wrong(node.place, "empty-list", key="")
            return None
        parts = [self.condition(item) for item in node.items]
        return None if None in parts else tuple(part for part in parts if part is not None)

    def _about_question(self, key: Scalar, value: Node) -> c.Condition | None:
        name = key.value or ""
        question = self.questions.get(name)
        if question is None:
            code = "question-comes-later" if name in self.later else "unknown-question"
            self.findings.append(
                Finding.at(
                    code,
                    key.place,
                    owner=self.owner,
                    question=name,
                    suggestion="" if name in self.later else nearest(name, list(self.questions)),
                )
            )
            return None
        if isinstance(value, Scalar):
            return self._is(question, value)
        if not isinstance(value, Mapping) or len(value.entries) != 1:
            self._wrong(value.place, "not-a-test", question=name)
            return None
        test, argument = value.entries[0]
        return self._test(question, test, argument)

    def _is(self, question: Question, value: Scalar) -> c.Condition | None:
        if question.kind is not Kind.ONE:
            self._wrong(value.place, "not-a-test", question=question.id)
            return None
        option = self._option(question, value)
        return None if option is None else c.Is(question.id, (option,))

    def _test(self, question: Question, test: Scalar, argument: Node) -> c.Condition | None:
        name = test.value or ""
        known = _TESTS[question.kind]
        if name not in known:
            self.findings.append(
                Finding.at(
                    "unknown-test",
                    test.place,
                    test=name,
                    question=question.id,
                    expected=", ".join(known),
                    suggestion=nearest(name, known),
                )
            )
            return None
        if name == "known":
            return self._known(question, argument)
        if question.kind is Kind.NUMBER:
            return self._between(question, name, argument)
        readers: dict[str, Callable[[], c.Condition | None]] = {
            "in": lambda: self._options(question, argument, c.Is),
            "at_least": lambda: self._ordered(question, argument, c.AtLeast),
            "at_most": lambda: self._ordered(question, argument, c.AtMost),
            "includes": lambda: self._includes(question, argument),
            "includes_any": lambda: self._options(question, argument, c.IncludesAny),
            "at_least_chosen": lambda: self._chosen(question, argument),
        }
        return readers[name]()

    def _known(self, question: Question, argument: Node) -> c.Condition | None:
        word = argument.value if isinstance(argument, Scalar) else ""
        if word not in ("true", "false"):
            self._wrong(argument.place, "not-a-flag", key="known", word=word or "")
            return None
        return c.Known(question.id, word == "true")

    def _between(self, question: Question, name: str, argument: Node) -> c.Condition | None:
        number = self._number(argument)
        if number is None:
            return None
        low, high = (number, None) if name == "at_least" else (None, number)
        return c.Between(question.id, low, high)

    def _options(
        self,
        question: Question,
        argument: Node,
        make: Callable[[str, tuple[str, ...]], c.Condition],
    ) -> c.Condition | None:
        if not isinstance(argument, Sequence) or not argument.items:
            code = "empty-list" if isinstance(argument, Sequence) else "not-a-list"
            self._wrong(argument.place, code, key=question.id)
            return None
        options = [self._option(question, item) for item in argument.items]
        if None in options:
            return None
        return make(question.id, tuple(option for option in options if option is not None))

    def _ordered(
        self, question: Question, argument: Node, make: Callable[[str, str], c.Condition]
    ) -> c.Condition | None:
        option = self._option(question, argument)
        return None if option is None else make(question.id, option)

    def _includes(self, question: Question, argument: Node) -> c.Condition | None:
        option = self._option(question, argument)
        return None if option is None else c.IncludesAny(question.id, (option,))

    def _chosen(self, question: Question, argument: Node) -> c.Condition | None:
        count = self._whole(argument)
        if count is None:
            return None
        if not 1 <= count <= len(question.options):
            most = str(len(question.options))
            self._wrong(argument.place, "count-out-of-range", most=most)
            return None
        return c.ChosenAtLeast(question.id, count)

    def _option(self, question: Question, node: Node) -> str | None:
        word = node.value or "" if isinstance(node, Scalar) else ""
        if word in question.option_ids:
            return word
        self.findings.append(
            Finding.at(
                "unknown-option",
                node.place,
                question=question.id,
                option=word,
                expected=", ".join(question.option_ids),
                suggestion=nearest(word, question.option_ids),
            )
        )
        return None

    def _number(self, node: Node) -> float | None:
        number = number_in(node.value) if isinstance(node, Scalar) else None
        if number is None:
            self._wrong(node.place, "not-a-number")
            return None
        return number

    def _whole(self, node: Node) -> int | None:
        number = self._number(node)
        if number is None or isinstance(number, int):
            return number
        self._wrong(node.place, "not-a-whole-number")
        return None

    def _direction(self, node: Node) -> c.WhenDirection | None:
        known = [direction.value for direction in c.Direction]
        word = node.value or "" if isinstance(node, Scalar) else ""
        if word not in known:
            self.findings.append(
                Finding.at(
                    "unknown-word",
                    node.place,
                    word=word,
                    key="direction",
                    expected=", ".join(known),
                    suggestion=nearest(word, known),
                )
            )
            return None
        return c.WhenDirection(c.Direction(word))

    def _wrong(self, place: Place, code: str, **details: str) -> None:
        self.findings.append(Finding(code, place, (("owner", self.owner), *details.items())))


def number_in(text: str | None) -> float | None:
    """Read a number; whole numbers stay whole. None for anything else.

    >>> number_in("12"), number_in("1.5"), number_in("012"), number_in("1:30"), number_in("nan")
    (12, 1.5, None, None, None)
    """
    if text is None or not re.fullmatch(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?", text):
        return None
    return float(text) if "." in text else int(text)
