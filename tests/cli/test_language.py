"""Whoever asks for a language gets it, also where something is refused and a kind is named."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from integraal.privacy.identifiers import Identifier
from integraal.words.words import Words
from tests.cli.interview.answering import write_case
from tests.conftest import Run

DUTCH = re.compile(
    r"\b(burgerservicenummer|rijksregisternummer|telefoon|geboortedatum|kolom|rij|rijen|bestand"
    r"|naam|waarde|niet|geen|deze|wordt|afgekeurd|beantwoord|advies:)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(r"\b(permission|directory|too long|address|phone|column|case|row)\b")
CALL, MAIL = "bel 0612345678", "jan@voorbeeld.nl"
OTHERS = ("en", "fr")


def _check(said: str, language: str, *kinds: Identifier) -> None:
    """Hold what was said to its language; names of files and columns are nobody's language."""
    words = Words(language)
    prose = re.sub(r"\S*(\.csv|\.yaml|casus|--\w+)\S*", "", said)
    assert DUTCH.findall(prose) == []
    if language != "en":
        assert ENGLISH.findall(re.sub(r"\w+\[[a-z-]+\]", "", prose)) == []
    text = " ".join(said.split())
    assert [kind for kind in kinds if words(f"identifier.{kind.value}") not in text] == []


def _table(folder: Path, *lines: str) -> Path:
    path = folder / "in.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("groups", [(), ("--groepeer", "team", "--toch")])
def test_a_column_that_is_refused_names_its_kinds(
    integraal: Run, tmp_path: Path, language: str, groups: tuple[str, ...]
) -> None:
    column = "team" if groups else "draaglast"
    _table(tmp_path, f"casus,draagkracht,{column}", f"C-1,ruim,{MAIL}; {CALL}")
    done = integraal("batch", "in.csv", "uit.csv", *groups, "--taal", language)
    assert "[column-identifies]" in done.stderr
    _check(done.stderr, language, Identifier.EMAIL, Identifier.PHONE)


@pytest.mark.parametrize("language", OTHERS)
def test_every_reason_of_a_reject_is_said(integraal: Run, tmp_path: Path, language: str) -> None:
    rows = ("C-1,zwaar", "C-2,enorm", ",zwaar", "C 3,zwaar", "111222333,zwaar", "C-4,zwaar,x")
    _table(tmp_path, "casus,draaglast", *rows)
    done = integraal("batch", "in.csv", "uit.csv", "--taal", language)
    assert (done.returncode, done.stderr.count(" × ")) == (1, 5)
    _check(done.stderr, language)


@pytest.mark.parametrize("language", OTHERS)
def test_case_files_with_a_text_about_somebody_are_rejected_and_counted(
    integraal: Run, tmp_path: Path, language: str
) -> None:
    (tmp_path / "in").mkdir()
    agreed = f"agreements:\n  - {{what: {CALL}, who: wijkteam}}\n"
    write_case(tmp_path / "in" / "een.yaml", {"draaglast": "zwaar"}, about=agreed)
    write_case(tmp_path / "in" / "twee.yaml", {"draaglast": "zwaar"}, name="C-2")
    done = integraal("batch", "in", "uit.csv", "--taal", language)
    assert f"1 × {Words(language)('batch.reason.text-identifies')}"[:60] in done.stderr
    assert (tmp_path / "uit.csv").read_text("utf-8").count("\n") == 2
    assert "0612345678" not in (tmp_path / "uit-afgekeurd.csv").read_text("utf-8")
    _check(done.stderr, language)


@pytest.mark.parametrize("language", OTHERS)
def test_groups_that_are_people_are_refused_by_name(
    integraal: Run, tmp_path: Path, language: str
) -> None:
    _table(tmp_path, "casus,draaglast", *(f"C-{number},zwaar" for number in range(20)))
    integraal("batch", "in.csv", "uit.csv")
    head, *rows = (tmp_path / "uit.csv").read_text("utf-8").splitlines()
    _table(tmp_path, f"{head},wie", *(f"{row},{MAIL}" for row in rows))
    done = integraal("signalen", "in.csv", "--per", "wie", "--taal", language)
    assert "[column-identifies]" in done.stderr
    _check(done.stderr, language, Identifier.EMAIL)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("command", ["advies", "export ics"])
@pytest.mark.parametrize(
    ("name", "about", "kinds"),
    [
        ("111222333", "", [Identifier.BSN]),
        ("C-1", f"agreements:\n  - {{what: {CALL}, who: {MAIL}}}\n", [Identifier.PHONE]),
    ],
)
def test_a_case_that_is_refused_names_its_kinds(
    integraal: Run,
    tmp_path: Path,
    language: str,
    command: str,
    name: str,
    about: str,
    kinds: list[Identifier],
) -> None:
    write_case(tmp_path / "een.yaml", {"draaglast": "zwaar"}, about=about, name=name)
    done = integraal(*command.split(), "een.yaml", "--taal", language)
    assert done.returncode != 0
    _check(done.stderr, language, *kinds)


@pytest.mark.parametrize("language", [*OTHERS, "nl"])
def test_what_the_system_refuses_is_said_in_the_language_of_the_user(
    integraal: Run, tmp_path: Path, language: str
) -> None:
    write_case(tmp_path / "een.yaml", {"draaglast": "zwaar"})
    done = integraal("advies", "een.yaml", "-o", f"{'a' * 300}.md", "--taal", language)
    said = " ".join(done.stderr.split())
    assert Words(language)("system.ENAMETOOLONG") in said
    assert "File name" not in said


@pytest.mark.parametrize("language", [*OTHERS, "nl"])
def test_the_sheet_of_a_result_has_a_name_in_the_language_of_the_user(
    integraal: Run, tmp_path: Path, language: str
) -> None:
    _table(tmp_path, "casus,draaglast", "C-1,zwaar")
    integraal("batch", "in.csv", "uit.xlsx", "--taal", language)
    assert load_workbook(tmp_path / "uit.xlsx").sheetnames == [Words(language)("batch.sheet")]
