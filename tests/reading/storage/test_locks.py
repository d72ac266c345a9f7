"""A lock keeps others away, and what a killed process left of one goes, nobody else's."""

import json
from pathlib import Path

from integraal.reading.storage.locks import alone_with, clear_locks, lock_of
from tests.reading.helpers import codes


def _listed(folder: Path, lock: object) -> None:
    (folder / "locked").write_text(json.dumps(lock))


def test_one_at_a_time_and_nothing_is_left(tmp_path: Path) -> None:
    case = tmp_path / "C-1.yaml"
    with alone_with(case):

        def second() -> None:
            with alone_with(case):
                pass

        assert codes(second) == ["case-in-use"]
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_nobody_holds_goes_and_one_that_is_held_stays(tmp_path: Path) -> None:
    case = tmp_path / "C-1.yaml"
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    _listed(scratch, str(lock_of(case)))
    with alone_with(case):
        clear_locks(scratch)
        assert lock_of(case).exists()
    lock_of(case).touch()
    clear_locks(scratch)
    assert not lock_of(case).exists()


def test_nothing_but_an_empty_lock_is_ever_taken_away(tmp_path: Path) -> None:
    full, elsewhere = tmp_path / "vol.lock", tmp_path / "brief"
    full.write_text("iets")
    elsewhere.touch()
    (tmp_path / "link.lock").symlink_to(elsewhere)
    for listed in (str(full), str(elsewhere), str(tmp_path / "link.lock"), 3, None, ["x.lock"]):
        _listed(tmp_path, listed)
        clear_locks(tmp_path)
    (tmp_path / "locked").write_text("{")
    clear_locks(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        "vol.lock",
        "brief",
        "link.lock",
        "locked",
    }


def test_a_link_in_the_place_of_a_lock_is_not_followed(tmp_path: Path) -> None:
    """Whoever may write in the folder could else have any file of ours emptied."""
    case, target = tmp_path / "C-1.yaml", tmp_path / "brief"
    target.write_text("van mij")
    lock_of(case).symlink_to(target)

    def work() -> None:
        with alone_with(case):
            pass

    assert codes(work) == ["not-saved"]
    assert target.read_text() == "van mij"
