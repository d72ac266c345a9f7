"""The same rules in other rule engines: GoRules' zen-engine, and two of JSON-Logic.

An engine says of each rule over answers whether it holds (2), might (1) or does not (0); the rest
is plain Python around it (`cells_to_advice.py`), the same for all. The rules are loaded once,
options are split and counted before an engine sees them, and whether a rule might hold is asked
only where it does not.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from cells_to_advice import Case, over_answers
from integraal.engine.program import Program
from languages import Infix, JsonLogic, Language, options_in_order, say, say_open


class Engine(Protocol):
    """Another engine, with the rules loaded."""

    def truths(self, cases: Sequence[Case]) -> Iterable[Sequence[int]]:
        """Say for each case, for each rule over answers in their order, how it stands."""


def _said(program: Program, language: Language[Any]) -> Iterator[tuple[Any, Any]]:
    """Say of each rule over answers when it holds, and when it then still might."""
    for _, node in over_answers(program):
        yield say(program, node, language, might=False), say_open(program, node, language)


class Zen:
    """GoRules' zen-engine, written in Rust: one decision of expressions, in its own batches."""

    BATCH = 1000

    def __init__(self, program: Program) -> None:
        import zen

        language = Infix(options_in_order(program), lists="[]", empty='{} == ""')
        expressions = [
            {"id": f"e{number}", "key": f"r{number}", "value": f"{holds} ? 2 : {opened} ? 1 : 0"}
            for number, (holds, opened) in enumerate(_said(program, language))
        ]
        self.keys = [each["key"] for each in expressions]
        graph = {
            "nodes": [
                _node("cases", "inputNode"),
                {**_node("rules", "expressionNode"), "content": {"expressions": expressions}},
                _node("truths", "outputNode"),
            ],
            "edges": [
                {"id": "in", "type": "edge", "sourceId": "cases", "targetId": "rules"},
                {"id": "out", "type": "edge", "sourceId": "rules", "targetId": "truths"},
            ],
        }
        self.engine = zen.ZenEngine({"loader": {"type": "static", "content": {"rules": graph}}})

    def truths(self, cases: Sequence[Case]) -> Iterable[Sequence[int]]:
        """Evaluate in batches."""
        for start in range(0, len(cases), self.BATCH):
            here = cases[start : start + self.BATCH]
            asked = [{"key": "rules", "context": case} for case in here]
            for answer in self.engine.evaluate_batch(asked):
                result = answer["data"]["result"]
                yield [result[key] for key in self.keys]


def _node(name: str, kind: str) -> dict[str, Any]:
    return {"id": name, "name": name, "type": kind, "position": {"x": 0, "y": 0}}


def _json_rules(program: Program) -> list[Any]:
    language = JsonLogic(options_in_order(program))
    return [{"if": [holds, 2, opened, 1, 0]} for holds, opened in _said(program, language)]


class JsonLogicInPython:
    """`json-logic-qubit`: JSON-Logic in Python, the one that is installed most."""

    def __init__(self, program: Program) -> None:
        from json_logic import jsonLogic

        self.rules = _json_rules(program)
        self.evaluate = jsonLogic

    def truths(self, cases: Sequence[Case]) -> Iterable[Sequence[int]]:
        """Evaluate rule by rule."""
        evaluate, rules = self.evaluate, self.rules
        return ([evaluate(rule, case) for rule in rules] for case in cases)


class JsonLogicInRust:
    """`datalogic-py`: JSON-Logic in Rust; all rules are one list, compiled once."""

    def __init__(self, program: Program) -> None:
        import datalogic_py

        engine = datalogic_py.Engine()
        self.rules = engine.compile(_json_rules(program))
        self.session = engine.session()

    def truths(self, cases: Sequence[Case]) -> Iterable[Sequence[int]]:
        """Evaluate case by case, all rules in one call."""
        return (self.session.evaluate(self.rules, case) for case in cases)
