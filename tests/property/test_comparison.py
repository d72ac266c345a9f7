"""What several people agree about holds whoever is right, for any instrument and any answers."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.engine.compare.views import compare
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.instrument import Instrument
from integraal.model.results.comparison import Standing
from integraal.report.data.comparison import comparison_data
from integraal.words.words import Words
from tests.counts import times
from tests.engine.builders import cases
from tests.property.strategies import SCALE, instruments, some_answers

moderate = settings(max_examples=times(60), deadline=None)
Views = tuple[Instrument, list[Answers]]


@st.composite
def views(draw: st.DrawFn) -> Views:
    instrument = draw(instruments())
    return instrument, draw(st.lists(some_answers(instrument), min_size=2, max_size=3))


def _ranks(standing: Standing) -> tuple[int, int]:
    assert standing.level is not None
    assert standing.reach is not None
    return SCALE.rank(standing.level.id), SCALE.rank(standing.reach.id)


@moderate
@given(views())
def test_every_advice_lies_within_what_all_agree_about(case: Views) -> None:
    instrument, given = case
    found = compare(lower(instrument), cases(*given), ())
    low, high = _ranks(found.common_ground)
    for view in found.views:
        level, reach = _ranks(view.standing)
        assert low <= level <= reach <= high


@moderate
@given(views())
def test_whoever_comes_first_the_differences_are_the_same(case: Views) -> None:
    instrument, given = case
    program = lower(instrument)
    one, other = (compare(program, cases(*each), ()) for each in (given, given[::-1]))
    assert {d.question for d in one.disagreements} == {d.question for d in other.disagreements}
    assert {d.question for d in one.to_ask} == {d.question for d in other.to_ask}
    assert one.agreed == other.agreed
    assert one.common_ground == other.common_ground


@moderate
@given(views())
def test_with_somebody_who_answers_alike_there_is_no_disagreement(case: Views) -> None:
    instrument, (first, *_) = case
    found = compare(lower(instrument), cases(first, first), ())
    assert (found.disagreements, found.to_ask, found.same_advice) == ((), (), True)


@moderate
@given(views())
def test_an_answer_stands_there_once_with_all_who_gave_it(case: Views) -> None:
    instrument, given = case
    found = compare(lower(instrument), cases(*given), ())
    data = comparison_data([str(number) for number, _ in enumerate(given)], found, Words("nl"))
    for each in (*data["disagreements"], *data["to_ask"]):
        answers = [json.dumps(said["answer"]) for said in each["answers"]]
        assert len(set(answers)) == len(answers)
        told = [view for said in each["answers"] for view in said["views"]]
        assert len(set(told)) == len(told)
        assert not set(told) & set(each["does_not_apply"])
