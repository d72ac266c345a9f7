"""A reason is told by the names of the definitions that its facts settle."""

from integraal.engine.explain.settled import settled
from integraal.engine.explain.support import smallest_support, support_within
from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.model import condition as c
from integraal.model.answers import Answer, Answers
from integraal.model.instrument import Raise
from integraal.model.results.trace import Fact, Settled
from tests.engine.builders import an_instrument, one, rule

A, B, X = (c.OneIn(name, ("ja",)) for name in "abx")
HEAVY = c.Defined("zwaar", c.AnyOf((A, B)))
ALONE = c.Defined("alleen", c.All((HEAVY, c.Not(X))))
FACTS = {name: Fact(name) for name in "abx"}


def _settled(condition: c.Condition, **answers: Answer) -> tuple[Settled, ...]:
    program = lower(
        an_instrument(one("a"), one("b"), one("x"), rules=[rule("r", condition, Raise("hoog"))])
    )
    evaluation = Evaluation(program, Answers(answers))
    facts = smallest_support(evaluation, program.nodes[condition])
    return settled(evaluation, program.nodes, condition, facts)


def test_a_definition_stands_with_the_facts_that_settle_it() -> None:
    found = _settled(c.All((HEAVY, X)), a="ja", b="ja", x="ja")
    assert found == (Settled("zwaar", True, (FACTS["a"],), ()),)


def test_what_a_definition_rests_on_stands_within_it() -> None:
    heavy = Settled("zwaar", True, (FACTS["b"],), ())
    found = _settled(ALONE, b="ja", x="nee")
    assert found == (Settled("alleen", True, (FACTS["b"], FACTS["x"]), (heavy,)),)


def test_one_that_does_not_hold_can_be_what_decides() -> None:
    found = _settled(c.Not(HEAVY), a="nee", b="nee")
    assert found == (Settled("zwaar", False, (FACTS["a"], FACTS["b"]), ()),)


def test_what_did_not_decide_is_not_named() -> None:
    light = c.Defined("licht", B)
    assert _settled(c.AnyOf((X, light)), b="nee", x="ja") == ()
    assert _settled(c.AtLeastOf(1, (X, light)), b="ja", x="ja")[0].definition == "licht"


def test_an_outcome_is_looked_through_and_a_name_is_told_once() -> None:
    via = c.Reached("weg", HEAVY)
    assert [one.definition for one in _settled(c.All((via, HEAVY)), a="ja")] == ["zwaar"]


def test_facts_that_do_not_settle_a_node_are_no_support() -> None:
    program = lower(an_instrument(one("a"), one("b"), rules=[rule("r", HEAVY, Raise("hoog"))]))
    evaluation = Evaluation(program, Answers({"a": "ja", "b": "ja"}))
    node = program.nodes[HEAVY]
    assert support_within(evaluation, node, [FACTS["b"]]) == (FACTS["b"],)
    assert support_within(evaluation, node, [FACTS["x"]]) is None
