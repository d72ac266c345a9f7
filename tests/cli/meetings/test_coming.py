"""A meeting that is to come: of the file where it has one, else of the proposal, and said so."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from icalendar import Calendar

from integraal.cli.meetings.coming import calendar_of, coming_meeting, planned, spoken_there
from integraal.model.services.meeting import Gathered, Meeting
from integraal.model.services.network import Network
from tests.network.sixty import SIXTY

TODAY = date.today()
SOON = TODAY + timedelta(40)


def with_meeting(*days: date) -> Network:
    return replace(SIXTY, gathered=Gathered(meetings=tuple(Meeting(each) for each in days)))


def test_without_a_day_the_next_of_the_file_is_meant_and_not_one_that_was() -> None:
    network = with_meeting(TODAY - timedelta(7), SOON + timedelta(60), SOON)
    coming = coming_meeting(network, (), None, None, "")
    assert (coming.day, coming.is_proposal) == (SOON, False)


def test_without_any_in_the_file_it_is_the_first_proposed_and_says_so() -> None:
    coming = coming_meeting(SIXTY, (), None, None, "")
    assert coming.is_proposal
    assert coming.day == planned(SIXTY, (), TODAY, 4).days[0].day


def test_the_day_that_somebody_gives_goes_before_the_file() -> None:
    other = SOON + timedelta(1)
    coming = coming_meeting(with_meeting(SOON), (), other, time(14), "buurthuis")
    assert (coming.day, coming.is_proposal, coming.where) == (other, False, "buurthuis")


def test_a_plan_stays_away_from_the_holidays_that_the_network_names() -> None:
    named = replace(SIXTY, gathered=Gathered(holidays=("be-frans",)))
    assert [each.id for each in planned(named, (), TODAY, 4).calendars] == ["be-frans"]
    assert len(planned(SIXTY, (), TODAY, 4).calendars) > 1


@pytest.mark.parametrize(("named", "spoken"), [(("fr",), ["fr"]), (("fr", "nl"), ["nl", "fr"])])
def test_people_are_invited_in_the_languages_of_the_network(
    named: tuple[str, ...], spoken: list[str]
) -> None:
    network = replace(SIXTY, gathered=Gathered(languages=named))
    assert [each.language for each in spoken_there(network)] == spoken


def test_a_calendar_has_an_event_a_day_as_strict_readers_want_it() -> None:
    coming = coming_meeting(SIXTY, (), SOON, time(14), "Zaal 1; Kerkstraat 1, Molenwijk")
    made = calendar_of(coming, [SOON, SOON + timedelta(90)])
    assert made.count(b"\n") == made.count(b"\r\n")
    assert max(map(len, made.split(b"\r\n"))) <= 75
    events = Calendar.from_ical(made).walk("VEVENT")
    assert len({str(each["uid"]) for each in events}) == len(events) == 2
    assert all("dtstamp" in each for each in events)
    assert str(events[0]["location"]) == "Zaal 1; Kerkstraat 1, Molenwijk"
    assert events[0].decoded("dtend") - events[0].decoded("dtstart") == timedelta(hours=2)
