"""An agreement is one agreement, at however many moments it stands."""

from datetime import date

from integraal.model.answers import Answers
from integraal.model.case import Agreement, Case, Moment
from integraal.model.case.agreements import agreements_now, days_ever

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
