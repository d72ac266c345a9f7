"""Which questions are worth asking next."""

import pytest

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.reach.open_questions import extremes
from integraal.model import condition as c
from integraal.model.answers import DONT_KNOW, Answers, Partly
from integraal.model.instrument import Raise
from tests.engine.builders import an_instrument, number, one, rule, several


def test_only_questions_that_keep_a_higher_level_open_are_named(program: Program) -> None:
    answers = Answers({"veiligheid": "geen_zorg", "draaglast": "licht"})
    named = {question.question for question in evaluate(program, answers).open_questions}
    assert "aantal_professionals" in named
    # They are answered, lead to no level, or could only matter together with a heavy load.
    assert named.isdisjoint({"veiligheid", "draaglast", "draagkracht", "sociale_kaart"})


def test_an_open_question_says_how_high_it_could_lead(program: Program) -> None:
    open_questions = evaluate(program, Answers()).open_questions
    highest = {question.question: question.could_become.id for question in open_questions}
    assert (highest["draaglast"], highest["verloop"], highest["draagkracht"]) == (
        "integratie",
        "cooperatie",
        "coordinatie",
    )


def test_a_settled_advice_has_no_open_questions(program: Program) -> None:
    answers = {question.id: DONT_KNOW for question in program.instrument.questions()}
    sure = {
        "aantal_professionals": "een",
        "verloop": "stabiel",
        "organisaties": "nul_of_een",
        "hulpverloop": "vastgelopen",
        "opbrengst": "voldoende",
    }
    advice = evaluate(program, Answers({**answers, **sure}))
    assert advice.is_settled
    assert advice.open_questions == ()


def test_the_question_that_narrows_most_comes_first() -> None:
    # `breed` alone decides between low and high; `smal` only matters for the middle.
    instrument = an_instrument(
        one("smal"),
        one("breed"),
        rules=[
            rule("midden", c.OneIn("smal", ("ja",)), Raise("midden")),
            rule("hoog", c.OneIn("breed", ("ja",)), Raise("hoog")),
        ],
    )
    advice = evaluate(lower(instrument), Answers())
    assert [question.question for question in advice.open_questions] == ["breed", "smal"]


def test_equals_go_by_the_level_they_could_lead_to_and_then_by_the_order_of_the_instrument() -> (
    None
):
    both_high = c.All((c.OneIn("laatste", ("ja",)), c.OneIn("eerste", ("ja",))))
    instrument = an_instrument(
        one("eerste"), one("laatste"), rules=[rule("hoog", both_high, Raise("hoog"))]
    )
    advice = evaluate(lower(instrument), Answers())
    assert [question.question for question in advice.open_questions] == ["eerste", "laatste"]


def test_a_question_that_switches_another_on_is_open_as_long_as_it_is_unknown() -> None:
    instrument = an_instrument(
        one("is_er_hulp"),
        one("loopt_vast", ask_when=c.OneIn("is_er_hulp", ("ja",))),
        rules=[rule("hoog", c.OneIn("loopt_vast", ("ja",)), Raise("hoog"))],
    )
    program = lower(instrument)
    answered_too_soon = evaluate(program, Answers({"loopt_vast": "ja"}))
    assert [q.question for q in answered_too_soon.open_questions] == ["is_er_hulp"]
    assert evaluate(program, Answers({"is_er_hulp": "nee"})).open_questions == ()


def test_a_number_is_tried_at_every_bound_between_them_and_beyond() -> None:
    instrument = an_instrument(
        number("weken"),
        rules=[
            rule("kort", c.Between("weken", None, 3), Raise("midden")),
            rule("lang", c.Between("weken", 12, None), Raise("hoog")),
        ],
    )
    program = lower(instrument)
    assert extremes(program, "weken", Answers()) == [2, 3, 7.5, 12, 13]
    (question,) = evaluate(program, Answers()).open_questions
    assert (question.question, question.could_become.id) == ("weken", "hoog")


def test_a_number_that_no_rule_bounds_is_tried_once() -> None:
    program = lower(an_instrument(number("maanden")))
    assert extremes(program, "maanden", Answers()) == [0]


def test_a_choose_several_question_is_tried_with_none_all_each_and_all_but_each() -> None:
    program = lower(an_instrument(several("gebieden", "wonen", "werk", "school")))
    tried = extremes(program, "gebieden", Answers())
    assert {frozenset[str](), frozenset({"wonen", "werk", "school"})} <= set(tried)
    assert {frozenset({"werk"}), frozenset({"wonen", "school"})} <= set(tried)


@pytest.mark.parametrize(
    "so_far",
    [
        Partly(frozenset({"wonen"}), frozenset({"werk", "school"})),
        Partly(frozenset({"wonen", "werk"}), frozenset({"school"})),
    ],
)
def test_no_answer_is_tried_that_contradicts_what_is_known_already(so_far: Partly) -> None:
    program = lower(an_instrument(several("gebieden", "wonen", "werk", "school", "justitie")))
    for tried in extremes(program, "gebieden", Answers({"gebieden": so_far})):
        assert isinstance(tried, frozenset)
        assert so_far.chosen <= tried <= so_far.chosen | so_far.unknown
