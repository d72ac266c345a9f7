"""The interview through a pipe: strict, repeatable, and never an answer at the wrong question."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from integraal.model.instrument import Instrument, Kind
from integraal.reading.library import Library
from integraal.words.words import LANGUAGES, Words
from tests.cli.interview.answering import (
    SAY,
    answers_in,
    as_label,
    as_line,
    asked,
    known_before,
    write_case,
)
from tests.cli.processes import ended, start
from tests.cli.terminal import squeezed
from tests.conftest import ROOT, Run

CASE = "C-1.yaml"
INTERVIEW = ("reflecteer", "--casus", CASE)
FIRST = "nee\ngeen_zorg\n"
"""The answers to the two questions about safety, which come first."""
GIVEN = {"direct_gevaar": "nee", "veiligheid": "geen_zorg"}


@pytest.fixture
def lines(instrument: Instrument, examples: Path) -> list[str]:
    """One line for every question, from the example case that is filled in whole."""
    answers = answers_in(examples / "C-2041.yaml")
    return [as_line(answers[question.id]) for question in asked(instrument)]


def _text(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


# --- All the way through --------------------------------------------------------------------------


def test_all_answers_end_in_the_advice_and_only_that_is_on_stdout(
    integraal: Run, lines: list[str]
) -> None:
    done = integraal(*INTERVIEW, stdin=_text(lines))
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == integraal("advies", CASE).stdout.strip()


def test_dialogue_is_on_stderr(integraal: Run, instrument: Instrument, lines: list[str]) -> None:
    said = squeezed(integraal(*INTERVIEW, stdin=_text(lines)).stderr)
    assert [q.ask for q in asked(instrument) if squeezed(q.ask) not in said] == []
    assert squeezed(SAY("review.title")) in said


def test_transcript_shows_what_was_answered(integraal: Run) -> None:
    assert "> twee\n" in integraal(*INTERVIEW, stdin=f"{FIRST}twee\n").stderr


def test_nothing_that_is_piped_moves_the_cursor_or_has_colour(
    integraal: Run, lines: list[str]
) -> None:
    done = integraal(*INTERVIEW, stdin=_text(lines), env={"TERM": "xterm-256color"})
    assert "\x1b" not in done.stdout + done.stderr


def test_ids_numbers_and_labels_give_the_same_file(
    integraal: Run, tmp_path: Path, instrument: Instrument, examples: Path, lines: list[str]
) -> None:
    answers = answers_in(examples / "C-2041.yaml")
    integraal(*INTERVIEW, stdin=_text(lines))
    labels = [as_label(question, answers[question.id]) for question in asked(instrument)]
    integraal("reflecteer", "--casus", "labels/C-1.yaml")  # no such folder: makes nothing
    (tmp_path / "labels").mkdir()
    integraal("reflecteer", "--casus", "labels/C-1.yaml", stdin=_text(labels))
    assert (tmp_path / "labels" / CASE).read_bytes() == (tmp_path / CASE).read_bytes()


@pytest.mark.parametrize("sign", [": ", ":", " : ", "=", " = "])
def test_lines_may_begin_with_the_id_of_their_question(
    integraal: Run, tmp_path: Path, instrument: Instrument, lines: list[str], sign: str
) -> None:
    named = [f"{q.id}{sign}{line}" for q, line in zip(asked(instrument), lines, strict=True)]
    done = integraal(*INTERVIEW, stdin=_text(named))
    assert done.returncode == 0, done.stderr
    assert [as_line(answer) for answer in answers_in(tmp_path / CASE).values()] == lines


@pytest.mark.parametrize("end", ["\r\n", "  \n", "\t\n"])
def test_line_ends_and_spaces_do_not_matter(integraal: Run, tmp_path: Path, end: str) -> None:
    integraal(*INTERVIEW, stdin=end.join(["NEE", "1", "  TWEE", "2", "Ja", ""]))
    assert answers_in(tmp_path / CASE) == {
        **GIVEN,
        "aantal_professionals": "twee",
        "wie_nodig": "andere_organisatie",
        "informeel_netwerk": "ja",
    }


def test_byte_order_mark_before_the_first_line_is_no_part_of_it(
    integraal: Run, tmp_path: Path
) -> None:
    done = integraal(*INTERVIEW, stdin=f"\ufeff{FIRST}twee\n")
    assert done.returncode == 0, done.stderr
    assert answers_in(tmp_path / CASE) == {**GIVEN, "aantal_professionals": "twee"}


def test_last_line_needs_no_line_end(integraal: Run, tmp_path: Path) -> None:
    integraal(*INTERVIEW, stdin=f"{FIRST}twee\n2")
    assert len(answers_in(tmp_path / CASE)) == 4


def test_empty_line_skips_and_records_nothing(integraal: Run, tmp_path: Path) -> None:
    integraal(*INTERVIEW, stdin=f"{FIRST}\n2\n")
    assert answers_in(tmp_path / CASE) == {**GIVEN, "wie_nodig": "andere_organisatie"}


def test_back_why_skip_and_stop_work_on_a_pipe_too(
    integraal: Run, tmp_path: Path, instrument: Instrument
) -> None:
    done = integraal(
        *INTERVIEW, stdin=f"{FIRST}een\nterug\ntwee\nwaarom\noverslaan\nja\nstop\n1\n2\n"
    )
    assert done.returncode == 0
    assert answers_in(tmp_path / CASE) == {
        **GIVEN,
        "aantal_professionals": "twee",
        "informeel_netwerk": "ja",
    }
    assert squeezed(asked(instrument)[3].why) in squeezed(done.stderr)
    assert done.stdout == ""


def test_code_on_the_review_page_changes_that_answer(
    integraal: Run, tmp_path: Path, instrument: Instrument, lines: list[str]
) -> None:
    code = "C4"
    done = integraal(*INTERVIEW, stdin=_text([*lines, code, "zwaar", "klaar"]))
    assert done.returncode == 0, done.stderr
    assert answers_in(tmp_path / CASE)["draaglast"] == "zwaar"


# --- Strict ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    ["misschien", "y", "jn", "4", "0", "-1", "ja/nee", "j a", "1,2", "²", "1.5", "nee hoor"],
)
def test_wrong_line_stops_the_sitting_and_nothing_after_it_is_recorded(
    integraal: Run, tmp_path: Path, wrong: str
) -> None:
    done = integraal(*INTERVIEW, stdin=f"{FIRST}twee\n2\n{wrong}\nconnectie\ncooperatie\nja\n")
    assert done.returncode == 1
    assert "stdin:5:" in done.stderr
    assert wrong in done.stderr
    assert "informeel_netwerk" in done.stderr
    assert answers_in(tmp_path / CASE) == {
        **GIVEN,
        "aantal_professionals": "twee",
        "wie_nodig": "andere_organisatie",
    }
    assert done.stdout == ""


def test_wrong_first_line_leaves_no_file(integraal: Run, tmp_path: Path) -> None:
    assert integraal(*INTERVIEW, stdin="misschien\n").returncode == 1
    assert not (tmp_path / CASE).exists()


@pytest.mark.parametrize("named", ["veiligheid: zorg", "wie_nodig=2", "wie_nodg: 2", "c4: 1"])
def test_line_for_another_question_stops_the_sitting(
    integraal: Run, tmp_path: Path, named: str
) -> None:
    done = integraal(*INTERVIEW, stdin=f"{FIRST}aantal_professionals: twee\n\n{named}\nja\n")
    assert done.returncode == 1
    assert "stdin:5:" in done.stderr
    assert answers_in(tmp_path / CASE) == {**GIVEN, "aantal_professionals": "twee"}


def test_line_for_another_question_is_no_text_either(integraal: Run, tmp_path: Path) -> None:
    done = integraal(*INTERVIEW, "--open-vragen", stdin=f"{FIRST}twee\nwie_nodig: 2\nja\n")
    assert done.returncode == 1
    assert answers_in(tmp_path / CASE) == {**GIVEN, "aantal_professionals": "twee"}


def test_line_too_many_stops_before_the_advice(integraal: Run, lines: list[str]) -> None:
    done = integraal(*INTERVIEW, stdin=_text([*lines, "nee"]))
    assert done.returncode == 1
    assert f"stdin:{len(lines) + 1}:" in done.stderr
    assert done.stdout == ""


def test_numbered_label_is_never_taken_for_another_option(integraal: Run, tmp_path: Path) -> None:
    instrument = tmp_path / "eigen.yaml"
    instrument.write_text(_OWN, encoding="utf-8")
    done = integraal("reflecteer", instrument, "--casus", CASE, stdin="1\n")
    recorded = answers_in(tmp_path / CASE) if (tmp_path / CASE).exists() else {}
    # On the screen stands `1. Geen` and `2. 1`: who types 1 may mean either.
    assert recorded == {}, done.stderr


@pytest.mark.parametrize(
    ("typed", "recorded"),
    [("3", 3), ("2,5", 2.5), ("2.5", 2.5), ("-1", -1), ("weet niet", "weet_niet"), ("1e3", None)],
)
def test_number_is_read_as_people_write_it(
    integraal: Run, tmp_path: Path, typed: str, recorded: object
) -> None:
    instrument = tmp_path / "eigen.yaml"
    instrument.write_text(_OWN, encoding="utf-8")
    integraal("reflecteer", instrument, "--casus", CASE, stdin=f"\n{typed}\n")
    file = tmp_path / CASE
    assert (answers_in(file).get("weken") if file.exists() else None) == recorded


# --- Stopping early -------------------------------------------------------------------------------


def test_end_of_input_halfway_keeps_what_was_given_and_says_where(
    integraal: Run, tmp_path: Path, lines: list[str]
) -> None:
    done = integraal(*INTERVIEW, stdin=_text(lines[:5]))
    assert (done.returncode, done.stdout) == (0, "")
    assert [as_line(answer) for answer in answers_in(tmp_path / CASE).values()] == lines[:5]
    assert squeezed(SAY("keep.where", file=CASE)) in squeezed(done.stderr)


@pytest.mark.parametrize("name", [CASE, "casus 1.yaml", "map van dinsdag/C-1.yaml"])
def test_command_that_is_named_to_go_on_can_be_copied(
    integraal: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    done = integraal("reflecteer", "--casus", name, stdin=f"{FIRST}twee\n")
    named = re.search(r"integraal reflecteer .*", done.stderr)
    assert named is not None, done.stderr
    assert shlex.split(named[0]) == ["integraal", "reflecteer", "--casus", name]


@pytest.mark.parametrize(
    "chosen",
    [
        ["--kort"],
        ["--alleen-bron", "--open-vragen", "--kort"],
        ["--eenvoudig", "--voor=gezin"],
        ["--taal=en"],
    ],
    ids=" ".join,
)
def test_command_to_go_on_keeps_what_was_chosen(integraal: Run, chosen: list[str]) -> None:
    done = integraal("reflecteer", "--casus", CASE, *chosen)
    named = re.search(r"integraal reflecteer .*", done.stderr)
    assert named is not None, done.stderr
    assert shlex.split(named[0]) == ["integraal", "reflecteer", "--casus", CASE, *chosen]
    assert integraal(*shlex.split(named[0])[1:]).returncode == 0


def test_command_to_go_on_leaves_out_a_language_that_is_settled_elsewhere(integraal: Run) -> None:
    done = integraal("reflecteer", "--casus", CASE, env={"INTEGRAAL_TAAL": "en"})
    assert f"integraal reflecteer --casus {CASE}\n" in done.stderr


def test_next_run_goes_on_where_this_one_stopped(
    integraal: Run, tmp_path: Path, lines: list[str]
) -> None:
    integraal(*INTERVIEW, stdin=_text(lines[:5]))
    done = integraal(*INTERVIEW, stdin=_text(lines[5:]))
    assert squeezed(SAY("keep.resume", count=5)) in squeezed(done.stderr)
    assert [as_line(answer) for answer in answers_in(tmp_path / CASE).values()] == lines
    assert done.stdout.strip() == integraal("advies", CASE).stdout.strip()


def test_end_of_input_at_the_review_shows_the_advice(
    integraal: Run, tmp_path: Path, examples: Path
) -> None:
    write_case(tmp_path / CASE, answers_in(examples / "C-2041.yaml"))
    done = integraal(*INTERVIEW)
    assert done.returncode == 0
    assert done.stdout.strip() == integraal("advies", CASE).stdout.strip()


def test_closed_stdin_is_the_same_as_an_empty_one(integraal: Run, tmp_path: Path) -> None:
    code, out, err = ended(start(tmp_path, *INTERVIEW, before=_close_stdin))
    assert (code, out) == (0, ""), err
    assert squeezed(SAY("keep.stopped")) in squeezed(err)


def _close_stdin() -> None:
    import os

    os.close(0)


def test_without_a_case_file_nothing_is_kept_and_that_is_said(
    integraal: Run, tmp_path: Path, lines: list[str]
) -> None:
    done = integraal("reflecteer", stdin=_text(lines))
    assert squeezed(SAY("keep.nothing")) in squeezed(done.stderr)
    assert SAY("grounds.title") in done.stdout
    assert list(tmp_path.iterdir()) == []


# --- Odd input ------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8:strict", "utf-8:surrogateescape"])
@pytest.mark.parametrize(
    "raw", [b"\xff\n", b"nee\n1\ntwee\nrust\xff thuis\n"], ids=["option", "text"]
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, raw: bytes, encoding: str) -> None:
    process = start(tmp_path, *INTERVIEW, "--open-vragen", env={"PYTHONIOENCODING": encoding})
    code, _, err = ended(process, raw)
    assert code == 1, err
    assert "wat_nodig" not in (answers_in(tmp_path / CASE) if (tmp_path / CASE).exists() else {})


@pytest.mark.parametrize(
    "text",
    [
        "rust, reinheid en regelmaat",
        "null",
        "~",
        "2026-11",
        "12",
        "- hulp",
        "hulp: thuis",
        "# geen commentaar",
        "'",
        '"',
        "{a: 1}",
        "[a",
        "&x *x !!x",
        "---",
        "100% @thuis | > \\ `",
        "véél geduld 👨‍👩‍👧",
        "twee  spaties\ten een tab",
        "ja",
        "?",
        "a" * 5000,
    ],
)
def test_text_comes_back_as_it_was_typed(
    integraal: Run, tmp_path: Path, instrument: Instrument, text: str
) -> None:
    done = integraal(*INTERVIEW, "--open-vragen", stdin=f"{FIRST}twee\n{text}\n")
    assert done.returncode == 0, done.stderr
    filled_in = integraal("checklist", "--casus", CASE, "--formaat", "markdown")
    assert filled_in.returncode == 0, filled_in.stderr
    assert str(answers_in(tmp_path / CASE)["wat_nodig"]) == text


@pytest.mark.parametrize("text", ["rood \x1b[31m!", "bel\x07", "nul\x00", "rechts\u202elinks"])
def test_control_characters_in_a_text_never_reach_the_terminal(
    integraal: Run, tmp_path: Path, text: str
) -> None:
    done = integraal(*INTERVIEW, "--open-vragen", stdin=f"{FIRST}twee\n{text}\n")
    again = integraal(*INTERVIEW, "--open-vragen", stdin="terug\nterug\n")
    filled_in = integraal("checklist", "--casus", CASE)
    assert (done.returncode, again.returncode, filled_in.returncode) == (0, 0, 0)
    shown = done.stderr + again.stderr + filled_in.stdout
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202e]", shown)


def test_text_larger_than_a_case_file_may_be_is_refused(integraal: Run, tmp_path: Path) -> None:
    done = integraal(*INTERVIEW, "--open-vragen", stdin=f"{FIRST}twee\n{'a' * 1_500_000}\n3\n")
    assert done.returncode == 1, done.stderr[-300:]
    assert integraal("advies", CASE).returncode == 0


def test_comments_and_layout_of_a_case_file_stay(
    integraal: Run, tmp_path: Path, instrument: Instrument
) -> None:
    about = "# Van het team van dinsdag.\n"
    write_case(tmp_path / CASE, known_before(instrument, "delen_met_naam"), about=about)
    before = (tmp_path / CASE).read_text()
    integraal(*INTERVIEW, stdin="ja\n")
    after = (tmp_path / CASE).read_text()
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert after.startswith(about)
    assert added == ["  delen_met_naam: ja", "instruments:", "  voor-wie-doen-we-wat: '2026.1'"]


# --- Options --------------------------------------------------------------------------------------


def test_alleen_bron_asks_nothing_of_our_own_but_danger_and_keeps_what_was_in_the_file(
    integraal: Run, tmp_path: Path, instrument: Instrument
) -> None:
    danger = instrument.danger_questions
    own = [q for q in instrument.questions() if q.own_addition and q.id not in danger]
    answers = {**known_before(instrument, own[0].id), "verloop": "herhaalde_crises"}
    del answers["draaglast"]
    write_case(tmp_path / CASE, answers)
    done = integraal(*INTERVIEW, "--alleen-bron", stdin="zwaar\n")
    assert done.returncode == 0, done.stderr
    assert [q.ask for q in own if squeezed(q.ask) in squeezed(done.stderr)] == []
    assert answers_in(tmp_path / CASE) == {**answers, "draaglast": "zwaar"}
    assert done.stdout.strip() == integraal("advies", CASE, "--alleen-bron").stdout.strip()


def test_open_questions_are_asked_only_on_request(
    integraal: Run, tmp_path: Path, instrument: Instrument
) -> None:
    on_request = [question for question in instrument.questions() if question.on_request]
    without = squeezed(integraal(*INTERVIEW, stdin=f"{FIRST}twee\n").stderr)
    with_text = squeezed(integraal(*INTERVIEW, "--open-vragen", stdin="rust in huis\n").stderr)
    for question in on_request:
        assert squeezed(question.ask) not in without
    assert squeezed(on_request[0].ask) in with_text
    assert answers_in(tmp_path / CASE)[on_request[0].id] == "rust in huis"


def test_text_that_was_given_stays_when_open_questions_are_not_asked(
    integraal: Run, tmp_path: Path
) -> None:
    write_case(tmp_path / CASE, {"aantal_professionals": "twee", "wat_nodig": "rust in huis"})
    integraal(*INTERVIEW, stdin="2\n")
    assert answers_in(tmp_path / CASE)["wat_nodig"] == "rust in huis"


def test_colon_moves_at_an_open_question_and_anything_else_is_text(
    integraal: Run, tmp_path: Path
) -> None:
    integraal(*INTERVIEW, "--open-vragen", stdin=f"{FIRST}een\n:t\ntwee\nt\n:s\n")
    assert answers_in(tmp_path / CASE) == {
        **GIVEN,
        "aantal_professionals": "twee",
        "wat_nodig": "t",
    }


def test_kort_goes_back_to_the_question_that_was_asked_before(
    integraal: Run, instrument: Instrument
) -> None:
    said = squeezed(integraal(*INTERVIEW, "--kort", stdin="?\nterug\n").stderr)
    places = {said.find(squeezed(q.ask)): q.ask for q in instrument.questions()}
    first = places[min(place for place in places if place >= 0)]
    assert said.count(squeezed(first)) == 2
    assert said.count(squeezed(SAY("card.progress", number=1, total="")).strip()) == 2


def test_voor_gezin_ends_in_the_page_for_the_family(integraal: Run, lines: list[str]) -> None:
    done = integraal(*INTERVIEW, "--voor", "gezin", stdin=_text(lines))
    assert "Hoe werken jullie hulpverleners samen?" in done.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_are_understood_in_the_language_of_the_questions(
    integraal: Run, tmp_path: Path, language: str
) -> None:
    say = Words(language)
    own = Library().instrument("voor-wie-doen-we-wat", language)
    typed: list[str] = []
    wanted: dict[str, Any] = {}
    for question in asked(own):
        last = question.options[-1]
        typed.append(last.label)
        wanted[question.id] = [last.id] if question.kind is Kind.SEVERAL else last.id
    for place, name, said, recorded in (
        (9, "leefgebieden", say("answer.none_of_these"), []),
        (10, "draaglast", say("answer.dont_know"), "weet_niet"),
    ):
        typed[place], wanted[name] = said, recorded
    done = integraal(*INTERVIEW, "--taal", language, stdin=_text(typed))
    assert done.returncode == 0, done.stderr
    assert answers_in(tmp_path / CASE) == wanted
    assert say("grounds.title") in done.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_menu_calls_its_moves_can_be_typed(
    integraal: Run, tmp_path: Path, language: str
) -> None:
    say = Words(language)
    moves = [say(f"menu.{move}") for move in ("skip", "back", "why", "stop")]
    done = integraal(*INTERVIEW, "--taal", language, stdin=_text([*moves, "1"]))
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert not (tmp_path / CASE).exists()
    assert say("menu.why") in done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [False, True], ids=["plain.how", "plain.text"])
def test_short_keys_that_are_explained_work(
    integraal: Run, tmp_path: Path, language: str, text: bool
) -> None:
    say = Words(language)
    explained = say("plain.text" if text else "plain.how")
    pattern = r":(\w)\b" if text else r"(?<![\w:])(\w|\?) ="
    keys = re.findall(pattern, explained)
    assert len(keys) == (3 if text else 4), explained
    lines = ["1", *[f":{key}" for key in keys]] if text else keys
    done = integraal(*INTERVIEW, "--open-vragen", "--taal", language, stdin=_text([*lines, "s"]))
    assert (done.returncode, "misread" in done.stderr) == (0, False), done.stderr


_OWN = """
schema: integraal/instrument/1
id: eigen
version: '1'
title: Eigen lijst
source:
  document: eigen
sections:
  - id: a
    title: Vragen
    questions:
      - id: kinderen
        name: Kinderen
        ask: Hoeveel kinderen zijn er?
        why: Dat telt.
        kind: one
        options:
          - id: geen
            label: Geen
          - id: een
            label: '1'
          - id: twee
            label: '2'
      - id: weken
        name: Weken
        ask: Hoeveel weken duurt het al?
        why: Dat telt ook.
        kind: number
sources:
  - id: eigen
    title: Verzonnen
    where: nergens
"""


def test_a_line_that_names_no_question_at_the_review_is_refused(integraal: Run) -> None:
    done = integraal("reflecteer", "--casus", "C-1.yaml", stdin="\n" * 34 + "zz\n")
    assert done.returncode == 1
    assert "error[misread-code] 'zz'" in done.stderr


def test_not_knowing_stands_at_every_question_as_an_answer(integraal: Run) -> None:
    done = integraal("reflecteer", "--eenvoudig", stdin="?\n?\n?\n")
    assert done.stderr.count(f"  wn. {SAY('answer.dont_know')}\n") == 4


# --- What a region offers -------------------------------------------------------------------------


WELFARE = {
    "direct_gevaar": "nee",
    "wie_vraagt": "burger",
    "volwassen": "ja",
    "uit_de_regio": "ja",
    "doelgroep": "ja",
    "lopende_begeleiding": "nee",
    "duo_aanwezig": "ja",
    "aard_vraag": "welzijn",
    "zwaarte_vraag": "licht",
    "samen_beslist": "ja",
    "wachttijd": "geen",
}
"""Somebody with a light question about welfare."""


def test_a_region_ends_in_its_services_and_stays_in_the_command_to_go_on(
    integraal: Run, tmp_path: Path
) -> None:
    region = ROOT / "data" / "regio" / "voorbeeldregio.yaml"
    services = [each["name"] for each in yaml.safe_load(region.read_text("utf-8"))["services"]]
    interview = ("reflecteer", "kruispunt-onthaal", "--casus", CASE, "--regio", str(region))
    questions = asked(Library().instrument("kruispunt-onthaal"))
    lines = [f"{question.id}: {WELFARE.get(question.id, 'wn')}" for question in questions]
    done = integraal(*interview, stdin=_text(lines))
    assert done.returncode == 0, done.stderr
    whole = integraal("advies", CASE, "--regio", str(region)).stdout
    assert done.stdout.strip() == whole.strip()
    assert [name for name in services if name in whole] != []
    assert f"--regio={region}" in done.stderr


def test_a_region_that_cannot_be_read_is_said_before_the_first_question(integraal: Run) -> None:
    done = integraal("reflecteer", "--casus", CASE, "--regio", "geen.yaml", stdin="nee\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Vraag 1" not in done.stderr


def test_a_question_mark_stays_an_answer_on_a_pipe(integraal: Run, tmp_path: Path) -> None:
    integraal(*INTERVIEW, stdin="?\n?\n?\n")
    assert set(answers_in(tmp_path / CASE).values()) == {"weet_niet"}


# --- The handbook ---------------------------------------------------------------------------------


def test_the_handbook_has_the_words_of_the_menu() -> None:
    handbook = " ".join((ROOT / "docs" / "handleiding.md").read_text("utf-8").split())
    rows = ("answer.dont_know", "menu.skip", "menu.why", "menu.back", "menu.stop")
    assert [SAY(row) for row in rows if f"*{SAY(row)}*" not in handbook] == []
    assert f"`{SAY.typed('typed.erase')[0]}`" in handbook
