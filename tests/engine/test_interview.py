"""Walking through the questions: forward, back, skipping, looking again, resuming."""

import pytest

from integraal.engine.interview import Interview
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model import condition as c
from integraal.model.answers import DONT_KNOW, Answers
from tests.engine.builders import an_instrument, on_request, one, several

FORMS = several("vormen", "overleg", "team")
YIELD = one("opbrengst", ask_when=c.SomeChosen("vormen", FORMS.option_ids, 1))


@pytest.fixture
def small() -> Program:
    """Give: gezin, (verhaal, on request), vormen, opbrengst if there are vormen, besluit."""
    return lower(an_instrument(one("gezin"), on_request("verhaal"), FORMS, YIELD, one("besluit")))


def test_an_interview_begins_at_the_first_question(small: Program) -> None:
    interview = Interview.start(small)
    assert (interview.position, interview.progress) == ("gezin", (1, 4))
    assert interview.question is small.instrument.question("gezin")


def test_answering_goes_on_to_the_next_question_and_leaves_the_old_interview_alone(
    small: Program,
) -> None:
    before = Interview.start(small)
    after = before.answer("ja")
    assert (after.position, dict(after.answers)) == ("vormen", {"gezin": "ja"})
    assert (before.position, len(before.answers)) == ("gezin", 0)


def test_not_knowing_is_an_answer_too(small: Program) -> None:
    interview = Interview.start(small).answer(DONT_KNOW)
    assert interview.position == "vormen"
    assert interview.answers["gezin"] is DONT_KNOW


def test_it_resumes_at_the_first_question_without_an_answer(small: Program) -> None:
    answers = Answers({"gezin": "ja", "vormen": {"team"}, "besluit": "nee"})
    interview = Interview.start(small, answers)
    assert (interview.position, interview.progress) == ("opbrengst", (3, 4))
    assert interview.answer("ja").position is None


def test_with_everything_answered_there_is_nothing_on_the_screen(small: Program) -> None:
    answers = Answers({"gezin": "ja", "vormen": frozenset(), "besluit": "nee"})
    interview = Interview.start(small, answers)
    assert (interview.position, interview.question, interview.progress) == (None, None, (3, 3))
    assert interview.skip() is interview
    with pytest.raises(ValueError, match="no question"):
        interview.answer("ja")


def test_an_answer_that_switches_a_question_off_makes_the_way_shorter(small: Program) -> None:
    at_forms = Interview.start(small).answer("ja")
    with_forms, without = at_forms.answer(frozenset({"team"})), at_forms.answer(frozenset())
    assert (with_forms.position, with_forms.progress) == ("opbrengst", (3, 4))
    assert (without.position, without.progress) == ("besluit", (3, 3))


def test_a_question_that_may_still_apply_is_asked(small: Program) -> None:
    assert Interview.start(small).answer("ja").answer(DONT_KNOW).position == "opbrengst"


def test_switching_a_question_off_drops_the_answer_it_had(small: Program) -> None:
    full = Answers({"gezin": "ja", "vormen": {"team"}, "opbrengst": "nee", "besluit": "nee"})
    interview = Interview.start(small, full).go_to("vormen").answer(frozenset())
    assert "opbrengst" not in interview.answers
    assert interview.position is None


def test_switching_a_question_on_asks_it(small: Program) -> None:
    answers = Answers({"gezin": "ja", "vormen": frozenset(), "besluit": "nee"})
    interview = Interview.start(small, answers).go_to("vormen").answer(frozenset({"team"}))
    assert interview.position == "opbrengst"


def test_skipping_goes_on_without_an_answer_and_does_not_ask_again_in_this_sitting(
    small: Program,
) -> None:
    skipped = Interview.start(small).skip()
    assert (skipped.position, len(skipped.answers)) == ("vormen", 0)
    at_end = skipped.answer(frozenset()).answer("ja")
    assert at_end.position is None
    assert Interview.start(small, at_end.answers).position == "gezin"


def test_skipping_keeps_an_answer_that_was_given_before(small: Program) -> None:
    interview = Interview.start(small).answer("ja").go_to("gezin").skip()
    assert (interview.position, dict(interview.answers)) == ("vormen", {"gezin": "ja"})


def test_an_answer_that_is_taken_back_is_gone_and_the_next_question_comes(small: Program) -> None:
    interview = Interview.start(small).answer("ja").go_to("gezin").erase()
    assert (interview.position, dict(interview.answers)) == ("vormen", {})
    assert interview.back().erase().position == "vormen"


def test_taking_back_does_nothing_where_no_question_is_on_the_screen(small: Program) -> None:
    done = Interview(small)
    assert done.erase() == done


def test_a_short_interview_counts_on_from_what_was_answered_or_skipped(program: Program) -> None:
    begun = Interview.start(program).skip().skip()
    short = Interview.start(program, begun.answers, short=True, passed=begun.passed)
    assert (begun.progress[0], short.progress[0]) == (3, 3)


def test_back_goes_to_the_question_before_and_stays_at_the_first(small: Program) -> None:
    second = Interview.start(small).answer("ja")
    assert second.back().position == "gezin"
    assert second.back().back().position == "gezin"


def test_back_from_the_end_goes_to_the_last_question(small: Program) -> None:
    answers = Answers({"gezin": "ja", "vormen": frozenset(), "besluit": "nee"})
    assert Interview.start(small, answers).back().position == "besluit"


def test_back_passes_over_questions_that_do_not_apply(small: Program) -> None:
    at_last = Interview.start(small).answer("ja").answer(frozenset())
    assert at_last.back().position == "vormen"


def test_any_question_that_applies_can_be_looked_at_again(small: Program) -> None:
    interview = Interview.start(small).answer("ja").answer(frozenset())
    assert interview.go_to("gezin").position == "gezin"
    for does_not_apply in ("opbrengst", "verhaal", "onbekend"):
        with pytest.raises(KeyError, match=does_not_apply):
            interview.go_to(does_not_apply)


def test_open_questions_are_asked_on_request_only(small: Program) -> None:
    asked = [question.id for question in Interview.start(small).questions]
    on_demand = [question.id for question in Interview.start(small, with_text=True).questions]
    assert asked == ["gezin", "vormen", "opbrengst", "besluit"]
    assert on_demand == ["gezin", "verhaal", "vormen", "opbrengst", "besluit"]


def test_an_instrument_without_a_question_to_ask_is_over_at_once() -> None:
    interview = Interview.start(lower(an_instrument(on_request("verhaal"))))
    assert (interview.position, interview.progress) == (None, (0, 0))
    assert interview.back().position is None


def test_source_only_asks_of_our_own_only_what_is_about_danger(program: Program) -> None:
    own = {q.id for q in program.instrument.questions() if q.own_addition}
    danger = program.instrument.danger_questions
    asked = {q.id for q in Interview.start(lower(program.instrument, source_only=True)).questions}
    assert own > danger
    assert asked & own == danger


def test_the_shipped_instrument_is_walked_through_once_and_in_order(program: Program) -> None:
    interview, met = Interview.start(program), list[str]()
    while interview.question is not None:
        met.append(interview.question.id)
        interview = interview.answer(DONT_KNOW)
    assert met == [q.id for q in program.instrument.questions() if not q.on_request]


def test_a_question_that_is_put_again_is_asked_although_it_has_an_answer(small: Program) -> None:
    known = Answers({"gezin": "ja", "vormen": frozenset(), "besluit": "ja"})
    interview = Interview.start(small, known, again=frozenset({"gezin", "besluit"}))
    assert interview.position == "gezin"
    skipped = interview.skip()
    assert (skipped.position, skipped.answers["gezin"]) == ("besluit", "ja")
    answered = skipped.answer("nee")
    assert (answered.position, answered.answers["besluit"]) == (None, "nee")
