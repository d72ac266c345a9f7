"""What was written closely is what it was, in each language."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.browser.pack import merged, packed, without_twins
from tests.browser.node import asked, there_is_node
from tests.counts import times

pytestmark = pytest.mark.xdist_group("browser_engine")

__all__ = ["there_is_node"]

LARGEST = 2**53 - 1
"""The largest whole number that JavaScript has exactly."""
TEXTS = st.text(st.characters(min_codepoint=97, max_codepoint=122), max_size=20)
NAMES = st.sampled_from(["because", "id", "n", "rows", "text"])
SHAPES = st.recursive(
    TEXTS | st.booleans() | st.integers(-LARGEST, LARGEST) | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=times(60), deadline=None)
@given(st.lists(SHAPES, min_size=1, max_size=3))
def test_each_language_comes_out_as_it_went_in(trees: list[object]) -> None:
    value, twins = without_twins(packed(merged(trees)))
    written = json.loads(json.dumps(value))
    for place, tree in enumerate(trees):
        line = {"value": written, "language": place, "twins": twins}
        assert asked("unpack.mjs", line) == json.loads(json.dumps(tree))
