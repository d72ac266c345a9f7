"""A meeting is added to the file of a network, and nothing else in it changes."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from integraal.model.finding import Faulty
from integraal.model.services.meeting import Arrangement, Meeting, Topic
from integraal.reading.library import Library, data_folder
from integraal.reading.services.meeting_writer import MeetingWriter
from tests.reading.services.test_meetings import NETWORK, read

MEETING = Meeting(
    date(2026, 11, 3),
    sectors=("welzijn",),
    present=("brug",),
    themes=(Topic("te dure woningen", ("brug",), ("wonen",)),),
    agreements=(Arrangement("bellen", "brug", date(2027, 1, 5), "te dure woningen"),),
    chair="brug",
    agenda=("kaart",),
)


def test_what_is_written_is_read_back_and_the_rest_stays_as_it_was(tmp_path: Path) -> None:
    text = f"# Ons bestand\n{NETWORK}"
    read(tmp_path, text)
    path = tmp_path / "netwerk.yaml"
    MeetingWriter(path).add(MEETING)
    written = path.read_text("utf-8")
    assert written.startswith(text)
    network, notes = read(tmp_path, written)
    assert notes == ()
    assert network.gathered.latest(date(2026, 11, 30)) == MEETING


def test_the_first_meeting_of_a_file_keeps_its_comments(tmp_path: Path) -> None:
    shipped = (data_folder() / "regio" / "voorbeeldnetwerk.yaml").read_text("utf-8")
    path = tmp_path / "netwerk.yaml"
    path.write_text(shipped, "utf-8")
    MeetingWriter(path).add(Meeting(date(2026, 3, 10), sectors=("welzijn",), themes=()))
    written = path.read_text("utf-8")
    assert written.startswith(shipped.rstrip())
    added = "meetings:\n  - on: 2026-03-10\n    sectors: [welzijn]\n    themes: []\n"
    assert written.removeprefix(shipped.rstrip()).strip() == added.strip()


def test_a_meeting_that_was_only_planned_is_filled_in(tmp_path: Path) -> None:
    planned = NETWORK.replace("  - on: 2026-03-10\n    themes: []\n", "  - on: 2026-11-03\n")
    read(tmp_path, planned)
    path = tmp_path / "netwerk.yaml"
    MeetingWriter(path).add(MEETING)
    network, _ = read(tmp_path, path.read_text("utf-8"))
    assert [each.on for each in network.gathered.meetings] == [date(2026, 9, 15), MEETING.on]
    assert network.gathered.meetings[1] == MEETING


def test_what_somebody_else_changed_meanwhile_stays(tmp_path: Path) -> None:
    read(tmp_path)
    path = tmp_path / "netwerk.yaml"
    writer = MeetingWriter(path)
    path.write_text(f"{NETWORK}# van een ander\n", "utf-8")
    with pytest.raises(Faulty) as caught:
        writer.add(MEETING)
    assert caught.value.findings[0].code == "changed-on-disk"
    assert path.read_text("utf-8").endswith("# van een ander\n")


def test_what_somebody_else_noted_of_that_day_is_not_written_over(tmp_path: Path) -> None:
    read(tmp_path)
    path = tmp_path / "netwerk.yaml"
    with pytest.raises(Faulty) as caught:
        MeetingWriter(path).add(replace(MEETING, on=date(2026, 9, 15)))
    assert caught.value.findings[0].code == "changed-on-disk"
    assert path.read_text("utf-8") == NETWORK


def test_the_questions_that_name_what_a_meeting_had_are_those_of_the_instrument() -> None:
    asked = {each.id for each in Library().instrument("buurtoverleg").questions()}
    assert {"bo_sectoren", "bo_agenda"} <= asked
