"""A program as data says all that the program says, and nothing has to be looked up."""

import json
import re
from typing import Any

import pytest

from integraal.engine import program as p
from integraal.engine.lower import lower
from integraal.engine.program_data import program_data
from integraal.model.instrument import Instrument
from integraal.reading.library import Library
from tests.conftest import INSTRUMENTS, ROOT
from tests.reading.helpers import GOOD, good

GOOD_NAMES = [path.name for path in sorted(GOOD.glob("*.yaml"))]


def _instruments() -> list[Instrument]:
    return [*map(Library().instrument, INSTRUMENTS), *map(good, GOOD_NAMES)]


def _node(nodes: list[dict[str, Any]], place: int) -> p.Node:
    """Read a node back."""
    match nodes[place]:
        case {"test": leaf}:
            return p.Test(leaf)
        case {"always": holds}:
            return p.Constant(holds)
        case {"all": parts}:
            return p.And(tuple(_node(nodes, part) for part in parts))
        case {"any": parts}:
            return p.Or(tuple(_node(nodes, part) for part in parts))
        case {"not": part}:
            return p.Negation(_node(nodes, part))
        case {"at_least": needed, "of": parts}:
            return p.Count(needed, tuple(_node(nodes, part) for part in parts))
        case {"adds_up_to": needed, "of": parts, "weights": weights}:
            read = (_node(nodes, part) for part in parts)
            return p.Weighted(needed, tuple(zip(weights, read, strict=True)))
        case other:
            raise AssertionError(other)


@pytest.mark.parametrize("source_only", [False, True], ids=["whole", "source-only"])
@pytest.mark.parametrize("instrument", _instruments(), ids=lambda one: one.id)
def test_every_node_is_read_back_as_it_was(instrument: Instrument, source_only: bool) -> None:
    program = lower(instrument, source_only=source_only)
    data = json.loads(json.dumps(program_data(program)))
    nodes = data["nodes"]
    for rule, told in zip(instrument.rules, data["rules"], strict=True):
        for key, node in (("node", program.node_of(rule)), ("written", program.written(rule))):
            read = None if told[key] is None else _node(nodes, told[key])
            assert read == node
    for question in data["questions"]:
        assert _node(nodes, question["asked"]) == program.asked[question["id"]]
    raising = [(one["rule"], _node(nodes, one["node"]), one["rank"]) for one in data["raising"]]
    assert raising == [(one.rule.id, one.node, one.rank) for one in program.raising]
    for score in data["scores"]:
        parts = tuple((one["weight"], _node(nodes, one["node"])) for one in score["parts"])
        assert parts == program.scores[score["id"]]


def _below(node: dict[str, Any]) -> list[int]:
    return [*node.get("all", node.get("any", node.get("of", []))), *filter(None, [node.get("not")])]


@pytest.mark.parametrize("instrument", _instruments(), ids=lambda one: one.id)
def test_parts_stand_before_what_is_made_of_them(instrument: Instrument) -> None:
    nodes = program_data(lower(instrument))["nodes"]
    assert all(part < place for place, node in enumerate(nodes) for part in _below(node))
    assert len({json.dumps(node, sort_keys=True) for node in nodes}) == len(nodes)


@pytest.mark.parametrize("instrument", _instruments(), ids=lambda one: one.id)
def test_leaves_say_what_they_ask(instrument: Instrument) -> None:
    program = lower(instrument)
    for leaf, told in zip(program.leaves, program_data(program)["leaves"], strict=True):
        said = dict(told)
        assert said.pop("question") == leaf.question
        assert list(said) in (
            ["one_in"],
            ["chosen", "at_least"],
            ["low", "high"],
            ["known", "in_part"],
        )


def _program() -> p.Program:
    return lower(Library().instrument("voor-wie-doen-we-wat"))


def test_the_page_about_it_names_every_key_and_no_other() -> None:
    page = (ROOT / "docs" / "another-engine.md").read_text("utf-8")
    rows = re.findall(r"^\| (`[^|]*) \|", page, re.MULTILINE)
    named = [
        key for row in rows[: rows.index("`texts`") + 1] for key in re.findall(r"`(\w+)`", row)
    ]
    assert sorted(named) == sorted([*program_data(_program()), "texts"])
