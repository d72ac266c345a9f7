"""A number answers a question or does not, and a condition over numbers may be settled."""

import pytest

from integraal.model.instrument import ANY_NUMBER, Misfit, Numbers

CHILDREN = Numbers(whole=True, least=0, most=9)


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (0, None),
        (9.0, None),
        (2.5, Misfit.NOT_WHOLE),
        (-1, Misfit.TOO_LOW),
        (10, Misfit.TOO_HIGH),
    ],
)
def test_a_number_that_is_no_answer_says_why(number: float, why: Misfit | None) -> None:
    assert CHILDREN.misfit(number) is why


def test_without_bounds_every_number_answers() -> None:
    assert [ANY_NUMBER.misfit(number) for number in (-1, 2.5, 10**14)] == [None] * 3


def test_beyond_a_bound_the_nearest_answer_is_that_bound() -> None:
    assert [CHILDREN.nearest(number) for number in (-1, 3, 12)] == [0, 3, 9]
    assert [ANY_NUMBER.nearest(number) for number in (-1, 3)] == [-1, 3]


@pytest.mark.parametrize(
    ("low", "high", "settled"),
    [
        (0, None, True),
        (1, None, None),
        (9, None, None),
        (10, None, False),
        (None, 9, True),
        (None, 8, None),
        (None, -1, False),
        (0, 9, True),
        (None, None, True),
    ],
)
def test_bounds_that_no_answer_can_be_beyond_are_settled(
    low: float | None, high: float | None, settled: bool | None
) -> None:
    assert CHILDREN.settled(low, high) is settled


def test_an_open_side_settles_nothing() -> None:
    assert [ANY_NUMBER.settled(0, None), ANY_NUMBER.settled(None, 0)] == [None, None]
