"""The styles of a Word file: A4, real styles that people can change, and a foot on every page."""

from typing import TYPE_CHECKING

from integraal.report.blocks import Document
from integraal.report.render.word.answer_lines import STARTS, UNSURE, stops
from integraal.report.render.word.look import Look
from integraal.report.render.word.ooxml import field, locale, outline_level, say

if TYPE_CHECKING:
    from docx.document import Document as Book
    from docx.section import Section
    from docx.styles.style import ParagraphStyle

FONT = "Arial"
_ACCENT, _QUIET = "0D5A70", "4B5A63"
_HEADINGS = {1: (1.7, 0.0, 4.0), 2: (1.25, 10.0, 3.0), 3: (1.1, 8.0, 2.0)}
"""Size as a multiple, points before and after."""
_OUTLINED = (("Callout Title", 2), ("Question", 3))
_APART = 454
"""Between columns: 8 millimetres, in twentieths of a point."""


def prepare(book: "Book", document: Document, look: Look) -> None:
    """Set the page, the styles, the language and the foot of an empty file."""
    _defaults(book, locale(document.language))
    _page(book.sections[0], look)
    _known_styles(book, look)
    _own_styles(book, look)
    _boxed(book, look)
    _foot(book, document.footer, look)


def _defaults(book: "Book", spoken: str) -> None:
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
        language.set(qn("w:val"), spoken)
    settings = book.settings.element
    for language in settings.xpath("//w:themeFontLang"):
        language.attrib.clear()
        language.set(qn("w:val"), spoken)
    # An older mode would show a warning in the title of the window.
    for setting in settings.xpath("//w:compatSetting[@w:name='compatibilityMode']"):
        setting.set(qn("w:val"), "15")


def _page(section: "Section", look: Look) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(look.paper), Mm(297)
    if section.page_width > section.page_height:
        section.orientation = WD_ORIENT.LANDSCAPE
    section.left_margin = section.right_margin = Mm(look.side)
    section.top_margin, section.bottom_margin = Mm(look.top), Mm(look.bottom)
    section.footer_distance = Mm(look.foot)


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


def _known_styles(book: "Book", look: Look) -> None:
    """Set the styles that Word itself has."""
    from docx.shared import Pt, RGBColor

    size, air = look.size, look.size * look.air
    normal = book.styles["Normal"]
    normal.font.size = Pt(size)
    _space(normal, look, 0, air * 0.35)
    for level, (times, before, after) in _HEADINGS.items():
        heading = book.styles[f"Heading {level}"]
        heading.font.size = Pt(round(size * times * 2) / 2)
        heading.font.color.rgb = RGBColor.from_string(_ACCENT)
        _space(heading, look, before * look.air, after * look.air)
    for name in ("List Bullet", "List Number"):
        _space(book.styles[name], look, 0, air * 0.2)
    foot = book.styles["Footer"]
    _space(foot, look, 0, 0)
    foot.font.size = Pt(max(8, size * 0.8))
    foot.font.color.rgb = RGBColor.from_string(_QUIET)


def _own_styles(book: "Book", look: Look) -> None:
    """Add styles for what is asked and answered."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt, RGBColor

    air = look.size * look.air
    for name, base, indent, before, after in (
        *((name, "Normal", look.label, 0.0, 0.12) for name in STARTS),
        ("Tick", "Normal", look.code, 0.0, 0.12),
        ("Mark", "Normal", 0.0, 0.25, 0.12),
        ("Question", "Normal", 0.0, 0.7, 0.15),
        ("Prompt", "List Bullet", 4.0 * look.tall, 0.0, 0.12),
        ("Small", "Normal", 0.0, 0.0, 0.12),
        ("Written", "Normal", 0.0, 0.0, 0.3),
        ("Cell", "Normal", 0.0, 0.08, 0.08),
        ("Gap", "Normal", 0.0, 0.0, 0.12),
        ("Listing", "Normal", 0.0, 0.15, 0.5),
        ("Callout Title", "Normal", 0.0, 0.0, 0.35),
    ):
        style = book.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = book.styles[base]
        style.quick_style = True
        _space(style, look, air * before, air * after)
        if indent:
            style.paragraph_format.left_indent = Mm(indent)
            style.paragraph_format.first_line_indent = Mm(-indent)
    book.styles[UNSURE].paragraph_format.left_indent = Mm(
        STARTS[UNSURE][0] * look.column + look.label
    )
    book.styles["Written"].paragraph_format.left_indent = Mm(4)
    book.styles["Listing"].font.name = "Courier New"
    # Headings for who walks from one to the next; they look as they did.
    for name, level in _OUTLINED:
        outline_level(book.styles[name], level)
    gap = book.styles["Gap"]
    gap.font.size = Pt(2)
    gap.paragraph_format.line_spacing = Pt(4)
    quiet = book.styles.add_style("Quiet", WD_STYLE_TYPE.CHARACTER)
    for style in (quiet, book.styles["Prompt"], book.styles["Small"]):
        style.font.color.rgb = RGBColor.from_string(_QUIET)
        style.font.size = Pt(look.small)


def _boxed(book: "Book", look: Look) -> None:
    """Set the lines with boxes in them, and the boxes."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt

    for name in (*STARTS, "Tick", "Mark"):
        book.styles[name].paragraph_format.line_spacing = Pt(look.box_line)
    for name in STARTS:
        for stop in stops(look, name):
            book.styles[name].paragraph_format.tab_stops.add_tab_stop(Mm(stop))
    book.styles.add_style("Box", WD_STYLE_TYPE.CHARACTER).font.size = Pt(look.box)


def _space(style: "ParagraphStyle", look: Look, before: float, after: float) -> None:
    from docx.shared import Pt

    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.line_spacing = look.leading


def _foot(book: "Book", text: str, look: Look) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    for tabs in book.styles["Footer"].element.xpath("./w:pPr/w:tabs"):
        tabs.getparent().remove(tabs)
    paragraph = book.sections[0].footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(look.width), WD_TAB_ALIGNMENT.RIGHT)
    say(paragraph, text)
    paragraph.add_run("\t")
    field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    field(paragraph, "NUMPAGES")
