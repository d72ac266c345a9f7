"""A network names organisations and services, and each service what it is for; else it is said."""

from datetime import date
from pathlib import Path

import pytest

from integraal.model.finding import Faulty, Finding
from integraal.model.services.network import Network
from integraal.model.services.region import Wait
from integraal.model.services.targets import targets_of
from integraal.model.services.together import together
from integraal.reading.library import Library, data_folder
from integraal.reading.services.networks import is_network, read_network
from integraal.reading.trees import read_listing
from integraal.report.phrases.finding import finding_text
from integraal.words.words import LANGUAGES, Words

TODAY = date(2026, 11, 22)
TARGETS = [
    target
    for name in (
        "voor-wie-doen-we-wat",
        "gedeelde-zorg",
        "kruispunt-onthaal",
        "kruispunt-kernprincipes",
        "buurtoverleg",
    )
    for target in targets_of(Library().instrument(name))
]
NETWORK = """\
schema: integraal/netwerk/1
id: wijk
title: De wijk (verzonnen)
organisations:
  - id: brug
    name: De Brug (verzonnen)
    sector: welzijn
services:
  - id: balie
    organisation: brug
    name: Balie
    for: [wonen, gedeelde-zorg/wachtlijsten, welzijn-licht]
    wait: {weeks: 3, asked: 2026-11-02}
    places: [Molenwijk, 9300]
    checked: 2026-11-02
"""


def read(folder: Path, text: str = NETWORK) -> tuple[Network, tuple[Finding, ...]]:
    """Read a network of this text."""
    path = folder / "netwerk.yaml"
    path.write_text(text, encoding="utf-8")
    return read_network(path, TARGETS, TODAY)


def test_a_service_says_whose_it_is_what_it_is_for_and_how_long_people_wait(
    tmp_path: Path,
) -> None:
    network, notes = read(tmp_path)
    (service,) = network.services
    assert service.organisation == "brug"
    assert service.serves == ("wonen", "gedeelde-zorg/wachtlijsten", "welzijn-licht")
    assert service.wait == Wait(3, date(2026, 11, 2))
    assert service.places == ("Molenwijk", "9300")
    assert not service.needs_check
    assert notes == ()


@pytest.mark.parametrize(
    ("now", "then", "code", "suggestion"),
    [
        ("for: [wonen,", "for: [wonne,", "unknown-target", "wonen"),
        ("gedeelde-zorg/wachtlijsten", "meldcode/wachtlijsten", "unknown-target", ""),
        ("sector: welzijn", "sector: welzjn", "unknown-sector", "welzijn"),
        ("organisation: brug", "organisation: burg", "unknown-organisation", "brug"),
        ("weeks: 3", "weeks: drie", "not-a-count", ""),
        ("places: [", "languages: [Frans]\n    places: [", "language-by-name", "fr"),
    ],
)
def test_what_is_not_known_is_said_with_its_place_and_the_nearest(
    tmp_path: Path, now: str, then: str, code: str, suggestion: str
) -> None:
    assert now in NETWORK
    with pytest.raises(Faulty) as caught:
        read(tmp_path, NETWORK.replace(now, then))
    finding = caught.value.findings[0]
    line = 1 + NETWORK[: NETWORK.index(now)].count("\n")
    assert (finding.code, finding.place.line) == (code, line)
    if suggestion:
        assert finding.suggestion == suggestion


@pytest.mark.parametrize(
    ("now", "then", "choices"),
    [
        ("sector: welzijn", "sector: bakkers", ("gezondheid", "winkels")),
        ("sector: welzijn", "kind: bakker", ("cgg", "huisarts", "psychiatrisch_ziekenhuis")),
        ("organisation: brug", "organisation: anker", ("brug",)),
        ("services:", "holidays: [duits]\nservices:", ("be-vlaams", "be-frans")),
        ("services:", "languages: [zz]\nservices:", ("nl", "en", "fr")),
        ("services:", "contact_point: elders\nservices:", ("balie",)),
        ("services:", "meetings: [{on: 2026-03-10, agenda: [xyz]}]\nservices:", ("kaart",)),
        ("weeks: 3", "weeks: drie", ("0", "520")),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_is_near_all_that_may_stand_there_is_told(
    tmp_path: Path, language: str, now: str, then: str, choices: tuple[str, ...]
) -> None:
    with pytest.raises(Faulty) as caught:
        read(tmp_path, NETWORK.replace(now, then, 1))
    said = finding_text(caught.value.findings[0], Words(language))
    assert all(choice in said for choice in choices), said


def test_a_language_without_a_code_here_goes_by_its_name(tmp_path: Path) -> None:
    named = NETWORK.replace("places: [", "languages: [fr, Tamazight, ti]\n    places: [")
    assert read(tmp_path, named)[0].services[0].languages == ("fr", "Tamazight", "ti")


def test_two_of_one_id_are_refused(tmp_path: Path) -> None:
    twice = NETWORK + NETWORK[NETWORK.index("  - id: balie") :]
    with pytest.raises(Faulty) as caught:
        read(tmp_path, twice)
    assert [finding.code for finding in caught.value.findings] == ["duplicate-id"]


def test_what_was_checked_long_ago_is_said(tmp_path: Path) -> None:
    network, (note,) = read(tmp_path, NETWORK.replace("checked: 2026-11-02", "checked: 2026-05-02"))
    assert network.services[0].needs_check
    assert note.code == "service-stale"


def test_a_file_of_a_region_is_a_network_for_its_instrument_only() -> None:
    path = data_folder() / "regio" / "voorbeeldregio.yaml"
    assert not is_network(read_listing(path))
    network, _ = read_network(path, TARGETS, TODAY)
    desk = network.services[0]
    assert desk.is_for("welzijn-licht", "kruispunt-onthaal")
    assert not desk.is_for("welzijn-licht", "kruispunt-doorstroom")


def test_the_shipped_example_is_read_without_a_fault() -> None:
    path = data_folder() / "regio" / "voorbeeldnetwerk.yaml"
    assert is_network(read_listing(path))
    assert read_network(path, TARGETS, TODAY)[0].organisations


def test_a_later_file_goes_for_an_earlier_and_says_so(tmp_path: Path) -> None:
    first, _ = read(tmp_path)
    changed = NETWORK.replace("name: Balie", "name: Nieuwe balie").replace("id: wijk", "id: stad")
    second, _ = read(tmp_path, changed + "  - {id: extra, name: Extra, for: [werk]}\n")
    whole, notes = together(first, second, tmp_path / "stad.yaml")
    assert whole.id == "wijk"
    assert [service.name for service in whole.services] == ["Nieuwe balie", "Extra"]
    assert [(note.code, dict(note.details)["id"]) for note in notes] == [
        ("entry-replaced", "balie"),
        ("entry-replaced", "brug"),
    ]


def test_an_organisation_and_a_service_may_have_one_id(tmp_path: Path) -> None:
    first, _ = read(tmp_path)
    other = "schema: integraal/netwerk/1\nid: x\ntitle: X\nservices:\n" + (
        "  - {id: brug, name: Brug, for: [werk]}\n"
    )
    second, _ = read(tmp_path, other)
    assert together(first, second, tmp_path)[1] == ()
