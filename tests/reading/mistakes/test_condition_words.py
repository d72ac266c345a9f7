"""Words that people know from elsewhere lead to the words that mean it here."""

import pytest

from integraal.model.instrument import Kind
from integraal.reading.mistakes.condition_words import combining, meant_test, way_of_test


@pytest.mark.parametrize(
    ("said", "meant"), [("and", "all"), ("EN", "all"), ("ou", "any"), ("niet", "not"), ("last", "")]
)
def test_a_word_that_joins_is_known_in_every_language(said: str, meant: str) -> None:
    assert combining(said) == meant


@pytest.mark.parametrize("kind", Kind)
def test_a_test_of_another_kind_leads_to_one_of_this_kind_or_to_none(kind: Kind) -> None:
    known = {Kind.ONE: "in", Kind.SEVERAL: "includes", Kind.NUMBER: "", Kind.TEXT: ""}
    assert meant_test(kind, "equals") == known[kind]


def test_a_test_that_denies_asks_for_not() -> None:
    assert way_of_test("is_not") == {"way": "negated"}
    assert way_of_test("equals") == {}
