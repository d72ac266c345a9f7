"""`integraal checklist`: the form, blank or filled in, in one language or several."""

import html
import json
import re
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pexpect
import pytest

from integraal.model.codes import form_check, option_code, option_signs, question_codes
from integraal.model.instrument import Instrument
from integraal.reading.library import Library
from integraal.report.pages.family.conversation import asked_of_family
from integraal.words.words import LANGUAGES, Words
from tests.cli.interview.answering import SAY, answers_in, write_case
from tests.cli.terminal import squeezed
from tests.conftest import INSTRUMENTS, ROOT, Run
from tests.report.render.every import CONVERSATION, PART
from tests.report.render.pdf.paper import opened

CASE = "C-1.yaml"


def test_blank_form_has_every_question_with_its_code_and_no_tick(
    integraal: Run, instrument: Instrument
) -> None:
    form = integraal("checklist")
    assert (form.returncode, form.stderr) == (0, "")
    page, codes = squeezed(form.stdout), question_codes(instrument)
    wanted = [squeezed(f"{codes[q.id]}  {q.ask}") for q in instrument.questions()]
    assert [line for line in wanted if line not in page] == []
    assert "◉" not in form.stdout
    assert "☒" not in form.stdout


def test_every_answer_can_be_ticked_dont_know_too(integraal: Run, instrument: Instrument) -> None:
    page = integraal("checklist").stdout
    with_options = [q for q in instrument.questions() if q.options]
    assert page.count(SAY("answer.dont_know")) >= len(with_options)
    labels = {option.label for q in with_options for option in q.options}
    assert [label for label in labels if squeezed(label) not in squeezed(page)] == []


def test_filled_in_form_ticks_the_answers_of_the_case_and_no_others(
    integraal: Run, instrument: Instrument, examples: Path
) -> None:
    case = examples / "C-2041.yaml"
    answers, codes = answers_in(case), question_codes(instrument)
    wanted = []
    for question in instrument.questions():
        given = answers.get(question.id, [])
        for option, sign in option_signs(question).items():
            if option in (given if isinstance(given, list) else [given]):
                wanted.append(option_code(codes[question.id], sign))
    page = integraal("checklist", "--casus", case).stdout
    assert re.findall(r"^  [◉☒] (\S+)", page, re.MULTILINE) == wanted


def test_instrument_may_be_named(integraal: Run) -> None:
    assert integraal("checklist", "voor-wie-doen-we-wat").stdout == integraal("checklist").stdout


def test_instrument_of_ones_own_is_named_by_its_file(integraal: Run, tmp_path: Path) -> None:
    text = (ROOT / "data" / "questions.yaml").read_text("utf-8")
    own = text.replace("title: Voor wie doen we wat?", "title: Onze eigen lijst", 1)
    (tmp_path / "eigen.yaml").write_text(own, "utf-8")
    assert integraal("checklist", "eigen.yaml").stdout.startswith("Onze eigen lijst\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_form_is_in_the_language_that_is_asked_for(integraal: Run, language: str) -> None:
    own = Library().instrument("voor-wie-doen-we-wat", language)
    page = squeezed(integraal("checklist", "--taal", language).stdout)
    assert [q.ask for q in own.questions() if squeezed(q.ask) not in page] == []


def test_several_languages_stand_side_by_side(integraal: Run) -> None:
    form = integraal("checklist", "--taal", "nl,fr", "--formaat", "markdown")
    assert form.returncode == 0, form.stderr
    for language in ("nl", "fr"):
        own = Library().instrument("voor-wie-doen-we-wat", language)
        page = squeezed(form.stdout)
        assert [q.ask for q in own.questions() if squeezed(q.ask) not in page] == []


@pytest.mark.parametrize("given", ["de", "nl,de", "nl;fr", "", ",", "nl,,fr", "NL"])
def test_unknown_language_is_wrong_usage(integraal: Run, given: str) -> None:
    form = integraal("checklist", "--taal", given)
    assert (form.returncode, form.stdout) == (2, "")
    assert "nl, en, fr" in form.stderr


def test_unknown_language_is_said_with_the_name_of_the_option(integraal: Run) -> None:
    assert "--taal" in integraal("checklist", "--taal", "nl,de").stderr


def test_spaces_and_repetition_in_the_languages_do_not_matter(integraal: Run) -> None:
    once = integraal("checklist", "--taal", "nl,fr").stdout
    assert integraal("checklist", "--taal", " nl, fr ,nl").stdout == once


@pytest.mark.parametrize("languages", ["nl", "fr", "nl,fr"])
@pytest.mark.parametrize("columns", [40, 80])
def test_no_line_is_wider_than_the_screen(integraal: Run, languages: str, columns: int) -> None:
    page = integraal("checklist", "--taal", languages, env={"COLUMNS": str(columns)}).stdout
    assert [line for line in page.splitlines() if len(line) > columns] == []
    assert "…" not in page


def test_form_goes_to_a_file_and_overwrites_only_on_request(integraal: Run, tmp_path: Path) -> None:
    arguments = ("checklist", "-f", "markdown", "-o", "formulier.md")
    assert integraal(*arguments).returncode == 0
    written = (tmp_path / "formulier.md").read_text("utf-8")
    assert written == integraal("checklist", "-f", "markdown").stdout
    refused = integraal(*arguments)
    assert (refused.returncode, "error[exists-already]" in refused.stderr) == (1, True)
    assert integraal(*arguments, "--overschrijf").returncode == 0


def test_faulty_case_is_said_with_its_place(integraal: Run, tmp_path: Path) -> None:
    write_case(tmp_path / CASE, {"gezinsleden": "tween"})
    form = integraal("checklist", "--casus", CASE)
    assert (form.returncode, form.stdout) == (1, "")
    assert f"{CASE}:5:16: error[no-such-option]" in form.stderr


def test_remarks_about_a_case_are_said(integraal: Run, tmp_path: Path) -> None:
    old = write_case(tmp_path / CASE, {"draaglast": "licht"})
    old.write_text(f"keep_until: 2020-01-01\n{old.read_text()}")
    assert "past-keep-until" in integraal("checklist", "--casus", CASE).stderr


@pytest.mark.parametrize("name", ["er-niet", "er-niet.yaml", ".", "", "voor-wie-doen-we-wat.yaml"])
def test_unknown_instrument_ends_in_a_plain_sentence(integraal: Run, name: str) -> None:
    form = integraal("checklist", name)
    assert (form.returncode, form.stdout) == (1, "")
    assert "error[" in form.stderr


def test_a_form_as_pdf_goes_to_a_file_or_down_a_pipe_and_is_the_same(
    integraal: Run, tmp_path: Path
) -> None:
    written = integraal("checklist", "meldcode", "--formaat", "pdf", "-o", "meldcode.pdf")
    assert (written.returncode, written.stdout) == (0, "")
    assert (tmp_path / "meldcode.pdf").read_bytes().startswith(b"%PDF-1.7")
    again = integraal("checklist", "meldcode", "--formaat", "pdf", "-o", "meldcode.pdf")
    assert again.returncode == 1
    command = [sys.executable, "-m", "integraal", "checklist", "meldcode", "-f", "pdf", "-o", "-"]
    piped = subprocess.run(command, capture_output=True, check=True, cwd=tmp_path)
    assert piped.stdout == (tmp_path / "meldcode.pdf").read_bytes()


def test_large_print_is_another_page_and_only_for_paper(integraal: Run, tmp_path: Path) -> None:
    integraal("checklist", "meldcode", "-f", "pdf", "-o", "gewoon.pdf")
    large = integraal("checklist", "meldcode", "-f", "pdf", "--groot", "-o", "groot.pdf")
    assert large.returncode == 0
    assert len(opened((tmp_path / "groot.pdf").read_bytes()).pages) > len(
        opened((tmp_path / "gewoon.pdf").read_bytes()).pages
    )
    refused = integraal("checklist", "--groot")
    assert refused.returncode == 2
    assert SAY("usage.large_is_paper") in refused.stderr.replace("\n", " ")


def test_a_terminal_is_told_that_it_cannot_show_a_pdf(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "integraal", "checklist", "--formaat", "pdf"]
    with pexpect.spawn(command[0], command[1:], cwd=str(tmp_path), timeout=60) as child:
        child.expect(pexpect.EOF)
        shown = child.before.decode()
    assert child.wait() == 2
    assert squeezed(SAY("usage.needs_file", layout="pdf")) in squeezed(shown)


def test_advice_as_pdf_is_for_one_case(integraal: Run, examples: Path, tmp_path: Path) -> None:
    case = examples / "C-2041.yaml"
    one = integraal("advies", case, "-f", "pdf", "--voor", "gezin", "-o", "gezin.pdf")
    assert one.returncode == 0
    # In larger type it is one sheet, on one side or both.
    assert len(opened((tmp_path / "gezin.pdf").read_bytes()).pages) <= 2
    two = integraal("advies", case, examples / "marina.yaml", "-f", "pdf", "-o", "twee.pdf")
    assert two.returncode == 2
    assert not (tmp_path / "twee.pdf").exists()


@pytest.mark.parametrize("name", ["formulier.pdf", "formulier.docx", "formulier.html"])
def test_the_name_of_the_file_says_which_form_it_gets(
    integraal: Run, tmp_path: Path, name: str
) -> None:
    assert integraal("checklist", "meldcode", "-o", name).returncode == 0
    begins = {".pdf": b"%PDF", ".docx": b"PK", ".html": b"<!doctype html>"}
    assert (tmp_path / name).read_bytes().lower().startswith(begins[Path(name).suffix].lower())


@pytest.mark.parametrize("ending", ["txt", "md", "html", "pdf", "docx"])
def test_every_form_prints_its_check_and_how_to_type_it_in_whatever_it_is(
    integraal: Run, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"formulier.{ending}"
    # On a screen two languages stand beside each other, line by line.
    languages = ["nl"] if ending == "txt" else ["nl", "fr"]
    form = ("checklist", "meldcode", "--taal", ",".join(languages), "-o", file.name)
    assert integraal(*form).returncode == 0
    check = form_check(Library().instrument("meldcode"))
    match ending:
        case "pdf":
            pages = opened(file.read_bytes()).pages
            text = "\n".join(page.extract_text() for page in pages)
            # At the foot of every side, so that a loose sheet has it too.
            assert all(check in page.extract_text() for page in pages)
        case "docx":
            with zipfile.ZipFile(file) as parts:
                xml = [parts.read(name).decode() for name in parts.namelist() if "xml" in name]
            text = re.sub("<[^>]*>", "", "\n".join(xml))
        case _:
            text = html.unescape(file.read_text("utf-8"))
    for language in languages:
        said = Words(language)("checklist.type_in", check=check)
        assert squeezed(said) in squeezed(text)
    footer = "integraal reflecteer meldcode --codes --casus NUMMER.yaml · controlecode"
    assert squeezed(f"{footer} {check}") in squeezed(text)


@pytest.mark.parametrize(
    ("folder", "name", "reader", "expected"),
    [
        ("", "C-1.yaml", "professional", "--codes --casus C-1.yaml ·"),
        ("mijn map", "C-1.yaml", "professional", "--codes --casus 'mijn map/C-1.yaml' ·"),
        ("mijn map", "C-1.yaml", "tafel", "--codes --casus C-1.yaml ·"),
        ("", "gezin-met-zorgen.yaml", "tafel", "--codes --casus NUMMER.yaml ·"),
    ],
)
def test_the_command_at_the_foot_carries_the_case_and_tells_others_no_name(
    integraal: Run, tmp_path: Path, folder: str, name: str, reader: str, expected: str
) -> None:
    (tmp_path / folder).mkdir(exist_ok=True)
    text = "schema: integraal/casus/1\ncasus: C-1\nanswers: {draaglast: licht}\n"
    (tmp_path / folder / name).write_text(text, "utf-8")
    file = str(Path(folder) / name)
    done = integraal("checklist", "--casus", file, "--voor", reader, "-o", "blad.txt")
    assert done.returncode == 0
    assert squeezed(expected) in squeezed((tmp_path / "blad.txt").read_text("utf-8"))


def test_the_command_of_a_form_about_no_family_carries_no_case(integraal: Run) -> None:
    said = squeezed(integraal("checklist", "buurtoverleg").stdout)
    assert squeezed("integraal reflecteer buurtoverleg --codes · controlecode") in said


def test_a_form_as_data_has_its_check_and_options_as_they_are_shown(integraal: Run) -> None:
    form = json.loads(integraal("checklist", "meldcode", "--formaat", "json").stdout)
    assert form["check"] == form_check(Library().instrument("meldcode"))
    (first,) = form["sections"][0]["questions"]
    assert [(option["code"], option["id"]) for option in first["options"]] == [
        ("A1-j", "ja"),
        ("A1-n", "nee"),
    ]


def test_a_file_that_would_be_called_something_else_is_refused(
    integraal: Run, tmp_path: Path
) -> None:
    done = integraal("checklist", "--formaat", "docx", "-o", "formulier.pdf")
    assert done.returncode == 2
    said = SAY("usage.other_ending", file="formulier.pdf", ending=".docx")
    assert said in " ".join(done.stderr.split())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(integraal: Run) -> None:
    done = integraal("checklist", "-o", "nergens/formulier.pdf")
    assert done.stderr.startswith("nergens/formulier.pdf: error[no-such-folder]")


def test_a_filled_in_form_says_whose_it_is(integraal: Run, tmp_path: Path) -> None:
    write_case(tmp_path / CASE, {"draaglast": "zwaar"}, name="C-9")
    form = integraal("checklist", "--casus", CASE).stdout
    assert f"{SAY('case.line', casus='C-9')} · {SAY.date(date.today())}" in form


def test_the_family_gets_questions_to_talk_over_and_whoever_prints_them_is_warned(
    integraal: Run,
) -> None:
    done = integraal("checklist", "--voor", "gezin")
    assert done.returncode == 0
    assert "Waar willen jullie over praten?" in done.stdout
    assert "controlecode" not in done.stdout
    assert "zolang praten niet veilig is" in done.stderr


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("meldcode", "--voor", "gezin"), "voor-wie-doen-we-wat --voor gezin"),
        (("--voor", "kind"), "integraal advies CASUS --voor kind"),
        (("--voor", "gezin", "--casus", "C-1.yaml"), "Laat --casus weg"),
        (("procesregie", "--rol", "wijkteam"), "lokaal-team, behandelaar"),
        (("meldcode", "--rol", "wijkteam"), "integraal checklist procesregie --rol lokaal-team"),
        (("procesregie", "--rol", "lokaal-team", "--voor", "tafel"), "laat --voor"),
        (("procesregie", "--rol", "lokaal-team", "-f", "json"), "-i procesregie --rol ROL"),
    ],
)
def test_a_sheet_that_there_is_not_names_the_one_that_there_is(
    asked: tuple[str, ...], said: str, integraal: Run
) -> None:
    done = integraal("checklist", *asked)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())


def test_the_form_of_a_role_says_what_is_its_part(integraal: Run) -> None:
    done = integraal("checklist", "procesregie", "--rol", "behandelaar", "--formaat", "markdown")
    assert "Wat ik overdraag" in done.stdout
    whole = integraal("checklist", "procesregie", "--formaat", "markdown")
    assert "Wat ik overdraag" not in whole.stdout


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "those"),
    [
        ("usage.no_roles", PART),
        ("usage.no_roles_form", PART),
        ("usage.no_conversation", CONVERSATION),
    ],
)
def test_what_is_refused_names_the_only_instruments_that_have_it(
    key: str, those: tuple[str, ...], language: str
) -> None:
    every = [Library().instrument(name) for name in INSTRUMENTS]
    is_of_roles = those is PART
    have = [one.id for one in every if (one.roles if is_of_roles else asked_of_family(one))]
    assert have == [*those]
    said = Words(language)(key, **({"instrument": "meldcode"} if is_of_roles else {}))
    assert all(name in said for name in those)
