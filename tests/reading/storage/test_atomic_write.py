"""Files are whole or not there at all, and their owner's alone."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from integraal.reading.storage.atomic_write import leftovers, write_atomically, written_together
from integraal.reading.storage.scratch import scratch_home
from tests.reading.helpers import codes


def test_files_take_their_places_together_and_leave_nothing_beside(tmp_path: Path) -> None:
    one, other = tmp_path / "een", tmp_path / "ander"
    other.write_text("oud")
    with written_together(one, other) as made:
        for number, path in enumerate(made):
            path.write_text(str(number))
        assert other.read_text() == "oud"
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "een": "0",
        "ander": "1",
    }


def test_what_goes_wrong_meanwhile_leaves_every_place_as_it_was(tmp_path: Path) -> None:
    place = tmp_path / "uit"
    place.write_text("oud")

    def fail() -> None:
        with written_together(place, tmp_path / "af") as made:
            made[0].write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert [path.read_text() for path in tmp_path.iterdir()] == ["oud"]


def test_what_is_listed_while_it_is_written_is_a_path_and_nothing_of_what_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "kort"))
    (tmp_path / "kort").mkdir()
    with written_together(tmp_path / "uit") as (new,):
        new.write_text("draaglast: zwaar")
        listed = [path.read_text() for path in scratch_home().rglob("*") if path.is_file()]
        assert any(str(tmp_path / "uit") in each for each in listed)
        assert not any("zwaar" in each for each in listed)


def test_a_place_for_which_nothing_was_made_is_cleared(tmp_path: Path) -> None:
    place = tmp_path / "af"
    place.write_text("van gisteren")
    with written_together(tmp_path / "uit", place) as (new, _):
        new.write_text("nieuw")
    assert [path.name for path in tmp_path.iterdir()] == ["uit"]


def test_a_folder_takes_the_place_of_a_folder(tmp_path: Path) -> None:
    place = tmp_path / "uit"
    for text in ("oud", "nieuw"):
        with written_together(place) as (new,):
            new.mkdir()
            (new / f"deel-{text}").write_text(text)
    assert [path.name for path in tmp_path.rglob("*")] == ["uit", "deel-nieuw"]


def test_what_is_made_is_its_owners_alone(tmp_path: Path) -> None:
    with written_together(tmp_path / "map", tmp_path / "bestand") as (folder, file):
        folder.mkdir(0o755)
        file.write_text("x")
    write_atomically(tmp_path / "tekst", "x")
    assert all(path.stat().st_mode & 0o077 == 0 for path in tmp_path.iterdir())


def test_what_a_killed_writer_left_is_found_and_nothing_else(tmp_path: Path) -> None:
    for name in (".a[1].x.0123.tmp", ".a1.x.0123.tmp", "a[1].x", ".a[1].x.lock"):
        (tmp_path / name).touch()
    assert [path.name for path in leftovers(tmp_path / "a[1].x")] == [".a[1].x.0123.tmp"]


def test_a_folder_in_the_place_of_the_file_stays(tmp_path: Path) -> None:
    (tmp_path / "advies.md").mkdir()
    assert codes(lambda: write_atomically(tmp_path / "advies.md", "x")) == ["not-saved"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["advies.md"]


def test_whoever_is_killed_while_saving_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "C-1.yaml"
    program = """
import sys
import tempfile
from pathlib import Path
from integraal.reading.storage.atomic_write import write_atomically
print("begin", flush=True)
for number in range(10_000_000):
    write_atomically(Path(sys.argv[1]), f"{number % 10}" * 200_000)
"""
    for _ in range(5):
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(path)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "TMPDIR": str(tmp_path)},
        )
        with process:
            assert process.stdout is not None
            assert process.stdout.readline() == "begin\n"
            while not path.exists():
                assert process.poll() is None
            process.kill()
        text = path.read_text(encoding="utf-8")
        assert text == text[:1] * 200_000
