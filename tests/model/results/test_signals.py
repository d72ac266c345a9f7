from dataclasses import replace
from datetime import date

import pytest

from integraal.model.results.signals import (
    NO,
    UNKNOWN,
    YES,
    About,
    Group,
    Line,
    Signals,
    Theme,
    Thresholds,
)

USUAL = Thresholds(date(2026, 1, 1), 5, 5, 10, deviation=2)
SETTLED = Theme(About.SETTLED, (Line(YES, 30, (30, None)), Line(NO, 15, (5, 10))))
LIMIT = Theme(
    About.LIMIT,
    (Line(YES, 20, (15, None)), Line(NO, 10, (10, None))),
    Line(UNKNOWN, 15, (None, 5)),
    id="geen-plaats",
)
HIDDEN = Theme(About.ACTION, (Line(YES, None), Line(NO, 10)), Line(UNKNOWN, None), id="bellen")
SIGNALS = Signals(
    "2026.1", True, 45, "regio", (Group("Noord", 30), Group("", 15, True)),
    (SETTLED, LIMIT, HIDDEN), USUAL,
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "looser", "stricter"),
    [
        ("suppress_below", 4, 6),
        ("round_to", 1, 10),
        ("no_rate_below", 9, 11),
        ("deviation", 1, 3),
    ],
)
def test_a_number_that_protects_less_is_named_and_one_that_protects_more_is_not(
    name: str, looser: int, stricter: int
) -> None:
    def with_(value: int) -> Thresholds:
        return replace(USUAL, **{name: value})  # type: ignore[arg-type]

    assert with_(looser).looser_than(USUAL) == (name,)
    assert with_(stricter).looser_than(USUAL) == ()


def test_the_same_numbers_protect_as_much() -> None:
    assert USUAL.looser_than(replace(USUAL, valid_from=date(2027, 1, 1))) == ()


def test_themes_and_values_are_found_by_what_they_are_about() -> None:
    assert SIGNALS.about(About.LIMIT) == (LIMIT,)
    assert SIGNALS.about(About.ABOVE_FEASIBLE) == ()
    assert LIMIT.line(NO).total == 10
    with pytest.raises(KeyError):
        LIMIT.line("misschien")


@pytest.mark.parametrize(
    ("theme", "group", "known"),
    [
        (SETTLED, None, 45),  # of all cases
        (SETTLED, 1, 15),
        (LIMIT, None, 30),  # what is shown, together
        (LIMIT, 0, 25),
        (LIMIT, 1, 10),  # what is left beside the unknown
        (HIDDEN, None, None),  # nothing that is shown tells
    ],
)
def test_of_how_many_something_is_known_follows_from_what_is_shown(
    theme: Theme, group: int | None, known: int | None
) -> None:
    assert SIGNALS.known(theme, group) == known


@pytest.mark.parametrize(
    ("theme", "group", "rate"),
    [
        (SETTLED, None, 67),
        (SETTLED, 0, 100),
        (SETTLED, 1, None),  # its count is hidden
        (LIMIT, None, 67),
        (HIDDEN, None, None),
    ],
)
def test_a_percentage_is_of_those_of_whom_it_is_known(
    theme: Theme, group: int | None, rate: int | None
) -> None:
    assert SIGNALS.rate(theme, theme.line(YES), group) == rate


def test_a_percentage_of_fewer_than_the_threshold_is_not_given() -> None:
    strict = replace(SIGNALS, thresholds=replace(USUAL, no_rate_below=46))
    assert strict.rate(SETTLED, SETTLED.line(YES)) is None


def test_a_deviation_says_how_far_counts_are_off() -> None:
    exact, usual = replace(USUAL, deviation=0), replace(USUAL, deviation=2)
    assert (exact.share, exact.margin, exact.least_group) == (0.0, 0, 5)
    assert (round(usual.share, 3), usual.margin, usual.least_group) == (0.618, 5, 10)
    margins = [replace(USUAL, deviation=each).margin for each in range(1, 9)]
    assert margins == sorted(margins)
