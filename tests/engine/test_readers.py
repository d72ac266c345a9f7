"""What a reader may see of a case, told in small; that it never tells more is a property."""

from dataclasses import replace

import pytest

from integraal.engine.assess import assess_for
from integraal.engine.lower import lower
from integraal.engine.readers import is_released, shown_to
from integraal.model.answers import DONT_KNOW, Answers
from integraal.model.case import Agreement, Case, Decision, Moment
from integraal.model.condition import OneIn
from integraal.model.instrument import Kind, Raise, Section
from integraal.model.instrument.instrument import Release
from integraal.model.reader import Reader
from tests.engine.builders import an_instrument, cases, one, rule

TALK = Release("gesprek", "ja", "kan_niet")
SECRET = replace(one("geheim"), sensitive=True)
OPEN = an_instrument(
    one("last"),
    SECRET,
    one("gesprek", "ja", "nee", "kan_niet"),
    rules=[
        rule("midden", OneIn("last", ("ja",)), Raise("midden")),
        rule("hoog", OneIn("geheim", ("ja",)), Raise("hoog")),
    ],
)
HELD = replace(OPEN, withhold_until=TALK)
STORY = replace(one("verhaal"), kind=Kind.TEXT, options=())


def test_a_professional_sees_the_case_itself() -> None:
    shown = shown_to(
        lower(HELD), given := cases({"last": "ja", "geheim": "ja"}), Reader.PROFESSIONAL
    )
    assert shown is not None
    assert (shown.cases, shown.sight.is_masked) == (given, False)
    assert assess_for(Reader.PROFESSIONAL, lower(HELD), given[0], ()) is not None


def test_others_see_what_is_sensitive_at_its_lowest_need_where_the_advice_stays_the_same() -> None:
    for given in cases({"last": "ja", "geheim": "nee"}, {"last": "ja"}):
        shown = shown_to(lower(HELD), [given], Reader.FAMILY)
        assert shown is not None
        assert shown.sight.is_masked
        assert dict(shown.cases[0].latest.answers) == {"last": "ja", "geheim": "nee"}


def test_where_the_advice_rests_on_what_is_sensitive_there_is_nothing_to_see() -> None:
    (case,) = cases({"last": "ja", "geheim": "ja"})
    assert shown_to(lower(HELD), [case], Reader.FAMILY) is None
    assert assess_for(Reader.FAMILY, lower(HELD), case, ()) is None


def test_after_the_talk_a_family_sees_all_of_it_and_a_child_does_not() -> None:
    (case,) = cases({"last": "ja", "geheim": "nee", "gesprek": "ja"})
    family, child = (shown_to(lower(HELD), [case], who) for who in (Reader.FAMILY, Reader.CHILD))
    assert family is not None
    assert child is not None
    assert (family.sight.is_masked, child.sight.is_masked) == (False, True)


def test_where_talking_is_not_safe_there_is_no_page_at_all() -> None:
    (case,) = cases({"last": "ja", "gesprek": "kan_niet"})
    assert shown_to(lower(HELD), [case], Reader.FAMILY) is None


def test_that_talking_was_not_safe_holds_until_somebody_says_otherwise() -> None:
    said = ({"last": "ja", "gesprek": "kan_niet"}, {"last": "ja"}, {"last": "ja", "gesprek": "nee"})
    moments = [Moment(None, Answers(answers)) for answers in said]
    unknown = Moment(None, Answers({"last": "ja", "gesprek": DONT_KNOW}))
    for last, has_page in ((moments[1], False), (unknown, False), (moments[2], True)):
        case = Case("C-1", moments=(moments[0], last))
        assert (shown_to(lower(HELD), [case], Reader.FAMILY) is not None) is has_page


@pytest.mark.parametrize("talked", ["ja", "nee"])
@pytest.mark.parametrize("reader", [Reader.TABLE, Reader.FAMILY, Reader.CHILD])
def test_nothing_in_own_words_is_for_others_but_an_agreement_that_is_marked(
    reader: Reader, talked: str
) -> None:
    program = lower(replace(HELD, sections=(*HELD.sections, Section("woorden", "", "", (STORY,)))))
    answers = Answers({"last": "ja", "geheim": "nee", "gesprek": talked, "verhaal": "Vader slaat."})
    agreed = (
        Agreement("Melden", "school", None, done=False),
        Agreement("Samen eten", "school", None, done=False, for_others=True),
    )
    case = Case("C-1", moments=(Moment(None, answers, agreements=agreed),) * 2)
    shown = shown_to(program, [case], reader, in_course=True)
    assert shown is not None
    for moment in shown.cases[0].moments:
        assert "verhaal" not in moment.answers
        assert [one.what for one in moment.agreements] == ["Samen eten"]


def test_without_a_talk_to_wait_for_nothing_is_ever_released() -> None:
    (case,) = cases({"last": "ja", "geheim": "nee", "gesprek": "ja"})
    assert not is_released(OPEN, case)
    shown = shown_to(lower(OPEN), [case], Reader.FAMILY)
    assert shown is not None
    assert shown.sight.is_masked


def noted(case: Case, *, for_others: bool) -> Case:
    """The case, with a day on which people only agreed and decided something."""
    agreed = Agreement("Samen eten", "ouders", None, done=False, for_others=for_others)
    decided = Decision(OPEN.id, "dat past beter", "midden", for_others=for_others)
    since = Moment(None, Answers(), agreements=(agreed,), decisions=(decided,), closed=(agreed,))
    return replace(case, noted=(since,))


@pytest.mark.parametrize("for_others", [True, False])
def test_what_was_agreed_and_decided_since_is_for_others_where_it_is_marked(
    for_others: bool,
) -> None:
    (case,) = cases({"last": "ja"})
    shown = shown_to(lower(HELD), [noted(case, for_others=for_others)], Reader.FAMILY)
    assert shown is not None
    [since] = shown.cases[0].noted
    told = (since.agreements, since.decisions, since.closed)
    assert [bool(each) for each in told] == [for_others] * 3


def test_a_day_that_is_looked_at_for_a_secret_alone_gives_others_no_page() -> None:
    agreed = Agreement("Samen eten", "ouders", None, done=False)
    before = Moment(None, Answers({"last": "ja"}))
    for answers, has_page in (({"geheim": "nee"}, False), ({"last": "ja"}, True)):
        now = Moment(None, Answers(answers), agreements=(agreed,))
        case = Case("C-1", moments=(before, now))
        assert (shown_to(lower(OPEN), [case], Reader.FAMILY) is not None) is has_page


def test_what_people_agree_after_the_talk_withholds_nothing() -> None:
    (case,) = cases({"last": "ja", "geheim": "ja", "gesprek": "ja"})
    assert is_released(HELD, noted(case, for_others=True))
