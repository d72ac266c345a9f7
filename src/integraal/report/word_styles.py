"""How a Word file looks: A4, real styles that people can change, and a foot on every page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from integraal.report.blocks import Document
from integraal.report.word_parts import LOCALES, field, say

if TYPE_CHECKING:
    from docx.document import Document as Book
    from docx.section import Section
    from docx.styles.style import ParagraphStyle

FONT = "Arial"
PAGE_WIDTH = 174.0
"""Millimetres between the margins of A4."""
_MARGIN = 18.0
PLAIN, _FORM, _LARGE = 10.0, 9.5, 16.0
"""Points."""
_ACCENT, _QUIET = "0D5A70", "4B5A63"
_HEADINGS = {1: (1.7, 0.0, 4.0), 2: (1.25, 10.0, 3.0), 3: (1.1, 8.0, 2.0)}
"""Size as a multiple, points before and after."""
_APART = 454
"""Between columns: 8 millimetres, in twentieths of a point."""
_CODE, _LABEL = 6.5, 15.0
"""Millimetres from a box to the code of an answer and to its label, in plain letters."""
COLUMN_WIDTH = (PAGE_WIDTH - 8) / 2


def prepare(book: "Book", document: Document, *, large: bool) -> None:
    """Give an empty file its page, its styles, its language and its foot."""
    locale = LOCALES.get(document.language, document.language)
    size = _LARGE if large else _FORM if document.is_form else PLAIN
    _defaults(book, locale)
    _page(book.sections[0])
    _styles(book, size)
    _foot(book, document.footer)


def size_of(book: "Book") -> float:
    """Say how large plain text is in a prepared file, in points."""
    size = book.styles["Normal"].font.size
    return float(size.pt) if size else PLAIN


def _defaults(book: "Book", locale: str) -> None:
    from docx.oxml.ns import qn

    styles = book.styles.element
    # The fonts of a theme would win over those of a style.
    for fonts in styles.xpath("//w:style//w:rFonts"):
        fonts.getparent().remove(fonts)
    for fonts in styles.xpath("//w:docDefaults//w:rFonts"):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), FONT)
    for language in styles.xpath("//w:docDefaults//w:lang"):
        language.set(qn("w:val"), locale)
    settings = book.settings.element
    for language in settings.xpath("//w:themeFontLang"):
        language.attrib.clear()
        language.set(qn("w:val"), locale)
    # An older mode would show a warning in the title of the window.
    for setting in settings.xpath("//w:compatSetting[@w:name='compatibilityMode']"):
        setting.set(qn("w:val"), "15")


def _page(section: "Section") -> None:
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin, section.bottom_margin = Mm(15), Mm(16)
    section.footer_distance = Mm(8)


def new_section(book: "Book", columns: int) -> None:
    """Go on, on the same page, in one column or two."""
    from docx.enum.section import WD_SECTION
    from docx.oxml.ns import qn

    section = book.add_section(WD_SECTION.CONTINUOUS)
    for found in section._sectPr.xpath("./w:cols"):
        found.set(qn("w:num"), str(columns))
        found.set(qn("w:space"), str(_APART))
    # The end of a section is a paragraph; with room of its own it would leave a gap.
    book.paragraphs[-1].style = book.styles["Gap"]


def _styles(book: "Book", size: float) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt, RGBColor

    tall = size / PLAIN
    quiet = RGBColor.from_string(_QUIET)
    normal = book.styles["Normal"]
    normal.font.size = Pt(size)
    _space(normal, 0, size * 0.35)
    for level, (times, before, after) in _HEADINGS.items():
        heading = book.styles[f"Heading {level}"]
        heading.font.size = Pt(round(size * times * 2) / 2)
        heading.font.color.rgb = RGBColor.from_string(_ACCENT)
        _space(heading, before, after)
    for name in ("List Bullet", "List Number"):
        _space(book.styles[name], 0, size * 0.2)
    _space(book.styles["Footer"], 0, 0)
    book.styles["Footer"].font.size = Pt(max(8, size * 0.8))
    book.styles["Footer"].font.color.rgb = quiet

    for name, base, indent in (
        ("Choice", "Normal", _LABEL),
        ("Tick", "Normal", _CODE),
        ("Question", "Normal", 0.0),
        ("Prompt", "List Bullet", 4.0),
        ("Small", "Normal", 0.0),
        ("Written", "Normal", 0.0),
        ("Cell", "Normal", 0.0),
        ("Gap", "Normal", 0.0),
    ):
        style = book.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = book.styles[base]
        style.quick_style = True
        _space(style, 0, size * 0.12)
        if indent:
            style.paragraph_format.left_indent = Mm(indent * tall)
            style.paragraph_format.first_line_indent = Mm(-indent * tall)
            for stop in _stops(large=size == _LARGE) if name == "Choice" else ():
                style.paragraph_format.tab_stops.add_tab_stop(Mm(stop))
    _space(book.styles["Question"], size * 0.7, size * 0.15)
    _space(book.styles["Cell"], size * 0.08, size * 0.08)
    _space(book.styles["Written"], 0, size * 0.3)
    book.styles["Written"].paragraph_format.left_indent = Mm(4)
    for name in ("Prompt", "Small"):
        book.styles[name].font.size = Pt(size * 0.9)
        book.styles[name].font.color.rgb = quiet
    gap = book.styles["Gap"]
    gap.font.size = Pt(2)
    gap.paragraph_format.line_spacing = Pt(4)
    character = book.styles.add_style("Quiet", WD_STYLE_TYPE.CHARACTER)
    character.font.color.rgb = quiet
    character.font.size = Pt(size * 0.9)
    box = book.styles.add_style("Box", WD_STYLE_TYPE.CHARACTER)
    box.font.size = Pt(size * 1.25)


def _stops(*, large: bool) -> Iterator[float]:
    """Say where the code and the label of an answer stand, and those of one beside it."""
    tall = (_LARGE if large else _FORM) / PLAIN
    half = (PAGE_WIDTH if large else COLUMN_WIDTH) / 2
    yield from (_CODE * tall, _LABEL * tall, half, half + _CODE * tall, half + _LABEL * tall)


def _space(style: "ParagraphStyle", before: float, after: float) -> None:
    from docx.shared import Pt

    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.line_spacing = 1.1


def _foot(book: "Book", text: str) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    for tabs in book.styles["Footer"].element.xpath("./w:pPr/w:tabs"):
        tabs.getparent().remove(tabs)
    paragraph = book.sections[0].footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(PAGE_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    say(paragraph, text)
    paragraph.add_run("\t")
    field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    field(paragraph, "NUMPAGES")
