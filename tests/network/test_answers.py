"""A network answers what it can know; what is not on file stays unknown and is never a no."""

from dataclasses import replace
from datetime import date
from typing import get_args

from integraal.model.answers import DONT_KNOW, Answer, Partly
from integraal.model.services.meeting import Gathered, Meeting, Topic
from integraal.model.services.network import Network, Organisation
from integraal.model.services.region import Service
from integraal.network.answers import _KNOWN, answers_of
from integraal.reading.library import Library
from integraal.reading.shapes.question import FromNetwork

TODAY = date(2026, 11, 30)
MEETING = Library().instrument("buurtoverleg")
PRINCIPLES = Library().instrument("kruispunt-kernprincipes")
WHOLE = Service(
    "hulp",
    "Hulp",
    ("wonen",),
    audience="iedereen",
    languages=("nl",),
    access="vrij",
    cost="gratis",
    contact="balie",
    checked=date(2026, 11, 2),
    needs_check=False,
    about="hulp",
)
EMPTY = Network("wijk", "Wijk", (WHOLE,))
LONG_AGO = Meeting(date(2025, 10, 1), sectors=("winkels",), themes=())


def known(network: Network, instrument: object = MEETING) -> dict[str, Answer]:
    """What a network answers, by question."""
    assert instrument in (MEETING, PRINCIPLES)
    found = MEETING if instrument is MEETING else PRINCIPLES
    return {each.question.id: each.answer for each in answers_of(network, found, TODAY)}


def met(*meetings: Meeting) -> Network:
    """A network with these meetings."""
    return replace(EMPTY, gathered=Gathered(meetings))


def day(month: int) -> date:
    """A day of this year."""
    return date(2026, month, 10)


def test_every_word_of_the_shape_has_its_answer() -> None:
    assert set(_KNOWN) == set(get_args(FromNetwork))


def test_a_network_without_meetings_answers_of_its_map_alone() -> None:
    assert known(EMPTY) == {"bo_kaart": "bijgehouden", "bo_kaart_gecontroleerd": "ja"}


def test_few_meetings_in_a_young_file_are_not_few_meetings_in_a_year() -> None:
    young = met(Meeting(day(6)), Meeting(day(9)))
    assert "bo_keren" not in known(young)
    assert known(met(LONG_AGO, Meeting(day(6)), Meeting(day(9))))["bo_keren"] == 2
    assert known(met(*(Meeting(day(month)) for month in (2, 4, 6, 9))))["bo_keren"] == 4


def test_a_meeting_a_year_ago_or_yet_to_come_does_not_count() -> None:
    ahead = Meeting(date(2027, 1, 12), sectors=("onderwijs",))
    assert known(met(LONG_AGO, ahead))["bo_keren"] == 0
    assert "bo_sectoren" not in known(met(ahead))


def test_a_sector_that_was_not_seen_is_unknown_until_a_whole_year_is_noted() -> None:
    young = known(met(Meeting(day(9), sectors=("welzijn",))))["bo_sectoren"]
    assert isinstance(young, Partly)
    assert young.chosen == {"welzijn"}
    whole = known(met(LONG_AGO, Meeting(day(9), sectors=("welzijn",))))
    assert whole["bo_sectoren"] == frozenset({"welzijn"})
    half = met(LONG_AGO, Meeting(day(6)), Meeting(day(9), sectors=("welzijn",)))
    assert isinstance(known(half)["bo_sectoren"], Partly)


def test_what_is_on_the_agenda_is_that_of_the_last_three_where_each_noted_it() -> None:
    noted = [Meeting(day(month), agenda=("kaart",)) for month in (2, 3, 6)]
    assert known(met(*noted))["bo_agenda"] == frozenset({"kaart"})
    assert known(met(LONG_AGO, noted[0]))["bo_agenda"] == frozenset({"kaart"})
    assert isinstance(known(met(*noted[:2]))["bo_agenda"], Partly)
    assert "bo_agenda" not in known(met(*noted, Meeting(day(9))))


def test_a_map_that_lacks_anything_is_kept_in_part_and_one_without_key_point_is_no_no() -> None:
    bare = replace(EMPTY, services=(replace(WHOLE, cost=""),))
    assert known(bare)["bo_kaart"] == "deels"
    old = replace(EMPTY, services=(replace(WHOLE, needs_check=True),))
    assert known(old)["bo_kaart_gecontroleerd"] == "nee"
    assert "bo_sleutelpunt" not in known(EMPTY)
    key = replace(EMPTY, services=(replace(WHOLE, key_point=True),))
    assert known(key)["bo_sleutelpunt"] == "ja"


def test_a_theme_recurs_as_the_meetings_say() -> None:
    one, two = Topic("wachten", ("caw",)), Topic("wachten", ("ocmw",))
    once = known(met(LONG_AGO, Meeting(day(6), themes=(one,))))
    assert (once["bo_signaal_terug"], once["bo_signaal_organisaties"]) == ("een_keer", "een")
    twice = known(met(Meeting(day(6), themes=(one,)), Meeting(day(9), themes=(two,))))
    assert (twice["bo_signaal_terug"], twice["bo_signaal_organisaties"]) == (
        "vaker",
        "twee_of_meer",
    )


def test_what_nobody_noted_may_have_been_a_theme_or_one_more_organisation() -> None:
    one = Topic("wachten", ("caw",))
    none, unnoted = Meeting(day(6), themes=()), Meeting(day(9))
    assert known(met(LONG_AGO, none))["bo_signaal_terug"] == "nee"
    for network in (
        met(none),  # a young file
        met(LONG_AGO, none, unnoted),
        met(Meeting(day(6), themes=(one,))),
        met(LONG_AGO, Meeting(day(6), themes=(one,)), unnoted),
        met(LONG_AGO),  # no meeting of this year is on file
    ):
        assert "bo_signaal_terug" not in known(network)
        assert "bo_signaal_organisaties" not in known(network)
    often = known(met(Meeting(day(6), themes=(one,)), Meeting(day(9), themes=(one,))))
    assert often["bo_signaal_terug"] == "vaker"
    assert "bo_signaal_organisaties" not in often


def test_who_can_take_over_is_known_where_somebody_said_so() -> None:
    assert "bo_voorzitter" not in known(EMPTY)
    named = replace(EMPTY, gathered=Gathered(next_chair="caw"))
    assert known(named)["bo_voorzitter"] == "ja"


def test_of_a_kruispunt_the_file_knows_kinds_the_point_of_contact_and_commitment() -> None:
    assert known(EMPTY, PRINCIPLES) == {}
    caw = Organisation("caw", "CAW", kind="caw", committed=True)
    ocmw = Organisation("ocmw", "OCMW", kind="ocmw", committed=False)
    shop = Organisation("winkel", "Winkel")
    both = replace(EMPTY, organisations=(caw, ocmw), gathered=Gathered(contact_point="hulp"))
    assert known(both, PRINCIPLES) == {
        "kp_partners": frozenset({"caw", "ocmw"}),
        "kp_aanspreekpunt": "ja",
        "kp_verbintenis": "een_deel",
    }
    mixed = known(replace(EMPTY, organisations=(caw, shop)), PRINCIPLES)
    assert isinstance(mixed["kp_partners"], Partly)
    assert mixed["kp_verbintenis"] == "alle"
    silent = replace(EMPTY, organisations=(caw, replace(ocmw, committed=None)))
    assert "kp_verbintenis" not in known(silent, PRINCIPLES)
    none = replace(EMPTY, organisations=(ocmw,))
    assert known(none, PRINCIPLES)["kp_verbintenis"] == "geen"


def test_no_answer_of_a_network_is_that_nobody_knows() -> None:
    whole = met(LONG_AGO, Meeting(day(9), sectors=("welzijn",), themes=()))
    assert DONT_KNOW not in known(whole).values()
