"""What is to be told is read off the rules: all that raters can mark, and each step at its edge."""

from dataclasses import replace

import pytest

from integraal.engine.lower import lower
from integraal.model.condition import Between, OneIn
from integraal.model.instrument import Act, Kind, Numbers, Provisional, Raise
from integraal.panel.choosing.goals import Step, is_told, rules_to_tell, steps_to_tell
from integraal.reading.library import Library
from tests.engine.builders import an_instrument, number, one, rule
from tests.panel.choosing.small import with_levels, with_routes

SHIPPED = [header.id for header in Library().headers("instrument")]


def test_a_step_lies_where_a_part_of_a_rule_begins_to_hold() -> None:
    found = steps_to_tell(lower(with_levels()))
    assert Step("belast", "last", "licht", "matig") in found
    assert Step("zwaar", "last", "matig", "zwaar") in found
    assert Step("breed", "terreinen", 1, 2, ("wonen", "werk", "school")) in found
    assert not [step for step in found if (step.low, step.high) == ("licht", "zwaar")]


def test_a_limit_is_told_and_has_no_step_that_raters_could_mark() -> None:
    instrument = with_levels()
    assert "kan-niet" in [rule.id for rule in rules_to_tell(instrument)]
    assert "kan-niet" not in [step.rule for step in steps_to_tell(lower(instrument))]


def test_an_option_in_the_middle_has_a_step_on_either_side() -> None:
    middle = rule("midden", OneIn("last", ("matig",)), Raise("midden"))
    instrument = an_instrument(one("last", "licht", "matig", "zwaar"), rules=[middle])
    found = [(step.low, step.high) for step in steps_to_tell(lower(instrument))]
    assert found == [("licht", "matig"), ("matig", "zwaar")]


def test_a_number_steps_over_its_bound() -> None:
    whole = replace(number("keren"), numbers=Numbers(whole=True, least=0))
    often = rule("vaak", Between("keren", 4, None), Raise("midden"))
    [step] = steps_to_tell(lower(an_instrument(whole, rules=[often])))
    assert (step.low, step.high) == (3, 4)


@pytest.mark.parametrize(
    ("one", "other", "is_between"),
    [
        ({"a"}, {"a", "b"}, True),
        ({"a", "b"}, {"a"}, True),
        ({"a"}, {"b", "c"}, False),
        ({"a", "b"}, {"a", "b", "c"}, False),
        ({"a", "x"}, {"a", "b", "x"}, True),
        ({"a"}, {"a", "x"}, False),
    ],
)
def test_one_more_of_the_options_that_are_counted_is_a_step(
    one: set[str], other: set[str], is_between: bool
) -> None:
    step = Step("r", "v", 1, 2, ("a", "b", "c"))
    assert step.is_between(frozenset(one), frozenset(other)) is is_between


@pytest.mark.parametrize("name", SHIPPED)
def test_no_case_tells_what_somebody_thinks_of_the_level_or_a_free_text(name: str) -> None:
    instrument = Library().instrument(name)
    untold = [q for q in instrument.every_question() if not is_told(instrument, q)]
    assert all(
        q.kind is Kind.TEXT or q.estimate_of or q.options_from_scale or q in instrument.unasked
        for q in untold
    )
    opinions = {"samenwerking_gezin", "samenwerking_professional"}
    assert {q.id for q in instrument.questions()} & opinions <= {q.id for q in untold}


@pytest.mark.parametrize("name", SHIPPED)
def test_only_what_raters_could_mark_is_a_goal(name: str) -> None:
    instrument = Library().instrument(name)
    goals = rules_to_tell(instrument)
    assert goals
    assert not [rule for rule in goals if isinstance(rule.effect, Act | Provisional)]


def test_of_a_table_every_row_is_a_goal() -> None:
    instrument = with_routes()
    assert rules_to_tell(instrument) == instrument.rules
