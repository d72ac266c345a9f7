"""A network is remembered exactly as it is now, or it is read again."""

import stat
from pathlib import Path

import pytest

from integraal.cli.services.listing import Listing
from integraal.cli.services.opening import every_target
from integraal.model.finding import Faulty
from integraal.reading.library import data_folder
from integraal.reading.trees import read_listing
from integraal.reading.yaml_tree import Node

NETWORK = data_folder() / "regio" / "voorbeeldnetwerk.yaml"
REGION = data_folder() / "regio" / "voorbeeldregio.yaml"
TARGETS = tuple(every_target())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTEGRAAL_CACHE", str(tmp_path / "cache"))
    (tmp_path / "n.yaml").write_text(NETWORK.read_text("utf-8"), "utf-8")
    return tmp_path


def was_read(listing: Listing) -> bool:
    return "tree" in vars(listing)


def test_what_is_remembered_is_what_was_read_and_is_for_its_owner_only(folder: Path) -> None:
    first, second = (Listing(folder / "n.yaml", TARGETS) for _ in range(2))
    assert first.network() == second.network()
    assert (was_read(first), was_read(second)) == (True, False)
    (kept,) = (folder / "cache").iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


@pytest.mark.parametrize("change", ["file", "targets", "kept"])
def test_a_change_of_anything_is_read_anew(folder: Path, change: str) -> None:
    Listing(folder / "n.yaml", TARGETS).network()
    (kept,) = (folder / "cache").iterdir()
    path, targets = folder / "n.yaml", TARGETS
    if change == "file":
        path.write_text(path.read_text("utf-8").replace("Onthaal", "Balie"), "utf-8")
    elif change == "targets":
        targets = TARGETS[:-1]
    else:
        kept.write_text(kept.read_text("utf-8").replace("Onthaal", "Balie"), "utf-8")
    again = Listing(path, targets)
    names = {service.name for service in again.network()[0].services}
    assert was_read(again)
    assert ("Balie" in names) == (change == "file")


def test_what_is_said_of_people_and_of_old_entries_is_said_again(folder: Path) -> None:
    path = folder / "n.yaml"
    text = path.read_text("utf-8").replace("balie van het CAW", "vraag naar mevrouw Jansen", 1)
    path.write_text(
        text.replace("    key_point", "    checked: 2026-01-02\n    key_point"), "utf-8"
    )
    said = [Listing(path, TARGETS).network()[1] for _ in range(2)]
    assert {each.code for each in said[0]} == {"service-stale", "text-may-identify"}
    assert said[0] == said[1]


def test_a_file_that_is_refused_is_not_remembered(folder: Path) -> None:
    path = folder / "n.yaml"
    path.write_text(path.read_text("utf-8").replace("gratis", "bel 0470 12 34 56", 1), "utf-8")
    for _ in range(2):
        with pytest.raises(Faulty):
            Listing(path, TARGETS).network()
    assert not (folder / "cache").exists() or not list((folder / "cache").iterdir())


def test_a_region_is_known_as_one_also_when_it_is_remembered(folder: Path) -> None:
    for is_first in (True, False):
        listing = Listing(REGION, TARGETS)
        assert not listing.is_network
        listing.network()
        assert was_read(listing) is is_first


def test_a_file_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    def noted(path: Path) -> Node:
        read.append(path)
        return read_listing(path)

    monkeypatch.setattr("integraal.reading.trees.read_listing", noted)
    listing = Listing(folder / "n.yaml", TARGETS)
    assert listing.is_network
    listing.network()
    assert read == [folder / "n.yaml"]
