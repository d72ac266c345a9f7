"""Small counts: what is shown of them, and an attacker who tries to find them all the same."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from integraal.model.results.signals import Thresholds
from integraal.privacy.suppression import Published, Shown, merged, publish, rounded
from tests.counts import times

FIVE = Thresholds(date(2026, 1, 1), 5, 5, 10, leave_out_one_in=20)
THREE = Thresholds(date(2026, 1, 1), 3, 3, 6, leave_out_one_in=1000)
"""Small numbers, so that an attacker can try out everything."""
Row = tuple[int, ...]


def totals_of(rows: Sequence[Row]) -> Row:
    return tuple(map(sum, zip(*rows, strict=True)))


def published(
    rows: Sequence[Row], unknown: int | None = None, limits: Thresholds = FIVE
) -> Published:
    return publish(rows, totals_of(rows), unknown, limits)


# --- What is shown --------------------------------------------------------------------------------


@pytest.mark.parametrize("small", range(5))
def test_a_small_count_and_zero_look_alike(small: int) -> None:
    assert publish((), (small, 30, 30), None, FIVE).totals[0] is None


@pytest.mark.parametrize("rest", range(5))
def test_all_but_a_few_look_like_a_few(rest: int) -> None:
    assert publish((), (60, rest), None, FIVE).totals == (None, None)


def test_all_but_a_few_of_those_of_whom_it_is_known_look_like_a_few() -> None:
    assert publish((), (60, 2, 40), 2, FIVE).totals == (None, None, 40)


def test_what_is_large_enough_is_shown_rounded() -> None:
    assert publish((), (57, 114, 19), None, FIVE).totals == (60, 120, 20)


@pytest.mark.parametrize("step", [1, 2, 3, 5, 10])
@pytest.mark.parametrize("every", [2, 10, 20])
def test_rounding_is_to_the_nearest_multiple_of_what_stands_for_all_cases(
    step: int, every: int
) -> None:
    limits = replace(FIVE, round_to=step, leave_out_one_in=every)
    for count in range(500):
        shown, meant = rounded(count, limits), count * every / (every - 1)
        assert shown % step == 0
        assert abs(shown - meant) <= step / 2


def test_a_count_at_the_edge_of_its_rounding_takes_others_with_it() -> None:
    # Two tens of sixteen cases can only be eight and eight: nothing is left for the third.
    limits = replace(FIVE, leave_out_one_in=10**6)
    assert publish((), (8, 8, 0), None, limits).totals == (None, 10, None)
    assert publish((), (9, 8, 0), None, limits).totals == (10, 10, None)


@pytest.mark.parametrize(
    ("sizes", "chosen"),
    [
        ([10, 20], set()),
        ([10, 20, 4], {2, 0}),
        ([10, 20, 4, 1], {2, 3}),
        ([10, 20, 1, 1], {2, 3, 0}),
        ([3], {0}),
        ([5, 5, 5, 0], {3, 0}),
    ],
)
def test_groups_that_are_too_small_are_shown_as_one(sizes: list[int], chosen: set[int]) -> None:
    assert merged(sizes, 5) == chosen


@given(st.lists(st.integers(0, 12), min_size=1, max_size=6), st.integers(2, 6))
def test_no_group_can_be_found_as_the_total_minus_the_others(
    sizes: list[int], threshold: int
) -> None:
    rest = merged(sizes, threshold)
    assert all(size >= threshold for index, size in enumerate(sizes) if index not in rest)
    if rest:
        is_all = len(rest) == len(sizes)
        assert is_all or (len(rest) > 1 and sum(sizes[index] for index in rest) >= threshold)


# --- The attacker ---------------------------------------------------------------------------------
# He has the report and the source code, and tries every table there could be. He does not use the
# idea behind `recovery`: he adds up.


class Attacker:
    """Knows one report, and tries every table that would look like it."""

    def __init__(
        self, sizes: Sequence[int], seen: Published, unknown: int | None, limits: Thresholds
    ) -> None:
        self.limits = limits
        self.unknown = unknown
        self.seen = seen
        self.sizes = sizes
        self.looks = {count: rounded(count, limits) for count in range(200)}

    def rows(self, size: int, shown: Shown) -> set[Row]:
        """Give every row that looks like this, of a group that has so many cases for certain."""
        choices = [self._counts(look, size) for look in shown]
        return {
            row
            for row in _adding_up(choices, size)
            if all(look is None or self._may_show(row, column) for column, look in enumerate(shown))
        }

    def _counts(self, look: int | None, size: int) -> list[int]:
        if look is None:
            return list(range(size + 1))
        least = self.limits.suppress_below
        return [count for count in range(least, size + 1) if self.looks[count] == look]

    def _may_show(self, row: Row, column: int) -> bool:
        return min(row[column], rest(row, column, self.unknown)) >= self.limits.suppress_below

    def totals(self) -> dict[Row, list[set[Row]]]:
        """Give every row of totals there could be, with the rows each group could have then."""
        size = sum(self.sizes)
        total = self.rows(size, self.seen.totals)
        each = [self.rows(n, seen) for n, seen in zip(self.sizes, self.seen.rows, strict=True)]
        if not each:
            return {row: [] for row in total}
        reachable = [{tuple(0 for _ in self.seen.totals)}]
        for rows in each:
            reachable.append({_plus(done, row) for done in reachable[-1] for row in rows})
        found: dict[Row, list[set[Row]]] = {}
        for wanted in reachable[-1] & total:
            found[wanted] = [set() for _ in each]
            ways = {wanted}
            for place in reversed(range(len(each))):
                steps = {
                    (left, row)
                    for left in reachable[place]
                    for row in each[place]
                    if _plus(left, row) in ways
                }
                found[wanted][place] = {row for _, row in steps}
                ways = {left for left, _ in steps}
        return found


def _adding_up(choices: Sequence[Iterable[int]], size: int) -> Iterator[Row]:
    *first, last = choices
    allowed = set(last)
    for row in product(*first):
        if size - sum(row) in allowed:
            yield (*row, size - sum(row))


def _plus(one: Row, other: Row) -> Row:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def rest(row: Row, column: int, unknown: int | None) -> int:
    """Count the cases that are known to have another value."""
    not_known = row[unknown] if unknown is not None and column != unknown else 0
    return sum(row) - not_known - row[column]


def pinned(
    could_be: Iterable[Row], truth: Row, unknown: int | None, limits: Thresholds
) -> list[int]:
    """List the columns of which the count or the rest is small and can be one thing only."""
    could_be = set(could_be)
    assert truth in could_be, "the attacker is wrong"
    return [
        column
        for column in range(len(truth))
        for value in (lambda row, at=column: row[at], lambda row, at=column: rest(row, at, unknown))
        if value(truth) < limits.suppress_below and len({value(row) for row in could_be}) == 1
    ]


counts = st.integers(0, 9)
tables = st.integers(2, 3).flatmap(
    lambda width: st.tuples(
        st.lists(st.tuples(*[counts] * width), min_size=2, max_size=3),
        st.sampled_from([None, width - 1]) if width > 2 else st.none(),
    )
)


def _large_enough(rows: Sequence[Row]) -> None:
    assume(all(sum(row) >= THREE.suppress_below for row in rows))


@settings(max_examples=times(400))
@given(tables)
def test_nobody_finds_a_small_count_in_a_report(table: tuple[list[Row], int | None]) -> None:
    rows, unknown = table
    _large_enough(rows)
    attacker = Attacker([sum(row) for row in rows], published(rows, unknown, THREE), unknown, THREE)
    found = attacker.totals()
    assert pinned(found, totals_of(rows), unknown, THREE) == []
    for place, row in enumerate(rows):
        could_be = set().union(*(groups[place] for groups in found.values()))
        assert pinned(could_be, row, unknown, THREE) == [], (place, row)


@settings(max_examples=times(400))
@given(st.lists(st.integers(0, 14), min_size=2, max_size=4), st.booleans())
def test_nobody_finds_a_small_count_without_groups(cells: list[int], with_unknown: bool) -> None:
    row = tuple(cells)
    assume(sum(row) >= THREE.suppress_below)
    unknown = len(row) - 1 if with_unknown and len(row) > 2 else None
    attacker = Attacker([], publish((), row, unknown, THREE), unknown, THREE)
    could_be = attacker.rows(sum(row), attacker.seen.totals)
    assert pinned(could_be, row, unknown, THREE) == []


@settings(max_examples=times(300))
@given(st.data())
def test_two_reports_by_two_columns_tell_no_small_count_below_a_shown_total(
    data: st.DataObject,
) -> None:
    """Each case is in one group of either column; the totals are what the reports share."""
    width = data.draw(st.integers(2, 3))
    unknown = data.draw(st.sampled_from([None, 2])) if width == 3 else None
    cases = data.draw(
        st.lists(
            st.tuples(st.integers(0, 1), st.integers(0, 1), st.integers(0, width - 1)),
            min_size=6,
            max_size=45,
        )
    )
    tables = [
        [
            tuple(
                sum(case[by] == group and case[2] == value for case in cases)
                for value in range(width)
            )
            for group in range(2)
        ]
        for by in (0, 1)
    ]
    for rows in tables:
        _large_enough(rows)
    reports = [published(rows, unknown, THREE) for rows in tables]
    known = [
        Attacker([sum(row) for row in rows], report, unknown, THREE).totals()
        for rows, report in zip(tables, reports, strict=True)
    ]
    both = known[0].keys() & known[1].keys()
    for rows, report, found in zip(tables, reports, known, strict=True):
        for place, row in enumerate(rows):
            could_be = set().union(*(found[total][place] for total in both))
            told = pinned(could_be, row, unknown, THREE)
            assert [column for column in told if report.totals[column] is not None] == []


def test_where_every_group_is_small_nothing_but_its_size_can_be_shown() -> None:
    nothing = (None, None)
    assert published(((3, 3), (3, 3)), None, FIVE) == Published((5, 5), (nothing, nothing))
