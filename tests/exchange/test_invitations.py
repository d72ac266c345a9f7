"""An invitation to a meeting is a calendar entry that a calendar can take in twice."""

from datetime import date, time

from icalendar import Calendar

from integraal.exchange.invitations import Occasion, invitations

DAY, OTHER = date(2027, 1, 12), date(2027, 3, 9)
MADE = date(2026, 11, 30)


def events(made: bytes) -> list[object]:
    """The entries of a calendar."""
    return list(Calendar.from_ical(made).walk("VEVENT"))


def test_each_day_has_an_entry_that_keeps_its_identity() -> None:
    occasion = Occasion("wijk", "Buurtoverleg")
    first = events(invitations(occasion, [(DAY, "Kom!"), (OTHER, "Kom!")], MADE))
    again = events(invitations(occasion, [(DAY, "Kom ook!")], date(2026, 12, 1)))
    assert first[0]["uid"] == again[0]["uid"]  # type: ignore[index]
    assert first[0]["uid"] != first[1]["uid"]  # type: ignore[index]
    elsewhere = events(invitations(Occasion("dorp", "Buurtoverleg"), [(DAY, "Kom!")], MADE))
    assert elsewhere[0]["uid"] != first[0]["uid"]  # type: ignore[index]


def test_without_a_time_it_is_a_whole_day_and_with_one_it_has_an_end() -> None:
    (whole,) = events(invitations(Occasion("wijk", "Overleg"), [(DAY, "Kom!")], MADE))
    assert whole.decoded("dtstart") == DAY  # type: ignore[attr-defined]
    timed = Occasion("wijk", "Overleg", time(14), 90, "buurthuis")
    (event,) = events(invitations(timed, [(DAY, "Kom!")], MADE))
    assert event.decoded("dtend").time() == time(15, 30)  # type: ignore[attr-defined]
    assert str(event["location"]) == "buurthuis"  # type: ignore[index]


def test_a_calendar_holds_no_control_characters() -> None:
    occasion = Occasion("wijk", "Overleg \x1b[31m", where="\x07zaal")
    made = invitations(occasion, [(DAY, "Kom!\n\x1b[8mGeheim")], MADE)
    assert b"\x1b" not in made
    assert b"\x07" not in made
    (event,) = events(made)
    assert str(event["description"]) == "Kom!\n␛[8mGeheim"  # type: ignore[index]
