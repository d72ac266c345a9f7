"""The lot by which counts deviate, held to its promise; and what is hidden of what deviates."""

import math
import random
from collections import Counter
from dataclasses import replace
from datetime import date
from statistics import mean

import pytest

from integraal.model.results.signals import Thresholds
from integraal.privacy.suppression import Lot, merged, rounded, shown
from tests.counts import times

USUAL = Thresholds(date(2026, 1, 1), 5, 5, 20, deviation=2)


def likely(deviation: int, limits: Thresholds) -> float:
    """How likely a deviation is, as the two-sided geometric distribution has it."""
    share = limits.share
    return (1 - share) / (1 + share) * share ** abs(deviation)


def drawn(count: int, draws: int, limits: Thresholds = USUAL) -> list[int]:
    return [Lot(str(number), limits).deviating(count, "x") for number in range(draws)]


# --- The promise ----------------------------------------------------------------------------------


@pytest.mark.parametrize("deviation", [1, 2, 5, 20])
def test_no_number_is_more_likely_with_a_case_than_without_it_than_the_share_says(
    deviation: int,
) -> None:
    """Of every count that there could be, and every number that could stand on the page."""
    limits = Thresholds(date(2026, 1, 1), 5, 5, 20, deviation=deviation)
    far = 40 * deviation

    def page(count: int) -> dict[int | None, float]:
        """How likely each number, or a hidden one, is on the page."""
        found: dict[int | None, float] = {}
        for by in range(-far, far + 1):
            (number, _) = shown([max(0, count + by), 50], None, limits)
            found[number] = found.get(number, 0.0) + likely(by, limits)
        return found

    for count in range(12):
        with_it, without = page(count + 1), page(count)
        for number in with_it.keys() & without.keys():
            if min(with_it[number], without[number]) > 1e-9:
                odds = with_it[number] / without[number]
                assert limits.share * 0.999 <= odds <= 1.001 / limits.share


def test_the_lot_is_drawn_as_the_promise_says() -> None:
    draws = 20_000 * times(1)
    counts = Counter(each - 1000 for each in drawn(1000, draws))
    for deviation in range(-6, 7):
        expected = likely(deviation, USUAL) * draws
        assert abs(counts[deviation] - expected) < 5 * math.sqrt(expected)
    assert mean(abs(each - 1000) for each in drawn(1000, draws)) == pytest.approx(2, abs=0.06)


def test_nine_out_of_ten_counts_are_no_further_off_than_the_margin() -> None:
    draws = drawn(1000, 4000)
    within = sum(abs(each - 1000) <= USUAL.margin for each in draws) / len(draws)
    closer = sum(abs(each - 1000) < USUAL.margin for each in draws) / len(draws)
    assert closer < 0.9 <= within


def test_the_same_cases_give_the_same_and_other_cases_another() -> None:
    one, other = (Lot(cases, USUAL) for cases in ("these", "those"))
    what = [("level", str(number)) for number in range(200)]
    first = [one.deviating(50, *each) for each in what]
    assert first == [one.deviating(50, *each) for each in what]
    assert first != [other.deviating(50, *each) for each in what]
    assert len(set(first)) > 5


def test_a_count_is_never_less_than_none() -> None:
    assert min(drawn(0, 200)) == 0
    assert max(drawn(0, 200)) > 0


def test_whoever_subtracts_two_reports_one_family_apart_is_never_sure() -> None:
    """The attacker takes the one level of which the count went up where no other did.

    With counts that do not deviate that is always how it is.
    """

    def attack(limits: Thresholds) -> tuple[int, int]:
        right, wrong = 0, 0
        for seed in range(500):
            chance = random.Random(seed)
            levels = chance.choices(range(5), (1, 10, 10, 3, 0.5), k=80)
            before, after = (
                shown(
                    [lot.deviating(cases.count(level), str(level)) for level in range(5)],
                    None,
                    limits,
                )
                for cases in (levels[1:], levels)
                for lot in [Lot(str(cases), limits)]
            )
            up = [n for n in range(5) if (after[n] or 0) > (before[n] or 0)]
            if len(up) == 1:
                right, wrong = right + (up[0] == levels[0]), wrong + (up[0] != levels[0])
        return right, wrong

    right, wrong = attack(replace(USUAL, deviation=0))
    assert (right > 50, wrong) == (True, 0)
    right, wrong = attack(USUAL)
    # About four in ten cases have the most usual level: to guess that is as good.
    assert wrong > 100
    assert right < wrong


# --- What is hidden -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "unknown", "expected"),
    [
        ((30, 20, 4), None, (30, 20, None)),  # small
        ((30, 20, 0), None, (30, 20, None)),  # none
        ((40, 4, 0), None, (None, None, None)),  # nearly all of them
        ((40, 0, 12), 2, (None, None, 10)),  # nearly all of whom it is known
        ((30, 11, 12), 2, (30, 10, 10)),
        ((30, 11, 3), 2, (30, 10, None)),  # hardly anybody of whom it is not known
        ((0, 0, 40), 2, (None, None, None)),
        ((5, 5), None, (5, 5)),
    ],
)
def test_small_counts_and_those_of_nearly_all_are_hidden_and_look_alike(
    counts: tuple[int, ...], unknown: int | None, expected: tuple[int | None, ...]
) -> None:
    assert shown(counts, unknown, USUAL) == expected


def test_counts_that_are_shown_are_multiples_and_never_small() -> None:
    for count in range(200):
        for number in shown([count, 50], None, USUAL):
            assert number is None or (number % 5 == 0 and number >= 5)
        assert abs(rounded(count, USUAL) - count) <= 2


# --- Groups ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("sizes", [(40, 3, 30), (3, 3), (12, 11, 10, 4), (4,), (9, 9), ()])
def test_no_group_that_is_shown_is_too_small(sizes: tuple[int, ...]) -> None:
    rest = merged(sizes, 5)
    assert all(size >= 5 for index, size in enumerate(sizes) if index not in rest)
    together = sum(sizes[index] for index in rest)
    assert not rest or together >= 5 or len(rest) == len(sizes)


def test_a_group_of_one_is_hardly_ever_named() -> None:
    named = [size for size in drawn(1, 5000) if size >= USUAL.least_group]
    assert len(named) < 100
