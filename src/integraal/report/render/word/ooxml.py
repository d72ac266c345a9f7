"""Pieces of Office Open XML that python-docx has no words for: boxes to tick, borders, fields."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from integraal.report.render.boxes import box
from integraal.report.render.visible import visible

if TYPE_CHECKING:
    from docx.document import Document as Book
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_LOCALES = {"nl": "nl-NL", "en": "en-GB", "fr": "fr-BE"}
_TICK_BOX = """
<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
       xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">
  <w:sdtPr>
    <w:alias w:val={name}/>
    <w:tag w:val={tag}/>
    <w:id w:val="{number}"/>
    <w14:checkbox>
      <w14:checked w14:val="{state}"/>
      <w14:checkedState w14:val="{on}" w14:font="Segoe UI Symbol"/>
      <w14:uncheckedState w14:val="{off}" w14:font="Segoe UI Symbol"/>
    </w14:checkbox>
  </w:sdtPr>
  <w:sdtContent>
    <w:r>
      <w:rPr>
        <w:rStyle w:val="Box"/>
        <w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol"
                  w:eastAsia="Segoe UI Symbol" w:cs="Segoe UI Symbol"/>
        <w:position w:val="{position}"/>
      </w:rPr>
      <w:t>{box}</w:t>
    </w:r>
  </w:sdtContent>
</w:sdt>
"""
"""Windows has all four boxes in this font; elsewhere another font steps in."""
_LONGEST_NAME = 64
"""Word refuses longer names of boxes."""


def locale(language: str) -> str:
    """The language as Word knows it, which spells, and reads aloud, by country."""
    return _LOCALES.get(language, language)


def say(paragraph: "Paragraph", text: str, style: str | None = None, language: str = "") -> "Run":
    """Add text as it is, in a style and, where it differs from the page's, a language."""
    run = paragraph.add_run(visible(text))
    if style:
        # Looking a style up by its name takes longer than all the rest.
        run._r.style = style
    if language:
        run._r.get_or_add_rPr().append(element("w:lang", val=locale(language)))
    return run


def element(name: str, **attributes: str | int) -> Any:
    """An element of Word's own, such as `w:lang`."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def tick_box(
    paragraph: "Paragraph", name: str, number: int, *, ticked: bool, several: bool, tag: str = ""
) -> None:
    """Add a box that can be ticked in Word with a click, and on paper with a pen.

    Args:
        paragraph: Where it stands.
        name: What a screen reader calls it.
        number: Its own in this file.
        ticked: Whether it is now.
        several: Whether more of its kind may be ticked.
        tag: By which it is found when the file comes back.
    """
    from docx.oxml.parser import parse_xml

    on, off = (f"{ord(box(ticked=each, several=several)):04X}" for each in (True, False))
    # Squares stand higher than letters do, circles do not.
    drawn = _TICK_BOX.format(
        name=quoteattr(visible(name)[:_LONGEST_NAME]), tag=quoteattr(tag), number=number,
        state=int(ticked), on=on, off=off, position=-3 if several else -1,
        box=box(ticked=ticked, several=several),
    )  # fmt: skip
    paragraph._p.append(parse_xml(drawn))


def field(paragraph: "Paragraph", name: str) -> None:
    """Add what Word counts itself: `PAGE` or `NUMPAGES`."""
    counted = element("w:fldSimple", instr=name)
    run = paragraph.add_run("1")
    counted.append(run._r)
    paragraph._p.append(counted)


def borders(of: "Table | _Cell", **sides: int) -> None:
    """Draw lines round a table or a cell, and no others.

    Args:
        of: The table or the cell.
        sides: `top`, `left`, `bottom`, `right`, and for a table `insideH`, each with its
            thickness in eighths of a point.
    """
    from docx.table import Table

    if isinstance(of, Table):
        drawn = element("w:tblBorders")
        # Word refuses a file in which these stand in another order.
        of._tbl.tblPr.xpath("./w:tblLayout")[0].addprevious(drawn)
    else:
        drawn = element("w:tcBorders")
        of._tc.get_or_add_tcPr().append(drawn)
    for side in ("top", "left", "bottom", "right", "insideH"):
        if side in sides:
            drawn.append(
                element(f"w:{side}", val="single", sz=sides[side], space=0, color="6F7D86")
            )


def padding(table: "Table", side: int) -> None:
    """Set the room left and right of the text in every cell, in twentieths of a point."""
    room = element("w:tblCellMar")
    sides = (("top", side // 3), ("left", side), ("bottom", side // 3), ("right", side or 85))
    room.extend(element(f"w:{name}", w=width, type="dxa") for name, width in sides)
    table._tbl.tblPr.xpath("./w:tblLook")[0].addprevious(room)


def shaded(cells: "Iterable[_Cell]") -> None:
    """Shade cells a little; it only helps to find what is said there."""
    for cell in cells:
        cell._tc.get_or_add_tcPr().append(
            element("w:shd", val="clear", color="auto", fill="EAF3F5")
        )


def tall(row: "_Row", height: float) -> None:
    """Set the least height of a row, in millimetres."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Mm

    row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST


def restarted(book: "Book") -> int:
    """The number of a new list, which counts from 1 again."""
    numbering = book.part.numbering_part.element
    used = book.styles["List Number"].element.xpath("./w:pPr/w:numPr/w:numId/@w:val")[0]
    kind = numbering.xpath(f"./w:num[@w:numId='{used}']/w:abstractNumId/@w:val")[0]
    listed = numbering.add_num(int(kind))
    listed.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(listed.numId)


def repeat_first_row(table: "Table") -> None:
    """Turn the first row into a header, which comes back on every page."""
    table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))


def outline_level(style: "ParagraphStyle", level: int) -> None:
    """Make what has a style a heading of this level for the navigation pane and for who listens."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level - 1))
    style.element.get_or_add_pPr().append(outline)
