"""Nobody gets a lower advice, or a higher one, by no longer answering: for any instrument."""

from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.engine.compare.moments import course
from integraal.engine.explain.what_if import suppose
from integraal.engine.interpreter import without_dropped
from integraal.engine.lower import lower
from integraal.model.answers import DONT_KNOW, Answers
from integraal.model.case import Case, Moment
from integraal.model.results.course import Shift
from integraal.model.results.knowledge import Knowledge
from integraal.model.results.steps import Change
from tests.counts import times
from tests.property.strategies import any_answer, found, instruments, some_answers

moderate = settings(max_examples=times(60), deadline=None)


@moderate
@given(st.data())
def test_a_moment_that_only_knows_less_moves_no_advice(data: st.DataObject) -> None:
    instrument = data.draw(instruments())
    program = lower(instrument)
    before = without_dropped(program, data.draw(some_answers(instrument)))
    after = before
    for question in data.draw(st.sets(st.sampled_from(sorted(before)))) if before else ():
        unasked = data.draw(st.booleans())
        after = after.without(question) if unasked else after.with_answer(question, DONT_KNOW)
    moments = (Moment(None, before), Moment(None, after))
    _, stage = course(program, Case("C-1", moments=moments), ()).stages
    assert stage.level_shift is None
    assert stage.less_known is (found(program, before) != found(program, after))
    assert Knowledge.CHANGED not in {changed.knowledge for changed in stage.changed}


@moderate
@given(st.data())
def test_lower_is_lower_with_everything_put_back_and_without(data: st.DataObject) -> None:
    instrument = data.draw(instruments())
    program = lower(instrument)
    before, after = data.draw(some_answers(instrument)), data.draw(some_answers(instrument))
    moments = (Moment(None, before), Moment(None, after))
    _, stage = course(program, Case("C-1", moments=moments), ()).stages
    was, now = found(program, before), found(program, after)
    if stage.level_shift is Shift.DOWN:
        assert now.level <= was.level
        assert now.reach <= was.reach
        assert now != was
    if now.level < was.level and now.reach <= was.reach and stage.level_shift is None:
        assert stage.less_known


@moderate
@given(st.data())
def test_an_answer_taken_away_makes_no_reason_go(data: st.DataObject) -> None:
    instrument = data.draw(instruments())
    program = lower(instrument)
    answers = without_dropped(program, data.draw(some_answers(instrument)))
    question = data.draw(st.sampled_from(list(instrument.questions())))
    answers = without_dropped(
        program, Answers({question.id: data.draw(any_answer(question)), **answers})
    )
    supposed = suppose(program, answers, [Change(question.id, DONT_KNOW)])
    assert supposed.dropped == ()
