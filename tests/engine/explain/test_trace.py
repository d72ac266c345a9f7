"""A trace follows the condition as its author wrote it."""

import pytest

from integraal.engine.explain.trace import trace
from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.instrument import Act
from integraal.model.truth import Truth
from tests.engine.builders import an_instrument, number, one, rule, several

JA = c.OneIn("a", ("ja",))
LEAVES: list[c.Condition] = [
    JA,
    c.SomeChosen("g", ("x",), 1),
    c.Between("n", 1, 2),
    c.Known("a", wanted=True),
]


@pytest.mark.parametrize("leaf", LEAVES)
def test_every_condition_can_be_traced_down_to_its_leaves(leaf: c.Condition) -> None:
    whole = c.All((leaf, c.AnyOf((c.Not(leaf),)), c.AtLeastOf(1, (leaf,))))
    asking = rule("r", whole, Act("doe"))
    questions = one("a"), several("g", "x"), number("n")
    instrument = an_instrument(*questions, rules=[asking], actions=["doe"])
    traced = trace(Evaluation(lower(instrument), Answers({"a": "ja"})), asking)
    assert traced is not None
    assert [part.condition for part in traced.parts] == list(whole.parts)
    assert traced.parts[1].parts[0].parts[0].condition == leaf
    assert traced.parts[2].parts[0].truth is traced.parts[0].truth


def test_a_name_is_traced_to_what_it_stands_for() -> None:
    weg = c.Reached("weg", JA)
    named = c.Defined("zorgen", weg)
    asking = rule("r", named, Act("doe"))
    instrument = an_instrument(one("a"), rules=[asking], actions=["doe"])
    traced = trace(Evaluation(lower(instrument), Answers({"a": "ja"})), asking)
    assert traced is not None
    (below,) = traced.parts
    assert (traced.condition, below.condition, below.parts[0].condition) == (named, weg, JA)
    assert traced.truth is below.truth is Truth.TRUE


def test_a_leaf_says_whether_its_question_applies() -> None:
    dependent = one("b", ask_when=JA)
    condition = c.OneIn("b", ("ja",))
    asking = rule("r", condition, Act("doe"))
    program = lower(an_instrument(one("a"), dependent, rules=[asking], actions=["doe"]))
    traced = trace(Evaluation(program, Answers({"a": "nee", "b": "ja"})), asking)
    assert traced is not None
    assert (traced.truth, traced.applies) == (Truth.FALSE, Truth.FALSE)
