"""Pieces of Office Open XML that python-docx has no words for: boxes to tick, borders, fields."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from integraal.report.render.boxes import box
from integraal.report.render.visible import visible

if TYPE_CHECKING:
    from docx.document import Document as Book
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

LOCALES = {"nl": "nl-NL", "en": "en-GB", "fr": "fr-BE"}
"""Word spells, and reads aloud, by country."""
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_BOX_FONT = "Segoe UI Symbol"
"""Windows has all four boxes in it; elsewhere another font steps in."""
_LONGEST_NAME = 64
"""Word refuses longer names of boxes."""


def say(paragraph: "Paragraph", text: str, style: str | None = None, language: str = "") -> "Run":
    """Add text as it is, in a style and, where it differs from the page's, a language."""
    run = paragraph.add_run(visible(text))
    if style:
        # Looking a style up by its name takes longer than all the rest.
        run._r.style = style
    if language:
        run._r.get_or_add_rPr().append(element("w:lang", val=LOCALES.get(language, language)))
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
    paragraph: "Paragraph", name: str, number: int, *, ticked: bool, several: bool
) -> None:
    """Add a box that can be ticked in Word with a click, and on paper with a pen.

    Args:
        paragraph: Where it stands.
        name: What a screen reader calls it.
        number: Its own in this file.
        ticked: Whether it is now.
        several: Whether more of its kind may be ticked.
    """
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    control, about, content = (
        element("w:sdt"),
        element("w:sdtPr"),
        element("w:sdtContent"),
    )
    about.append(element("w:alias", val=visible(name)[:_LONGEST_NAME]))
    about.append(element("w:id", val=number))
    state = OxmlElement("w14:checkbox", nsdecls={"w14": _W14})
    checked = OxmlElement("w14:checked", nsdecls={"w14": _W14})
    checked.set(f"{{{_W14}}}val", "1" if ticked else "0")
    state.append(checked)
    for kind, is_ticked in (("checkedState", True), ("uncheckedState", False)):
        shape = OxmlElement(f"w14:{kind}", nsdecls={"w14": _W14})
        shape.set(f"{{{_W14}}}val", f"{ord(box(ticked=is_ticked, several=several)):04X}")
        shape.set(f"{{{_W14}}}font", _BOX_FONT)
        state.append(shape)
    about.append(state)
    run = paragraph.add_run(box(ticked=ticked, several=several))
    run._r.style = "Box"
    about_run = run._r.get_or_add_rPr()
    # Squares stand higher than letters do, circles do not.
    about_run.append(element("w:position", val=-3 if several else -1))
    fonts = about_run.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _BOX_FONT)
    content.append(run._r)
    control.extend((about, content))
    paragraph._p.append(control)


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
    """Lay something light behind cells; it only helps to find what is said there."""
    for cell in cells:
        cell._tc.get_or_add_tcPr().append(
            element("w:shd", val="clear", color="auto", fill="EAF3F5")
        )


def tall(row: "_Row", height: float) -> None:
    """Make a row at least so high, in millimetres."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Mm

    row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST


def restarted(book: "Book") -> int:
    """Begin to count again at 1; give the number of the new list."""
    numbering = book.part.numbering_part.element
    used = book.styles["List Number"].element.xpath("./w:pPr/w:numPr/w:numId/@w:val")[0]
    kind = numbering.xpath(f"./w:num[@w:numId='{used}']/w:abstractNumId/@w:val")[0]
    listed = numbering.add_num(int(kind))
    listed.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(listed.numId)


def repeat_first_row(table: "Table") -> None:
    """Make the first row the header, which comes back on every page."""
    table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
