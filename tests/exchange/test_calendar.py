"""Reminders for a calendar: the day, and nothing of the case."""

from datetime import date, timedelta

from icalendar import Calendar

from integraal.exchange.calendar import follow_up_days, reminders
from integraal.model.answers import Answers
from integraal.model.case import Agreement, Case, Moment
from integraal.words.words import Words


def _agreement(what: str, by: date | None, *, done: bool = False) -> Agreement:
    return Agreement(what, "wijkteam", by, done=done)


CASE = Case(
    "C-1",
    moments=(
        Moment(date(2026, 5, 1), Answers(), agreements=(_agreement("oud", date(2026, 6, 1)),)),
        Moment(
            date(2026, 11, 21),
            Answers({"veiligheid": "zorg"}),
            agreements=(
                _agreement("schulden ordenen", date(2027, 1, 15)),
                _agreement("school bellen", date(2027, 1, 15)),
                _agreement("af", date(2027, 3, 1), done=True),
                _agreement("ooit", None),
            ),
        ),
    ),
)


def made(case: Case = CASE) -> bytes:
    return reminders(case, Words("nl"))


def test_every_day_with_an_open_agreement_is_there_once() -> None:
    assert follow_up_days(CASE) == (date(2026, 6, 1), date(2027, 1, 15))
    events = Calendar.from_ical(made()).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == list(follow_up_days(CASE))


def test_an_alarm_goes_off_in_the_morning_of_the_day() -> None:
    (alarm, _) = Calendar.from_ical(made()).walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=9)


def test_nothing_of_the_case_is_in_it() -> None:
    text = made().decode()
    assert not any(
        word in text for word in ("schulden", "school", "wijkteam", "veiligheid", "zorg")
    )
    assert all(e["class"] == "PRIVATE" for e in Calendar.from_ical(text).walk("VEVENT"))


def test_the_same_case_gives_the_same_bytes_and_a_day_keeps_its_identity() -> None:
    assert made() == made()
    later = Case("C-1", moments=CASE.moments[1:])
    identities = {str(e["uid"]) for e in Calendar.from_ical(made()).walk("VEVENT")}
    assert {str(e["uid"]) for e in Calendar.from_ical(made(later)).walk("VEVENT")} < identities


def _moment(month: int, *agreed: Agreement, closed: tuple[Agreement, ...] = ()) -> Moment:
    return Moment(date(2026, month, 1), Answers(), agreements=agreed, closed=closed)


FIRST, SECOND = date(2062, 1, 15), date(2062, 2, 20)
STEPS = (
    _moment(1, _agreement("plan", FIRST), _agreement("bellen", FIRST)),
    _moment(2, closed=(_agreement("bellen", FIRST, done=True),)),
    _moment(3, _agreement("plan", SECOND)),
    _moment(4, _agreement("plan", FIRST)),
    _moment(5, closed=(_agreement("plan", FIRST, done=True),)),
    _moment(6, _agreement("plan", SECOND), _agreement("plan", FIRST)),
)
"""What happened to two agreements, one thing after another."""


def test_a_calendar_that_takes_in_every_export_shows_what_is_open_and_nothing_else() -> None:
    """Of one UID a program takes what has the highest SEQUENCE (RFC 5545, 3.8.7.4)."""
    shown: dict[str, tuple[int, str, date]] = {}
    for count in range(1, len(STEPS) + 1):
        case = Case("C-1", moments=STEPS[:1], noted=STEPS[1:count])
        for event in Calendar.from_ical(made(case)).walk("VEVENT"):
            taken = (int(str(event["sequence"])), str(event["status"]), event.decoded("dtstart"))
            before = shown.get(str(event["uid"]), taken)
            assert taken[0] > before[0] or taken == before
            shown[str(event["uid"])] = taken
        standing = {day for _, status, day in shown.values() if status == "CONFIRMED"}
        assert standing == set(follow_up_days(case))
    assert {day for _, _, day in shown.values()} == {FIRST, SECOND}


def test_what_was_noted_last_stamps_the_entries() -> None:
    case = Case("C-1", moments=STEPS[:1], noted=STEPS[1:3])
    for event in Calendar.from_ical(made(case)).walk("VEVENT"):
        assert event.decoded("dtstamp").date() == date(2026, 3, 1)
