"""A program as data, in the schema `integraal/programma/1`: for bodies written in other languages.

Nothing in it has to be looked up in an instrument any more, and no text is in it, so that one
program serves every language. Nodes stand in one list, parts before what is made of them.
"""

from collections.abc import Iterable
from typing import Any, assert_never

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
from integraal.engine.reach.trail import BUDGET
from integraal.model.condition import (
    Between,
    Known,
    Leaf,
    OneIn,
    Otherwise,
    SomeChosen,
    WhenDirection,
)
from integraal.model.instrument import (
    Act,
    Effect,
    Instrument,
    Limit,
    Provisional,
    Question,
    Raise,
    Release,
    Route,
    Rule,
    Score,
    Statement,
)


def program_data(program: Program) -> dict[str, Any]:
    """Write a program as data; every key is always there.

    What a program watches of other instruments is not in it: a body that gets the programs of
    those runs each by itself, as the interpreter does.

    >>> from integraal.engine.lower import lower
    >>> from integraal.reading.library import Library
    >>> data = program_data(lower(Library().instrument("voor-wie-doen-we-wat")))
    >>> data["schema"], data["levels"][0], data["nodes"][0]
    ('integraal/programma/1', 'segregatie', {'always': True})
    """
    instrument, nodes = program.instrument, _Nodes()
    unasked = {question.id for question in instrument.unasked}
    data = {
        "schema": "integraal/programma/1",
        "instrument": instrument.id,
        "version": instrument.version,
        "fingerprint": instrument.fingerprint,
        "source_only": program.source_only,
        "budget": BUDGET,
        "scale": instrument.scale.id if instrument.scale else None,
        "levels": list(instrument.level_ids),
        "present": _present(instrument),
        "minimum_from": list(instrument.minimum_from),
        "danger_questions": sorted(instrument.danger_questions),
        "withhold_until": _release(instrument.withhold_until),
        "questions": [
            {
                **_question(question),
                "asked": nodes.place(program.asked[question.id]),
                "unasked": question.id in unasked,
            }
            for question in program.questions.values()
        ],
        "leaves": [_leaf(leaf) for leaf in program.leaves],
        "rules": [_rule(program, rule, nodes) for rule in instrument.rules],
        "raising": [
            {"rule": one.rule.id, "node": nodes.place(one.node), "rank": one.rank}
            for one in program.raising
        ],
        "promised_away": [
            {"outcome": outcome, "node": nodes.place(node)}
            for outcome, node in program.promised_away
        ],
        "tables": [{"id": one.id, "policy": one.policy.value} for one in instrument.tables],
        "outcomes": list(map(_statement, instrument.outcomes)),
        "actions": list(map(_statement, instrument.actions)),
        "scores": [_score(program, score, nodes) for score in instrument.scores],
    }
    return {**data, "nodes": nodes.listed}


class _Nodes:
    """Nodes in one list, each only once."""

    def __init__(self) -> None:
        self.listed: list[dict[str, Any]] = []
        self._places: dict[Node, int] = {}

    def place(self, node: Node) -> int:
        """Where a node stands in the list."""
        if node not in self._places:
            data = self._data(node)
            self._places[node] = len(self.listed)
            self.listed.append(data)
        return self._places[node]

    def _data(self, node: Node) -> dict[str, Any]:
        match node:
            case Test(leaf):
                return {"test": leaf}
            case Constant(holds):
                return {"always": holds}
            case And(parts):
                return {"all": self._all(parts)}
            case Or(parts):
                return {"any": self._all(parts)}
            case Negation(part):
                return {"not": self.place(part)}
            case Count(needed, parts):
                return {"at_least": needed, "of": self._all(parts)}
            case Weighted(needed, weighed):
                placed = self._all(part for _, part in weighed)
                return {"adds_up_to": needed, "of": placed, "weights": [w for w, _ in weighed]}
            case _:
                assert_never(node)

    def _all(self, parts: Iterable[Node]) -> list[int]:
        return [self.place(part) for part in parts]


def _question(question: Question) -> dict[str, Any]:
    numbers = question.numbers
    return {
        "id": question.id,
        "kind": question.kind.value,
        "options": list(question.option_ids),
        "whole": numbers.whole,
        "min": numbers.least,
        "max": numbers.most,
        "own_addition": question.own_addition,
        "from_case": question.from_case,
        "sensitive": question.sensitive,
        "compulsory": [option.id for option in question.options if option.compulsory],
    }


def _leaf(leaf: Leaf) -> dict[str, Any]:
    match leaf:
        case OneIn(question, options):
            return {"question": question, "one_in": list(options)}
        case SomeChosen(question, options, count):
            return {"question": question, "chosen": list(options), "at_least": count}
        case Between(question, low, high):
            return {"question": question, "low": low, "high": high}
        case Known(question, wanted, in_part):
            return {"question": question, "known": wanted, "in_part": in_part}
        case _:
            assert_never(leaf)


def _rule(program: Program, rule: Rule, nodes: _Nodes) -> dict[str, Any]:
    """A rule: `node` is what it counts by, `written` what its author wrote; null for neither."""
    node, written = program.node_of(rule), program.written(rule)
    when = rule.when
    return {
        "id": rule.id,
        "effect": _effect(rule.effect),
        "target": rule.target,
        "node": None if node is None else nodes.place(node),
        "written": None if written is None else nodes.place(written),
        "otherwise": isinstance(when, Otherwise),
        "direction": when.direction.value if isinstance(when, WhenDirection) else None,
        "sensitive": rule.sensitive,
    }


def _effect(effect: Effect) -> str:
    match effect:
        case Raise():
            return "raise"
        case Limit():
            return "limit"
        case Route():
            return "route"
        case Act():
            return "act"
        case Provisional():
            return "provisional"
        case _:
            assert_never(effect)


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "table": statement.table,
        "urgent": statement.urgent.value if statement.urgent else None,
        "call": list(statement.call),
        "leads_to": statement.leads_to,
        "task_below": statement.task_below,
        "sensitive": statement.sensitive,
    }


def _release(until: Release | None) -> dict[str, str] | None:
    """After which answer others may read what is sensitive, and which one says that none may."""
    if until is None:
        return None
    return {"question": until.question, "option": until.option, "never": until.never}


def _present(instrument: Instrument) -> dict[str, Any] | None:
    """Which question describes the present, and the level of each of its options."""
    if instrument.present is None or instrument.scale is None:
        return None
    question = instrument.question(instrument.present.question)
    return {
        "question": question.id,
        "levels": {option.id: option.level for option in question.options},
    }


def _score(program: Program, score: Score, nodes: _Nodes) -> dict[str, Any]:
    weighed = zip(score.parts, program.scores[score.id], strict=True)
    return {
        "id": score.id,
        "questions": [item.question for item in score.items],
        "parts": [
            {"question": leaf.question, "weight": weight, "node": nodes.place(node)}
            for (_, leaf), (weight, node) in weighed
        ],
        "bands": [{"id": band.id, "low": band.low, "high": band.high} for band in score.bands],
    }
