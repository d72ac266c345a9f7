"""A validator holds every printed page to PDF/UA-1, and looks at what no validator has to.

The validator is `outloud`: it checks what a machine can of ISO 14289-1, and besides whether
headings and tables say what a listener needs.
"""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from outloud import check
from pypdf import PdfWriter

from integraal.report.blocks import Choices
from integraal.words.words import Words
from tests.conftest import INSTRUMENTS
from tests.report.render.every import blank, every_document
from tests.report.render.pdf.paper import in_pdf, tags

pytestmark = pytest.mark.xdist_group("pdf")

MEANT = {
    "TBL-012": "a table that is mostly empty: people write in it",
    "TAG-002": "the foot of a page is not read aloud, so that it breaks no sentence",
    "TAG-020": "a box to tick is a label without a text",
    "LNK-010": "an address is there to be copied from paper",
    "ORD-001": "tags are in the order of reading; in which order ink is put down, nobody hears",
    "TBL-015": "in large print, what a level is stands in a row below its name",
}
"""What no norm forbids and we chose."""


def faults(file: bytes, folder: Path) -> Iterator[str]:
    """Name what the validator finds, errors and warnings."""
    path = folder / "page.pdf"
    path.write_bytes(file)
    result = check(str(path))
    assert result.error is None
    assert result.stats["pages"] > 0
    for finding in result.findings:
        if finding.severity != "info" and finding.rule not in MEANT:
            yield f"{finding.rule} {finding.message}"


@pytest.mark.parametrize("name", every_document())
def test_every_page_is_sound_to_who_listens(name: str, tmp_path: Path) -> None:
    assert list(faults(in_pdf(every_document()[name]), tmp_path)) == []


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_so_is_large_print(name: str, tmp_path: Path) -> None:
    assert list(faults(in_pdf(blank(name, "nl"), large=True), tmp_path)) == []


def test_a_page_without_tags_has_faults(tmp_path: Path) -> None:
    writer, file = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(file)
    assert any(fault.startswith("DOC-001") for fault in faults(file.getvalue(), tmp_path))


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_who_listens_to_a_filled_form_hears_of_each_box_whether_it_was_ticked(
    language: str,
) -> None:
    say = Words(language)
    filled = every_document()[f"meldcode-{language}-ingevuld"]
    boxes = [
        choice.ticked
        for _, question in (filled.form.units if filled.form else ())
        if isinstance(question.answer, Choices)
        for choice in question.answer.choices
    ]
    assert any(boxes)
    said = [say("paper.ticked") if each else say("paper.not_ticked") for each in boxes]
    assert [text for text in tags(in_pdf(filled), "/Alt") if text in said] == said


def test_of_a_blank_form_no_box_is_said_to_be_empty() -> None:
    assert Words("nl")("paper.not_ticked") not in tags(in_pdf(blank("meldcode", "nl")), "/Alt")
