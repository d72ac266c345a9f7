"""What the name of a file promises, and which promises are none."""

import re

import pytest
import typer

from integraal.cli.output.formats import PAGE, TABLE, Format, endings, promised
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("overleg.pdf", Format.PDF),
        ("map.json/Overleg.HTM", Format.HTML),
        ("a.b.md", Format.MARKDOWN),
        ("overleg", None),
        ("overleg.txt", None),
        ("C-1.2", None),
        ("-", None),
        (None, None),
    ],
)
def test_an_ending_is_a_promise_and_other_names_are_none(
    name: str | None, form: Format | None
) -> None:
    assert promised(name, PAGE, "--uitvoer") is form


@pytest.mark.parametrize(
    "name",
    ["overleg.doc", "overleg.csv", "overleg.sarif", "overleg.XLSX", "overleg.pfd", "a.pdf.bak"],
)
def test_a_promise_that_cannot_be_kept_is_refused(name: str) -> None:
    with pytest.raises(typer.BadParameter, match=r"\.docx"):
        promised(name, PAGE, "--uitvoer")


def test_a_table_may_be_called_text_but_must_be_called_something() -> None:
    assert promised("tabel.txt", TABLE, "UIT", must_promise=True) is Format.CSV
    # Where there is a page too, a text is that page.
    assert promised("kaart.txt", (*PAGE, Format.CSV), "--uitvoer") is None
    with pytest.raises(typer.BadParameter, match=r"\.csv, \.jsonl, \.parquet"):
        promised("tabel", TABLE, "UIT", must_promise=True)


def test_every_format_of_a_result_is_explained() -> None:
    """Those of a page stand in a table, the others in the lines below it."""
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    _, _, part = page.partition("\n## What a result can be\n")
    told = set(re.findall(r"`\.?(\w+)`", part.partition("\n## ")[0]))
    assert {str(form) for form in Format} - {Format.YAML} <= told


def test_every_format_has_an_ending_of_its_own() -> None:
    assert len({endings(form)[0] for form in Format}) == len(Format)
