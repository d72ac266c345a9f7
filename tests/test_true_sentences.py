"""What is said of files is true of the disk at that moment, and in the language of the user."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from integraal.privacy.retention import kept_from
from integraal.words.words import LANGUAGES, Words
from tests.cli.interview.answering import known_before, write_case
from tests.cli.processes import ended, run_like_anybody, start
from tests.cli.terminal import Terminal, squeezed
from tests.cli.warm import Piped
from tests.conftest import Run
from tests.in_process import COLUMNS, clean_environment

SAY = Words("nl")
CASE = "C-1.yaml"
INTERVIEW = ("reflecteer", "--casus", CASE)
TABLE = "casus,draaglast\nC-1,zwaar\nC-2,licht\n"
ENGLISH = ("No space left", "File too large", "Permission denied", "Is a directory", "Read-only")


def _no_file_above(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def _says(told: str, key: str, **values: object) -> bool:
    return squeezed(SAY(key, **values)) in squeezed(told)


@pytest.mark.parametrize("stood", [False, True])
def test_answers_are_not_said_to_be_where_they_are_not(
    tmp_path: Path, stood: bool, request: pytest.FixtureRequest
) -> None:
    if stood:
        instrument = request.getfixturevalue("instrument")
        write_case(tmp_path / CASE, known_before(instrument, "langdurig"))
    before = (tmp_path / CASE).read_bytes() if stood else None
    line = (*INTERVIEW, "--eenvoudig")
    code, _, err = ended(start(tmp_path, *line, before=_no_file_above(60)), b"1\n2\n")
    assert code == 1
    assert _says(err, "keep.not_saved_last" if stood else "keep.not_saved_at_all", file=CASE)
    assert _says(err, "still.there" if stood else "still.nothing")
    assert not _says(err, "keep.where", file=CASE)
    assert not any(text in err for text in ENGLISH)
    assert ((tmp_path / CASE).read_bytes() if stood else None) == before
    assert stood or list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("what", "key"), [("unlink", "gone"), ("change", "changed")])
def test_a_file_that_went_or_changed_between_two_answers_is_said_to_have(
    tmp_path: Path, what: str, key: str
) -> None:
    own = {"COLUMNS": COLUMNS, "TMPDIR": str(tmp_path)}
    sitting = Piped(tmp_path, INTERVIEW, clean_environment() | own)
    case = tmp_path / CASE
    said = b""
    sitting.stdin.write(b"1\n")
    while b"Vraag 2" not in said:
        said += os.read(sitting.stderr.fileno(), 65536)
    if what == "unlink":
        case.unlink()
    else:
        case.write_text(f"{case.read_text('utf-8')}# van iemand anders\n", "utf-8")
    sitting.stdin.write(b"1\n")
    sitting.stdin.close()
    told = (said + sitting.stderr.read()).decode()
    assert sitting.wait() == 1
    for pipe in (sitting.stdout, sitting.stderr):
        pipe.close()
    assert _says(told, f"became.{key}")
    assert _says(told, f"keep.{key}", file=CASE)
    assert not _says(told, "keep.where", file=CASE)


@pytest.mark.parametrize("stood", [False, True])
def test_a_table_that_cannot_be_written_says_what_stands_in_its_place(
    tmp_path: Path, stood: bool
) -> None:
    rows = "".join(f"C-{number},zwaar\n" for number in range(3000))
    (tmp_path / "in.csv").write_text(f"casus,draaglast\n{rows}", "utf-8")
    if stood:
        (tmp_path / "uit.csv").write_text("van gisteren")
    line = ("batch", "in.csv", "uit.csv", "--overschrijf")
    code, _, err = ended(start(tmp_path, *line, before=_no_file_above(100_000)))
    assert code == 1
    assert _says(err, "still.there" if stood else "still.nothing")
    assert not _says(err, "still.nothing" if stood else "still.there")
    assert (tmp_path / "uit.csv").exists() == stood


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for nearly nothing, where this user may make one."""
    place = tmp_path / "schijf"
    place.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=8k,mode=700", "tmpfs", place], check=False
    )
    if not made or made.returncode:
        pytest.skip("no disk of our own can be made here")
    yield place
    subprocess.run(["umount", place], check=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_disk_that_is_really_full_is_said_to_be_in_the_language_of_the_user(
    integraal: Run, small: Path, tmp_path: Path, language: str
) -> None:
    (small / "vol").write_bytes(b"x" * 8192)
    case = write_case(tmp_path / CASE, {"draaglast": "licht"})
    for form in ("html", "json", "pdf"):
        place = small / f"x.{form}"
        done = integraal("advies", case, "-o", place, "--taal", language)
        assert done.returncode == 1
        assert Words(language)("system.ENOSPC") in done.stderr
        assert Words(language)("still.nothing") in done.stderr
        assert not any(text in done.stderr for text in ENGLISH)
        assert not place.exists()


FORBIDDEN = {
    "an answer": (INTERVIEW, "1\n"),
    "an agreement": (("afspraak", CASE), "bellen / wijkteam / 2026-12-20\n"),
    "a decision": (("besluit", CASE), "connectie\nomdat het zo kan\n"),
    "a page": (("advies", CASE, "-o", "x.html", "--overschrijf"), ""),
    "a table": (("batch", "in.csv", "uit.csv", "--overschrijf"), ""),
    "what is past its day": (("bewaar", CASE, "--verwijder"), "ja\n"),
    "what is about somebody": (("bewaar", ".", "--wis", "C-1"), "ja\n"),
}
"""What would change in a folder, and what is typed for it."""


@pytest.mark.parametrize(("line", "typed"), FORBIDDEN.values(), ids=FORBIDDEN)
@pytest.mark.parametrize("stood", [False, True], ids=["empty", "stood"])
def test_in_a_folder_that_may_only_be_read_nothing_changes_and_that_is_said(
    tmp_path: Path, line: tuple[str, ...], typed: str, stood: bool
) -> None:
    folder = tmp_path / "vast"
    folder.mkdir()
    write_case(folder / CASE, {"draaglast": "licht"})
    (folder / "in.csv").write_text(TABLE, "utf-8")
    for name in ("x.html", "uit.csv") if stood else ():
        (folder / name).write_text("van gisteren")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    folder.chmod(0o555)
    done = run_like_anybody(folder, *line, stdin=typed)
    folder.chmod(0o755)
    assert done.returncode == 1
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert SAY("system.EACCES") in " ".join(done.stderr.split())
    makes = line[0] in {"advies", "batch"} and not stood
    assert _says(done.stderr, "still.nothing" if makes else "still.there")
    assert not any(text in done.stderr for text in (*ENGLISH, "Traceback"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("language", LANGUAGES)
def test_so_is_a_result_that_did_not_arrive(tmp_path: Path, language: str) -> None:
    case = write_case(tmp_path / CASE, {"draaglast": "licht"})
    with Path("/dev/full").open("wb") as full:
        own = {"COLUMNS": COLUMNS, "INTEGRAAL_TAAL": language}
        done = subprocess.run(
            [sys.executable, "-m", "integraal", "advies", case],
            stdout=full,
            stderr=subprocess.PIPE,
            env=clean_environment() | own,
            check=False,
        )
    assert done.returncode == 1
    told = done.stderr.decode()
    assert Words(language)("cannot_print", reason=Words(language)("system.ENOSPC")) in told


def test_what_only_the_system_says_is_said_to_be_its_words() -> None:
    for language in LANGUAGES:
        say = Words(language)
        assert say.detail("reason", os.strerror(95)) == say("system.other", told=os.strerror(95))
        assert say.detail("reason", "IO Error: no") == "IO Error: no"


# --- Past its day ---------------------------------------------------------------------------------


def _old(tmp_path: Path) -> Path:
    case = write_case(tmp_path / CASE, {"draaglast": "licht"})
    case.write_text(f"keep_until: 2025-01-01\n{case.read_text('utf-8')}", "utf-8")
    return case


def test_a_case_past_its_day_is_not_gone_on_with_unless_somebody_says_so(tmp_path: Path) -> None:
    case = _old(tmp_path)
    before = case.read_bytes()
    asked = SAY("keep.past", day=SAY.date(date(2025, 1, 1)))
    with Terminal(tmp_path, *INTERVIEW) as terminal:
        terminal.wait_for_line(asked).enter("misschien").wait_for_line(asked).enter("nee")
        assert terminal.wait_for_end() == 0
        assert terminal.says(SAY("keep.past_left", file=CASE))
    assert case.read_bytes() == before
    with Terminal(tmp_path, *INTERVIEW) as terminal:
        terminal.wait_for_line(asked).enter("ja").wait_for_question(1)


def test_a_case_past_its_day_takes_a_new_one_where_that_is_asked(tmp_path: Path) -> None:
    case = _old(tmp_path)
    before = case.read_text("utf-8")
    asked = SAY("keep.past", day=SAY.date(date(2025, 1, 1)))
    with Terminal(tmp_path, *INTERVIEW) as terminal:
        terminal.wait_for_line(asked).enter("1 mei 2025")
        terminal.wait_for(SAY("usage.keep_past")).wait_for_line(asked)
        terminal.enter("31 december 2030").wait_for_question(1)
    assert case.read_text("utf-8") == before.replace("2025-01-01", "2030-12-31")


def test_who_makes_a_file_hears_until_when_it_may_stay(integraal: Run, tmp_path: Path) -> None:
    first, later = (integraal(*INTERVIEW, stdin="1\n").stderr for _ in range(2))
    assert f"keep_until: {kept_from(date.today())}\n" in (tmp_path / CASE).read_text("utf-8")
    told = SAY("keep.new_day", file=CASE, day=SAY.date(kept_from(date.today())))
    assert squeezed(told) in squeezed(first)
    assert squeezed(told) not in squeezed(later)


def test_where_nobody_can_be_asked_it_is_said(integraal: Run, tmp_path: Path) -> None:
    _old(tmp_path)
    done = integraal(*INTERVIEW, stdin="1\n")
    assert done.returncode == 0
    assert "past-keep-until" in done.stderr


@pytest.mark.parametrize(("day", "key"), [("", "no_day"), ("keep_until: 9999-12-31\n", "endless")])
def test_a_day_that_is_missing_or_no_limit_is_a_sentence_and_no_exit_code(
    integraal: Run, tmp_path: Path, day: str, key: str
) -> None:
    case = write_case(tmp_path / CASE, {"draaglast": "licht"})
    case.write_text(f"{day}{case.read_text('utf-8')}", "utf-8")
    done = integraal(*INTERVIEW, stdin="1\n")
    assert (done.returncode, _says(done.stderr, f"keep.{key}", file=CASE)) == (0, True)
    for name in ("a.pdf", "a.md", "a.json"):
        done = integraal("advies", CASE, "-o", name)
        assert (done.returncode, _says(done.stderr, f"keep.{key}", file=name)) == (0, True)
    assert not _says(integraal("advies", CASE).stderr, f"keep.{key}", file=CASE)


# --- The screen -----------------------------------------------------------------------------------


def test_the_screen_can_be_cleared_once_it_was_read(tmp_path: Path) -> None:
    with Terminal(tmp_path, *INTERVIEW, "--wis-scherm", "--eenvoudig") as terminal:
        terminal.wait_for_question(1).enter("1").wait_for_question(2).enter("stop")
        terminal.wait_for_line(SAY("keep.wipe")).enter("")
        assert terminal.wait_for_end() == 0
        assert "Vraag" not in terminal.screen
        assert terminal.says(SAY("keep.wiped"))
