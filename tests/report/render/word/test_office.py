"""LibreOffice opens the files for Word and loses nothing of them."""

from pathlib import Path

import pytest

from integraal.report.blocks import Choices, Document, FormQuestion, Heading, Paragraph
from integraal.report.render.text import plain
from integraal.report.render.word.document import render_docx
from tests.conftest import INSTRUMENTS
from tests.report.render.every import every_document
from tests.report.render.reading_order import first_missing, letters, squeezed
from tests.report.render.sides import SIDES
from tests.report.render.word import office
from tests.report.shipped_pages import blocks_in

# One LibreOffice for all of them, for it starts slowly.
pytestmark = pytest.mark.xdist_group("office")
NAMES = [
    *SIDES,
    *(f"{name}-nl-advies" for name in INSTRUMENTS),
    *(f"voor-wie-doen-we-wat-{language}-gezin" for language in ("nl", "en", "fr")),
]
LARGE = "voor-wie-doen-we-wat-nl-leeg-groot"


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    everything = every_document()
    return {name: everything[name] for name in NAMES}


@pytest.fixture(scope="module")
def pdfs(
    documents: dict[str, Document], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    office.need()
    files = {name: render_docx(document) for name, document in documents.items()}
    files[LARGE] = render_docx(documents[LARGE.removesuffix("-groot")], large=True)
    return office.converted(files, tmp_path_factory.mktemp("office"))


def without_foot(page: str, document: Document) -> str:
    """Take away what every page says at its foot, with the count of pages."""
    foot = squeezed(document.footer)
    lines = page.rstrip().splitlines()
    assert lines, "an empty page"
    for last in range(1, len(lines)):
        said = squeezed(" ".join(lines[-last:]))
        if said.startswith(foot):
            return "\n".join(lines[:-last])
    pytest.fail(f"no foot on this page: {lines[-3:]}")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost_on_the_way_to_pdf(
    name: str, documents: dict[str, Document], pdfs: dict[str, Path]
) -> None:
    document = documents[name]
    read = [without_foot(page, document) for page in office.pages(pdfs[name])]
    assert first_missing(document, " ".join(read), letters) == ""
    # A page ends with neither a heading or its words, nor a question whose boxes are on the next.
    blocks = list(blocks_in(document.blocks))
    said = {
        plain(paragraph.text)
        for heading, paragraph, asked in zip(blocks, blocks[1:], blocks[2:], strict=False)
        if isinstance(heading, Heading)
        and isinstance(paragraph, Paragraph)
        and isinstance(asked, FormQuestion)
    }
    leading = {block.text for block in blocks if isinstance(block, Heading)} | {
        block.asks[-1]
        for block in blocks
        if isinstance(block, FormQuestion) and isinstance(block.answer, Choices)
    }
    ends = [letters(page) for page in read]
    assert [one for page in ends for one in leading | said if page.endswith(letters(one))] == []


@pytest.mark.parametrize("name", SIDES)
def test_a_form_takes_no_more_sides_than_it_may(name: str, pdfs: dict[str, Path]) -> None:
    assert int(office.about(pdfs[name])["Pages"]) <= SIDES[name]


def test_a_pdf_of_it_is_a4_and_has_its_title(pdfs: dict[str, Path]) -> None:
    about = office.about(pdfs["meldcode-nl-leeg"])
    assert about["Page size"].endswith("(A4)")
    assert about["Title"].startswith("Zorgen over veiligheid")


def test_large_print_loses_nothing_either(
    documents: dict[str, Document], pdfs: dict[str, Path]
) -> None:
    document = documents[LARGE.removesuffix("-groot")]
    read = [without_foot(page, document) for page in office.pages(pdfs[LARGE])]
    assert first_missing(document, " ".join(read), letters) == ""
