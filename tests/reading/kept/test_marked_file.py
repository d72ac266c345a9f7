"""Nothing is taken for ours by its name, and whatever stands in a file, looking does not fail."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from integraal.model.finding import Faulty
from integraal.model.keeping.kept import Sort
from integraal.reading.kept.marked_file import Seen, day_in, seen_in

DAY = date(2027, 11, 30)
MARK = "integraal/bladzijde/1; casus=C-1; keep_until=2027-11-30"
CASE = "schema: integraal/casus/1\ncasus: C-1\nkeep_until: 2027-11-30\n"


def _seen(tmp_path: Path, name: str, held: str | bytes) -> Seen | None:
    path = tmp_path / name
    path.write_bytes(held.encode() if isinstance(held, str) else held)
    return seen_in(path, path.suffix)


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("een.yaml", f"{CASE}answers: {{}}\n"),
        ("een.yaml", f"# van mij\n{CASE}"),
        ("een.json", '{"schema": "integraal/casus/1", "casus": "C-1", "keep_until": "2027-11-30"}'),
        ("een.yaml", f"{CASE}answers: [\n"),
        ("een.yaml", f"{CASE}a: &a [x]\nb: *a\n"),
        (
            "een.json",
            '{\n"schema": "integraal/casus/1",\n"casus": "C-1",\n"keep_until": "2027-11-30',
        ),
    ],
)
def test_a_case_is_known_by_its_schema_whole_or_damaged(
    tmp_path: Path, name: str, held: str
) -> None:
    found = _seen(tmp_path, name, held)
    assert found is not None
    assert (found.sort, found.cases, found.keep_until) == (Sort.CASE, ("C-1",), DAY)


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("x.pdf", f"%PDF-1.7 <</Keywords({MARK})>>"),
        ("x.html", f'<meta name="integraal" content="{MARK}">'),
        ("x.md", f"# Advies\n<!-- {MARK} -->\n"),
        ("x.ics", f"BEGIN:VCALENDAR\r\nX-INTEGRAAL:{MARK[:30]}\r\n {MARK[30:]}\r\n"),
        ("x.json", '{"schema": "integraal/advies/2", "casus": "C-1", "keep_until": "2027-11-30"}'),
        (
            "x.jsonl",
            '{"schema": "integraal/advies/2", "casus": "C-1", "keep_until": null}\n'
            '{"schema": "integraal/advies/2", "casus": "C-1", "keep_until": "2027-11-30"}\n',
        ),
    ],
)
def test_a_page_is_known_by_its_mark(tmp_path: Path, name: str, held: str) -> None:
    assert _seen(tmp_path, name, held) == Seen(Sort.PAGE, ("C-1",), DAY)


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("C-1.yaml", "schema: integraal/instrument/1\nid: x\n"),
        ("C-1.yaml", "naam: integraal/casus/1\n"),
        ("C-1.yaml", "over integraal/casus/1: ["),
        ("x.json", '{"schema": "integraal/signalen/2", "cases": 3}'),
        ("x.json", '{"schema": "integraal/formulier/1", "casus": null}'),
        ("x.json", f"{'[' * 100_000}integraal/"),
        ("x.pdf", b"%PDF-1.7 of others"),
        ("x.docx", b"no archive"),
        ("x.docx", b"PK\x05\x06" + bytes(18)),
        ("x.txt", CASE),
        ("x.yaml", f"{CASE}{'#' * 2_000_000}"),
    ],
)
def test_what_is_not_ours_is_nothing(tmp_path: Path, name: str, held: str | bytes) -> None:
    assert _seen(tmp_path, name, held) is None


def test_properties_that_would_fill_the_memory_are_not_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.docx", "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("docProps/core.xml", f"{MARK}{' ' * 5_000_000}")
    assert seen_in(tmp_path / "x.docx", ".docx") is None


def test_what_nobody_can_look_into_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").mkdir()
    with pytest.raises(Faulty):
        seen_in(tmp_path / "x.pdf", ".pdf")


@pytest.mark.parametrize("text", ["", "binnenkort", "2027-02-31", "31-12-2027"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_in(text) is None
