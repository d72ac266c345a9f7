"""Read a form that was filled in with Word, or with what saves its boxes as Word does."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from integraal.exchange.filled_form import FilledForm, checks_in, is_date
from integraal.exchange.hand_marks import by_hand
from integraal.model.codes import NONE_CODE, UNKNOWN_CODE, option_code

if TYPE_CHECKING:
    from docx.document import Document as Book

_LARGEST = 50 * 1024 * 1024
"""Bytes of all that is packed in the file; a form takes less than one hundredth of it."""
_ON = ("1", "true", "on")
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def read_word(content: bytes, *, bare: bool = False) -> FilledForm | None:
    """Read a Word file; None where it is none, or far too large.

    Args:
        content: The bytes of the file.
        bare: Whether the sign of an answer stands behind its box without the code of its question.
    """
    book = _opened(content)
    if book is None:
        return None
    boxes = list(_boxes(book.element.body, bare=bare))
    boxes += by_hand(book.element.body, {code for code, is_on in boxes if is_on}, bare=bare)
    texts = [*_lines(book.element.body)]
    for section in book.sections:
        for foot in (section.footer, section.first_page_footer, section.even_page_footer):
            texts += _lines(foot._element)
    said = "\n".join(texts)
    return FilledForm(
        checks_in(said),
        tuple(code for code, is_on in boxes if code and is_on),
        sum(bool(code) and not is_on for code, is_on in boxes),
        dict(_written(book)),
        _day(book),
        sum(not code and is_on for code, is_on in boxes),
        said,
    )


def _opened(content: bytes) -> "Book | None":
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _LARGEST:
                return None
        return Document(BytesIO(content))
    except (zipfile.BadZipFile, OpcError, KeyError, ValueError, SyntaxError):
        return None


def _boxes(body: Any, *, bare: bool) -> Iterator[tuple[str, bool]]:
    """The boxes, each with its code, empty where it has none, and whether there is a cross in it.

    Some programs lose the tag of a box; its label still has the code.
    """
    from docx.oxml.ns import qn

    asked = ""
    for each in body.iter(qn("w:p"), f"{_WORD_2010}checkbox"):
        if each.tag == qn("w:p"):
            asked = _code(each) if each.style == "Question" else asked
            continue
        settings = each.getparent()
        tag = settings.find(qn("w:tag"))
        code = "" if tag is None else tag.get(qn("w:val"))
        state = each.find(f"{_WORD_2010}checked")
        value = "0" if state is None else state.get(f"{_WORD_2010}val", "1")
        yield code or _label(settings.getparent(), asked, bare=bare), value in _ON


def _label(box: Any, asked: str, *, bare: bool) -> str:
    """The code behind a box, in its paragraph."""
    from docx.oxml.ns import qn

    behind = (text.text or "" for text in box.itersiblings() for text in text.iter(qn("w:t")))
    first = next((text.strip() for text in behind if text.strip()), "").split(maxsplit=1)
    code = first[0] if first else ""
    if asked and (code in (NONE_CODE, UNKNOWN_CODE) or (bare and len(code) == 1)):
        return option_code(asked, code)
    return code if asked and code.startswith(f"{asked}-") else ""


def _code(line: Any) -> str:
    """The code that a question begins with."""
    return next(iter(_text(line).split()), "")


def _lines(element: Any) -> Iterator[str]:
    from docx.oxml.ns import qn

    yield from (_text(line) for line in element.iter(qn("w:p")))


def _text(element: Any) -> str:
    from docx.oxml.ns import qn

    return "".join(each.text or "" for each in element.iter(qn("w:t")))


def _written(book: "Book") -> Iterator[tuple[str, str]]:
    """What was written at questions that have room for it, in the order of the page."""
    from docx.oxml.ns import qn

    code, seen = "", set[str]()
    for block in book.element.body.iter(qn("w:p"), qn("w:tbl")):
        style = block.style if block.tag == qn("w:p") else None
        if style == "Question":
            code = _code(block)
        elif style is not None and style.startswith("Heading"):
            code = ""
        is_room = block.tag == qn("w:tbl") or style == "Written"
        if code and code not in seen and is_room:
            seen.add(code)
            cells = _cells(block) if block.tag == qn("w:tbl") else [_text(block)]
            text = " ".join(filter(None, (cell.strip() for cell in cells)))
            if text:
                yield code, text


def _cells(table: Any) -> list[str]:
    """What stands in the first cell of each row; behind it stands what a number counts."""
    from docx.oxml.ns import qn

    rows = (row.findall(qn("w:tc")) for row in table.iter(qn("w:tr")))
    return ["\n".join(_lines(cells[0])) for cells in rows if cells]


def _day(book: "Book") -> str:
    """What was written behind the date, at the head."""
    from docx.oxml.ns import qn

    for row in book.element.body.iter(qn("w:tr")):
        cells = [" ".join(_lines(cell)).strip() for cell in row.findall(qn("w:tc"))]
        for name, room in pairwise(cells):
            if is_date(name):
                return room
    return ""
