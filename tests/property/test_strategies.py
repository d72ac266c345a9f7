"""What is drawn at random leaves out nothing that an author can write."""

from typing import get_args

import pytest
from hypothesis import find

from integraal.engine.lower import lower
from integraal.model.condition import InScore, Known, Leaf
from tests.property.strategies import instruments


@pytest.mark.parametrize("kind", sorted(set(get_args(Leaf)) - {Known}, key=str))
def test_every_kind_of_leaf_that_a_level_may_hang_on_is_drawn(kind: type) -> None:
    find(instruments(), lambda made: any(type(leaf) is kind for leaf in lower(made).leaves))


def test_rules_over_a_score_are_drawn() -> None:
    find(instruments(), lambda made: any(isinstance(rule.when, InScore) for rule in made.rules))
