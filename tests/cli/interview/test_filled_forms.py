"""`integraal reflecteer --uit`: a form that was filled in in Word or in a browser, read back."""

import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.cli.interview.answering import SAY, answers_in, write_case
from tests.cli.interview.filling_forms import tick_in_browser, tick_in_word, type_in_word
from tests.cli.terminal import Terminal
from tests.conftest import Run
from tests.report.render.word import office

TICK = {"docx": tick_in_word, "html": tick_in_browser}
KINDS = pytest.mark.parametrize("kind", TICK)


def a_form(integraal: Run, tmp_path: Path, kind: str, *how: str) -> Path:
    path = tmp_path / f"formulier.{kind}"
    assert integraal("checklist", *how, "-o", path.name).returncode == 0
    return path


def told(done: "subprocess.CompletedProcess[str]") -> str:
    return " ".join(done.stderr.split())


@KINDS
def test_the_crosses_on_a_form_become_the_answers_of_a_case(
    integraal: Run, tmp_path: Path, kind: str
) -> None:
    form = a_form(integraal, tmp_path, kind)
    TICK[kind](
        form, "A1-n", "B1-c", "B4-?", "C3-a", "C3-c", "D5-0", written={"Datum": "12/11/2025"}
    )
    done = integraal("reflecteer", "--uit", form.name, "--casus", "C-1.yaml")
    assert done.returncode == 0, done.stderr
    assert answers_in(tmp_path / "C-1.yaml") == {
        "direct_gevaar": "nee",
        "aantal_professionals": "drie_of_meer",
        "informeel_netwerk": "weet_niet",
        "leefgebieden": ["wonen", "school"],
        "bestaande_vormen": [],
    }
    assert yaml.safe_load((tmp_path / "C-1.yaml").read_text("utf-8"))["moment"] == date(
        2025, 11, 12
    )
    assert (SAY("codes.out_of_web") in told(done)) is (kind == "html")


@KINDS
def test_numbers_and_the_instrument_come_from_the_form_itself(
    integraal: Run, tmp_path: Path, kind: str
) -> None:
    form = a_form(integraal, tmp_path, kind, "procesregie", "--taal", "nl,fr")
    TICK[kind](form, "C4-b", written={"D2": "3"})
    assert integraal("reflecteer", "--uit", form.name, "--casus", "C-1.yaml").returncode == 0
    assert answers_in(tmp_path / "C-1.yaml") == {"verwijsroute": "medisch", "pogingen": 3}


@KINDS
def test_the_crosses_on_the_ladder_are_what_family_and_professional_think(
    integraal: Run, tmp_path: Path, kind: str
) -> None:
    form = a_form(integraal, tmp_path, kind)
    TICK[kind](form, "ladder-1-2", "ladder-2-3", "ladder-3-4")
    done = integraal("reflecteer", "--uit", form.name, "--casus", "C-1.yaml")
    assert SAY("codes.mark", typed="nu 2") in told(done)
    assert answers_in(tmp_path / "C-1.yaml") == {
        "samenwerking_gezin": "coordinatie",
        "samenwerking_professional": "cooperatie",
    }


@KINDS
def test_two_crosses_void_their_question_alone_and_danger_is_heard_from_both(
    integraal: Run, tmp_path: Path, kind: str
) -> None:
    form = a_form(integraal, tmp_path, kind)
    TICK[kind](form, "A1-j", "A1-n", "B1-a", "B1-b", "B1-c", "C4-c")
    done = integraal("reflecteer", "--uit", form.name, "--casus", "C-1.yaml")
    assert done.returncode == 1
    assert answers_in(tmp_path / "C-1.yaml") == {"draaglast": "zwaar"}
    assert SAY("danger.title") in told(done)


def test_a_cross_that_was_typed_and_not_clicked_counts_and_its_danger_is_heard(
    integraal: Run, tmp_path: Path
) -> None:
    form = a_form(integraal, tmp_path, "docx")
    tick_in_word(form, "A1-n", "C4-c")
    type_in_word(form, "A1-j", "X")
    done = integraal("reflecteer", "--uit", form.name, "--casus", "C-1.yaml")
    assert done.returncode == 1
    assert answers_in(tmp_path / "C-1.yaml") == {"draaglast": "zwaar"}
    assert SAY("danger.title") in told(done)


@KINDS
def test_a_form_without_a_cross_says_nothing(integraal: Run, tmp_path: Path, kind: str) -> None:
    form = a_form(integraal, tmp_path, kind)
    write_case(tmp_path / "C-1.yaml", {"direct_gevaar": "ja"})
    before = (tmp_path / "C-1.yaml").read_bytes()
    done = integraal("reflecteer", "--uit", form.name, "--casus", "C-1.yaml")
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[form-without-crosses]" in done.stderr
    assert (tmp_path / "C-1.yaml").read_bytes() == before


def test_a_page_with_the_crosses_of_old_answers_alone_is_refused_and_its_danger_said(
    integraal: Run, tmp_path: Path
) -> None:
    case = tmp_path / "C-1.yaml"
    write_case(case, {"direct_gevaar": "ja", "draaglast": "zwaar"})
    form = a_form(integraal, tmp_path, "html", "--casus", case.name)
    before = case.read_bytes()
    done = integraal("reflecteer", "--uit", form.name, "--casus", case.name)
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[form-as-made]" in done.stderr
    assert SAY("danger.title") in told(done)
    assert case.read_bytes() == before


@pytest.mark.parametrize("change", ["a cross", "a word"])
def test_a_page_with_old_answers_and_a_change_is_taken_in(
    integraal: Run, tmp_path: Path, change: str
) -> None:
    case = tmp_path / "C-1.yaml"
    write_case(case, {"draaglast": "zwaar"})
    form = a_form(integraal, tmp_path, "html", "--casus", case.name)
    if change == "a cross":
        page = form.read_text("utf-8")
        form.write_text(re.sub(r'(value="C4-c".*?) checked( data-made)', r"\1\2", page), "utf-8")
        tick_in_browser(form, "C4-a")
    else:
        tick_in_browser(form, written={"Datum": "12-11-2025"})
    done = integraal("reflecteer", "--uit", form.name, "--casus", "C-2.yaml")
    assert done.returncode == 0, done.stderr
    expected = "licht" if change == "a cross" else "zwaar"
    assert answers_in(tmp_path / "C-2.yaml") == {"draaglast": expected}


@KINDS
def test_what_is_blank_leaves_an_earlier_answer_and_is_never_a_no(
    integraal: Run, tmp_path: Path, kind: str
) -> None:
    form = a_form(integraal, tmp_path, kind)
    write_case(tmp_path / "C-1.yaml", {"direct_gevaar": "ja", "langdurig": "ja"})
    TICK[kind](form, "C4-c")
    done = integraal("reflecteer", "--uit", form.name, "--casus", "C-1.yaml")
    assert answers_in(tmp_path / "C-1.yaml") == {
        "direct_gevaar": "ja",
        "draaglast": "zwaar",
        "langdurig": "ja",
    }
    assert SAY("danger.title") in told(done)


@KINDS
def test_an_open_question_is_taken_over_only_where_it_is_asked_for(
    integraal: Run, tmp_path: Path, kind: str
) -> None:
    form = a_form(integraal, tmp_path, kind)
    TICK[kind](form, "C4-c", written={"B2": "een vast gezicht, A1-j"})
    done = integraal("reflecteer", "--uit", form.name, "--casus", "C-1.yaml")
    assert SAY("codes.text_left", code="B2") in told(done)
    assert answers_in(tmp_path / "C-1.yaml") == {"draaglast": "zwaar"}
    integraal("reflecteer", "--uit", form.name, "--casus", "C-1.yaml", "--open-vragen")
    assert answers_in(tmp_path / "C-1.yaml") == {
        "wat_nodig": "een vast gezicht, A1-j",
        "draaglast": "zwaar",
    }


@KINDS
def test_an_open_answer_that_points_at_somebody_is_not_kept(
    integraal: Run, tmp_path: Path, kind: str
) -> None:
    form = a_form(integraal, tmp_path, kind)
    TICK[kind](form, "C4-c", written={"B2": "bel jan@voorbeeld.nl"})
    done = integraal("reflecteer", "--uit", form.name, "--casus", "C-1.yaml", "--open-vragen")
    assert SAY("codes.text_identifies", code="B2", kinds="e-mailadres") in told(done)
    assert answers_in(tmp_path / "C-1.yaml") == {"draaglast": "zwaar"}


@KINDS
def test_a_form_with_answers_comes_back_as_it_went_with_a_cross_more(
    integraal: Run, tmp_path: Path, kind: str
) -> None:
    given = {"direct_gevaar": "nee", "leefgebieden": ["wonen", "werk"], "draaglast": "zwaar"}
    write_case(tmp_path / "C-1.yaml", given)
    form = a_form(integraal, tmp_path, kind, "--casus", "C-1.yaml")
    TICK[kind](form, "A2-a")
    integraal("reflecteer", "--uit", form.name, "--casus", "C-2.yaml")
    assert answers_in(tmp_path / "C-2.yaml") == {**given, "veiligheid": "geen_zorg"}


@pytest.mark.parametrize("number", ["nog niet", "3 of 4", "2,5"])
def test_a_number_that_is_none_is_said(integraal: Run, tmp_path: Path, number: str) -> None:
    form = a_form(integraal, tmp_path, "docx", "procesregie")
    tick_in_word(form, "C4-b", written={"D2": number})
    done = integraal("reflecteer", "--uit", form.name, "--casus", "C-1.yaml")
    assert (done.returncode, f"D2: {number}" in told(done)) == (1, True)
    assert answers_in(tmp_path / "C-1.yaml") == {"verwijsroute": "medisch"}


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.docx", b"geen docx"), ("a.docx", b""), ("a.html", b"<p>hallo</p>"), ("a.html", b"\xff")],
)
def test_a_file_that_is_no_form_is_refused(
    integraal: Run, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    done = integraal("reflecteer", "--uit", name, "--casus", "C-1.yaml")
    assert (done.returncode, "error[no-form-in-file]" in done.stderr) == (1, True)
    assert not (tmp_path / "C-1.yaml").exists()


@pytest.mark.parametrize("name", ["a.pdf", "a"])
def test_a_file_of_another_kind_is_refused(integraal: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert integraal("reflecteer", "--uit", name).returncode == 2


def test_a_form_is_typed_or_read_and_not_both(integraal: Run, tmp_path: Path) -> None:
    form = a_form(integraal, tmp_path, "docx")
    done = integraal("reflecteer", "voor-wie-doen-we-wat", "--codes", "--uit", form.name)
    assert (done.returncode, SAY("usage.codes_or_form") in told(done)) == (2, True)


def test_a_form_of_another_instrument_than_named_is_refused(integraal: Run, tmp_path: Path) -> None:
    form = a_form(integraal, tmp_path, "docx", "meldcode")
    tick_in_word(form, "A1-n")
    done = integraal("reflecteer", "procesregie", "--uit", form.name, "--casus", "C-1.yaml")
    assert (done.returncode, "error[form-of-other-codes]" in done.stderr) == (1, True)


def test_on_a_terminal_only_the_question_with_two_crosses_is_asked(
    integraal: Run, tmp_path: Path
) -> None:
    form = a_form(integraal, tmp_path, "docx")
    tick_in_word(form, "A1-n", "C4-a", "C4-c")
    with Terminal(
        tmp_path, "reflecteer", "--uit", form.name, "--casus", "C-1.yaml", "--eenvoudig"
    ) as t:
        t.wait_for("Hoe zwaar is de last").enter("3")
        t.wait_for(SAY("review.prompt")).enter("")
        assert t.wait_for_end() == 0
    assert answers_in(tmp_path / "C-1.yaml") == {"direct_gevaar": "nee", "draaglast": "zwaar"}


def test_a_form_that_libreoffice_saved_says_the_same(integraal: Run, tmp_path: Path) -> None:
    office.need()
    form = a_form(integraal, tmp_path, "docx", "procesregie")
    tick_in_word(form, "A1-n", "B1-b", "C4-b", "C6-?", written={"D2": "3", "Datum": "1-2-2026"})
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = tmp_path / "bewaard"
    line = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(out),
        str(form),
    ]
    subprocess.run(line, check=True, capture_output=True, timeout=200)
    saved = str(out / form.name)
    done = integraal("reflecteer", "--uit", saved, "--casus", "C-1.yaml")
    assert done.returncode == 0, done.stderr
    assert answers_in(tmp_path / "C-1.yaml") == {
        "direct_gevaar": "nee",
        "verwijsroute": "medisch",
        "overleg_met_gezin": "weet_niet",
        "pogingen": 3,
    }
    assert yaml.safe_load((tmp_path / "C-1.yaml").read_text("utf-8"))["moment"] == date(2026, 2, 1)
