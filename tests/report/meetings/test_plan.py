"""The page of a year says when, who was there and whom to invite, and nothing that nobody noted."""

from collections.abc import Sequence
from datetime import date

import pytest

from integraal.model.services.gathering import Plan, Presence, Proposed, SchoolCalendar
from integraal.model.services.meeting import Gathered, Meeting
from integraal.model.services.network import Network, Organisation
from integraal.report.meetings.plan import plan_page
from integraal.words.words import LANGUAGES, Words
from tests.report.shipped_pages import all_text

NL = Words("nl")
TODAY, DAY = date(2026, 12, 1), date(2027, 1, 12)
CAW = Organisation("caw", "CAW De Brug", "welzijn")
NETWORK = Network("wijk", "Wijk West", (), (CAW,), gathered=Gathered())
SCHOOLS = SchoolCalendar(
    "be", "Scholen (verzonnen)", date(2026, 9, 1), date(2027, 8, 31), (), "https://x", TODAY
)


def plan(
    days: Sequence[Proposed] = (Proposed(DAY),),
    held: tuple[Meeting, ...] = (),
    there: tuple[Presence, ...] = (),
    missing: tuple[tuple[Presence, tuple[Organisation, ...]], ...] = (),
    long_away: tuple[Presence, ...] = (),
    *,
    is_recorded: bool = True,
) -> Plan:
    return Plan(
        NETWORK, TODAY, tuple(days), (SCHOOLS,), held, there, missing, long_away, is_recorded
    )


def told(made: Plan, words: Words = NL) -> str:
    return all_text(plan_page(made, words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_day_is_told_with_its_day_of_the_week(language: str) -> None:
    words = Words(language)
    page = told(plan([Proposed(DAY), Proposed(date(2027, 4, 13))]), words)
    tuesday = words("meetings.weekdays").split()[1]
    assert page.count(tuesday) == 3  # two days, and that it is always this one
    assert words.date(DAY) in page
    assert words.date(date(2027, 4, 13)) in page


def test_of_a_day_it_is_said_that_holidays_are_not_known_or_could_not_be_avoided() -> None:
    assert "Niet nagekeken" not in told(plan())
    page = told(plan([Proposed(DAY, unknown_to=(SCHOOLS,))]))
    assert "Niet nagekeken voor Scholen (verzonnen)" in page
    assert "van 1 september 2026 tot 31 augustus 2027" in page
    assert "dan is het schoolvakantie (Scholen" in told(plan([Proposed(DAY, closed_to=(SCHOOLS,))]))


def test_no_meeting_on_file_is_never_told_as_no_meeting_held() -> None:
    assert NL("meetings.held_none") in told(plan())
    held = (Meeting(date(2026, 3, 10)), Meeting(date(2026, 6, 9)))
    page = told(plan(held=held))
    assert "In het bestand: 2 keer (10 maart 2026, 9 juni 2026)" in page
    assert NL("meetings.held_none") not in page


def test_where_nothing_is_noted_nobody_is_told_to_be_missing() -> None:
    missing = ((Presence("onderwijs", "Onderwijs"), ()),)
    page = told(plan(missing=missing, is_recorded=False))
    assert NL("meetings.nothing_noted") in page
    assert "Onderwijs" not in page


def test_who_is_missing_is_told_with_who_could_come_or_that_nobody_is_known() -> None:
    page = told(
        plan(
            missing=(
                (Presence("welzijn", "Welzijn"), (CAW, Organisation("x", "Het Huis"))),
                (Presence("onderwijs", "Onderwijs"), ()),
            )
        )
    )
    assert "Welzijn: CAW De Brug of Het Huis" in page
    assert "Onderwijs: nog geen organisatie in jullie bestand" in page


def test_who_stayed_away_is_told_with_when_they_came_last_or_that_it_is_not_on_file() -> None:
    page = told(
        plan(
            there=(Presence("welzijn", "Welzijn", date(2026, 9, 15)),),
            long_away=(
                Presence("caw", "CAW De Brug", date(2026, 1, 20), 3),
                Presence("ocmw", "OCMW", None, 4),
            ),
        )
    )
    assert "Welzijn: laatst op 15 september 2026" in page
    assert "CAW De Brug: de laatste 3 keer niet; voor het laatst op 20 januari 2026" in page
    assert "OCMW: de laatste 4 keer niet, en ook eerder niet genoteerd" in page


def test_an_empty_part_has_no_heading() -> None:
    page = told(plan())
    for name in ("there", "missing", "long_away"):
        assert NL(f"meetings.{name}") not in page
