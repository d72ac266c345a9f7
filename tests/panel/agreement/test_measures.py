"""What is measured of whole studies, held to libraries that others made (`.ci/agreement`)."""

import json
from pathlib import Path
from typing import Any

import pytest

from integraal.model.study.criteria import Measure
from integraal.panel.agreement.marks import Drawn, Marks, Unit
from integraal.panel.agreement.measures import (
    among_raters,
    apart,
    safety,
    with_advice,
    with_oneself,
)

BY_LIBRARIES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "by_libraries.json").read_text("utf-8")
)


def _marks(rows: list[list[int | None]], advice: int = 2, reach: int = 2) -> Marks:
    units = (Unit(case, tuple(row), advice, reach) for case, row in enumerate(rows))
    return Marks(tuple(units), len(rows), len(rows[0]), 5)


@pytest.mark.parametrize("made", BY_LIBRARIES, ids=lambda made: f"{made['alpha']:.3f}")
def test_libraries_find_the_same(made: dict[str, Any]) -> None:
    marks = _marks(made["marks"])
    found = among_raters(marks, Drawn.once(marks))
    for name in ("alpha", "kappa_linear", "kappa_quadratic", "same", "ac2_linear", "ac2_quadratic"):
        assert found[Measure(f"raters_{name}")] == pytest.approx(made[name], abs=1e-9), name


def test_a_case_that_counts_twice_counts_as_two() -> None:
    rows: list[list[int | None]] = [[0, 1, 1], [2, 2, 3], [4, 4, None], [1, 0, 3]]
    twice = _marks([*rows, rows[1]])
    drawn = Drawn((1, 2, 1, 1), (1, 1, 1))
    assert among_raters(_marks(rows), drawn) == pytest.approx(
        among_raters(twice, Drawn.once(twice))
    )


def test_a_rater_that_was_drawn_twice_does_not_agree_with_herself() -> None:
    rows: list[list[int | None]] = [[0, 1], [2, 4], [4, 3]]
    found = among_raters(_marks(rows), Drawn((1, 1, 1), (2, 1)))
    assert found[Measure.RATERS_SAME] == 0


def test_nothing_is_measured_where_one_rater_marked() -> None:
    found = among_raters(_marks([[1], [2]]), Drawn((1, 1), (1,)))
    assert set(found.values()) == {None}


def test_an_advice_that_is_open_is_too_light_only_below_all_that_it_could_become() -> None:
    marks = _marks([[1, 2, 3, 4]], advice=2, reach=3)
    assert apart(marks, Drawn.once(marks)) == {
        Measure.UNDER_ADVICE: 0.25,
        Measure.OVER_ADVICE: 0.25,
    }


def test_parts_are_of_all_marks_also_where_a_rater_made_few() -> None:
    marks = _marks([[2, 2], [2, None], [2, None], [2, 4]])
    found = with_advice(marks, Drawn.once(marks))
    assert found[Measure.ADVICE_SAME] == pytest.approx(5 / 6)
    assert found[Measure.UNDER_ADVICE] == pytest.approx(1 / 6)


def test_a_missed_route_is_counted_among_those_that_raters_go() -> None:
    units = (Unit(0, (1, 1, 0), 0, 0), Unit(1, (1, 0, 0), 1, 1))
    marks = Marks(units, 2, 3, 2)
    assert safety(marks, Drawn.once(marks)) == {
        Measure.MISSED_SAFETY: pytest.approx(2 / 3),
        Measure.EXTRA_SAFETY: pytest.approx(2 / 3),
    }


def test_where_nobody_goes_a_route_nothing_is_said_of_missing_it() -> None:
    marks = Marks((Unit(0, (0, 0), 0, 0),), 1, 2, 2)
    assert safety(marks, Drawn.once(marks))[Measure.MISSED_SAFETY] is None


def test_a_rater_is_held_to_herself_and_to_nobody_else() -> None:
    units = (Unit(0, (1, 4, 2), 0, 0), Unit(0, (1, 3, None), 0, 0))
    found = with_oneself(Marks(units, 1, 3, 5), Drawn((1,), (1, 1, 1)))
    assert found[Measure.SELF_SAME] == 0.5
    assert found[Measure.SELF_NEAR] == 1
