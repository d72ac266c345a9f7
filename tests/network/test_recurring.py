"""A theme recurs in two meetings from two organisations; nothing is taken together that differs."""

from datetime import date

from integraal.model.services.gathering import Memory
from integraal.model.services.meeting import Arrangement, Gathered, Meeting, Topic
from integraal.model.services.network import Network, Organisation
from integraal.model.services.region import Service
from integraal.model.services.targets import targets_of
from integraal.network.recurring import remember
from integraal.reading.library import Library

TODAY = date(2026, 11, 30)
TARGETS = list(targets_of(Library().instrument("voor-wie-doen-we-wat")))
FIRST, SECOND, THIRD = date(2026, 3, 10), date(2026, 6, 9), date(2026, 9, 15)


def memory(*meetings: Meeting) -> Memory:
    """What a network with these meetings remembers."""
    organisations = (Organisation("caw", "CAW", "welzijn"), Organisation("ocmw", "OCMW"))
    services = (Service("hulp", "Schuldhulp", ("financien",)),)
    gathered = Gathered(meetings)
    return remember(
        Network("wijk", "Wijk", services, organisations, gathered=gathered), TARGETS, TODAY
    )


def topic(text: str, *brought_by: str, about: tuple[str, ...] = ()) -> Topic:
    """A theme that these organisations brought."""
    return Topic(text, brought_by, about)


def test_two_meetings_and_two_organisations_are_needed_both() -> None:
    twice_by_one = memory(
        Meeting(FIRST, themes=(topic("wachten", "caw"),)),
        Meeting(SECOND, themes=(topic("wachten", "caw"),)),
    )
    once_by_two = memory(Meeting(FIRST, themes=(topic("wachten", "caw", "ocmw"),)))
    both = memory(
        Meeting(FIRST, themes=(topic("wachten", "caw"),)),
        Meeting(SECOND, themes=(topic("wachten", "ocmw"),)),
    )
    assert (twice_by_one.recurring, once_by_two.recurring) == ((), ())
    assert len(twice_by_one.watched) == len(once_by_two.watched) == 1
    assert both.watched == ()
    (one,) = both.recurring
    assert one.meetings == (FIRST, SECOND)
    assert [each.id for each in one.brought_by] == ["caw", "ocmw"]


def test_capitals_accents_and_signs_make_no_other_theme() -> None:
    found = memory(
        Meeting(FIRST, themes=(topic("Te dure crèche!", "caw"),)),
        Meeting(SECOND, themes=(topic("te dure creche", "ocmw"),)),
    )
    assert [each.text for each in found.recurring] == ["te dure creche"]


def test_what_is_nearly_the_same_counts_apart_and_is_asked_about() -> None:
    found = memory(
        Meeting(FIRST, themes=(topic("wachttijden", "caw"), topic("onveilig plein", "caw"))),
        Meeting(SECOND, themes=(topic("lange wachttijden", "ocmw"),)),
    )
    assert found.recurring == ()
    assert found.alike == (("wachttijden", "lange wachttijden"),)


def test_what_it_is_about_says_who_there_is_and_what_nobody_is_there_for() -> None:
    found = memory(
        Meeting(FIRST, themes=(topic("geldzorgen", "caw", about=("financien",)),)),
        Meeting(SECOND, themes=(topic("geldzorgen", "ocmw", about=("werk",)),)),
    )
    (one,) = found.recurring
    assert [each.id for each in one.about] == ["financien", "werk"]
    assert [each.id for each in one.services] == ["hulp"]
    assert [each.id for each in one.unserved] == ["werk"]


def test_what_was_agreed_of_a_theme_stands_with_it_and_what_is_not_done_is_open() -> None:
    done = Arrangement("bellen", "caw", theme="wachten", done=True)
    still = Arrangement("brief", "ocmw", theme="Wachten")
    other = Arrangement("koffie", "caw")
    found = memory(
        Meeting(FIRST, themes=(topic("wachten", "caw"),), agreements=(done, other)),
        Meeting(SECOND, themes=(topic("wachten", "ocmw"),), agreements=(still,)),
    )
    assert found.recurring[0].agreed == ((FIRST, done), (SECOND, still))
    assert found.open == ((FIRST, other), (SECOND, still))


def test_meetings_that_nobody_noted_themes_of_are_counted_and_later_ones_are_not() -> None:
    found = memory(Meeting(FIRST), Meeting(SECOND, themes=()), Meeting(date(2027, 1, 12)))
    assert (found.meetings, found.unnoted, found.since) == (2, 1, FIRST)


def test_without_meetings_nothing_is_remembered() -> None:
    assert memory().since is None


def test_the_order_in_the_file_is_not_that_of_time() -> None:
    found = memory(
        Meeting(THIRD, themes=(topic("wachten", "ocmw"),)),
        Meeting(FIRST, themes=(topic("wachten", "caw"),)),
    )
    assert found.recurring[0].meetings == (FIRST, THIRD)
