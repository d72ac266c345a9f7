"""Killed before any of its steps, a pair of files is the old one or the new one, never mixed."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from integraal.model.finding import Faulty
from integraal.reading.storage.atomic_write import clear_leftovers, written_together
from tests.killing import SCRATCH, Work, killed_at_each_step
from tests.reading.helpers import codes

Held = tuple[str | None, str | None]


def _put(path: Path, text: str | None) -> None:
    if text is not None:
        path.write_text(text)


def _held(here: Path) -> Held:
    found = []
    for name in ("uit", "af"):
        path = here / name
        inside = path / "deel" if path.is_dir() else path
        found.append(inside.read_text() if inside.exists() else None)
    return found[0], found[1]


def _names(here: Path) -> set[str]:
    return {path.name for path in here.iterdir()}


def _replace(here: Path, begin: Callable[[], None], old: Held, new: Held) -> None:
    for name, text in zip(("uit", "af"), old, strict=True):
        _put(here / name, text)
    begin()
    overwrite = old[0] is not None
    with written_together(here / "uit", here / "af", overwrite=overwrite) as beside:
        for path, text in zip(beside, new, strict=True):
            _put(path, text)


BOTH: tuple[Held, Held] = (("oud", "oud af"), ("nieuw", "nieuw af"))
FEWER: tuple[Held, Held] = (("oud", "oud af"), ("nieuw", None))
MORE: tuple[Held, Held] = (("oud", None), ("nieuw", "nieuw af"))
ALONE: tuple[Held, Held] = (("oud", None), ("nieuw", None))
FIRST: tuple[Held, Held] = ((None, None), ("nieuw", "nieuw af"))


def both(here: Path, begin: Callable[[], None]) -> None:
    _replace(here, begin, *BOTH)


def fewer(here: Path, begin: Callable[[], None]) -> None:
    _replace(here, begin, *FEWER)


def more(here: Path, begin: Callable[[], None]) -> None:
    _replace(here, begin, *MORE)


def alone(here: Path, begin: Callable[[], None]) -> None:
    _replace(here, begin, *ALONE)


def first(here: Path, begin: Callable[[], None]) -> None:
    _replace(here, begin, *FIRST)


def folder(here: Path, begin: Callable[[], None]) -> None:
    """Replace a folder, and a file beside it."""
    (here / "uit").mkdir()
    _put(here / "uit" / "deel", "oud")
    _put(here / "af", "oud af")
    begin()
    with written_together(here / "uit", here / "af") as (one, other):
        one.mkdir()
        _put(one / "deel", "nieuw")
        _put(other, "nieuw af")


@pytest.mark.parametrize(
    ("work", "held"),
    [(both, BOTH), (fewer, FEWER), (more, MORE), (alone, ALONE), (first, FIRST), (folder, BOTH)],
    ids=lambda part: getattr(part, "__name__", ""),
)
def test_at_every_moment_files_are_of_one_time_and_after_the_next_start_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: Work, held: tuple[Held, Held]
) -> None:
    old, new = held
    seen: list[Held] = []
    for here in killed_at_each_step(work, tmp_path):
        found = _held(here)
        assert found in held or found[0] is None, found
        monkeypatch.setattr(tempfile, "tempdir", str(here / SCRATCH))
        cleared = clear_leftovers()
        after = _held(here)
        assert after in held
        assert _names(here) <= {"uit", "af", SCRATCH}
        assert _names(here / SCRATCH) == set()
        if cleared is not None and cleared.unfinished:
            assert cleared.unfinished == (str(here / "uit"),)
            assert after == old
        seen.append(after)
    assert (seen[0], seen[-1]) == (old, new)
    assert seen == sorted(seen, key=held.index), "what was there once, never goes back"


def test_what_appears_meanwhile_stays_and_nothing_else_is_left(tmp_path: Path) -> None:
    for name in ("uit", "af"):

        def work(name: str = name) -> None:
            with written_together(tmp_path / "uit", tmp_path / "af", overwrite=False) as beside:
                for path in beside:
                    path.write_text("nieuw")
                (tmp_path / name).write_text("van iemand anders")

        assert codes(work) == ["exists-already"]
        assert [path.read_text() for path in tmp_path.iterdir()] == ["van iemand anders"]
        shutil.rmtree(tmp_path)
        tmp_path.mkdir()


def test_rejects_that_appear_are_not_laid_beside_a_result_without_any(tmp_path: Path) -> None:
    def work() -> None:
        with written_together(tmp_path / "uit", tmp_path / "af", overwrite=False) as (new, _):
            new.write_text("nieuw")
            (tmp_path / "af").write_text("van iemand anders")

    assert codes(work) == ["exists-already"]
    assert _names(tmp_path) == {"af"}


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "echt").write_text("oud")
    for link, place in (("uit", "echt"), ("af", "nog niet")):
        (tmp_path / link).symlink_to(tmp_path / "elders" / place)
    with written_together(tmp_path / "uit", tmp_path / "af") as beside:
        for path in beside:
            path.write_text("nieuw")
    assert all((tmp_path / link).is_symlink() for link in ("uit", "af"))
    assert {path.name: path.read_text() for path in (tmp_path / "elders").iterdir()} == {
        "echt": "nieuw",
        "nog niet": "nieuw",
    }


def test_a_name_may_be_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    name = "é" * 125 + ".csv"
    with written_together(tmp_path / name) as (new,):
        new.write_text("nieuw")
    assert _names(tmp_path) == {name}


def test_what_cannot_take_its_place_leaves_both_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "uit").write_text("oud")
    (tmp_path / "af").mkdir()
    (tmp_path / "af" / "van mij").touch()

    def work() -> None:
        with written_together(tmp_path / "uit", tmp_path / "af") as beside:
            for path in beside:
                path.write_text("nieuw")

    with pytest.raises((OSError, Faulty)):
        work()
    assert _names(tmp_path) == {"uit", "af"}
    assert (tmp_path / "uit").read_text() == "oud"
    assert _names(tmp_path / "af") == {"van mij"}


WATCHED = """
import os
from pathlib import Path
from integraal.reading.storage.atomic_write import written_together

def watched(name, step):
    def take(first, *others, **named):
        path = os.readlink(f"/proc/self/fd/{first}") if isinstance(first, int) else first
        path = os.path.relpath(path)
        if not path.startswith(".."):
            parts = path.split(".")
            print(name, path if len(parts) < 3 else f"{parts[1]}.{parts[-1]}")
        return step(first, *others, **named)
    return take

for name in ("fsync", "link", "rename", "replace"):
    setattr(os, name, watched(name, getattr(os, name)))
with written_together(Path("uit"), Path("af")) as (new, other):
    new.mkdir()
    (new / "deel").write_text("nieuw")
    other.write_text("nieuw")
"""


def test_files_and_folders_are_on_the_disk_before_and_after_they_move(tmp_path: Path) -> None:
    """Watched in a process of its own: files with what they hold, folders with their names."""
    (tmp_path / "uit").mkdir()
    (tmp_path / "af").touch()
    done = subprocess.run(
        [sys.executable, "-c", WATCHED], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [
        *("fsync uit.tmp/deel", "fsync uit.tmp", "fsync ."),
        *("fsync af.tmp", "fsync ."),
        *("rename uit", "fsync ."),
        *("rename af", "fsync ."),
        *("link af.tmp", "fsync ."),
        *("rename uit.tmp", "fsync ."),
    ]
