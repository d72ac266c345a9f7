"""Answers stay: through a kill, a full disk, a second window, and somebody else's editor."""

import os
import random
import re
import resource
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from integraal.cli.inputs import open_case
from integraal.model.instrument import Instrument
from tests.cli.interview.answering import (
    SAY,
    answers_in,
    as_line,
    asked,
    known_before,
    number_of,
    write_case,
)
from tests.cli.processes import ended, start
from tests.cli.terminal import Terminal, squeezed
from tests.cli.warm import Piped
from tests.conftest import Run
from tests.in_process import COLUMNS, clean_environment

CASE = "C-1.yaml"
INTERVIEW = ("reflecteer", "--casus", CASE)
KILLS = 50


# --- Killed ---------------------------------------------------------------------------------------


class _Sitting:
    """One interview through a pipe, answered as soon as each question is shown, until it dies."""

    def __init__(self, folder: Path, instrument: Instrument, answers: dict[str, Any]) -> None:
        self._ids = [question.id for question in asked(instrument)]
        self._answers = answers
        # What it leaves when it dies is for the next one, and for no other test.
        own = {"COLUMNS": COLUMNS, "TMPDIR": str(folder)}
        self._process = Piped(folder, INTERVIEW, clean_environment() | own)
        self._said = b""
        self._answered = 0

    @property
    def shown(self) -> list[str]:
        """Ids of the questions that were shown, in order."""
        numbers = re.findall(r"^Vraag (\d+) van", self._said.decode(errors="replace"), re.MULTILINE)
        return [self._ids[int(number) - 1] for number in numbers]

    @property
    def is_through(self) -> bool:
        """Whether all that was asked has an answer."""
        return SAY("review.title").encode() in self._said

    @property
    def accepted(self) -> list[str]:
        """Ids of the questions after which something else was shown."""
        return self.shown if self.is_through else self.shown[:-1]

    def answer(self) -> None:
        """Wait for the next question, if there is one, and answer it."""
        self._answered += 1
        while len(self.shown) < self._answered and not self.is_through and self._read():
            pass
        if len(self.shown) == self._answered:
            self._send(f"{as_line(self._answers[self.shown[-1]])}\n")

    def kill(self) -> None:
        self._process.kill()
        while self._read():
            pass
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            pipe.close()
        self._process.wait()

    def _send(self, line: str) -> None:
        self._process.stdin.write(line.encode())

    def _read(self) -> bool:
        raw = os.read(self._process.stderr.fileno(), 65536)
        self._said += raw
        return bool(raw)


def test_killing_it_at_any_moment_loses_no_accepted_answer_and_spoils_no_file(
    tmp_path: Path, instrument: Instrument, examples: Path
) -> None:
    chance = random.Random(20261121)
    answers = answers_in(examples / "C-2041.yaml")
    file = tmp_path / CASE
    for _kill in range(KILLS):
        before = answers_in(file) if file.exists() else {}
        if len(before) == len(answers):
            file.unlink()
            before = {}
        sitting = _Sitting(tmp_path, instrument, answers)
        for _ in range(chance.choice([0, 1, 1, 2, 3])):
            sitting.answer()
        # Saving takes a few milliseconds, coming to the first question a hundred or two.
        time.sleep(chance.uniform(0, 0.02) if sitting.shown else chance.uniform(0, 0.2))
        sitting.kill()
        now = answers_in(file) if file.exists() else {}
        if file.exists():
            open_case(str(file), instrument)
        assert now == {name: answers[name] for name in now}
        assert {*before, *sitting.accepted} <= {*now} <= {*before, *sitting.shown}


def test_what_a_killed_save_left_behind_is_cleaned_up(integraal: Run, tmp_path: Path) -> None:
    integraal(*INTERVIEW, stdin="nee\n")
    # What SIGKILL between writing and renaming leaves: answers of a family, for ever.
    (tmp_path / f".{CASE}.0123abcd.tmp").write_bytes((tmp_path / CASE).read_bytes())
    integraal(*INTERVIEW, stdin="1\n")
    assert list(tmp_path.glob(".*.tmp")) == []


# --- A full disk ----------------------------------------------------------------------------------


def _no_file_above(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_full_disk_keeps_the_old_file_and_says_so(tmp_path: Path, instrument: Instrument) -> None:
    file = write_case(tmp_path / CASE, known_before(instrument, "langdurig"))
    before = file.read_bytes()
    code, out, err = ended(start(tmp_path, *INTERVIEW, before=_no_file_above(200)), b"ja\nlos\n")
    assert (code, out) == (1, "")
    assert "error[not-saved]" in err
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.glob("*.tmp")] == []
    assert [path.name for path in tmp_path.glob(".*.tmp")] == []


def test_full_disk_on_a_terminal_can_be_mended_without_losing_the_answer(
    tmp_path: Path, instrument: Instrument
) -> None:
    file = write_case(tmp_path / CASE, known_before(instrument, "langdurig"))
    before = file.read_bytes()
    at = number_of(instrument, "langdurig")
    with Terminal(tmp_path, *INTERVIEW) as terminal:
        terminal.wait_for_question(at).limit_file_size(200)
        terminal.enter("ja").wait_for_line(SAY("keep.retry"))
        assert file.read_bytes() == before
        terminal.limit_file_size(resource.RLIM_INFINITY)
        terminal.press("enter").wait_for_question(at + 1)
        assert answers_in(file)["langdurig"] == "ja"


def test_full_disk_on_a_terminal_can_be_left_with_the_old_file_intact(
    tmp_path: Path, instrument: Instrument
) -> None:
    file = write_case(tmp_path / CASE, known_before(instrument, "langdurig"))
    before = file.read_bytes()
    with Terminal(tmp_path, *INTERVIEW) as terminal:
        terminal.wait_for_question(number_of(instrument, "langdurig")).limit_file_size(200)
        terminal.enter("ja").wait_for_line(SAY("keep.retry")).enter("s")
        assert terminal.wait_for_end() == 1
        assert terminal.says(SAY("keep.not_saved_last", file=CASE))
    assert file.read_bytes() == before


def test_full_disk_keeps_the_file_that_an_advice_would_overwrite(
    tmp_path: Path, examples: Path
) -> None:
    (tmp_path / "advies.md").write_text("van gisteren")
    case = examples / "C-2041.yaml"
    arguments = ("advies", case, "--formaat", "markdown", "-o", "advies.md", "--overschrijf")
    code, _, err = ended(start(tmp_path, *arguments, before=_no_file_above(200)))
    assert code == 1
    assert "error[not-saved]" in err
    assert (tmp_path / "advies.md").read_text() == "van gisteren"


def test_folder_that_is_not_there_is_said_before_any_question(
    integraal: Run, tmp_path: Path
) -> None:
    done = integraal("reflecteer", "--casus", "er/niet/C-1.yaml", stdin="1\n")
    assert done.returncode == 1
    assert "error[no-such-folder]" in done.stderr
    assert "Vraag 1" not in done.stderr
    assert list(tmp_path.iterdir()) == []


# --- Two at a time --------------------------------------------------------------------------------


def test_second_window_on_the_same_file_is_told_and_changes_nothing(
    integraal: Run, tmp_path: Path, instrument: Instrument
) -> None:
    file = write_case(tmp_path / CASE, known_before(instrument, "langdurig"))
    at = number_of(instrument, "langdurig")
    with Terminal(tmp_path, *INTERVIEW) as first:
        first.wait_for_question(at)
        before = file.read_bytes()
        second = integraal(*INTERVIEW, stdin="nee\n")
        assert second.returncode == 1
        assert "error[case-in-use]" in second.stderr
        assert "Vraag" not in second.stderr
        assert file.read_bytes() == before
        first.enter("ja").wait_for_question(at + 1)
    assert answers_in(file)["langdurig"] == "ja"


def test_second_window_by_another_path_is_told_too(
    integraal: Run, tmp_path: Path, instrument: Instrument
) -> None:
    write_case(tmp_path / CASE, known_before(instrument, "langdurig"))
    (tmp_path / "link.yaml").symlink_to(CASE)
    with Terminal(tmp_path, *INTERVIEW) as first:
        first.wait_for_question(number_of(instrument, "langdurig"))
        second = integraal("reflecteer", "--casus", "link.yaml", stdin="nee\n")
        assert "error[case-in-use]" in second.stderr
        assert second.returncode == 1


def test_advice_can_be_read_while_somebody_answers(
    integraal: Run, tmp_path: Path, instrument: Instrument
) -> None:
    write_case(tmp_path / CASE, known_before(instrument, "langdurig"))
    with Terminal(tmp_path, *INTERVIEW) as first:
        first.wait_for_question(number_of(instrument, "langdurig"))
        assert integraal("advies", CASE).returncode == 0


def test_next_window_may_have_the_file_once_the_first_is_gone(
    integraal: Run, tmp_path: Path
) -> None:
    with Terminal(tmp_path, *INTERVIEW) as first:
        first.wait_for_question(1).enter("nee").wait_for_question(2)
    assert integraal(*INTERVIEW, stdin="1\n").returncode == 0
    assert len(answers_in(tmp_path / CASE)) == 2


@pytest.mark.parametrize(
    "meanwhile",
    [
        lambda file: write_case(file, {"draaglast": "zwaar"}),
        lambda file: file.write_text("nog niet af: ["),
        lambda file: file.unlink(),
    ],
    ids=["edited", "spoiled", "deleted"],
)
def test_file_that_somebody_changed_meanwhile_is_not_overwritten(
    tmp_path: Path, instrument: Instrument, meanwhile: Callable[[Path], object]
) -> None:
    file = write_case(tmp_path / CASE, known_before(instrument, "langdurig"))
    with Terminal(tmp_path, *INTERVIEW) as terminal:
        terminal.wait_for_question(number_of(instrument, "langdurig"))
        meanwhile(file)
        theirs = file.read_bytes() if file.exists() else None
        terminal.enter("ja").wait_for("error[changed-on-disk]").wait_for_line(SAY("keep.retry"))
        terminal.enter("s")
        assert terminal.wait_for_end() == 1
    assert (file.read_bytes() if file.exists() else None) == theirs


def test_file_that_somebody_made_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    with Terminal(tmp_path, *INTERVIEW, "--eenvoudig") as terminal:
        terminal.wait_for_question(1)
        theirs = write_case(tmp_path / CASE, {"draaglast": "zwaar"}).read_bytes()
        terminal.enter("nee").wait_for("error[changed-on-disk]").enter("s")
        assert terminal.wait_for_end() == 1
    assert (tmp_path / CASE).read_bytes() == theirs


def test_on_a_pipe_a_changed_file_ends_the_sitting(tmp_path: Path) -> None:
    process = start(tmp_path, *INTERVIEW)
    assert process.stderr is not None
    said = b""
    while b"Vraag 1 van" not in said:
        said += os.read(process.stderr.fileno(), 65536)
    theirs = write_case(tmp_path / CASE, {"draaglast": "zwaar"}).read_bytes()
    code, out, err = ended(process, b"nee\n2\n")
    assert (code, out) == (1, "")
    assert "error[changed-on-disk]" in err
    assert (tmp_path / CASE).read_bytes() == theirs


# --- Whose file it is -----------------------------------------------------------------------------


def test_new_case_file_is_for_its_owner_only(integraal: Run, tmp_path: Path) -> None:
    integraal(*INTERVIEW, stdin="nee\n")
    assert stat.S_IMODE((tmp_path / CASE).stat().st_mode) == 0o600


def test_case_file_that_others_could_read_is_for_its_owner_after_an_answer(
    integraal: Run, tmp_path: Path
) -> None:
    write_case(tmp_path / CASE, {"aantal_professionals": "twee"}).chmod(0o644)
    integraal(*INTERVIEW, stdin="2\n")
    assert stat.S_IMODE((tmp_path / CASE).stat().st_mode) == 0o600


def test_link_to_a_case_file_stays_a_link(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    file = write_case(tmp_path / "elders" / CASE, {"direct_gevaar": "nee"})
    (tmp_path / CASE).symlink_to(file)
    integraal(*INTERVIEW, stdin="geen_zorg\n")
    assert (tmp_path / CASE).is_symlink()
    assert answers_in(file) == {"direct_gevaar": "nee", "veiligheid": "geen_zorg"}


def test_case_file_that_is_no_file_of_ours_is_left_alone(integraal: Run, tmp_path: Path) -> None:
    for text in ("", "boodschappen: melk\n", "- a\n- b\n", "{", "casus: C-1\n"):
        (tmp_path / CASE).write_text(text)
        done = integraal(*INTERVIEW, stdin="twee\n")
        assert done.returncode == 1, text
        assert squeezed("Vraag 1") not in squeezed(done.stderr)
        assert (tmp_path / CASE).read_text() == text


def _shaped_like_a_bsn() -> str:
    """Nine digits that pass the eleven test; counted up here, and nobody's."""
    for number in range(999_999_000, 1_000_000_000):
        digits = [int(digit) for digit in str(number)]
        weighed = sum(
            weight * digit for weight, digit in zip(range(9, 1, -1), digits, strict=False)
        )
        if (weighed - digits[-1]) % 11 == 0:
            return str(number)
    raise AssertionError


@pytest.mark.parametrize(
    "name",
    [
        _shaped_like_a_bsn(),
        f"casus {_shaped_like_a_bsn()}",
        f"{_shaped_like_a_bsn()[:4]}.{_shaped_like_a_bsn()[4:6]}.{_shaped_like_a_bsn()[6:]}",
        "wijk-31-12-2011",
        "j.jansen@voorbeeld.nl",
        "06-12345678",
    ],
    ids=["bsn", "bsn-in-a-name", "bsn-with-dots", "birth-date", "e-mail", "phone"],
)
def test_file_name_that_has_the_shape_of_a_person_is_refused_and_leaves_nothing(
    integraal: Run, tmp_path: Path, name: str
) -> None:
    done = integraal("reflecteer", "--casus", f"{name}.yaml", stdin="twee\n")
    assert done.returncode == 1
    assert "error[case-id-identifies]" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_answers_about_a_meeting_and_about_a_family_stay_apart(
    integraal: Run, tmp_path: Path
) -> None:
    integraal(*INTERVIEW, stdin="nee\ngeen_zorg\ntwee\n")
    before = (tmp_path / CASE).read_bytes()
    done = integraal("reflecteer", "buurtoverleg", "--casus", CASE, stdin="4\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[kept-apart]" in done.stderr
    assert (tmp_path / CASE).read_bytes() == before


def test_a_meeting_stays_out_of_a_file_that_does_not_say_what_it_was_answered_with(
    integraal: Run, tmp_path: Path
) -> None:
    case = write_case(tmp_path / CASE, {"gezinsleden": "drie_of_meer", "veiligheid": "zorg"})
    before = case.read_bytes()
    done = integraal("reflecteer", "buurtoverleg", "--casus", CASE, stdin="3\n")
    assert done.returncode == 1
    assert "error[kept-apart]" in done.stderr
    assert case.read_bytes() == before


def test_text_that_identifies_somebody_is_not_kept(integraal: Run, tmp_path: Path) -> None:
    interview = ("reflecteer", "--casus", CASE, "--open-vragen")
    done = integraal(*interview, stdin="nee\ngeen_zorg\ntwee\nbel 0612345678 voor overleg\n")
    assert done.returncode == 1
    assert "error[text-identifies]" in done.stderr
    assert "0612345678" not in (tmp_path / CASE).read_text("utf-8")


def test_case_with_a_text_that_identifies_somebody_is_refused_without_repeating_it(
    integraal: Run, tmp_path: Path
) -> None:
    case = write_case(tmp_path / CASE, {"wat_nodig": "mail naar jan@voorbeeld.nl"})
    case.write_text(
        f"{case.read_text('utf-8')}agreements:\n  - what: Bel 0612345678\n    who: school\n",
        "utf-8",
    )
    done = integraal("advies", CASE)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("error[text-identifies]") == 2
    assert "jan@" not in done.stderr
    assert "0612345678" not in done.stderr


def test_case_id_that_has_the_shape_of_a_person_is_refused(integraal: Run, tmp_path: Path) -> None:
    write_case(tmp_path / CASE, {"aantal_professionals": "twee"}, name=_shaped_like_a_bsn())
    for arguments in (("advies", CASE), INTERVIEW, ("checklist", "--casus", CASE)):
        done = integraal(*arguments, stdin="2\n")
        assert done.returncode == 1
        assert "error[case-id-identifies]" in done.stderr
