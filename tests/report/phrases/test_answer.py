"""Answers in words."""

import pytest

from integraal.model.answers import DONT_KNOW, Answer, Partly
from integraal.report.phrases.answer import answer_text, lowered, own_answers
from integraal.words.words import Words
from tests.engine.builders import cases
from tests.report.shipped_pages import assessed, shipped

NL = Words("nl")


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("draaglast", "zwaar", "Zwaar"),
        ("draaglast", DONT_KNOW, "Weet ik niet"),
        ("draaglast", None, "nog geen antwoord"),
        ("leefgebieden", frozenset(), "Geen van deze"),
        ("leefgebieden", frozenset({"school", "wonen"}), "Wonen, school"),
        (
            "leefgebieden",
            Partly(frozenset({"school", "wonen"}), frozenset({"werk"})),
            "Wonen, school; van de rest weet ik het niet",
        ),
        ("wat_nodig", "Rust in huis", "Rust in huis"),
        ("draaglast", "een_oude_naam", "een_oude_naam"),
    ],
)
def test_an_answer_is_said_as_people_would(question: str, answer: Answer | None, said: str) -> None:
    assert answer_text(shipped().question(question), answer, NL) == said


def test_knowing_only_that_some_do_not_apply_is_said_without_a_gap() -> None:
    nothing_sure = Partly(frozenset(), frozenset({"werk", "school"}))
    said = answer_text(shipped().question("leefgebieden"), nothing_sure, NL)
    assert said[0].isalpha()


@pytest.mark.parametrize(
    ("text", "inside"), [("Wonen", "wonen"), ("GGZ", "GGZ"), ("Eén", "één"), ("", ""), ("A", "a")]
)
def test_a_label_inside_a_sentence_starts_small_unless_it_is_an_abbreviation(
    text: str, inside: str
) -> None:
    assert lowered(text) == inside


def test_own_answers_stand_beside_the_name_of_their_question() -> None:
    (case,) = cases({"draaglast": "zwaar"})
    assert own_answers(("draaglast", "veiligheid"), assessed(case), NL) == [
        "Draaglast: zwaar",
        "Veiligheid en basiszorg: nog geen antwoord",
    ]
