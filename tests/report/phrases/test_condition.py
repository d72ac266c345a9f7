"""What a rule asks of an answer, in words for somebody who never saw a rule."""

import pytest

from integraal.model import condition as c
from integraal.report.phrases.condition import leaf_text
from integraal.words.words import Words
from tests.engine.builders import number, one, several

QUESTIONS = {
    question.id: question
    for question in (
        one("last", "licht", "matig", "zwaar"),
        several("gebieden", "wonen", "werk", "school"),
        number("weken"),
    )
}
AREAS = QUESTIONS["gebieden"].option_ids


SAID: list[tuple[c.Leaf, str]] = [
    (c.OneIn("last", ("matig", "zwaar")), "Last: matig of zwaar"),
    (c.SomeChosen("gebieden", ("werk", "school"), 1), "Gebieden: met werk of school"),
    (c.SomeChosen("gebieden", AREAS, 2), "Gebieden: minstens 2 gekozen"),
    (
        c.SomeChosen("gebieden", ("wonen", "werk"), 2),
        "Gebieden: minstens 2 gekozen van wonen en werk",
    ),
    (c.Between("weken", 2, None), "Weken: minstens 2"),
    (c.Between("weken", None, 4), "Weken: hooguit 4"),
    (c.Between("weken", 2, 4), "Weken: van 2 tot en met 4"),
    (c.Known("weken", wanted=False), "Weken: niet bekend"),
]


@pytest.mark.parametrize(("leaf", "text"), SAID)
def test_a_leaf_is_said_in_words(leaf: c.Leaf, text: str) -> None:
    assert leaf_text(leaf, QUESTIONS[leaf.question], Words("nl")) == text


def test_every_kind_of_leaf_has_words_of_its_own() -> None:
    assert {type(leaf) for leaf, _ in SAID} == set(c.Leaf.__args__)
