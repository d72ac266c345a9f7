"""Danger is said the moment an answer shows it, again when people leave, and last on the screen."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integraal.cli.interview.reply_parser import Move
from integraal.model.codes import form_check, question_codes
from integraal.reading.library import Library
from integraal.words.words import LANGUAGES, Words
from tests.cli.interview.answering import SAY, answers_in, asked, write_case
from tests.cli.terminal import Terminal
from tests.conftest import Run
from tests.counts import times

NO = "direct_gevaar: nee"
LAST = "Zelfmoordpreventie (Nederland)."
CASE = "C-1.yaml"
WAYS = pytest.mark.parametrize("way", [(), ("--eenvoudig",)], ids=["menu", "eenvoudig"])
COLUMNS = pytest.mark.parametrize("columns", [80, 40])
TITLE = SAY("danger.title")


def squeezed(text: str) -> str:
    """A screen without its frames and the ends of its lines."""
    return " ".join(text.replace("┃", " ").split())


@WAYS
@COLUMNS
def test_it_is_said_before_the_next_question_and_at_ctrl_c(
    tmp_path: Path, way: tuple[str, ...], columns: int
) -> None:
    asking = ("reflecteer", "meldcode", "--casus", CASE, *way)
    with Terminal(tmp_path, *asking, columns=columns) as terminal:
        terminal.wait_for_question(1).enter("ja").wait_for_question(2)
        seen = squeezed(terminal.seen)
        second = asked(Library().instrument("meldcode"))[1].ask
        assert TITLE in seen
        assert seen.index("Bel nu 112") < seen.index(squeezed(second))
        assert answers_in(tmp_path / CASE) == {"direct_gevaar": "ja"}
        assert terminal.press("ctrl-c").wait_for_end() == 130
        after = squeezed(terminal.seen)
        after = after[after.index(squeezed(SAY("keep.where", file=CASE))) :]
        assert squeezed(SAY("danger.stopped")) in after
        assert "Bel nu 112" in after
        assert squeezed(SAY("keep.stopped")) not in after


@WAYS
@COLUMNS
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["voor-wie-doen-we-wat", "meldcode"])
def test_a_small_screen_shows_it_at_the_next_question_at_the_review_and_at_the_end(
    tmp_path: Path, way: tuple[str, ...], columns: int, language: str, name: str
) -> None:
    """What has scrolled away is not on the screen."""
    said = Words(language)
    call = squeezed(f"{said('danger.title')}. ")
    typed = said.typed("typed.yes")[0]
    asking = ("reflecteer", name, "--casus", CASE, "--taal", language, *way)
    with Terminal(tmp_path, *asking, columns=columns, rows=24, language=language) as terminal:
        terminal.wait_for_question(1).enter(typed).wait_for_question(2)
        assert call in squeezed(terminal.screen)
        assert "112" in terminal.screen
        # As long as it is true, every further question says so, in short.
        for number in (2, 3):
            terminal.enter(said("typed.dont_know_short")).wait_for_question(number + 1)
            assert call in squeezed(terminal.screen)
            assert "112" in terminal.screen
        terminal.press("ctrl-c").wait_for_end()
        assert call in squeezed(terminal.screen)
        assert "112" in terminal.screen
    known = {q.id: "weet_niet" for q in asked(Library().instrument(name))}
    write_case(tmp_path / CASE, known | {"direct_gevaar": "ja"})
    with Terminal(tmp_path, *asking, columns=columns, rows=24, language=language) as terminal:
        terminal.wait_for_line(said("review.prompt"))
        assert call in squeezed(terminal.screen)
        assert "112" in terminal.screen


@WAYS
@COLUMNS
def test_it_is_the_last_thing_on_the_screen_at_the_end(
    tmp_path: Path, way: tuple[str, ...], columns: int
) -> None:
    instrument = Library().instrument("kruispunt-onthaal")
    known = {q.id: "weet_niet" for q in asked(instrument)} | {"direct_gevaar": "ja"}
    write_case(tmp_path / CASE, known)
    asking = ("reflecteer", "kruispunt-onthaal", "--casus", CASE, *way)
    with Terminal(tmp_path, *asking, columns=columns, rows=60) as terminal:
        terminal.wait_for_line(SAY("review.prompt")).press("enter")
        assert terminal.wait_for_end() == 0
        last = squeezed(terminal.seen)[-700:]
        assert TITLE in last
        assert last.rindex("112 Noodnummer") > last.rfind("integraal reflecteer")


@pytest.mark.parametrize("leave", ["", f"{Move.STOP.value}\n", "stop\n"])
@pytest.mark.parametrize("mode", [(), ("--kort",), ("--alleen-bron",)])
def test_on_a_pipe_it_is_said_at_once_and_again_when_people_leave(
    integraal: Run, mode: tuple[str, ...], leave: str
) -> None:
    done = integraal("reflecteer", *mode, stdin=f"ja\n{leave}")
    assert squeezed(done.stderr).count("Bel nu 112. Zorg") == 2
    assert squeezed(SAY("danger.stopped")) in squeezed(done.stderr)


@pytest.mark.parametrize("typed", ["jaa", "Ja!", "jaja", "yess"])
def test_a_line_that_nearly_says_yes_on_a_pipe_stops_and_its_danger_is_said(
    integraal: Run, typed: str
) -> None:
    said = integraal("reflecteer", "meldcode", stdin=f"{typed}\n").stderr
    assert squeezed(TITLE) in squeezed(said)
    assert said.count("112") > 1
    assert squeezed(SAY("danger.stopped")) in squeezed(said)


def test_a_line_that_nearly_says_no_on_a_pipe_is_no_danger(integraal: Run) -> None:
    done = integraal("reflecteer", "meldcode", stdin="neee\n")
    assert done.returncode == 1
    assert squeezed(TITLE) not in squeezed(done.stderr)


def test_a_second_danger_does_not_take_the_place_of_the_first(tmp_path: Path) -> None:
    asking = ("reflecteer", "--casus", CASE, "--eenvoudig")
    with Terminal(tmp_path, *asking, rows=24) as terminal:
        terminal.wait_for_question(1).enter("ja").wait_for_question(2)
        terminal.enter("3").wait_for_question(3)
        shown = squeezed(terminal.screen)
        assert "Bel nu 112. Volg nu ook de veiligheidsroute" in shown


def test_codes_say_it_before_the_next_line_and_are_kept_at_once(tmp_path: Path) -> None:
    instrument = Library().instrument("meldcode")
    asking = ("reflecteer", "meldcode", "--codes", "--casus", CASE)
    with Terminal(tmp_path, *asking, rows=40) as terminal:
        terminal.wait_for_line(SAY("codes.check")).enter(form_check(instrument))
        terminal.wait_for_line(SAY("codes.ask")).enter(
            f"{question_codes(instrument)['direct_gevaar']}j"
        )
        terminal.wait_for("Bel nu 112")
        terminal.wait_until((tmp_path / CASE).exists, "kept")
        assert answers_in(tmp_path / CASE) == {"direct_gevaar": "ja"}
        terminal.press("ctrl-c").wait_for_end()


@pytest.mark.parametrize("typed", ["A1j A1n", "A1j,n", "A1n A1j", "A1j Z9x\nA1j A1n", "A1j\nA1x"])
def test_two_crosses_at_the_question_about_danger_are_heard_as_danger(
    integraal: Run, tmp_path: Path, typed: str
) -> None:
    """Neither is taken for the answer, and the one that may save somebody is not lost."""
    check = form_check(Library().instrument("meldcode"))
    asked = ("reflecteer", "meldcode", "--codes", "--casus", CASE)
    done = integraal(*asked, stdin=f"{check} {typed}\n\n")
    told = " ".join(done.stderr.split())
    assert "Bel nu 112" in told
    assert told.endswith(LAST), told
    kept = (tmp_path / CASE).read_text("utf-8") if (tmp_path / CASE).exists() else ""
    assert "direct_gevaar: ja" not in kept


def test_two_crosses_are_heard_beside_an_earlier_no_until_somebody_answers_anew(
    integraal: Run, tmp_path: Path
) -> None:
    check = form_check(Library().instrument("meldcode"))
    asked = ("reflecteer", "meldcode", "--codes", "--casus", CASE)
    for typed, is_said in (("A1n", False), ("A1j A1n", True), ("A1j A1n\nA1n", False)):
        told = " ".join(integraal(*asked, stdin=f"{check} {typed}\n\n").stderr.split())
        assert told.endswith(LAST) is is_said, typed
        assert answers_in(tmp_path / CASE) == {"direct_gevaar": "nee"}


def test_codes_from_paper_say_it_too(integraal: Run) -> None:
    form = integraal("checklist", "meldcode", "--formaat", "json").stdout
    check = form.split('"check": "')[1][:4]
    done = integraal("reflecteer", "meldcode", "--codes", stdin=f"{check} A1j\n\n")
    assert "Bel nu 112" in squeezed(done.stderr)


def test_an_answer_that_was_mended_sounds_no_more_and_sounds_again_when_it_comes_back(
    integraal: Run,
) -> None:
    done = integraal("reflecteer", "meldcode", stdin="ja\nterug\nnee\nterug\nja\n")
    assert (
        squeezed(done.stderr).count("Bel nu 112. Zorg") == 3
    )  # at once, at once again, at the end
    mended = integraal("reflecteer", "meldcode", stdin="ja\nterug\nnee\n")
    assert squeezed(SAY("danger.stopped")) not in squeezed(mended.stderr)


def test_what_a_case_said_before_is_said_when_somebody_goes_on_with_it(
    integraal: Run, tmp_path: Path
) -> None:
    write_case(tmp_path / CASE, {"md_acuut": "ja"})
    done = integraal("reflecteer", "--casus", CASE, stdin="nee\n")
    assert "Wacht niet, en doe dit niet alleen." in squeezed(done.stderr)


FAULTS = {
    "an unknown question": "  onbekend: x\n",
    "a wrong option": "  draaglast: heel_zwaar\n",
    "a question twice": "  draaglast: zwaar\n  draaglast: zwaar\n",
    "no YAML": "  draaglast: [zwaar\n",
    "a tab": "\tdraaglast: zwaar\n",
    "a number of a person": "  wat_nodig: bel 06-12345678\n",
}
DANGERS = ("direct_gevaar: ja", "md_direct_gevaar: ja", "md_acuut: ja", "veiligheid: zorg")
NEARLY = (
    "direct_gevaar: jaa",
    "direct_gevaar: Ja",
    "direct_gevaar: yes",
    "Direct_Gevaar: OUI",
    "direct_gevaar: true",
)
MISTYPED = ("direct_gevar: ja", "direct-gevaar: ja", "veiligheid: Herhaald_of_acuut")


@settings(
    max_examples=times(20),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.sampled_from(DANGERS), st.sampled_from(sorted(FAULTS)), st.booleans(), st.booleans())
def test_a_case_that_is_refused_still_says_its_danger_before_its_faults(
    integraal: Run, tmp_path: Path, danger: str, fault: str, is_first: bool, is_piped: bool
) -> None:
    lines = [f"  {danger}\n", FAULTS[fault]]
    head = "schema: integraal/casus/1\ncasus: C-1\nland: nl\nmoment: 2026-11-01\nanswers:\n"
    text = head + "".join(lines if is_first else lines[::-1])
    if is_piped:
        done = integraal("advies", "-", stdin=text)
    else:
        (tmp_path / CASE).write_text(text, encoding="utf-8")
        done = integraal("advies", CASE)
    assert (done.returncode, done.stdout) == (1, ""), done.stdout
    said = squeezed(done.stderr)
    assert squeezed(SAY("danger.refused")) in said, said
    assert said.index("112") < said.index("error[") < said.rindex("112")


@pytest.mark.parametrize("danger", [*NEARLY, *MISTYPED])
def test_a_yes_in_another_spelling_is_refused_and_its_danger_said(
    integraal: Run, danger: str
) -> None:
    head = "schema: integraal/casus/1\ncasus: C-1\nland: nl\nmoment: 2026-11-01\nanswers:\n"
    done = integraal("advies", "-", stdin=f"{head}  {danger}\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert "112" in done.stderr


@pytest.mark.parametrize("answer", ["[ja]", "['ja']", "\n    - ja", "\n  - ja"])
def test_a_yes_in_a_list_is_refused_and_its_danger_said(integraal: Run, answer: str) -> None:
    head = "schema: integraal/casus/1\ncasus: C-1\nland: nl\nmoment: 2026-11-01\nanswers:\n"
    done = integraal("advies", "-", stdin=f"{head}  direct_gevaar: {answer}\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert "112" in done.stderr


@pytest.mark.parametrize(("later", "is_said"), [("aantal_professionals: een", True), (NO, False)])
def test_of_a_refused_case_what_was_known_before_and_not_asked_since_is_said(
    integraal: Run, later: str, is_said: bool
) -> None:
    text = (
        "schema: integraal/casus/1\ncasus: C-1\nland: nl\nmoments:\n"
        "  - moment: 2026-11-22\n    answers: {direct_gevaar: ja, xx: 3}\n"
        f"  - moment: 2026-11-25\n    answers: {{{later}}}\n"
    )
    done = integraal("advies", "-", stdin=text)
    assert (done.returncode, "Bel nu 112" in done.stderr) == (1, is_said)


def test_of_two_answers_to_one_question_the_worst_is_said_first(integraal: Run) -> None:
    head = "schema: integraal/casus/1\ncasus: C-1\nland: nl\nmoment: 2026-11-01\nanswers:\n"
    answers = "  direct_gevaar: nee\n  md_acuut: ja\n  direct_gevaar: ja\n"
    said = squeezed(integraal("advies", "-", stdin=head + answers).stderr)
    assert said.index(squeezed("Bel nu 112")) < said.index(squeezed("Wacht niet"))


def test_a_no_in_another_spelling_is_no_danger(integraal: Run) -> None:
    head = "schema: integraal/casus/1\ncasus: C-1\nland: nl\nmoment: 2026-11-01\nanswers:\n"
    done = integraal("advies", "-", stdin=f"{head}  direct_gevaar: Nee\n")
    assert (done.returncode, "112" in done.stderr) == (1, False)


def test_what_is_said_of_an_earlier_moment_is_no_danger_of_now(integraal: Run) -> None:
    text = (
        "schema: integraal/casus/1\ncasus: C-1\nmoments:\n"
        "  - moment: 2026-09-01\n    answers: {direct_gevaar: ja}\n"
        "  - moment: 2026-11-01\n    answers: {direct_gevaar: nee, onbekend: x}\n"
    )
    done = integraal("advies", "-", stdin=text)
    assert done.returncode == 1
    assert TITLE not in squeezed(done.stderr)


@pytest.mark.parametrize("reader", ["gezin", "kind", "tafel"])
def test_for_others_it_is_said_to_who_types_and_never_on_the_page(
    integraal: Run, tmp_path: Path, reader: str
) -> None:
    write_case(tmp_path / CASE, {"direct_gevaar": "ja"})
    done = integraal("advies", CASE, "--voor", reader)
    assert "Bel nu 112" in squeezed(done.stderr)
    assert TITLE not in done.stdout


WITH_FAULTS = "answers:\n  direct_gevaar: ja\n" + "".join(f"  vreemd_{n}: x\n" for n in range(9))


@COLUMNS
@pytest.mark.parametrize(
    "asking",
    [
        ("advies", "fouten.yaml"),
        ("advies", CASE, "--voor", "gezin"),
        ("vergelijk", CASE, "ander.yaml", "--voor", "tafel"),
        ("verloop", CASE, "--voor", "kind"),
        ("checklist", "--casus", CASE, "--voor", "tafel"),
        ("batch", "tabel.csv", "--uitleg", "2"),
    ],
    ids=" ".join,
)
def test_a_small_screen_ends_on_whom_to_call_whatever_follows(
    tmp_path: Path, asking: tuple[str, ...], columns: int
) -> None:
    for name in (CASE, "ander.yaml"):
        write_case(tmp_path / name, {"direct_gevaar": "ja"}, name=name.removesuffix(".yaml"))
    head = "schema: integraal/casus/1\ncasus: C-1\nmoment: 2026-11-01\n"
    (tmp_path / "fouten.yaml").write_text(head + WITH_FAULTS, "utf-8")
    (tmp_path / "tabel.csv").write_text("casus,direct_gevaar,draaglast\nC-1,ja,enorm\n", "utf-8")
    usual = {"PAGER": None, "LESS": None}
    with Terminal(tmp_path, *asking, columns=columns, rows=24, env=usual) as terminal:
        if "--voor" in asking:  # a page is longer than this window, and waits to be read
            terminal.wait_for(SAY("pager.how")).send("q")
        terminal.wait_for_end()
        end = squeezed(terminal.screen.split(f"{TITLE}. ")[-1])
        assert "112" in end
        assert "error[" not in end
        assert SAY("reader.withheld")[:20] not in end


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf", "txt"])
@pytest.mark.parametrize("asked_of", ["advies", "verloop", "agenda", "vergelijk", "checklist"])
def test_of_a_page_that_goes_to_a_file_the_screen_says_it_too(
    integraal: Run, tmp_path: Path, asked_of: str, form: str
) -> None:
    write_case(tmp_path / CASE, {"direct_gevaar": "ja"})
    write_case(tmp_path / "C-2.yaml", {"direct_gevaar": "nee"}, name="C-1")
    asking = {"vergelijk": (CASE, "C-2.yaml"), "checklist": ("meldcode", "--casus", CASE)}
    done = integraal(asked_of, *asking.get(asked_of, (CASE,)), "-o", f"blad.{form}")
    assert done.returncode == 0
    assert done.stdout == ""
    last = squeezed(done.stderr)
    assert last.endswith(LAST)
    assert "Bel nu 112" in last[last.index("blad.") :]
