"""More answers only narrow, never overturn; what is said to be open is, and nothing else."""

from itertools import product
from math import prod

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from integraal.engine.evaluate import evaluate
from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.instrument import Instrument
from integraal.model.truth import Truth
from tests.counts import times
from tests.property.strategies import (
    QUESTIONS,
    SHIPPED,
    any_answer,
    better_known,
    completions,
    found,
    instruments,
    some_answers,
)

thorough = settings(max_examples=times(120), deadline=None)
moderate = settings(max_examples=times(50), deadline=None)


@thorough
@given(st.data())
def test_an_answer_more_only_narrows_the_advice(data: st.DataObject) -> None:
    answers = data.draw(some_answers(SHIPPED.instrument))
    question = data.draw(st.sampled_from(QUESTIONS))
    answer = data.draw(better_known(question, answers.get(question.id)))
    before = found(SHIPPED, answers)
    after = found(SHIPPED, answers.with_answer(question.id, answer))
    assert before.level <= after.level <= after.reach <= before.reach


@moderate
@given(st.data())
def test_a_question_that_is_not_listed_as_open_cannot_change_the_level_by_itself(
    data: st.DataObject,
) -> None:
    answers = data.draw(some_answers(SHIPPED.instrument))
    advice = evaluate(SHIPPED, answers)
    listed = {question.question for question in advice.open_questions}
    others = [q for q in QUESTIONS if q.id not in listed and not answers.known(q.id)]
    assume(others)
    question = data.draw(st.sampled_from(others))
    answer = data.draw(better_known(question, answers.get(question.id)))
    after = evaluate(SHIPPED, answers.with_answer(question.id, answer))
    assert after.level == advice.level


@thorough
@given(instruments(), st.data())
def test_level_reach_and_open_questions_are_what_trying_every_way_out_shows(
    instrument: Instrument, data: st.DataObject
) -> None:
    program = lower(instrument)
    questions = list(instrument.questions())
    answers = data.draw(some_answers(instrument))
    ways = [completions(question, answers.get(question.id)) for question in questions]
    assume(prod(map(len, ways)) <= 600)
    level_of = {
        way: found(
            program, Answers({q.id: answer for q, answer in zip(questions, way, strict=True)})
        ).level
        for way in product(*ways)
    }
    advice = evaluate(program, answers)
    assert instrument.scale is not None
    levels = instrument.scale.levels
    assert advice.level == levels[min(level_of.values())]
    assert advice.reach == levels[max(level_of.values())]
    matters = set()
    for place, question in enumerate(questions):
        beside: dict[tuple[object, ...], set[int]] = {}
        for way, level in level_of.items():
            beside.setdefault((*way[:place], *way[place + 1 :]), set()).add(level)
        if any(len(different) > 1 for different in beside.values()):
            matters.add(question.id)
    assert {question.question for question in advice.open_questions} == matters


@moderate
@given(st.data())
def test_the_advice_does_not_depend_on_the_order_of_the_answers_nor_on_the_moment(
    data: st.DataObject,
) -> None:
    answers = data.draw(some_answers(SHIPPED.instrument))
    reordered = Answers(dict(data.draw(st.permutations(list(answers.items())))))
    first = evaluate(SHIPPED, answers)
    assert evaluate(SHIPPED, answers) == first
    assert evaluate(lower(SHIPPED.instrument), reordered) == first


@moderate
@given(instruments(), st.data())
def test_an_answer_to_a_question_that_does_not_apply_counts_nowhere(
    instrument: Instrument, data: st.DataObject
) -> None:
    program = lower(instrument)
    answers = data.draw(some_answers(instrument))
    applies = Evaluation(program, answers).applies
    advice = evaluate(program, answers)
    for question in instrument.questions():
        if applies(question.id) is Truth.FALSE:
            other = answers.with_answer(question.id, data.draw(any_answer(question)))
            assert evaluate(program, other) == advice
            assert evaluate(program, answers.without(question.id)) == advice
