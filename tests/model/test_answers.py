"""Answers keep apart what is known, what is known in part and what is not known."""

import pytest

from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly, answer_value


@pytest.mark.parametrize(
    "answer", ["twee", frozenset(), frozenset({"wonen"}), 0, 2.5], ids=lambda a: f"{a!r}"
)
def test_an_answer_is_known_even_when_it_is_none_or_zero(answer: Answer) -> None:
    assert Answers({"vraag": answer}).known("vraag")


@pytest.mark.parametrize("answer", [DONT_KNOW, Partly(frozenset({"a"}), frozenset({"b"}))])
def test_an_answer_that_leaves_something_unknown_is_not_known(answer: Answer) -> None:
    assert not Answers({"vraag": answer}).known("vraag")


def test_options_may_be_given_as_any_collection() -> None:
    given = Answers({"leefgebieden": ["wonen", "werk"]})
    assert given["leefgebieden"] == frozenset({"wonen", "werk"})


def test_changing_answers_makes_a_copy() -> None:
    before = Answers({"een": "ja"})
    after = before.with_answer("twee", "nee").without("een")
    assert (dict(before), dict(after)) == ({"een": "ja"}, {"twee": "nee"})


def test_answers_do_not_follow_the_mapping_they_were_made_of() -> None:
    given: dict[str, Answer] = {"een": "ja"}
    answers = Answers(given)
    given["een"] = "nee"
    assert answers["een"] == "ja"


def test_answers_with_the_same_content_are_equal_and_show_it() -> None:
    answers = Answers({"een": "ja"})
    assert answers == Answers({"een": "ja"})
    assert repr(answers) == "Answers({'een': 'ja'})"


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("zwaar", "zwaar"),
        (3, 3),
        (2.5, 2.5),
        (DONT_KNOW, "weet_niet"),
        (frozenset(), []),
        (frozenset({"school", "wonen"}), ["wonen", "school"]),
        (Partly(frozenset({"school"}), frozenset({"wonen"})), ["school", "weet_niet"]),
    ],
)
def test_an_answer_as_data_keeps_the_order_of_the_question(answer: Answer, value: object) -> None:
    assert answer_value(answer, ("wonen", "werk", "school")) == value


def test_an_answer_to_a_question_that_is_not_here_has_a_stable_order_too() -> None:
    assert answer_value(frozenset({"b", "a"}), None) == ["a", "b"]
