"""The highest level that holds wins; the highest that might hold is the reach."""

import pytest

from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.engine.reach.ranks import Ranks, ranks
from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.instrument import Raise, Rule
from tests.engine.builders import an_instrument, one, rule

YES_A, YES_B = c.OneIn("a", ("ja",)), c.OneIn("b", ("ja",))
RULES = [rule("hoog", YES_A, Raise("hoog")), rule("midden", YES_B, Raise("midden"))]


@pytest.mark.parametrize("rules", [RULES, RULES[::-1]], ids=["high first", "low first"])
@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, Ranks(0, 2)),
        ({"b": "ja"}, Ranks(1, 2)),
        ({"a": "nee"}, Ranks(0, 1)),
        ({"a": "ja"}, Ranks(2, 2)),
        ({"a": "nee", "b": "ja"}, Ranks(1, 1)),
        ({"a": "nee", "b": "nee"}, Ranks(0, 0)),
    ],
)
def test_level_and_reach_do_not_depend_on_the_order_of_the_rules(
    rules: list[Rule], answers: dict[str, str], expected: Ranks
) -> None:
    program = lower(an_instrument(one("a"), one("b"), rules=rules))
    assert ranks(Evaluation(program, Answers(answers))) == expected
