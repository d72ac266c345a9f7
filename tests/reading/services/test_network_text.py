"""A network that is written is the same when it is read, whatever people wrote in it."""

from datetime import date
from pathlib import Path

import pytest

from integraal.model.services.meeting import Arrangement, Gathered, Meeting, Topic
from integraal.model.services.network import Network, Organisation
from integraal.model.services.region import Service, Wait
from integraal.model.services.targets import targets_of
from integraal.reading.library import Library
from integraal.reading.services.network_text import network_text, written
from integraal.reading.services.networks import read_network

TARGETS = list(targets_of(Library().instrument("voor-wie-doen-we-wat")))
ODD = (
    "nee",
    "null",
    "~",
    "1:30",
    "- x",
    "a: b",
    "'",
    '"',
    "een\ntwee",
    "# x",
    "café ✓",
    "012",
    "{}",
)


@pytest.mark.parametrize("text", ODD)
def test_any_text_comes_back(tmp_path: Path, text: str) -> None:
    service = Service(
        "loket",
        text,
        ("wonen",),
        about=text,
        contact=text,
        languages=(text,),
        places=(text, "9300"),
        checked=date(2026, 11, 1),
        needs_check=False,
        key_point=True,
        organisation="brug",
        wait=Wait(0, date(2026, 10, 1)),
    )
    network = Network("x", text, (service,), (Organisation("brug", text),), note=text)
    (tmp_path / "n.yaml").write_text(network_text(network), "utf-8")
    assert read_network(tmp_path / "n.yaml", TARGETS, date(2026, 11, 30))[0] == network


def test_a_day_that_stands_in_two_places_is_written_twice() -> None:
    day = date(2026, 11, 1)
    text = written({"checked": day, "wait": {"weeks": 6, "asked": day}})
    assert text == "checked: 2026-11-01\nwait: {weeks: 6, asked: 2026-11-01}\n"


def test_what_a_network_notes_of_itself_comes_back_too(tmp_path: Path) -> None:
    meeting = Meeting(
        date(2026, 9, 15),
        ("welzijn",),
        ("brug",),
        (Topic("lange wachttijden", ("brug",), ("wonen",)),),
        (Arrangement("een brief", "brug", date(2026, 12, 1), "lange wachttijden", done=True),),
        chair="brug",
    )
    gathered = Gathered(
        (meeting, Meeting(date(2026, 6, 9), themes=()), Meeting(date(2026, 3, 10))),
        ("nl", "fr"),
        ("be-vlaams",),
        "brug",
        "loket",
    )
    service = Service("loket", "Loket", ("wonen",), organisation="brug", needs_check=True)
    partner = Organisation("brug", "Brug", committed=False)
    network = Network("x", "X", (service,), (partner,), gathered=gathered)
    (tmp_path / "n.yaml").write_text(network_text(network), "utf-8")
    every = [*TARGETS, *targets_of(Library().instrument("buurtoverleg"))]
    assert read_network(tmp_path / "n.yaml", every, date(2026, 11, 30))[0] == network
