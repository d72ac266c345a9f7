"""An advice says of itself whether anything is still open."""

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.reading.library import Library


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


def test_routes_are_those_of_one_table() -> None:
    procesregie = lower(Library().instrument("procesregie"))
    advice = evaluate(procesregie, Answers({}))
    by_table = [advice.routes(table.id) for table in procesregie.instrument.tables]
    assert len(by_table) > 1
    assert {route for routes in by_table for route in routes} == set(advice.outcomes)
    assert sum(map(len, by_table)) == len(advice.outcomes)
