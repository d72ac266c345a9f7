"""A short interview asks what can still matter, most telling first, and nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.engine.evaluate import evaluate
from integraal.engine.interview import Interview
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model import condition as c
from integraal.model.answers import DONT_KNOW, Answer, Answers
from integraal.model.instrument import Kind, Raise
from integraal.reading.library import Library
from tests.counts import times
from tests.engine.builders import an_instrument, one, rule

SHIPPED = lower(Library().instrument("voor-wie-doen-we-wat"))


def _small() -> Program:
    rules = [
        rule("midden", c.OneIn("b", ("ja",)), Raise("midden")),
        rule("hoog", c.OneIn("c", ("ja",)), Raise("hoog")),
    ]
    depends = one("c", ask_when=c.OneIn("a", ("ja",)))
    return lower(an_instrument(one("a"), one("b"), depends, one("los"), rules=rules))


def test_what_cannot_matter_is_not_asked() -> None:
    interview = Interview.start(_small(), short=True)
    asked = []
    while interview.question is not None:
        asked.append(interview.question.id)
        interview = interview.answer("nee")
    assert asked == ["a", "b"]  # c could lead highest, and waits for a
    assert [question.id for question in interview.left_unasked] == ["los"]


def test_a_question_that_may_not_apply_waits_until_that_is_known() -> None:
    interview = Interview.start(_small(), Answers({"b": "nee"}), short=True)
    assert interview.position == "a"
    assert interview.answer("ja").position == "c"
    assert interview.answer("nee").position is None


def test_it_ends_as_soon_as_the_advice_is_settled() -> None:
    interview = Interview.start(_small(), short=True)
    assert interview.answer("ja").answer("ja").position is None
    assert Interview.start(_small(), short=True).skip().position == "b"


def test_what_nobody_knows_is_not_asked_twice() -> None:
    interview = Interview.start(_small(), short=True)
    while interview.question is not None:
        interview = interview.answer(DONT_KNOW)
    assert set(interview.answers) == {"a", "b", "c"}


def test_progress_counts_what_is_still_worth_asking() -> None:
    interview = Interview.start(_small(), short=True)
    assert interview.progress == (1, 3)
    assert interview.answer("nee").progress == (2, 2)  # c does not apply


def test_back_follows_the_order_in_which_was_asked() -> None:
    interview = Interview.start(_small(), short=True).answer("nee")
    assert interview.position == "b"
    assert interview.back().position == "a"
    assert interview.back().back().position == "a"
    assert interview.back().answer("ja").position == "c"


@st.composite
def full_answers(draw: st.DrawFn) -> dict[str, Answer]:
    given_: dict[str, Answer] = {}
    for question in SHIPPED.instrument.questions():
        if question.kind is Kind.ONE:
            given_[question.id] = draw(st.sampled_from(question.option_ids))
        elif question.kind is Kind.SEVERAL:
            given_[question.id] = draw(st.frozensets(st.sampled_from(question.option_ids)))
    return given_


@settings(max_examples=times(8), deadline=None)
@given(full_answers())
def test_nothing_that_cannot_matter_is_asked_and_nothing_that_can_is_left_out(
    truth: dict[str, Answer],
) -> None:
    interview = Interview.start(SHIPPED, short=True)
    while interview.question is not None:
        open_now = {q.question for q in evaluate(SHIPPED, interview.answers).open_questions}
        open_now |= SHIPPED.instrument.danger_questions
        assert interview.question.id in open_now
        interview = interview.answer(truth[interview.question.id])
    short, whole = evaluate(SHIPPED, interview.answers), evaluate(SHIPPED, Answers(truth))
    assert (short.level, short.is_settled) == (whole.level, True)


def test_going_back_counts_back_too() -> None:
    interview = Interview.start(_small(), short=True)
    second = interview.answer("ja")
    assert (interview.progress[0], second.progress[0]) == (1, 2)
    back = second.back()
    assert (back.position, back.progress) == (interview.position, (1, second.progress[1]))
    assert back.answer("ja").progress == second.progress


def test_what_was_answered_before_this_sitting_counts_as_asked() -> None:
    interview = Interview.start(_small(), Answers({"b": "nee"}), short=True)
    assert interview.progress[0] == 2
    assert interview.answer("ja").back().progress[0] == 2
