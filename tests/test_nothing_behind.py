"""Killed at any moment, an interview and a batch leave no answer outside the files of their user.

Until the next command, what was on its way stands hidden beside its place, for its owner only, or
in the scratch folder, which nobody else can open. After it nothing of that is left.
"""

import os
import random
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from integraal.reading.storage.locks import lock_of
from tests.cli.interview.answering import write_case
from tests.cli.processes import start
from tests.cli.warm import Piped
from tests.conftest import Run
from tests.counts import times
from tests.in_process import COLUMNS, clean_environment

KILLS = times(10)
"""A hundred in `.ci/long`."""
ROWS = 20_000
SAID = "zzqoverlast"
"""A word that stands in answers, and nowhere else."""
NAME = "C-77031"
CASE = f"{NAME}.yaml"
INTERVIEW = ("reflecteer", "gedeelde-zorg", "--casus", CASE)
OTHER = "C-1.yaml"
RESULTS = ("uit.csv", "uit.xlsx", "uit.parquet", "uit.jsonl")
REJECTS = "uit-afgekeurd.csv"
MINE = {CASE, OTHER, "in.csv", REJECTS, *RESULTS}


@dataclass(frozen=True, slots=True)
class Place:
    """A home, a folder for temporary files, and one to work in."""

    home: Path
    temporary: Path
    work: Path

    @property
    def env(self) -> dict[str, str]:
        own = {"HOME": str(self.home), "TMPDIR": str(self.temporary), "COLUMNS": COLUMNS}
        return {**clean_environment(), **own}

    def telling(self) -> Iterator[Path]:
        """Files that hold an answer or a pseudonym, in any of the three, whatever their name."""
        for folder in (self.home, self.temporary, self.work):
            for path in folder.rglob("*"):
                if path.is_file() and self.tells(path.read_bytes()):
                    yield path

    def has_leftovers(self) -> bool:
        """Whether anything was on its way: a lock, a list, or what waits in a packed database."""
        waits = any(path.is_file() for path in self.temporary.rglob("*"))
        return waits or any(path.name not in MINE for path in self.work.iterdir())

    def tells(self, raw: bytes) -> bool:
        """Whether an answer stands in bytes; the list of what is on its way has paths alone."""
        for hidden in ("", "."):
            raw = raw.replace(f"{self.work}/{hidden}{NAME}".encode(), b"")
        return any(word.encode() in raw for word in (SAID, NAME))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(*(tmp_path / name for name in ("home", "tmp", "work")))
    for folder in (made.home, made.temporary, made.work):
        folder.mkdir()
    write_case(made.work / OTHER, {"draaglast": "licht"})
    rows = (f"{NAME}-{number},zwaar,{SAID}\n" for number in range(ROWS))
    (made.work / "in.csv").write_text(
        f"casus,draaglast,regio\n{''.join(rows)}slecht,x,{SAID}\n", "utf-8"
    )
    return made


def _killed(place: Place, arguments: tuple[str, ...], typed: str, seconds: float) -> None:
    """Run a command, type all of it at once, and kill it so long after it began to write."""
    command = Piped(place.work, arguments, place.env)
    command.stdin.write(typed.encode())
    patience = time.monotonic() + 20  # it may have come to its end unseen
    while not any(place.temporary.iterdir()) and time.monotonic() < patience:
        time.sleep(0.001)
    time.sleep(seconds)
    command.kill()
    command.wait()
    for pipe in (command.stdin, command.stdout, command.stderr):
        pipe.close()


def _advice(place: Place) -> None:
    command = Piped(place.work, ("advies", OTHER), place.env)
    command.stdin.close()
    assert b"advies" in command.stdout.read().lower()
    command.stderr.read()
    assert command.wait() == 0
    command.stdout.close()
    command.stderr.close()


def _is_shut(path: Path, place: Place) -> bool:
    """Whether only its owner can come at a file: by its own mode, or by a folder around it."""
    if stat.S_IMODE(path.stat().st_mode) & 0o077 == 0:
        return True
    around = next(iter(path.relative_to(place.temporary).parents[-2:]), Path())
    return stat.S_IMODE((place.temporary / around).stat().st_mode) & 0o077 == 0


def test_after_kills_and_one_advice_no_answer_is_anywhere_else(place: Place) -> None:
    chance = random.Random(20261130)
    left = [0, 0]
    for kill in range(KILLS):
        if kill % 2:
            result = chance.choice(RESULTS)
            line = ("batch", "in.csv", result, "--groepeer", "regio", "--overschrijf")
            _killed(place, line, "", chance.uniform(0, 1.5))
        else:
            (place.work / CASE).unlink(missing_ok=True)
            typed = "".join(f"{chance.choice('12')}\n" for _ in range(60))
            _killed(place, INTERVIEW, typed, chance.uniform(0, 0.2))
        left[kill % 2] += place.has_leftovers()
        for path in place.telling():
            is_own = path.parent == place.work and path.name in MINE
            assert is_own or _is_shut(path, place), path
        _advice(place)
        assert {path.name for path in place.telling()} <= MINE
        assert {path.name for path in place.work.iterdir()} <= MINE
        assert list(place.temporary.iterdir()) == []
    if KILLS > 50:
        assert all(left), "nothing was ever on its way: this test shows nothing"


def test_a_running_neighbour_keeps_its_lock_and_its_answers(place: Place) -> None:
    neighbour = Piped(place.work, ("reflecteer", "--casus", CASE), place.env)
    neighbour.stdin.write(b"1\n")
    while not (place.work / CASE).exists():
        time.sleep(0.01)
    before = _names(place.temporary)
    _advice(place)
    assert lock_of(place.work / CASE).exists()
    assert _names(place.temporary) == before
    neighbour.stdin.write(b"stop\n")
    neighbour.stdout.read()
    neighbour.stderr.read()
    assert neighbour.wait() == 0
    for pipe in (neighbour.stdin, neighbour.stdout, neighbour.stderr):
        pipe.close()
    assert {path.name for path in place.work.iterdir()} == {CASE, OTHER, "in.csv"}


def _names(folder: Path) -> set[Path]:
    return set(folder.glob("*/*"))  # what is inside those comes and goes with each save


def test_a_lock_is_for_its_owner_only_and_goes_after_a_kill(place: Place) -> None:
    lock = lock_of(place.work / CASE)

    def open_to_all() -> None:
        os.umask(0)

    line = ("reflecteer", "--casus", CASE)
    with start(place.work, *line, env=place.env, before=open_to_all) as sitting:
        while not lock.exists():
            time.sleep(0.01)
        sitting.kill()
    assert stat.S_IMODE(lock.stat().st_mode) == 0o600
    _advice(place)
    assert not lock.exists()


def test_a_file_that_is_read_only_is_not_written_over(integraal: Run, tmp_path: Path) -> None:
    """Moving another file over it would work, whatever it says of itself."""
    case = write_case(tmp_path / "C-1.yaml", {"draaglast": "licht"})
    result = tmp_path / "uit.csv"
    result.write_text("van gisteren")
    for path in (case, result):
        path.chmod(0o444)
    before = case.read_bytes()
    (tmp_path / "in.csv").write_text("casus,draaglast\nC-1,zwaar\n", "utf-8")
    for line in (
        ("reflecteer", "--casus", "C-1.yaml"),
        ("batch", "in.csv", "uit.csv", "--overschrijf"),
        ("advies", "C-1.yaml", "-o", "uit.csv.md"),
    ):
        done = integraal(*line, stdin="1\n")
        assert done.returncode == (0 if line[0] == "advies" else 1)
        assert ("error[not-saved]" in done.stderr) == (line[0] != "advies")
    assert (case.read_bytes(), result.read_text()) == (before, "van gisteren")
