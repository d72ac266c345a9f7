"""More need never lowers the advice: options stand from low to high need, and rules follow."""

from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.model.answers import Answer, Partly
from integraal.model.instrument import Kind
from tests.counts import times
from tests.property.strategies import SHIPPED, found, questions_that_raise, some_answers

thorough = settings(max_examples=times(200), deadline=None)


RAISING = [SHIPPED.instrument.question(name) for name in questions_that_raise(SHIPPED)]


def test_the_questions_that_can_raise_the_level_are_those_of_the_brief() -> None:
    assert {question.id for question in RAISING} == {
        "aantal_professionals",
        "wie_nodig",
        "gezinsleden",
        "leefgebieden",
        "draaglast",
        "draagkracht",
        "prioriteit",
        "organisaties",
        "hulpverloop",
        "iedereen_betrokken",
        "bestaande_vormen",
        "opbrengst",
        "op_en_afschalen",
        "veiligheid",
        "verloop",
        "langdurig",
        "samenhang",
        "eerdere_hulp_zonder_effect",
    }


@thorough
@given(st.data())
def test_moving_to_an_option_of_more_need_never_lowers_level_or_reach(
    data: st.DataObject,
) -> None:
    question = data.draw(st.sampled_from([q for q in RAISING if q.kind is Kind.ONE]))
    less, more = sorted(
        data.draw(st.lists(st.integers(0, len(question.options) - 1), min_size=2, max_size=2))
    )
    answers = data.draw(some_answers(SHIPPED.instrument))
    before = found(SHIPPED, answers.with_answer(question.id, question.option_ids[less]))
    after = found(SHIPPED, answers.with_answer(question.id, question.option_ids[more]))
    assert before.level <= after.level
    assert before.reach <= after.reach


@thorough
@given(st.data())
def test_one_more_area_or_form_never_lowers_level_or_reach(
    data: st.DataObject,
) -> None:
    question = data.draw(st.sampled_from([q for q in RAISING if q.kind is Kind.SEVERAL]))
    option = data.draw(st.sampled_from(question.option_ids))
    answers = data.draw(some_answers(SHIPPED.instrument))
    less = answers.get(question.id)
    more: Answer
    if isinstance(less, Partly):
        more = Partly(less.chosen | {option}, less.unknown - {option})
    else:
        less = less if isinstance(less, frozenset) else frozenset()
        more = less | {option}
    low, high = (found(SHIPPED, answers.with_answer(question.id, a)) for a in (less, more))
    assert low.level <= high.level
    assert low.reach <= high.reach
