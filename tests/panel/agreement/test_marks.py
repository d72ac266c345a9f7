"""Marks as numbers, counted as often as cases and raters are drawn."""

import pytest

from integraal.panel.agreement.marks import Drawn, Marks, Unit, counted, mean_share, table
from integraal.panel.agreement.weights import linear, nominal

MARKS = Marks(
    (
        Unit(0, (0, 0, 1), 0, 0),
        Unit(1, (2, None, 1), 2, 2),
        Unit(2, (None, None, None), 1, 1),
    ),
    cases=3,
    raters=3,
    categories=3,
)


def test_a_blank_is_no_mark() -> None:
    assert MARKS.count == 5
    assert MARKS.of(MARKS.units[1:]).count == 2


def test_each_unit_that_has_any_is_counted_with_its_pairs_of_two_raters() -> None:
    first, second = counted(MARKS, Drawn.once(MARKS))
    assert (first.times, first.counts, first.pairs, first.marks) == (1, (2, 1, 0), 3, 3)
    assert (second.counts, second.pairs) == ((0, 1, 1), 1)


def test_a_rater_who_is_drawn_twice_counts_twice_and_makes_no_pair_with_herself() -> None:
    first, second = counted(MARKS, Drawn((1, 1, 1), (2, 0, 1)))
    assert (first.counts, first.pairs) == ((2, 1, 0), 2)
    assert (second.counts, second.pairs) == ((0, 1, 2), 2)
    alone = counted(MARKS, Drawn((1, 1, 1), (3, 0, 0)))
    assert [each.pairs for each in alone] == [0, 0]


def test_a_case_that_is_not_drawn_is_not_there_and_one_drawn_twice_says_so() -> None:
    (only,) = counted(MARKS, Drawn((0, 2, 1), (1, 1, 1)))
    assert (only.times, only.counts) == (2, (0, 1, 1))


def test_a_table_has_one_rater_by_row_and_another_or_the_advice_by_column() -> None:
    once = Drawn.once(MARKS)
    assert table(MARKS, once, 0, 2) == [[0, 1, 0], [0, 0, 0], [0, 1, 0]]
    assert table(MARKS, once, 2, 0) == [[0, 0, 0], [1, 0, 1], [0, 0, 0]]
    assert table(MARKS, once, 2, None) == [[0, 0, 0], [1, 0, 1], [0, 0, 0]]
    assert table(MARKS, Drawn((3, 0, 1), (1, 1, 1)), 0, None) == [[3, 0, 0], [0, 0, 0], [0, 0, 0]]


def test_the_part_that_agrees_is_weighed_and_of_nothing_there_is_none() -> None:
    found = [[2, 1, 0], [0, 0, 0], [1, 0, 0]]
    assert mean_share(found, nominal(3)) == pytest.approx(2 / 4)
    assert mean_share(found, linear(3)) == pytest.approx(1 - (0.5 + 1) / 4)
    assert mean_share([[0, 0], [0, 0]], nominal(2)) is None
