"""Three truths: the tables, written out."""

from itertools import product

import pytest

from integraal.model.truth import Truth, all_of, any_of, at_least, negate

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (F, F, F, F),
        (F, U, F, U),
        (F, T, F, T),
        (U, U, U, U),
        (U, T, U, T),
        (T, T, T, T),
    ],
)
def test_and_or_follow_the_table_of_kleene(
    left: Truth, right: Truth, both: Truth, either: Truth
) -> None:
    assert (all_of([left, right]), any_of([left, right])) == (both, either)


def test_not_unknown_is_unknown() -> None:
    assert [negate(value) for value in (F, U, T)] == [T, U, F]


def test_nothing_at_all_holds_for_all_and_for_none() -> None:
    assert (all_of([]), any_of([])) == (T, F)


@pytest.mark.parametrize("values", list(product((F, U, T), repeat=3)))
def test_counting_is_unknown_exactly_when_the_known_ones_leave_both_outcomes_open(
    values: tuple[Truth, ...],
) -> None:
    ways = [range(2) if value is U else [value is T] for value in values]
    for needed in range(-1, 5):
        could = {sum(map(int, way)) >= needed for way in product(*ways)}
        expected = U if could == {True, False} else T if could == {True} else F
        assert at_least(needed, values) is expected
