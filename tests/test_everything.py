"""What holds for every page, in every format and language, whatever option led to it."""

import json
import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import typer

from integraal.cli.app import make_app
from integraal.cli.output.formats import PAGE, TABLE, Format, endings
from integraal.reading.library import Library
from integraal.words.honest import disclaimer_text
from integraal.words.words import Words
from tests.cli.interview.answering import write_case
from tests.cli.terminal import squeezed
from tests.conftest import ROOT, Run
from tests.everything import (
    NO_PAGE,
    NO_RESULT,
    PAGES,
    Page,
    commands,
    declared,
    every_page,
    folder,
    made,
    ran,
)

pytestmark = pytest.mark.xdist_group("everything")

BEGINS = {
    Format.HTML: b"<!DOCTYPE html>",
    Format.PDF: b"%PDF-",
    Format.DOCX: b"PK",
    Format.XLSX: b"PK",
    Format.ZIP: b"PK",
    Format.ICS: b"BEGIN:VCALENDAR",
    Format.SQL: b"-- ",
}
CLASSES = {
    name
    for path in (ROOT / "src" / "integraal").rglob("*.py")
    for name in re.findall(r"^\s*class (\w+)", path.read_text("utf-8"), re.MULTILINE)
    if re.search(r"[a-z][A-Z]", name)
}
"""Names that nobody could take for a word."""
OF_PYTHON = re.compile(rf"\b(?:{'|'.join(sorted(CLASSES))})\b|\bNone\b(?! of these)| object at 0x")
DOCS = (ROOT / "docs" / "formats.md").read_text("utf-8")


PROMISES = {
    *(ending for form in Format if form is not Format.YAML for ending in endings(form)),
    *(".doc", ".odt", ".rtf", ".xls", ".xml", ".png", ".zip", ".pfd", ".bak"),
} - {".txt"}
"""Endings of names: of all that we make, of what others make, and of nobody."""


def _named(value: object) -> str:
    return value.line if isinstance(value, Page) else str(value)


def _pages(*forms: Format) -> pytest.MarkDecorator:
    pages = list(every_page(*forms))
    return pytest.mark.parametrize(("page", "form", "language"), pages, ids=_named)


# --- The table itself -----------------------------------------------------------------------------


def test_every_command_is_in_the_table_of_pages() -> None:
    assert {page.command for page in PAGES} == set(commands()) - NO_RESULT
    assert set(declared()) == set(commands()) - NO_RESULT


def test_whatever_has_a_page_has_it_in_every_format_of_a_page() -> None:
    with_pages = [forms for forms in declared().values() if Format.TERMINAL in forms]
    assert all(set(PAGE) <= set(forms) for forms in with_pages)
    assert len(with_pages) > 8


def test_every_option_that_leads_to_another_page_is_in_the_table() -> None:
    app: Any = typer.main.get_command(
        make_app([name for page in PAGES for name in page.line.split()])
    )
    for name in declared():
        command = app
        for word in name.split():
            command = command.commands[word]
        options = {param.opts[0] for param in command.params if param.param_type_name == "option"}
        used = {word for page in PAGES if page.command == name for word in page.line.split()}
        assert options - NO_PAGE <= used, name


# --- Every page -----------------------------------------------------------------------------------


@_pages()
def test_every_page_is_made_in_every_format_its_command_declares(
    page: Page, form: Format, language: str
) -> None:
    done = made(page, form, language)
    assert done.code == page.code, done.said
    assert done.result.startswith(BEGINS.get(form, b""))
    assert done.result.endswith(b"\n") or form in BEGINS


@_pages(Format.JSON, Format.SARIF)
def test_all_data_says_which_schema_it_keeps_to_and_that_is_documented(
    page: Page, form: Format, language: str
) -> None:
    text = made(page, form, language).text
    whole = [text] if text.startswith("{\n") else text.splitlines()
    for data in map(json.loads, whole):
        if "$schema" in data:
            assert data["$schema"].endswith(("/sarif-2.1.0.json", "/draft-07/schema#"))
        else:
            assert re.fullmatch(r"integraal/[a-z-]+/[0-9]+", data["schema"])
            assert f"`{data['schema']}`" in DOCS


@_pages(Format.TERMINAL, Format.MARKDOWN, Format.HTML, Format.JSON, Format.SARIF)
def test_no_page_speaks_python(page: Page, form: Format, language: str) -> None:
    result = made(page, form, language).result.decode("utf-8", "replace")
    assert OF_PYTHON.findall(result) == []


@_pages(Format.TERMINAL)
def test_on_a_terminal_without_our_signs_a_question_mark_is_a_question(
    page: Page, form: Format, language: str
) -> None:
    shown, whole = made(page, form, language).result.decode("cp1252"), _utf_8(page, language)
    assert shown.count("?") == whole.count("?")


def _utf_8(page: Page, language: str) -> str:
    """The same text where there is every sign: in a file, or on a screen."""
    if page.on_screen:
        asked = (*page.line.split(), "--taal", language)
        return ran(*asked, on_screen=True, encoding="utf-8").text
    ran(*page.line.split(), "--taal", language, "-o", "blad.txt", "--overschrijf")
    return (folder() / "blad.txt").read_text("utf-8")


# --- Every advice ---------------------------------------------------------------------------------

OTHER = {"--voor", "--waarom", "--kleinste-stap", "--groot"}
ADVICES = [
    each
    for each in every_page(Format.MARKDOWN)
    if each[0].command == "advies" and not each[0].only and not OTHER & set(each[0].line.split())
]
# One professional's page names whose part a route is, and leaves why to the page of all.
OF_ALL = [each for each in ADVICES if "--rol" not in each[0].line.split()]


def _as_read(markdown: str) -> str:
    """Leave out of Markdown what readers do not see, and where its lines are broken."""
    return squeezed(re.sub(r"\\(.)|\*\*|<br>", r"\1", markdown))


@pytest.mark.parametrize(("page", "form", "language"), OF_ALL, ids=_named)
def test_every_reason_is_shown_with_what_it_rests_on(
    page: Page, form: Format, language: str
) -> None:
    data, shown = json.loads(made(page, Format.JSON, language).text), made(page, form, language)
    holding = [outcome for outcome in data["outcomes"] if outcome["holds_now"]]
    for reason in (*data["reasons"], *data["limits"], *holding):
        rests_on = squeezed(Words(language)("support." + reason["support"]))
        _, found, below = _as_read(shown.text).partition(squeezed(reason["because"]))
        assert found, reason["rule"]
        # What asks for less than the advice is named, and no more.
        assert rests_on in below or (reason in data["reasons"] and reason["level"] != data["level"])


@pytest.mark.parametrize(("page", "form", "language"), ADVICES, ids=_named)
def test_every_advice_says_that_nobody_validated_it_on_the_page_and_in_its_data(
    page: Page, form: Format, language: str
) -> None:
    words = Words(language)
    honest = [squeezed(words(key)) for key in ("honest.nobody", "honest.nobody_routes")]
    assert any(each in _as_read(made(page, form, language).text) for each in honest)
    data = json.loads(made(page, Format.JSON, language).text)
    told = disclaimer_text(Library().instrument(data["instrument"], language), words)
    assert data["disclaimer"] == told


# --- Every reader of a case ---------------------------------------------------------------------

READERS = (
    "advies",
    "checklist --casus",
    "verloop",
    "vergelijk andere.yaml",
    "agenda",
    "reflecteer --casus",
)


@pytest.mark.parametrize("line", [*READERS, "advies --voor gezin", "controleer"])
def test_whoever_reads_a_case_says_when_it_should_have_been_deleted(
    line: str, integraal: Run, tmp_path: Path
) -> None:
    """As `docs/privacy.md` says; tables have a test of their own."""
    for name in ("oud.yaml", "andere.yaml"):
        case = write_case(tmp_path / name, {"draaglast": "licht"})
        case.write_text(f"keep_until: 2020-01-01\n{case.read_text('utf-8')}", "utf-8")
    command, *rest = line.split()
    done = integraal(command, *rest, "oud.yaml")
    assert "past-keep-until" in done.stderr + done.stdout
    assert f"`{command}`" in (ROOT / "docs" / "privacy.md").read_text("utf-8")


# --- Every name of a file -------------------------------------------------------------------------


@pytest.mark.parametrize("command", sorted(declared()))
def test_every_ending_that_cannot_be_honoured_is_refused_with_those_that_can(command: str) -> None:
    line = next(page.line for page in PAGES if page.command == command)
    offered = declared()[command]
    kept = {ending for form in offered for ending in endings(form)}
    for ending in sorted(PROMISES - kept):
        _refused(f"nieuw/blad{ending}", [*line.split(), "-o"], offered)


@pytest.mark.parametrize("ending", sorted(PROMISES - {e for form in TABLE for e in endings(form)}))
def test_so_is_the_name_of_a_table(ending: str) -> None:
    _refused(f"uit{ending}", ["batch", "uitkomst.csv"], TABLE)
    _refused(f"slecht{ending}", ["batch", "uitkomst.csv", "uit.csv", "--afgekeurd"], TABLE)


@pytest.mark.parametrize("ending", sorted(PROMISES))
def test_so_is_the_name_of_a_case(ending: str) -> None:
    _refused(f"C-1{ending}", ["reflecteer", "--casus"], (Format.YAML,))


def _refused(name: str, line: list[str], offered: tuple[Format, ...]) -> None:
    done = ran(*line, name)
    assert (done.code, done.result) == (2, b""), name
    known = Words("nl").listed([endings(form)[0] for form in offered], "or")
    of_page = "usage.batch.ending" if line[0] == "batch" and line[-1] == "-o" else "usage.ending"
    assert Words("nl")(of_page, file=name, known=known) in done.said
    assert not (folder() / name).exists()


@pytest.mark.parametrize("command", sorted(c for c, forms in declared().items() if len(forms) > 1))
def test_a_format_and_an_ending_that_disagree_are_refused(command: str) -> None:
    line = next(page.line for page in PAGES if page.command == command).split()
    for form, other in product(declared()[command], repeat=2):
        if form is not other and other is not Format.TERMINAL:
            done = ran(*line, "--formaat", form, "-o", f"blad-2{endings(other)[0]}")
            assert (done.code, done.result) == (2, b""), (form, other)
            assert endings(form)[0] in done.said
    assert not list(folder().glob("blad-2.*"))
