"""One thing in a condition is changed, at every place where that can be done."""

import pytest

from integraal.engine.compare.condition_edits import ConditionEdits, neighbours
from integraal.model import condition as c
from integraal.model.instrument import Question
from integraal.model.results.trial import Edit
from integraal.reading.library import Library

QUESTIONS = {
    question.id: question for question in Library().instrument("voor-wie-doen-we-wat").questions()
}
LOAD = QUESTIONS["draaglast"].option_ids
AREAS = QUESTIONS["leefgebieden"].option_ids
HEAVY = c.OneIn("draaglast", LOAD[1:])


def edits(condition: c.Condition, questions: dict[str, Question] = QUESTIONS) -> list[str]:
    """Tell of each change what it is, where, and from what to what."""
    return [
        " ".join(filter(None, (change.edit.value, change.part, change.before, change.after)))
        for change, changed in ConditionEdits(questions, "regel").edits(condition)
        if changed != condition
    ]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (HEAVY, [f"threshold {LOAD[1]} {LOAD[0]}", f"threshold {LOAD[1]} {LOAD[2]}"]),
        (
            c.OneIn("draaglast", LOAD[:2]),
            [f"threshold {LOAD[1]} {LOAD[0]}", f"threshold {LOAD[1]} {LOAD[2]}"],
        ),
        (c.OneIn("draaglast", LOAD[1:2]), [f"widened {LOAD[0]}", f"widened {LOAD[2]}"]),
        (c.SomeChosen("leefgebieden", AREAS, 2), ["threshold 2 1", "threshold 2 3"]),
        (
            c.SomeChosen("leefgebieden", AREAS[:2], 1),
            [f"narrowed {AREAS[0]}", f"narrowed {AREAS[1]}", f"widened {AREAS[2]}"],
        ),
        (c.Between("graden", 14, None), ["threshold 14 13", "threshold 14 15"]),
        (c.InScore("som", None, 5, ((1, HEAVY),)), ["threshold 5 4", "threshold 5 6"]),
        (c.Known("draaglast", wanted=True), []),
        (c.Defined("naam", HEAVY), []),
        (
            c.InScore("som", 2, 5, ((1, HEAVY),)),
            ["threshold 2 1", "threshold 5 4", "threshold 2 3", "threshold 5 6"],
        ),
    ],
)
def test_a_test_moves_to_its_neighbours(condition: c.Condition, expected: list[str]) -> None:
    assert sorted(edits(condition)) == sorted(expected)


def test_parts_are_changed_one_at_a_time_and_told_by_their_number() -> None:
    both = c.All((HEAVY, c.Not(c.AtLeastOf(1, (HEAVY, c.Known("draaglast", wanted=True))))))
    told = edits(both)
    assert "swapped all any" in told
    assert edits(c.AnyOf(both.parts))[0] == "swapped any all"
    assert {one.split()[1] for one in told if one.startswith("threshold")} == {"1", "2.1", "2.1.1"}
    assert "swapped" not in " ".join(edits(c.All((HEAVY,))))


def test_a_change_says_whose_condition_it_is() -> None:
    change, changed = next(iter(ConditionEdits(QUESTIONS, "regel").edits(HEAVY)))
    assert (change.owner, change.edit, change.question) == ("regel", Edit.THRESHOLD, "draaglast")
    assert isinstance(changed, c.OneIn)


def test_what_stands_among_some_is_no_neighbour_of_them() -> None:
    assert list(neighbours("abcde", "bc")) == ["a", "d"]
