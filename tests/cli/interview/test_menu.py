"""The interview on a real terminal: menus with our own keys, and plain lines on request."""

import re
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from integraal.cli.exit_codes import INTERRUPTED
from integraal.engine.interview import Interview
from integraal.engine.lower import lower
from integraal.model.codes import question_codes
from integraal.model.instrument import Instrument, Kind, Question
from integraal.words.words import LANGUAGES, Words
from tests.cli.interview.answering import (
    SAY,
    answers_in,
    as_label,
    as_line,
    as_number,
    asked,
    known_before,
    number_of,
    shown_ids,
    write_case,
)
from tests.cli.terminal import Terminal, squeezed
from tests.conftest import Run

CASE = "C-1.yaml"
MENU, PLAIN = (), ("--eenvoudig",)
BOTH = pytest.mark.parametrize("way", [MENU, PLAIN], ids=["menu", "eenvoudig"])
ARROWS_THEN_TYPING = ("aantal_professionals", "draagkracht", "eigen_aanbod", "verloop")
"""Questions that the recorded session answers with the arrow keys; the others by typing."""
CHANGED, STOPPED_AT = "draaglast", "draagkracht"


# --- One recorded session: forward, back, why, don't know, stop, resume, change, advice ---------


@dataclass
class Session:
    """What was on the screen and on disk at each step."""

    file: Path
    answers: dict[str, Any]
    screens: dict[str, str] = field(default_factory=dict)
    on_disk: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Question id to the answers that were on disk when it appeared."""
    codes: dict[str, int] = field(default_factory=dict)


class _Player:
    """Plays the session, and writes down what happens."""

    def __init__(self, instrument: Instrument, session: Session) -> None:
        self.instrument = instrument
        self.session = session
        self.terminal = self._open()

    def _open(self) -> Terminal:
        return Terminal(self.session.file.parent, "reflecteer", "--casus", self.session.file.name)

    def at(self, question: str) -> None:
        """Wait for a question; look what is on disk by then."""
        self.terminal.wait_for_question(number_of(self.instrument, question))
        file = self.session.file
        self.session.on_disk.setdefault(question, answers_in(file) if file.exists() else {})

    def shot(self, name: str) -> None:
        self.session.screens[name] = self.terminal.seen

    def answer(self, question: Question, way: int) -> None:
        """Answer with the arrows, or type a number, an id or a label, in turn."""
        answer = self.session.answers[question.id]
        self.at(question.id)
        if question.id in ARROWS_THEN_TYPING:
            downs = shown_ids(question).index(answer) + 1
            self.terminal.press(*["down"] * downs, "enter")
        elif question.kind is Kind.SEVERAL and way % 2:
            self.terminal.enter(as_number(question, answer))
        elif question.kind is Kind.SEVERAL:
            self._tick(question, answer)
        else:
            ways = (as_number, lambda _, given: as_line(given), as_label)
            self.terminal.enter(ways[way % 3](question, answer))

    def _tick(self, question: Question, chosen: list[str]) -> None:
        for option in question.option_ids:
            self.terminal.press("down", *["space"] * (option in chosen))
        self.terminal.press("enter")

    def until(self, last: str) -> None:
        """Answer all that is asked, up to and including the last one."""
        done = self.session.on_disk
        for way, question in enumerate(asked(self.instrument)):
            if question.id not in done or question.id == STOPPED_AT:
                self.answer(question, way)
            if question.id == last:
                return

    def play(self) -> None:
        self.until("informeel_netwerk")
        self._why_and_back()
        self.until("leefgebieden")
        self.at(CHANGED)
        rows = len(self.instrument.question(CHANGED).options)
        self.terminal.press(*["down"] * (rows + 1)).wait_for_pointer(SAY("answer.dont_know"))
        self.terminal.press("enter")
        self.at(STOPPED_AT)
        self.terminal.enter("stop")
        self.session.codes["stop"] = self.terminal.wait_for_end()
        self.shot("stopped")
        self.terminal = self._open()
        self.at(STOPPED_AT)
        self.shot("resumed")
        self.until(asked(self.instrument)[-1].id)
        self._review()

    def _why_and_back(self) -> None:
        sixth, seventh = asked(self.instrument)[5:7]
        self.answer(sixth, 1)
        self.at(seventh.id)
        # From nowhere, up goes to the last row; the rows there are back and stop.
        self.terminal.press("up", "up", "up").wait_for_pointer(SAY("menu.why")).press("enter")
        self.terminal.wait_for(seventh.why).wait_for_question(7)
        self.shot("why")
        self.terminal.press("up", "up").wait_for_pointer(SAY("menu.back")).press("enter")
        self.terminal.wait_for_question(6)
        self.session.screens["back"] = self.terminal.card
        self.terminal.enter(as_line(self.session.answers[sixth.id]))
        self.answer(seventh, 1)

    def _review(self) -> None:
        code = question_codes(self.instrument)[CHANGED]
        self.terminal.wait_for_line(SAY("review.prompt"))
        self.session.screens["review"] = self.terminal.seen
        self.terminal.enter(code)
        self.at(CHANGED)
        self.session.screens["edit"] = self.terminal.card
        self.terminal.enter(as_line(self.session.answers[CHANGED]))
        self.terminal.wait_until(
            lambda: self.terminal.seen.count(SAY("review.title")) > 1, "second review"
        )
        self.terminal.wait_for_line(SAY("review.prompt")).press("enter")
        self.session.codes["done"] = self.terminal.wait_for_end()
        self.shot("done")


@pytest.fixture(scope="module")
def session(
    tmp_path_factory: pytest.TempPathFactory, instrument: Instrument, examples: Path
) -> Iterator[Session]:
    folder = tmp_path_factory.mktemp("session")
    recorded = Session(folder / CASE, answers_in(examples / "C-2041.yaml"))
    player = _Player(instrument, recorded)
    try:
        player.play()
        yield recorded
    finally:
        player.terminal.close_window()


def test_answers_by_arrow_number_id_label_and_space_are_recorded_as_given(session: Session) -> None:
    assert answers_in(session.file) == session.answers


def test_same_answers_on_a_pipe_make_the_same_file(
    session: Session, instrument: Instrument, integraal: Run, tmp_path: Path
) -> None:
    lines = "".join(f"{as_line(session.answers[q.id])}\n" for q in asked(instrument))
    done = integraal("reflecteer", "--casus", CASE, stdin=lines)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / CASE).read_bytes() == session.file.read_bytes()


def test_every_answer_is_on_disk_before_the_next_question_appears(
    session: Session, instrument: Instrument
) -> None:
    ids = [question.id for question in asked(instrument)]
    assert {name: list(on_disk) for name, on_disk in session.on_disk.items()} == {
        name: ids[:position] for position, name in enumerate(ids)
    }


def test_why_says_why_and_where_it_comes_from(session: Session, instrument: Instrument) -> None:
    seventh = asked(instrument)[6]
    assert squeezed(f"{SAY('menu.why')} {seventh.why}") in squeezed(session.screens["why"])
    assert seventh.citation is not None
    title = next(s.title for s in instrument.sources if s.id == seventh.citation.document)
    source = SAY("why.source", source=f"{title}, {seventh.citation.place}")
    assert squeezed(source) in squeezed(session.screens["why"])


def test_back_shows_the_answer_that_was_given(session: Session, instrument: Instrument) -> None:
    sixth = asked(instrument)[5]
    label = as_label(sixth, session.answers[sixth.id])
    assert SAY("card.given", answer=label) in session.screens["back"]


def test_progress_and_section_stand_above_a_question(
    session: Session, instrument: Instrument
) -> None:
    total = len(asked(instrument))
    first = SAY("card.progress", number=1, total=total)
    assert f"{first} · {instrument.sections[0].title}" in session.screens["why"]


def test_what_was_answered_stays_to_be_read(session: Session, instrument: Instrument) -> None:
    first = asked(instrument)[0]
    assert f"→ {as_label(first, session.answers[first.id])}" in session.screens["stopped"]


def test_stop_says_where_the_answers_are(session: Session) -> None:
    assert session.codes["stop"] == 0
    assert squeezed(SAY("keep.where", file=CASE)) in squeezed(session.screens["stopped"])


def test_dont_know_is_kept_as_an_answer(session: Session) -> None:
    assert session.on_disk[STOPPED_AT][CHANGED] == "weet_niet"


def test_next_start_goes_on_at_the_first_open_question(session: Session) -> None:
    given = len(session.on_disk[STOPPED_AT])
    assert squeezed(SAY("keep.resume", count=given)) in squeezed(session.screens["resumed"])


def test_review_groups_all_answers_by_section_each_with_a_code(
    session: Session, instrument: Instrument
) -> None:
    page = session.screens["review"]
    page = page[page.rindex(SAY("review.title")) :]
    codes = question_codes(instrument)
    wanted = [
        line
        for section in instrument.sections
        for line in (
            section.title,
            *(f"{codes[q.id]}  {q.name}:" for q in section.questions if not q.on_request),
        )
    ]
    places = [squeezed(page).find(squeezed(line)) for line in wanted]
    assert -1 not in places
    assert places == sorted(places)


def test_review_opens_the_question_whose_code_is_typed(
    session: Session, instrument: Instrument
) -> None:
    assert instrument.question(CHANGED).ask in session.screens["edit"]
    assert SAY("card.given", answer=SAY("answer.dont_know")) in session.screens["edit"]


def test_session_ends_in_the_advice(session: Session) -> None:
    with Terminal(session.file.parent, "advies", session.file.name, rows=60) as terminal:
        assert terminal.wait_for_end() == 0
        told = squeezed(terminal.seen)
    assert session.codes["done"] == 0
    assert SAY("grounds.sources") not in session.screens["done"]
    assert told in squeezed(session.screens["done"])


# --- Nothing is misread ---------------------------------------------------------------------------


def _opened(
    folder: Path, instrument: Instrument, question: str, *way: str, **settings: Any
) -> Terminal:
    """Open an interview that stands at this question."""
    write_case(folder / CASE, known_before(instrument, question))
    terminal = Terminal(folder, "reflecteer", "--casus", CASE, *way, **settings)
    return terminal.wait_for_question(number_of(instrument, question))


@BOTH
@pytest.mark.parametrize("question", ["informeel_netwerk", "langdurig", "brede_blik"])
@pytest.mark.parametrize("typed", ["ja", "nee"])
def test_typed_ja_or_nee_records_exactly_that(
    tmp_path: Path, instrument: Instrument, question: str, typed: str, way: tuple[str, ...]
) -> None:
    with _opened(tmp_path, instrument, question, *way) as terminal:
        terminal.enter(typed).wait_for_question(number_of(instrument, question) + 1)
        assert answers_in(tmp_path / CASE)[question] == typed


@BOTH
@pytest.mark.parametrize(("typed", "meant"), [("j", "ja"), ("J", "ja"), ("n", "nee")])
def test_the_letters_of_the_paper_form_are_answers_too(
    tmp_path: Path, instrument: Instrument, typed: str, meant: str, way: tuple[str, ...]
) -> None:
    with _opened(tmp_path, instrument, "langdurig", *way) as terminal:
        terminal.enter(typed).wait_for_question(number_of(instrument, "langdurig") + 1)
        assert answers_in(tmp_path / CASE)["langdurig"] == meant


@pytest.mark.parametrize("typed", ["k", "y", "jn", "j n", "jaa", "neej", "3", "0", "ja nee"])
@BOTH
def test_what_is_no_answer_is_said_and_records_nothing(
    tmp_path: Path, instrument: Instrument, typed: str, way: tuple[str, ...]
) -> None:
    with _opened(tmp_path, instrument, "langdurig", *way) as terminal:
        before = (tmp_path / CASE).read_bytes()
        terminal.enter(typed).wait_for(SAY("typed.not_an_answer", word=typed))
        assert (tmp_path / CASE).read_bytes() == before


def test_stray_enter_in_a_menu_records_nothing(tmp_path: Path, instrument: Instrument) -> None:
    for question in ("langdurig", "leefgebieden"):
        with _opened(tmp_path, instrument, question) as terminal:
            before = (tmp_path / CASE).read_bytes()
            terminal.press("enter", "enter").wait_for(SAY("menu.choose_first"))
            assert (tmp_path / CASE).read_bytes() == before


def test_stray_enter_on_a_plain_line_skips_and_records_nothing(
    tmp_path: Path, instrument: Instrument
) -> None:
    with _opened(tmp_path, instrument, "langdurig", *PLAIN) as terminal:
        before = (tmp_path / CASE).read_bytes()
        terminal.press("enter").wait_for_question(number_of(instrument, "langdurig") + 1)
        assert (tmp_path / CASE).read_bytes() == before


@BOTH
def test_typo_records_nothing_and_drops_what_was_typed_behind_it(
    tmp_path: Path, instrument: Instrument, way: tuple[str, ...]
) -> None:
    with _opened(tmp_path, instrument, "informeel_netwerk", *way) as terminal:
        before = (tmp_path / CASE).read_bytes()
        end = "\r" if way == MENU else "\n"
        terminal.send(end.join(["jaa", "2", "3", "ja", "1", ""]))
        terminal.wait_for(SAY("typed.not_an_answer", word="jaa"))
        # Whatever was left of it would have been read by the time this is answered.
        terminal.enter("ja").wait_for_question(number_of(instrument, "informeel_netwerk") + 1)
        assert list(answers_in(tmp_path / CASE)) == [
            *known_before(instrument, "informeel_netwerk"),
            "informeel_netwerk",
        ]
        assert before != (tmp_path / CASE).read_bytes()


@BOTH
def test_typing_ahead_answers_the_questions_in_order(
    tmp_path: Path, instrument: Instrument, way: tuple[str, ...]
) -> None:
    with _opened(tmp_path, instrument, "verloop", *way) as terminal:
        end = "\r" if way == MENU else "\n"
        terminal.send(end.join(["herhaalde crises", "nee", "los", ""]))
        terminal.wait_for_question(number_of(instrument, "samenhang") + 1)
        given = answers_in(tmp_path / CASE)
        assert (given["verloop"], given["langdurig"], given["samenhang"]) == (
            "herhaalde_crises",
            "nee",
            "los",
        )


def test_pasting_several_lines_in_a_menu_types_only_the_first(
    tmp_path: Path, instrument: Instrument
) -> None:
    with _opened(tmp_path, instrument, "langdurig") as terminal:
        before = (tmp_path / CASE).read_bytes()
        terminal.paste("ja\nlos\nnee\n").wait_for("› ja")
        assert (tmp_path / CASE).read_bytes() == before
        terminal.press("enter").wait_for_question(number_of(instrument, "langdurig") + 1)
        assert list(answers_in(tmp_path / CASE))[-1] == "langdurig"


def test_pasting_several_lines_in_an_open_question_is_one_answer(tmp_path: Path) -> None:
    write_case(tmp_path / CASE, {"direct_gevaar": "nee", "veiligheid": "geen_zorg"})
    with Terminal(tmp_path, "reflecteer", "--open-vragen", "--casus", CASE) as terminal:
        terminal.wait_for_question(3).enter("twee").wait_for_question(4)
        terminal.paste("rust in huis\nhulp bij geld").press("enter").wait_for_question(5)
        text = answers_in(tmp_path / CASE)["wat_nodig"]
        assert text.split() == ["rust", "in", "huis", "hulp", "bij", "geld"]


def test_typing_lets_go_of_the_row_pointed_at(tmp_path: Path, instrument: Instrument) -> None:
    with _opened(tmp_path, instrument, "langdurig") as terminal:
        terminal.press("down", "down").wait_for_pointer("Nee").send("ja").wait_for("› ja")
        terminal.press("backspace", "backspace", "enter").wait_for(SAY("menu.choose_first"))
        assert "langdurig" not in answers_in(tmp_path / CASE)


def test_escape_and_other_keys_record_nothing(tmp_path: Path, instrument: Instrument) -> None:
    with _opened(tmp_path, instrument, "langdurig") as terminal:
        before = (tmp_path / CASE).read_bytes()
        terminal.send("\x1b[C\x1b[D\x1bOP\t\x1b[3~\x12\x0c\x1a")
        terminal.press("enter").wait_for(SAY("menu.choose_first"))
        assert (tmp_path / CASE).read_bytes() == before


# --- Several answers ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "recorded"),
    [
        (["down", "space", "down", "down", "space", "enter"], ["wonen", "school"]),
        (["down", "space", "down", "space", "up", "space", "enter"], ["werk"]),
        (["down", "down", "enter"], ["werk"]),
        (["down", "space", *["down"] * 10, "space", "enter"], ["wonen", "weet_niet"]),
        ([*["down"] * 10, "space", "enter"], []),
    ],
    ids=["two", "ticked-off-again", "enter-on-a-row", "rest-unknown", "none-of-these"],
)
def test_several_are_ticked_with_space(
    tmp_path: Path, instrument: Instrument, keys: list[str], recorded: list[str]
) -> None:
    with _opened(tmp_path, instrument, "leefgebieden") as terminal:
        terminal.press(*keys).wait_for_question(number_of(instrument, "leefgebieden") + 1)
        assert answers_in(tmp_path / CASE)["leefgebieden"] == recorded


@pytest.mark.parametrize(
    ("keys", "typed", "recorded"),
    [
        (["down", "space"], "3", ["wonen", "school"]),
        (["down", "space"], "1,3", ["wonen", "school"]),
        (["down", "space"], "School", ["wonen", "school"]),
        (["down", "space"], "wn", ["wonen", "weet_niet"]),
        ([*["down"] * 11, "space"], "3", ["school", "weet_niet"]),
        ([*["down"] * 10, "space"], "3", ["school"]),
        (["down", "space", "space"], "0", []),
    ],
    ids=["number", "the-same", "label", "rest-unknown", "unknown", "none", "nothing-ticked"],
)
def test_ticks_and_what_is_typed_add_up(
    tmp_path: Path, instrument: Instrument, keys: list[str], typed: str, recorded: list[str]
) -> None:
    with _opened(tmp_path, instrument, "leefgebieden") as terminal:
        terminal.press(*keys).enter(typed)
        terminal.wait_for_question(number_of(instrument, "leefgebieden") + 1)
        assert answers_in(tmp_path / CASE)["leefgebieden"] == recorded


def test_what_ticks_and_typing_say_together_is_shown_before_enter(
    tmp_path: Path, instrument: Instrument
) -> None:
    with _opened(tmp_path, instrument, "leefgebieden") as terminal:
        terminal.press("down", "space").send("3")
        terminal.wait_for(SAY("menu.with_ticks", answer="Wonen, school"))


def test_what_was_typed_becomes_ticks_when_the_arrows_go_on(
    tmp_path: Path, instrument: Instrument
) -> None:
    with _opened(tmp_path, instrument, "leefgebieden") as terminal:
        terminal.send("2,3").wait_for("› 2,3").press("down", "space", "enter")
        terminal.wait_for_question(number_of(instrument, "leefgebieden") + 1)
        assert answers_in(tmp_path / CASE)["leefgebieden"] == ["wonen", "werk", "school"]


def test_what_is_no_answer_is_said_when_the_arrows_leave_it(
    tmp_path: Path, instrument: Instrument
) -> None:
    with _opened(tmp_path, instrument, "leefgebieden") as terminal:
        terminal.send("99").wait_for("› 99").press("down")
        terminal.wait_for(SAY("typed.not_an_answer", word="99"))
        terminal.press("enter").wait_for_question(number_of(instrument, "leefgebieden") + 1)
        assert answers_in(tmp_path / CASE)["leefgebieden"] == ["wonen"]


def test_none_of_these_beside_a_tick_is_asked_again(tmp_path: Path, instrument: Instrument) -> None:
    with _opened(tmp_path, instrument, "leefgebieden") as terminal:
        terminal.press("down", "space").enter("0").wait_for(SAY("menu.none_and_ticks"))
        assert "leefgebieden" not in answers_in(tmp_path / CASE)
        terminal.press("down", "space").enter("0")
        terminal.wait_for_question(number_of(instrument, "leefgebieden") + 1)
        assert answers_in(tmp_path / CASE)["leefgebieden"] == []


@BOTH
@pytest.mark.parametrize(
    ("typed", "recorded"),
    [
        ("1,3", ["wonen", "school"]),
        ("3 1", ["wonen", "school"]),
        ("Geld; politie en justitie", ["financien", "justitie"]),
        ("werk, ?", ["werk", "weet_niet"]),
        ("0", []),
        ("geen van deze", []),
        ("wn", "weet_niet"),
    ],
)
def test_several_are_typed(
    tmp_path: Path, instrument: Instrument, typed: str, recorded: Any, way: tuple[str, ...]
) -> None:
    with _opened(tmp_path, instrument, "leefgebieden", *way) as terminal:
        terminal.enter(typed).wait_for_question(number_of(instrument, "leefgebieden") + 1)
        assert answers_in(tmp_path / CASE)["leefgebieden"] == recorded


@BOTH
@pytest.mark.parametrize("typed", ["1,10", "0,1", "1-3", "wonen werk", "13", "1,,x", "alle"])
def test_several_with_one_mistake_record_nothing(
    tmp_path: Path, instrument: Instrument, typed: str, way: tuple[str, ...]
) -> None:
    with _opened(tmp_path, instrument, "leefgebieden", *way) as terminal:
        terminal.enter(typed).wait_for(SAY("typed.not_an_answer", word="~").partition("~")[2])
        assert "leefgebieden" not in answers_in(tmp_path / CASE)


def test_ticked_rows_carry_a_mark_that_can_be_read(tmp_path: Path, instrument: Instrument) -> None:
    with _opened(tmp_path, instrument, "leefgebieden") as terminal:
        terminal.press("down", "space", "down", "down").wait_for_pointer("School")
        before = {
            label: re.sub(r"[\s›\d.]", "", row[: row.index(label)])
            for row in terminal.screen.splitlines()
            for label in ("Wonen", "Geld")
            if label in row
        }
        assert before["Wonen"] != before["Geld"], terminal.screen


# --- Every way out keeps everything ---------------------------------------------------------------


@BOTH
@pytest.mark.parametrize(("key", "code"), [("ctrl-c", 130), ("ctrl-d", 0)])
def test_ctrl_c_and_ctrl_d_keep_everything_and_say_where_it_is(
    tmp_path: Path, instrument: Instrument, key: str, code: int, way: tuple[str, ...]
) -> None:
    with _opened(tmp_path, instrument, "langdurig", *way) as terminal:
        terminal.enter("ja").wait_for_question(number_of(instrument, "langdurig") + 1)
        before = (tmp_path / CASE).read_bytes()
        assert terminal.press(key).wait_for_end() == code
        assert terminal.says(SAY("keep.where", file=CASE)), terminal.seen
        assert answers_in(tmp_path / CASE)["langdurig"] == "ja"
        assert (tmp_path / CASE).read_bytes() == before


@BOTH
@pytest.mark.parametrize(("key", "code"), [("ctrl-c", 130), ("ctrl-d", 0)])
def test_ctrl_c_and_ctrl_d_at_an_open_question_keep_everything(
    tmp_path: Path, key: str, code: int, way: tuple[str, ...]
) -> None:
    arguments = ("reflecteer", "--open-vragen", "--casus", CASE, *way)
    before = {"direct_gevaar": "nee", "veiligheid": "geen_zorg"}
    write_case(tmp_path / CASE, before)
    with Terminal(tmp_path, *arguments) as terminal:
        terminal.wait_for_question(3).enter("twee").wait_for_question(4)
        assert terminal.press(key).wait_for_end() == code
        assert terminal.says(SAY("keep.where", file=CASE)), terminal.seen
        assert answers_in(tmp_path / CASE) == {**before, "aantal_professionals": "twee"}


@BOTH
@pytest.mark.parametrize(("key", "code"), [("ctrl-c", 130), ("ctrl-d", 0)])
def test_ctrl_c_and_ctrl_d_are_no_fault_at_the_very_first_question(
    tmp_path: Path, key: str, code: int, way: tuple[str, ...]
) -> None:
    with Terminal(tmp_path, "reflecteer", *way) as terminal:
        # The sign of the prompt comes last: before it, nobody reads the keys yet.
        terminal.wait_for_line(SAY("keep.ask")).wait_for(">" if way else "›")
        assert terminal.press(key).wait_for_end() == code
        assert not terminal.says("Done")
        assert not terminal.says("Traceback")


@BOTH
def test_closing_the_window_keeps_every_answer(
    tmp_path: Path, instrument: Instrument, way: tuple[str, ...]
) -> None:
    with _opened(tmp_path, instrument, "langdurig", *way) as terminal:
        terminal.enter("ja").wait_for_question(number_of(instrument, "langdurig") + 1)
        terminal.close_window()
    assert answers_in(tmp_path / CASE)["langdurig"] == "ja"


@BOTH
def test_closing_the_window_leaves_nothing_behind(tmp_path: Path, way: tuple[str, ...]) -> None:
    here, temporary = tmp_path / "hier", tmp_path / "tijdelijk"
    here.mkdir()
    temporary.mkdir()
    there = {"TMPDIR": str(temporary)}
    with Terminal(here, "reflecteer", "--casus", CASE, *way, env=there) as terminal:
        terminal.wait_for_question(1).enter("nee").wait_for_question(2)
        assert [path.name for path in temporary.glob("*/*/locked")] == ["locked"]
    assert [path.name for path in here.iterdir()] == [CASE]
    assert [*temporary.iterdir()] == []


@BOTH
def test_a_system_that_shuts_down_ends_it_and_it_says_where_the_answers_are(
    tmp_path: Path, way: tuple[str, ...]
) -> None:
    with Terminal(tmp_path, "reflecteer", "--casus", CASE, *way) as terminal:
        terminal.wait_for_question(1).enter("nee").wait_for_question(2)
        assert terminal.end_by(signal.SIGTERM).wait_for_end() == INTERRUPTED
        assert terminal.says(SAY("interrupted"))
        assert not terminal.says("Traceback")
    assert [path.name for path in tmp_path.iterdir()] == [CASE]


@BOTH
def test_without_a_case_file_it_asks_where_to_keep_the_answers(
    tmp_path: Path, way: tuple[str, ...]
) -> None:
    with Terminal(tmp_path, "reflecteer", *way) as terminal:
        terminal.wait_for_line(SAY("keep.ask")).enter(CASE).wait_for_question(1)
        terminal.enter("nee").wait_for_question(2)
        assert answers_in(tmp_path / CASE) == {"direct_gevaar": "nee"}


@BOTH
def test_enter_instead_of_a_file_name_keeps_nothing_and_says_so(
    tmp_path: Path, way: tuple[str, ...]
) -> None:
    with Terminal(tmp_path, "reflecteer", *way) as terminal:
        terminal.wait_for_line(SAY("keep.ask")).press("enter").wait_for_question(1)
        assert terminal.says(SAY("keep.nothing"))
        terminal.enter("nee").wait_for_question(2)
    assert list(tmp_path.iterdir()) == []


@BOTH
@pytest.mark.parametrize("typed", ["nee", "n", "2", "Nee.", "no", "NON"])
def test_a_no_where_a_file_name_is_asked_for_keeps_nothing(
    tmp_path: Path, typed: str, way: tuple[str, ...]
) -> None:
    with Terminal(tmp_path, "reflecteer", *way) as terminal:
        terminal.wait_for_line(SAY("keep.ask")).enter(typed).wait_for_question(1)
        assert terminal.says(SAY("keep.nothing"))
    assert list(tmp_path.iterdir()) == []


@BOTH
@pytest.mark.parametrize("typed", ["?", "/", "help", "ja", "1", "oui"])
def test_a_yes_where_a_file_name_is_asked_for_is_asked_for_the_name(
    tmp_path: Path, typed: str, way: tuple[str, ...]
) -> None:
    with Terminal(tmp_path, "reflecteer", *way) as terminal:
        terminal.wait_for_line(SAY("keep.ask")).enter(typed)
        terminal.wait_for_line(SAY("keep.name")).enter(CASE).wait_for_question(1)
        terminal.enter("nee").wait_for_question(2)
    assert [path.name for path in tmp_path.glob("[!.]*")] == [CASE]


def test_a_stop_where_a_file_name_is_asked_for_ends_it(tmp_path: Path) -> None:
    with Terminal(tmp_path, "reflecteer") as terminal:
        terminal.wait_for_line(SAY("keep.ask")).enter("stop")
        assert terminal.wait_for_end() == 0
    assert list(tmp_path.iterdir()) == []


def test_a_file_name_with_an_ending_that_is_not_ours_is_asked_again(tmp_path: Path) -> None:
    with Terminal(tmp_path, "reflecteer", *PLAIN) as terminal:
        terminal.wait_for_line(SAY("keep.ask")).enter("C-1.pdf")
        terminal.wait_for("C-1.pdf").wait_for(SAY("usage.ending", file="C-1.pdf", known=".yaml"))
        terminal.enter(CASE).wait_for_question(1)
        terminal.enter("nee").wait_for_question(2)
    assert [path.name for path in tmp_path.glob("[!.]*")] == [CASE]


# --- Fewer questions ------------------------------------------------------------------------------


@BOTH
def test_fewer_questions_are_offered_before_the_first_and_taken_by_typing_so(
    tmp_path: Path, instrument: Instrument, way: tuple[str, ...]
) -> None:
    with Terminal(tmp_path, "reflecteer", "--casus", CASE, *way) as terminal:
        terminal.wait_for_line(SAY("short.offer")).wait_for_question(1)
        terminal.wait_for(asked(instrument)[0].ask)
        short = Interview.start(lower(instrument), short=True).question
        assert short is not None
        said = squeezed(SAY("short.on"))
        for times in (1, 2):
            # What was typed must be on the screen, or the question still there is the old one.
            terminal.send("kort").wait_until(lambda: terminal.card.endswith("kort"), "kort")
            terminal.press("enter")
            seen = partial(lambda count: squeezed(terminal.seen).count(said) == count, times)
            terminal.wait_until(seen, SAY("short.on"))
            terminal.wait_for(short.ask).wait_for_question(1)
        terminal.enter("stop")
        assert terminal.wait_for_end() == 0
        again = SAY("keep.nothing_yet")
        told = terminal.seen[terminal.seen.rindex(again.split()[-1]) :].split()
        assert told[-len(way) - 1 :] == [*way, "--kort"]


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_offer_is_one_line_on_a_usual_screen(
    tmp_path: Path, language: str, columns: int
) -> None:
    offer = Words(language)("short.offer")
    assert len(offer) <= 80
    arguments = ("reflecteer", "--casus", CASE, "--taal", language)
    with Terminal(tmp_path, *arguments, columns=columns) as terminal:
        terminal.wait_for_line(offer)
        assert " ".join(offer.split()) in " ".join(terminal.seen.split())


def test_fewer_questions_are_not_offered_to_who_asked_for_them(tmp_path: Path) -> None:
    with Terminal(tmp_path, "reflecteer", "--kort", "--casus", CASE) as terminal:
        terminal.wait_for_question(1)
        assert not terminal.says(SAY("short.offer"))


@BOTH
def test_back_at_the_first_question_stays_there(
    tmp_path: Path, instrument: Instrument, way: tuple[str, ...]
) -> None:
    with Terminal(tmp_path, "reflecteer", "--casus", CASE, *way) as terminal:
        terminal.wait_for_question(1).enter("terug")
        asks = asked(instrument)[0].ask
        terminal.wait_until(
            lambda: squeezed(terminal.seen).count(squeezed(asks)) > 1, "the question again"
        )
        terminal.wait_for_question(1).enter("nee").wait_for_question(2)


@BOTH
def test_skipping_a_question_that_has_an_answer_keeps_the_answer(
    tmp_path: Path, instrument: Instrument, way: tuple[str, ...]
) -> None:
    with _opened(tmp_path, instrument, "langdurig", *way) as terminal:
        at = number_of(instrument, "langdurig")
        terminal.enter("ja").wait_for_question(at + 1)
        terminal.enter("terug").wait_for_question(at)
        terminal.enter("overslaan").wait_for_question(at + 1)
        assert answers_in(tmp_path / CASE)["langdurig"] == "ja"


@BOTH
def test_answer_that_switches_a_question_off_drops_its_answer(
    tmp_path: Path, instrument: Instrument, way: tuple[str, ...]
) -> None:
    with _opened(tmp_path, instrument, "opbrengst", *way) as terminal:
        at = number_of(instrument, "opbrengst")
        terminal.enter("voldoende").wait_for_question(at + 1)
        terminal.enter("terug").wait_for_question(at)
        terminal.enter("terug").wait_for_question(at - 1)
        terminal.enter("geen van deze")
        terminal.wait_for(instrument.question("op_en_afschalen").ask).wait_for_question(at)
        assert "opbrengst" not in answers_in(tmp_path / CASE)


@BOTH
def test_stop_on_the_review_page_shows_no_advice(
    tmp_path: Path, examples: Path, way: tuple[str, ...]
) -> None:
    write_case(tmp_path / CASE, answers_in(examples / "C-2041.yaml"))
    with Terminal(tmp_path, "reflecteer", "--casus", CASE, *way) as terminal:
        terminal.wait_for_line(SAY("review.prompt")).enter("s")
        assert terminal.wait_for_end() == 0
        assert not terminal.says(SAY("short.whole"))
        assert terminal.says(SAY("keep.where", file=CASE))


@BOTH
def test_code_that_is_not_on_the_review_page_is_said(
    tmp_path: Path, examples: Path, way: tuple[str, ...]
) -> None:
    write_case(tmp_path / CASE, answers_in(examples / "C-2041.yaml"))
    with Terminal(tmp_path, "reflecteer", "--casus", CASE, *way) as terminal:
        terminal.wait_for_line(SAY("review.prompt")).enter("Z9")
        terminal.wait_for(SAY("typed.not_a_code", word="z9").partition("z9")[2])
        terminal.press("enter")
        assert terminal.wait_for_end() == 0
        assert terminal.says(SAY("short.whole"))


# --- Sizes and kinds of terminal ------------------------------------------------------------------


@BOTH
def test_at_40_columns_no_label_is_cut_off(
    tmp_path: Path, instrument: Instrument, way: tuple[str, ...]
) -> None:
    arguments = ("reflecteer", "--open-vragen", "--casus", CASE, *way)
    with Terminal(tmp_path, *arguments, columns=40, rows=60) as terminal:
        for number, question in enumerate(instrument.questions(), 1):
            terminal.wait_for_question(number)
            card = squeezed(terminal.card)
            texts = [question.ask, *question.prompts]
            texts += [t for o in question.options for t in (o.label, o.hint)]
            assert [text for text in texts if squeezed(text) not in card] == []
            terminal.send(":o" if question.kind is Kind.TEXT else "o").press("enter")


@BOTH
@pytest.mark.parametrize("question", ["wie_nodig", "samenwerking_gezin", "leefgebieden"])
def test_at_40_columns_no_word_of_an_answer_is_cut_in_two(
    tmp_path: Path, instrument: Instrument, question: str, way: tuple[str, ...]
) -> None:
    with _opened(tmp_path, instrument, question, *way, columns=40, rows=60) as terminal:
        card = " ".join(terminal.card.split())
    options = instrument.question(question).options
    texts = [text for option in options for text in (option.label, option.hint)]
    assert [text for text in texts if text not in card] == [], card


@BOTH
@pytest.mark.parametrize("columns", [40, 80])
def test_no_word_of_what_is_said_is_cut_in_two(
    tmp_path: Path, instrument: Instrument, columns: int, way: tuple[str, ...]
) -> None:
    wrong = SAY("typed.not_an_answer", word="alles")
    how = SAY("menu.how_several" if way == MENU else "plain.several")
    with _opened(tmp_path, instrument, "leefgebieden", *way, columns=columns, rows=60) as terminal:
        terminal.enter("alles").wait_for(wrong)
        card = " ".join(terminal.card.split())
        assert [text for text in (wrong, how) if text not in card] == [], card


@BOTH
@pytest.mark.parametrize("columns", [40, 80])
def test_no_word_of_the_review_is_cut_in_two(
    tmp_path: Path, examples: Path, columns: int, way: tuple[str, ...]
) -> None:
    write_case(tmp_path / CASE, answers_in(examples / "C-2041.yaml"))
    arguments = ("reflecteer", "--casus", CASE, *way)
    with Terminal(tmp_path, *arguments, columns=columns, rows=60) as terminal:
        wrong = SAY("typed.not_a_code", word="z9")
        terminal.wait_for_line(SAY("review.prompt")).enter("z9").wait_for(wrong)
        seen = " ".join(terminal.seen.split())
        said = (SAY("review.prompt").strip(), wrong)
        assert [text for text in said if text not in seen] == [], seen


@BOTH
@pytest.mark.parametrize("columns", [40, 80])
def test_no_word_of_the_first_question_is_cut_in_two(
    tmp_path: Path, columns: int, way: tuple[str, ...]
) -> None:
    with Terminal(tmp_path, "reflecteer", *way, columns=columns) as terminal:
        terminal.wait_for_line(SAY("keep.ask"))
        assert SAY("keep.ask").strip() in " ".join(terminal.seen.split()), terminal.seen


def test_at_40_columns_and_24_rows_the_arrows_bring_every_answer_into_view(
    tmp_path: Path, instrument: Instrument
) -> None:
    question = instrument.question("samenwerking_gezin")
    with _opened(tmp_path, instrument, question.id, columns=40) as terminal:
        for option in question.options:
            terminal.press("down").wait_for_pointer(option.label)
            assert squeezed(option.label) in squeezed(terminal.screen)
            assert squeezed(option.hint) in squeezed(terminal.screen), terminal.screen


def test_at_40_columns_and_24_rows_the_advice_fits(tmp_path: Path, examples: Path) -> None:
    write_case(tmp_path / CASE, answers_in(examples / "C-2041.yaml"))
    with Terminal(tmp_path, "reflecteer", "--casus", CASE, columns=40, rows=400) as terminal:
        terminal.wait_for_line(SAY("review.prompt")).press("enter")
        terminal.wait_for_end()
        # What is not there is counted; no text is cut off.
        assert re.findall("…(?!en ?nog)", squeezed(terminal.seen)) == []
        assert terminal.says(f"integraal advies {CASE} --volledig")


def test_window_made_narrower_cuts_no_label_off(tmp_path: Path, instrument: Instrument) -> None:
    question = instrument.question("wie_nodig")
    with _opened(tmp_path, instrument, question.id) as terminal:
        labels = [option.label for option in question.options]
        terminal.resize(40, 24).press("down").wait_for_pointer(labels[0][:12])
        shown = squeezed(terminal.screen)
        assert [label for label in labels if squeezed(label) not in shown] == [], terminal.screen


@pytest.mark.parametrize("term", ["dumb", "", None], ids=["dumb", "empty", "unset"])
def test_terminal_that_can_do_nothing_gets_plain_lines_only(
    tmp_path: Path, term: str | None
) -> None:
    with Terminal(tmp_path, "reflecteer", "--casus", CASE, env={"TERM": term}) as terminal:
        terminal.wait_for_question(1).enter("nee").wait_for_question(2)
        terminal.press("ctrl-d")
        terminal.wait_for_end()
        assert b"\x1b" not in terminal.raw


def test_eenvoudig_never_moves_the_cursor(tmp_path: Path, examples: Path) -> None:
    answers = answers_in(examples / "C-2041.yaml")
    write_case(tmp_path / CASE, {k: v for k, v in answers.items() if k != "delen_met_naam"})
    with Terminal(tmp_path, "reflecteer", "--casus", CASE, *PLAIN) as terminal:
        terminal.wait_for(SAY("plain.prompt")).enter("waarom").wait_for(SAY("menu.why"))
        terminal.enter("ja").wait_for_line(SAY("review.prompt")).press("enter")
        terminal.wait_for_end()
        without_styles = re.sub(rb"\x1b\[[0-9;]*m", b"", terminal.raw)
        assert b"\x1b" not in without_styles


@BOTH
def test_no_color_means_no_colour(tmp_path: Path, examples: Path, way: tuple[str, ...]) -> None:
    write_case(tmp_path / CASE, {"direct_gevaar": "nee"})
    env = {"NO_COLOR": "1"}
    with Terminal(tmp_path, "reflecteer", "--casus", CASE, *way, env=env) as terminal:
        terminal.wait_for_question(2).enter("2").wait_for_question(3)
        terminal.press("ctrl-c")
        terminal.wait_for_end()
        codes = {
            int(n)
            for style in re.findall(rb"\x1b\[([\d;]*)m", terminal.raw)
            for n in style.split(b";")
            if n
        }
        assert not {code for code in codes if 30 <= code <= 49 or 90 <= code <= 107}, codes


def test_output_that_is_piped_gets_plain_questions_on_the_terminal(tmp_path: Path) -> None:
    arguments = ("reflecteer", "--casus", CASE)
    with Terminal(tmp_path, *arguments, behind="> advies.txt") as terminal:
        terminal.wait_for_question(1).enter("jaa").wait_for(SAY("typed.not_an_answer", word="jaa"))
        terminal.enter("nee").wait_for_question(2).press("ctrl-d")
        assert terminal.wait_for_end() == 0
    assert (tmp_path / "advies.txt").read_text() == ""
    assert yaml.safe_load((tmp_path / CASE).read_text())["casus"] == "C-1"


# --- As people expect it --------------------------------------------------------------------------


def _again(terminal: Terminal, instrument: Instrument, question: str, typed: str) -> None:
    """Answer a question, and go back to it."""
    at = number_of(instrument, question)
    terminal.enter(typed).wait_for_question(at + 1)
    terminal.enter("terug").wait_for_question(at)


@BOTH
@pytest.mark.parametrize(
    ("question", "typed", "kept"),
    [
        ("langdurig", "nee", "nee"),
        ("langdurig", "weet niet", "weet_niet"),
        ("leefgebieden", "1,3", ["wonen", "school"]),
        ("leefgebieden", "0", []),
        ("leefgebieden", "1, wn", ["wonen", "weet_niet"]),
    ],
)
def test_enter_keeps_the_earlier_answer_and_says_so(
    tmp_path: Path,
    instrument: Instrument,
    question: str,
    typed: str,
    kept: Any,
    way: tuple[str, ...],
) -> None:
    with _opened(tmp_path, instrument, question, *way) as terminal:
        _again(terminal, instrument, question, typed)
        assert terminal.says(SAY("card.keep"))
        terminal.press("enter").wait_for_question(number_of(instrument, question) + 1)
        assert answers_in(tmp_path / CASE)[question] == kept


def test_the_earlier_answer_is_pointed_at(tmp_path: Path, instrument: Instrument) -> None:
    with _opened(tmp_path, instrument, "langdurig") as terminal:
        _again(terminal, instrument, "langdurig", "nee")
        terminal.wait_for_pointer("Nee").press("up").wait_for_pointer("Ja").press("enter")
        terminal.wait_for_question(number_of(instrument, "langdurig") + 1)
        assert answers_in(tmp_path / CASE)["langdurig"] == "ja"


OPEN = "wat_nodig"
BEFORE_OPEN = {"direct_gevaar": "nee", "veiligheid": "geen_zorg", "aantal_professionals": "twee"}


def _opened_open(folder: Path, *way: str, **answers: str) -> Terminal:
    """Open an interview at the open question, which may have an answer."""
    write_case(folder / CASE, {**BEFORE_OPEN, **answers})
    terminal = Terminal(folder, "reflecteer", "--open-vragen", "--casus", CASE, *way)
    return terminal.wait_for_question(4 + len(answers))


def _back_at(terminal: Terminal, text: str) -> Terminal:
    """Go back to the open question; its text stands there to be edited."""
    shown = squeezed(f"›{text}")
    return terminal.enter("terug").wait_until(
        lambda: squeezed(terminal.card).endswith(shown) and terminal.says(SAY("card.keep")), text
    )


def test_an_earlier_text_can_be_edited(tmp_path: Path) -> None:
    with _opened_open(tmp_path, **{OPEN: "rust in huis"}) as terminal:
        _back_at(terminal, "rust in huis").send(" en hulp bij geld").press(
            "enter"
        ).wait_for_question(5)
        assert answers_in(tmp_path / CASE)[OPEN] == "rust in huis en hulp bij geld"


def test_enter_keeps_an_earlier_text_as_it_is(tmp_path: Path) -> None:
    with _opened_open(tmp_path, **{OPEN: "rust in huis"}) as terminal:
        before = (tmp_path / CASE).read_bytes()
        _back_at(terminal, "rust in huis").press("enter").wait_for_question(5)
        assert terminal.says(f"→ {SAY('card.left', answer='rust in huis')}")
        assert (tmp_path / CASE).read_bytes() == before


@pytest.mark.parametrize("key", ["ctrl-u", "escape"])
def test_a_text_that_is_emptied_is_taken_back(tmp_path: Path, key: str) -> None:
    with _opened_open(tmp_path, **{OPEN: "rust in huis"}) as terminal:
        _back_at(terminal, "rust in huis").press(key)
        terminal.wait_until(lambda: terminal.card.endswith("›"), "an empty line")
        terminal.press("enter").wait_for_question(5)
        assert terminal.says(f"→ {SAY('card.erased')}")
        assert OPEN not in answers_in(tmp_path / CASE)


@BOTH
def test_an_answer_can_be_taken_back_by_typing_so(
    tmp_path: Path, instrument: Instrument, way: tuple[str, ...]
) -> None:
    with _opened(tmp_path, instrument, "langdurig", *way) as terminal:
        _again(terminal, instrument, "langdurig", "ja")
        terminal.enter("wis").wait_for_question(number_of(instrument, "langdurig") + 1)
        assert terminal.says(f"→ {SAY('card.erased')}")
        assert "langdurig" not in answers_in(tmp_path / CASE)


def test_a_text_that_is_refused_is_kept_to_edit(tmp_path: Path) -> None:
    with _opened_open(tmp_path) as terminal:
        shown = squeezed("› rust, bel 0612345678")
        terminal.enter("rust, bel 0612345678").wait_for(SAY("typed.identifies", word="~")[-30:])
        terminal.wait_until(lambda: squeezed(terminal.card).count(shown) == 2, "it once more")
        terminal.press(*["backspace"] * len(", bel 0612345678"), "enter").wait_for_question(5)
        assert answers_in(tmp_path / CASE)[OPEN] == "rust"


def test_what_is_refused_in_a_menu_can_be_mended_or_typed_over(
    tmp_path: Path, instrument: Instrument
) -> None:
    at = number_of(instrument, "leefgebieden")
    with _opened(tmp_path, instrument, "leefgebieden") as terminal:
        terminal.enter("1,39").wait_for(SAY("typed.not_an_answer", word="39"))
        terminal.press("left", "right", "backspace", "enter").wait_for_question(at + 1)
        assert answers_in(tmp_path / CASE)["leefgebieden"] == ["wonen", "school"]
        terminal.enter("terug").wait_for_question(at)
        terminal.enter("99").wait_for(SAY("typed.not_an_answer", word="99"))
        terminal.enter("4").wait_for_question(at + 1)
        assert "financien" in answers_in(tmp_path / CASE)["leefgebieden"]


@BOTH
@pytest.mark.parametrize(
    ("typed", "wrong"),
    [("1,10", "10"), ("school; x; geld; y", "x, y"), ("x,1", "x"), ("1 2 13", "13")],
)
def test_the_wrong_part_of_a_list_is_named(
    tmp_path: Path, instrument: Instrument, typed: str, wrong: str, way: tuple[str, ...]
) -> None:
    with _opened(tmp_path, instrument, "leefgebieden", *way) as terminal:
        terminal.enter(typed).wait_for(SAY("typed.not_an_answer", word=wrong))
        assert "leefgebieden" not in answers_in(tmp_path / CASE)


def test_a_question_mark_explains_the_keys_and_loses_no_tick(
    tmp_path: Path, instrument: Instrument
) -> None:
    with _opened(tmp_path, instrument, "leefgebieden") as terminal:
        terminal.press("down", "space").send("?")
        terminal.wait_for(SAY("menu.help").splitlines()[0])
        terminal.press("enter").wait_for_question(number_of(instrument, "leefgebieden"))
        assert "leefgebieden" not in answers_in(tmp_path / CASE)
        terminal.press("enter").wait_for_question(number_of(instrument, "leefgebieden") + 1)
        assert answers_in(tmp_path / CASE)["leefgebieden"] == ["wonen"]


def _is_another(terminal: Terminal, before: str) -> bool:
    return terminal.screen != before


@pytest.mark.parametrize("rows", [24, 14, 8])
def test_all_of_the_help_is_there_to_be_read_in_a_small_window(
    tmp_path: Path, instrument: Instrument, rows: int
) -> None:
    """In parts, with the danger below each; any key turns to the next, and after the last back."""
    write_case(tmp_path / CASE, {"direct_gevaar": "ja", "veiligheid": "geen_zorg"})
    first, *_, last = SAY("menu.help").splitlines()
    danger = SAY("danger.title")
    with Terminal(tmp_path, "reflecteer", "--casus", CASE, columns=40, rows=rows) as terminal:
        terminal.wait_for_question(3).send("?").wait_for(first[:20])
        parts = 1
        while squeezed(last) not in squeezed(terminal.screen):
            before = terminal.screen
            assert SAY("menu.more_below") in before
            assert squeezed(danger) in squeezed(before)
            terminal.send("x").wait_until(partial(_is_another, terminal, before), "the next part")
            parts += 1
        assert parts > 1
        terminal.send("x").wait_for_question(3)
        assert "aantal_professionals" not in answers_in(tmp_path / CASE)


@pytest.mark.parametrize("rows", [8, 5])
def test_the_smallest_window_has_rows_and_says_what_to_do_in_danger(
    tmp_path: Path, instrument: Instrument, rows: int
) -> None:
    write_case(tmp_path / CASE, {"direct_gevaar": "ja", "veiligheid": "geen_zorg"})
    with Terminal(tmp_path, "reflecteer", "--casus", CASE, columns=40, rows=rows) as terminal:
        terminal.wait_for(SAY("menu.more_below"))
        for option in instrument.question("aantal_professionals").options:
            terminal.press("down").wait_for_pointer(option.label)
            assert "112" in terminal.screen
        terminal.press("enter").wait_until(
            lambda: "aantal_professionals" in answers_in(tmp_path / CASE), "an answer"
        )


@pytest.mark.parametrize("typed", ["?", "hulp"])
def test_a_question_mark_on_a_plain_line_says_what_can_be_typed(
    tmp_path: Path, instrument: Instrument, typed: str
) -> None:
    with _opened(tmp_path, instrument, "langdurig", *PLAIN) as terminal:
        before = (tmp_path / CASE).read_bytes()
        terminal.enter(typed).wait_for(SAY("plain.help").splitlines()[1])
        terminal.wait_for_question(number_of(instrument, "langdurig"))
        assert (tmp_path / CASE).read_bytes() == before


@BOTH
def test_a_question_mark_is_help_at_an_open_question_too(
    tmp_path: Path, way: tuple[str, ...]
) -> None:
    with _opened_open(tmp_path, *way) as terminal:
        terminal.enter("?").wait_for(SAY("plain.help").splitlines()[2]).wait_for_question(4)
        assert OPEN not in answers_in(tmp_path / CASE)


BACK = "blank.back"
"""All that a blank screen says."""


def _blanked(terminal: Terminal) -> Terminal:
    """Wait for a screen that says nothing else, nor does what could be scrolled back to."""
    return terminal.wait_until(lambda: terminal.seen.strip() == SAY(BACK).strip(), "a blank screen")


def test_one_key_blanks_the_screen_and_enter_brings_the_ticks_and_all_else_back(
    tmp_path: Path, instrument: Instrument
) -> None:
    question = instrument.question("leefgebieden")
    with _opened(tmp_path, instrument, question.id) as terminal:
        terminal.press("down", "space").wait_until(lambda: "[x]" in terminal.screen, "a tick")
        before = (tmp_path / CASE).read_bytes()
        _blanked(terminal.press("f9")).press("enter")
        terminal.wait_for_question(number_of(instrument, question.id)).wait_for("[x]")
        assert terminal.says(question.ask)
        assert (tmp_path / CASE).read_bytes() == before
        terminal.press("enter").wait_for_question(number_of(instrument, question.id) + 1)
        assert answers_in(tmp_path / CASE)[question.id] == ["wonen"]


@BOTH
def test_a_word_blanks_the_screen_too(
    tmp_path: Path, instrument: Instrument, way: tuple[str, ...]
) -> None:
    at = number_of(instrument, "langdurig")
    with _opened(tmp_path, instrument, "langdurig", *way) as terminal:
        before = (tmp_path / CASE).read_bytes()
        _blanked(terminal.enter("leeg")).press("enter").wait_for_question(at)
        assert (tmp_path / CASE).read_bytes() == before
        terminal.enter("ja").wait_for_question(at + 1)


def test_a_line_that_is_being_typed_comes_back_with_all_else(tmp_path: Path) -> None:
    with _opened_open(tmp_path) as terminal:
        terminal.send("rust in huis").wait_for("rust in huis")
        _blanked(terminal.press("f9")).press("enter").wait_for("rust in huis")
        terminal.press("enter").wait_for_question(5)
        assert answers_in(tmp_path / CASE)[OPEN] == "rust in huis"


@BOTH
def test_where_a_line_may_say_anything_the_word_has_a_colon(
    tmp_path: Path, way: tuple[str, ...]
) -> None:
    with _opened_open(tmp_path, *way) as terminal:
        _blanked(terminal.enter(":leeg")).press("enter").wait_for_question(4)
        assert OPEN not in answers_in(tmp_path / CASE)


@BOTH
def test_the_review_is_blanked_and_comes_back(
    tmp_path: Path, instrument: Instrument, examples: Path, way: tuple[str, ...]
) -> None:
    write_case(tmp_path / CASE, answers_in(examples / "C-2041.yaml"))
    with Terminal(tmp_path, "reflecteer", "--casus", CASE, *way) as terminal:
        terminal.wait_for_line(SAY("review.prompt").strip())
        _blanked(terminal.enter("leeg")).press("enter").wait_for(SAY("review.title"))


@pytest.mark.parametrize("kind", ["linux", "dumb"])
def test_a_terminal_without_another_screen_is_told_the_question_again(
    tmp_path: Path, instrument: Instrument, kind: str
) -> None:
    question = instrument.question("langdurig")
    at = number_of(instrument, question.id)
    with _opened(tmp_path, instrument, question.id, env={"TERM": kind}) as terminal:
        terminal.enter("leeg")
        terminal.wait_until(
            lambda: squeezed(terminal.screen) == squeezed(SAY(BACK)), "a blank screen"
        )
        terminal.press("enter").wait_for_question(at)
        assert squeezed(question.ask) in squeezed(terminal.screen)


def test_home_end_and_page_keys_go_over_the_rows(tmp_path: Path, instrument: Instrument) -> None:
    labels = [option.label for option in instrument.question("leefgebieden").options]
    with _opened(tmp_path, instrument, "leefgebieden", columns=40, rows=20) as terminal:
        terminal.press("end").wait_for_pointer(SAY("menu.stop"))
        terminal.press("home").wait_for_pointer(labels[0])
        terminal.press("page-down", "page-up").wait_for_pointer(labels[0])
        terminal.press("page-down", "page-down").wait_for_pointer(SAY("menu.stop"))
        assert "leefgebieden" not in answers_in(tmp_path / CASE)


def test_a_typed_line_is_edited_as_anywhere(tmp_path: Path, instrument: Instrument) -> None:
    with _opened(tmp_path, instrument, "leefgebieden") as terminal:
        terminal.send("99").press("ctrl-u").send(",3").press("home").send("1").wait_for("› 1,3")
        terminal.press("end").send(",44").press("backspace", "enter")
        terminal.wait_for_question(number_of(instrument, "leefgebieden") + 1)
        assert answers_in(tmp_path / CASE)["leefgebieden"] == ["wonen", "school", "financien"]


def test_escape_takes_back_what_is_typed_and_where_the_pointer_is(
    tmp_path: Path, instrument: Instrument
) -> None:
    with _opened(tmp_path, instrument, "langdurig") as terminal:
        before = (tmp_path / CASE).read_bytes()
        terminal.send("ja").wait_for("› ja").press("escape", "enter")
        terminal.wait_for(SAY("menu.choose_first")).press("down").wait_for_pointer("Ja")
        terminal.press("escape", "enter").wait_for(SAY("menu.choose_first"))
        assert (tmp_path / CASE).read_bytes() == before


def test_what_does_not_fit_in_a_small_window_is_said(
    tmp_path: Path, instrument: Instrument
) -> None:
    question = instrument.question("leefgebieden")
    with _opened(tmp_path, instrument, question.id, columns=40, rows=20) as terminal:
        terminal.wait_for(SAY("menu.more_below"))
        assert squeezed(question.ask) in squeezed(terminal.screen)
        terminal.press("end").wait_for(SAY("menu.more_above"))
        terminal.resize(40, 14).press("home", *["down"] * 6).wait_for(SAY("menu.more_both"))
        terminal.resize(80, 40).press("home")
        more = squeezed(SAY("menu.more_below"))
        terminal.wait_until(lambda: more not in squeezed(terminal.screen), "all rows")


@BOTH
def test_a_question_that_is_skipped_leaves_its_line(
    tmp_path: Path, instrument: Instrument, way: tuple[str, ...]
) -> None:
    at = number_of(instrument, "langdurig")
    with _opened(tmp_path, instrument, "langdurig", *way) as terminal:
        terminal.enter("overslaan").wait_for_question(at + 1)
        assert terminal.says(f"→ {SAY('card.skipped')}")
        terminal.enter("terug").wait_for_question(at).enter("ja").wait_for_question(at + 1)
        terminal.enter("terug").wait_for_question(at).enter("overslaan").wait_for_question(at + 1)
        assert terminal.says(f"→ {SAY('card.left', answer='Ja')}")


@BOTH
def test_a_number_that_is_not_the_next_is_explained(
    tmp_path: Path, instrument: Instrument, way: tuple[str, ...]
) -> None:
    at = number_of(instrument, "langdurig")
    known = {**known_before(instrument, "langdurig"), "samenhang": "los"}
    write_case(tmp_path / CASE, known)
    with Terminal(tmp_path, "reflecteer", "--casus", CASE, *way) as terminal:
        terminal.wait_for_question(at).enter("ja").wait_for_question(at + 2)
        assert terminal.says(SAY("card.passed_over"))
        assert terminal.seen.count(SAY("card.passed_over")) == 1


@BOTH
def test_with_fewer_questions_the_counter_goes_on_where_it_was(
    tmp_path: Path, way: tuple[str, ...]
) -> None:
    with Terminal(tmp_path, "reflecteer", "--casus", CASE, *way) as terminal:
        terminal.wait_for_question(1).enter("nee").wait_for_question(2)
        terminal.enter("geen zorgen").wait_for_question(3).enter("overslaan").wait_for_question(4)
        terminal.send("kort").wait_until(lambda: terminal.card.endswith("kort"), "kort")
        terminal.press("enter").wait_for(SAY("short.on")).wait_for_question(4)


@BOTH
@pytest.mark.parametrize(("leave", "code"), [("ctrl-c", 130), ("ctrl-d", 0), ("stop", 0)])
def test_leaving_without_a_file_offers_to_keep_the_answers(
    tmp_path: Path, leave: str, code: int, way: tuple[str, ...]
) -> None:
    with Terminal(tmp_path, "reflecteer", *way) as terminal:
        terminal.wait_for_line(SAY("keep.ask")).press("enter").wait_for_question(1)
        terminal.enter("nee").wait_for_question(2)
        terminal.enter(leave) if leave == "stop" else terminal.press(leave)
        terminal.wait_for_line(SAY("keep.offer")).enter(CASE)
        assert terminal.wait_for_end() == code
        assert terminal.says(SAY("keep.where", file=CASE))
    assert answers_in(tmp_path / CASE) == {"direct_gevaar": "nee"}


@BOTH
def test_leaving_keeps_nothing_where_nobody_wants_to(tmp_path: Path, way: tuple[str, ...]) -> None:
    with Terminal(tmp_path, "reflecteer", *way) as terminal:
        terminal.wait_for_line(SAY("keep.ask")).press("enter").wait_for_question(1)
        terminal.enter("nee").wait_for_question(2).press("ctrl-c")
        terminal.wait_for_line(SAY("keep.offer")).press("ctrl-c")
        assert terminal.wait_for_end() == 130
        assert terminal.says(SAY("keep.lost"))
    assert list(tmp_path.iterdir()) == []


def test_leaving_writes_over_no_file_that_is_there(tmp_path: Path) -> None:
    theirs = write_case(tmp_path / "C-9.yaml", {"draaglast": "zwaar"}).read_bytes()
    with Terminal(tmp_path, "reflecteer", *PLAIN) as terminal:
        terminal.wait_for_line(SAY("keep.ask")).press("enter").wait_for_question(1)
        terminal.enter("nee").wait_for_question(2).enter("stop")
        terminal.wait_for_line(SAY("keep.offer")).enter("C-9.yaml")
        terminal.wait_for(SAY("keep.taken", file="C-9.yaml")).enter(CASE)
        assert terminal.wait_for_end() == 0
    assert (tmp_path / "C-9.yaml").read_bytes() == theirs
    assert answers_in(tmp_path / CASE) == {"direct_gevaar": "nee"}


@BOTH
def test_danger_stands_above_the_offer_and_has_the_last_word(
    tmp_path: Path, way: tuple[str, ...]
) -> None:
    with Terminal(tmp_path, "reflecteer", *way) as terminal:
        terminal.wait_for_line(SAY("keep.ask")).press("enter").wait_for_question(1)
        terminal.enter("ja").wait_for_question(2).press("ctrl-c")
        terminal.wait_for_line(SAY("keep.offer"))
        above = terminal.seen[: terminal.seen.rindex(SAY("keep.offer")[:20])]
        assert "112" in above.splitlines()[-3] + above.splitlines()[-2] + above.splitlines()[-1]
        terminal.press("enter")
        assert terminal.wait_for_end() == 130
        assert "112" in terminal.seen[terminal.seen.rindex(SAY("keep.lost")[:20]) :]


def test_a_terminal_without_our_signs_gets_others_and_no_question_marks(tmp_path: Path) -> None:
    env = {"PYTHONIOENCODING": "ascii"}
    with Terminal(tmp_path, "reflecteer", "--casus", CASE, env=env) as terminal:
        terminal.wait_for("? = hulp").press("down")
        terminal.wait_until(lambda: " > 1. Ja" in terminal.screen, "the pointer")
        terminal.press("enter").wait_for("Belgie").wait_for("-> Ja")
        terminal.wait_for("? = hulp")
        assert terminal.screen.isascii()
        assert "Belgi?" not in terminal.screen
