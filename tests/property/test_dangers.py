"""No true danger is missed: whatever instrument is in view, in whatever mode."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.engine.dangers import danger_at, dangers, gathered
from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.instrument import Urgency
from integraal.model.truth import Truth
from integraal.reading.cases.case_instruments import neighbours
from integraal.reading.library import Library
from tests.conftest import INSTRUMENTS
from tests.counts import times
from tests.property.strategies import some_answers


@cache
def program(name: str, *, source_only: bool = False) -> Program:
    return lower(Library().instrument(name), source_only=source_only)


@cache
def others(name: str) -> tuple[Program, ...]:
    return tuple(map(lower, neighbours(name, "nl")))


ASKING = [name for name in INSTRUMENTS if program(name).instrument.danger_rules]
CASES = st.tuples(*(some_answers(program(name).instrument) for name in ASKING)).map(
    lambda given: Answers({key: value for each in given for key, value in each.items()})
)
"""Cases with answers to any question of the instruments that look for danger."""


@settings(max_examples=times(40), deadline=None)
@given(CASES)
def test_every_rule_that_says_danger_and_holds_is_a_danger(answers: Answers) -> None:
    for name in ASKING:
        instrument = program(name).instrument
        truths = dict(evaluate(program(name), answers, with_open_questions=False).truths)
        holding = {r.target for r in instrument.danger_rules if truths[r.id] is Truth.TRUE}
        assert {one.statement.id for one in dangers(program(name), answers)} == holding


@settings(max_examples=times(40), deadline=None)
@given(CASES)
def test_danger_is_the_same_without_our_own_additions(answers: Answers) -> None:
    for name in ASKING:
        whole, part = (dangers(program(name, source_only=only), answers) for only in (False, True))
        assert [d.statement.id for d in whole] == [d.statement.id for d in part]


@settings(max_examples=times(40), deadline=None)
@given(CASES)
def test_whatever_instrument_is_in_view_every_cause_is_told_with_whom_to_call(
    answers: Answers,
) -> None:
    every = {
        (d.cause, line.id)
        for n in ASKING
        for d in dangers(program(n), answers)
        for line in d.calls()
    }
    for name in INSTRUMENTS:
        found = gathered((program(name), *others(name)), answers)
        assert {(d.cause, line.id) for d in found for line in d.calls()} == every


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_nothing_that_is_true_of_an_empty_case_is_a_danger(name: str) -> None:
    assert gathered((program(name), *others(name)), Answers()) == ()


@pytest.mark.parametrize("name", ASKING)
def test_an_arrow_on_paper_is_what_the_answer_alone_makes_true(name: str) -> None:
    arrows = danger_at(program(name))
    assert ("direct_gevaar", "ja") in arrows
    for (question, option), statements in arrows.items():
        found = dangers(program(name), Answers({question: option}))
        assert tuple(one.statement for one in found) == statements


@pytest.mark.parametrize("name", ASKING)
def test_a_danger_calls_the_emergency_number_first_and_somebody_in_each_country(name: str) -> None:
    instrument = program(name).instrument
    urgent = [s for s in (*instrument.actions, *instrument.outcomes) if s.urgent is Urgency.DANGER]
    for statement in urgent:
        lines = instrument.calls(statement)
        assert lines[0].number == "112"
        for country in ("nl", "be"):
            assert [line for line in lines if line.countries == (country,)], statement.id
