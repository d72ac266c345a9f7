"""Which readers a command has a page for, and what it says where there is none."""

from pathlib import Path

import pytest

from tests.cli.interview.answering import SAY, write_case
from tests.conftest import Run

CASE = "C-1.yaml"


@pytest.mark.parametrize("reader", ["gezin", "kind"])
def test_a_sheet_that_speaks_as_professionals_do_names_the_page_for_others(
    integraal: Run, reader: str
) -> None:
    done = integraal("vergelijk", CASE, "ander.yaml", "--voor", reader)
    assert (done.returncode, done.stdout) == (2, "")
    told = " ".join(done.stderr.split())
    assert f"integraal advies CASUS --voor {reader}" in told
    assert "--voor tafel" in told
    assert "<professional|tafel>" in integraal("vergelijk", "--help").stdout


def test_a_form_for_a_child_is_refused_with_the_page_that_there_is(integraal: Run) -> None:
    done = integraal("checklist", "--voor", "kind")
    assert (done.returncode, done.stdout) == (2, "")
    assert "integraal advies CASUS --voor kind" in " ".join(done.stderr.split())


def test_a_sheet_for_the_table_leaves_room_for_who_it_is(integraal: Run, tmp_path: Path) -> None:
    for person, load in (("wijkteam", "licht"), ("school", "zwaar")):
        write_case(tmp_path / f"{person}.yaml", {"draaglast": load, "veiligheid": "geen_zorg"})
    page = integraal("vergelijk", "wijkteam.yaml", "school.yaml", "--voor", "tafel").stdout
    assert [page.count(f"{letter}  {SAY('compare.who')}") for letter in "AB"] == [1, 1]
    assert "wijkteam" not in page


@pytest.mark.parametrize("reader", ["tafel", "gezin", "kind"])
def test_a_course_without_words_for_them_is_no_page_and_danger_is_still_said(
    integraal: Run, tmp_path: Path, reader: str
) -> None:
    write_case(tmp_path / CASE, {"direct_gevaar": "ja"})
    done = integraal("verloop", CASE, "-i", "meldcode", "--voor", reader)
    assert (done.returncode, done.stdout) == (1, "")
    told = " ".join(done.stderr.split())
    assert " ".join(SAY("reader.withheld").split()) in told
    assert "Bel nu 112" in told


def test_that_a_file_holds_the_meldcode_too_changes_nothing_for_the_family(
    integraal: Run, examples: Path, tmp_path: Path
) -> None:
    course = (examples / "verloop" / "C-4210.yaml").read_text("utf-8")
    (tmp_path / "zonder.yaml").write_text(course, "utf-8")
    first = "    answers:\n"
    (tmp_path / "met.yaml").write_text(course.replace(first, f"{first}      md_signalen: nee\n"))
    asked = ("--voor", "gezin", "-i", "voor-wie-doen-we-wat")
    pages = [integraal("verloop", f"{name}.yaml", *asked) for name in ("zonder", "met")]
    assert pages[0].stdout == pages[1].stdout != ""
    alone = integraal("verloop", "met.yaml", "--voor", "gezin")
    assert alone.stdout in ("", pages[0].stdout)


AGREED = (
    "    agreements:\n      - {what: Melden bij Veilig Thuis, who: school}\n"
    "      - {what: Samen eten, who: school, for_others: true}\n"
)


@pytest.mark.parametrize("answers", ["{direct_gevaar: ja}", "{draaglast: licht}"])
@pytest.mark.parametrize("reader", ["tafel", "gezin", "kind"])
@pytest.mark.parametrize("command", ["advies", "verloop"])
def test_an_agreement_is_for_others_only_where_somebody_marked_it_so(
    integraal: Run, tmp_path: Path, command: str, reader: str, answers: str
) -> None:
    head = "schema: integraal/casus/1\ncasus: C-1\nland: nl\nmoments:\n  - moment: 2026-11-01\n"
    (tmp_path / CASE).write_text(f"{head}    answers: {answers}\n{AGREED}", "utf-8")
    done = integraal(command, CASE, "--voor", reader, "-o", "blad.md")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "blad.md").read_text("utf-8")
    assert "Melden" not in page
    told = SAY("reader.left_off", count=1).split(":")[0]
    assert told in " ".join(done.stderr.split())
    if (command, reader) in [("verloop", "tafel"), ("verloop", "gezin")]:
        assert "Samen eten" in page
    own = integraal(command, CASE).stdout
    assert command == "advies" or "Melden" in own


@pytest.mark.parametrize("reader", ["tafel", "gezin", "kind"])
@pytest.mark.parametrize("command", ["advies", "verloop"])
def test_in_danger_whoever_types_is_told_to_wait_with_the_page(
    integraal: Run, tmp_path: Path, command: str, reader: str
) -> None:
    said = SAY("reader.in_danger")
    for answer, is_told in (("ja", True), ("nee", False)):
        write_case(tmp_path / CASE, {"direct_gevaar": answer})
        done = integraal(command, CASE, "--voor", reader)
        assert done.returncode == 0
        assert (said in " ".join(done.stderr.split())) is is_told
        assert said not in done.stdout


def test_a_course_over_two_instruments_says_beforehand_once_and_names_them(
    integraal: Run, tmp_path: Path
) -> None:
    used = "{voor-wie-doen-we-wat: '2026.1', procesregie: '2026.1'}"
    head = "schema: integraal/casus/1\ncasus: C-1\nland: nl\nmoments:\n  - moment: 2026-11-01\n"
    text = f"{head}    instruments: {used}\n    answers: {{direct_gevaar: ja}}\n{AGREED}"
    (tmp_path / CASE).write_text(text, "utf-8")
    done = integraal("verloop", CASE, "--voor", "gezin")
    told = " ".join(done.stderr.split())
    said = (SAY("danger.title"), SAY("reader.in_danger"), SAY("reader.left_off", count=1)[:30])
    # The alarm, and what the screen ends on.
    assert [told.count(each) for each in said] == [2, 1, 1]
    assert [title in done.stdout for title in ("Voor wie doen we wat?", "één regisseur")] == [
        True
    ] * 2
