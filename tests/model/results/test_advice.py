"""An advice says of itself whether anything is still open."""

from integraal.engine.evaluate import evaluate
from integraal.engine.program import Program
from integraal.model.answers import Answers


def test_advice_is_not_settled_while_a_higher_level_is_within_reach(program: Program) -> None:
    advice = evaluate(program, Answers({"aantal_professionals": "twee"}))
    assert advice.level != advice.reach
    assert not advice.is_settled


def test_advice_names_every_rule_that_might_hold_in_the_order_of_the_instrument(
    program: Program,
) -> None:
    advice = evaluate(program, Answers({"gezinsleden": "twee"}))
    assert "plan-voor-heel-het-gezin" in advice.rules_open
    assert "meervoudige-problemen" not in advice.rules_open
    order = [rule.id for rule in program.instrument.rules]
    assert list(advice.rules_open) == sorted(advice.rules_open, key=order.index)
