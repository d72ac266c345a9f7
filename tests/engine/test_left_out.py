"""What is left out is named, and numbers can be open questions like all others."""

from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import left_out
from integraal.engine.lower import lower
from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.instrument import Instrument, Raise
from tests.engine.builders import an_instrument, number, one, rule, several


def test_answers_to_our_own_questions_are_named_when_they_are_left_out(
    instrument: Instrument,
) -> None:
    answers = Answers({"verloop": "stabiel", "gezinsleden": "twee"})
    assert left_out(lower(instrument, source_only=True), answers) == ("verloop",)
    assert left_out(lower(instrument), answers) == ()


def test_a_number_and_a_choice_of_several_can_be_open() -> None:
    rules = [
        rule("vaak", c.All((c.Between("keren", 7, None), c.OneIn("a", ("ja",)))), Raise("hoog")),
        rule("veel", c.SomeChosen("g", ("x",), 1), Raise("midden")),
    ]
    questions = (number("keren"), one("a"), several("g", "x", "y"))
    advice = evaluate(lower(an_instrument(*questions, rules=rules)), Answers())
    assert {q.question for q in advice.open_questions} == {"keren", "a", "g"}


def test_a_half_known_choice_of_several_is_only_open_in_what_is_not_known() -> None:
    rules = [rule("veel", c.SomeChosen("g", ("x", "y", "z"), 2), Raise("midden"))]
    program = lower(an_instrument(several("g", "x", "y", "z"), rules=rules))
    known = evaluate(program, Answers({"g": frozenset({"x"})}))
    assert known.open_questions == ()


def test_a_choice_of_several_that_another_rule_covers_is_not_open() -> None:
    yes = c.OneIn("b", ("ja",))
    rules = [
        rule("ook", c.All((c.SomeChosen("g", ("x",), 1), yes)), Raise("midden")),
        rule("al", yes, Raise("midden")),
    ]
    program = lower(an_instrument(several("g", "x", "y"), one("b"), rules=rules))
    assert [q.question for q in evaluate(program, Answers()).open_questions] == ["b"]
