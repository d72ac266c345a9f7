"""An invitation says the same in each language, on the page and in the calendar."""

from datetime import date, time

import pytest

from integraal.cli.meetings.coming import coming_meeting
from integraal.report.meetings.invitation import invitation_page, invitation_text
from integraal.words.words import LANGUAGES, Words
from tests.network.sixty import SIXTY
from tests.report.shipped_pages import all_text

COMING = coming_meeting(SIXTY, (), date(2027, 1, 12), time(14), "buurthuis")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_says_what_the_page_says(language: str) -> None:
    words = Words(language)
    text, page = invitation_text(COMING, words), all_text(invitation_page(COMING, [words]))
    for told in ("invite_open", "invite_rule", "item.question", "item.chair"):
        assert words(f"meetings.{told}") in text
        assert words(f"meetings.{told}") in page
    assert "14:00" in text
    assert "14:00" in page
    assert words("meetings.item.welcome") not in text


def test_in_french_a_colon_has_a_space_before_it_and_nothing_after_it_on_its_line() -> None:
    text = invitation_text(COMING, Words("fr"))
    assert "Au programme :\n- " in text.replace("\u202f", " ").replace("\xa0", " ")
    assert not any(line != line.rstrip() for line in text.split("\n"))


def test_each_language_follows_the_other_on_one_page() -> None:
    page = all_text(invitation_page(COMING, [Words(each) for each in LANGUAGES]))
    for language in LANGUAGES:
        assert Words(language)("meetings.invite_hello") in page
