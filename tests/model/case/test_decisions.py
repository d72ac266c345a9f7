"""The last thing people decided about an advice is what stands beside it."""

from datetime import date

from integraal.model.answers import Answers
from integraal.model.case import Case, Decision, Moment
from integraal.model.case.decisions import Decided, decided_now

MAY, SEPTEMBER, LATER = date(2026, 5, 1), date(2026, 9, 1), date(2062, 1, 1)


def chose(level: str, instrument: str = "vragen") -> Decision:
    return Decision(instrument, "dat past beter", level)


def test_where_nobody_decided_there_is_nothing_beside_the_advice() -> None:
    assert decided_now(Case("C-1"), "vragen") is None


def test_the_last_one_about_an_instrument_stands_whatever_was_decided_about_others() -> None:
    first = Moment(MAY, Answers({"a": "ja"}), decisions=(chose("laag"), chose("midden")))
    other = Moment(SEPTEMBER, Answers(), decisions=(chose("hoog", "andere"),))
    case = Case("C-1", moments=(first,), noted=(other,))
    assert decided_now(case, "vragen") == Decided(chose("midden"), MAY)
    assert decided_now(case, "andere") == Decided(chose("hoog", "andere"), SEPTEMBER)


def test_what_is_of_a_day_after_today_is_not_decided_yet() -> None:
    ahead = Moment(LATER, Answers(), decisions=(chose("hoog"),))
    assert decided_now(Case("C-1", ahead=(ahead,)), "vragen") is None
