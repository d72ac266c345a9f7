"""Ticks and typing say one thing together, and lose nothing of each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.cli.interview.choices.ticks import (
    DONT_KNOW_ROW,
    NONE_ROW,
    answer_of,
    ticked,
    together,
    toggled,
)
from integraal.cli.interview.reply_parser import Given, Misread
from integraal.model.answers import DONT_KNOW, Answer, Partly
from integraal.model.instrument import Kind, Option, Question

OPTIONS = ("wonen", "werk", "school")
AREAS = Question("gebieden", "", "", "", Kind.SEVERAL, options=tuple(Option(o, o) for o in OPTIONS))
ROWS = st.lists(st.sampled_from([*OPTIONS, DONT_KNOW_ROW, NONE_ROW]), unique=True)


@pytest.mark.parametrize(
    "answer",
    [
        frozenset(),
        frozenset({"wonen", "school"}),
        DONT_KNOW,
        Partly(frozenset({"werk"}), frozenset({"wonen", "school"})),
    ],
)
def test_ticks_say_the_answer_they_were_made_of(answer: Answer) -> None:
    assert answer_of(AREAS, ticked(answer)) == Given(answer)


@given(ROWS, ROWS)
def test_nothing_that_was_ticked_or_typed_is_lost(rows: list[str], typed: list[str]) -> None:
    said = together(AREAS, rows, answer_of(AREAS, typed))
    if isinstance(said, Misread):
        assert ticked(answer_of(AREAS, typed).answer) == [NONE_ROW]
        assert set(rows) - {NONE_ROW}
        return
    wanted = {row for row in (*rows, *typed) if row != NONE_ROW}
    every = set(OPTIONS)
    # Whoever ticked everything has no rest that is unknown.
    kept = wanted - {DONT_KNOW_ROW} if every <= wanted else wanted
    assert set(ticked(said.answer)) - {NONE_ROW} == kept


def test_none_of_these_takes_the_place_of_an_earlier_answer_that_nobody_touched() -> None:
    none, rows = Given(frozenset()), ["wonen", "school"]
    assert together(AREAS, rows, none, rows) == none
    assert isinstance(together(AREAS, ["wonen"], none, rows), Misread)


@given(ROWS, st.sampled_from([*OPTIONS, DONT_KNOW_ROW, NONE_ROW]))
def test_the_space_bar_changes_its_own_row_and_none_stands_alone(rows: list[str], row: str) -> None:
    after = toggled(rows, row)
    assert (row in after) is (row not in rows)
    if row not in rows:
        assert NONE_ROW not in after or after == [NONE_ROW]
