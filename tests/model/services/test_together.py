"""Of two networks the later goes for the earlier, and what it replaces is said."""

from datetime import date

from integraal.model.services.meeting import Gathered, Meeting
from integraal.model.services.network import Network, Organisation
from integraal.model.services.region import Service
from integraal.model.services.together import together


def a_service(name: str, title: str) -> Service:
    return Service(name, title, ("wonen",), needs_check=True)


REGION = Network(
    "regio",
    "De regio",
    (a_service("loket", "Loket"), a_service("ander", "Ander")),
    (Organisation("brug", "De Brug (verzonnen)"),),
    gathered=Gathered((Meeting(date(2026, 3, 1)),), ("nl",)),
)
TEAM = Network(
    "team",
    "Het team",
    (a_service("loket", "Loket van het team"), a_service("nieuw", "Nieuw")),
    (Organisation("brug", "De Nieuwe Brug (verzonnen)"), Organisation("huis", "Het Huis")),
    gathered=Gathered((Meeting(date(2026, 6, 1)),), ("fr",)),
)


def test_what_stands_in_both_is_that_of_the_later_in_the_place_of_the_earlier() -> None:
    whole, _ = together(REGION, TEAM, "team.yaml")
    assert (whole.id, whole.title) == ("regio", "De regio")
    assert [each.name for each in whole.services] == ["Loket van het team", "Ander", "Nieuw"]
    assert [each.name for each in whole.organisations] == ["De Nieuwe Brug (verzonnen)", "Het Huis"]
    assert [each.on.month for each in whole.gathered.meetings] == [3, 6]
    assert whole.gathered.languages == ("fr",)


def test_every_entry_that_is_replaced_is_said_of_the_later_file() -> None:
    _, said = together(REGION, TEAM, "team.yaml")
    assert [(one.code, dict(one.details)["id"]) for one in said] == [
        ("entry-replaced", "loket"),
        ("entry-replaced", "brug"),
    ]
    assert {one.place.file for one in said} == {"team.yaml"}


def test_where_nothing_stands_in_both_nothing_is_said() -> None:
    _, said = together(REGION, Network("leeg", "Leeg", ()), "leeg.yaml")
    assert said == ()
