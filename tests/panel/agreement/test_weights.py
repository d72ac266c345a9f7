"""What a difference weighs, beside the tables that are printed of it."""

from collections.abc import Callable

import pytest

from integraal.panel.agreement.weights import (
    Distances,
    beyond_one,
    linear,
    nominal,
    ordinal,
    quadratic,
)

KINDS = (nominal, linear, quadratic, ordinal, beyond_one)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [2, 3, 5])
def test_the_same_weighs_nothing_the_ends_all_and_both_ways_are_one(
    kind: Callable[[int], Distances], size: int
) -> None:
    found = kind(size)
    for one in range(size):
        assert found[one][one] == 0
        for other in range(size):
            assert found[one][other] == found[other][one]
    if (kind, size) != (beyond_one, 2):  # there the only difference is one step
        assert found[0][-1] == 1


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        (nominal, (0, 1, 1, 1, 1)),
        (linear, (0, 1 / 4, 2 / 4, 3 / 4, 1)),
        (quadratic, (0, 1 / 16, 4 / 16, 9 / 16, 1)),
        (ordinal, (0, 1 / 10, 3 / 10, 6 / 10, 1)),
        (beyond_one, (0, 0, 1, 1, 1)),
    ],
)
def test_steps_of_five_categories_weigh_as_each_kind_says(
    kind: Callable[[int], Distances], first: tuple[float, ...]
) -> None:
    assert kind(5)[0] == pytest.approx(first)
    assert kind(5)[4] == pytest.approx(first[::-1])


def test_of_two_categories_every_kind_is_one() -> None:
    assert {kind(2) for kind in (nominal, linear, quadratic, ordinal)} == {((0, 1), (1, 0))}
