"""A list that is taken in: each row taken or refused, and what nobody read is said."""

import json
from pathlib import Path

import pytest

from integraal.batch.services.headings import Chosen
from integraal.cli.services.taking import check_near, take_in
from integraal.model.finding import Faulty
from integraal.model.services.targets import targets_of
from integraal.reading.library import Library

TARGETS = tuple(targets_of(Library().instrument("voor-wie-doen-we-wat")))
NOTHING = Chosen({}, frozenset(), {})
ROWS = (
    "organisatie,naam,waarvoor\n"
    "De Brug (verzonnen),Balie,wonen\n"
    "De Brug (verzonnen),Zwemmen,\n"
    "De Brug (verzonnen),Kegelen,baantjes\n"
)


def test_what_goes_in_is_taken_or_refused_and_never_lost(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(ROWS, "utf-8")
    came = take_in(path, "", TARGETS, NOTHING)
    network = came.taken.network
    assert network is not None
    assert [each.name for each in network.services] == ["Balie"]
    assert {each.code for each in came.taken.findings} == {"row-without-for", "unknown-target"}
    assert "baantjes" in came.column_map


def test_a_network_is_called_as_somebody_says_else_as_its_file(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(ROWS, "utf-8")
    titles = []
    for title in ("De wijk (verzonnen)", ""):
        network = take_in(path, title, TARGETS, NOTHING).taken.network
        assert network is not None
        titles.append(network.title)
    assert titles == ["De wijk (verzonnen)", "lijst"]


def test_a_column_that_is_nearly_one_of_ours_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(ROWS.replace("organisatie", "organisate"), "utf-8")
    came = take_in(path, "", TARGETS, NOTHING)
    assert [each.code for each in came.notes] == ["list-column-nearly"]
    with pytest.raises(Faulty):
        check_near(came.notes)


def test_fields_of_a_directory_that_have_no_place_here_are_counted(tmp_path: Path) -> None:
    service = {"id": "1", "name": "Balie", "status": "active", "alternate_name": "Desk"}
    path = tmp_path / "gids.json"
    path.write_text(json.dumps({"contents": [service]}), "utf-8")
    (note,) = take_in(path, "", TARGETS, NOTHING).notes
    assert note.code == "hsds-left"
    assert dict(note.details)["known"] == "service.alternate_name (1×)"


@pytest.mark.parametrize("text", ["{}", '{"contents": []}', "[]"])
def test_a_directory_without_services_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "gids.json"
    path.write_text(text, "utf-8")
    with pytest.raises(Faulty):
        take_in(path, "", TARGETS, NOTHING)
