"""What is no answer to its question is not known: in whole, or, of a list, in part."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.understood import understood
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from tests.counts import times
from tests.engine.builders import number, on_request, one, several
from tests.property import strategies

QUESTIONS = {
    question.id: question
    for question in (one("een"), several("meer", "a", "b", "c"), number("n"), on_request("t"))
}


def taken(question: str, answer: Answer) -> Answer:
    return understood(QUESTIONS, Answers({question: answer}))[question]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("een", "ja"),
        ("een", DONT_KNOW),
        ("meer", frozenset({"a", "c"})),
        ("meer", frozenset()),
        ("meer", Partly(frozenset({"a"}), frozenset({"b"}))),
        ("meer", DONT_KNOW),
        ("n", 3),
        ("n", 2.5),
        ("t", "Wat dan ook."),
        ("elders", "iets"),
    ],
)
def test_an_answer_stays_what_it_is(question: str, answer: Answer) -> None:
    assert taken(question, answer) == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("een", "jaa"),
        ("een", frozenset({"ja"})),
        ("een", 1),
        ("meer", frozenset({"d"})),
        ("meer", "d"),
        ("meer", 2),
        ("meer", Partly(frozenset({"d"}), frozenset())),
        ("n", "3"),
        ("n", True),
        ("n", float("nan")),
        ("n", float("-inf")),
    ],
)
def test_what_is_no_answer_is_not_known(question: str, answer: Answer) -> None:
    assert taken(question, answer) is DONT_KNOW


def test_one_option_is_a_list_of_one() -> None:
    assert taken("meer", "a") == frozenset({"a"})


@pytest.mark.parametrize(
    "answer",
    [
        frozenset({"a", "d"}),
        Partly(frozenset({"a", "d"}), frozenset({"b"})),
        Partly(frozenset({"a"}), frozenset({"b", "d"})),
    ],
)
def test_a_list_with_something_else_in_it_is_known_in_part(answer: Answer) -> None:
    assert taken("meer", answer) == Partly(frozenset({"a"}), frozenset({"b", "c"}))


def test_a_list_in_which_every_option_stands_is_known_whatever_else_does() -> None:
    every = frozenset({"a", "b", "c"})
    assert taken("meer", every | {"d"}) == every


def test_a_slip_of_the_pen_settles_nothing(program: Program) -> None:
    advice = evaluate(program, Answers({"veiligheid": "herhald_of_acuut"}))
    assert advice == evaluate(program, Answers())
    assert not advice.is_settled


@settings(max_examples=times(60), deadline=None)
@given(st.data())
def test_what_is_no_answer_is_never_more_certain_than_leaving_it_out(data: st.DataObject) -> None:
    instrument = data.draw(strategies.instruments())
    program = lower(instrument)
    spoiled = data.draw(strategies.spoiled_answers(instrument))
    left = strategies.as_far_as_understood(instrument, spoiled)
    assert evaluate(program, spoiled) == evaluate(program, left)
