"""An agenda claims nothing that nobody noted."""

from dataclasses import replace
from datetime import date, time

import pytest

from integraal.cli.meetings.coming import coming_meeting
from integraal.model.services.meeting import Gathered
from integraal.report.meetings.agenda import ITEMS, agenda_page
from integraal.words.words import LANGUAGES, Words
from tests.network.sixty import SIXTY
from tests.report.shipped_pages import all_text

DAY = date(2027, 1, 12)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_takes_over_the_chair_is_named_or_told_as_not_noted(language: str) -> None:
    words, first = Words(language), SIXTY.organisations[0]
    page = all_text(agenda_page(coming_meeting(SIXTY, (), DAY, None, ""), words))
    assert words("meetings.hand_over_nobody") in page
    named = replace(SIXTY, gathered=Gathered(next_chair=first.id))
    page = all_text(agenda_page(coming_meeting(named, (), DAY, None, ""), words))
    assert words("meetings.hand_over_to", name=first.name) in page
    assert words("meetings.hand_over_nobody") not in page


def test_that_nobody_was_noted_is_never_told_as_nobody_found() -> None:
    assert "niet genoteerd" in Words("nl")("meetings.hand_over_nobody")
    assert "noted" in Words("en")("meetings.hand_over_nobody")
    assert "noté" in Words("fr")("meetings.hand_over_nobody")


def test_the_items_follow_each_other_for_two_hours_from_when_it_begins() -> None:
    assert sum(minutes for _, minutes in ITEMS) == 120
    page = all_text(agenda_page(coming_meeting(SIXTY, (), DAY, time(14), ""), Words("nl")))
    assert "14:00–14:10" in page
    assert "–16:00" in page
    late = all_text(agenda_page(coming_meeting(SIXTY, (), DAY, time(23), ""), Words("nl")))
    assert "–01:00" in late
