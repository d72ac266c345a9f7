"""A character that only looks like the right one is named; the same character in a text is not."""

import pytest

from integraal.model.finding import Finding, Place
from integraal.reading.mistakes.lookalikes import in_structure, named
from integraal.reading.yaml_tree import compose, plain


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("  \u2013 id: een", 3),
        ("-\u00a0id: een", 2),
        ("\u202fname: x", 1),
        ("  - ask:\u00a0Hoe?", 9),
        ("ask\u00a0: Hoe?", 4),
        ("ask\uff1a Hoe?", 4),
    ],
)
def test_a_lookalike_where_the_file_is_built_is_found(line: str, column: int) -> None:
    found = in_structure(Place("x.yaml", 1, 1, 1, line))
    assert found is not None
    assert (found.code, found.place.column) == ("strange-character", column)


@pytest.mark.parametrize("line", ["ask: Hoe \u2013 wie?", "ask: \u201cHoe\u201d", "- Wie?", ""])
def test_a_text_may_hold_any_of_them(line: str) -> None:
    assert in_structure(Place("x.yaml", 1, 1, 1, line)) is None


def test_a_text_with_curly_quotes_and_dashes_is_read_as_it_stands() -> None:
    node, findings = compose("ask: \u201cHoe\u201d \u2013 en\u00a0wanneer?\n", "x.yaml")
    assert findings == ()
    assert node is not None
    assert plain(node) == {"ask": "\u201cHoe\u201d \u2013 en\u00a0wanneer?"}


def test_two_faults_of_one_character_are_said_once() -> None:
    place = Place("x.yaml", 3, 3, 5, "  s\u00adoort: een")
    twice = [Finding.at("unknown-key", place, key="x"), Finding.at("unknown-question", place)]
    assert [(f.code, f.place.column) for f in named(twice)] == [("strange-character", 4)]
