"""A directory in HSDS is read as it stands there, or refused with the reason."""

import zipfile
from pathlib import Path

import pytest

from integraal.batch.services import directory
from integraal.batch.services.directory import read_json, read_tables
from integraal.model.finding import Faulty

SERVICES = "id,name,status\n1,Loket,active\n"


def refused(path: Path) -> str:
    with pytest.raises(Faulty) as found:
        (read_json if path.suffix == ".json" else read_tables)(path)
    (finding,) = found.value.findings
    return finding.code


@pytest.mark.parametrize("text", ["{", "nee", '{"a": 1, "a": 2}', "[" * 100_000, "[1]]"])
def test_what_is_no_json_or_says_one_thing_twice_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text)
    assert refused(tmp_path / "a.json") == "hsds-unreadable"


def test_tables_stand_in_a_folder_or_a_zip(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "services.csv").write_text(f"\ufeff{SERVICES}", "utf-8")
    (tmp_path / "map" / "leesmij.txt").write_text("iets")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as parts:
        parts.writestr("gids/services.csv", SERVICES)
    want = {"service": [{"id": "1", "name": "Loket", "status": "active"}]}
    assert read_tables(tmp_path / "map") == want
    assert read_tables(tmp_path / "a.zip") == want


@pytest.mark.parametrize(
    ("text", "code"),
    [('id,name\n1,"Loket\n', "list-unclosed"), ("id\n1,2\n", "row-too-wide")],
)
def test_a_table_of_which_rows_cannot_be_told_apart_is_refused(
    tmp_path: Path, text: str, code: str
) -> None:
    (tmp_path / "services.csv").write_text(text)
    assert refused(tmp_path) == code


def test_what_is_no_zip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 en dan niets")
    assert refused(tmp_path / "a.zip") == "hsds-unreadable"


def test_a_zip_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directory, "LISTING_BYTES", 1000)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("services.csv", "id\n" + "1\n" * 5000)
    assert refused(tmp_path / "a.zip") == "file-too-large"
