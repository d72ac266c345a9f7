"""An agreement is one agreement, at however many moments it stands."""

from datetime import date

from integraal.model.answers import Answers
from integraal.model.case import Agreement, Case, Moment
from integraal.model.case.agreements import agreements_now, days_ever, is_same, open_agreements

MAY, SEPTEMBER, NOVEMBER = (date(2026, month, 1) for month in (5, 9, 11))


def plan(by: date | None = None, *, done: bool = False, what: str = "Plan maken") -> Agreement:
    return Agreement(what, "wijkteam", by, done)


def a_case(*agreed: tuple[Agreement, ...], ahead: tuple[Agreement, ...] = ()) -> Case:
    days = (MAY, SEPTEMBER, NOVEMBER)
    moments = tuple(
        Moment(day, Answers(), agreements=each) for day, each in zip(days, agreed, strict=False)
    )
    later = (Moment(date(2062, 1, 1), Answers(), agreements=ahead),) if ahead else ()
    return Case("C-1", moments=moments, ahead=later)


def test_what_was_done_later_is_done() -> None:
    [one] = agreements_now(a_case((plan(),), (plan(done=True, what=" plan  maken"),)))
    assert (one.agreement.done, one.day) == (True, MAY)


def test_what_was_moved_is_one_agreement_with_its_new_day() -> None:
    [one] = agreements_now(a_case((plan(SEPTEMBER),), (), (plan(NOVEMBER),)))
    assert (one.agreement.by, one.day) == (NOVEMBER, MAY)


def test_a_day_after_today_settles_nothing_and_what_is_only_there_is_not_lost() -> None:
    case = a_case((plan(),), ahead=(plan(done=True), plan(what="iets")))
    assert [(one.agreement.what, one.agreement.done) for one in agreements_now(case)] == [
        ("Plan maken", False),
        ("iets", False),
    ]


def test_a_day_changes_each_time_that_something_comes_or_goes() -> None:
    assert list(days_ever(a_case((plan(NOVEMBER),), (plan(NOVEMBER),)))) == [(NOVEMBER, 0)]
    done, again = plan(NOVEMBER, done=True), plan(NOVEMBER)
    assert list(days_ever(a_case((plan(NOVEMBER),), (done,)))) == [(NOVEMBER, 1)]
    assert list(days_ever(a_case((plan(NOVEMBER),), (done,), (again,)))) == [(NOVEMBER, 2)]
    moved = a_case((plan(SEPTEMBER),), (plan(NOVEMBER),))
    assert list(days_ever(moved)) == [(SEPTEMBER, 1), (NOVEMBER, 0)]
    assert list(days_ever(a_case((plan(),)))) == []


def test_what_was_closed_since_is_done_where_it_stood() -> None:
    made = Moment(MAY, Answers({"a": "ja"}), agreements=(plan(NOVEMBER), plan(what="iets")))
    closed = Moment(SEPTEMBER, Answers(), closed=(plan(NOVEMBER, done=True),))
    case = Case("C-1", moments=(made,), noted=(closed,))
    first, second = agreements_now(case)
    assert (first.agreement.done, first.day, first.last) == (True, MAY, (MAY, 1))
    assert (second.agreement.done, second.last) == (False, (MAY, 2))
    assert open_agreements(case) == (plan(what="iets"),)
    assert list(days_ever(case)) == [(NOVEMBER, 1)]


def test_what_was_closed_and_never_made_before_is_done_too() -> None:
    closed = Moment(SEPTEMBER, Answers(), closed=(plan(done=True),))
    ahead = Moment(date(2062, 1, 1), Answers(), agreements=(plan(),))
    [one] = agreements_now(Case("C-1", noted=(closed,), ahead=(ahead,)))
    assert one.agreement.done


def test_what_was_moved_twice_on_one_day_leaves_no_day_behind() -> None:
    case = a_case((plan(SEPTEMBER), plan(NOVEMBER)))
    assert list(days_ever(case)) == [(SEPTEMBER, 1), (NOVEMBER, 0)]
    [one] = agreements_now(case)
    assert one.last == (MAY, 2)


def test_what_is_open_comes_first_day_first_and_what_has_no_day_last() -> None:
    case = a_case((plan(), plan(NOVEMBER, what="b"), plan(SEPTEMBER, what="c")))
    assert [one.what for one in open_agreements(case)] == ["c", "b", "Plan maken"]


def test_an_agreement_is_one_whatever_its_day_and_its_spelling() -> None:
    assert is_same(plan(MAY), plan(done=True, what="plan  MAKEN"))
    assert not is_same(plan(), plan(what="iets"))
