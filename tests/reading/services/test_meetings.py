"""What a network notes of its meetings names what there is; else it is said, with its place."""

from datetime import date
from pathlib import Path

import pytest

from integraal.model.finding import Faulty, Finding
from integraal.model.services.meeting import Arrangement, Meeting, Topic
from integraal.model.services.network import Network
from integraal.model.services.targets import targets_of
from integraal.model.services.together import together
from integraal.reading.library import Library
from integraal.reading.services.networks import read_network

TODAY = date(2026, 11, 30)
NAMES = ("voor-wie-doen-we-wat", "buurtoverleg", "kruispunt-kernprincipes")
TARGETS = [target for name in NAMES for target in targets_of(Library().instrument(name))]
NETWORK = """\
schema: integraal/netwerk/1
id: wijk
title: De wijk (verzonnen)
languages: [nl, fr]
holidays: [be-vlaams]
next_chair: brug
contact_point: balie
organisations:
  - id: brug
    name: De Brug (verzonnen)
    sector: welzijn
    kind: caw
    committed: true
services:
  - id: balie
    organisation: brug
    name: Balie
    for: [wonen]
meetings:
  - on: 2026-09-15
    sectors: [welzijn, onderwijs]
    present: [brug]
    chair: brug
    agenda: [kaart]
    themes:
      - theme: wachttijden
        brought_by: [brug]
        about: [wonen]
    agreements:
      - what: het college een brief schrijven
        who: brug
        by: 2026-12-01
        theme: wachttijden
  - on: 2026-03-10
    themes: []
"""


def read(folder: Path, text: str = NETWORK) -> tuple[Network, tuple[Finding, ...]]:
    """Read a network of this text."""
    path = folder / "netwerk.yaml"
    path.write_text(text, encoding="utf-8")
    return read_network(path, TARGETS, TODAY)


def test_a_meeting_says_who_was_there_which_themes_came_up_and_what_was_agreed(
    tmp_path: Path,
) -> None:
    network, notes = read(tmp_path)
    gathered = network.gathered
    assert gathered.latest(TODAY) == Meeting(
        on=date(2026, 9, 15),
        sectors=("welzijn", "onderwijs"),
        present=("brug",),
        themes=(Topic("wachttijden", ("brug",), ("wonen",)),),
        agreements=(
            Arrangement(
                "het college een brief schrijven", "brug", date(2026, 12, 1), "wachttijden"
            ),
        ),
        chair="brug",
        agenda=("kaart",),
    )
    assert (gathered.languages, gathered.holidays) == (("nl", "fr"), ("be-vlaams",))
    assert (gathered.next_chair, gathered.contact_point) == ("brug", "balie")
    assert (network.organisations[0].kind, network.organisations[0].committed) == ("caw", True)
    assert notes == ()


def test_no_themes_is_something_else_than_themes_that_nobody_noted(tmp_path: Path) -> None:
    first, _ = read(tmp_path)[0].gathered.held(TODAY)
    assert first.themes == ()
    unnoted, _ = read(tmp_path, NETWORK.replace("    themes: []\n", ""))[0].gathered.held(TODAY)
    assert unnoted.themes is None


@pytest.mark.parametrize(
    ("now", "then", "code"),
    [
        ("kind: caw", "kind: bakker", "unknown-partner"),
        ("contact_point: balie", "contact_point: ballie", "unknown-service"),
        ("next_chair: brug", "next_chair: burg", "unknown-organisation"),
        ("[be-vlaams]", "[be-vlams]", "unknown-calendar"),
        ("agenda: [kaart]", "agenda: [kart]", "unknown-item"),
        ("chair: brug\n    agenda", "chair: burg\n    agenda", "unknown-organisation"),
        ("present: [brug]", "present: [burg]", "unknown-organisation"),
        ("brought_by: [brug]", "brought_by: [burg]", "unknown-organisation"),
        ("[welzijn, onderwijs]", "[welzijn, onderwijz]", "unknown-sector"),
        ("about: [wonen]", "about: [wonne]", "unknown-target"),
        ("on: 2026-03-10", "on: 2026-09-15", "meeting-twice"),
    ],
)
def test_what_a_meeting_names_and_nothing_has_is_said_with_its_place(
    tmp_path: Path, now: str, then: str, code: str
) -> None:
    assert NETWORK.count(now) == 1
    with pytest.raises(Faulty) as caught:
        read(tmp_path, NETWORK.replace(now, then))
    (finding,) = caught.value.findings
    change = next(n for n, (a, b) in enumerate(zip(now, then, strict=False)) if a != b)
    line = 1 + NETWORK[: NETWORK.index(now) + change].count("\n")
    assert (finding.code, finding.place.line) == (code, line)


def test_a_meeting_that_is_yet_to_come_does_not_count_and_is_said(tmp_path: Path) -> None:
    network, (note,) = read(tmp_path, NETWORK.replace("2026-09-15", "2027-09-15"))
    assert note.code == "meeting-ahead"
    assert [each.on for each in network.gathered.held(TODAY)] == [date(2026, 3, 10)]
    planned = NETWORK.replace("2026-03-10\n    themes: []", "2027-03-10")
    assert read(tmp_path, planned)[1] == ()


def test_of_several_files_the_later_goes_for_a_meeting_of_the_same_day(tmp_path: Path) -> None:
    network, _ = read(tmp_path)
    path = tmp_path / "later.yaml"
    later, _ = read(
        tmp_path, NETWORK.replace("theme: wachttijden\n        b", "theme: huren\n        b")
    )
    whole, _ = together(network, later, path)
    assert len(whole.gathered.meetings) == 2
    latest = whole.gathered.latest(TODAY)
    assert latest is not None
    assert latest.themes is not None
    assert latest.themes[0].text == "huren"
