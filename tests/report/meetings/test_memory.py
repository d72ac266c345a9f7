"""What recurs is told as it was noted: since when, by whom, what was agreed, what nobody serves."""

from dataclasses import replace
from datetime import date

import pytest

from integraal.model.results.signals import (
    NO,
    YES,
    About,
    Line,
    Reported,
    Signals,
    Theme,
    Thresholds,
)
from integraal.model.services.gathering import Memory
from integraal.model.services.meeting import Arrangement, Gathered, Meeting, Topic
from integraal.model.services.network import SECTORS, Network, Organisation
from integraal.model.services.region import Service
from integraal.model.services.targets import targets_of
from integraal.network.recurring import remember
from integraal.reading.library import Library
from integraal.report.meetings.memory import MOST, is_served, memory_page, of_cases, shown
from integraal.words.words import LANGUAGES, Words
from tests.report.shipped_pages import all_text

NL = Words("nl")
TODAY = date(2026, 12, 1)
FIRST, SECOND, THIRD = date(2026, 3, 10), date(2026, 6, 9), date(2026, 9, 15)
INSTRUMENT = Library().instrument("voor-wie-doen-we-wat", "nl")
TARGETS = [*targets_of(INSTRUMENT), *targets_of(Library().instrument("buurtoverleg", "nl"))]
SECTORS_NAMED = [each for each in TARGETS if each.question == SECTORS]
NETWORK = Network(
    "wijk",
    "Wijk West",
    (Service("hulp", "Schuldhulp", ("financien",)),),
    (Organisation("caw", "CAW De Brug", "welzijn"), Organisation("ocmw", "OCMW")),
)
WAITING = Topic("lange wachttijden", ("caw",), ("financien", "wonen"))
LETTER = Arrangement("een brief schrijven", "ocmw", date(2027, 1, 5), "lange wachttijden")
MEETINGS = (
    Meeting(FIRST, themes=(WAITING,)),
    Meeting(SECOND, themes=(replace(WAITING, brought_by=("ocmw",)),), agreements=(LETTER,)),
    Meeting(THIRD, themes=(Topic("te weinig bussen", ("ocmw",)),)),
)


def memory(*meetings: Meeting) -> Memory:
    return remember(replace(NETWORK, gathered=Gathered(meetings)), TARGETS, TODAY)


def told(*meetings: Meeting, words: Words = NL) -> str:
    return all_text(memory_page(memory(*meetings), SECTORS_NAMED, (), words))


def test_a_theme_that_recurs_is_told_with_all_that_was_noted_of_it() -> None:
    page = told(*MEETINGS)
    assert "3 keer genoteerd, sinds 10 maart 2026" in page
    assert "Sinds 10 maart 2026; in 2 overleggen: 10 maart 2026, 9 juni 2026" in page
    assert "Ingebracht door: CAW De Brug en OCMW" in page
    assert "Uit: Welzijn" in page
    assert "Wie er is: Schuldhulp" in page
    assert "Niemand op de kaart is er voor: Wonen" in page
    assert "Afgesproken op 9 juni 2026: een brief schrijven" in page


def test_a_theme_of_one_meeting_is_watched_and_not_told_to_recur() -> None:
    page = told(*MEETINGS)
    assert "te weinig bussen: 1 keer (15 september 2026), van OCMW" in page
    alone = told(MEETINGS[2])
    assert NL("meetings.recurs_none") in alone
    assert NL("meetings.recurs_none") not in page


def test_what_was_done_is_told_as_done_and_is_not_open_any_more() -> None:
    done = replace(MEETINGS[1], agreements=(replace(LETTER, done=True),))
    page = told(MEETINGS[0], done)
    assert "Afgesproken op 9 juni 2026, en gedaan: een brief schrijven" in page
    assert NL("meetings.open") not in page
    assert NL("meetings.open") in told(*MEETINGS)


def test_what_nobody_noted_is_told_as_not_noted() -> None:
    without = replace(WAITING, about=())
    page = told(
        Meeting(FIRST, themes=(without,)),
        Meeting(SECOND, themes=(replace(without, brought_by=("ocmw",)),)),
        Meeting(THIRD, themes=None),
    )
    assert NL("meetings.concerns_unknown") in page
    assert NL("meetings.agreed_none") in page
    assert NL("meetings.unnoted", count=1) in page
    assert "Niemand op de kaart" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_meetings_it_says_so_and_how_to_read_it(language: str) -> None:
    words = Words(language)
    page = told(words=words)
    assert words("meetings.memory_none") in page
    assert words("meetings.honest") in page
    assert words("meetings.recurs_none") not in page


# --- Beside it, cases -----------------------------------------------------------------------------

ACTIONS = ("breng-het-aantal-terug", "bespreek-prioriteiten", "spreek-warme-overdracht-af")


def action(name: str, cases: int | None) -> Theme:
    return Theme(About.ACTION, (Line(YES, cases), Line(NO, 50)), id=name)


def reported(*themes: Theme) -> Reported:
    limits = Thresholds(date(2026, 1, 1), 5, 5, 20, 2)
    signals = Signals(INSTRUMENT.version, True, 100, "", (), themes, limits)
    return Reported(signals, INSTRUMENT, TODAY)


def test_a_count_that_may_not_be_shown_is_left_out_and_the_most_cases_stand_first() -> None:
    given = reported(action(ACTIONS[0], 5), action(ACTIONS[1], None), action(ACTIONS[2], 40))
    names = [each.id for each in shown(given, (About.ACTION,), lambda _: True)]
    assert names == [ACTIONS[2], ACTIONS[0]]
    assert not [*shown(given, (About.LIMIT,), lambda _: True)]
    kept = shown(given, (About.ACTION,), lambda each: each.id == ACTIONS[0])
    assert [each.id for each in kept] == [ACTIONS[0]]


def test_of_many_the_first_are_told() -> None:
    many = [action(each.id, 10 + n) for n, each in enumerate(INSTRUMENT.actions)]
    assert len(many) > MOST
    assert len([*shown(reported(*many), (About.ACTION,), lambda _: True)]) == MOST


def test_what_a_service_is_for_is_no_gap_and_what_to_do_in_danger_never_is() -> None:
    given = reported()
    assert not is_served(action(ACTIONS[0], 40), given, NETWORK)
    desk = Service("d", "D", (f"{INSTRUMENT.id}/{ACTIONS[0]}",))
    assert is_served(action(ACTIONS[0], 40), given, replace(NETWORK, services=(desk,)))
    other = Service("d", "D", (f"meldcode/{ACTIONS[0]}",))
    assert not is_served(action(ACTIONS[0], 40), given, replace(NETWORK, services=(other,)))
    assert is_served(action("bel-eerst-112", 40), given, NETWORK)


def test_cases_stand_beside_meetings_with_their_counts_or_with_that_there_are_none() -> None:
    page = all_text(
        memory_page(memory(*MEETINGS), SECTORS_NAMED, [reported(action(ACTIONS[2], 40))], NL)
    )
    said = next(each.text for each in INSTRUMENT.actions if each.id == ACTIONS[2])
    assert NL("meetings.cases_unserved") in page
    assert f"{said.rstrip('.')}: 40" in page
    nothing = "".join(
        str(block) for block in of_cases(reported(action(ACTIONS[2], None)), NETWORK, NL)
    )
    assert NL("meetings.cases_none") in nothing
    assert NL("meetings.cases_unserved") not in nothing
